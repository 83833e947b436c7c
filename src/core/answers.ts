import { AppError } from '../contract/errors.ts';
import type { StoredRecord } from '../contract/views.ts';
import { canonicalJson } from '../domain/text/canonical-json.ts';
import { checkAnswer } from '../domain/assessment/check-answer.ts';
import { findDraft, progressOf } from './assessments.ts';
import { authorOf } from './beside.ts';
import type { Handlers } from './dispatch.ts';
import type { Library } from './library.ts';
import { readyFor } from './library-context.ts';
import type { Ports } from './ports.ts';

export function answerHandlers(ports: Ports, library: Library): Pick<Handlers, 'answers.save'> {
  const { storage } = ports;
  return {
    /** Commits one answer. The acknowledgement leaves only after the commit, so what is shown as saved is on disk. */
    'answers.save': (input) => {
      const { assessmentId, itemId } = input;
      const row = findDraft(ports, assessmentId);
      const ready = readyFor(ports, library, row);
      const item = ready.items.get(itemId);
      if (!item) throw new AppError('item.unknown', { item: itemId });
      const problems = checkAnswer(item, input.answer);
      if (problems.length > 0) throw new AppError('answer.invalid', { item: item.code }, problems);
      const known = new Set(storage.evidence.list(assessmentId).map((entry) => entry.id));
      if (!input.evidence.every((id) => known.has(id))) throw new AppError('evidence.unknown');

      const { assessmentId: _id, ...sent } = input satisfies StoredRecord & { assessmentId: string };
      const stored = storage.answers.find(assessmentId, itemId);
      const evidence = [...new Set(sent.evidence)];
      const repeated = stored?.seq === sent.seq && canonicalJson(stored) === canonicalJson({ ...sent, evidence });
      if (stored && (repeated || stored.seq > sent.seq))
        return { itemId, seq: stored.seq, savedAt: row.updatedAt, settled: row.settled, total: row.total };
      // The same number with another content comes from a second window: it is stored above the first one.
      const record: StoredRecord = { ...sent, evidence, seq: stored?.seq === sent.seq ? sent.seq + 1 : sent.seq };
      const at = ports.now();
      const progress = storage.transaction(() => {
        storage.answers.save(assessmentId, record, at, authorOf(ports));
        const counted = progressOf(ready, storage.answers.list(assessmentId));
        storage.assessments.update({ ...row, ...counted, position: itemId, updatedAt: at });
        return counted;
      });
      ports.emit({ type: 'assessment.changed', id: assessmentId });
      return { itemId, seq: record.seq, savedAt: at, settled: progress.settled, total: progress.total };
    },
  };
}
