/** Random answers that every item accepts, and random states of their evidence. */
import type { Answer, AnswerValue } from '../../src/domain/assessment/answer.ts';
import type { Item, Questionnaire } from '../../src/domain/questionnaire/types.ts';
import { itemsOf } from '../../src/domain/questionnaire/walk.ts';
import { once, pick, upTo, type Draw } from './draw.ts';
import type { EvidenceState } from './naive-state.ts';

const FIGURES = ['0', '1', '7', '10', '20', '33', '45', '80', '95'] as const;

export function drawValue(g: Draw, asked: Item): AnswerValue {
  switch (asked.type) {
    case 'ladder':
      return { kind: 'option', option: pick(g, asked.steps).id };
    case 'choice':
    case 'likert':
      return { kind: 'option', option: pick(g, asked.options).id };
    case 'checklist': {
      const elements = asked.steps.flatMap((step) => step.elements).map((element) => element.id);
      const most = once(g, 3) ? 2 : 8;
      return { kind: 'options', options: elements.filter(() => !once(g, most)) };
    }
    case 'multi': {
      const alone = asked.options.filter((option) => option.exclusive);
      if (alone.length > 0 && once(g, 4)) return { kind: 'options', options: [pick(g, alone).id] };
      const ticked = asked.options.filter((option) => !option.exclusive && once(g, 2));
      return { kind: 'options', options: ticked.map((option) => option.id) };
    }
    case 'matrix': {
      const rows = asked.rows.filter(() => !once(g, 5));
      return {
        kind: 'rows',
        rows: (rows.length > 0 ? rows : asked.rows).map((row) => ({ row: row.id, option: pick(g, asked.options).id })),
      };
    }
    case 'grid': {
      const cells = asked.rows.map((row) => ({
        row: row.id,
        columns: asked.columns.filter(() => once(g, 2)).map((column) => column.id),
      }));
      return { kind: 'cells', cells: cells.filter(({ columns }) => columns.length > 0) };
    }
    case 'number':
      return { kind: 'number', number: pick(g, FIGURES) };
    case 'ratio': {
      const b = upTo(g, 9);
      return { kind: 'ratio', a: String(upTo(g, asked.mayExceed ? 12 : b)), b: String(b) };
    }
    case 'indicator': {
      if (asked.measure === 'reached') return { kind: 'option', option: pick(g, ['yes', 'no']) };
      if (asked.measure !== 'ratio') return { kind: 'number', number: pick(g, FIGURES) };
      const b = upTo(g, 9);
      return { kind: 'ratio', a: String(upTo(g, b)), b: String(b) };
    }
    case 'text':
      return { kind: 'text', text: 'x' };
    case 'date':
      return { kind: 'date', date: pick(g, ['2024-01-01', '2024-05-01', '2025-01-01', '2026-12-31']) };
  }
}

export function drawAnswer(g: Draw, asked: Item): Answer {
  const state = upTo(g, 11);
  if (state === 0) return { state: 'unanswered' };
  if (state === 1) return { state: 'not-applicable', reason: 'x' };
  if (state === 2 && asked.type === 'multi') return { state: 'none' };
  return { state: 'answered', value: drawValue(g, asked) };
}

/** Answers for a part of the items; the others have no record at all. Now and then everything is answered. */
export function drawAnswers(g: Draw, questionnaire: Questionnaire): Map<string, Answer> {
  const answers = new Map<string, Answer>();
  const rare = once(g, 3) ? 50 : 8;
  for (const asked of itemsOf(questionnaire.groups)) if (!once(g, rare)) answers.set(asked.id, drawAnswer(g, asked));
  return answers;
}

export function drawEvidence(g: Draw, questionnaire: Questionnaire): Map<string, EvidenceState> {
  const states = new Map<string, EvidenceState>();
  for (const asked of itemsOf(questionnaire.groups))
    if (asked.evidenceFactor && !once(g, 3)) states.set(asked.id, pick(g, ['none', 'offered', 'approved', 'rejected']));
  return states;
}
