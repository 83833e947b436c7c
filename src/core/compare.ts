import { AppError } from '../contract/errors.ts';
import type {
  ComparedAnswer,
  ComparedItem,
  ComparedNode,
  CompareSide,
  CompareView,
} from '../contract/views/compare.ts';
import { answersOf } from '../domain/assessment/answer.ts';
import {
  compareItems,
  overComparable,
  shareChange,
  type Compared,
  type ItemComparison,
  type ItemSide,
} from '../domain/compare/compare.ts';
import { exact, subtract } from '../domain/exact/exact.ts';
import { printValue } from '../domain/items/registry.ts';
import type { Group } from '../domain/questionnaire/types.ts';
import { comparableItems, compareVersionNumbers } from '../domain/questionnaire/versions.ts';
import { score } from '../domain/scoring/score.ts';
import { shareOf } from '../domain/scoring/summary.ts';
import { trace } from '../domain/scoring/trace.ts';
import { speak } from '../domain/scoring/trace-text.ts';
import type { LocalizedText } from '../domain/text/localized.ts';
import { createTranslator } from '../domain/wording/catalogue.ts';
import { en } from '../domain/wording/en.ts';
import { vi } from '../domain/wording/vi.ts';
import { findAssessment, summariseAssessment } from './assessments.ts';
import type { Handlers } from './dispatch.ts';
import type { Library, LoadedQuestionnaire } from './library.ts';
import { readyFor } from './library-context.ts';
import type { AssessmentRow, Ports } from './ports.ts';
import { exactText, levelInWords, sideFigures } from './result-items.ts';
import { derivedView } from './rounds.ts';

const WORDS = { vi: createTranslator('vi', vi), en: createTranslator('en', en) };

const both = (print: (language: 'vi' | 'en') => string): LocalizedText => ({ vi: print('vi'), en: print('en') });

interface Side extends Compared {
  readonly row: AssessmentRow;
  readonly loaded: LoadedQuestionnaire;
}

function sideFor(ports: Ports, library: Library, row: AssessmentRow): Side {
  const ready = readyFor(ports, library, row);
  const records = ports.storage.answers.list(row.id);
  return {
    row,
    loaded: ready,
    prepared: ready.prepared,
    records,
    scored: score(ready.prepared, answersOf(records)),
    evidence: ports.storage.evidence.list(row.id),
  };
}

const sideView = (ports: Ports, library: Library, { row, prepared, scored }: Side): CompareSide => ({
  assessment: summariseAssessment(ports, library, row),
  level: scored.level,
  levelText: levelInWords(prepared, scored),
});

/** Ids before by ids now; the newer version knows which former ids an item continues, whichever side it is on. */
function pairsOf(before: Side, now: Side): ReadonlyMap<string, string> {
  if (before.row.questionnaireVersion === now.row.questionnaireVersion)
    return new Map([...now.loaded.items.keys()].map((id) => [id, id]));
  if (compareVersionNumbers(before.row.questionnaireVersion, now.row.questionnaireVersion) < 0)
    return comparableItems(before.loaded.questionnaire, now.loaded.questionnaire);
  const turned = comparableItems(now.loaded.questionnaire, before.loaded.questionnaire);
  const byNow = new Map([...turned].map(([then, present]) => [present, then]));
  return new Map([...now.loaded.items.keys()].flatMap((id) => (byNow.has(id) ? [[id, byNow.get(id) as string]] : [])));
}

function answerView(side: ItemSide | null): ComparedAnswer | null {
  if (side === null) return null;
  const { item, answer, state, value, max } = side;
  return {
    state,
    value: exactText(value),
    max: exactText(max),
    percent: exactText(shareOf({ value, max })),
    text: both((language) => (answer.state === 'answered' ? printValue(item, answer.value, language) : '')),
  };
}

const itemView = (entry: ItemComparison): ComparedItem => ({
  itemId: entry.item.id,
  code: entry.item.code,
  title: entry.item.title,
  groupId: entry.group.id,
  move: entry.move,
  before: answerView(entry.before),
  now: answerView(entry.now),
  change: exactText(entry.change),
  explanation: entry.explanation,
  newEvidence: entry.newEvidence,
});

type Named = Pick<ComparedNode, 'id' | 'code' | 'title'>;

