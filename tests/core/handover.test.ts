import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { writeAndReadBack } from '../../src/adapters/files/deliver.ts';
import type { HostFolders } from '../../src/core/ports/files.ts';
import { ASSESSMENT, COMMUNE, openForTest, openWithDraft, uuid } from './application.ts';

/** The real file adapter over a folder that "the person" chooses. */
function chosenFolder(): { folder: string; folders: HostFolders; shown: string[] } {
  const folder = mkdtempSync(join(tmpdir(), 'hand-over-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const shown: string[] = [];
  return {
    folder,
    shown,
    folders: {
      choose: () => Promise.resolve(folder),
      write: writeAndReadBack,
      show(path) {
        shown.push(path);
        return Promise.resolve();
      },
    },
  };
}

const MAKE = { assessmentId: ASSESSMENT, formats: ['xlsx', 'pdf'], language: 'vi' } as const;

describe('handing in', () => {
  it('writes, reads again, records, counts, and shows the folder', async () => {
    const { folder, folders, shown } = chosenFolder();
    const opened = await openWithDraft({ folders });
    const { number, files } = await opened.call('handover.make', MAKE);
    expect(number).toBe(1);
    expect(files.map(({ fileName }) => fileName)).toEqual([
      'ubnd-xa-truong-dong_gov-maturity-5_2025_r1.xlsx',
      'ubnd-xa-truong-dong_gov-maturity-5_2025_r1.pdf',
    ]);
    const tickets = files.map(({ ticket }) => ticket);
    const sent = { id: uuid(10), assessmentId: ASSESSMENT, tickets };
    const outcome = await opened.call('handover.write', sent);
    expect(outcome).toMatchObject({
      kind: 'recorded',
      handOver: { number: 1, place: 'folder', folder, verified: true, showable: true },
    });
    for (const { fileName, bytes } of files) expect(readFileSync(join(folder, fileName))).toHaveLength(bytes);
    // The same request twice is one hand-over.
    expect(await opened.call('handover.write', sent)).toEqual(outcome);
    expect(await opened.call('handover.list', { assessmentId: ASSESSMENT })).toHaveLength(1);
    await opened.call('handover.show', { id: uuid(10) });
    expect(shown).toEqual([folder]);

    const second = await opened.call('handover.make', { ...MAKE, formats: ['pdf'] });
    expect(second.files[0]?.fileName).toMatch(/_r2\.pdf$/);
    await opened.call('handover.write', { ...sent, id: uuid(11), tickets: [second.files[0]?.ticket ?? ''] });
    expect(await opened.call('handover.list', { assessmentId: null })).toMatchObject([{ number: 2 }]);
  });

  it('never replaces another file, and records nothing then', async () => {
    const { folder, folders } = chosenFolder();
    const opened = await openWithDraft({ folders });
    const { files } = await opened.call('handover.make', MAKE);
    writeFileSync(join(folder, files[0]?.fileName ?? ''), 'of somebody else');
    const tickets = files.map(({ ticket }) => ticket);
    const refusal = await opened.refused('handover.write', { id: uuid(10), assessmentId: ASSESSMENT, tickets });
    expect(refusal.code).toBe('file.taken');
    expect(await opened.call('handover.list', { assessmentId: ASSESSMENT })).toEqual([]);
  });

  it('tells a stick that gives back other bytes', async () => {
    const { folders } = chosenFolder();
    const faulty: HostFolders = {
      ...folders,
      async write(folder, fileName, bytes) {
        const { path, read } = await folders.write(folder, fileName, bytes);
        return { path, read: read.slice(0, -1) };
      },
    };
    const opened = await openWithDraft({ folders: faulty });
    const { files } = await opened.call('handover.make', { ...MAKE, formats: ['xlsx'] });
    const tickets = [files[0]?.ticket ?? ''];
    const refusal = await opened.refused('handover.write', { id: uuid(10), assessmentId: ASSESSMENT, tickets });
    expect(refusal.code).toBe('file.differs');
  });

  it('by a page is recorded with what the page read back', async () => {
    const opened = await openWithDraft();
    const { files } = await opened.call('handover.make', { ...MAKE, formats: ['xlsx'] });
    const [file] = files;
    const ticket = file?.ticket ?? '';
    expect(await opened.call('handover.write', { id: uuid(9), assessmentId: ASSESSMENT, tickets: [ticket] })).toEqual({
      kind: 'page',
    });
    const sent = { id: uuid(10), assessmentId: ASSESSMENT, place: 'folder', folder: 'USB' } as const;
    const wrong = await opened.refused('handover.record', { ...sent, files: [{ ticket, sha256: '0'.repeat(64) }] });
    expect(wrong.code).toBe('file.differs');
    expect(
      await opened.call('handover.record', { ...sent, files: [{ ticket, sha256: file?.sha256 ?? '' }] }),
    ).toMatchObject({ verified: true, folder: 'USB', showable: false });
    expect(
      await opened.call('handover.record', {
        ...sent,
        id: uuid(12),
        place: 'download',
        files: [{ ticket, sha256: null }],
      }),
    ).toMatchObject({ number: 2, verified: false });
  });
});

const CLASS = {
  title: 'Lớp huyện B',
  code: '7K4Q',
  questionnaireId: 'sme-quick',
  questionnaireVersion: '1.0.0',
  kind: 'household-business',
  province: '',
  year: 2026,
} as const;

describe('a class', () => {
  it('goes from one participant to the next, names hidden, files in its folder', async () => {
    const { folder, folders } = chosenFolder();
    const opened = await openForTest({ folders });
    const [kind] = (await opened.call('questionnaires.list', {})).questionnaires.find(({ id }) => id === 'sme-quick')
      ?.audience ?? [''];
    expect(await opened.call('class.folder', {})).toEqual({ folder });
    const state = await opened.call('class.start', { ...CLASS, kind: kind ?? '' });
    expect(state).toMatchObject({ folder, done: 0, current: null });
    await opened.refused('class.start', { ...CLASS, title: 'Lớp khác', kind });
    const seat = (number: number) => ({ organisationId: uuid(number), assessmentId: uuid(number + 50) });
    for (const number of [1, 2]) {
      await opened.call('class.join', { ...seat(number), name: `Cơ sở ${number}` });
      expect((await opened.call('organisations.list', {})).map(({ name }) => name)).toEqual([`Cơ sở ${number}`]);
      await opened.refused('class.join', { ...seat(9), name: 'Chen ngang' });
      const left = await opened.call('class.leave', { assessmentId: uuid(number + 50), language: 'vi' });
      expect(left).toMatchObject({
        kind: 'saved',
        path: join(folder, `lop-7k4q_00${number}_sme-quick_2026.xlsx`),
        state: { done: number, current: null },
      });
      expect(await opened.call('assessments.list', {})).toEqual([]);
      expect((await opened.refused('assessments.open', { id: uuid(number + 50) })).code).toBe('assessment.unknown');
    }
    expect(await opened.call('class.end', {})).toEqual({ title: CLASS.title, code: CLASS.code, done: 2, folder });
    expect(await opened.call('class.info', {})).toEqual({ state: null });
    expect(await opened.call('assessments.list', {})).toMatchObject([{ state: 'finished' }, { state: 'finished' }]);
    expect((await opened.refused('class.join', { ...seat(3), name: 'Muộn' })).code).toBe('class.none');
  });

  it('keeps the participant when the file cannot be written', async () => {
    const { folder, folders } = chosenFolder();
    const opened = await openForTest({ folders });
    await opened.call('organisations.save', COMMUNE);
    await opened.call('class.folder', {});
    const { kinds } = await opened.call('app.info', {});
    await opened.call('class.start', { ...CLASS, kind: kinds[0]?.id ?? '' });
    await opened.call('class.join', { organisationId: uuid(31), assessmentId: uuid(32), name: 'Cơ sở' });
    writeFileSync(join(folder, 'lop-7k4q_001_sme-quick_2026.xlsx'), 'other');
    const refusal = await opened.refused('class.leave', { assessmentId: uuid(32), language: 'vi' });
    expect(refusal.code).toBe('file.taken');
    expect((await opened.call('class.info', {})).state?.current).toEqual({ assessmentId: uuid(32), number: 1 });
  });
});
