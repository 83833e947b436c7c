/** The trace as ready sentences: what crosses the contract, and what the command line prints. */
import type { Language } from '../text/localized.ts';
import { conditionText, type Words } from '../wording/sentences.ts';
import type { TraceNode } from './trace-parts.ts';

export interface SpokenLine {
  readonly text: string;
  /** Of a condition: is it met? Null for sentences. */
  readonly met: boolean | null;
}

/** A node of the trace with its sentences in one language. */
export interface SpokenNode {
  readonly id: string;
  /** Empty for the whole. */
  readonly code: string;
  readonly title: string;
  readonly lines: readonly SpokenLine[];
  readonly children: readonly SpokenNode[];
}

/** Turns the keys of a trace into sentences. */
export function speak(node: TraceNode, words: Words, language: Language): SpokenNode {
  return {
    id: node.id,
    code: node.code,
    title: node.title,
    lines: node.lines.map((line) =>
      'condition' in line
        ? { text: conditionText(words, line.condition, language), met: line.condition.met }
        : { text: words(line.key, line.params), met: null },
    ),
    children: node.children.map((child) => speak(child, words, language)),
  };
}

const MARKS = { true: '  ✓ ', false: '  ✗ ', null: '' } as const;

/** The trace as indented lines of text: a heading for each node, its sentences below it, then its children. */
export function spokenLines(node: SpokenNode, depth = 0): string[] {
  const indent = '  '.repeat(depth);
  return [
    `${indent}${node.code === '' ? node.title : `${node.code}  ${node.title}`}`,
    ...node.lines.map(({ text, met }) => `${indent}  ${MARKS[`${met}`]}${text}`),
    ...node.children.flatMap((child) => spokenLines(child, depth + 1)),
  ];
}
