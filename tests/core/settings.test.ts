import { describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS } from '../../src/contract/views/settings.ts';
import { LAST_AT } from '../../src/core/backup-notes.ts';
import { COMMUNE, openForTest, openWithDraft, uuid } from './application.ts';

describe('settings', () => {
  it('start with the defaults and know the host', async () => {
    const { call } = await openForTest();
    const info = await call('app.info', {});
    expect(info.settings).toEqual(DEFAULT_SETTINGS);
    expect(info).toMatchObject({ version: '0.0.0', host: 'cli', utcOffset: 420, lastBackupAt: null });
    expect(info.provinces).toHaveLength(34);
    expect(info.kinds.map((kind) => kind.id)).toContain('commune');
  });

  it('change one by one and are kept', async () => {
    const { call, events } = await openWithDraft();
    await call('settings.update', { language: 'en', zoom: 150 });
    await call('settings.update', { theme: 'contrast', digitKeys: false, autoAdvance: true });
    await call('settings.update', {
      mode: 'trainer',
      person: 'Nguyễn Thị Hòa'.normalize('NFD'),
      welcomed: true,
      spellCheck: true,
      documentLanguage: 'vi',
    });
    expect((await call('app.info', {})).settings).toEqual({
      ...DEFAULT_SETTINGS,
      language: 'en',
      theme: 'contrast',
      zoom: 150,
      mode: 'trainer',
      person: 'Nguyễn Thị Hòa'.normalize('NFC'),
      welcomed: true,
      digitKeys: false,
      autoAdvance: true,
      spellCheck: true,
      documentLanguage: 'vi',
      organisationId: COMMUNE.id,
    });
    expect(await call('settings.update', { organisationId: null })).toMatchObject({
      organisationId: null,
      language: 'en',
    });
    expect(await call('settings.update', {})).toMatchObject({ language: 'en' });
    expect(events.filter((event) => event.type === 'settings.changed')).toHaveLength(5);
  });

  it('tell when the data was last backed up', async () => {
    const { call, storage } = await openForTest();
    storage.settings.set(LAST_AT, '2026-01-15T01:00:00.000Z');
    expect((await call('app.info', {})).lastBackupAt).toBe('2026-01-15T01:00:00.000Z');
  });

  it.each([
    ['language', 'fr'],
    ['theme', 'pink'],
    ['zoom', 'huge'],
    ['zoom', '20'],
    ['zoom', '201'],
    ['zoom', '100.5'],
    ['digitKeys', 'maybe'],
    ['autoAdvance', '1'],
    ['mode', 'admin'],
    ['person', 'x'.repeat(101)],
    ['welcomed', 'yes'],
    ['spellCheck', ''],
    ['documentLanguage', 'fr'],
    ['organisationId', uuid(404)],
    ['organisationId', ''],
    ['somethingElse', 'x'],
  ])('fall back alone when %s is stored as %j', async (key, value) => {
    const { call, storage } = await openForTest();
    storage.settings.set('language', 'en');
    storage.settings.set('zoom', '125');
    storage.settings.set('digitKeys', 'false');
    storage.settings.set('autoAdvance', 'true');
    storage.settings.set(key, value);
    const expected = { ...DEFAULT_SETTINGS, language: 'en', zoom: 125, digitKeys: false, autoAdvance: true };
    expect((await call('app.info', {})).settings).toEqual(
      key in expected ? { ...expected, [key]: DEFAULT_SETTINGS[key as 'zoom'] } : expected,
    );
  });

  it('refuse values outside their range', async () => {
    const { call, refused } = await openForTest();
    for (const input of [
      { zoom: 79 },
      { zoom: 201 },
      { zoom: 100.5 },
      { language: 'fr' },
      { theme: 'pink' },
      { organisationId: 'x' },
      { digitKeys: 'true' },
      { mode: 'admin' },
      { person: 'x'.repeat(101) },
      { welcomed: 1 },
      { documentLanguage: 'screen-en' },
    ])
      expect((await refused('settings.update', input)).problems[0]?.path).toEqual(Object.keys(input));
    expect((await call('app.info', {})).settings).toEqual(DEFAULT_SETTINGS);
  });
});
