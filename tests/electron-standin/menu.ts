import type { MenuItemConstructorOptions } from 'electron';
import { electronApp } from './app.ts';
import { windows, type BrowserWindow } from './window.ts';

/** Editing commands that Chromium carries out in the focused field. */
const EDITING = ['undo', 'redo', 'cut', 'copy', 'paste', 'selectAll'];
const ROLES: Readonly<Record<string, (window: BrowserWindow | undefined) => void>> = {
  quit: () => electronApp.quit(),
  ...Object.fromEntries(EDITING.map((role) => [role, (window?: BrowserWindow) => void edit(role, window)])),
};
const KEYS = /^((CmdOrCtrl|Ctrl|Alt|Shift)\+)*([A-Z0-9]|F([1-9]|1\d|2[0-4])|Plus|-|=|\/|Home|End|Delete)$/;

async function edit(role: string, window: BrowserWindow | undefined): Promise<void> {
  const key = { key: 'Unidentified', commands: [role] };
  await window?.contents.command('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...key });
  await window?.contents.command('Input.dispatchKeyEvent', { type: 'keyUp', key: key.key });
}

export interface MenuEntry {
  readonly label: string;
  readonly role: string | null;
  readonly accelerator: string | null;
  readonly registered: boolean;
  readonly submenu: readonly MenuEntry[];
}

/** What Electron refuses is refused here too: entries without a name, unknown roles, keys that nobody can press. */
function check(item: MenuItemConstructorOptions): void {
  const { type, label, role, accelerator, submenu } = item;
  if (type === 'separator') return;
  if (label === undefined && role === undefined) throw new TypeError('MenuItem must have either label or role');
  if (role !== undefined && !(role in ROLES)) throw new Error(`stand-in: the menu role '${role}' is not implemented`);
  if (accelerator !== undefined && !KEYS.test(accelerator)) throw new TypeError(`Invalid accelerator ${accelerator}`);
  if (Array.isArray(submenu)) submenu.forEach(check);
}

let current: Menu | null = null;

export class Menu {
  readonly template: MenuItemConstructorOptions[];

  constructor(template: MenuItemConstructorOptions[] = []) {
    this.template = template;
  }

  static buildFromTemplate(template: MenuItemConstructorOptions[]): Menu {
    template.forEach(check);
    return new Menu(template);
  }

  static setApplicationMenu(menu: Menu | null): void {
    current = menu;
  }
}

const children = ({ submenu }: MenuItemConstructorOptions): MenuItemConstructorOptions[] =>
  Array.isArray(submenu) ? submenu : [];

function describe(item: MenuItemConstructorOptions): MenuEntry {
  return {
    label: item.label ?? '',
    role: item.role ?? null,
    accelerator: item.accelerator ?? null,
    registered: item.registerAccelerator ?? true,
    submenu: children(item)
      .filter(({ type }) => type !== 'separator')
      .map(describe),
  };
}

/** The application menu as it is now, without separators. */
export function menuEntries(): MenuEntry[] {
  return (current?.template ?? []).map(describe);
}

/** Chooses an entry by its labels from the menu bar down, written without access key marks. */
export function clickMenu(labels: readonly string[]): void {
  let items = current?.template ?? [];
  let found: MenuItemConstructorOptions | undefined;
  for (const label of labels) {
    found = items.find((item) => item.label?.replaceAll('&', '') === label);
    if (!found) throw new Error(`the menu has no '${label}' (${items.map((item) => item.label).join(', ')})`);
    items = children(found);
  }
  const window = windows[0];
  if (found?.role !== undefined) ROLES[found.role]?.(window);
  else found?.click?.({} as never, window as never, {});
}
