/** The worked examples of docs/scoring.md, taken from the page itself and scored with the program. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { Answer } from '../../src/domain/assessment/answer.ts';
import { readAnswer } from '../../src/domain/assessment/short-answer.ts';
import { exact, toFraction, type Exact } from '../../src/domain/exact/exact.ts';
import { parseStoredQuestionnaire } from '../../src/domain/questionnaire/parse.ts';
import { itemIndex } from '../../src/domain/questionnaire/walk.ts';
import { prepare } from '../../src/domain/scoring/prepare.ts';
import type { EvidenceState } from '../../src/domain/scoring/result.ts';
import { score } from '../../src/domain/scoring/score.ts';
import { both, definition, group, level, type Raw } from '../domain/definition.ts';
import { ROOT } from '../e2e/support/project.ts';

type Expected =
  number | string | null | { value?: number | string | null; max?: number | string; level?: number | null };

interface Example {
  readonly items?: Raw[];
  readonly groups?: Raw[];
  readonly levels?: number[];
  readonly scoring?: Raw;
  readonly context?: { readonly kind?: string; readonly year?: number };
  readonly evidence?: Record<string, EvidenceState>;
  readonly answers?: Record<string, unknown>;
  readonly expect?: Record<string, Expected>;
  readonly refused?: string;
}

const page = readFileSync(join(ROOT, 'docs', 'scoring.md'), 'utf8');
const blocks = [...page.matchAll(/^```yaml\n# example: (.+)\n([\s\S]*?)^```$/gm)].map(
  ([, name = '', text = '']): [string, Example] => [name, parse(text) as Example],
);

const named = (part: Raw): Raw => ({ text: both('text'), ...part });
const list = (parts: unknown, complete: (part: Raw) => Raw): Raw[] => (parts as Raw[]).map(complete);

/** Adds the words that the page leaves out. */
function completed(node: Raw): Raw {
  const id = node.id as string;
  const common = { code: id, title: both(id) };
  if (node.children) return group(id, list(node.children, completed), node.type ? {} : omitChildren(node));
  const more: Raw = {};
  if (node.options) more.options = list(node.options, named);
  if (node.rows) more.rows = list(node.rows, named);
  if (node.columns) more.columns = list(node.columns, named);
  if (node.steps)
    more.steps = list(node.steps, (step) => ({
      ...named(step),
      ...(step.elements ? { elements: list(step.elements, named) } : {}),
    }));
  if (node.type === 'ratio') Object.assign(more, { numerator: both('part'), denominator: both('whole') });
  if (node.type === 'indicator') more.place = both('place');
  return { ...common, ...node, ...more };
}

function omitChildren({ children: _children, ...rest }: Raw): Raw {
  return rest;
}

const canonical = (value: number | string | null | undefined): string | null =>
  value === null || value === undefined ? null : toFraction(exact(value));
const shown = (value: Exact | null | undefined): string | null => (value ? toFraction(value) : null);

describe('docs/scoring.md', () => {
  it('has no block that is not an example', () => {
    expect(blocks.length).toBeGreaterThan(40);
    expect(page.match(/^```\w+$/gm)).toHaveLength(blocks.length);
    expect(new Set(blocks.map(([name]) => name)).size).toBe(blocks.length);
  });

  it('maps the whole vocabulary of instruments', () => {
    const rows = [...page.matchAll(/^\| ([A-Z]\d+) \|/gm)].map(([, word]) => word);
    const upTo = (letter: string, most: number): string[] =>
      Array.from({ length: most }, (_, index) => `${letter}${index + 1}`);
    expect(rows).toEqual([
      ...upTo('Q', 19),
      ...upTo('I', 1),
      ...upTo('A', 14),
      ...upTo('N', 4),
      ...upTo('K', 2),
      ...upTo('L', 8),
      ...upTo('R', 6),
    ]);
    const refused = [...page.matchAll(/^\| ([A-Z]\d+) \|.*\| refused by name \|$/gm)].map(([, word]) => word);
    expect(refused).toEqual(['Q11', 'Q13', 'A11', 'A12', 'A13']);
  });

  it.each(blocks)('%s', (_name, example) => {
    const groups = example.groups ?? [{ id: 'g', children: example.items }];
    const raw = definition(groups.map(completed), example.scoring, {
      levels: (example.levels ?? [0, 1, 2, 3, 4, 5]).map(level),
    });
    const parsed = parseStoredQuestionnaire(raw);
    if (example.refused !== undefined) {
      expect(parsed.ok ? [] : parsed.problems.map((problem) => problem.code)).toContain(example.refused);
      return;
    }
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
    const items = itemIndex(parsed.value);
    const answers = new Map<string, Answer>();
    for (const [id, short] of Object.entries(example.answers ?? {})) {
      const item = items.get(id);
      if (!item) throw new Error(`no item ${id}`);
      const read = readAnswer(item, short);
      if ('problems' in read) throw new Error(`${id}: ${JSON.stringify(read.problems)}`);
      answers.set(id, read.answer);
    }
    const context = { kind: example.context?.kind ?? '', year: example.context?.year ?? 0 };
    const facts = example.evidence ? { evidence: new Map(Object.entries(example.evidence)) } : {};
    const { byId } = score(prepare(parsed.value, context), answers, facts);
    expect(Object.keys(example.expect ?? {})).not.toEqual([]);
    for (const [id, wanted] of Object.entries(example.expect ?? {})) {
      const found = byId.get(id);
      if (typeof wanted !== 'object' || wanted === null) {
        expect([id, shown(found?.value)]).toEqual([id, canonical(wanted)]);
        continue;
      }
      if ('value' in wanted) expect([id, shown(found?.value)]).toEqual([id, canonical(wanted.value)]);
      if ('max' in wanted) expect([id, 'max', shown(found?.max)]).toEqual([id, 'max', canonical(wanted.max)]);
      if ('level' in wanted) expect([id, 'level', found?.level]).toEqual([id, 'level', wanted.level]);
    }
  });
});
