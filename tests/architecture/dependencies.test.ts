/**
 * The reachability rules of .dependency-cruiser.mjs, each held against a small tree that breaks it. A rule that never
 * fires would protect nothing.
 */
import { cruise, type ICruiseResult } from 'dependency-cruiser';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT } from '../e2e/support/project.ts';
import { dependencyRules, dependencyOptions } from './settings.ts';

const FIXTURES = join(import.meta.dirname, 'fixtures');
const RULES = dependencyRules;
const LIMIT_MS = 60_000;

interface Findings {
  /** Names of the rules that fired. */
  readonly rules: string[];
  /** Each finding with its place. */
  readonly violations: string[];
  /** How many modules were looked at. */
  readonly modules: number;
}

/** Runs the real rules over a tree. */
async function findings(baseDir: string): Promise<Findings> {
  const { output } = await cruise(['src'], {
    ...dependencyOptions,
    baseDir,
    validate: true,
    ruleSet: { forbidden: RULES },
  });
  const { summary, modules } = output as ICruiseResult;
  return {
    rules: [...new Set(summary.violations.map(({ rule }) => rule.name))],
    violations: summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`),
    modules: modules.length,
  };
}

describe('dependency rules', () => {
  it('have a tree each that breaks them, and no tree is left over', () => {
    const trees = readdirSync(FIXTURES).filter((name) => name !== 'clean' && name !== 'environments');
    expect(trees.sort()).toEqual(RULES.map(({ name }) => name).sort());
  });

  it.each(RULES.map(({ name }) => name))('%s fires alone on its tree', { timeout: LIMIT_MS }, async (name) => {
    expect((await findings(join(FIXTURES, name ?? ''))).rules).toEqual([name]);
  });

  it('stay silent on a tree that keeps to them', { timeout: LIMIT_MS }, async () => {
    const { rules, modules } = await findings(join(FIXTURES, 'clean'));
    expect(rules).toEqual([]);
    expect(modules).toBeGreaterThan(10);
  });

  it('are kept by the program', { timeout: LIMIT_MS }, async () => {
    const { violations, modules } = await findings(ROOT);
    expect(violations).toEqual([]);
    expect(modules).toBeGreaterThan(100);
  });
});
