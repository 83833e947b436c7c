import type { AssessmentView } from '../../../contract/views.ts';
import { emptyRecord, type AnswerRecord, type Evidence } from '../../../domain/assessment/answer.ts';
import type { AssessmentContext } from '../../../domain/assessment/context.ts';
import { contextOf } from './context.ts';
import type { SaveQueue } from './save-queue.ts';

/** The part of a record that a person changes. */
export type RecordChange = Partial<Omit<AnswerRecord, 'itemId'>>;

interface Step {
  readonly itemId: string;
  readonly before: AnswerRecord;
  readonly after: AnswerRecord;
}

const MOST_STEPS = 500;

const same = (a: AnswerRecord, b: AnswerRecord): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Takes a citation out of steps; a step that did nothing else goes with it. */
function withoutCitation(steps: readonly Step[], id: string): Step[] {
  const strip = (record: AnswerRecord): AnswerRecord => ({
    ...record,
    evidence: record.evidence.filter((other) => other !== id),
  });
  return steps
    .map(({ itemId, before, after }) => ({ itemId, before: strip(before), after: strip(after) }))
    .filter(({ before, after }) => !same(before, after));
}

/**
 * The answers of one assessment while they are being given: shown at once, saved behind it, with undo. Record objects
 * are replaced, never changed, so a screen part redraws only when its own record does.
 */
export class AnswerSession {
  readonly assessmentId: string;
  /** Who is assessed, and for which year: what questions are asked and by which target they are judged. */
  readonly context: AssessmentContext;
  readonly saving: SaveQueue<AnswerRecord>;
  /** Text that is typed but not (yet) a valid answer, by field; it survives a change of the question. */
  readonly typed = new Map<string, string>();
  readonly #records = new Map<string, AnswerRecord>();
  readonly #listeners = new Set<() => void>();
  /** Fields with text that is not committed yet. */
  readonly #drafts = new Set<() => void>();
  #evidence: readonly Evidence[] = [];
  #done: Step[] = [];
  #undone: Step[] = [];
  #version = 0;
  #rewrites = 0;

  constructor(view: AssessmentView, saving: SaveQueue<AnswerRecord>) {
    this.assessmentId = view.summary.id;
    this.context = contextOf(view);
    this.saving = saving;
    this.merge(view);
  }

  /** Takes over what is stored, except for items with changes of their own that are not saved. */
  merge(view: AssessmentView): void {
    this.#evidence = view.evidence;
    for (const { seq, ...record } of view.records) {
      const fresh = this.saving.seen(record.itemId, seq);
      if (!fresh || this.saving.isUnsaved(record.itemId)) continue;
      const known = this.#records.get(record.itemId);
      if (!known || !same(known, record)) this.#records.set(record.itemId, record);
    }
    this.#publish();
  }

  /** Rises with every change; the whole state for those who show sums. */
  get version(): number {
    return this.#version;
  }

  /** Rises when a record is changed from elsewhere than its own fields (undo), so that typed text is drawn anew. */
  get rewrites(): number {
    return this.#rewrites;
  }

  get evidence(): readonly Evidence[] {
    return this.#evidence;
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  record(itemId: string): AnswerRecord {
    let record = this.#records.get(itemId);
    if (!record) {
      record = emptyRecord(itemId);
      this.#records.set(itemId, record);
    }
    return record;
  }

  /** Has anything been answered yet? */
  anyAnswered(): boolean {
    return [...this.#records.values()].some(({ answer }) => answer.state !== 'unanswered');
  }

  /** Changes a record, shows it and hands it over for saving. A change that changes nothing is ignored. */
  change(itemId: string, change: RecordChange): void {
    const before = this.record(itemId);
    const after: AnswerRecord = { ...before, ...change };
    if (same(before, after)) return;
    this.#done = [...this.#done.slice(-MOST_STEPS + 1), { itemId, before, after }];
    this.#undone = [];
    this.#store(after);
  }

  /** @returns the item whose record went back, or null when there is nothing to take back */
  undo(): string | null {
    const step = this.#done.at(-1);
    if (!step) return null;
    this.#done = this.#done.slice(0, -1);
    this.#undone = [...this.#undone, step];
    return this.#rewrite(step.itemId, step.before);
  }

  /** @returns the item whose record was changed again, or null */
  redo(): string | null {
    const step = this.#undone.at(-1);
    if (!step) return null;
    this.#undone = this.#undone.slice(0, -1);
    this.#done = [...this.#done, step];
    return this.#rewrite(step.itemId, step.after);
  }

  /** Takes a citation into the list after it has been stored. */
  addEvidence(entry: Evidence): void {
    const known = this.#evidence.some(({ id }) => id === entry.id);
    this.#evidence = known
      ? this.#evidence.map((other) => (other.id === entry.id ? entry : other))
      : [...this.#evidence, entry];
    this.#publish();
  }

  /** Drops a citation after it has been removed; no record uses it any more. */
  dropEvidence(id: string): void {
    this.#evidence = this.#evidence.filter((entry) => entry.id !== id);
    // A state that cites it can no longer be stored, wherever undo and redo lead.
    this.#done = withoutCitation(this.#done, id);
    this.#undone = withoutCitation(this.#undone, id);
    this.#publish();
  }

  /** How many items cite an entry. */
  usesOf(evidenceId: string): number {
    let uses = 0;
    for (const record of this.#records.values()) if (record.evidence.includes(evidenceId)) uses += 1;
    return uses;
  }

  /** Registers a field whose text is committed later. @returns a function that takes it out again */
  holdDraft(commit: () => void): () => void {
    this.#drafts.add(commit);
    return () => this.#drafts.delete(commit);
  }

  /** Commits all text that is being typed. */
  commitDrafts(): void {
    for (const commit of [...this.#drafts]) commit();
  }

  /** Empties the fields of an item: their text is drawn anew from the record. */
  clearTyped(itemId: string): void {
    this.#rewrites += 1;
    for (const key of [...this.typed.keys()]) if (key.startsWith(`${itemId} `)) this.typed.delete(key);
  }

  #rewrite(itemId: string, record: AnswerRecord): string {
    this.clearTyped(itemId);
    this.#store(record);
    return itemId;
  }

  #store(record: AnswerRecord): void {
    this.#records.set(record.itemId, record);
    this.saving.put(record.itemId, record);
    this.#publish();
  }

  #publish(): void {
    this.#version += 1;
    for (const listener of [...this.#listeners]) listener();
  }
}
