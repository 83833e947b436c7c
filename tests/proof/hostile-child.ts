/**
 * Run as a process of its own with little memory: makes one hostile file, hands it to the program, and prints what
 * came of it and what it cost. Making the file is not counted.
 */
import { Buffer } from 'node:buffer';
import { MAX_TEXT_BYTES, parseYaml } from '../../src/adapters/files/yaml.ts';
import { parseQuestionnaire, parseStoredQuestionnaire } from '../../src/domain/questionnaire/parse.ts';
import { both, choice, definition, group, ladder, number, type Raw } from '../domain/definition.ts';

/** A file, or a definition that comes as a message and never was a file. */
type Hostile = { readonly text: string } | { readonly definition: unknown };

const json = (raw: unknown): Hostile => ({ text: JSON.stringify(raw) });
const one = (item: Raw): Raw => definition([group('g', [item])]);
const nested = (open: string, close: string, depth: number): Hostile => ({
  text: `${open.repeat(depth)}1${close.repeat(depth)}`,
});
const withNumber = (written: string): Hostile => ({
  text: JSON.stringify(one(choice('a', [0, 424242]))).replace('424242', written),
});
const deepGroups = (depth: number): Raw =>
  depth === 0 ? choice('leaf', [0, 1]) : group(`g${depth}`, [deepGroups(depth - 1)]);
const many = (count: number): Raw[] => Array.from({ length: count }, (_, index) => choice(`i${index}`, [0, 1]));
const wideCondition = (depth: number, width: number): unknown =>
  depth === 0
    ? { item: 'a', atLeast: '1' }
    : { any: Array.from({ length: width }, () => wideCondition(depth - 1, width)) };

export const CASES: Record<string, () => Hostile> = {
  'prototype name as an item id': () => ({ text: JSON.stringify(one(choice('__proto__', [0, 1]))) }),
  'constructor as an item id': () => json(one(choice('constructor', [0, 1]))),
  'prototype name as a key': () => ({
    text: JSON.stringify(one(choice('a', [0, 1]))).replace('"levels"', '"__proto__":{"example":true},"levels"'),
  }),
  'prototype name as an option id': () =>
    json(one({ ...choice('a', [0, 1]), options: [{ id: '__proto__', points: 0, text: both('a') }] })),
  'a million items in a file': () => ({
    text: JSON.stringify(one(choice('a', [0, 1]))).replace(
      '"children":[',
      `"children":[${'{"type":"choice","id":"a"},'.repeat(1_000_000)}`,
    ),
  }),
  'a hundred thousand items as a message': () => ({ definition: definition([group('g', many(100_000))]) }),
  'a million entries as a message': () => ({
    definition: { ...definition([]), groups: Array.from({ length: 1_000_000 }, () => 1) },
  }),
  'more groups and items than are allowed': () => ({
    definition: definition(
      Array.from({ length: 50 }, (_, index) =>
        group(
          `g${index}`,
          many(400).map((item) => ({
            ...item,
            id: `g${index}-${item.id as string}`,
            code: `${index}-${item.id as string}`,
          })),
        ),
      ),
    ),
  }),
  'groups seven deep': () => json(definition([deepGroups(7)])),
  'groups two thousand deep': () => json(definition([deepGroups(2000)])),
  'brackets a hundred thousand deep': () => nested('[', ']', 100_000),
  'objects a hundred thousand deep': () => nested('{"a":', '}', 100_000),
  'indentation two thousand deep': () => ({
    text: Array.from({ length: 1400 }, (_, depth) => `${' '.repeat(depth)}a:`).join('\n'),
  }),
  'a condition five deep': () =>
    json(definition([group('g', [choice('a', [0, 1]), { ...choice('b', [0, 1]), showIf: wideCondition(5, 1) }])])),
  'a condition of fifty thousand tests': () =>
    json(definition([group('g', [choice('a', [0, 1]), { ...choice('b', [0, 1]), showIf: wideCondition(4, 15) }])])),
  'a million figures in two megabytes': () => ({ text: `[${'1,'.repeat(1_000_000)}1]` }),
  'half a million lines': () => ({ text: '- a\n'.repeat(490_000) }),
  'a hundred thousand different keys': () => ({
    text: Array.from({ length: 100_000 }, (_, index) => `k${index}: 1`).join('\n'),
  }),
  'as many different keys as may be read': () => ({
    text: Array.from({ length: 24_000 }, (_, index) => `k${index}: 1`).join('\n'),
  }),
  'as many objects as may be read': () => ({ text: `{"groups":[${'{},'.repeat(16_000)}{}]}` }),
  'anchors without end': () => ({ text: `a: ${'&b '.repeat(400_000)}` }),
  'quotes without end': () => ({ text: '""'.repeat(900_000) }),
  'not a number': () => withNumber('.nan'),
  'an infinite number': () => withNumber('1e999'),
  'an infinite number in YAML': () => withNumber('-.inf'),
  'a number of a million digits': () => withNumber(`1${'0'.repeat(1_000_000)}`),
  'a fraction over zero': () => withNumber('"1/0"'),
  'a title of a million characters': () => json({ ...one(ladder('a')), title: both('ộ'.repeat(1_000_000)) }),
  'a title of four million characters': () => json({ ...one(ladder('a')), title: both('a'.repeat(4_000_000)) }),
  'the same key twice in JSON': () => ({
    text: JSON.stringify(one(choice('a', [0, 1]))).replace('"levels"', '"id":"another","levels"'),
  }),
  'the same key twice in YAML': () => ({ text: 'format: thuoc-so/questionnaire/1\nid: a\nid: b\n' }),
  'an alias that doubles thirty times': () => ({
    text: `a0: &a0 [1]\n${Array.from({ length: 30 }, (_, n) => `a${n + 1}: &a${n + 1} [*a${n}, *a${n}]`).join('\n')}\n`,
  }),
  'a band table turned upside down': () =>
    json(
      one(
        number('a', {
          kind: 'bands',
          table: { closed: 'upper', from: 0, bands: Array.from({ length: 50 }, (_, n) => ({ to: -n, value: n })) },
        }),
      ),
    ),
  'a rule that is only a formula': () =>
    json(definition([group('g', [choice('a', [0, 1])], { aggregate: { kind: 'formula', text: 'process.exit(0)' } })])),
};

function check(hostile: Hostile): string {
  if ('definition' in hostile) {
    const parsed = parseStoredQuestionnaire(hostile.definition);
    return parsed.ok ? 'accepted' : (parsed.problems[0]?.code ?? 'no reason');
  }
  // The reader looks at the size before it reads; a text as long as this never gets further.
  if (Buffer.byteLength(hostile.text) > MAX_TEXT_BYTES) return 'too large to read';
  const read = parseYaml(hostile.text, 'questionnaire.yaml');
  if (!read.ok) return read.problems[0]?.code ?? 'no reason';
  const parsed = parseQuestionnaire(read.value, [{ name: 'none', expect: { level: null } }]);
  return parsed.ok ? 'accepted' : (parsed.problems[0]?.code ?? 'no reason');
}

if (process.argv[1] === import.meta.filename) {
  const make = CASES[process.argv[2] ?? ''];
  if (!make) throw new Error('which case?');
  const hostile = make();
  const before = process.cpuUsage();
  const outcome = check(hostile);
  const { user, system } = process.cpuUsage(before);
  process.stdout.write(JSON.stringify({ outcome, cpuMs: (user + system) / 1000 }));
}
