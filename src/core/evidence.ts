import { AppError } from '../contract/errors.ts';
import type { EvidenceLibrary, LibraryEvidence, MissingEvidence } from '../contract/views/evidence.ts';
import { answersOf, type Evidence } from '../domain/assessment/answer.ts';
import { evidenceAtStake, sumAtStake, type EvidenceAtStake } from '../domain/assessment/evidence-at-stake.ts';
import { FILE_TYPES, judgeFile, MAX_FILE_BYTES, MAX_FILES_BYTES } from '../domain/assessment/evidence-file.ts';
import { identityOf, likelyDuplicates } from '../domain/assessment/evidence-library.ts';
import { toFraction } from '../domain/exact/exact.ts';
import { score } from '../domain/scoring/score.ts';
import { fromBase64 } from '../domain/text/base64.ts';
import { findAssessment, findDraft } from './assessments.ts';
import type { Handlers } from './dispatch.ts';
import type { Library } from './library.ts';
import { readyFor } from './library-context.ts';
import type { Outbox } from './outbox.ts';
import type { AssessmentRow, Ports } from './ports.ts';
import type { EvidenceUse } from './ports/evidence.ts';
import { createUploads } from './uploads.ts';

type Methods =
  | 'evidence.save'
  | 'evidence.remove'
  | 'evidence.list'
  | 'evidence.link'
  | 'evidence.merge'
  | 'evidence.upload'
  | 'evidence.detach'
  | 'evidence.file';

const megabytes = (bytes: number): string => `${bytes / 1024 / 1024} MB`;

/** What lacks evidence, as the screens and reports say it. */
export function missingView({ item, points }: EvidenceAtStake): MissingEvidence {
  return { itemId: item.id, code: item.code, title: item.title, points: points && toFraction(points) };
}

