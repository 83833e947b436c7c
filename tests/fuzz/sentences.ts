/** Does every refusal come with sentences that a person can read, in both languages, with no hole in them? */
import type { WireError } from '../../src/contract/errors.ts';
import type { Reading } from '../../src/core/ports/collections.ts';
import type { Problem } from '../../src/domain/problem.ts';
import { outcomeEn } from '../../src/domain/wording/outcome-en.ts';
import { outcomeVi } from '../../src/domain/wording/outcome-vi.ts';
import { files as filesEn } from '../../src/renderer/i18n/en/files.ts';
import { files as filesVi } from '../../src/renderer/i18n/vi/files.ts';
import { en } from '../../src/domain/wording/en.ts';
import { vi } from '../../src/domain/wording/vi.ts';

type Catalogue = Readonly<Record<string, string>>;
type Figures = Readonly<Record<string, unknown>>;

const SHARED: readonly Catalogue[] = [vi, en];
const OUTCOMES: readonly Catalogue[] = [outcomeVi, outcomeEn];
const SCREENS: readonly Catalogue[] = [filesVi, filesEn];

/** Sentences that are missing, or whose figures are not given. */
function faultsOf(catalogues: readonly Catalogue[], key: string, given: Figures): string[] {
  return catalogues.flatMap((catalogue) => {
    const sentence = catalogue[key] ?? catalogue[`${key}_other`];
    if (sentence === undefined || sentence === '') return [`no sentence for ${key}`];
    const names = [...sentence.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name as string);
    return names.filter((name) => given[name] === undefined).map((name) => `${key} without its "${name}"`);
  });
}

export const problemFaults = (problems: readonly Problem[]): string[] =>
  problems.flatMap(({ code, params }) => faultsOf(SHARED, `problem.${code}`, { path: '', ...params }));

/** Of an error that a call was answered with. */
export const errorFaults = ({ code, params, problems }: WireError): string[] => [
  ...faultsOf(SHARED, `error.${code}`, params),
  ...problemFaults(problems),
];

/** Of a file that was not accepted when it was collected. */
export function readingFaults(reading: Exclude<Reading, { kind: 'result' | 'collection' }>): string[] {
  const { kind, reason, params = {}, problems = [], changed = [] } = reading;
  const explained = reason === null && kind === 'unreadable' ? ['unreadable without a reason'] : [];
  return [
    ...explained,
    ...faultsOf(OUTCOMES, `outcome.${kind}`, params),
    ...(kind === 'unreadable' ? [] : faultsOf(OUTCOMES, `outcome.${kind}.why`, params)),
    ...(reason === null ? [] : faultsOf(OUTCOMES, `reason.${reason}`, params)),
    ...changed.flatMap((cell) => faultsOf(OUTCOMES, 'outcome.cell', { ...cell })),
    ...problemFaults(problems),
  ];
}

/** Of a file that could not be opened: what it is, and what to do about it. */
export const refusalFaults = (reason: string, params: Figures, problems: readonly Problem[]): string[] => [
  ...[`files.refused.${reason}`, `files.way.${reason}`].flatMap((key) => faultsOf(SCREENS, key, params)),
  ...problemFaults(problems),
];