/** A node of two scores of one version. */
function scoredNode(named: Named, before: Side, now: Side): ComparedNode {
  const [then, present] = [before.scored.byId.get(named.id) ?? null, now.scored.byId.get(named.id) ?? null];
  return {
    ...named,
    before: then && sideFigures(then),
    now: present && sideFigures(present),
    change: exactText(shareChange(then, present)),
  };
}

/** A node of two versions: only its items that can be compared, without a level. */
function itemsNode(named: Named, items: readonly ItemComparison[]): ComparedNode {
  const sums = overComparable(items);
  const change = sums && shareChange(sums.before, sums.now);
  return {
    ...named,
    before: sums && sideFigures({ ...sums.before, level: null }),
    now: sums && sideFigures({ ...sums.now, level: null }),
    change: exactText(change),
  };
}

const named = ({ id, code, title }: Group): Named => ({ id, code, title });

const pillars = ({ loaded }: Side): Group[] => loaded.questionnaire.groups.filter(({ scored }) => scored);

function compareSides(ports: Ports, library: Library, before: Side, now: Side): CompareView {
  const pairs = pairsOf(before, now);
  const items = compareItems(before, now, pairs);
  const sameVersion = before.row.questionnaireVersion === now.row.questionnaireVersion;
  const root: Named = { id: now.prepared.root.id, code: '', title: now.loaded.questionnaire.shortTitle };
  return {
    questionnaire: { id: now.row.questionnaireId, version: now.row.questionnaireVersion },
    now: sideView(ports, library, now),
    before: sideView(ports, library, before),
    derived: null,
    sameOrganisation: before.row.organisationId === now.row.organisationId,
    break: sameVersion
      ? null
      : {
          version: before.row.questionnaireVersion,
          comparable: pairs.size,
          added: now.loaded.items.size - pairs.size,
          dropped: before.loaded.items.size - pairs.size,
        },
    basis: sameVersion ? 'scores' : 'items',
    root: sameVersion ? scoredNode(root, before, now) : itemsNode(root, items),
    groups: pillars(now).map((group) =>
      sameVersion
        ? scoredNode(named(group), before, now)
        : itemsNode(
            named(group),
            items.filter((entry) => entry.group.id === group.id),
          ),
    ),
    items: items.map(itemView),
  };
}

/** Beside the means of the units that the organisation was formed from: figures only, no answers. */
function compareDerived(ports: Ports, library: Library, now: Side): CompareView {
  const derived = derivedView(ports, library, now.row);
  if (!derived) throw new AppError('assessment.unknown');
  const figures = new Map(derived.figures.map((figure) => [figure.id, figure]));
  const node = (entry: Named): ComparedNode => {
    const own = now.scored.byId.get(entry.id) ?? null;
    const found = figures.get(entry.id);
    const share = own && shareOf(own);
    return {
      ...entry,
      before: found ? { value: found.value, max: found.max, percent: found.percent, level: null } : null,
      now: own && sideFigures(own),
      change: share && found?.percent ? exactText(subtract(share, exact(found.percent))) : null,
    };
  };
  return {
    questionnaire: { id: now.row.questionnaireId, version: now.row.questionnaireVersion },
    now: sideView(ports, library, now),
    before: null,
    derived: { sources: derived.sources, missing: derived.missing },
    sameOrganisation: true,
    break: null,
    basis: 'derived',
    root: node({ id: now.prepared.root.id, code: '', title: now.loaded.questionnaire.shortTitle }),
    groups: pillars(now).map((group) => node(named(group))),
    items: [],
  };
}

export function compareHandlers(ports: Ports, library: Library): Pick<Handlers, 'results.trace' | 'results.compare'> {
  return {
    'results.trace': ({ assessmentId, language }) => {
      const { prepared, scored, records } = sideFor(ports, library, findAssessment(ports, assessmentId));
      return speak(trace(prepared, answersOf(records), scored, language), WORDS[language], language);
    },
    'results.compare': ({ now: nowId, before: beforeId }) => {
      const now = sideFor(ports, library, findAssessment(ports, nowId));
      if (beforeId === null) return compareDerived(ports, library, now);
      const row = findAssessment(ports, beforeId);
      if (row.questionnaireId !== now.row.questionnaireId)
        throw new AppError('assessment.other-questionnaire', {
          before: row.questionnaireId,
          now: now.row.questionnaireId,
        });
      return compareSides(ports, library, sideFor(ports, library, row), now);
    },
  };
}
