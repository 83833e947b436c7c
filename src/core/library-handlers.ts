import { AppError } from '../contract/errors.ts';
import type { AddedView, LibraryDetail, LibraryLine, LibraryView } from '../contract/views/library.ts';
import { parseQuestionnaire } from '../domain/questionnaire/parse.ts';
import type { Questionnaire } from '../domain/questionnaire/types.ts';
import { compareVersions, compareVersionNumbers } from '../domain/questionnaire/versions.ts';
import { fromBase64 } from '../domain/text/base64.ts';
import { canonicalJson } from '../domain/text/canonical-json.ts';
import type { Handlers } from './dispatch.ts';
import { vectorMemory, type Library, type LibraryEntry } from './library.ts';
import type { Ports } from './ports.ts';
import type { GivenFile } from './ports/library.ts';
import { readSettings } from './settings.ts';

type Methods =
  | 'questionnaires.list'
  | 'questionnaires.get'
  | 'library.list'
  | 'library.get'
  | 'library.compare'
  | 'library.add'
  | 'library.show'
  | 'library.remove';

/** Characters of a content hash that a sentence shows; enough to tell two contents apart. */
const SHOWN_HASH = 12;

/** The questionnaires that are here: looking at them, adding, hiding, removing, and what a version changed. */
export function libraryHandlers(ports: Ports, library: Library): Pick<Handlers, Methods> {
  const { storage } = ports;
  const memory = vectorMemory(ports);

  /** Adds to entries what this database says about them. */
  function toLines(entries: readonly LibraryEntry[]): LibraryLine[] {
    const shown = storage.library.shown();
    const isAuthor = readSettings(storage).mode === 'author';
    const uses = storage.library.uses();
    const newest = new Map<string, string>();
    for (const { summary } of entries) {
      const before = newest.get(summary.id);
      if (before === undefined || compareVersionNumbers(summary.version, before) > 0)
        newest.set(summary.id, summary.version);
    }
    return entries.map(({ summary, origin, example, vectors }) => {
      const key = `${summary.id}/${summary.version}`;
      return {
        ...summary,
        origin,
        example,
        vectors,
        // Examples are for authors; others see them only after somebody has asked for them.
        shown: shown.get(key) ?? (!example || isAuthor),
        uses: uses.get(key) ?? 0,
        newest: newest.get(summary.id) === summary.version,
      };
    });
  }

  async function view(): Promise<LibraryView> {
    const { entries, broken } = await library.entries();
    const lines = toLines(entries).sort(
      (a, b) =>
        Number(a.example) - Number(b.example) ||
        (a.id < b.id ? -1 : a.id > b.id ? 1 : 0) ||
        compareVersionNumbers(b.version, a.version),
    );
    return { lines, broken };
  }

  async function lineOf(id: string, version: string): Promise<LibraryLine> {
    const line = (await view()).lines.find((entry) => entry.id === id && entry.version === version);
    if (line) return line;
    // Says why, when it is here but broken.
    await library.get(id, version);
    throw new AppError('questionnaire.unknown', { id, version });
  }

  async function definitionOf(id: string, version: string): Promise<Questionnaire> {
    return (await library.get(id, version)).questionnaire;
  }

  /** Files in a message become bytes. @throws AppError input.invalid naming the file */
  function bytesOf(files: readonly { name: string; base64: string }[]): GivenFile[] {
    return files.map(({ name, base64 }, index) => {
      const bytes = fromBase64(base64);
      if (bytes) return { name, bytes };
      throw new AppError('input.invalid', {}, [
        { path: ['files', index, 'base64'], code: 'shape', params: { reason: 'Base64' } },
      ]);
    });
  }

  /** The content under this id and version that is here already, wherever it stands. */
  async function present(id: string, version: string): Promise<string | null> {
    const added = storage.library.findAdded(id, version)?.hash;
    const used = storage.questionnaires.find(id, version)?.hash;
    if (added ?? used) return added ?? used ?? null;
    const { entries } = await library.entries();
    const entry = entries.find(({ summary }) => summary.id === id && summary.version === version);
    return entry?.summary.hash ?? null;
  }

  async function add(files: readonly GivenFile[]): Promise<AddedView> {
    const read = await ports.source.given(files);
    if ('problems' in read) throw new AppError('questionnaire.invalid', { folder: read.folder }, read.problems);
    const parsed = parseQuestionnaire(read.definition, read.vectors, memory.havePassed);
    if (!parsed.ok) throw new AppError('questionnaire.invalid', { folder: read.folder }, parsed.problems);
    const { questionnaire, vectors } = parsed.value;
    const { id, version, title } = questionnaire;
    const canonical = canonicalJson(questionnaire);
    const hash = ports.sha256(canonical);
    const known = await present(id, version);
    if (known !== null && known !== hash)
      throw new AppError('questionnaire.differs', {
        id,
        version,
        known: known.slice(0, SHOWN_HASH),
        found: hash.slice(0, SHOWN_HASH),
      });
    const { entries } = await library.entries();
    const isListed = entries.some(({ summary }) => summary.hash === hash);
    storage.transaction(() => {
      memory.remember(questionnaire, vectors);
      if (!isListed)
        storage.library.add({
          id,
          version,
          hash,
          definition: canonical,
          vectors: canonicalJson(vectors),
          addedAt: ports.now(),
        });
      // Whoever adds it wants to see it, also when it was hidden before.
      storage.library.setShown(id, version, true);
    });
    changed();
    return { id, version, title, outcome: isListed ? 'known' : 'added' };
  }

  function changed(): void {
    library.refresh();
    ports.emit({ type: 'library.changed' });
  }

  return {
    'questionnaires.list': async () => {
      const { entries, broken } = await library.entries();
      const hidden = new Set(
        toLines(entries)
          .filter(({ shown }) => !shown)
          .map(({ hash }) => hash),
      );
      return {
        questionnaires: entries.map(({ summary }) => summary).filter(({ hash }) => !hidden.has(hash)),
        broken: [...broken],
      };
    },
    // An assessment stays on the definition it was started with; the library is asked only for unused ones.
    'questionnaires.get': async ({ id, version }) => {
      const stored = storage.questionnaires.find(id, version) !== null;
      const { questionnaire, hash } = stored ? library.getStored(id, version) : await library.get(id, version);
      return { questionnaire, hash };
    },

    'library.list': view,

    'library.get': async ({ id, version }): Promise<LibraryDetail> => {
      const { entries } = await library.entries();
      const versions = entries
        .flatMap(({ summary }) => (summary.id === id ? [summary.version] : []))
        .sort((a, b) => compareVersionNumbers(b, a));
      const line = await lineOf(id, version);
      const questionnaire = await definitionOf(id, version);
      const from = versions.find((other) => compareVersionNumbers(other, version) < 0);
      return {
        line,
        questionnaire,
        versions,
        changed:
          from === undefined
            ? null
            : { from, difference: compareVersions(await definitionOf(id, from), questionnaire) },
      };
    },

    'library.compare': async ({ id, older, newer }) =>
      compareVersions(await definitionOf(id, older), await definitionOf(id, newer)),

    'library.add': ({ files }) => add(bytesOf(files)),

    'library.show': async ({ id, version, shown }) => {
      await lineOf(id, version);
      storage.transaction(() => storage.library.setShown(id, version, shown));
      ports.emit({ type: 'library.changed' });
      return view();
    },

    'library.remove': async ({ id, version }) => {
      if (!storage.library.findAdded(id, version)) {
        // Removed before: the same request twice. Shipped: it would come back with the next start.
        const { entries } = await library.entries();
        if (entries.some(({ summary }) => summary.id === id && summary.version === version))
          throw new AppError('questionnaire.shipped', { id, version });
        return view();
      }
      const uses = storage.library.uses().get(`${id}/${version}`) ?? 0;
      if (uses > 0) throw new AppError('questionnaire.in-use', { id, version, uses });
      storage.transaction(() => storage.library.remove(id, version));
      changed();
      return view();
    },
  };
}
