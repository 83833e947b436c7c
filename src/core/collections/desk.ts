/** Where results find their collection, their unit and their standing; everything here is one synchronous step. */
import { AppError } from '../../contract/errors.ts';
import type { Period } from '../../domain/assessment/period.ts';
import { decide, standings } from '../../domain/collection/decide.ts';
import { createMatcher } from '../../domain/collection/match.ts';
import type { ExpectedUnit, Known, Submission } from '../../domain/collection/types.ts';
import type { Language } from '../../domain/text/localized.ts';
import { foldText } from '../../domain/text/normalize.ts';
import { createTranslator } from '../../domain/wording/catalogue.ts';
import { en } from '../../domain/wording/en.ts';
import { periodText } from '../../domain/wording/sentences.ts';
import { vi } from '../../domain/wording/vi.ts';
import { keepDefinition } from '../assessments.ts';
import type { PackedCollection } from './package.ts';
import type { Library, LoadedQuestionnaire } from '../library.ts';
import type { Ports } from '../ports.ts';
import type { CollectionRow, Matched, ResultStanding, RunRow, StagedRow } from '../ports/collections.ts';

const WORDS = { vi: createTranslator('vi', vi), en: createTranslator('en', en) };

export interface Desk {
  /** @throws AppError collection.unknown */
  find(id: string): CollectionRow;
  /** A version that results may name; null when it is not here. */
  questionnaire(id: string, version: string): Promise<LoadedQuestionnaire | null>;
  /** Takes what a run has read into collections. @returns the ids of those that changed */
  settle(run: RunRow): Promise<string[]>;
  /** Finds the units of all results anew, except where a person said which one it is. */
  rematch(id: string): void;
  /** Takes back what a person said about the unit of a result. */
  unplace(id: string, result: number): void;
  /** Works out anew which results count. */
  restand(id: string): void;
  /** Notes that something in a collection has changed. */
  touch(id: string): void;
}

type Organisation = StagedRow['organisation'];

/** What stands for a unit that is in no list: its code, which survives a new installation, or else its id. */
export function ownUnitId({ id, code, kind }: Organisation): string {
  const trimmed = code.trim();
  return trimmed === '' ? id : `${kind} ${trimmed.toLowerCase()}`;
}

/** An organisation under its name: a copied installation that was renamed is another one. */
export const sameBody = ({ id, name }: Pick<Organisation, 'id' | 'name'>): string => `${id} ${foldText(name)}`;

const periodKey = ({ kind, year, number }: Period): string => `${kind} ${year} ${number}`;
const slotOf = (entry: Pick<Submission, 'unitId' | 'period'>): string => `${periodKey(entry.period)} ${entry.unitId}`;

const submissionOf = (
  head: Pick<StagedRow, 'contentHash' | 'resultId' | 'revision' | 'replaces' | 'period'>,
  unitId: string,
  questionnaireId: string,
): Submission => ({
  contentHash: head.contentHash,
  resultId: head.resultId,
  revision: head.revision,
  replaces: head.replaces,
  period: head.period,
  unitId,
  questionnaireId,
});

/** Names of provinces by code, as matching wants them. */
export const provinceNames = ({ reference }: Pick<Ports, 'reference'>): ReadonlyMap<string, readonly string[]> =>
  new Map(reference.provinces.map(({ code, name }) => [code, [name]] as const));

