import { AppError } from '../contract/errors.ts';
import type { HandOver, HandOverFile } from '../contract/views/files.ts';
import { handOverFileName } from '../domain/assessment/file-name.ts';
import { PACKAGE_LIMITS } from '../domain/package/limits.ts';
import { evidenceEntry, MAIN_ENTRY } from '../domain/package/manifest.ts';
import { writeResultFile } from '../domain/result-file/build.ts';
import { contentHash, shortHash } from '../domain/result-file/identity.ts';
import { findAssessment } from './assessments.ts';
import type { Handlers } from './dispatch.ts';
import type { Library } from './library.ts';
import type { Outbox } from './outbox.ts';
import type { OutgoingFile, Ports } from './ports.ts';
import { keepDetails } from './report-details.ts';
import { documentOf, type ResultDocument } from './result-document.ts';
import { readSettings } from './settings.ts';

type Methods =
  'handover.weigh' | 'handover.make' | 'handover.write' | 'handover.record' | 'handover.list' | 'handover.show';

/** What a record says of the content, beside the files. */
interface Made {
  readonly code: string;
  readonly deidentified: boolean;
}

/** Files whose content is remembered until they are written; more than wait at once. */
const REMEMBERED = 10;
/** Names that are tried when one is taken. */
const OTHER_NAMES = 50;
/** Begins the name of a file without names. */
const NAMELESS_PART = 'khong-neu-ten';

