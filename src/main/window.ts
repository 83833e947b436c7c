import { BrowserWindow, screen, type BrowserWindowConstructorOptions } from 'electron';
import type { Ports } from '../core/ports.ts';
import type { Memory } from './memory.ts';
import { HOME_URL } from './security-policy.ts';
import { MINIMUM, openingBounds, type Bounds } from './window-bounds.ts';

/** Everything that is decided before the window exists; each safety switch is written out, also where it is a default. */
export function windowOptions(
  preload: string,
  title: string,
  bounds: Partial<Bounds>,
  developerTools: boolean,
): BrowserWindowConstructorOptions {
  return {
    ...bounds,
    minWidth: MINIMUM.width,
    minHeight: MINIMUM.height,
    title,
    show: false,
    webPreferences: {
      preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      webSecurity: true,
      devTools: developerTools,
      // The spelling checker would fetch its dictionaries from the internet.
      spellcheck: false,
    },
  };
}

export interface WindowParts {
  readonly preload: string;
  readonly title: string;
  readonly memory: Memory;
  readonly developerTools: boolean;
  readonly report: Ports['report'];
  /** Runs before the page is loaded, so that its first question finds an answer. */
  readonly prepare: (window: BrowserWindow) => void;
}

/** Opens the window with the page in it; it is shown when there is something to see, where it was the last time. */
export function openWindow({ preload, title, memory, developerTools, report, prepare }: WindowParts): BrowserWindow {
  const { bounds, maximized } = memory.current();
  const primary = screen.getPrimaryDisplay();
  const others = screen.getAllDisplays().filter(({ id }) => id !== primary.id);
  const areas = [primary, ...others].map(({ workArea }) => workArea);
  const window = new BrowserWindow(windowOptions(preload, title, openingBounds(bounds, areas), developerTools));
  prepare(window);
  window.once('ready-to-show', () => (maximized ? window.maximize() : window.show()));
  window.on('close', () => memory.update({ bounds: window.getNormalBounds(), maximized: window.isMaximized() }));
  // Also rejects when the person closes the window while it loads, which is no reason for a dialog.
  window.loadURL(HOME_URL).catch((error: unknown) => report(error, { method: 'window' }));
  return window;
}

/** A second start of the program brings the first one forward. */
export function bringForward(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}
