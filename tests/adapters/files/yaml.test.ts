import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { countMarks, MAX_MARKS, MAX_TEXT_BYTES, parseYaml, readYamlFile } from '../../../src/adapters/files/yaml.ts';
import { temporaryFolder } from '../temporary.ts';

const value = (text: string): unknown => {
  const read = parseYaml(text, 'tep.yaml');
  return read.ok ? read.value : read.problems;
};
/** "line:column reason" of the only problem. */
const refusal = (text: string): string => {
  const read = parseYaml(text, 'tep.yaml');
  if (read.ok) return `was read: ${JSON.stringify(read.value)}`;
  expect(read.problems).toHaveLength(1);
  const [problem] = read.problems;
  expect([problem?.path, problem?.code]).toEqual([['tep.yaml'], 'yaml']);
  const { line, column, reason } = problem?.params ?? {};
  return `${line}:${column} ${reason}`;
};

describe('YAML as people write it', () => {
  it('is read: texts, numbers, lists, both languages, comments', () => {
    expect(
      value(
        '# chú thích\ntên: {vi: "Mức một", en: One}\nsố: [1, 2.5, -3]\nrỗng: null\ncó: true\ndài: >-\n  một\n  hai\n',
      ),
    ).toEqual({
      tên: { vi: 'Mức một', en: 'One' },
      số: [1, 2.5, -3],
      rỗng: null,
      có: true,
      dài: 'một hai',
    });
  });

  it('may be JSON', () => {
    expect(value('{"a": [1, {"b": "x"}]}')).toEqual({ a: [1, { b: 'x' }] });
    expect([value(''), value('# nothing')]).toEqual([null, null]);
  });

  it('keeps dates, versions and yes as text, and takes what stands for texts', () => {
    expect(value('ngày: 2025-12-08\nphiên bản: 1.0.0\ncó: yes\nkhông: off\n"on": on')).toEqual({
      ngày: '2025-12-08',
      'phiên bản': '1.0.0',
      có: 'yes',
      không: 'off',
      on: 'on',
    });
  });

  it('means the same whatever version a file claims', () => {
    expect(value('%YAML 1.1\n---\na: yes\nb: 2001-01-01\n<<: {c: 1}\n')).toEqual({
      a: 'yes',
      b: '2001-01-01',
      '<<': { c: 1 },
    });
  });

  it('has keys that are texts, own members whatever their name', () => {
    const read = value('2: hai\n__proto__: {x: 1}\nconstructor: y') as Record<string, unknown>;
    expect(Object.keys(read).sort()).toEqual(['2', '__proto__', 'constructor']);
    expect(Object.getPrototypeOf(read)).toBe(Object.prototype);
    expect(({} as Record<string, unknown>)['x']).toBeUndefined();
  });
});

describe('YAML that is refused', () => {
  it.each([
    ['a key twice', 'a: 1\nb: 2\na: 3\n', '3:1 Map keys must be unique'],
    ['a key twice, deep inside', 'a:\n  - b: 1\n    b: 2\n', '3:5 Map keys must be unique'],
    ['a tab', 'a:\n\t- b\n', '2:1 Tabs are not allowed as indentation'],
    ['an open list', 'a: [1, 2', '1:9 Flow sequence in block collection must be'],
    ['an open text', 'a: "x\nb: 2\n', '3:1 '],
    ['a wrong indent', 'a:\n  b: 1\n c: 2\n', '3:1 '],
    ['an alias', 'a: &x 1\nb: *x\n', '2:4 Aliases are not allowed'],
    ['an alias of nothing', 'b: *x\n', '1:4 '],
    ['an own tag', 'a: !mine 1\n', '1:4 Unresolved tag: !mine'],
    ['a tag of a language', 'a: !!js/function "x"\n', '1:4 Unresolved tag'],
    ['binary data', 'a: !!binary aGk=\n', '1:4 Unresolved tag'],
    ['a timestamp', 'a: !!timestamp 2001-01-01\n', '1:4 Unresolved tag'],
    ['two documents', 'a: 1\n---\nb: 2\n', '2:1 Source contains multiple documents'],
    ['a list for a key', '? [1, 2]\n: 3\n', '1:3 With stringKeys, all keys must be strings'],
  ])('%s, with line and column', (_name, text, expected) => {
    expect(refusal(text).slice(0, expected.length)).toBe(expected);
    expect(refusal(text)).not.toMatch(/at line \d/);
  });

  it('bombs of aliases, at once', () => {
    const started = performance.now();
    const bomb = Array.from(
      { length: 30 },
      (_, index) =>
        `k${index}: &a${index} [${index === 0 ? 'x' : Array.from({ length: 10 }, () => `*a${index - 1}`).join(', ')}]`,
    );
    expect(refusal(bomb.join('\n'))).toBe('2:10 Aliases are not allowed');
    expect(performance.now() - started).toBeLessThan(2000);
  });

  it('nesting without end, at once', () => {
    const started = performance.now();
    expect(refusal('['.repeat(40_000))).toMatch(/^1:\d+ /);
    expect(refusal(`${'['.repeat(20_000)}${']'.repeat(20_000)}`)).toMatch(/^1:\d+ /);
    expect(refusal('{"a":'.repeat(9_000))).toMatch(/^1:\d+ /);
    expect(performance.now() - started).toBeLessThan(10_000);
  });
});

