import { AppError } from '../contract/errors.ts';
import type { QuestionnaireSummary } from '../contract/views.ts';
import type { AssessmentContext } from '../domain/assessment/context.ts';
import type { Problem } from '../domain/problem.ts';
import { parseQuestionnaire, parseStoredQuestionnaire } from '../domain/questionnaire/parse.ts';
import type { Item, Node, Questionnaire } from '../domain/questionnaire/types.ts';
import { isGroup, itemIndex } from '../domain/questionnaire/walk.ts';
import { prepare, type Prepared } from '../domain/scoring/prepare.ts';
import { canonicalJson } from '../domain/text/canonical-json.ts';
import { recall, remember, type Recalled } from './library-memory.ts';
import type { Ports } from './ports.ts';
import type { AddedQuestionnaire, FolderFiles } from './ports/library.ts';

/** A questionnaire that passed all checks, with its content hash. */
export interface LoadedQuestionnaire {
  readonly questionnaire: Questionnaire;
  readonly hash: string;
  /** All items by id, in scope or not, in reading order. */
  readonly items: ReadonlyMap<string, Item>;
}

/** A questionnaire made ready for one kind of organisation and one year. */
export interface ReadyQuestionnaire extends LoadedQuestionnaire {
  readonly prepared: Prepared;
}

/** One line of the library. */
export interface LibraryEntry {
  readonly summary: QuestionnaireSummary;
  /** shipped: comes with the program; added: by a person. */
  readonly origin: 'shipped' | 'added';
  readonly example: boolean;
  /** Number of its own test vectors, all of which pass. */
  readonly vectors: number;
}

export interface BrokenFolder {
  readonly folder: string;
  readonly problems: readonly Problem[];
}

export interface Library {
  /** Everything that can be used, and what cannot with the reasons. */
  entries(): Promise<{ entries: readonly LibraryEntry[]; broken: readonly BrokenFolder[] }>;
  /** All usable ones read in full, with their sample answer sheets. */
  all(): Promise<{ loaded: readonly (LoadedQuestionnaire & { readonly samples: readonly unknown[] })[] }>;
  /** A version that a new assessment can use. @throws AppError questionnaire.unknown, questionnaire.invalid */
  get(id: string, version: string): Promise<LoadedQuestionnaire>;
  /** The version that an assessment was started with, as it was then. @throws AppError questionnaire.unknown */
  getStored(id: string, version: string): LoadedQuestionnaire;
  /** What lists show of a version that an assessment uses; cheap. @throws AppError questionnaire.unknown */
  face(id: string, version: string): Pick<Questionnaire, 'shortTitle' | 'levels'>;
  /** Ready for scoring one kind of organisation in one year. */
  prepared(loaded: LoadedQuestionnaire, context: AssessmentContext): Prepared;
  /** To be called when questionnaires were added or removed. */
  refresh(): void;
}

type LibraryPorts = Pick<Ports, 'source' | 'storage' | 'sha256' | 'about' | 'now'>;

/** Contexts kept ready per questionnaire: some kinds of organisation in some years. */
const MAX_CONTEXTS = 24;

const keyOf = (id: string, version: string): string => `${id}/${version}`;

/** Content hash of a checked definition: the same whatever the order of fields or the comments in the YAML. */
export function questionnaireHash(questionnaire: Questionnaire, sha256: Ports['sha256']): string {
  return sha256(canonicalJson(questionnaire));
}

export function loadedFrom(questionnaire: Questionnaire, hash: string): LoadedQuestionnaire {
  return { questionnaire, hash, items: itemIndex(questionnaire) };
}

/** Has this version of the program seen these vectors pass on this definition? Passing is remembered by content. */
export function vectorMemory(ports: LibraryPorts) {
  const key = (questionnaire: Questionnaire, vectors: unknown): string =>
    ports.sha256(canonicalJson([questionnaireHash(questionnaire, ports.sha256), vectors]));
  return {
    havePassed: (questionnaire: Questionnaire, vectors: unknown): boolean =>
      ports.storage.library.vectorsPassed(key(questionnaire, vectors), ports.about.version),
    remember: (questionnaire: Questionnaire, vectors: unknown): void =>
      ports.storage.library.rememberVectors(key(questionnaire, vectors), ports.about.version, ports.now()),
  };
}

