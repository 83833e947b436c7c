import type { Handlers } from './dispatch.ts';
import type { Library } from './library.ts';
import type { Outbox } from './outbox.ts';
import type { Ports } from './ports.ts';
import { AppError } from '../contract/errors.ts';
import { readSettings } from './settings.ts';

export function reportHandlers(
  ports: Ports,
  _library: Library,
  outbox: Outbox,
): Pick<Handlers, 'reports.export' | 'files.deliver'> {
  return {
    'reports.export': ({ format }) => {
      throw new AppError('document.failed', { format });
    },
    'files.deliver': ({ ticket }) => {
      const file = outbox.get(ticket);
      if (!file) throw new AppError('ticket.unknown');
      return ports.deliver(file, readSettings(ports.storage).language);
    },
  };
}
