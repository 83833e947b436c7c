import type { MenuItemConstructorOptions } from 'electron';
import type { MenuAction } from '../contract/surface.ts';
import type { HostWords } from './words/index.ts';

export interface MenuCommands {
  /** Lets the page act. */
  readonly act: (action: MenuAction) => void;
  readonly openDataFolder: () => void;
}

/**
 * The native menu as data. Keys that the page handles itself, in the browser host too, are shown but not registered,
 * so that one press never acts twice. Nothing lies on Ctrl+Shift or on plain letters: Vietnamese keyboards use them.
 */
export function menuTemplate(
  words: HostWords,
  commands: MenuCommands,
  platform: NodeJS.Platform,
): MenuItemConstructorOptions[] {
  const page = (action: MenuAction, label: string, keys?: string): MenuItemConstructorOptions => ({
    label,
    click: () => commands.act(action),
    ...(keys === undefined ? {} : { accelerator: keys, registerAccelerator: false }),
  });
  const mac = platform === 'darwin';
  const line: MenuItemConstructorOptions = { type: 'separator' };
  const file: MenuItemConstructorOptions = {
    label: words('menu.file'),
    submenu: [
      page('home', words('menu.home')),
      page('open', words('menu.open'), 'CmdOrCtrl+O'),
      page('print', words('menu.print'), 'CmdOrCtrl+P'),
      line,
      page('library', words('menu.library')),
      page('backup', words('menu.backup')),
      page('settings', words('menu.settings')),
      { label: words('menu.data-folder'), click: commands.openDataFolder },
      line,
      { label: words('menu.quit'), role: 'quit' },
    ],
  };
  const edit: MenuItemConstructorOptions = {
    label: words('menu.edit'),
    submenu: [
      // The page decides what is undone: typing in the field that has the focus, or else the last answer. On macOS the
      // fields get their keys from the menu alone.
      ...(mac
        ? ([{ role: 'undo' }, { role: 'redo' }] as const)
        : [page('undo', words('menu.undo'), 'CmdOrCtrl+Z'), page('redo', words('menu.redo'), 'CmdOrCtrl+Y')]),
      line,
      { label: words('menu.cut'), role: 'cut' },
      { label: words('menu.copy'), role: 'copy' },
      { label: words('menu.paste'), role: 'paste' },
      line,
      { label: words('menu.select-all'), role: 'selectAll' },
    ],
  };
  const view: MenuItemConstructorOptions = {
    label: words('menu.view'),
    submenu: [
      page('zoom-in', words('menu.zoom-in'), 'CmdOrCtrl+Plus'),
      page('zoom-out', words('menu.zoom-out'), 'CmdOrCtrl+-'),
      page('zoom-reset', words('menu.zoom-reset'), 'CmdOrCtrl+0'),
      line,
      page('projector', words('menu.projector'), 'F11'),
      line,
      page('language', words('menu.language')),
    ],
  };
  const assessment: MenuItemConstructorOptions = {
    label: words('menu.assessment'),
    submenu: [
      page('new', words('menu.new')),
      line,
      page('answer', words('menu.answer')),
      page('check', words('menu.check')),
      page('result', words('menu.result')),
      page('plan', words('menu.plan')),
      line,
      page('evidence', words('menu.evidence')),
      page('compare', words('menu.compare')),
      line,
      page('export-xlsx', words('menu.export-xlsx')),
      page('export-pdf', words('menu.export-pdf')),
    ],
  };
  const help: MenuItemConstructorOptions = {
    label: words('menu.help'),
    submenu: [
      page('help', words('menu.help-page'), 'F1'),
      page('shortcuts', words('menu.shortcuts'), 'CmdOrCtrl+/'),
      line,
      page('about', words('menu.about')),
    ],
  };
  const first: MenuItemConstructorOptions[] = mac ? [{ role: 'appMenu' }] : [];
  return [...first, file, edit, view, assessment, help];
}
