/** What the trace of items and of groups is made of. */
import type { Answers } from '../assessment/answer.ts';
import type { Exact } from '../exact/exact.ts';
import type { Language } from '../text/localized.ts';
import { formatNumber } from '../text/numbers.ts';
import type { vi } from '../wording/vi.ts';
import type { Condition } from './conditions.ts';
import type { Prepared, PreparedNode } from './prepared.ts';
import type { Facts, Score } from './result.ts';

/** A sentence of the trace: its key in the wording catalogue with its figures, or a condition of a level. */
export type TraceLine =
  | { readonly key: keyof typeof vi; readonly params: Readonly<Record<string, string | number>> }
  | { readonly condition: Condition };

/** One node of the trace with how it came about; the tree is that of the questionnaire. */
export interface TraceNode {
  readonly id: string;
  /** Empty for the whole. */
  readonly code: string;
  readonly title: string;
  readonly lines: readonly TraceLine[];
  readonly children: readonly TraceNode[];
}

/** What a trace is about. */
export interface Traced {
  readonly prepared: Prepared;
  readonly answers: Answers;
  readonly scored: Score;
  readonly facts: Facts;
  readonly language: Language;
}

/** Figures of the trace have more digits than those of reports, so that a sum can be followed. */
const DIGITS = 4;

export const say = (key: string, params: Readonly<Record<string, string | number>> = {}): TraceLine => ({
  key: `trace.${key}` as keyof typeof vi,
  params,
});

export const show = ({ language }: Pick<Traced, 'language'>, value: Exact): string =>
  formatNumber(value, language, DIGITS);

export function codeOf(node: PreparedNode): string {
  return node.kind === 'item' ? node.item.code : (node.group?.code ?? '');
}
