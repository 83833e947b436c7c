/** The archive for whoever helps: what the program is and how it does, nothing of what people entered. */
import type { DiagnosticFile } from '../contract/views/data.ts';
import type { Handlers } from './dispatch.ts';
import { readLast, readProblem } from './backup-notes.ts';
import type { Outbox } from './outbox.ts';
import type { Ports } from './ports.ts';
import { readSettings } from './settings.ts';

const MAX_LINES = 500;
/** The name of a function and the last part of a file name are all that is kept of a frame. */
const FRAME = /^\s*at (?:(?:async )?([\w.$<>[\] ]{1,80}) \()?(?:[^()]*[\\/])?([\w.-]{1,80}):(\d{1,7}):\d{1,7}\)?$/;
/** "Error", "SqliteError", "AppError": a class, before its message. */
const CLASS = /^(?:\[cause\]: )?([A-Z]\w{2,40}(?:Error|Exception)?)\b/;
const CODE = /\b(?:SQLITE_[A-Z_]{2,40}|E[A-Z]{3,14}|[a-z]+\.[a-z]+(?:-[a-z]+)*(?= \{))/;
const INSTANT = /^\d{4}-\d\d-\d\dT[\d:.]+Z$/;

/**
 * One line of the error log reduced to what cannot carry content: time, reference, method, kinds of error, codes and
 * places in our own code. It takes over only what it recognises, so a message, a name or a path cannot slip through.
 * @returns null when nothing of the line is usable
 */
export function scrubbed(line: string): string | null {
  let entry: Record<string, unknown>;
  try {
    entry = JSON.parse(line) as Record<string, unknown>;
  } catch {
    return null;
  }
  const text = (key: string, form: RegExp): string => {
    const value = entry[key];
    return typeof value === 'string' && form.test(value) ? value : '?';
  };
  const detail = typeof entry['detail'] === 'string' ? entry['detail'].split('\n') : [];
  const told = detail.flatMap((part) => {
    const [, name, file, row] = FRAME.exec(part) ?? [];
    if (file !== undefined) return [`    at ${name ?? '-'} ${file}:${row}`];
    const kind = CLASS.exec(part.trim())?.[1];
    return kind === undefined ? [] : [`  ${kind} ${CODE.exec(part)?.[0] ?? ''}`.trimEnd()];
  });
  return [
    `${text('at', INSTANT)} ${text('ref', /^[0-9a-f]{8}$/)} ${text('method', /^[a-z][a-z.-]{0,59}$/)}`,
    ...told.slice(0, 20),
  ].join('\n');
}

async function filesOf(ports: Ports): Promise<DiagnosticFile[]> {
  const { storage, system, about } = ports;
  const { person, organisationId, ...settings } = readSettings(storage);
  const stored = storage.settings.all();
  const last = readLast(stored);
  const overview = {
    program: about.version,
    host: about.host,
    made: ports.now(),
    versions: system.versions,
    place: system.place.kind,
    data: { ...storage.backups.present(), check: storage.backups.health() },
    backups: {
      kept: (await storage.backups.list()).map(({ at, reason, size }) => ({ at, reason, size })),
      last: last && { at: last.at, verified: last.verified },
      problem: readProblem(stored),
    },
    settings: { ...settings, person: person === '' ? 'empty' : 'given', organisation: organisationId !== null },
  };
  const lines = (await system.logLines()).slice(-MAX_LINES).map(scrubbed);
  return [
    { name: 'overview.json', text: `${JSON.stringify(overview, null, 2)}\n` },
    { name: 'errors.txt', text: lines.filter((line) => line !== null).join('\n') },
  ];
}

export function diagnosticHandlers(
  ports: Ports,
  outbox: Outbox,
): Pick<Handlers, 'diagnostics.preview' | 'diagnostics.export'> {
  return {
    'diagnostics.preview': () => filesOf(ports),
    'diagnostics.export': async () => {
      const at = ports.now();
      const bytes = await ports.system.zip(await filesOf(ports), at);
      const fileName = `thuoc-so-chan-doan-${at.slice(0, 10)}.zip`;
      const ticket = ports.newId();
      outbox.put({ ticket, fileName, bytes });
      return { ticket, fileName, bytes: bytes.length };
    },
  };
}
