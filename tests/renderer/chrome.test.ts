/** Roles, files, settings, home and projector: what is decided without a page. */
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { DEFAULT_SETTINGS, MODES } from '../../src/contract/views/settings.ts';
import { METHODS } from '../../src/contract/methods.ts';
import { recentElsewhere } from '../../src/renderer/api/lists.ts';
import { shownIn } from '../../src/renderer/app/mode.ts';
import { handleFiles, registerFileHandler } from '../../src/renderer/app/open-file.ts';
import { slideAfter } from '../../src/renderer/app/projector.ts';
import { doorsOf } from '../../src/renderer/screens/home/doors.ts';
import { canReset, defaultsOf, SECTIONS, sectionOf } from '../../src/renderer/screens/settings/sections.ts';
import { round } from './rounds.ts';

describe('roles', () => {
  it('each have their own part, and a unit none', () => {
    const parts = MODES.map((mode) => Object.entries(shownIn(mode)).flatMap(([part, shown]) => (shown ? [part] : [])));
    expect(parts).toEqual([[], ['appraisal'], ['classFlow'], ['authoring']]);
  });
});

describe('doors of home', () => {
  const ids = (
    mode: (typeof MODES)[number],
    organisationId: string | null,
    hasSamples: boolean,
    more: { readonly assessmentId?: string; readonly canCompare?: boolean } = {},
  ) =>
    doorsOf({ mode, organisationId, assessmentId: null, canCompare: false, hasSamples, ...more }).map(({ id }) => id);

  it('follow the role', () => {
    expect(ids('unit', 'a', true)).toEqual(['new', 'open', 'ledger', 'profile', 'samples-remove']);
    expect(ids('appraiser', 'a', false)).toEqual([
      'collections',
      'new',
      'open',
      'appraise',
      'ledger',
      'profile',
      'samples-add',
    ]);
    expect(ids('trainer', 'a', false)[0]).toBe('collections');
    expect(ids('trainer', 'a', false)).toContain('class');
    expect(ids('author', 'a', false)).toContain('author');
  });

  it('lead to the documents of the assessment, and to a comparison where there are two', () => {
    expect(ids('unit', 'a', true, { assessmentId: 'b', canCompare: true })).toEqual([
      'new',
      'open',
      'evidence',
      'compare',
      'ledger',
      'profile',
      'samples-remove',
    ]);
  });

  it('lead nowhere without an organisation', () => {
    expect(ids('unit', null, false)).toEqual(['open', 'samples-add']);
  });
});

describe('recent work elsewhere', () => {
  it('is the newest round of each other organisation, the latest first, five at most', () => {
    const rounds = [
      round({ id: 'a1', organisationId: 'a', updatedAt: '2026-01-09' }),
      round({ id: 'b1', organisationId: 'b', updatedAt: '2026-01-01' }),
      round({ id: 'b2', organisationId: 'b', updatedAt: '2026-01-03' }),
      ...['c', 'd', 'e', 'f', 'g'].map((id, index) =>
        round({ id: `${id}1`, organisationId: id, updatedAt: `2026-02-0${index + 1}` }),
      ),
    ];
    expect(recentElsewhere(rounds, 'a').map(({ id }) => id)).toEqual(['g1', 'f1', 'e1', 'd1', 'c1']);
    expect(recentElsewhere(rounds, 'g').map(({ id }) => id)).toEqual(['f1', 'e1', 'd1', 'c1', 'a1']);
    expect(recentElsewhere(rounds.slice(0, 1), 'a')).toEqual([]);
  });
});

describe('opening a file', () => {
  const take = (endings: readonly string[]) => {
    const open = vi.fn();
    onTestFinished(registerFileHandler({ endings, open }));
    return open;
  };

  it('asks whoever knows its ending, the newest first', () => {
    const [general, dialog] = [take(['.xlsx', '.thuocso']), take(['.xlsx'])];
    const book = new File([], 'Kết quả.XLSX');
    handleFiles([book]);
    expect(dialog).toHaveBeenCalledWith(book);
    expect(general).not.toHaveBeenCalled();
    const own = new File([], 'a.thuocso');
    handleFiles([own]);
    expect(general).toHaveBeenCalledWith(own);
  });

  it('opens nothing that nobody knows', () => {
    const open = take(['.xlsx']);
    handleFiles([new File([], 'ảnh.png')]);
    handleFiles([new File([], 'xlsx')]);
    expect(open).not.toHaveBeenCalled();
  });
});

describe('sections of the settings', () => {
  it('are found by name, the first one otherwise', () => {
    expect(sectionOf('data')).toBe('data');
    expect([undefined, '', 'nope', '__proto__'].map(sectionOf)).toEqual(Array(4).fill('general'));
  });

  it('go back to defaults that the program takes, and never touch name, organisation or first run', () => {
    for (const section of SECTIONS) {
      const defaults = defaultsOf(section);
      expect(Object.keys(defaults).length > 0).toBe(canReset(section));
      expect(METHODS['settings.update'].input.safeParse(defaults).success).toBe(true);
      expect(DEFAULT_SETTINGS).toMatchObject(defaults);
      for (const key of ['person', 'organisationId', 'welcomed']) expect(defaults).not.toHaveProperty(key);
    }
  });
});

describe('parts of a projected screen', () => {
  it('come one after the other, and end', () => {
    expect(slideAfter([0, 800, 1600], 1, 70)).toBe(1);
    expect(slideAfter([-800, 40, 800], 1, 70)).toBe(2);
    expect(slideAfter([-1600, -800, 0], 1, 70)).toBeNull();
    expect(slideAfter([-800, -40, 800], -1, 70)).toBe(0);
    expect(slideAfter([-1200, -400, 400], -1, 70)).toBe(1);
    expect(slideAfter([0, 800], -1, 70)).toBeNull();
    expect(slideAfter([], 1, 70)).toBeNull();
  });
});
