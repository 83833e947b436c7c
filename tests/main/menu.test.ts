import type { MenuItemConstructorOptions } from 'electron';
import { describe, expect, test } from 'vitest';
import { MENU_ACTIONS, type MenuAction } from '../../src/contract/surface.ts';
import { LANGUAGES } from '../../src/domain/text/localized.ts';
import { menuTemplate } from '../../src/main/menu.ts';
import { hostWords } from '../../src/main/words/index.ts';

const children = ({ submenu }: MenuItemConstructorOptions): MenuItemConstructorOptions[] =>
  Array.isArray(submenu) ? submenu : [];
const all = (items: MenuItemConstructorOptions[]): MenuItemConstructorOptions[] =>
  items.flatMap((item) => [item, ...all(children(item))]);
const accessKey = ({ label }: MenuItemConstructorOptions): string | undefined =>
  /&(.)/.exec(label ?? '')?.[1]?.toLowerCase();

describe.each(LANGUAGES)('menu in %s', (language) => {
  const acted: MenuAction[] = [];
  const commands = { act: (action: MenuAction) => void acted.push(action), openDataFolder: () => undefined };
  const template = menuTemplate(hostWords(language), commands, 'win32');

  test('has File, Edit, View, Assessment and Help', () => {
    const expected = {
      vi: ['Tệp', 'Sửa', 'Xem', 'Đánh giá', 'Trợ giúp'],
      en: ['File', 'Edit', 'View', 'Assessment', 'Help'],
    };
    expect(template.map(({ label }) => label?.replace('&', ''))).toEqual(expected[language]);
  });

  test('every entry has an access key on the keyboard, different from its neighbours', () => {
    for (const items of [template, ...template.map(children)]) {
      const named = items.filter(({ type }) => type !== 'separator');
      const keys = named.map(accessKey);
      for (const key of keys) expect(key).toMatch(/^[a-z0-9]$/);
      expect(new Set(keys).size).toBe(named.length);
    }
  });

  test('every action of the contract can be chosen', () => {
    for (const item of all(template)) if (item.role === undefined) item.click?.({} as never, undefined, {});
    expect([...acted].sort()).toEqual([...MENU_ACTIONS].sort());
  });

  test('no key lies on Ctrl+Shift or on a plain letter, and the page handles its own keys', () => {
    for (const { accelerator, registerAccelerator } of all(template)) {
      if (accelerator === undefined) continue;
      expect(accelerator).not.toMatch(/Shift|^[A-Z]$|Backspace/);
      expect(registerAccelerator).toBe(false);
    }
  });
});

test('on macOS the application menu comes first, and the fields get their undo from the menu', () => {
  const commands = { act: () => undefined, openDataFolder: () => undefined };
  const [first, ...others] = menuTemplate(hostWords('vi'), commands, 'darwin');
  expect(first).toEqual({ role: 'appMenu' });
  expect(all(others).map(({ role }) => role)).toEqual(expect.arrayContaining(['undo', 'redo']));
});
