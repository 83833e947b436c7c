/**
 * Something wrong with data that came from outside: which place, what kind, and the figures to name it with.
 * Turned into a sentence by the wording catalogue (`problem.<code>`), never shown raw.
 */
export interface Problem {
  /** Where, as keys from the root, e.g. ["groups", 0, "children", 3, "steps"]. */
  readonly path: readonly (string | number)[];
  readonly code: ProblemCode;
  readonly params?: Readonly<Record<string, string | number>>;
}

/** The closed list of problem kinds; each has a sentence in both languages. */
export const PROBLEM_CODES = [
  'shape',
  'duplicate-id',
  'duplicate-code',
  'unknown-level',
  'level-order',
  'duplicate-option',
  'option-order',
  'bands-order',
  'bands-not-last',
  'share-range',
  'unknown-item',
  'unknown-option',
  'wrong-value-kind',
  'not-a-number',
  'out-of-range',
  'not-applicable-refused',
  'reason-missing',
  'numerator-exceeds',
  'negative',
  'too-long',
  'unknown-evidence',
  'vector-failed',
  'too-many',
  'yaml',
  'file-missing',
  'folder-name',
] as const;
export type ProblemCode = (typeof PROBLEM_CODES)[number];

/** A path for people: groups[0].children[3].steps */
export function formatPath(path: readonly (string | number)[]): string {
  return path.map((key, index) => (typeof key === 'number' ? `[${key}]` : index === 0 ? key : `.${key}`)).join('');
}
