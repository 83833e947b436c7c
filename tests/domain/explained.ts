import type { Problem } from '../../src/domain/problem.ts';
import { en } from '../../src/domain/wording/en.ts';
import { vi } from '../../src/domain/wording/vi.ts';

/** The figures that a sentence of either language names and that a problem or an error does not give. */
export function missingFigures(key: keyof typeof vi, given: Readonly<Record<string, unknown>>): string[] {
  return [vi[key], en[key]]
    .flatMap((text) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name as string))
    .filter((name) => given[name] === undefined);
}

/** Problems whose sentence would have a hole. */
export function unexplained(problems: readonly Problem[]): Problem[] {
  return problems.filter(({ code, params }) => missingFigures(`problem.${code}`, { path: '', ...params }).length > 0);
}
