import { AppError } from '../contract/errors.ts';
import type { HandOver, HandOverFile } from '../contract/views/files.ts';
import { handOverFileName } from '../domain/assessment/file-name.ts';
import { findAssessment } from './assessments.ts';
import type { Handlers } from './dispatch.ts';
import type { Library } from './library.ts';
import type { Outbox } from './outbox.ts';
import type { OutgoingFile, Ports } from './ports.ts';
import { keepDetails } from './report-details.ts';
import { documentOf } from './reports.ts';
import { readSettings } from './settings.ts';

type Methods = 'handover.make' | 'handover.write' | 'handover.record' | 'handover.list' | 'handover.show';

/** Handing in: files with a good name, written, read again, compared and recorded. */
export function handOverHandlers(ports: Ports, library: Library, outbox: Outbox): Pick<Handlers, Methods> {
  const { storage, files, folders } = ports;

  const shown = (entry: Omit<HandOver, 'showable'>): HandOver => ({
    ...entry,
    showable: entry.place === 'folder' && entry.verified && folders !== null,
  });

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

  /** A workbook must give back the data that was put into it. @throws AppError document.failed */
  async function check({ fileName, bytes }: Pick<OutgoingFile, 'fileName' | 'bytes'>): Promise<void> {
    const { kind } = fileName.endsWith('.xlsx') ? await files.recognise(bytes) : { kind: 'result' };
    if (kind !== 'result') throw new AppError('document.failed');
  }

  function record(
    id: string,
    assessmentId: string,
    made: Pick<HandOver, 'place' | 'folder' | 'files' | 'verified'>,
  ): HandOver {
    const by = readSettings(storage).person;
    const entry = storage.transaction(() => {
      const added = { id, assessmentId, number: nextNumber(assessmentId), at: ports.now(), by, ...made };
      storage.handOvers.add(added);
      return added;
    });
    ports.emit({ type: 'assessment.changed', id: assessmentId });
    return shown(entry);
  }

  return {
    'handover.make': async ({ assessmentId, formats, language }) => {
      const row = findAssessment(ports, assessmentId);
      keepDetails(ports, row, ports.now());
      const number = nextNumber(assessmentId);
      const document = documentOf(ports, library, row, language);
      const made = [];
      for (const format of formats) {
        const bytes = await ports.documents.render(format, document);
        const { name } = document.machine.organisation;
        const fileName = handOverFileName(name, row.questionnaireId, row.period, number, format);
        const file = { ticket: ports.newId(), fileName, bytes };
        await check(file);
        outbox.put(file);
        made.push({ ticket: file.ticket, ...faceOf(file) });
      }
      return { number, files: made };
    },

    'handover.write': async ({ id, assessmentId, tickets }) => {
      const repeated = storage.handOvers.find(id);
      if (repeated) return { kind: 'recorded', handOver: shown(repeated) };
      findAssessment(ports, assessmentId);
      const outgoing = tickets.map(waiting);
      if (!folders) return { kind: 'page' };
      const folder = await folders.choose('hand-over', readSettings(storage).language);
      if (folder === null) return { kind: 'cancelled' };
      const written: HandOverFile[] = [];
      for (const file of outgoing) {
        const face = faceOf(file);
        const { path, read } = await folders.write(folder, file.fileName, file.bytes);
        if (files.hash(read) !== face.sha256) throw new AppError('file.differs', { file: path });
        await check({ fileName: file.fileName, bytes: read });
        written.push(face);
      }
      return {
        kind: 'recorded',
        handOver: record(id, assessmentId, { place: 'folder', folder, files: written, verified: true }),
      };
    },

    'handover.record': ({ id, assessmentId, place, folder, files: sent }) => {
      const repeated = storage.handOvers.find(id);
      if (repeated) return shown(repeated);
      findAssessment(ports, assessmentId);
      const written = sent.map(({ ticket, sha256 }) => {
        const face = faceOf(waiting(ticket));
        if (sha256 !== null && sha256 !== face.sha256) throw new AppError('file.differs', { file: face.fileName });
        return face;
      });
      const verified = sent.every(({ sha256 }) => sha256 !== null);
      return record(id, assessmentId, { place, folder, files: written, verified });
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
