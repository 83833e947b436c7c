import type { AnswerRecord } from '../assessment/answer.ts';
import type { Exact } from '../exact/exact.ts';
import type { Group, Questionnaire } from '../questionnaire/types.ts';
import type { Prepared, PreparedGroup, PreparedItem } from '../scoring/prepare.ts';
import type { NodeScore, Score } from '../scoring/result.ts';
import { score } from '../scoring/score.ts';
import type { Language } from '../text/localized.ts';
import { formatPercent } from '../text/numbers.ts';
import { periodText, type Words } from '../wording/sentences.ts';
import { precisionOf, type Precision } from './figures.ts';
import type { ReportInput } from './input.ts';
import { answersOf } from '../assessment/answer.ts';
import type { LevelLabel } from './model.ts';
import type { ReportWords } from './words/index.ts';

/** What all parts of a report look at: the input with everything derived from it once. */
export interface Context {
  readonly input: ReportInput;
  readonly questionnaire: Questionnaire;
  readonly prepared: Prepared;
  readonly language: Language;
  readonly words: ReportWords;
  readonly shared: Words;
  readonly precision: Precision;
  /** Score of the previous round. */
  readonly before: Score | null;
  readonly records: ReadonlyMap<string, AnswerRecord>;
  /** How the total comes about, for its name. */
  readonly totalKind: 'sum' | 'mean' | 'lowest';
  /** Points add up, so a percentage of the maximum says something. */
  readonly usesPercent: boolean;
  readonly groupKind: 'agency' | 'enterprise';
}

/** By what the total is called: points that add up, a mean, or a result that is neither. */
const TOTAL_KIND: Readonly<Record<PreparedGroup['aggregate'], Context['totalKind']>> = {
  sum: 'sum',
  penalties: 'sum',
  mean: 'mean',
  weighted: 'mean',
  'percent-mean': 'mean',
  geometric: 'mean',
  lowest: 'lowest',
  lexicographic: 'lowest',
  'level-sum': 'lowest',
  pooled: 'lowest',
  count: 'lowest',
  none: 'lowest',
};

/** Points out of a maximum that stands for everything that could be had. */
const isPoints = ({ aggregate }: PreparedGroup): boolean =>
  aggregate === 'sum' || aggregate === 'pooled' || aggregate === 'percent-mean';

export function createContext(input: ReportInput): Context {
  const { prepared, words, language } = input;
  const { questionnaire, root } = prepared;
  const items = [...prepared.items.values()]
    .filter((item) => item.scored)
    .map((item) => ({ value: input.score.byId.get(item.id)?.value ?? null, max: item.scorer.max }));
  const groups = [...input.score.byId.values()].filter((node) => node.children.length > 0);
  return {
    input,
    questionnaire,
    prepared,
    language,
    words: words.report,
    shared: words.shared,
    precision: precisionOf(questionnaire.scoring.decimals, items, groups, language),
    before: input.previous && score(prepared, answersOf(input.previous.records)),
    records: new Map(input.records.map((record) => [record.itemId, record])),
    totalKind: TOTAL_KIND[root.aggregate],
    usesPercent: isPoints(root) || root.children.every((child) => child.kind === 'group' && isPoints(child)),
    groupKind: input.kind.family,
  };
}

/** Score of a node that is known to exist. */
export function scoreOf(context: Context, id: string): NodeScore {
  return context.input.score.byId.get(id) as NodeScore;
}

export function itemOf(context: Context, id: string): PreparedItem {
  return context.prepared.items.get(id) as PreparedItem;
}

/** The prepared top groups with their definitions, in reading order. */
export function topGroups({ prepared }: Context): { readonly node: PreparedGroup; readonly group: Group }[] {
  return prepared.root.children.flatMap((node) =>
    node.kind === 'group' && node.group ? [{ node, group: node.group }] : [],
  );
}

/** Number, name and place in the scale of a level; null for none. */
export function levelLabel({ questionnaire, language, words }: Context, level: number | null): LevelLabel | null {
  const rank = questionnaire.levels.findIndex((candidate) => candidate.value === level);
  const found = questionnaire.levels[rank];
  if (!found) return null;
  const name = found.name[language];
  return {
    value: found.value,
    name,
    text: words('level.text', { level: found.value, name }),
    rank,
    of: questionnaire.levels.length,
  };
}

/** "mức 2 (Bắt đầu)" */
export function levelInline(context: Context, level: number): string {
  const label = levelLabel(context, level);
  return context.words('level.inline', { level, name: label?.name ?? '' });
}

export function percentText({ precision, language }: Context, share: Exact | null): string {
  return share === null ? '' : formatPercent(share, language, precision.percent);
}

/** The period inside a sentence: "quý III/2026", "năm 2025". */
export function periodInline({ shared }: Context, period: ReportInput['period']): string {
  const text = periodText(shared, period);
  return text.charAt(0).toLowerCase() + text.slice(1);
}

/** Questionnaire texts mark what matters with **; documents print plain text. */
export function plain(text: string): string {
  return text.replace(/\*\*(.+?)\*\*/gs, '$1');
}

const VI_LETTERS = 'abcdđeghiklmnopqrstuvxy';
const EN_LETTERS = 'abcdefghijklmnopqrstuvwxyz';

/** Marks of a lettered list in the order of the language: a) b) c) d) đ) in Vietnamese; beyond the alphabet a hyphen. */
export function lettered({ language }: Context, entries: readonly string[]): string[] {
  const letters = [...(language === 'vi' ? VI_LETTERS : EN_LETTERS)];
  return entries.map((entry, index) => `${letters[index] === undefined ? '-' : `${letters[index]})`} ${entry}`);
}

/** The title of a group, saying when its points count for nothing. */
export function groupTitle({ words, language }: Context, node: PreparedGroup): string {
  const title = node.group?.title[language] ?? '';
  return node.scored ? title : words('group.unscored', { title });
}
