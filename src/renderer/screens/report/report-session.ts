import type { PassageView, PrintedDetails, ReportDetailsView } from '../../../contract/views/report-details.ts';
import { checkDetails, type ReportDetails } from '../../../domain/report/details.ts';
import type { PassageId } from '../../../domain/report/passages.ts';
import type { Language } from '../../../domain/text/localized.ts';
import type { SaveQueue } from '../answer/save-queue.ts';

/** One thing to store: the details as a whole, or one text in one language. */
export type ReportJob =
  | { readonly kind: 'details'; readonly details: ReportDetails }
  | {
      readonly kind: 'passage';
      readonly language: Language;
      readonly id: PassageId;
      readonly text: string | null;
      readonly seen: boolean;
    };

export type DetailField = keyof ReportDetails;
export type DetailFault = 'too-long' | 'too-many' | 'not-a-day';
export type DetailFaults = Readonly<Partial<Record<DetailField, DetailFault>>>;

/** What can be taken back: which field or text, and how. */
interface Step {
  readonly what: 'details' | PassageId;
  readonly undo: () => void;
}

export const DETAILS_KEY = 'details';
export const passageKey = (language: Language, id: PassageId): string => `${language} ${id}`;

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/**
 * Details and texts of one report while they are being written: shown at once, saved behind it. It outlives its screen,
 * so that a change of screen never cuts off a save, and what cannot be stored yet is still there.
 */
export class ReportSession {
  readonly saving: SaveQueue<ReportJob>;
  readonly #listeners = new Set<() => void>();
  /** Fields with text that is not handed over yet. */
  readonly #drafts = new Set<() => void>();
  readonly #passages = new Map<string, PassageView>();
  #details: ReportDetails;
  /** The same with the last printable text in place of one that cannot be printed. */
  #printable: ReportDetails;
  #day: { readonly typed: string; readonly wrong: boolean } = { typed: '', wrong: false };
  #printed: PrintedDetails;
  #remembered: ReportDetails | null;
  #step: Step | null = null;
  #language: Language;
  #version = 0;
  #rewrites = 0;

  constructor(view: ReportDetailsView, language: Language, saving: SaveQueue<ReportJob>) {
    this.saving = saving;
    this.#details = view.details;
    this.#printable = view.details;
    this.#printed = view.printed;
    this.#remembered = view.remembered;
    this.#language = language;
    this.merge(view, language);
  }

