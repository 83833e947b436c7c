/** What the queue tells about itself; one state for all items together. */
export type SaveState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'saving' }
  | { readonly kind: 'saved'; readonly at: string }
  /** Something could not be saved. It is kept; `retrying` says that another attempt is already planned. */
  | { readonly kind: 'failed'; readonly error: unknown; readonly retrying: boolean };

export interface SaveQueueOptions<T> {
  /**
   * Stores one value.
   * @returns the sequence number and instant that are stored now
   */
  readonly send: (itemId: string, seq: number, value: T) => Promise<{ readonly seq: number; readonly savedAt: string }>;
  /** Is it worth trying again without the person doing anything? */
  readonly isPassing: (error: unknown) => boolean;
  /** Calls back later. @returns a function that calls it off */
  readonly later: (act: () => void, milliseconds: number) => () => void;
}

interface Entry<T> {
  /** The highest sequence number used or seen for the item. */
  seq: number;
  /** The newest value that is not on its way yet. */
  waiting: { readonly value: T } | null;
  sending: boolean;
  /** The last attempt failed with this. */
  failure: { readonly error: unknown } | null;
}

const IDLE: SaveState = { kind: 'idle' };
const SAVING: SaveState = { kind: 'saving' };

const FIRST_PAUSE = 1000;
/** The application is on this computer, so asking often costs nothing. */
const LONGEST_PAUSE = 8000;

/**
 * Saves values item by item: at most one request per item is under way, of several changes only the newest is sent,
 * and nothing is dropped before it has been acknowledged. Every attempt carries a greater sequence number, so an
 * acknowledgement that got lost can never hide a later value. After a loss of connection it tries again by itself.
 */
export class SaveQueue<T> {
  readonly #options: SaveQueueOptions<T>;
  readonly #entries = new Map<string, Entry<T>>();
  readonly #listeners = new Set<() => void>();
  #state: SaveState = IDLE;
  #calm: SaveState = IDLE;
  #savedAt: string | null = null;
  #pause = FIRST_PAUSE;
  #callOff: (() => void) | null = null;

  constructor(options: SaveQueueOptions<T>) {
    this.#options = options;
  }

  get state(): SaveState {
    return this.#state;
  }

  /** The last state other than "saving", for those who do not want to show every short save. */
  get calmState(): SaveState {
    return this.#calm;
  }

  /** Items whose newest value is not acknowledged. */
  get unsaved(): number {
    let count = 0;
    for (const entry of this.#entries.values()) if (entry.sending || entry.waiting) count += 1;
    return count;
  }

  isUnsaved(itemId: string): boolean {
    const entry = this.#entries.get(itemId);
    return entry !== undefined && (entry.sending || entry.waiting !== null);
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /**
   * Tells which sequence number is stored for an item, so that the next change goes above it.
   * @returns false when it is older than what went through here: the news is out of date
   */
  seen(itemId: string, seq: number): boolean {
    const entry = this.#entry(itemId);
    if (seq < entry.seq) return false;
    entry.seq = seq;
    return true;
  }

  /** Takes the newest value of an item and sends it as soon as the item is free. */
  put(itemId: string, value: T): void {
    const entry = this.#entry(itemId);
    entry.waiting = { value };
    entry.failure = null;
    this.#pump(itemId, entry);
    this.#publish();
  }

  /** Tries everything that is waiting again, now. */
  retry(): void {
    this.#callOff?.();
    this.#callOff = null;
    for (const [itemId, entry] of this.#entries) this.#pump(itemId, entry);
    this.#publish();
  }

  /** Resolves when nothing is under way: true when everything is saved, false when something waits for a retry. */
  async settled(): Promise<boolean> {
    while ([...this.#entries.values()].some((entry) => entry.sending))
      await new Promise<void>((done) => {
        const end = this.subscribe(() => {
          end();
          done();
        });
      });
    return this.unsaved === 0;
  }

  #entry(itemId: string): Entry<T> {
    let entry = this.#entries.get(itemId);
    if (!entry) {
      entry = { seq: 0, waiting: null, sending: false, failure: null };
      this.#entries.set(itemId, entry);
    }
    return entry;
  }

  #pump(itemId: string, entry: Entry<T>): void {
    if (entry.sending || !entry.waiting) return;
    const { value } = entry.waiting;
    entry.waiting = null;
    entry.sending = true;
    entry.seq += 1;
    const sent = entry.seq;
    void this.#options.send(itemId, sent, value).then(
      (stored) => {
        entry.sending = false;
        entry.failure = null;
        entry.seq = Math.max(entry.seq, stored.seq);
        this.#savedAt = stored.savedAt;
        this.#pause = FIRST_PAUSE;
        // Another window had got ahead, so this value was not taken: it is the newer one and goes again.
        if (stored.seq > sent) entry.waiting ??= { value };
        this.#pump(itemId, entry);
        this.#publish();
      },
      (error: unknown) => {
        entry.sending = false;
        entry.failure = { error };
        if (this.#options.isPassing(error)) {
          entry.waiting ??= { value };
          this.#plan();
        } else if (entry.waiting) {
          // Only the older value was refused; what was changed meanwhile may well be taken.
          this.#pump(itemId, entry);
        } else entry.waiting = { value };
        this.#publish();
      },
    );
  }

  #plan(): void {
    if (this.#callOff) return;
    this.#callOff = this.#options.later(() => {
      this.#callOff = null;
      this.retry();
    }, this.#pause);
    this.#pause = Math.min(this.#pause * 2, LONGEST_PAUSE);
  }

  #publish(): void {
    this.#state = this.#currentState();
    if (this.#state.kind !== 'saving') this.#calm = this.#state;
    for (const listener of [...this.#listeners]) listener();
  }

  #currentState(): SaveState {
    for (const { failure, waiting } of this.#entries.values())
      if (failure && waiting) return { kind: 'failed', error: failure.error, retrying: this.#callOff !== null };
    if (this.unsaved > 0) return SAVING;
    return this.#savedAt === null ? IDLE : { kind: 'saved', at: this.#savedAt };
  }
}
