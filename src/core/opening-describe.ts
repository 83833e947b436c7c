/** What a file says, for a person to look at before anything is taken over. */
import type { ForeignResult, OrganisationMatch, StatedFigures } from '../contract/views/files.ts';
import { answersOf, type Answer } from '../domain/assessment/answer.ts';
import { checkAnswer } from '../domain/assessment/check-answer.ts';
import { compare, exact, toFraction } from '../domain/exact/exact.ts';
import type { Problem } from '../domain/problem.ts';
import type { Item } from '../domain/questionnaire/types.ts';
import { shortHash } from '../domain/result-file/identity.ts';
import { score } from '../domain/scoring/score.ts';
import type { Language, LocalizedText } from '../domain/text/localized.ts';
import { foldText } from '../domain/text/normalize.ts';
import type { Library, LoadedQuestionnaire } from './library.ts';
import { inContext } from './library-context.ts';
import { machineView } from './machine-view.ts';
import type { Taken } from './opening-take.ts';
import type { Ports } from './ports.ts';

/** So many faults of one file are named. */
export const MAX_PROBLEMS = 10;

/** A file's content with the questionnaire that it was answered with; null where that is not here. */
export interface Opened {
  readonly taken: Taken;
  readonly loaded: LoadedQuestionnaire | null;
  readonly problems: readonly Problem[];
}

const both = (text: string): LocalizedText => ({ vi: text, en: text }) satisfies Record<Language, string>;

function sameNumber(a: string | null, b: string | null): boolean {
  return a === null || b === null ? a === b : compare(exact(a), exact(b)) === 0;
}

/** Does what a file says of items fit the questionnaire? Paths begin with the kind of record and the item. */
export function answerProblems(
  taken: Pick<Taken, 'records' | 'evidence' | 'appraisals' | 'targets'>,
  { items }: Pick<LoadedQuestionnaire, 'items'>,
): Problem[] {
  const evidence = new Set(taken.evidence.map(({ id }) => id));
  const judge = (
    place: string,
    itemId: string,
    answer: Answer | null,
    more: (item: Item) => Problem[] = () => [],
  ): Problem[] => {
    const path = [place, itemId];
    const item = items.get(itemId);
    if (!item) return [{ path, code: 'unknown-item', params: { id: itemId } }];
    const found = answer === null ? [] : checkAnswer(item, answer);
    return [...found.map((problem) => ({ ...problem, path: [...path, ...problem.path] })), ...more(item)];
  };
  return [
    ...taken.records.flatMap((record) =>
      judge('records', record.itemId, record.answer, () => {
        const missing = record.evidence.find((id) => !evidence.has(id));
        return missing === undefined
          ? []
          : [{ path: ['records', record.itemId], code: 'unknown-evidence', params: { id: missing } }];
      }),
    ),
    ...taken.appraisals.flatMap(({ itemId, answer }) => judge('appraisals', itemId, answer)),
    ...taken.targets.flatMap(({ itemId, value }) => judge('targets', itemId, { state: 'answered', value })),
  ];
}

/** Organisations here that may be the one of the file, the likeliest first. */
function matchesOf(ports: Ports, { organisation, questionnaire, period, deidentified }: Taken): OrganisationMatch[] {
  const { storage } = ports;
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
            : !deidentified && foldText(known.name) === name
              ? 'name'
              : null;
      if (by === null) return [];
      const same = storage.assessments.findSame(known.id, questionnaire.id, period);
      return [{ id: known.id, name: known.name, by, taken: same && { assessmentId: same.id, state: same.state } }];
    })
    .sort((a, b) => order[a.by] - order[b.by]);
}

type StatedTotal = NonNullable<Taken['stated']>;

/** A total as a file states it, with the level's name where the questionnaire is here. */
export function statedFigures(total: StatedTotal, loaded: LoadedQuestionnaire | null): StatedFigures {
  const { value, max, level } = total;
  return { value, max, level, levelName: levelName(level, loaded) };
}

const levelName = (level: number | null, loaded: LoadedQuestionnaire | null): LocalizedText | null =>
  loaded?.questionnaire.levels.find((entry) => entry.value === level)?.name ?? null;

/** Everything that the screen shows of a result: scored anew where that can be done, as stated otherwise. */
export function describeResult(ports: Ports, library: Library, { taken, loaded, problems }: Opened): ForeignResult {
  const { storage } = ports;
  const same = loaded !== null && (taken.questionnaire.hash === null || taken.questionnaire.hash === loaded.hash);
  const usable = same && problems.length === 0;
  const scored = usable
    ? score(
        inContext(library, loaded, { kind: taken.organisation.kind, year: taken.period.year }).prepared,
        answersOf(taken.records),
      )
    : null;
  const { stated, revision, organisation } = taken;
  const kind = ports.reference.kinds.find(({ id }) => id === organisation.kind);
  const own = taken.assessmentId === null ? null : storage.assessments.find(taken.assessmentId);
  const value = scored ? scored.value && toFraction(scored.value) : (stated?.value ?? null);
  const max = scored ? scored.max && toFraction(scored.max) : (stated?.max ?? null);
  const level = scored ? scored.level : (stated?.level ?? null);
  const tally = scored ? scored.tally : stated;
  const files = [...taken.attached.values()];
  return {
    kind: 'result',
    source: taken.source,
    code: revision && shortHash(revision.hash),
    revision: revision?.number ?? 0,
    deidentified: taken.deidentified,
    machine: revision ? machineView(ports, revision.hash, taken.code, organisation.id) : { kind: 'none', mark: null },
    attached: {
      named: new Set(taken.evidence.flatMap(({ attached }) => attached?.sha256 ?? [])).size,
      files: files.length,
      bytes: files.reduce((sum, { length }) => sum + length, 0),
    },
    sheets: taken.sheets,
    appraised: taken.statedAppraised && statedFigures(taken.statedAppraised, same ? loaded : null),
    organisation: { name: organisation.name, kind: kind?.name ?? both(organisation.kind), code: organisation.code },
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
    levelName: same ? levelName(level, loaded) : null,
    agrees: stated && scored ? sameNumber(stated.value, value) && stated.level === level : null,
    hindrance: own
      ? {
          kind: 'own',
          assessmentId: own.id,
          state: own.state,
          latest: storage.submissions.list(own.id)[0]?.contentHash === revision?.hash,
        }
      : loaded === null
        ? { kind: 'no-questionnaire', addable: taken.hasDefinition }
        : !same
          ? { kind: 'other-content' }
          : problems.length > 0
            ? { kind: 'answers', problems: problems.slice(0, MAX_PROBLEMS) }
            : null,
    matches: matchesOf(ports, taken),
  };
}
