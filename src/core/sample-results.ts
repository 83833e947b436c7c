/** Results that were made up for training and tests: the answers hang together as those of real units do. */
import type { AnswerRecord } from '../domain/assessment/answer.ts';
import { emptyRecord } from '../domain/assessment/answer.ts';
import type { Organisation } from '../domain/assessment/organisation.ts';
import type { Period } from '../domain/assessment/period.ts';
import { ranksOf } from '../domain/items/registry.ts';
import { topGroupOf } from '../domain/questionnaire/walk.ts';
import type { Prepared } from '../domain/scoring/prepared.ts';

/** A number from 0 up to 1; equal seeds give equal numbers. */
export type Random = () => number;

/** A small generator of 32 bits (mulberry32); its quality is enough for examples. */
export function randomFrom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** A UUID of version 4 out of a generator. */
export function uuidFrom(random: Random): string {
  const digits = Array.from({ length: 32 }, () => Math.floor(random() * 16));
  digits[12] = 4;
  digits[16] = 8 + ((digits[16] as number) % 4);
  const text = digits.map((digit) => digit.toString(16)).join('');
  return [text.slice(0, 8), text.slice(8, 12), text.slice(12, 16), text.slice(16, 20), text.slice(20)].join('-');
}

const FIRST = [
  'Tân',
  'Phước',
  'Long',
  'Bình',
  'An',
  'Hòa',
  'Mỹ',
  'Thạnh',
  'Trường',
  'Vĩnh',
  'Đức',
  'Hưng',
  'Thuận',
  'Lộc',
];
const SECOND = [
  'Hội',
  'Thành',
  'Phú',
  'Lợi',
  'Hiệp',
  'Đông',
  'Tây',
  'Trung',
  'Khánh',
  'Ninh',
  'Quới',
  'Nghĩa',
  'Lập',
  'Điền',
  'Hậu',
  'Mỹ',
  'Chánh',
  'Biên',
];
const TRADES = ['Cơ khí', 'May mặc', 'Chế biến thực phẩm', 'Vận tải', 'Xây dựng', 'Thương mại', 'Nông sản', 'Du lịch'];

/** An organisation whose name says that it is a sample; the first 252 names differ, later ones carry a number. */
export function sampleOrganisation(kind: string, family: string, place: number, random: Random): Organisation {
  const name = `${FIRST[place % FIRST.length]} ${SECOND[Math.floor(place / FIRST.length) % SECOND.length]}`;
  const round = Math.floor(place / (FIRST.length * SECOND.length));
  const own = round === 0 ? name : `${name} ${round + 1}`;
  const isFirm = family === 'enterprise';
  return {
    id: uuidFrom(random),
    name: isFirm ? `Công ty TNHH ${TRADES[place % TRADES.length]} ${own} (mẫu)` : `UBND xã ${own} (mẫu)`,
    kind,
    code: isFirm ? '' : String(90_000 + place),
    province: '80',
    address: '',
    contact: '',
    predecessors: [],
  };
}

/** Roughly a normal number around 0, as a sum of evenly spread ones. */
const spread = (random: Random): number => random() + random() + random() - 1.5;

/** What one unit answers: a strength of its own, of each pillar, and some chance in every item. */
export function sampleRecords(prepared: Prepared, random: Random): AnswerRecord[] {
  const strength = 0.5 + spread(random) * 0.28;
  const pillars = new Map<string, number>();
  const owner = topGroupOf(prepared.questionnaire);
  return [...prepared.items.values()].map(({ item }): AnswerRecord => {
    const pillar = owner.get(item.id)?.id ?? '';
    const own = pillars.get(pillar) ?? spread(random) * 0.2;
    pillars.set(pillar, own);
    const record = emptyRecord(item.id);
    const chance = random();
    if (item.notApplicable && chance < 0.02)
      return { ...record, answer: { state: 'not-applicable', reason: 'Đơn vị không có nhiệm vụ này (mẫu)' } };
    if (chance > 0.985) return record;
    const ranks = ranksOf(item, prepared.context);
    if (ranks.length === 0) return record;
    const at = Math.min(0.999, Math.max(0, strength + own + spread(random) * 0.3));
    const value = ranks[Math.floor(at * ranks.length)];
    return value ? { ...record, answer: { state: 'answered', value } } : record;
  });
}

export interface SampleResult {
  readonly assessmentId: string;
  readonly organisation: Organisation;
  readonly period: Period;
  readonly records: readonly AnswerRecord[];
}

/** The unit at a place of a series; every unit has a generator of its own, so a longer series begins like a shorter one. */
export function sampleResult(
  prepared: Prepared,
  { kind, family }: { readonly kind: string; readonly family: string },
  period: Period,
  seed: number,
  place: number,
): SampleResult {
  const random = randomFrom(Math.imul(seed + 1, 0x9e3779b1) ^ Math.imul(place + 1, 0x85ebca6b));
  const organisation = sampleOrganisation(kind, family, place, random);
  return { assessmentId: uuidFrom(random), organisation, period, records: sampleRecords(prepared, random) };
}