/** Something of the library that is known well enough for a list; `open` reads it in full. */
interface Known {
  readonly entry: LibraryEntry;
  readonly samples: () => readonly unknown[];
  readonly open: () => LoadedQuestionnaire;
}

type Found = Known | BrokenFolder;

/**
 * The shipped folders and the added questionnaires. A shipped folder is parsed and checked once per content and version
 * of the program; after that its remembered definition is used, and its files are only compared by their digest.
 */
export function createLibrary(ports: LibraryPorts): Library {
  const { source, storage, sha256 } = ports;
  const memory = vectorMemory(ports);
  let known: Promise<Found[]> | null = null;
  const stored = new Map<string, LoadedQuestionnaire>();
  const faces = new Map<string, Pick<Questionnaire, 'shortTitle' | 'levels'>>();
  const opened = new Map<string, LoadedQuestionnaire>();
  const ready = new WeakMap<Questionnaire, Map<string, Prepared>>();

  /** One object per content, so that everything made from it can be kept too. */
  function open(hash: string, read: () => Questionnaire): LoadedQuestionnaire {
    const before = opened.get(hash);
    if (before) return before;
    const loaded = loadedFrom(read(), hash);
    opened.set(hash, loaded);
    return loaded;
  }

  const again = (folder: string, definition: unknown): Questionnaire => {
    const parsed = parseStoredQuestionnaire(definition);
    if (!parsed.ok) throw new AppError('questionnaire.invalid', { folder }, parsed.problems);
    return parsed.value;
  };

  function recalled(folder: string, files: FolderFiles): Known | null {
    const row = recall(ports, folder, files.digest);
    return row && fromRecalled(folder, row);
  }

  const fromRecalled = (folder: string, row: Recalled): Known => ({
    entry: describe(row.definition, row.hash, 'shipped', row.vectors),
    samples: row.samples,
    open: () => open(row.hash, () => again(folder, row.definition)),
  });

  function parsedFolder(folder: string, files: FolderFiles): Found {
    const read = files.parse();
    if ('problems' in read) return { folder, problems: read.problems };
    const parsed = parseQuestionnaire(read.definition, read.vectors, memory.havePassed);
    if (!parsed.ok) return { folder, problems: parsed.problems };
    const { questionnaire, vectors } = parsed.value;
    const expected = keyOf(questionnaire.id, questionnaire.version);
    if (folder !== expected) return { folder, problems: [{ path: ['id'], code: 'folder-name', params: { expected } }] };
    memory.remember(questionnaire, vectors);
    const definition = canonicalJson(questionnaire);
    remember(ports, { folder, digest: files.digest, definition, samples: read.samples, vectors: vectors.length });
    const hash = sha256(definition);
    return {
      entry: describe(questionnaire, hash, 'shipped', vectors.length),
      samples: () => read.samples,
      open: () => open(hash, () => questionnaire),
    };
  }

  /** Null when there is no such folder. */
  async function shipped(folder: string): Promise<Found | null> {
    const files = await source.open(folder);
    if (!files) return null;
    const found = recalled(folder, files) ?? parsedFolder(folder, files);
    if (!('entry' in found)) return found;
    const { id, version, hash } = found.entry.summary;
    const added = storage.library.findAdded(id, version);
    if (!added || added.hash === hash) return found;
    const params = { known: added.hash.slice(0, 12), found: hash.slice(0, 12) };
    return { folder, problems: [{ path: ['version'], code: 'other-content', params }] };
  }

  function fromAdded(row: AddedQuestionnaire): Found {
    const folder = keyOf(row.id, row.version);
    const vectors = JSON.parse(row.vectors) as unknown[];
    const definition = JSON.parse(row.definition) as Questionnaire;
    if (!memory.havePassed(definition, vectors)) {
      // Another version of the program may score otherwise than the one that took it in.
      const parsed = parseQuestionnaire(definition, vectors);
      if (!parsed.ok) return { folder, problems: parsed.problems };
      memory.remember(definition, vectors);
    }
    return {
      entry: describe(definition, row.hash, 'added', vectors.length),
      samples: () => [],
      open: () => open(row.hash, () => again(folder, definition)),
    };
  }

  async function load(): Promise<Found[]> {
    const folders = await source.list();
    const found: Found[] = [];
    const taken = new Set<string>();
    for (const row of storage.library.added()) {
      found.push(fromAdded(row));
      taken.add(keyOf(row.id, row.version));
    }
    for (const folder of folders) {
      const entry = await shipped(folder);
      // The same content that a person had added before it was shipped is listed once.
      if (entry && !('entry' in entry && taken.has(folder))) found.push(entry);
    }
    return found;
  }

  const everything = (): Promise<Found[]> =>
    (known ??= load().catch((error: unknown) => {
      // A passing failure of the disk must not last as long as the process.
      known = null;
      throw error;
    }));

  async function find(id: string, version: string): Promise<Found | null> {
    const added = storage.library.findAdded(id, version);
    if (added) return fromAdded(added);
    if (known === null) return shipped(keyOf(id, version));
    const fits = (entry: Found): boolean =>
      'entry' in entry
        ? entry.entry.summary.id === id && entry.entry.summary.version === version
        : entry.folder === keyOf(id, version);
    return (await known).find(fits) ?? null;
  }

  return {
    async entries() {
      const found = await everything();
      return {
        entries: found.flatMap((entry) => ('entry' in entry ? [entry.entry] : [])),
        broken: found.flatMap((entry) => ('entry' in entry ? [] : [entry])),
      };
    },
    async all() {
      const found = await everything();
      return {
        loaded: found.flatMap((entry) => ('entry' in entry ? [{ ...entry.open(), samples: entry.samples() }] : [])),
      };
    },
    async get(id, version) {
      const found = await find(id, version);
      if (!found) throw new AppError('questionnaire.unknown', { id, version });
      if ('entry' in found) return found.open();
      throw new AppError('questionnaire.invalid', { folder: keyOf(id, version) }, found.problems);
    },
    getStored(id, version) {
      const folder = keyOf(id, version);
      const before = stored.get(folder);
      if (before) return before;
      const row = storage.questionnaires.find(id, version);
      if (!row) throw new AppError('questionnaire.unknown', { id, version });
      const loaded = open(row.hash, () => again(folder, row.definition));
      stored.set(folder, loaded);
      return loaded;
    },
    face(id, version) {
      const folder = keyOf(id, version);
      const before = faces.get(folder);
      if (before) return before;
      const row = storage.questionnaires.find(id, version);
      if (!row) throw new AppError('questionnaire.unknown', { id, version });
      // It was checked when it was stored; a title needs no second check.
      const { shortTitle, levels } = row.definition as Questionnaire;
      faces.set(folder, { shortTitle, levels });
      return { shortTitle, levels };
    },
    prepared({ questionnaire }, context) {
      const contexts = ready.get(questionnaire) ?? new Map<string, Prepared>();
      ready.set(questionnaire, contexts);
      const key = `${context.year} ${context.kind}`;
      const before = contexts.get(key);
      if (before) return before;
      const made = prepare(questionnaire, context);
      if (contexts.size >= MAX_CONTEXTS) contexts.clear();
      contexts.set(key, made);
      return made;
    },
    refresh() {
      known = null;
    },
  };
}

/** What a list of questionnaires shows. */
export function summarise(questionnaire: Questionnaire, hash: string): QuestionnaireSummary {
  const { id, version, title, shortTitle, summary, minutes, audience, provenance, groups } = questionnaire;
  return {
    id,
    version,
    hash,
    title,
    shortTitle,
    summary,
    minutes,
    audience,
    basis: provenance.basis,
    status: provenance.status,
    items: countScored(groups),
    groups: groups.length,
  };
}

const describe = (
  questionnaire: Questionnaire,
  hash: string,
  origin: LibraryEntry['origin'],
  vectors: number,
): LibraryEntry => ({
  summary: summarise(questionnaire, hash),
  origin,
  example: questionnaire.example === true,
  vectors,
});

/** Scored items at or below the nodes, those of unscored groups left out, whatever the kind of organisation. */
function countScored(nodes: readonly Node[]): number {
  return nodes.reduce((count, node) => count + (!node.scored ? 0 : isGroup(node) ? countScored(node.children) : 1), 0);
}
