import type { BrowserWindowConstructorOptions, Rectangle } from 'electron';
import { electronApp, hooks } from './app.ts';
import { WebContentsStandIn } from './contents.ts';
import { StrictEmitter, strict } from './strict.ts';

const EVENTS = ['ready-to-show', 'close', 'closed', 'show', 'focus'];

/** The screens that the program is told of; the first one is the primary. */
const screens = JSON.parse(process.env.STANDIN_SCREENS ?? '[[0, 0, 1366, 728]]') as [number, number, number, number][];
const displays = screens.map(([x, y, width, height], id) =>
  strict('display', { id, bounds: { x, y, width, height }, workArea: { x, y, width, height }, scaleFactor: 1 }),
);
export const screen = strict('screen', {
  getPrimaryDisplay: () => displays[0],
  getAllDisplays: () => displays,
});

export const windows: BrowserWindow[] = [];

export class BrowserWindow extends StrictEmitter {
  readonly options: BrowserWindowConstructorOptions;
  readonly contents: WebContentsStandIn;
  readonly webContents: WebContentsStandIn;
  bounds: Rectangle;
  visible: boolean;
  minimized = false;
  maximized = false;
  gone = false;

  static getAllWindows(): BrowserWindow[] {
    return [...windows];
  }

  constructor(options: BrowserWindowConstructorOptions = {}) {
    super('BrowserWindow', EVENTS);
    electronApp.afterReady('BrowserWindow');
    const area = displays[0]?.workArea ?? { x: 0, y: 0, width: 1366, height: 728 };
    const { width = 800, height = 600 } = options;
    const middle = {
      x: Math.trunc(area.x + (area.width - width) / 2),
      y: Math.trunc(area.y + (area.height - height) / 2),
    };
    this.options = options;
    this.bounds = { x: options.x ?? middle.x, y: options.y ?? middle.y, width, height };
    this.visible = options.show ?? true;
    this.contents = new WebContentsStandIn(options.webPreferences ?? {}, { width, height });
    this.webContents = this.contents.face;
    this.contents.once('did-finish-load', () => this.emit('ready-to-show'));
    this.contents.once('destroyed', () => this.afterwards());
    windows.push(this);
    electronApp.emit('web-contents-created', {}, this.webContents);
    return strict('BrowserWindow', this);
  }

  loadURL(url: string): Promise<void> {
    return this.contents.load(url);
  }

  /** Asks first the program, then the page (beforeunload). */
  async close(): Promise<void> {
    if (this.gone || this.ask('close', {})) return;
    await this.contents.opened;
    await this.contents.answered;
    // Chromium does not answer while the page is being asked, nor when it stays.
    void this.contents.command('Page.close', {}).catch(() => undefined);
  }

  afterwards(): void {
    this.gone = true;
    windows.splice(windows.indexOf(this), 1);
    this.emit('closed');
    if (windows.length === 0) electronApp.lastWindowClosed();
  }

  show(): void {
    this.visible = true;
    this.emit('show');
  }

  focus(): void {
    this.emit('focus');
  }

  maximize(): void {
    this.maximized = true;
    this.show();
  }

  minimize(): void {
    this.minimized = true;
  }

  restore(): void {
    this.minimized = false;
  }

  isMinimized(): boolean {
    return this.minimized;
  }

  isMaximized(): boolean {
    return this.maximized;
  }

  isDestroyed(): boolean {
    return this.gone;
  }

  getNormalBounds(): Rectangle {
    return this.bounds;
  }

  setBounds(bounds: Rectangle): void {
    this.bounds = { ...bounds };
  }
}

hooks.closeAllWindows = async () => {
  for (const window of BrowserWindow.getAllWindows()) {
    const closed = new Promise<boolean>((done) => {
      window.contents.once('destroyed', () => done(true));
      window.contents.stays = () => done(false);
    });
    let refused = false;
    window.once('close', (event: { defaultPrevented: boolean }) =>
      queueMicrotask(() => (refused = event.defaultPrevented)),
    );
    await window.close();
    if (refused || !(await closed)) return false;
  }
  return true;
};
