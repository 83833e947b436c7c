import { AppError } from '../contract/errors.ts';
import type { OpenedFile, RecentFile, WaitingFile } from '../contract/views/files.ts';
import { RECENT_LIMITS } from '../contract/views/files.ts';
import { readSheetRef } from '../domain/assessment/sheet.ts';
import { MAX_PACKAGE_BYTES } from '../domain/package/limits.ts';
import { MAIN_ENTRY } from '../domain/package/manifest.ts';
import { canonicalJson } from '../domain/text/canonical-json.ts';
import { fromBase64, toBase64 } from '../domain/text/base64.ts';
import { createAppraisalReturns } from './appraisal-return.ts';
import type { Handlers } from './dispatch.ts';
import type { Library, LoadedQuestionnaire } from './library.ts';
import { answerProblems, describeResult, MAX_PROBLEMS, type Opened } from './opening-describe.ts';
import { fromResult, fromSheet, legacyIn, ownId, storeTaken } from './opening-take.ts';
import type { Outbox } from './outbox.ts';
import type { Ports } from './ports.ts';
import type { Recognised, RecognisedResult } from './ports/files.ts';
import { readSheet } from './sheets.ts';
import { createUploads, type Uploads } from './uploads.ts';

type Methods =
  | 'opening.upload'
  | 'opening.claim'
  | 'opening.read'
  | 'opening.take'
  | 'opening.appraisal'
  | 'opening.add'
  | 'appraisals.pack'
  | 'appraisals.returns'
  | 'recent.list'
  | 'recent.pin'
  | 'recent.remove'
  | 'recent.load';

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
  /** Files that have been uploaded, for others that look at them too. */
  readonly uploads: Pick<Uploads, 'whole'>;
}

/** What this part of the program opens, for messages. */
const OPENED = '.thuocso, .xlsx, .json, .yaml';

type Readable = RecognisedResult | (Recognised & { kind: 'answers' });

