import { describe, expect, it } from 'vitest';
import { SaveQueue } from '../../src/renderer/screens/answer/save-queue.ts';

interface Request {
  readonly itemId: string;
  readonly seq: number;
  readonly value: string;
  readonly resolve: (stored: { seq: number; savedAt: string }) => void;
  readonly reject: (error: unknown) => void;
}

interface Timer {
  readonly act: () => void;
  readonly milliseconds: number;
  calledOff: boolean;
}

/** The application did not answer; everything else is a refusal. */
class Gone extends Error {}

/** A queue whose far side and clock are in the hands of the test. */
function openQueue() {
  const requests: Request[] = [];
  const timers: Timer[] = [];
  const queue = new SaveQueue<string>({
    send: (itemId, seq, value) =>
      new Promise((resolve, reject) => requests.push({ itemId, seq, value, resolve, reject })),
    isPassing: (error) => error instanceof Gone,
    later: (act, milliseconds) => {
      const timer: Timer = { act, milliseconds, calledOff: false };
      timers.push(timer);
      return () => {
        timer.calledOff = true;
      };
    },
  });

  const request = (index: number): Request => {
    const found = requests[index];
    if (!found) throw new Error(`request ${index} was not sent`);
    return found;
  };
  return {
    queue,
    timers,
    sent: () => requests.map(({ itemId, seq, value }) => [itemId, seq, value]),
    /** Acknowledges a request; another sequence number means that another window got ahead. */
    accept: async (index: number, savedAt = 'now', seq = request(index).seq): Promise<void> => {
      request(index).resolve({ seq, savedAt });
      await turn();
    },
    fail: async (index: number, error: unknown): Promise<void> => {
      request(index).reject(error);
      await turn();
    },
    /** Lets the time of the newest timer come. */
    ring: (): void => {
      const timer = timers.at(-1);
      if (!timer || timer.calledOff) throw new Error('no timer is set');
      timer.act();
    },
  };
}

/** Lets everything run that waits for a promise. */
function turn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

describe('saving while all goes well', () => {
  it('starts idle, with nothing to wait for', async () => {
    const { queue } = openQueue();
    expect(queue.state).toEqual({ kind: 'idle' });
    expect(queue.unsaved).toBe(0);
    expect(await queue.settled()).toBe(true);
  });

  it('has one request per item under way, and sends only the newest of what waits', async () => {
    const { queue, sent, accept } = openQueue();
    for (const value of ['1', '2', '3']) queue.put('a', value);
    expect(sent()).toEqual([['a', 1, '1']]);
    expect(queue.state).toEqual({ kind: 'saving' });
    await accept(0);
    expect(sent().slice(1)).toEqual([['a', 2, '3']]);
    expect(queue.isUnsaved('a')).toBe(true);
    await accept(1, 'later');
    expect(sent()).toHaveLength(2);
    expect(queue.isUnsaved('a')).toBe(false);
    expect(queue.state).toEqual({ kind: 'saved', at: 'later' });
  });

  it('does not let items wait for each other', async () => {
    const { queue, sent, accept } = openQueue();
    queue.put('a', '1');
    queue.put('b', '2');
    expect(sent()).toEqual([
      ['a', 1, '1'],
      ['b', 1, '2'],
    ]);
    expect(queue.unsaved).toBe(2);
    await accept(1);
    expect(queue.state).toEqual({ kind: 'saving' });
    expect([queue.isUnsaved('a'), queue.isUnsaved('b')]).toEqual([true, false]);
  });

  it('goes on from the sequence number that is stored, and knows old news', () => {
    const { queue, sent } = openQueue();
    expect(queue.seen('a', 7)).toBe(true);
    queue.put('a', '1');
    expect(sent()).toEqual([['a', 8, '1']]);
    expect(queue.seen('a', 7)).toBe(false);
    expect(queue.seen('a', 8)).toBe(true);
  });

  it('sends a value again that met a newer one of another window', async () => {
    const { queue, sent, accept } = openQueue();
    queue.put('a', 'mine');
    await accept(0, 'then', 5);
    expect(sent().slice(1)).toEqual([['a', 6, 'mine']]);
    await accept(1);
    expect(queue.unsaved).toBe(0);
  });

  it('prefers what was changed meanwhile to the value that another window overtook', async () => {
    const { queue, sent, accept } = openQueue();
    queue.put('a', 'mine');
    queue.put('a', 'mine, newer');
    await accept(0, 'then', 5);
    expect(sent().slice(1)).toEqual([['a', 6, 'mine, newer']]);
  });

  it('settles when the last request has come back', async () => {
    const { queue, accept } = openQueue();
    queue.put('a', '1');
    queue.put('a', '2');
    let settled: boolean | undefined;
    void queue.settled().then((saved) => (settled = saved));
    await accept(0);
    expect(settled).toBeUndefined();
    await accept(1);
    expect(settled).toBe(true);
  });
});

