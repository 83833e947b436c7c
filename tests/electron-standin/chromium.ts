/** The one Chromium of a run: started with the first window, its messages handed to the window they belong to. */
import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { electronApp, hooks, switches } from './app.ts';
import { startChromium, type Browser, type Events } from './cdp.ts';

export interface TargetOwner {
  readonly receive: <E extends keyof Events>(event: E, params: Events[E]) => void;
  /** A page that this one has opened; it waits before its first request. @returns whether it may live */
  readonly mayOpen: (url: string) => boolean;
  readonly gone: () => void;
}

const sessions = new Map<string, TargetOwner>();
const targets = new Map<string, TargetOwner>();
/** Address of the last window.open() per page: Chromium tells it before the new page exists. */
const wanted = new Map<TargetOwner, string>();
let browser: Browser | null = null;

export function chromium(): Browser {
  if (browser) return browser;
  const profile = mkdtempSync(join(electronApp.getPath('userData'), 'chromium-'));
  // Popups are for the program to refuse, not for Chromium.
  const started = startChromium(profile, ['--disable-popup-blocking', ...switches]);
  browser = started;
  started.listen((event, params, session) => {
    const owner = session === undefined ? undefined : sessions.get(session);
    if (event === 'Page.windowOpen' && owner) wanted.set(owner, (params as Events['Page.windowOpen']).url);
    else if (event === 'Target.attachedToTarget') void meet(params as Events['Target.attachedToTarget']);
    else if (event === 'Target.detachedFromTarget') leave((params as Events['Target.detachedFromTarget']).sessionId);
    else owner?.receive(event, params);
  });
  started.process.once('exit', () => {
    for (const owner of new Set(sessions.values())) owner.gone();
  });
  hooks.stopBrowser = async () => {
    const ended = new Promise((done) => started.process.once('exit', done));
    started.process.kill();
    await ended;
  };
  return started;
}

/** Pages appear here paused: those that the program made go on, those that a page opened are judged first. */
async function meet({ sessionId, targetInfo }: Events['Target.attachedToTarget']): Promise<void> {
  const { send } = chromium();
  const opener = targetInfo.openerId === undefined ? undefined : targets.get(targetInfo.openerId);
  if (targetInfo.type === 'page' && opener && !opener.mayOpen(wanted.get(opener) ?? 'about:blank'))
    await send('Target.closeTarget', { targetId: targetInfo.targetId });
  else await send('Runtime.runIfWaitingForDebugger', {}, sessionId).catch(() => undefined);
}

function leave(session: string): void {
  const owner = sessions.get(session);
  sessions.delete(session);
  owner?.gone();
}

/** Opens an empty page. @returns its numbers and a function that sends commands to it */
export async function openPage(owner: TargetOwner, size: { width: number; height: number }) {
  const { send } = chromium();
  await send('Target.setAutoAttach', { autoAttach: true, waitForDebuggerOnStart: true, flatten: true });
  const { targetId } = await send('Target.createTarget', { url: 'about:blank', newWindow: true, ...size });
  const { sessionId } = await send('Target.attachToTarget', { targetId, flatten: true });
  sessions.set(sessionId, owner);
  targets.set(targetId, owner);
  return { targetId, sessionId };
}
