/**
 * The texts of an agency report that people may write themselves, in three parts: situation and results; strengths,
 * shortcomings and causes; directions and proposals. Each has a draft made from the result, as plain text with one
 * paragraph per line. What no figure can tell (causes, proposals) has an empty draft and stays open on paper.
 */
import type { Block } from './model.ts';

export const PASSAGES = ['results', 'strengths', 'shortcomings', 'causes', 'tasks', 'proposals'] as const;
export type PassageId = (typeof PASSAGES)[number];

/** The three parts of the body and the passages in each. */
export const BODY_PARTS = [
  { id: 'situation', passages: ['results'] },
  { id: 'assessment', passages: ['strengths', 'shortcomings', 'causes'] },
  { id: 'directions', passages: ['tasks', 'proposals'] },
] as const satisfies readonly { readonly id: string; readonly passages: readonly PassageId[] }[];

/** Most characters of one passage: about four printed pages. */
export const LONGEST_PASSAGE = 12_000;

/** Own texts by passage; a missing one is printed as drafted. */
export type Passages = Readonly<Partial<Record<PassageId, string>>>;

/** Dotted lines for a passage that nobody has written. */
const OPEN_LINES = 3;

/** A line that begins like an entry of a list: "a) …", "- …". */
const POINT = /^(?:\p{L}\)|[-+•–])\s/u;

/** A passage as it is laid out: its lines, or dotted lines to write on. */
export function passageBlocks(text: string): Block[] {
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  if (lines.length === 0) return [{ kind: 'open', lines: OPEN_LINES }];
  return lines.map((line) => ({ kind: POINT.test(line) ? 'point' : 'paragraph', text: line }));
}

/** Sentences and entries as the text of a passage; line breaks inside an entry would look like further ones. */
export function passageText(lines: readonly string[]): string {
  return lines
    .map((line) => line.replace(/\s*\n\s*/g, ' ').trim())
    .filter((line) => line !== '')
    .join('\n');
}
