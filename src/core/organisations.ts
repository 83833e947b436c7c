import { AppError } from '../contract/errors.ts';
import type { Handlers } from './dispatch.ts';
import type { Ports } from './ports.ts';

export function organisationHandlers(ports: Ports): Pick<Handlers, 'organisations.list' | 'organisations.save'> {
  const { storage, reference } = ports;
  return {
    'organisations.list': () => storage.organisations.list(),
    'organisations.save': (organisation) => {
      const known = (key: 'kind' | 'province' | 'predecessors', ok: boolean): void => {
        if (!ok)
          throw new AppError('input.invalid', {}, [
            { path: [key], code: 'unknown-item', params: { id: String(organisation[key]) } },
          ]);
      };
      known(
        'kind',
        reference.kinds.some((kind) => kind.id === organisation.kind),
      );
      known(
        'province',
        organisation.province === '' || reference.provinces.some((p) => p.code === organisation.province),
      );
      known(
        'predecessors',
        organisation.predecessors.every((id) => id !== organisation.id && storage.organisations.find(id) !== null),
      );
      return storage.transaction(() => {
        storage.organisations.save(organisation, false, ports.now());
        return organisation;
      });
    },
  };
}
