import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { listQuestionnaireFolders, readQuestionnaireFolder } from '../../src/adapters/files/questionnaire-folder.ts';
import { readReference } from '../../src/adapters/files/reference.ts';
import { parseSheet } from '../../src/domain/assessment/sheet.ts';
import { toFraction, ZERO } from '../../src/domain/exact/exact.ts';
import { checkValue, ranksOf } from '../../src/domain/items/registry.ts';
import { parseQuestionnaire, parseStoredQuestionnaire } from '../../src/domain/questionnaire/parse.ts';
import type { Item, Questionnaire } from '../../src/domain/questionnaire/types.ts';
import { groupsOf, itemsOf } from '../../src/domain/questionnaire/walk.ts';
import { nextSteps, withSteps } from '../../src/domain/scoring/next-steps.ts';
import { prepare, type Prepared } from '../../src/domain/scoring/prepare.ts';
import { score } from '../../src/domain/scoring/score.ts';
import { naiveScore } from '../proof/naive.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const FOLDERS = await listQuestionnaireFolders(resolve(ROOT, 'questionnaires'));
const { kinds, provinces } = await readReference(resolve(ROOT, 'reference'));

interface Shipped {
  readonly folder: string;
  readonly questionnaire: Questionnaire;
  readonly prepared: Prepared;
  readonly definition: unknown;
  readonly vectors: { expect: { level: number | null } }[];
  readonly samples: readonly unknown[];
}

async function load(folder: string): Promise<Shipped> {
  const source = await readQuestionnaireFolder(folder);
  if ('problems' in source) throw new Error(JSON.stringify(source.problems));
  const parsed = parseQuestionnaire(source.definition, source.vectors);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  const { questionnaire } = parsed.value;
  const { definition, samples } = source;
  return { folder, questionnaire, prepared: prepare(questionnaire), definition, samples, vectors: source.vectors as Shipped['vectors'] };
}

const SHIPPED = await Promise.all(FOLDERS.map(load));
const shipped = (id: string): Shipped => SHIPPED.find(({ questionnaire }) => questionnaire.id === id) as Shipped;
const name = ({ questionnaire }: Shipped): string => `${questionnaire.id} ${questionnaire.version}`;

/** Every text in both languages below a value, with its path. */
function* texts(value: unknown, path: string): Generator<[path: string, language: string, text: string]> {
  if (typeof value !== 'object' || value === null) return;
  for (const [key, member] of Object.entries(value)) {
    if ((key === 'vi' || key === 'en') && typeof member === 'string') yield [path, key, member];
    else yield* texts(member, `${path}.${key}`);
  }
}

/** Points of the ranks above the lowest. */
function pointsAbove(prepared: Prepared, item: Item): string[] {
  const scorer = prepared.items.get(item.id)?.scorer;
  return ranksOf(item)
    .map((value) => {
      const points = scorer?.score(value) ?? ZERO;
      // Ranks are chosen answers, so each of them says something.
      if (points === 'unanswered') throw new Error(item.id);
      return toFraction(points);
    })
    .slice(1);
}

