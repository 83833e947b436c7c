import { describe, expect, it } from 'vitest';
import { changesBetween } from '../../../src/domain/collection/likeness.ts';
import { createMatcher, missingUnits, type Match } from '../../../src/domain/collection/match.ts';
import type { ExpectedUnit } from '../../../src/domain/collection/types.ts';
import { plainName, readUnitName } from '../../../src/domain/collection/unit-name.ts';
import { COMMUNES, PROVINCES, SPELLED } from './communes.ts';

const matcher = createMatcher(COMMUNES, PROVINCES);
const find = (name: string, more: { code?: string; province?: string } = {}): Match =>
  matcher.match({ name, code: '', province: '80', ...more });
const idOf = (name: string, district: string): string =>
  COMMUNES.find((unit) => unit.name === name && unit.group.endsWith(` ${district}`))?.id ?? `no ${name}`;
const suggested = (match: Match): string[] =>
  match.kind === 'open' ? match.suggestions.map(({ unitId }) => unitId) : [`joined ${match.unitId}`];

describe('names as people write them', () => {
  it('are many', () => {
    expect(COMMUNES.length).toBeGreaterThan(100);
    expect(SPELLED.length).toBeGreaterThan(300);
  });

  it('find their unit by themselves in 98 of 100 cases, and never another one', () => {
    const found = SPELLED.map(({ written, unitId }) => ({ written, unitId, match: find(written) }));
    const wrong = found.filter(({ match, unitId }) => match.kind !== 'open' && match.unitId !== unitId);
    expect(wrong).toEqual([]);
    const open = found.filter(({ match }) => match.kind === 'open').map(({ written }) => written);
    expect(open.length / found.length, open.join('\n')).toBeLessThanOrEqual(0.02);
  });

  it('with a typing slip find no unit by themselves, but it is among the suggestions', () => {
    const slips = COMMUNES.filter(({ name }) => name.length > 10).map((unit) => ({
      unit,
      written: `${unit.name.slice(0, -2)}${unit.name.slice(-1)}${unit.name.slice(-2, -1)}, ${unit.group}`,
    }));
    const found = slips.map(({ unit, written }) => ({ unit, match: find(written) }));
    expect(found.filter(({ unit, match }) => match.kind !== 'open' && match.unitId !== unit.id)).toEqual([]);
    expect(found.filter(({ unit, match }) => match.kind === 'open' && !suggested(match).includes(unit.id))).toEqual([]);
  });
});

describe('units of one name', () => {
  it('are told apart by what lies above them', () => {
    expect(find('xã Tân Bình, huyện Tân Biên')).toEqual({ kind: 'name', unitId: idOf('xã Tân Bình', 'Tân Biên') });
    expect(find('Tân Bình Tân Trụ')).toEqual({ kind: 'name', unitId: idOf('xã Tân Bình', 'Tân Trụ') });
    expect(find('Tân Bình, Tân Thạnh')).toEqual({ kind: 'name', unitId: idOf('xã Tân Bình', 'Tân Thạnh') });
    // The city and the province have one name.
    expect(suggested(find('Tân Bình, Tây Ninh'))).toHaveLength(4);
  });

  it('are all suggested where nothing tells them apart', () => {
    const match = find('UBND xã Tân Bình');
    expect(suggested(match)).toHaveLength(4);
    expect(match.kind === 'open' && match.suggestions.every(({ likeness }) => likeness === 1)).toBe(true);
  });

  it('in another district or province are not joined', () => {
    expect(find('xã Tân Hà, huyện Lâm Hà').kind).toBe('open');
    expect(find('xã Suối Ngô, tỉnh Bình Dương').kind).toBe('open');
    expect(find('xã Suối Ngô', { province: '74' }).kind).toBe('open');
    expect(find('xã Suối Ngô', { province: '' })).toEqual({ kind: 'name', unitId: idOf('xã Suối Ngô', 'Tân Châu') });
  });

  it('of another kind are not joined: commune and township', () => {
    expect(find('xã Tân Hưng')).toEqual({ kind: 'name', unitId: idOf('xã Tân Hưng', 'Tân Châu') });
    expect(find('TT Tân Hưng')).toEqual({ kind: 'name', unitId: idOf('thị trấn Tân Hưng', 'Tân Hưng') });
    expect(find('Tân Hưng').kind).toBe('open');
    expect(find('phường Suối Ngô').kind).toBe('open');
  });

  it('but another tone are other units', () => {
    expect(find('xã Suối Ngọ').kind).toBe('open');
    expect(suggested(find('xã Suối Ngọ'))[0]).toBe(idOf('xã Suối Ngô', 'Tân Châu'));
  });
});

