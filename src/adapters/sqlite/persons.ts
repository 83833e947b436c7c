import type Database from 'better-sqlite3';
import type { Erasure, PersonEntry, PersonPlace } from '../../contract/views/privacy.ts';
import type { PersonStorage } from '../../core/ports/privacy.ts';
import { isPerson, mentionAt, personKey } from '../../domain/privacy/mention.ts';
import { FIELDS, TEXTS, type Column, type Matching } from './person-places.ts';

function names(text: string, key: string, matching: Matching): boolean {
  const whole = isPerson(text, key);
  if (matching === 'whole') return whole;
  return mentionAt(text, key) >= 0 && !(matching === 'part' && whole);
}

/** Strings of a JSON value that lie under one of the keys, or all others. */
function leaves(value: unknown, keys: readonly string[], under: boolean, own = ''): string[] {
  if (typeof value === 'string') return keys.includes(own) === under ? [value] : [];
  if (Array.isArray(value)) return value.flatMap((one) => leaves(one, keys, under, own));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, one]) => leaves(one, keys, under, key));
}

/** The same value with the strings under the keys emptied where they name the person. @returns how many were */
function emptied(value: unknown, keys: readonly string[], key: string, own = ''): [value: unknown, count: number] {
  if (typeof value === 'string') return keys.includes(own) && mentionAt(value, key) >= 0 ? ['', 1] : [value, 0];
  if (Array.isArray(value)) {
    const made = value.map((one) => emptied(one, keys, key, own));
    return [made.map(([one]) => one), made.reduce((sum, [, count]) => sum + count, 0)];
  }
  if (typeof value !== 'object' || value === null) return [value, 0];
  const made = Object.entries(value).map(([name, one]) => [name, ...emptied(one, keys, key, name)] as const);
  return [
    Object.fromEntries(made.map(([name, one]) => [name, one])),
    made.reduce((sum, [, , count]) => sum + count, 0),
  ];
}

interface Row {
  readonly text: string | Buffer | null;
  readonly at: string | null;
  readonly assessment: string | null;
  readonly organisation: string | null;
}

/** Fields for people and texts in one database. The places are data: `person-places.ts`. */
export function personRepository(db: Database.Database): PersonStorage {
  const rowsOf = ({ table, column, where, at, assessment, organisation }: Column): IterableIterator<Row> =>
    db
      .prepare<[], Row>(
        `SELECT t.${column} AS text, ${at ? `t.${at}` : 'NULL'} AS at, ${assessment ? `t.${assessment}` : 'NULL'} AS assessment,
           ${organisation ?? (assessment ? `(SELECT o.name FROM assessment a JOIN organisation o ON o.id = a.organisation_id WHERE a.id = t.${assessment})` : 'NULL')} AS organisation
         FROM ${table} AS t ${where ? `WHERE ${where}` : ''}`,
      )
      .iterate();

  /** The texts of one cell that count for a place. */
  function textsOf(column: Column, cell: Row['text'], under: boolean): string[] {
    if (cell === null) return [];
    const text = column.unpack && Buffer.isBuffer(cell) ? column.unpack(cell) : String(cell);
    return column.keys === undefined ? [text] : leaves(JSON.parse(text), column.keys, under);
  }

  function entries(columns: readonly Column[], kind: PersonEntry['kind'], key: string): PersonEntry[] {
    return columns.flatMap((column) =>
      [...rowsOf(column)].flatMap((row) =>
        textsOf(column, row.text, kind === 'field')
          .filter((text) => names(text, key, column.matching))
          .map((text) => ({
            place: column.place,
            kind,
            organisation: row.organisation ?? '',
            assessmentId: row.assessment,
            at: row.at,
            text,
          })),
      ),
    );
  }

  /** Empties one kind of field. Rows are found again by their old content, so every shape of key is served. */
  function emptyField({ table, column, where, keys, matching }: Column, key: string): number {
    const condition = where ? ` AND ${where.replaceAll('t.', '')}` : '';
    const update = db.prepare(`UPDATE ${table} SET ${column} = ? WHERE ${column} = ?${condition}`);
    const present = db
      .prepare<[], string>(`SELECT DISTINCT ${column} FROM ${table} WHERE ${column} <> ''${condition}`)
      .pluck()
      .all();
    let count = 0;
    for (const text of present) {
      if (keys === undefined) {
        if (names(text, key, matching)) count += update.run('', text).changes;
        continue;
      }
      const [value, found] = emptied(JSON.parse(text), keys, key);
      if (found > 0) count += found * update.run(JSON.stringify(value), text).changes;
    }
    return count;
  }

  const listErasures = db.prepare<[], Erasure>('SELECT id, at, fields, backups FROM erasure ORDER BY at DESC, id');
  const noteErasure = db.prepare(
    `INSERT INTO erasure (id, at, fields, backups) VALUES (@id, @at, @fields, @backups)
     ON CONFLICT (id) DO UPDATE SET fields = fields + excluded.fields, backups = backups + excluded.backups`,
  );
  const letGo = db.prepare("UPDATE recent_file SET content = NULL WHERE content IS NOT NULL AND kind = 'result'");

  return {
    names() {
      const found = new Map<string, { name: string; count: number; places: Set<PersonPlace> }>();
      for (const column of FIELDS)
        for (const row of rowsOf(column))
          for (const text of textsOf(column, row.text, true)) {
            const key = personKey(text);
            if (key === '') continue;
            const known = found.get(key) ?? { name: text.trim(), count: 0, places: new Set() };
            found.set(key, { ...known, count: known.count + 1, places: known.places.add(column.place) });
          }
      return [...found.values()]
        .map(({ places, ...rest }) => ({ ...rest, places: [...places] }))
        .sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1));
    },
    find(name) {
      const key = personKey(name);
      return [...entries(FIELDS, 'field', key), ...entries(TEXTS, 'text', key)];
    },
    erase(name) {
      const key = personKey(name);
      letGo.run();
      return FIELDS.reduce((sum, column) => sum + emptyField(column, key), 0);
    },
    scrub() {
      // Freed pages are zeroed (secure_delete); the rebuild also leaves out what was freed before that was switched on.
      db.exec('VACUUM');
      db.pragma('wal_checkpoint(TRUNCATE)');
    },
    erasures: () => listErasures.all(),
    note: (erasure) => void noteErasure.run(erasure),
  };
}