describe('saving when the application is away', () => {
  it('keeps the value and tries again with rising pauses and sequence numbers', async () => {
    const { queue, timers, sent, accept, fail, ring } = openQueue();
    const error = new Gone();
    queue.put('a', '1');
    for (let attempt = 0; attempt < 6; attempt += 1) {
      await fail(attempt, error);
      expect(queue.state).toEqual({ kind: 'failed', error, retrying: true });
      ring();
    }
    expect(timers.map(({ milliseconds }) => milliseconds)).toEqual([1000, 2000, 4000, 8000, 8000, 8000]);
    expect(sent().at(-1)).toEqual(['a', 7, '1']);
    await accept(6);
    expect(queue.state.kind).toBe('saved');

    queue.put('a', '2');
    await fail(7, error);
    expect(timers.at(-1)?.milliseconds).toBe(1000);
  });

  it('says when nothing is under way that something waits', async () => {
    const { queue, fail } = openQueue();
    queue.put('a', '1');
    await fail(0, new Gone());
    expect(await queue.settled()).toBe(false);
    expect(queue.unsaved).toBe(1);
  });

  it('sends the newest value when it tries again', async () => {
    const { queue, sent, fail, ring } = openQueue();
    queue.put('a', '1');
    queue.put('a', '2');
    await fail(0, new Gone());
    expect(sent()).toHaveLength(1);
    ring();
    expect(sent().slice(1)).toEqual([['a', 2, '2']]);
  });

  it('plans one attempt for all items together', async () => {
    const { queue, timers, sent, fail, ring } = openQueue();
    queue.put('a', '1');
    queue.put('b', '2');
    await fail(0, new Gone());
    await fail(1, new Gone());
    expect(timers).toHaveLength(1);
    ring();
    expect(sent().slice(2)).toEqual([
      ['a', 2, '1'],
      ['b', 2, '2'],
    ]);
  });

  it('tries at once when it is asked to, and drops its plan', async () => {
    const { queue, timers, sent, accept, fail } = openQueue();
    queue.put('a', '1');
    await fail(0, new Gone());
    queue.retry();
    expect(timers[0]?.calledOff).toBe(true);
    expect(sent()).toHaveLength(2);
    await accept(1);
    expect(queue.state.kind).toBe('saved');
  });
});

describe('saving when a value is refused', () => {
  const refusal = new Error('refused');

  it('keeps it, says so, and does not ask again by itself', async () => {
    const { queue, timers, sent, accept, fail } = openQueue();
    queue.put('a', '1');
    await fail(0, refusal);
    expect(queue.state).toEqual({ kind: 'failed', error: refusal, retrying: false });
    expect(timers).toEqual([]);
    expect(queue.isUnsaved('a')).toBe(true);
    queue.retry();
    expect(sent().at(-1)).toEqual(['a', 2, '1']);
    await accept(1);
    expect(queue.unsaved).toBe(0);
  });

  it('still sends what was changed meanwhile, which may be acceptable', async () => {
    const { queue, sent, accept, fail } = openQueue();
    queue.put('a', 'bad');
    queue.put('a', 'good');
    await fail(0, refusal);
    expect(sent().slice(1)).toEqual([['a', 2, 'good']]);
    await accept(1);
    expect(queue.state.kind).toBe('saved');
  });

  it('goes on saving other items, and does not call itself saved meanwhile', async () => {
    const { queue, accept, fail } = openQueue();
    queue.put('a', 'bad');
    await fail(0, refusal);
    queue.put('b', '2');
    await accept(1);
    expect([queue.isUnsaved('a'), queue.isUnsaved('b')]).toEqual([true, false]);
    expect(queue.state).toMatchObject({ kind: 'failed', error: refusal });
  });
});

describe('what the queue tells', () => {
  it('calls listeners with every change until they leave', async () => {
    const { queue, accept } = openQueue();
    const heard: string[] = [];
    const leave = queue.subscribe(() => heard.push(queue.state.kind));
    queue.put('a', '1');
    await accept(0);
    leave();
    queue.put('a', '2');
    expect(heard).toEqual(['saving', 'saved']);
  });

  it('keeps the last calm state while a save is under way', async () => {
    const { queue, accept } = openQueue();
    queue.put('a', '1');
    expect(queue.calmState).toEqual({ kind: 'idle' });
    await accept(0, 'first');
    queue.put('a', '2');
    expect(queue.state).toEqual({ kind: 'saving' });
    expect(queue.calmState).toEqual({ kind: 'saved', at: 'first' });
  });
});