export function createDesk(ports: Ports, library: Library): Desk {
  const { storage } = ports;
  const store = storage.collections;

  function find(id: string): CollectionRow {
    const row = store.find(id);
    if (!row) throw new AppError('collection.unknown');
    return row;
  }

  async function questionnaire(id: string, version: string): Promise<LoadedQuestionnaire | null> {
    try {
      if (storage.questionnaires.find(id, version)) return library.getStored(id, version);
      return await library.get(id, version);
    } catch (error) {
      if (error instanceof AppError && error.code.startsWith('questionnaire.')) return null;
      throw error;
    }
  }

  /** Which unit an organisation is, in one collection. */
  function placer(id: string): (organisation: Organisation) => { unitId: string; matched: Matched } {
    const units = store.units(id);
    if (units.length === 0) return (organisation) => ({ unitId: ownUnitId(organisation), matched: 'none' });
    const matcher = createMatcher(units, provinceNames(ports));
    return (organisation) => {
      const match = matcher.match(organisation);
      return match.kind === 'open'
        ? { unitId: ownUnitId(organisation), matched: 'none' }
        : { unitId: match.unitId, matched: 'found' };
    };
  }

  function restand(id: string): void {
    const { questionnaire: ref } = find(id);
    const heads = store.heads(id);
    const known: Known = {
      submissions: heads.map((head) => submissionOf(head, head.unitId, ref.id)),
      tombstones: [],
      choices: store.choices(id),
    };
    const found = standings(known);
    for (const head of heads) {
      const standing: ResultStanding = found.get(head.contentHash)?.kind ?? 'counts';
      if (standing !== head.standing) store.stand(head.id, standing);
    }
  }

  function touch(id: string): void {
    store.save({ ...find(id), updatedAt: ports.now() });
  }

  /** The collection of a questionnaire version and period, a new one where there is none. */
  function sorted(staged: StagedRow, loaded: LoadedQuestionnaire, language: Language): string {
    const { questionnaire: ref, period } = staged;
    const fits = (row: CollectionRow): boolean =>
      row.questionnaire.hash === ref.hash && periodKey(row.period) === periodKey(period);
    const known = store.list().find(fits);
    if (known) return known.id;
    const at = ports.now();
    const id = ports.newId();
    keepDefinition(ports, loaded, at);
    const title = loaded.questionnaire.shortTitle[language];
    const name = `${title} · ${periodText(WORDS[language], period)}`;
    store.save({ id, name, questionnaire: ref, period, notes: '', createdAt: at, updatedAt: at });
    return id;
  }

  /**
   * Joins what a handed-on collection knows beside its results: units, decisions, removed results. Joining in another
   * order gives the same.
   * @returns the collection that it was joined with; null when that one has another questionnaire
   */
  function join(packed: PackedCollection, loaded: LoadedQuestionnaire, into: string | null): string | null {
    const at = ports.now();
    const id = into ?? packed.id;
    const known = store.find(id);
    if (known && known.questionnaire.hash !== packed.questionnaire.hash) return null;
    if (!known) {
      const { name, period, notes, questionnaire: ref } = packed;
      keepDefinition(ports, loaded, at);
      store.save({ id, name, questionnaire: ref, period, notes, createdAt: at, updatedAt: at });
    }
    const units = new Map([...packed.units, ...store.units(id)].map((unit) => [unit.id, unit] as const));
    if (known) {
      const order = new Map(store.units(id).map((unit, place) => [unit.id, place] as const));
      const rank = (unit: ExpectedUnit): number => order.get(unit.id) ?? Infinity;
      store.saveUnits(
        id,
        [...units.values()].sort((a, b) => rank(a) - rank(b) || (a.id < b.id ? -1 : 1)),
      );
    } else store.saveUnits(id, packed.units);
    for (const choice of packed.choices) store.choose(id, choice, at);
    const removed = new Set(packed.tombstones);
    for (const hash of removed) store.bury(id, hash, at);
    for (const head of store.heads(id)) if (removed.has(head.contentHash)) store.removeResult(head.id);
    rematch(id);
    return id;
  }

  /** Decides about results for one collection, in the order of their files. */
  function take(run: string, id: string, rows: readonly StagedRow[]): void {
    const collection = find(id);
    const place = placer(id);
    const listed = new Set(store.units(id).map((unit) => unit.id));
    const slots = new Map<string, Submission[]>();
    const results = new Map<string, number>();
    /** Units that people named: later results of the same organisation under the same name follow. */
    const said = new Map<string, string>();
    const put = (submission: Submission): void => {
      const slot = slotOf(submission);
      const there = slots.get(slot);
      if (there) there.push(submission);
      else slots.set(slot, [submission]);
    };
    for (const head of store.heads(id)) {
      put(submissionOf(head, head.unitId, collection.questionnaire.id));
      results.set(head.contentHash, head.id);
      if (head.matched !== 'hand' || !listed.has(head.unitId)) continue;
      said.set(sameBody(head.organisation), head.unitId);
    }
    const removed = new Set(store.tombstones(id));
    const choices = store.choices(id);
    for (const row of rows) {
      const { at, part, contentHash } = row;
      if (row.questionnaire.hash !== collection.questionnaire.hash) {
        store.setOutcome(run, at, part, 'other-questionnaire', null, null);
        continue;
      }
      if (removed.has(contentHash)) {
        store.setOutcome(run, at, part, 'removed', id, null);
        continue;
      }
      const there = results.get(contentHash);
      if (there !== undefined) {
        store.setOutcome(run, at, part, 'known', id, there);
        continue;
      }
      const named =
        row.unit !== null && listed.has(row.unit) ? row.unit : (said.get(sameBody(row.organisation)) ?? null);
      const { unitId, matched } =
        named === null ? place(row.organisation) : { unitId: named, matched: 'hand' as const };
      const submission = submissionOf(row, unitId, collection.questionnaire.id);
      const rivals = slots.get(slotOf(submission)) ?? [];
      const { verdict } = decide({ submissions: rivals, tombstones: [], choices }, submission);
      store.adopt(row.id, id, unitId, matched);
      store.setOutcome(run, at, part, verdict, id, row.id);
      results.set(contentHash, row.id);
      put(submission);
    }
    restand(id);
    touch(id);
  }

  /** After a list of units has grown, results may find their place in it. */
  function rematch(id: string): void {
    const place = placer(id);
    for (const head of store.heads(id)) {
      if (head.matched === 'hand') continue;
      const { unitId, matched } = place(head.organisation);
      if (unitId !== head.unitId || matched !== head.matched) store.place(head.id, unitId, matched);
    }
    restand(id);
  }

  return {
    find,
    questionnaire,
    restand,
    touch,
    unplace(id, result) {
      const head = store.heads(id).find((entry) => entry.id === result);
      if (head) store.place(result, ownUnitId(head.organisation), 'none');
    },
    rematch,
    async settle(run) {
      const staged = store.staged(run.run);
      const versions = new Map<string, LoadedQuestionnaire>();
      for (const { questionnaire: ref } of staged) {
        if (versions.has(ref.hash)) continue;
        const loaded = await questionnaire(ref.id, ref.version);
        if (loaded) versions.set(ref.hash, loaded);
      }
      const packed = store.stagedCollections(run.run);
      for (const {
        collection: { questionnaire: ref },
      } of packed) {
        const loaded = versions.has(ref.hash) ? null : await questionnaire(ref.id, ref.version);
        if (loaded?.hash === ref.hash) versions.set(ref.hash, loaded);
      }
      return storage.transaction(() => {
        /** Where the results of a handed-on collection go, by the place of its file. */
        const homes = new Map<number, string>();
        for (const { at, part, collection } of packed) {
          const loaded = versions.get(collection.questionnaire.hash);
          const id = loaded ? join(collection, loaded, run.collectionId) : null;
          const kind = loaded ? (id === null ? 'other-questionnaire' : 'accepted') : 'unknown-questionnaire';
          store.setOutcome(run.run, at, part, kind, id, null);
          if (id !== null) homes.set(at, id);
        }
        const groups = new Map<string, StagedRow[]>();
        const ids = new Map<string, string>();
        const sortedId = (row: StagedRow, loaded: LoadedQuestionnaire): string => {
          const key = `${row.questionnaire.hash} ${periodKey(row.period)}`;
          const id = ids.get(key) ?? sorted(row, loaded, run.language);
          ids.set(key, id);
          return id;
        };
        for (const row of staged) {
          const loaded = versions.get(row.questionnaire.hash);
          if (!loaded) {
            store.setOutcome(run.run, row.at, row.part, 'unknown-questionnaire', null, null);
            continue;
          }
          const id = homes.get(row.at) ?? run.collectionId ?? sortedId(row, loaded);
          const rows = groups.get(id);
          if (rows) rows.push(row);
          else groups.set(id, [row]);
        }
        for (const id of homes.values()) if (!groups.has(id)) groups.set(id, []);
        for (const [id, rows] of groups) take(run.run, id, rows);
        store.dropStaged(run.run);
        store.saveRun({ ...run, state: 'done', finishedAt: ports.now() });
        return [...groups.keys()];
      });
    },
  };
}