describe('YAML of more values than anybody writes', () => {
  it.each<[string, string]>([
    ['a list of a million ones', `[${'1,'.repeat(900_000)}1]`],
    ['a list of empty objects', `[${'{},'.repeat(600_000)}{}]`],
    ['a line for every entry', '- a\n'.repeat(490_000)],
    ['a hundred thousand keys', Array.from({ length: 100_000 }, (_, index) => `k${index}: 1`).join('\n')],
    ['brackets without end', '['.repeat(1_000_000)],
  ])('is refused before it is parsed: %s', (_name, text) => {
    const started = performance.now();
    expect(parseYaml(text, 'tep.yaml')).toEqual({
      ok: false,
      problems: [{ path: ['tep.yaml'], code: 'shape', params: { reason: `> ${MAX_MARKS} values` } }],
    });
    expect(performance.now() - started).toBeLessThan(500);
  });

  it('is read in time that grows with its size, keys included', () => {
    const text = Array.from({ length: 12_000 }, (_, index) => `k${index}: 1`).join('\n');
    expect(countMarks(text)).toBeLessThan(MAX_MARKS);
    const started = performance.now();
    expect(Object.keys(value(text) as object)).toHaveLength(12_000);
    expect(performance.now() - started).toBeLessThan(5000);
    expect(refusal(`${text}\nk7: 2`)).toBe('12001:1 Map keys must be unique');
  });

  it('leaves room: no shipped file comes near', async () => {
    const root = join(import.meta.dirname, '../../../questionnaires');
    const names = (await readdir(root, { recursive: true })).filter((name) => name.endsWith('.yaml'));
    const marks = await Promise.all(names.map(async (name) => countMarks(await readFile(join(root, name), 'utf8'))));
    expect(Math.max(...marks)).toBeLessThan(MAX_MARKS / 5);
  });
});

describe('YAML files', () => {
  it('are named in problems', async () => {
    const file = join(await temporaryFolder(), 'phiếu.yaml');
    await writeFile(file, 'a: 1\na: 2\n');
    expect(await readYamlFile(file)).toMatchObject({
      ok: false,
      problems: [{ path: [file], params: { line: 2, column: 1 } }],
    });
    expect(await readYamlFile(file, 'ngắn')).toMatchObject({ ok: false, problems: [{ path: ['ngắn'] }] });
  });

  it('may have a byte order mark', async () => {
    const file = join(await temporaryFolder(), 'a.yaml');
    await writeFile(file, '\uFEFFa: 1\n');
    expect(await readYamlFile(file)).toEqual({ ok: true, value: { a: 1 } });
  });

  it('may be up to 2 MB and no larger', async () => {
    const file = join(await temporaryFolder(), 'a.yaml');
    const line = 'a: 1 # ';
    await writeFile(file, line + 'x'.repeat(MAX_TEXT_BYTES - line.length));
    expect(await readYamlFile(file)).toEqual({ ok: true, value: { a: 1 } });
    await writeFile(file, line + 'x'.repeat(MAX_TEXT_BYTES - line.length + 1));
    await expect(readYamlFile(file)).rejects.toMatchObject({
      code: 'input.too-large',
      params: { limit: '2 MB', file },
    });
  });

  it('must be files that are there', async () => {
    const folder = await temporaryFolder();
    await writeFile(join(folder, 'a.yaml'), 'a: 1');
    for (const file of [join(folder, 'không có.yaml'), join(folder, 'a.yaml', 'b.yaml')])
      await expect(readYamlFile(file)).rejects.toMatchObject({ code: 'file.not-found', params: { file } });
    await mkdir(join(folder, 'b.yaml'));
    await expect(readYamlFile(join(folder, 'b.yaml'))).rejects.toMatchObject({
      code: 'file.unreadable',
      params: { file: join(folder, 'b.yaml') },
    });
    await expect(readYamlFile(join(folder, 'x'.repeat(5000)))).rejects.toMatchObject({ code: 'file.unreadable' });
  });
});
