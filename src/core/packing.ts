import { AppError } from '../contract/errors.ts';
import { MAIN_ENTRY } from '../domain/package/manifest.ts';
import type { Handlers } from './dispatch.ts';
import type { Library } from './library.ts';
import { ownMark } from './machine-view.ts';
import type { Outbox } from './outbox.ts';
import type { Ports } from './ports.ts';
import { questionnaireText } from './result-content.ts';

/** A questionnaire as one file for others, and the mark of this installation. */
export function packingHandlers(
  ports: Ports,
  library: Library,
  outbox: Outbox,
): Pick<Handlers, 'library.pack' | 'machine.info'> {
  return {
    'library.pack': async ({ id, version }) => {
      const { hash } = await library.get(id, version);
      const text = await questionnaireText(ports, library, { id, version, hash });
      if (text === null) throw new AppError('questionnaire.unknown', { id, version });
      const entries = [{ name: MAIN_ENTRY.questionnaire, text: text }];
      const code = ports.machine.vouch(hash);
      const program = ports.about.version;
      const bytes = await ports.packages.write({ kind: 'questionnaire', program, entries, code }, null);
      const file = { ticket: ports.newId(), fileName: `${id}_${version}.thuocso`, bytes };
      outbox.put(file);
      return { ticket: file.ticket, fileName: file.fileName, bytes: bytes.length };
    },
    'machine.info': () => ({ mark: ownMark(ports) }),
  };
}
