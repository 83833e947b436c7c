/** Personal data: the notice, the list, one person, their copy, deletion, and what must be refused. */
import type { ErrorCode } from '../../src/contract/errors.ts';
import type { MethodInput, MethodName } from '../../src/contract/surface.ts';
import type { Row } from './rows.ts';

type MakeRow = <M extends MethodName>(name: string, method: M, input: MethodInput<M>, expect?: 'ok' | ErrorCode) => Row;

const PERSON = 'Nguyễn Văn Thử';
const ID = '00000000-0000-4000-8000-00000000e0e0';

export const privacyJourney = (row: MakeRow): Row[] => [
  row('the notice on personal data', 'persons.info', {}),
  row('a name in the settings', 'settings.update', { person: PERSON }),
  row('who is named', 'persons.list', {}),
  row('where one person is named', 'persons.get', { name: PERSON }),
  row('the copy for that person', 'persons.export', { name: PERSON }),
  row('the person deleted', 'persons.erase', { id: ID, name: PERSON }),
  row('the person deleted again', 'persons.erase', { id: ID, name: PERSON }),
  row('where nobody is named any more', 'persons.get', { name: PERSON }),
  row('what remains of the deletion', 'persons.info', {}),
];

export const privacyAttacks = (row: MakeRow): Row[] => [
  row('a notice of another kind', 'persons.info', { version: '0' } as never, 'input.invalid'),
  row('more than the list of names', 'persons.list', { all: true } as never, 'input.invalid'),
  row('a person of one letter', 'persons.get', { name: 'a' }, 'input.invalid'),
  row('a copy for nobody', 'persons.export', { name: ' ' }, 'input.invalid'),
  row('a deletion without an id', 'persons.erase', { name: PERSON } as never, 'input.invalid'),
  row('a deletion of everybody', 'persons.erase', { id: ID, name: '%' }, 'input.invalid'),
];
