/** What those may cost who have not shown the secret: few connections, few wrong guesses, never the owner's place. */
import type { Socket } from 'node:net';

/** Connections at a time that have not shown the secret; a browser opens six. */
export const MOST_STRANGERS = 64;
/** Wrong secrets within one second; more are not even looked at in detail. */
export const MOST_WRONG = 30;

export interface Strangers {
  /** A new connection. When there are too many that have shown nothing, the one that has waited longest goes. */
  readonly opened: (socket: Socket) => void;
  /** It has shown the secret and keeps its place from now on. */
  readonly proven: (socket: Socket) => void;
  /** Notes a wrong secret. @param now milliseconds of a clock that only goes forward @returns true when there are too many */
  readonly wrong: (now: number) => boolean;
}

export function createStrangers(): Strangers {
  const waiting = new Set<Socket>();
  let [since, count] = [0, 0];
  return {
    opened(socket) {
      waiting.add(socket);
      socket.once('close', () => waiting.delete(socket));
      for (const oldest of waiting) {
        if (waiting.size <= MOST_STRANGERS) break;
        waiting.delete(oldest);
        oldest.destroy();
      }
    },
    proven: (socket) => void waiting.delete(socket),
    wrong(now) {
      if (now - since >= 1000) [since, count] = [now, 0];
      count += 1;
      return count > MOST_WRONG;
    },
  };
}