describe.each(SHIPPED.map((entry) => [name(entry), entry] as const))('%s', (_name, entry) => {
  const { folder, questionnaire, prepared, definition, vectors, samples } = entry;
  const items = [...itemsOf(questionnaire.groups)];

  it('stands in the folder of its id and version, and is for known kinds of organisation', () => {
    expect(folder.replaceAll('\\', '/').endsWith(`/${questionnaire.id}/${questionnaire.version}`)).toBe(true);
    for (const kind of questionnaire.audience) expect(kinds.map(({ id }) => id)).toContain(kind);
  });

  it('passes its vectors, and would be refused if one of them were otherwise', () => {
    expect(vectors.length).toBeGreaterThan(10);
    vectors.forEach((vector, index) => {
      const wrong = vectors.map((other) => (other === vector ? { ...other, expect: { ...other.expect, level: other.expect.level === 2 ? 3 : 2 } } : other));
      const parsed = parseQuestionnaire(definition, wrong);
      expect(parsed.ok ? [] : parsed.problems.map(({ path, code }) => `${path.join('.')} ${code}`)).toEqual([`vectors.${index}.expect vector-failed`]);
    });
  });

  it('reaches each of its levels in a vector', () => {
    const reached = new Set(vectors.map((vector) => vector.expect.level));
    for (const level of questionnaire.levels) expect(reached).toContain(level.value);
  });

  it('says everything in both languages, in NFC, without stray spaces', () => {
    const found = [...texts(questionnaire, '')];
    expect(found.length).toBeGreaterThan(100);
    for (const [path, language, text] of found) {
      expect([path, text]).toEqual([path, text.normalize('NFC').trim()]);
      expect([path, language, text.length > 0]).toEqual([path, language, true]);
      expect([path, /[^\P{Cc}\n]|[\u00A0\u200B-\u200D\uFEFF]/u.exec(text)]).toEqual([path, null]);
    }
    const perLanguage = (wanted: string): number => found.filter(([, language]) => language === wanted).length;
    expect(perLanguage('vi')).toBe(perLanguage('en'));
  });

  it('has ids and codes of its own for everything', () => {
    const nodes = [...groupsOf(questionnaire.groups), ...items];
    for (const key of ['id', 'code'] as const) expect(new Set(nodes.map((node) => node[key])).size).toBe(nodes.length);
    expect(new Set(questionnaire.levels.map((level) => level.name.vi)).size).toBe(questionnaire.levels.length);
  });

  it('has advice for each value above the lowest, and for the full points where they rise steadily', () => {
    for (const item of items) {
      // Bonuses and deductions lie outside what can be reached step by step.
      if (!item.scored || item.role) continue;
      const advised = item.advice.map((advice) => advice.to);
      expect([item.id, new Set(advised).size]).toEqual([item.id, advised.length]);
      const points = pointsAbove(prepared, item);
      const steady = ['multi', 'indicator', 'matrix', 'grid', 'likert'].includes(item.type) || ('score' in item && item.score.kind === 'linear');
      const wanted = steady ? points.slice(-1) : points;
      expect([item.id, wanted.filter((value) => !advised.includes(value))]).toEqual([item.id, []]);
      expect([item.id, advised.filter((value) => !points.includes(value))]).toEqual([item.id, []]);
    }
  });

  it('has advice for each level of each scored top group', () => {
    for (const group of questionnaire.groups.filter((top) => top.scored))
      expect([group.id, group.advice.map((advice) => advice.level)]).toEqual([group.id, questionnaire.levels.map((level) => level.value)]);
  });

  it('offers only values that its own checks take', () => {
    for (const item of items) for (const value of ranksOf(item)) expect([item.id, checkValue(item, value)]).toEqual([item.id, []]);
  });

  it('comes out the same after it was stored', () => {
    expect(parseStoredQuestionnaire(JSON.parse(JSON.stringify(questionnaire)))).toEqual({ ok: true, value: questionnaire });
  });

  it('has sample sheets that parse, for known organisations, that a second implementation scores alike', () => {
    expect(samples.length).toBeGreaterThan(0);
    for (const raw of samples) {
      const sheet = parseSheet(raw, questionnaire);
      if (!sheet.ok) throw new Error(JSON.stringify(sheet.problems));
      const { organisation, records, sample, period } = sheet.value;
      // Without facts of its own, scoring takes the evidence as offered.
      const offered = new Map(items.map((item) => [item.id, 'offered' as const]));
      const context = { kind: organisation.kind, year: period.year };
      const prepared = prepare(questionnaire, context);
      expect(sample).toBe(true);
      expect(questionnaire.audience).toContain(organisation.kind);
      expect(provinces.map(({ code }) => code)).toContain(organisation.province);
      const answers = new Map(records.map((record) => [record.itemId, record.answer]));
      const scored = score(prepared, answers);
      expect(scored.level).not.toBeNull();
      const expected = naiveScore(questionnaire, answers, context, offered);
      for (const node of scored.byId.values())
        expect([node.id, node.value && toFraction(node.value), node.level]).toEqual([node.id, expected.get(node.id)?.value?.toString() ?? null, expected.get(node.id)?.level]);
      const next = nextSteps(prepared, answers, scored);
      if (next === null) continue;
      expect(next.reaches).toBe(true);
      expect(naiveScore(questionnaire, withSteps(answers, next.steps), context, offered).get('total')?.level).toBeGreaterThanOrEqual(next.level);
    }
  });
});

