import { AppError } from '../contract/errors.ts';
import type { Organisation } from '../domain/assessment/organisation.ts';
import type { Problem } from '../domain/problem.ts';
import { progressOf } from './assessments.ts';
import type { Handlers } from './dispatch.ts';
import type { Library } from './library.ts';
import { readyFor } from './library-context.ts';
import type { Ports } from './ports.ts';

/** Is the kind one of the reference data, and the province, where one is given? Paths are relative to the organisation. */
export function referenceProblems(
  { kinds, provinces }: Ports['reference'],
  { kind, province }: Pick<Organisation, 'kind' | 'province'>,
): Problem[] {
  const unless = (known: readonly string[], key: string, option: string): Problem[] =>
    known.includes(option)
      ? []
      : [{ path: [key], code: 'unknown-option', params: { option, known: known.join(', ') } }];
  return [
    ...unless(
      kinds.map((entry) => entry.id),
      'kind',
      kind,
    ),
    ...(province === ''
      ? []
      : unless(
          provinces.map((entry) => entry.code),
          'province',
          province,
        )),
  ];
}

export function organisationHandlers(
  ports: Ports,
  library: Library,
): Pick<Handlers, 'organisations.list' | 'organisations.save'> {
  const { storage, reference } = ports;

  /** Another kind is asked other items: open assessments are counted anew; no answer is lost. */
  function countAgain(organisationId: string): void {
    for (const row of storage.assessments.list())
      if (row.organisationId === organisationId && row.state === 'draft')
        storage.assessments.update({
          ...row,
          ...progressOf(readyFor(ports, library, row), storage.answers.list(row.id)),
        });
  }

  return {
    'organisations.list': () => storage.organisations.list(),
    'organisations.save': (input) => {
      const problems = referenceProblems(reference, input);
      if (problems.length > 0) throw new AppError('input.invalid', { method: 'organisations.save' }, problems);
      const organisation = { ...input, predecessors: [...new Set(input.predecessors)] };
      if (!organisation.predecessors.every((id) => id !== organisation.id && storage.organisations.find(id)))
        throw new AppError('organisation.unknown');
      const kindBefore = storage.organisations.find(organisation.id)?.kind;
      storage.transaction(() => {
        storage.organisations.save(organisation, false, ports.now());
        if (kindBefore !== undefined && kindBefore !== organisation.kind) countAgain(organisation.id);
      });
      ports.emit({ type: 'organisation.changed', id: organisation.id });
      return organisation;
    },
  };
}