  /** Takes over what is stored, except where a change of its own is not saved. */
  merge(view: ReportDetailsView, language: Language): void {
    this.#language = language;
    if (this.saving.seen(DETAILS_KEY, view.seq) && !this.saving.isUnsaved(DETAILS_KEY) && !this.#hasFaults()) {
      if (!same(this.#details, view.details)) this.#rewrites += 1;
      this.#details = view.details;
      this.#printable = view.details;
      this.#printed = view.printed;
      this.#remembered = view.remembered;
    }
    for (const passage of view.passages) {
      const key = passageKey(language, passage.id);
      const fresh = this.saving.seen(key, passage.seq) && !this.saving.isUnsaved(key);
      const known = this.#passages.get(key);
      if (known && !fresh) continue;
      if (known && (known.text ?? known.draft) !== (passage.text ?? passage.draft)) this.#rewrites += 1;
      this.#passages.set(key, passage);
    }
    this.#publish();
  }

  /** Rises with every change. */
  get version(): number {
    return this.#version;
  }
  /** Rises when fields change from elsewhere than by typing, so that they are drawn anew. */
  get rewrites(): number {
    return this.#rewrites;
  }
  /** Of the document, as loaded last. */
  get language(): Language {
    return this.#language;
  }
  get details(): ReportDetails {
    return this.#details;
  }
  get printed(): PrintedDetails {
    return this.#printed;
  }
  /** What the organisation's latest report says, where this one says something else. */
  get remembered(): ReportDetails | null {
    return this.#remembered;
  }
  /** What was just replaced and can be taken back; null when nothing was. */
  get replaced(): Step['what'] | null {
    return this.#step?.what ?? null;
  }
  /** The day as it was typed while it is no day; null when it is one, or blank. */
  get wrongDay(): string | null {
    return this.#day.wrong ? this.#day.typed : null;
  }

  passage(language: Language, id: PassageId): PassageView | undefined {
    return this.#passages.get(passageKey(language, id));
  }

  faults(): DetailFaults {
    const found = checkDetails(this.#details).map(({ path, code }) => [path[0], code] as const);
    return { ...(this.#day.wrong ? { date: 'not-a-day' } : {}), ...Object.fromEntries(found) } as DetailFaults;
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Changes details and stores what of them can be printed; a text with a fault waits until it is corrected. */
  change(change: Partial<ReportDetails>): void {
    const next = { ...this.#details, ...change };
    if (same(next, this.#details)) return;
    this.#step = null;
    this.#storeDetails(next);
  }

  /**
   * Takes over the text of the day field.
   * @param iso YYYY-MM-DD, empty, or null when it is no day
   */
  changeDay(typed: string, iso: string | null): void {
    this.#day = { typed, wrong: iso === null };
    if (iso === null) this.#publish();
    else {
      this.change({ date: iso });
      this.#publish();
    }
  }

  /** Puts the details of the organisation's latest report in place of these, keeping number and day. */
  useRemembered(): void {
    const { number, dateChoice, date } = this.#details;
    const before = this.#details;
    const remembered = this.#remembered;
    if (!remembered) return;
    this.#remembered = null;
    this.#rewrites += 1;
    this.#storeDetails({ ...remembered, number, dateChoice, date });
    this.#keepStep('details', () => {
      this.#remembered = remembered;
      this.#rewrites += 1;
      this.#storeDetails(before);
    });
  }

  /** Changes a text. What is typed again as the draft has it is the draft. */
  write(language: Language, id: PassageId, text: string): void {
    const known = this.passage(language, id);
    if (!known || text === (known.text ?? known.draft)) return;
    this.#step = null;
    const own = text === known.draft ? null : text;
    const first = known.text === null;
    this.#storePassage(language, { ...known, text: own, outdated: known.outdated && own !== null }, first);
  }

  /** The person has seen that the result changed and keeps the own text. */
  keep(language: Language, id: PassageId): void {
    const known = this.passage(language, id);
    if (known && known.text !== null) this.#storePassage(language, { ...known, outdated: false }, true);
  }

  /** Goes back to the draft; the own text can be brought back. */
  restoreDraft(language: Language, id: PassageId): void {
    const known = this.passage(language, id);
    if (!known || known.text === null) return;
    this.#rewrites += 1;
    this.#storePassage(language, { ...known, text: null, outdated: false }, true);
    this.#keepStep(id, () => {
      this.#rewrites += 1;
      this.#storePassage(language, known, !known.outdated);
    });
  }

  /** Takes the last replacement back. */
  undo(): void {
    const step = this.#step;
    this.#step = null;
    step?.undo();
  }

  /** What the details look like in print, as the application answered. */
  setPrinted(printed: PrintedDetails): void {
    this.#printed = printed;
    this.#publish();
  }

  /** Registers a field whose text is handed over later. @returns a function that takes it out again */
  holdDraft(commit: () => void): () => void {
    this.#drafts.add(commit);
    return () => this.#drafts.delete(commit);
  }

  /** Hands over all text that is being typed. */
  commitDrafts(): void {
    for (const commit of [...this.#drafts]) commit();
  }

  #hasFaults(): boolean {
    return Object.keys(this.faults()).length > 0;
  }

  #storeDetails(next: ReportDetails): void {
    this.#details = next;
    const wrong = new Set(checkDetails(next).map(({ path }) => path[0] as DetailField));
    const last = this.#printable;
    const kept = Object.fromEntries([...wrong].map((field) => [field, last[field]]));
    this.#printable = { ...next, ...kept };
    if (!same(last, this.#printable)) this.saving.put(DETAILS_KEY, { kind: 'details', details: this.#printable });
    this.#publish();
  }

  #storePassage(language: Language, passage: PassageView, seen: boolean): void {
    const { id, text } = passage;
    this.#passages.set(passageKey(language, id), passage);
    this.saving.put(passageKey(language, id), { kind: 'passage', language, id, text, seen });
    this.#publish();
  }

  #keepStep(what: Step['what'], undo: () => void): void {
    this.#step = { what, undo };
    this.#publish();
  }

  #publish(): void {
    this.#version += 1;
    for (const listener of [...this.#listeners]) listener();
  }
}