/** Handing in: files with a good name, written, read again, compared and recorded. */
export function handOverHandlers(ports: Ports, library: Library, outbox: Outbox): Pick<Handlers, Methods> {
  const { storage, files, folders } = ports;

  const shown = (entry: Omit<HandOver, 'showable'>): HandOver => ({
    ...entry,
    showable: entry.place === 'folder' && entry.verified && folders !== null,
  });

  const made = new Map<string, Made>();
  const madeFrom = (tickets: readonly string[]): Made =>
    made.get(tickets[0] ?? '') ?? { code: '', deidentified: false };

  const nextNumber = (assessmentId: string): number => (storage.handOvers.list(assessmentId)[0]?.number ?? 0) + 1;

  function waiting(ticket: string): OutgoingFile {
    const file = outbox.get(ticket);
    if (!file) throw new AppError('ticket.unknown');
    return file;
  }

  const faceOf = ({ fileName, bytes }: OutgoingFile): HandOverFile => ({
    fileName,
    bytes: bytes.length,
    sha256: files.hash(bytes),
  });

  /** What the program can read must give back the content that was put into it. @throws AppError document.failed */
  async function check({ fileName, bytes }: Pick<OutgoingFile, 'fileName' | 'bytes'>, code: string): Promise<void> {
    if (!/\.(xlsx|thuocso)$/.test(fileName)) return;
    const recognised = await files.recognise(bytes);
    // Under a passphrase only the bytes can be compared, which is done where they are written.
    if (recognised.kind === 'locked') return;
    if (recognised.kind !== 'result' || shortHash(contentHash(recognised.file, ports.sha256)) !== code)
      throw new AppError('document.failed');
  }

  function record(
    id: string,
    assessmentId: string,
    made: Pick<HandOver, 'place' | 'folder' | 'files' | 'verified'>,
    { code, deidentified }: Made,
  ): HandOver {
    const by = readSettings(storage).person;
    const entry = storage.transaction(() => {
      const number = nextNumber(assessmentId);
      const added = { id, assessmentId, number, at: ports.now(), by, code, deidentified, ...made };
      storage.handOvers.add(added);
      return added;
    });
    ports.emit({ type: 'assessment.changed', id: assessmentId });
    return shown(entry);
  }

  /** The container: the content, and the files behind its citations. */
  async function pack(document: ResultDocument, attached: boolean, passphrase: string | null): Promise<Uint8Array> {
    const { machine, code } = document.content;
    const hashes = attached ? new Set(machine.evidence.flatMap((entry) => entry.attached?.sha256 ?? [])) : [];
    const evidence = [...hashes].sort().map((sha256) => {
      const bytes = storage.evidence.content(sha256);
      if (!bytes) throw new AppError('evidence.unknown');
      return { name: evidenceEntry(sha256), bytes };
    });
    const main = { name: MAIN_ENTRY.submission, text: writeResultFile(machine) };
    const entries = [main, ...evidence];
    return ports.packages.write({ kind: 'submission', program: ports.about.version, entries, code }, passphrase);
  }

  /** Writes under the name, or under the next one that is free. @throws AppError file.* */
  async function place(folder: string, { fileName, bytes }: OutgoingFile, otherName: boolean): Promise<HandOverFile> {
    if (!folders) throw new AppError('file.not-found', { file: folder });
    for (let number = 1; ; number += 1) {
      const name = number === 1 ? fileName : fileName.replace(/(\.[a-z]+)$/, `-${number}$1`);
      try {
        const { path, read } = await folders.write(folder, name, bytes);
        const sha256 = files.hash(bytes);
        if (files.hash(read) !== sha256) throw new AppError('file.differs', { file: path });
        return { fileName: name, bytes: bytes.length, sha256 };
      } catch (error) {
        const isTaken = error instanceof AppError && (error.code === 'file.taken' || error.code === 'file.in-use');
        if (!isTaken || !otherName || number >= OTHER_NAMES) throw error;
      }
    }
  }

  return {
    'handover.weigh': ({ assessmentId }) => {
      const row = findAssessment(ports, assessmentId);
      const sizes = new Map(
        storage.evidence.list(row.id).flatMap(({ file }) => (file ? [[file.sha256, file.size]] : [])),
      );
      const bytes = [...sizes.values()].reduce((sum, size) => sum + size, 0);
      return { files: sizes.size, bytes, most: PACKAGE_LIMITS.submission.archive };
    },

    'handover.make': async ({ assessmentId, formats, language, deidentified, attached, passphrase }) => {
      const row = findAssessment(ports, assessmentId);
      keepDetails(ports, row, ports.now());
      const number = nextNumber(assessmentId);
      const document = await documentOf(ports, library, row, language, { deidentified });
      const code = shortHash(document.content.hash);
      const done = [];
      for (const format of formats) {
        const bytes =
          format === 'thuocso'
            ? await pack(document, attached, passphrase)
            : await ports.documents.render(format, document);
        const name = deidentified ? NAMELESS_PART : document.machine.organisation.name;
        const fileName = handOverFileName(name, row.questionnaireId, row.period, number, format);
        const file = { ticket: ports.newId(), fileName, bytes };
        await check(file, code);
        outbox.put(file);
        made.set(file.ticket, { code, deidentified });
        done.push({ ticket: file.ticket, ...faceOf(file) });
      }
      for (const ticket of [...made.keys()].slice(0, -REMEMBERED)) made.delete(ticket);
      return { number, code, files: done };
    },

    'handover.write': async ({ id, assessmentId, tickets, otherName }) => {
      const repeated = storage.handOvers.find(id);
      if (repeated) return { kind: 'recorded', handOver: shown(repeated) };
      findAssessment(ports, assessmentId);
      const outgoing = tickets.map(waiting);
      if (!folders) return { kind: 'page' };
      const folder = await folders.choose('hand-over', readSettings(storage).language);
      if (folder === null) return { kind: 'cancelled' };
      const written: HandOverFile[] = [];
      for (const file of outgoing) written.push(await place(folder, file, otherName));
      return {
        kind: 'recorded',
        handOver: record(
          id,
          assessmentId,
          { place: 'folder', folder, files: written, verified: true },
          madeFrom(tickets),
        ),
      };
    },

    'handover.record': ({ id, assessmentId, place, folder, files: sent }) => {
      const repeated = storage.handOvers.find(id);
      if (repeated) return shown(repeated);
      findAssessment(ports, assessmentId);
      const written = sent.map(({ ticket, sha256, fileName }) => {
        const face = faceOf(waiting(ticket));
        if (sha256 !== null && sha256 !== face.sha256) throw new AppError('file.differs', { file: face.fileName });
        return fileName === undefined ? face : { ...face, fileName };
      });
      const verified = sent.every(({ sha256 }) => sha256 !== null);
      const tickets = sent.map(({ ticket }) => ticket);
      return record(id, assessmentId, { place, folder, files: written, verified }, madeFrom(tickets));
    },

    'handover.list': ({ assessmentId }) => {
      const entries = assessmentId === null ? storage.handOvers.latest() : storage.handOvers.list(assessmentId);
      return entries.map(shown);
    },

    'handover.show': async ({ id }) => {
      const entry = storage.handOvers.find(id);
      if (!entry) throw new AppError('file.not-found', { file: '' });
      if (!folders || !shown(entry).showable) return { shown: false };
      await folders.show(entry.folder);
      return { shown: true };
    },
  };
}