describe('the government set', () => {
  const { questionnaire, prepared, samples } = shipped('gov-maturity-5');

  it('has eight groups of four ladders with all five levels', () => {
    expect(questionnaire.groups.map((group) => group.children.length)).toEqual(Array.from({ length: 8 }, () => 4));
    for (const item of itemsOf(questionnaire.groups)) expect(item.type === 'ladder' && item.steps.map((step) => step.value)).toEqual(['1', '2', '3', '4', '5']);
    expect(questionnaire.scoring.overall).toEqual({ kind: 'gate', share: '80' });
    expect(questionnaire.targets.map(({ year, level }) => [year, level])).toEqual([[2025, 2], [2030, 3]]);
  });

  it('scores the sample of 2025 at level 1: 23 of 31 stand at 2, two more are needed', () => {
    const sheet = samples.map((raw) => parseSheet(raw, questionnaire)).find((parsed) => parsed.ok && parsed.value.period.year === 2025);
    if (!sheet?.ok) throw new Error('no sample of 2025');
    const answers = new Map(sheet.value.records.map((record) => [record.itemId, record.answer]));
    const scored = score(prepared, answers);
    expect([scored.level, scored.tally]).toEqual([1, { total: 32, answered: 31, none: 0, notApplicable: 1, unanswered: 0 }]);
    const at2 = [...itemsOf(questionnaire.groups)].filter((item) => Number(toFraction(scored.byId.get(item.id)?.value ?? { n: 0n, d: 1n })) >= 2);
    expect(at2).toHaveLength(23);
    const next = nextSteps(prepared, answers, scored);
    expect([next?.level, next?.minimal, next?.reaches, next?.steps.length]).toEqual([2, true, true, 2]);
  });
});

describe('the SME set', () => {
  const { questionnaire, prepared, samples } = shipped('sme-readiness');
  const max = (id: string): string => {
    const everything = new Map([...itemsOf(questionnaire.groups)].map((item) => [item.id, { state: 'answered', value: ranksOf(item).at(-1) as ReturnType<typeof ranksOf>[number] } as const]));
    return toFraction(score(prepared, everything).byId.get(id)?.max ?? { n: 0n, d: 1n });
  };

  it('has 60 criteria and 320 points, 65, 25, 80, 65, 50 and 35 by pillar', () => {
    expect([...itemsOf(questionnaire.groups)].filter((item) => item.scored)).toHaveLength(60);
    expect(questionnaire.groups.map((group) => [...itemsOf([group])].length)).toEqual([13, 1, 16, 13, 10, 7]);
    expect(questionnaire.groups.map((group) => max(group.id))).toEqual(['65', '25', '80', '65', '50', '35']);
    expect(max('total')).toBe('320');
    expect(questionnaire.provenance.status).toBe('replaced');
  });

  it('scores its newest sample at level 2 with 136 of 315 points', () => {
    const sheet = samples.map((raw) => parseSheet(raw, questionnaire)).find((parsed) => parsed.ok && parsed.value.period.number === 3);
    if (!sheet?.ok) throw new Error('no sample of the third quarter');
    const answers = new Map(sheet.value.records.map((record) => [record.itemId, record.answer]));
    const scored = score(prepared, answers);
    expect([scored.level, scored.value && toFraction(scored.value), scored.max && toFraction(scored.max)]).toEqual([2, '136', '315']);
  });
});
