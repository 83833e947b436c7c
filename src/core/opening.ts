import { AppError } from '../contract/errors.ts';
import type { ForeignResult, OpenedFile, OrganisationMatch, RecentFile, WaitingFile } from '../contract/views/files.ts';
import { RECENT_LIMITS } from '../contract/views/files.ts';
import { checkAnswer } from '../domain/assessment/check-answer.ts';
import { answersOf } from '../domain/assessment/answer.ts';
import { readSheetRef } from '../domain/assessment/sheet.ts';
import { compare, exact, toFraction } from '../domain/exact/exact.ts';
import type { Problem } from '../domain/problem.ts';
import { score } from '../domain/scoring/score.ts';
import { fromBase64, toBase64 } from '../domain/text/base64.ts';
import { foldText } from '../domain/text/normalize.ts';
import type { Language, LocalizedText } from '../domain/text/localized.ts';
import type { Handlers } from './dispatch.ts';
import type { Library, LoadedQuestionnaire } from './library.ts';
import { inContext } from './library-context.ts';
import type { Ports } from './ports.ts';
import type { Recognised } from './ports/files.ts';
import { fromResult, fromSheet, legacyIn, storeTaken, type Taken } from './opening-take.ts';
import { readSheet } from './sheets.ts';
import { createUploads, type Uploads } from './uploads.ts';

type Methods =
  | 'opening.upload'
  | 'opening.claim'
  | 'opening.read'
  | 'opening.take'
  | 'opening.add'
  | 'recent.list'
  | 'recent.pin'
  | 'recent.remove'
  | 'recent.load';

/** So many faults of one file are named. */
const MAX_PROBLEMS = 10;

/** A file that a host was asked to open. */
export type IncomingFile =
  | { readonly name: string; readonly bytes: Uint8Array }
  | { readonly name: string; readonly failure: 'too-large' | 'unreadable' };

/** Files that the system handed over wait here until a page asks for them. */
export interface Inbox {
  put(file: IncomingFile): void;
}

export interface Opening {
  readonly handlers: Pick<Handlers, Methods>;
  readonly inbox: Inbox;
}

