import { ipcMain, type IpcMainInvokeEvent, type WebContents } from 'electron';
import { CALL_CHANNEL, EVENT_CHANNEL } from '../contract/channels.ts';
import { AppError } from '../contract/errors.ts';
import type { AppEvent } from '../contract/surface.ts';
import type { Dispatch } from '../core/dispatch.ts';
import { isTrustedSender } from './security-policy.ts';

export interface Endpoint {
  /** From now on the page of this window may call, and hears events. */
  readonly admit: (contents: WebContents) => void;
  readonly broadcast: (event: AppEvent) => void;
  /** Waits for calls that are still being worked on. */
  readonly settled: () => Promise<void>;
}

/** The one way from a window to the application. A sender that is not our page is refused with an exception. */
export function openEndpoint(dispatch: Dispatch): Endpoint {
  const admitted = new Set<WebContents>();
  const running = new Set<Promise<unknown>>();

  ipcMain.handle(CALL_CHANNEL, (event: IpcMainInvokeEvent, method: unknown, input: unknown) => {
    if (!isTrustedSender(event.senderFrame, admitted.has(event.sender))) throw new AppError('forbidden');
    const answer = dispatch(String(method), input, { role: 'operator', via: 'ipc' });
    running.add(answer);
    void answer.finally(() => running.delete(answer));
    return answer;
  });

  return {
    admit(contents) {
      admitted.add(contents);
      contents.once('destroyed', () => admitted.delete(contents));
    },
    broadcast(event) {
      for (const contents of admitted) contents.send(EVENT_CHANNEL, event);
    },
    async settled() {
      while (running.size > 0) await Promise.allSettled(running);
    },
  };
}
