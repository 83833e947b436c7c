import type Database from 'better-sqlite3';
import { join } from 'node:path';
import { AppError } from '../../contract/errors.ts';
import type { Storage } from '../../core/ports.ts';
import { answerRepository } from './answers.ts';
import { appraisalRepository } from './appraisals.ts';
import { assessmentRepository } from './assessments.ts';
import { putOnSeal } from './at-rest.ts';
import { createBackupStore } from './backups.ts';
import { collectionRepository } from './collections.ts';
import { changedContent, nothingChanged } from './content-check.ts';
import { asStorageError } from './errors.ts';
import { evidenceRepository } from './evidence.ts';
import { handOverRepository, recentRepository } from './handover.ts';
import { libraryRepository } from './library.ts';
import { DATABASE_NAME, openChecked } from './open.ts';
import { organisationRepository } from './organisations.ts';
import { claimFolder, withOwner, type Claim } from './owner.ts';
import { personRepository } from './persons.ts';
import { planRepository } from './plan.ts';
import { reportRepository } from './report-details.ts';
import { submissionRepository } from './submissions.ts';

/**
 * The storage port over SQLite: one connection, prepared statements, every failure as AppError.
 * @param folder the data folder, or null for a database in memory
 */
export function openStorage(folder: string | null): Storage {
  const claim = folder === null ? null : claimFolder(folder);
  try {
    const { db, sealed } = openChecked(folder);
    try {
      const storage = storageOver(db, folder, claim);
      if (!sealed && folder !== null && !nothingChanged(changedContent(db, storage)))
        throw new AppError('storage.corrupt', { file: join(folder, DATABASE_NAME) });
      return storage;
    } catch (error) {
      db.close();
      throw error;
    }
  } catch (error) {
    claim?.release();
    // The note of a holder that was silent is back now.
    throw folder === null ? error : withOwner(error, folder);
  }
}

function storageOver(db: Database.Database, folder: string | null, claim: Claim | null): Storage {
  const place = folder ?? ':memory:';
  const guard = <T>(work: () => T): T => {
    try {
      return work();
    } catch (error) {
      throw asStorageError(error, join(place, DATABASE_NAME), place);
    }
  };
  return {
    transaction: (work) => guard(() => (db.inTransaction ? work() : db.transaction(work).immediate())),
    settings: guarded(settingRepository(db), guard),
    questionnaires: guarded(questionnaireRepository(db), guard),
    organisations: guarded(organisationRepository(db), guard),
    assessments: guarded(assessmentRepository(db), guard),
    answers: guarded(answerRepository(db), guard),
    evidence: guarded(evidenceRepository(db), guard),
    appraisals: guarded(appraisalRepository(db), guard),
    library: guarded(libraryRepository(db), guard),
    recents: guarded(recentRepository(db), guard),
    handOvers: guarded(handOverRepository(db), guard),
    submissions: guarded(submissionRepository(db), guard),
    plans: guarded(planRepository(db), guard),
    collections: guarded(collectionRepository(db), guard),
    reports: guarded(reportRepository(db), guard),
    persons: guarded(personRepository(db), guard),
    backups: createBackupStore(db, folder),
    close() {
      if (!db.open) return;
      try {
        db.pragma('optimize');
      } catch {
        // Only for speed; a full disk must not keep the rest from being closed in good order.
      }
      db.close();
      if (folder !== null) putOnSeal(join(folder, DATABASE_NAME));
      claim?.release();
    },
  };
}

type Guard = <T>(work: () => T) => T;

/** Wraps every function of a repository, so that no driver error leaves unclassified. */
function guarded<R extends object>(repository: R, guard: Guard): R {
  const wrapped = Object.entries(repository as Record<string, (...args: unknown[]) => unknown>).map(
    ([name, run]) => [name, (...args: unknown[]) => guard(() => run(...args))] as const,
  );
  return Object.fromEntries(wrapped) as R;
}

function settingRepository(db: Database.Database): Storage['settings'] {
  const all = db.prepare<[], { key: string; value: string }>('SELECT key, value FROM setting');
  const put = db.prepare(
    'INSERT INTO setting (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
  );
  return {
    all: () => new Map(all.all().map(({ key, value }) => [key, value])),
    set: (key, value) => void put.run(key, value),
  };
}

function questionnaireRepository(db: Database.Database): Storage['questionnaires'] {
  const find = db.prepare<[string, string], { hash: string; definition: string }>(
    'SELECT hash, definition FROM questionnaire WHERE id = ? AND version = ?',
  );
  const add = db.prepare('INSERT INTO questionnaire (id, version, hash, definition, added_at) VALUES (?, ?, ?, ?, ?)');
  return {
    find(id, version) {
      const row = find.get(id, version);
      return row ? { hash: row.hash, definition: JSON.parse(row.definition) as unknown } : null;
    },
    add: (id, version, hash, definition, at) => void add.run(id, version, hash, JSON.stringify(definition), at),
  };
}