export function evidenceHandlers(ports: Ports, library: Library, outbox: Outbox): Pick<Handlers, Methods> {
  const { storage } = ports;
  const uploads = createUploads();

  /** @throws AppError evidence.unknown */
  function entryOf(assessmentId: string, evidenceId: string): Evidence {
    const found = storage.evidence.list(assessmentId).find(({ id }) => id === evidenceId);
    if (!found) throw new AppError('evidence.unknown');
    return found;
  }

  /** Open assessments of the organisation that hold the document: it is changed in all of them, never in closed ones. */
  function openWith(row: AssessmentRow, evidenceId: string): AssessmentRow[] {
    const holding = new Set(
      storage.evidence
        .ofOrganisation(row.organisationId)
        .filter(({ evidence }) => evidence.id === evidenceId)
        .map(({ assessmentId }) => assessmentId),
    );
    return storage.assessments.list().filter(({ id, state }) => state === 'draft' && holding.has(id));
  }

  /** Does something to assessments in one transaction and tells their windows. */
  function change<T>(rows: readonly AssessmentRow[], work: (assessmentId: string) => T): T[] {
    const updatedAt = ports.now();
    const done = storage.transaction(() =>
      rows.map((row) => {
        const made = work(row.id);
        storage.assessments.update({ ...row, updatedAt });
        return made;
      }),
    );
    for (const { id } of rows) ports.emit({ type: 'assessment.changed', id });
    return done;
  }

  /** A whole uploaded file that may be kept. @throws AppError upload.unknown, file.too-large, file.refused, storage.files-full */
  function receive(upload: string, givenName: string): { bytes: Uint8Array; name: string; type: string } {
    const bytes = uploads.whole(upload);
    const verdict = judgeFile(givenName, bytes.length, bytes);
    if (!verdict.ok) {
      uploads.drop(upload);
      throw verdict.reason === 'too-large'
        ? new AppError('file.too-large', { file: givenName, limit: megabytes(MAX_FILE_BYTES) })
        : new AppError('file.refused', { file: givenName, types: FILE_TYPES.join(', ') });
    }
    if (storage.evidence.filesSize() + bytes.length > MAX_FILES_BYTES)
      throw new AppError('storage.files-full', { limit: megabytes(MAX_FILES_BYTES) });
    return { bytes, name: verdict.name, type: verdict.type };
  }

  function libraryOf(row: AssessmentRow): EvidenceLibrary {
    const uses = Map.groupBy(storage.evidence.ofOrganisation(row.organisationId), ({ evidence }) => evidence.id);
    const rows = new Map(storage.assessments.list().map((other) => [other.id, other]));
    const place = (use: EvidenceUse) => {
      const other = rows.get(use.assessmentId) as AssessmentRow;
      const { shortTitle: title } = library.face(other.questionnaireId, other.questionnaireVersion);
      const { period, state } = other;
      return { assessmentId: other.id, title, period, state, items: use.itemIds.length };
    };
    const entries = [...uses.values()].flatMap((all): LibraryEvidence[] => {
      const [first] = all;
      if (!first) return [];
      const here = all.find(({ assessmentId }) => assessmentId === row.id);
      return [
        {
          evidence: (here ?? first).evidence,
          here: here !== undefined,
          itemIds: here?.itemIds ?? [],
          elsewhere: all.filter(({ assessmentId }) => assessmentId !== row.id).map(place),
        },
      ];
    });
    const position = new Map(storage.evidence.list(row.id).map(({ id }, index) => [id, index]));
    const order = ({ evidence }: LibraryEvidence): number => position.get(evidence.id) ?? position.size;
    entries.sort((a, b) => order(a) - order(b));
    // What was typed anew in every round is offered once, and not at all where it is here already.
    const offered = new Set<string>();
    const distinct = entries.filter(({ evidence, here }) => {
      const identity = identityOf(evidence);
      const known = offered.has(identity);
      offered.add(identity);
      return here || !known;
    });

    const { prepared } = readyFor(ports, library, row);
    const records = storage.answers.list(row.id);
    const missing = evidenceAtStake(prepared, score(prepared, answersOf(records)), records);
    const sum = sumAtStake(missing);
    return {
      entries: distinct,
      duplicates: likelyDuplicates(entries.filter(({ here }) => here).map(({ evidence }) => evidence)),
      missing: missing.map(missingView),
      atStake: sum && toFraction(sum),
      files: { bytes: storage.evidence.filesSize(), most: MAX_FILES_BYTES },
    };
  }

  return {
    'evidence.save': ({ assessmentId, evidence, file }) => {
      const row = findDraft(ports, assessmentId);
      const received = file && receive(file.upload, file.name);
      const others = openWith(row, evidence.id).filter(({ id }) => id !== row.id);
      change([row, ...others], (id) => {
        storage.evidence.save(id, evidence);
        if (!received) return;
        const { sha256 } = storage.evidence.keepFile(received.bytes, ports.now());
        const { name, type } = received;
        storage.evidence.attach(id, evidence.id, { sha256, name, type, size: received.bytes.length });
      });
      if (file) uploads.drop(file.upload);
      return entryOf(row.id, evidence.id);
    },

    'evidence.remove': ({ assessmentId, evidenceId }) => {
      change([findDraft(ports, assessmentId)], (id) => storage.evidence.remove(id, evidenceId));
      return null;
    },

    'evidence.list': ({ assessmentId }) => libraryOf(findAssessment(ports, assessmentId)),

    'evidence.link': ({ assessmentId, evidenceId }) => {
      const row = findDraft(ports, assessmentId);
      const known = storage.evidence.list(row.id).find(({ id }) => id === evidenceId);
      if (known) return known;
      const found = storage.evidence
        .ofOrganisation(row.organisationId)
        .find(({ evidence }) => evidence.id === evidenceId)?.evidence;
      if (!found) throw new AppError('evidence.unknown');
      change([row], (id) => {
        storage.evidence.save(id, found);
        if (found.file) storage.evidence.attach(id, evidenceId, found.file);
      });
      return found;
    },

    'evidence.merge': ({ assessmentId, keep, others }) => {
      const row = findDraft(ports, assessmentId);
      const kept = entryOf(row.id, keep);
      const dropped = [...new Set(others)].filter((id) => id !== keep).map((id) => entryOf(row.id, id));
      change([row], (id) => {
        const file = kept.file ?? dropped.find((entry) => entry.file)?.file;
        if (file && !kept.file) storage.evidence.attach(id, keep, file);
        for (const entry of dropped) {
          storage.evidence.relink(id, entry.id, keep);
          storage.evidence.remove(id, entry.id);
        }
      });
      return null;
    },

    'evidence.upload': ({ upload, at, base64 }) => {
      const part = fromBase64(base64);
      if (!part) throw new AppError('input.invalid', { method: 'evidence.upload' });
      return { received: uploads.take(upload, at, part) };
    },

    'evidence.detach': ({ assessmentId, evidenceId }) => {
      const row = findDraft(ports, assessmentId);
      entryOf(row.id, evidenceId);
      change(openWith(row, evidenceId), (id) => storage.evidence.detach(id, evidenceId));
      return null;
    },

    'evidence.file': ({ assessmentId, evidenceId }) => {
      const { file } = entryOf(findAssessment(ports, assessmentId).id, evidenceId);
      const bytes = file && storage.evidence.content(file.sha256);
      if (!bytes) throw new AppError('evidence.unknown');
      const ticket = ports.newId();
      outbox.put({ ticket, fileName: file.name, bytes });
      return { ticket, fileName: file.name, bytes: bytes.length };
    },
  };
}