/** Opening files: what they are, what they say, and taking them over. */
export function createOpening(
  ports: Ports,
  library: Library,
  outbox: Outbox,
  addQuestionnaire: Handlers['library.add'],
): Opening {
  const { storage, files } = ports;
  const uploads: Uploads = createUploads(MAX_PACKAGE_BYTES);
  const appraisals = createAppraisalReturns(ports, library, outbox);
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
  async function opened(recognised: Readable, name: string): Promise<Opened> {
    if (recognised.kind === 'result') {
      const taken = fromResult(recognised, ports.sha256);
      const loaded = await find(taken.questionnaire.id, taken.questionnaire.version);
      return { taken, loaded, problems: loaded ? answerProblems(taken, loaded) : [] };
    }
    const ref = readSheetRef(recognised.raw);
    if (!ref.ok) throw new AppError('file.unreadable', { file: name }, ref.problems.slice(0, MAX_PROBLEMS));
    // An answer sheet can only be read together with its questions.
    const loaded = await library.get(ref.value.id, ref.value.version);
    return { taken: fromSheet(readSheet(ports, loaded, recognised.raw, name)), loaded, problems: [] };
  }

  /** The uploaded bytes, out of their passphrase where one is given; null when that is not the right one. */
  async function bytesOf(upload: string, passphrase: string | undefined): Promise<Uint8Array | 'wrong' | 'damaged'> {
    const bytes = uploads.whole(upload);
    if (passphrase === undefined) return bytes;
    const unlocked = await files.unlock(bytes, passphrase);
    if (unlocked.kind !== 'ok') return unlocked.kind;
    // It stays open for taking over; the list of recent files keeps what was given.
    uploads.replace(upload, unlocked.bytes);
    return unlocked.bytes;
  }

  async function read(upload: string, name: string, passphrase: string | undefined): Promise<OpenedFile> {
    const given = uploads.whole(upload);
    const bytes = await bytesOf(upload, passphrase);
    if (bytes === 'wrong') return { kind: 'locked', wrong: true };
    if (bytes === 'damaged') return { kind: 'refused', reason: 'locked-damaged', params: {}, problems: [] };
    const recognised = await files.recognise(bytes);
    switch (recognised.kind) {
      case 'refused': {
        const { reason, params = {}, problems = [] } = recognised;
        return { kind: 'refused', reason, params, problems: problems.slice(0, MAX_PROBLEMS) };
      }
      case 'locked':
        return recognised;
      case 'collection':
        return { kind: 'collection' };
      case 'questionnaire':
        note(given, name, { kind: 'questionnaire', subject: '', period: null });
        return { kind: 'questionnaire' };
      case 'appraisal':
        return appraisals.describe(recognised.file, recognised.code);
      case 'result':
      case 'answers': {
        const legacy = legacyIn(recognised.kind === 'result' ? recognised.file : recognised.raw);
        if (legacy)
          return { kind: 'refused', reason: `legacy-${legacy.encoding}`, params: { text: legacy.text }, problems: [] };
        const described = describeResult(ports, library, await opened(recognised, name));
        note(given, name, { kind: 'result', subject: described.organisation.name, period: described.period });
        return described;
      }
    }
  }

  async function take(upload: string, assessmentId: string, organisationId: string): Promise<{ assessmentId: string }> {
    if (storage.assessments.find(assessmentId)) return { assessmentId };
    const recognised = await files.recognise(uploads.whole(upload));
    if (recognised.kind !== 'result' && recognised.kind !== 'answers')
      throw new AppError('file.refused', { file: '', types: OPENED });
    if (legacyIn(recognised.kind === 'result' ? recognised.file : recognised.raw))
      throw new AppError('file.refused', { file: '', types: OPENED });
    const { taken, loaded, problems } = await opened(recognised, '');
    const { id, version, hash } = taken.questionnaire;
    if (!loaded) throw new AppError('questionnaire.unknown', { id, version });
    if (hash !== null && hash !== loaded.hash) throw new AppError('questionnaire.changed', { id, version });
    if (problems.length > 0) throw new AppError('file.unreadable', { file: '' }, problems.slice(0, MAX_PROBLEMS));
    const own = ownId(taken.assessmentId);
    // The same request once more: it is here already.
    if (own !== null && storage.assessments.find(own)) return { assessmentId: own };
    const row = storeTaken(ports, library, loaded, taken, { assessmentId, organisationId });
    ports.emit({ type: 'organisation.changed', id: row.organisationId });
    ports.emit({ type: 'assessment.changed', id: row.id });
    ports.emit({ type: 'settings.changed' });
    return { assessmentId: row.id };
  }

  /** A container that holds the questionnaire of a result. @throws AppError file.refused, questionnaire.changed */
  async function definitionIn({ file }: RecognisedResult): Promise<Uint8Array> {
    const text = file.definition ? ports.packages.unpack(file.definition) : null;
    if (text === null) throw new AppError('file.refused', { file: '', types: OPENED });
    const { id, version, hash } = file.questionnaire;
    if (hashOfDefinition(text) !== hash) throw new AppError('questionnaire.changed', { id, version });
    const entries = [{ name: MAIN_ENTRY.questionnaire, text: text }];
    return ports.packages.write({ kind: 'questionnaire', program: file.program, entries, code: null }, null);
  }

  /** Content hash of the definition in a text from elsewhere; empty where there is none. */
  function hashOfDefinition(text: string): string {
    try {
      return ports.sha256(canonicalJson((JSON.parse(text) as { definition: unknown }).definition));
    } catch {
      return '';
    }
  }

  /** Adds what a file is or carries, through the same checks as any other questionnaire. */
  async function add(upload: string, name: string) {
    const bytes = uploads.whole(upload);
    const recognised = await files.recognise(bytes);
    const carried = recognised.kind === 'result';
    const isPackage = carried || (recognised.kind === 'questionnaire' && recognised.source === 'package');
    const given = carried ? await definitionIn(recognised) : bytes;
    // What it is called is not what it is: the content decided.
    const called = isPackage ? 'bo-cau-hoi.thuocso' : name === '' ? 'tep' : name;
    return addQuestionnaire({ files: [{ name: called, base64: toBase64(given) }] });
  }

  async function takeAppraisal(upload: string): Promise<{ assessmentId: string }> {
    const recognised = await files.recognise(uploads.whole(upload));
    if (recognised.kind !== 'appraisal' || legacyIn(recognised.file))
      throw new AppError('file.refused', { file: '', types: OPENED });
    return { assessmentId: appraisals.take(recognised.file) };
  }

  return {
    uploads,
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
      'opening.read': ({ upload, name, passphrase }) => read(upload, name, passphrase),
      'opening.take': ({ upload, assessmentId, organisationId }) => take(upload, assessmentId, organisationId),
      'opening.appraisal': ({ upload }) => takeAppraisal(upload),
      'opening.add': ({ upload, name }) => add(upload, name),
      ...appraisals.handlers,

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