describe('prefixes that may be part of a name', () => {
  const unit = (id: string, name: string): ExpectedUnit => ({
    id,
    name,
    code: '',
    province: '',
    group: '',
    tags: [],
    note: '',
  });
  const own = createMatcher([unit('a', 'xã Phương Thịnh'), unit('b', 'xã Xà Phiên'), unit('c', 'phường Thịnh')]);
  const claim = (name: string): Match => own.match({ name, code: '', province: '' });

  it('stay with it', () => {
    expect(claim('Phương Thịnh')).toEqual({ kind: 'name', unitId: 'a' });
    expect(claim('Phường Thịnh')).toEqual({ kind: 'name', unitId: 'c' });
    expect(claim('xa phien')).toEqual({ kind: 'name', unitId: 'b' });
    // Without marks it may be either.
    expect(claim('phuong thinh').kind).toBe('open');
  });

  it('and numbers are read in every form', () => {
    for (const written of ['phường 2', 'P.2', 'P2', 'Phường 02', 'phuong 2', 'UBND P. 2', 'PHƯỜNG 2'])
      expect(find(written), written).toEqual({ kind: 'name', unitId: idOf('phường 2', 'Tây Ninh') });
  });

  it('and districts lose what they are', () => {
    expect(['H. Tân Châu', 'huyện Tân Châu', 'Huyen Tan Chau', 'TÂN CHÂU'].map(plainName)).toEqual(
      Array<string>(4).fill('tan chau'),
    );
    expect(readUnitName('Xã Hoà Hội').readings[0]?.key).toBe(readUnitName('xã Hòa Hội').readings[0]?.key);
  });
});

describe('codes', () => {
  const target = COMMUNES[3] as ExpectedUnit;

  it('find a unit whatever else is written, without the zeros that spreadsheets lose', () => {
    expect(find('xã Tân Hội', { code: target.code })).toEqual({ kind: 'code', unitId: target.id });
    expect(find('X.Tan Hoi TC', { code: target.code.replace(/^0/, '') })).toEqual({ kind: 'code', unitId: target.id });
    expect(find('', { code: target.code })).toEqual({ kind: 'code', unitId: target.id });
  });

  it('that contradict the name decide nothing', () => {
    const match = find('xã Suối Ngô', { code: target.code });
    expect(suggested(match)).toEqual(expect.arrayContaining([target.id, idOf('xã Suối Ngô', 'Tân Châu')]));
    expect(find('Trung tâm Văn hóa', { code: target.code }).kind).toBe('open');
  });

  it('of the same form that differ keep two units of one name apart', () => {
    expect(find('xã Suối Ngô', { code: '09999' }).kind).toBe('open');
    // A tax number is no administrative code.
    expect(find('xã Suối Ngô', { code: '3900123456' }).kind).toBe('name');
  });
});

it('names the expected units for which nothing has come', () => {
  const present = new Set(COMMUNES.slice(2).map(({ id }) => id));
  expect(missingUnits(COMMUNES, present).map(({ name }) => name)).toEqual(['thị trấn Tân Châu', 'xã Tân Hà']);
});

it('counts single changes between two texts', () => {
  expect([
    changesBetween('', 'abc'),
    changesBetween('abc', 'abc'),
    changesBetween('tan hoi', 'tan hio'),
    changesBetween('kitten', 'sitting'),
  ]).toEqual([3, 0, 1, 3]);
});
