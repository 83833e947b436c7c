/**
 * The trace of a score: from the overall level down to each answer, how every figure came about. Built only when asked
 * for; scoring itself keeps nothing for it.
 */
import type { Answers } from '../assessment/answer.ts';
import type { Language } from '../text/localized.ts';
import type { Words } from '../wording/sentences.ts';
import type { Prepared, PreparedGroup, PreparedNode } from './prepared.ts';
import { NO_FACTS, type Facts, type NodeScore, type Score } from './result.ts';
import { groupLines } from './trace-group.ts';
import { itemLines } from './trace-item.ts';
import { codeOf, type Traced, type TraceNode } from './trace-parts.ts';
import { speak, spokenLines } from './trace-text.ts';

export type { TraceLine, TraceNode } from './trace-parts.ts';

/**
 * Explains a finished score.
 * @param scored the score of exactly these answers and facts
 * @returns a tree shaped like the questionnaire, what is out of scope left out; texts in the language, sentences as
 * keys of the wording catalogue
 */
export function trace(
  prepared: Prepared,
  answers: Answers,
  scored: Score,
  language: Language = 'vi',
  facts: Facts = NO_FACTS,
): TraceNode {
  const traced: Traced = { prepared, answers, scored, facts, language };

  function traceGroup(group: PreparedGroup, own: NodeScore): TraceNode {
    const children = group.children.map((child, place) => traceNode(group, child, own.children[place] as NodeScore));
    return {
      id: group.id,
      code: codeOf(group),
      title: (group.group?.title ?? prepared.questionnaire.shortTitle)[language],
      lines: groupLines(traced, group, own),
      children,
    };
  }

  function traceNode(parent: PreparedGroup, node: PreparedNode, own: NodeScore): TraceNode {
    if (node.kind === 'group') return traceGroup(node, own);
    return {
      id: node.id,
      code: node.item.code,
      title: node.item.title[language],
      lines: itemLines(traced, parent, node, own),
      children: [],
    };
  }

  return traceGroup(prepared.root, scored);
}

/** The trace as indented lines of text: a heading for each node, its sentences below it, then its children. */
export function traceLines(tree: TraceNode, words: Words, language: Language): string[] {
  return spokenLines(speak(tree, words, language));
}