/** Opening files: what they are, what they say, and taking them over. */
export function createOpening(ports: Ports, library: Library, addQuestionnaire: Handlers['library.add']): Opening {
  const { storage, files } = ports;
  const uploads: Uploads = createUploads();
  let waiting: WaitingFile[] = [];

  const recents = (): RecentFile[] => storage.recents.list().map(({ sha256: _, ...row }) => row);

  /** Notes what was opened, and forgets the oldest that nobody has pinned. */
  function note(bytes: Uint8Array, name: string, more: Pick<RecentFile, 'kind' | 'subject' | 'period'>): void {
    storage.transaction(() => {
      const kept = bytes.length <= RECENT_LIMITS.bytes ? bytes : null;
      storage.recents.put({ id: ports.newId(), name, sha256: files.hash(bytes), openedAt: ports.now(), ...more }, kept);
      for (const { id, pinned } of storage.recents.list().slice(RECENT_LIMITS.files))
        if (!pinned) storage.recents.remove(id);
    });
  }

  async function find(id: string, version: string): Promise<LoadedQuestionnaire | null> {
    if (storage.questionnaires.find(id, version)) return library.getStored(id, version);
    try {
      return await library.get(id, version);
    } catch (error) {
      if (error instanceof AppError && error.code.startsWith('questionnaire.')) return null;
      throw error;
    }
  }

  /** What can be taken over, with its questionnaire; null where that is not here. */
  async function takenOf(
    recognised: Recognised & { kind: 'result' | 'answers' },
    name: string,
  ): Promise<{ readonly taken: Taken; readonly loaded: LoadedQuestionnaire | null; readonly problems: Problem[] }> {
    if (recognised.kind === 'result') {
      const taken = fromResult(recognised.file);
      const loaded = await find(taken.questionnaire.id, taken.questionnaire.version);
      const problems = loaded ? answerProblems(taken, loaded) : [];
      return { taken, loaded, problems };
    }
    const ref = readSheetRef(recognised.raw);
    if (!ref.ok) throw new AppError('file.unreadable', { file: name }, ref.problems.slice(0, MAX_PROBLEMS));
    // An answer sheet can only be read together with its questions.
    const loaded = await library.get(ref.value.id, ref.value.version);
    return { taken: fromSheet(readSheet(ports, loaded, recognised.raw, name)), loaded, problems: [] };
  }

  function answerProblems(taken: Taken, { items }: LoadedQuestionnaire): Problem[] {
    const evidence = new Set(taken.evidence.map(({ id }) => id));
    return taken.records.flatMap((record): Problem[] => {
      const path = ['records', record.itemId];
      const item = items.get(record.itemId);
      if (!item) return [{ path, code: 'unknown-item', params: { id: record.itemId } }];
      const missing = record.evidence.find((id) => !evidence.has(id));
      return [
        ...checkAnswer(item, record.answer).map((found) => ({ ...found, path: [...path, ...found.path] })),
        ...(missing === undefined ? [] : [{ path, code: 'unknown-evidence' as const, params: { id: missing } }]),
      ];
    });
  }

  function matchesOf({ organisation, questionnaire, period }: Taken): OrganisationMatch[] {
    const name = foldText(organisation.name);
    const order = { id: 0, code: 1, name: 2 };
    return storage.organisations
      .list()
      .flatMap((known): OrganisationMatch[] => {
        if (known.kind !== organisation.kind) return [];
        const by =
          known.id === organisation.id
            ? 'id'
            : known.code !== '' && known.code === organisation.code
              ? 'code'
              : foldText(known.name) === name
                ? 'name'
                : null;
        if (by === null) return [];
        const same = storage.assessments.findSame(known.id, questionnaire.id, period);
        return [{ id: known.id, name: known.name, by, taken: same && { assessmentId: same.id, state: same.state } }];
      })
      .sort((a, b) => order[a.by] - order[b.by]);
  }

  async function describe(
    recognised: Recognised & { kind: 'result' | 'answers' },
    name: string,
  ): Promise<ForeignResult> {
    const { taken, loaded, problems } = await takenOf(recognised, name);
    const same = loaded !== null && (taken.questionnaire.hash === null || taken.questionnaire.hash === loaded.hash);
    const usable = same && problems.length === 0;
    const scored = usable
      ? score(
          inContext(library, loaded, { kind: taken.organisation.kind, year: taken.period.year }).prepared,
          answersOf(taken.records),
        )
      : null;
    const stated = taken.stated;
    const kind = ports.reference.kinds.find(({ id }) => id === taken.organisation.kind);
    const own = taken.assessmentId === null ? null : storage.assessments.find(taken.assessmentId);
    const value = scored ? scored.value && toFraction(scored.value) : (stated?.value ?? null);
    const max = scored ? scored.max && toFraction(scored.max) : (stated?.max ?? null);
    const level = scored ? scored.level : (stated?.level ?? null);
    const tally = scored ? scored.tally : stated;
    return {
      kind: 'result',
      source: taken.source,
      organisation: {
        name: taken.organisation.name,
        kind: kind?.name ?? both(taken.organisation.kind),
        code: taken.organisation.code,
      },
      questionnaire: {
        id: taken.questionnaire.id,
        version: taken.questionnaire.version,
        title: loaded?.questionnaire.title ?? null,
      },
      period: taken.period,
      state: taken.state,
      sample: taken.sample,
      exportedAt: taken.exportedAt,
      program: taken.program,
      answered: tally?.answered ?? 0,
      notApplicable: tally?.notApplicable ?? 0,
      unanswered: tally?.unanswered ?? 0,
      evidence: taken.evidence.length,
      value,
      max,
      level,
      levelName: (same && loaded.questionnaire.levels.find((entry) => entry.value === level)?.name) || null,
      agrees: stated && scored ? sameNumber(stated.value, value) && stated.level === level : null,
      hindrance: own
        ? { kind: 'own', assessmentId: own.id, state: own.state }
        : loaded === null
          ? { kind: 'no-questionnaire' }
          : !same
            ? { kind: 'other-content' }
            : problems.length > 0
              ? { kind: 'answers', problems: problems.slice(0, MAX_PROBLEMS) }
              : null,
      matches: matchesOf(taken),
    };
  }

  async function read(upload: string, name: string): Promise<OpenedFile> {
    const bytes = uploads.whole(upload);
    const recognised = await files.recognise(bytes);
    switch (recognised.kind) {
      case 'refused': {
        const { reason, params = {}, problems = [] } = recognised;
        return { kind: 'refused', reason, params, problems: problems.slice(0, MAX_PROBLEMS) };
      }
      case 'questionnaire':
        note(bytes, name, { kind: 'questionnaire', subject: '', period: null });
        return { kind: 'questionnaire' };
      case 'result':
      case 'answers': {
        const legacy = legacyIn(recognised.kind === 'result' ? recognised.file : recognised.raw);
        if (legacy)
          return { kind: 'refused', reason: `legacy-${legacy.encoding}`, params: { text: legacy.text }, problems: [] };
        const described = await describe(recognised, name);
        note(bytes, name, { kind: 'result', subject: described.organisation.name, period: described.period });
        return described;
      }
    }
  }

  async function take(upload: string, assessmentId: string, organisationId: string): Promise<{ assessmentId: string }> {
    if (storage.assessments.find(assessmentId)) return { assessmentId };
    const recognised = await files.recognise(uploads.whole(upload));
    if (recognised.kind !== 'result' && recognised.kind !== 'answers') throw new AppError('file.refused', { file: '' });
    if (legacyIn(recognised.kind === 'result' ? recognised.file : recognised.raw))
      throw new AppError('file.refused', { file: '' });
    const { taken, loaded, problems } = await takenOf(recognised, '');
    const { id, version, hash } = taken.questionnaire;
    if (!loaded) throw new AppError('questionnaire.unknown', { id, version });
    if (hash !== null && hash !== loaded.hash) throw new AppError('questionnaire.changed', { id, version });
    if (problems.length > 0) throw new AppError('file.unreadable', { file: '' }, problems.slice(0, MAX_PROBLEMS));
    const row = storeTaken(ports, library, loaded, taken, assessmentId, organisationId);
    ports.emit({ type: 'organisation.changed', id: organisationId });
    ports.emit({ type: 'assessment.changed', id: row.id });
    ports.emit({ type: 'settings.changed' });
    return { assessmentId: row.id };
  }

  return {
    inbox: {
      put(file) {
        const upload = ports.newId();
        const failure = 'failure' in file ? file.failure : null;
        if ('bytes' in file) uploads.take(upload, 0, file.bytes);
        waiting = [...waiting, { upload, name: file.name, failure }].slice(-RECENT_LIMITS.files);
        ports.emit({ type: 'files.waiting' });
      },
    },
    handlers: {
      'opening.upload': ({ upload, at, base64 }) => {
        const part = fromBase64(base64);
        if (!part)
          throw new AppError('input.invalid', {}, [{ path: ['base64'], code: 'shape', params: { reason: 'Base64' } }]);
        return { received: uploads.take(upload, at, part) };
      },
      'opening.claim': () => {
        const claimed = waiting;
        waiting = [];
        return claimed;
      },
      'opening.read': ({ upload, name }) => read(upload, name),
      'opening.take': ({ upload, assessmentId, organisationId }) => take(upload, assessmentId, organisationId),
      'opening.add': ({ upload, name }) =>
        addQuestionnaire({ files: [{ name: name === '' ? 'tep' : name, base64: toBase64(uploads.whole(upload)) }] }),

      'recent.list': recents,
      'recent.pin': ({ id, pinned }) => {
        storage.transaction(() => storage.recents.pin(id, pinned));
        return recents();
      },
      'recent.remove': ({ id }) => {
        storage.transaction(() => storage.recents.remove(id));
        return recents();
      },
      'recent.load': ({ id, upload }) => {
        const row = storage.recents.list().find((entry) => entry.id === id);
        const bytes = storage.recents.content(id);
        if (!row || !bytes) throw new AppError('file.not-found', { file: row?.name ?? '' });
        uploads.take(upload, 0, bytes);
        return { name: row.name };
      },
    },
  };
}

const both = (text: string): LocalizedText => ({ vi: text, en: text }) satisfies Record<Language, string>;

function sameNumber(a: string | null, b: string | null): boolean {
  return a === null || b === null ? a === b : compare(exact(a), exact(b)) === 0;
}
