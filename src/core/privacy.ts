import { MOST_ENTRIES } from '../contract/views/privacy.ts';
import { excerptOf, personKey } from '../domain/privacy/mention.ts';
import { cleanText } from '../domain/text/normalize.ts';
import type { Handlers } from './dispatch.ts';
import type { Keeper } from './keeper.ts';
import type { Outbox } from './outbox.ts';
import type { Ports } from './ports.ts';

type Methods = Extract<keyof Handlers, `persons.${string}`>;

/** Personal data: the notice, who is named, a copy for the person, deletion. */
export function privacyHandlers(ports: Ports, outbox: Outbox, keeper: Keeper): Pick<Handlers, Methods> {
  const { persons, backups } = ports.storage;
  const find = (name: string) => persons.find(cleanText(name).trim());
  return {
    'persons.info': () => ({ notice: ports.reference.notice, erasures: persons.erasures() }),
    'persons.list': () => persons.names(),
    'persons.get': ({ name }) => {
      const all = find(name);
      const key = personKey(name);
      const fields = all.filter(({ kind }) => kind === 'field').length;
      return {
        entries: all.slice(0, MOST_ENTRIES).map((entry) => ({ ...entry, text: excerptOf(entry.text, key) })),
        fields,
        texts: all.length - fields,
      };
    },
    'persons.export': ({ name }) => {
      const madeAt = ports.now();
      const document = { format: 'thuoc-so/person/1', name: cleanText(name).trim(), madeAt, entries: find(name) };
      const bytes = ports.collecting.utf8(`${JSON.stringify(document, null, 2)}\n`);
      // The name of the person is no part of the file's name, which travels further than its content.
      const file = { ticket: ports.newId(), fileName: `du-lieu-ca-nhan-${madeAt.slice(0, 10)}.json`, bytes };
      outbox.put(file);
      return { ticket: file.ticket, fileName: file.fileName, bytes: bytes.length };
    },
    'persons.erase': async ({ id, name }) => {
      const at = ports.now();
      const fields = ports.storage.transaction(() => {
        const count = persons.erase(cleanText(name).trim());
        persons.note({ id, at, fields: count, backups: 0 });
        return count;
      });
      persons.scrub();
      ports.emit({ type: 'settings.changed' });
      // A database in memory has no backups.
      const removed = backups.folder === '' ? 0 : await keeper.purge();
      if (removed > 0) ports.storage.transaction(() => persons.note({ id, at, fields: 0, backups: removed }));
      const texts = find(name).filter(({ kind }) => kind === 'text').length;
      return { id, at, fields, backups: removed, texts };
    },
  };
}
