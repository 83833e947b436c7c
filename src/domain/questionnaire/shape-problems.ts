/** What a schema finds, as problems that people can read. */
import type { z } from 'zod';
import type { Problem, ProblemCode } from '../problem.ts';

/** More findings of one file help nobody. */
const MAX_FINDINGS = 200;

/** Rules over several members that the schemas state in words of their own. */
export const REFINEMENTS: Readonly<Record<string, ProblemCode>> = {
  'either share or count': 'gate-amount',
  'reach belongs to items: at-level': 'gate-reach',
  'capLevel or zeroGroup': 'knock-out-effect',
  'a name that is not reserved': 'reserved-id',
  'a finite decimal number of at most 12 decimals': 'too-many-decimals',
};

/**
 * Turns zod's findings into problems with a path: what is missing and what nobody knows by their own codes, the rest
 * as "shape" with zod's short reason.
 */
export function shapeProblems(error: z.ZodError): Problem[] {
  return error.issues.slice(0, MAX_FINDINGS).flatMap((issue): Problem[] => {
    const path = issue.path.map((key) => (typeof key === 'number' ? key : String(key)));
    if (issue.code === 'unrecognized_keys')
      return issue.keys.map((key) => ({ path: [...path, key], code: 'unknown-key' }));
    // zod leaves the value itself out of its findings, for good reason; that there was none stands in the message.
    if (issue.code === 'invalid_type' && issue.message.endsWith('received undefined'))
      return [{ path, code: 'missing' }];
    const rule = issue.code === 'custom' ? REFINEMENTS[issue.message] : undefined;
    if (rule) return [{ path, code: rule, params: { id: String(path.at(-1) ?? '') } }];
    return [{ path, code: 'shape', params: { reason: issue.message } }];
  });
}
