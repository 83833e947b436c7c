import { dialog, type BrowserWindow } from 'electron';
import type { HostWords } from './words/index.ts';

/** What is being saved when the window is closed gets this long before anyone is asked. */
const SAVING_TIME_MS = 500;

/**
 * The page refuses to go while an answer is not stored yet. First it gets a moment to finish; if it still refuses,
 * the person decides: stay and see why it cannot be saved, or close without it.
 */
export function watchLeaving(window: BrowserWindow, words: () => HostWords): void {
  let waited = false;
  window.webContents.on('will-prevent-unload', (event) => {
    if (!waited) {
      waited = true;
      setTimeout(() => {
        if (!window.isDestroyed()) window.close();
      }, SAVING_TIME_MS);
      return;
    }
    waited = false;
    const say = words();
    const answer = dialog.showMessageBoxSync(window, {
      type: 'warning',
      title: say('window.title'),
      message: say('leave.title'),
      detail: say('leave.message'),
      buttons: [say('leave.stay'), say('leave.close')],
      defaultId: 0,
      cancelId: 0,
      noLink: true,
      normalizeAccessKeys: true,
    });
    // In this event "prevent" means: do not let the page hold the window.
    if (answer === 1) event.preventDefault();
  });
}
