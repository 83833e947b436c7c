import { AppError } from '../contract/errors.ts';
import type { HistoryLine } from '../contract/views/appraisal.ts';
import type { Answer } from '../domain/assessment/answer.ts';
import { checkAnswer } from '../domain/assessment/check-answer.ts';
import type { Item } from '../domain/questionnaire/types.ts';
import { canonicalJson } from '../domain/text/canonical-json.ts';
import { findAssessment } from './assessments.ts';
import { authorOf } from './beside.ts';
import type { Handlers } from './dispatch.ts';
import type { Library } from './library.ts';
import { readyFor } from './library-context.ts';
import type { Ports } from './ports.ts';

/** Lines of an item's history that are given out. */
const MOST_LINES = 200;

/** Takes out the lines that say the same as the line before them. */
function changes<T extends HistoryLine>(newestFirst: readonly T[]): T[] {
  return newestFirst.filter((line, index) => {
    const before = newestFirst[index + 1];
    return before === undefined || canonicalJson(before.answer) !== canonicalJson(line.answer);
  });
}

/** Appraisals, own targets and the history of answers. Closed assessments can be appraised: that is when it happens. */
export function appraisalHandlers(
  ports: Ports,
  library: Library,
): Pick<Handlers, 'appraisals.save' | 'targets.save' | 'answers.history'> {
  const { storage } = ports;

  function itemOf(assessmentId: string, itemId: string): Item {
    const row = findAssessment(ports, assessmentId);
    const item = readyFor(ports, library, row).items.get(itemId);
    if (!item) throw new AppError('item.unknown', { item: itemId });
    return item;
  }

  function judge(item: Item, answer: Answer): void {
    const problems = checkAnswer(item, answer);
    if (problems.length > 0) throw new AppError('answer.invalid', { item: item.code }, problems);
  }

  return {
    'appraisals.save': ({ assessmentId, ...sent }) => {
      const item = itemOf(assessmentId, sent.itemId);
      if (sent.answer !== null) judge(item, sent.answer);
      const stored = storage.appraisals.find(assessmentId, sent.itemId);
      if (stored) {
        const { person: _person, mode: _mode, at, ...known } = stored;
        const repeated = canonicalJson(known) === canonicalJson(sent);
        if (repeated || stored.seq > sent.seq) return { itemId: sent.itemId, seq: stored.seq, savedAt: at };
      }
      // The same number with another content comes from a second window: it is stored above the first one.
      const seq = stored?.seq === sent.seq ? sent.seq + 1 : sent.seq;
      const at = ports.now();
      storage.transaction(() => storage.appraisals.save(assessmentId, { ...sent, seq, ...authorOf(ports), at }));
      ports.emit({ type: 'assessment.changed', id: assessmentId });
      return { itemId: sent.itemId, seq, savedAt: at };
    },

    'targets.save': ({ assessmentId, ...sent }) => {
      const item = itemOf(assessmentId, sent.itemId);
      if (sent.value !== null) judge(item, { state: 'answered', value: sent.value });
      const stored = storage.appraisals.targets(assessmentId).find(({ itemId }) => itemId === sent.itemId);
      if (stored) {
        const repeated = stored.seq === sent.seq && canonicalJson(stored.value) === canonicalJson(sent.value);
        if (repeated || stored.seq > sent.seq) return { itemId: sent.itemId, seq: stored.seq, savedAt: stored.at };
      }
      const seq = stored?.seq === sent.seq ? sent.seq + 1 : sent.seq;
      const at = ports.now();
      storage.transaction(() => storage.appraisals.saveTarget(assessmentId, { ...sent, seq, at }));
      ports.emit({ type: 'assessment.changed', id: assessmentId });
      return { itemId: sent.itemId, seq, savedAt: at };
    },

    'answers.history': ({ assessmentId, itemId }) => {
      itemOf(assessmentId, itemId);
      return {
        answers: changes(storage.appraisals.answerHistory(assessmentId, itemId, MOST_LINES)),
        appraisals: storage.appraisals
          .history(assessmentId, itemId, MOST_LINES)
          .map(({ itemId: _item, ...line }) => line),
      };
    },
  };
}
