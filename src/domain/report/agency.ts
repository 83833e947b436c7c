import type { Context } from './context.ts';
import type { AgencyParts, Annex } from './model.ts';

const ROMAN = ['I', 'II', 'III', 'IV', 'V'];

/** How a People's Committee writes itself: the start of its name in either form, its line in the head. */
const COMMITTEE = {
  starts: /^(?:ủy ban nhân dân|uỷ ban nhân dân|ubnd)\s+/iu,
  line: 'ỦY BAN NHÂN DÂN',
  name: 'Ủy ban nhân dân',
};

/** The name of an agency as documents write it. */
export interface FormalName {
  /** In sentences, without abbreviations. */
  readonly name: string;
  /** In capitals, one entry per line where the break is known. */
  readonly lines: readonly string[];
  /** What follows the committee's own title, e.g. "xã An Hòa Đông"; null for other agencies. */
  readonly place: string | null;
}

/** Writes "UBND xã An Hòa Đông" as documents do: the full title, in the head on a line of its own. */
export function formalName(name: string): FormalName {
  const trimmed = name.trim();
  const start = COMMITTEE.starts.exec(trimmed);
  if (!start) return { name: trimmed, lines: [trimmed.toUpperCase()], place: null };
  const place = trimmed.slice(start[0].length).trim();
  return { name: `${COMMITTEE.name} ${place}`, lines: [COMMITTEE.line, place.toUpperCase()], place };
}

/** Which annexes the report has, in order, with their numbers. */
export function annexesOf(
  { words }: Context,
  titles: {
    readonly form: string;
    readonly evidence: string | null;
    readonly steps: string | null;
    readonly plan: string | null;
    readonly method: string;
  },
): AgencyParts['annexes'] {
  let count = 0;
  const next = (title: string): Annex => {
    const roman = ROMAN[count] ?? '';
    count += 1;
    return { ordinal: words('annex.ordinal', { roman }), title };
  };
  return {
    form: next(titles.form),
    evidence: titles.evidence === null ? null : next(titles.evidence),
    steps: titles.steps === null ? null : next(titles.steps),
    plan: titles.plan === null ? null : next(titles.plan),
    method: next(titles.method),
  };
}
