/** Everything that follows from a plan and the answers that it stands on: the same for screen and annex. Plain JSON. */
import { toFraction, type Exact } from '../exact/exact.ts';
import { printValue } from '../items/registry.ts';
import type { Group, Item } from '../questionnaire/types.ts';
import { topGroupOf } from '../questionnaire/walk.ts';
import { plain } from '../report/context.ts';
import { NO_FACTS, type Score } from '../scoring/result.ts';
import { score } from '../scoring/score.ts';
import { shareOf } from '../scoring/summary.ts';
import type { LocalizedText } from '../text/localized.ts';
import { createTranslator } from '../wording/catalogue.ts';
import { figureFacts, type FigureFacts } from './figures.ts';
import { waveOf, type Wave } from './order.ts';
import { gainOf, openRaises, scoreByPhase, scoreWith, stepOf, type OpenRaises } from './outlook.ts';
import type { PlanInput } from './input.ts';
import type { PlanTask } from './plan.ts';
import {
  daysLate,
  latenessOf,
  latestRecord,
  reportPeriods,
  targetState,
  type Lateness,
  type ReportPeriod,
  type TargetState,
} from './progress.ts';
import { isTaken, suggest, type Suggestion } from './suggest.ts';
import { planWordsEn } from './words/en.ts';
import { planWordsVi } from './words/vi.ts';

/** Level and figures of a whole score. Exact numbers as text. */
export interface Outlook {
  readonly level: number | null;
  readonly value: string | null;
  readonly max: string | null;
  readonly percent: string | null;
}

/** A criterion that a task can raise, with the answers above the present one. */
export interface Raisable {
  readonly itemId: string;
  readonly code: string;
  readonly title: LocalizedText;
  readonly groupTitle: LocalizedText;
  /** Points now; null when unanswered. */
  readonly from: string | null;
  /** Lowest first. */
  readonly options: readonly { readonly to: string; readonly text: LocalizedText }[];
}

/** What follows from one task. */
export interface TaskFacts {
  readonly id: string;
  readonly wave: Wave;
  /** Points gained at its criteria. */
  readonly gain: string;
  readonly lateness: Lateness;
  readonly daysLate: number;
  readonly items: readonly {
    readonly itemId: string;
    readonly code: string;
    readonly title: LocalizedText;
    /** Points once it is done. */
    readonly to: string;
    /** False: the criterion stands there already, or cannot be raised. */
    readonly open: boolean;
  }[];
}

export interface SuggestionFacts {
  readonly key: string;
  readonly itemId: string;
  readonly code: string;
  readonly groupTitle: LocalizedText;
  readonly text: LocalizedText;
  readonly from: string | null;
  readonly to: string;
  readonly gain: string;
  readonly priority: number;
  readonly effort: number;
  readonly wave: Wave;
  /** On the way to the target. */
  readonly needed: boolean;
}

export interface PlanFacts {
  readonly now: Outlook;
  /** With all tasks done. */
  readonly all: Outlook;
  /** Points of all tasks together; a criterion that two tasks raise counts once. */
  readonly gain: string;
  readonly phases: readonly ({ readonly phaseId: string } & Outlook)[];
  readonly targetState: TargetState;
  readonly tasks: readonly TaskFacts[];
  readonly suggestions: readonly SuggestionFacts[];
  readonly raisable: readonly Raisable[];
  readonly figures: readonly FigureFacts[];
  readonly periods: readonly ReportPeriod[];
}

const inVietnamese = createTranslator('vi', planWordsVi);
const inEnglish = createTranslator('en', planWordsEn);

const text = (value: Exact | null): string | null => (value === null ? null : toFraction(value));

/** Texts of tasks are plain; the marks of bold parts are left out. */
const plainText = ({ vi, en }: LocalizedText): LocalizedText => ({ vi: plain(vi), en: plain(en) });

function outlookOf(scored: Score): Outlook {
  return { level: scored.level, value: text(scored.value), max: text(scored.max), percent: text(shareOf(scored)) };
}

function taskFacts({ prepared, today }: PlanInput, open: OpenRaises, task: PlanTask): TaskFacts {
  return {
    id: task.id,
    wave: waveOf(task),
    gain: toFraction(gainOf(open, task)),
    lateness: latenessOf(task, today),
    daysLate: daysLate(task, today),
    items: task.raises.flatMap((raise) => {
      const item = prepared.items.get(raise.itemId)?.item;
      if (!item) return [];
      const step = stepOf(open, raise);
      const to = step ? toFraction(step.to) : raise.to;
      return [{ itemId: item.id, code: item.code, title: item.title, to, open: step !== null }];
    }),
  };
}

function raiseText(item: Item, open: OpenRaises, to: Exact): LocalizedText {
  const step = stepOf(open, { itemId: item.id, to: toFraction(to) });
  const answer = (language: 'vi' | 'en'): string => (step ? printValue(item, step.value, language) : toFraction(to));
  return {
    vi: inVietnamese('plan-word.raise', { title: item.title.vi, answer: answer('vi') }),
    en: inEnglish('plan-word.raise', { title: item.title.en, answer: answer('en') }),
  };
}

function suggestionFacts(entry: Suggestion, open: OpenRaises, group: Group | undefined): SuggestionFacts {
  const { key, item, from, to, gain, priority, effort, needed } = entry;
  return {
    key,
    itemId: item.id,
    code: item.code,
    groupTitle: group?.title ?? item.title,
    text: plainText(entry.text ?? raiseText(item, open, to)),
    from: text(from),
    to: toFraction(to),
    gain: toFraction(gain),
    priority,
    effort,
    wave: waveOf(entry),
    needed,
  };
}

function raisables(open: OpenRaises, owner: ReadonlyMap<string, Group>): Raisable[] {
  return [...open.values()].map(({ item: { item }, now, options }) => ({
    itemId: item.id,
    code: item.code,
    title: item.title,
    groupTitle: owner.get(item.id)?.title ?? item.title,
    from: text(now),
    options: options.map(({ value, points }) => ({
      to: toFraction(points),
      text: plainText({ vi: printValue(item, value, 'vi'), en: printValue(item, value, 'en') }),
    })),
  }));
}

/** Works out a plan. */
export function planFacts(input: PlanInput): PlanFacts {
  const { prepared, answers, plan, records, today } = input;
  const scored = score(prepared, answers);
  // Plans speak of the self-assessed score.
  const situation = { prepared, answers, scored, facts: NO_FACTS };
  const open = openRaises(situation);
  const owner = topGroupOf(prepared.questionnaire);
  const all = scoreWith(situation, open, plan.tasks);
  return {
    now: outlookOf(scored),
    all: outlookOf(all),
    gain: toFraction(gainOf(open, { raises: plan.tasks.flatMap((task) => task.raises) })),
    phases: scoreByPhase(situation, open, plan.phases, plan.tasks).map((phase) => ({
      phaseId: phase.phaseId,
      ...outlookOf(phase.score),
    })),
    targetState: targetState(plan.target, latestRecord(records)?.level ?? scored.level, today),
    tasks: plan.tasks.map((task) => taskFacts(input, open, task)),
    suggestions: suggest(situation, open, plan.target.level)
      .filter((entry) => !isTaken(plan.tasks, entry))
      .map((entry) => suggestionFacts(entry, open, owner.get(entry.item.id))),
    raisable: raisables(open, owner),
    figures: figureFacts(input),
    periods: reportPeriods(plan, records, today),
  };
}
