import type { AppraisalView, TargetView } from '../../../../contract/views/appraisal.ts';
import type { AnswerValue } from '../../../../domain/assessment/answer.ts';
import { emptyAppraisal, type Appraisal } from '../../../../domain/assessment/appraisal.ts';
import { SaveQueue, type SaveQueueOptions } from '../save-queue.ts';

/** An appraisal as it is shown: with the name and the instant where it is known who gave it when. */
export interface ShownAppraisal extends Appraisal {
  readonly person: string;
  /** ISO instant; null while nothing has been stored. */
  readonly at: string | null;
}

type TargetValue = AnswerValue | null;

export interface BesideSenders {
  readonly appraisal: SaveQueueOptions<Appraisal>;
  readonly target: SaveQueueOptions<TargetValue>;
}

/** Appraisals and own targets of one assessment while they are being given: shown at once, saved behind it. */
export class BesideSession {
  readonly savingAppraisals: SaveQueue<Appraisal>;
  readonly savingTargets: SaveQueue<TargetValue>;
  readonly #appraisals = new Map<string, ShownAppraisal>();
  readonly #targets = new Map<string, TargetValue>();
  readonly #listeners = new Set<() => void>();

  constructor(senders: BesideSenders) {
    this.savingAppraisals = new SaveQueue(senders.appraisal);
    this.savingTargets = new SaveQueue(senders.target);
  }

  /** Takes over what is stored, except for items with changes of their own that are not saved. */
  merge({
    appraisals,
    targets,
  }: {
    readonly appraisals: readonly AppraisalView[];
    readonly targets: readonly TargetView[];
  }): void {
    for (const { seq, mode: _mode, ...appraisal } of appraisals) {
      const { itemId } = appraisal;
      if (this.savingAppraisals.seen(itemId, seq) && !this.savingAppraisals.isUnsaved(itemId))
        this.#appraisals.set(itemId, appraisal);
    }
    for (const { itemId, seq, value } of targets)
      if (this.savingTargets.seen(itemId, seq) && !this.savingTargets.isUnsaved(itemId))
        this.#targets.set(itemId, value);
    this.#publish();
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  appraisal(itemId: string): ShownAppraisal {
    let found = this.#appraisals.get(itemId);
    if (!found) {
      found = { ...emptyAppraisal(itemId), person: '', at: null };
      this.#appraisals.set(itemId, found);
    }
    return found;
  }

  target(itemId: string): TargetValue {
    return this.#targets.get(itemId) ?? null;
  }

  /** Changes an appraisal and stores it under the name of whoever is at work. */
  appraise(itemId: string, change: Partial<Omit<Appraisal, 'itemId'>>, person: string): void {
    const { person: _before, at, ...before } = this.appraisal(itemId);
    const after: Appraisal = { ...before, ...change };
    if (JSON.stringify(before) === JSON.stringify(after)) return;
    this.#appraisals.set(itemId, { ...after, person, at });
    this.savingAppraisals.put(itemId, after);
    this.#publish();
  }

  setTarget(itemId: string, value: TargetValue): void {
    if (JSON.stringify(this.target(itemId)) === JSON.stringify(value)) return;
    this.#targets.set(itemId, value);
    this.savingTargets.put(itemId, value);
    this.#publish();
  }

  get unsaved(): number {
    return this.savingAppraisals.unsaved + this.savingTargets.unsaved;
  }

  #publish(): void {
    for (const listener of [...this.#listeners]) listener();
  }
}
