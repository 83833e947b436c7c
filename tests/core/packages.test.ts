import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import JSZip from 'jszip';
import { describe, expect, it, onTestFinished } from 'vitest';
import { readPackage } from '../../src/adapters/files/package/container.ts';
import type { MethodInput } from '../../src/contract/surface.ts';
import type { ForeignAppraisal, ForeignResult } from '../../src/contract/views/files.ts';
import { CHUNK_BYTES } from '../../src/domain/assessment/evidence-file.ts';
import { contentHash } from '../../src/domain/result-file/identity.ts';
import { parseResultFile } from '../../src/domain/result-file/read.ts';
import type { ResultFile } from '../../src/domain/result-file/schema.ts';
import { canonicalJson } from '../../src/domain/text/canonical-json.ts';
import { fromBase64, toBase64 } from '../../src/domain/text/base64.ts';
import { sha256 } from '../domain/report/support.ts';
import { ASSESSMENT, COMMUNE, openForTest, openWithDraft, saving, uuid, type Opened } from './application.ts';

let uploads = 500;

async function send(opened: Opened, bytes: Uint8Array): Promise<string> {
  uploads += 1;
  const upload = uuid(uploads);
  for (let at = 0; at < bytes.length; at += CHUNK_BYTES)
    await opened.call('opening.upload', { upload, at, base64: toBase64(bytes.subarray(at, at + CHUNK_BYTES)) });
  return upload;
}

function folder(): string {
  const made = mkdtempSync(join(tmpdir(), 'thuoc-so-'));
  onTestFinished(() => rmSync(made, { recursive: true, force: true }));
  return made;
}

const PDF = Buffer.concat([Buffer.from('%PDF-1.7 '), Buffer.alloc(30_000, 'minh chứng ')]);
const PNG = Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47]), Buffer.alloc(2000, 7)]);

const citation = (number: number, subject: string) => ({
  id: uuid(number),
  type: 'Kế hoạch',
  number: `${number}/KH-UBND`,
  date: '2025-01-02',
  issuer: 'UBND xã',
  subject,
  page: '',
});

/** An assessment with files, an appraisal and a target, finished. */
async function finished(): Promise<Opened> {
  const opened = await openWithDraft({ dataFolder: folder() });
  const { questionnaire } = await opened.call('questionnaires.get', { id: 'gov-maturity-5', version: '1.0.0' });
  const items = questionnaire.groups.flatMap(({ children }) => children).map(({ id }) => id);
  const first = items[0] ?? '';
  for (const [number, bytes] of [
    [77, PDF],
    [76, PNG],
  ] as const) {
    const upload = uuid(300 + number);
    await opened.call('evidence.upload', { upload, at: 0, base64: toBase64(bytes) });
    await opened.call('evidence.save', {
      assessmentId: ASSESSMENT,
      evidence: citation(number, 'Việc riêng của ấp'),
      file: { upload, name: number === 77 ? 'Kế hoạch số hóa.pdf' : 'ảnh.png' },
    });
  }
  for (const [index, itemId] of items.entries())
    await opened.call(
      'answers.save',
      saving(itemId, (index % 3) + 1, index === 0 ? { evidence: [uuid(77), uuid(76)], note: 'Gọi cô Bảy' } : {}),
    );
  await opened.call('assessments.finish', { id: ASSESSMENT });
  await opened.call('appraisals.save', {
    assessmentId: ASSESSMENT,
    itemId: first,
    seq: 1,
    answer: { state: 'answered', value: { kind: 'option', option: '1' } },
    reason: 'Chưa thấy văn bản',
    evidence: 'rejected',
  });
  await opened.call('targets.save', {
    assessmentId: ASSESSMENT,
    itemId: first,
    seq: 1,
    value: { kind: 'option', option: '4' },
  });
  return opened;
}

type Make = Partial<MethodInput<'handover.make'>>;

async function packed(opened: Opened, more: Make = {}, assessmentId = ASSESSMENT): Promise<Uint8Array> {
  const made = await opened.call('handover.make', { assessmentId, formats: ['thuocso'], language: 'vi', ...more });
  const { base64 } = await opened.call('files.open', { ticket: made.files[0]?.ticket ?? '' });
  return fromBase64(base64) as Uint8Array;
}

function contentOf(bytes: Uint8Array): { file: ResultFile; text: string; files: Map<string, Uint8Array> } {
  const reading = readPackage(bytes);
  if (reading.kind !== 'ok') throw new Error(reading.kind);
  const text = Buffer.from(reading.entries.get('result.json') as Uint8Array).toString('utf8');
  const file = parseResultFile(text, null, sha256);
  if (file.kind !== 'ok') throw new Error(file.kind);
  const files = new Map([...reading.entries].filter(([name]) => name !== 'result.json'));
  return { file: file.file, text, files };
}

/** The content without what differs from export to export. */
const canonical = ({ program: _p, exportedAt: _e, ...content }: ResultFile): string => canonicalJson(content);

describe('a result package', () => {
  it('goes to an empty data folder and out again as the same content with the same files', async () => {
    const one = await finished();
    const bytes = await packed(one);
    const before = contentOf(bytes);
    expect(before.file).toMatchObject({ revision: 1, replaces: null, appraisals: [{ reason: 'Chưa thấy văn bản' }] });
    expect(before.file.targets).toHaveLength(1);
    expect([...before.files.values()].map(({ length }) => length).sort()).toEqual([PNG.length, PDF.length].sort());

    const two = await openForTest({ dataFolder: folder() });
    const upload = await send(two, bytes);
    const seen = (await two.call('opening.read', { upload, name: 'a.thuocso' })) as ForeignResult;
    expect(seen).toMatchObject({
      source: 'package',
      state: 'finished',
      revision: 1,
      agrees: true,
      hindrance: null,
      machine: { kind: 'first' },
      attached: { named: 2, files: 2, bytes: PDF.length + PNG.length },
      appraised: { level: before.file.appraisedScore?.total.level },
    });
    await two.call('opening.take', { upload, assessmentId: uuid(40), organisationId: uuid(41) });
    const after = contentOf(await packed(two));
    expect(canonical(after.file)).toBe(canonical(before.file));
    expect([...after.files.keys()]).toEqual([...before.files.keys()]);
    for (const [name, data] of before.files)
      expect(Buffer.from(data).equals(after.files.get(name) as Uint8Array)).toBe(true);
    // Nothing was made up on the way: evidence opens here as it did there.
    const view = await two.call('assessments.open', { id: ASSESSMENT });
    expect(view.evidence.map(({ file }) => file?.name)).toEqual(['Kế hoạch số hóa.pdf', 'ảnh.png']);
    expect(view.appraisals).toMatchObject([{ reason: 'Chưa thấy văn bản', evidence: 'rejected' }]);
  });

  it('is the same revision while nothing changes, and the next one names what it replaces', async () => {
    const opened = await finished();
    const first = contentOf(await packed(opened)).file;
    expect(canonical(contentOf(await packed(opened)).file)).toBe(canonical(first));
    const workbook = await opened.call('handover.make', {
      assessmentId: ASSESSMENT,
      formats: ['xlsx'],
      language: 'en',
    });
    const again = await opened.call('handover.make', {
      assessmentId: ASSESSMENT,
      formats: ['thuocso'],
      language: 'vi',
    });
    expect(workbook.code).toBe(again.code);
    await opened.call('assessments.reopen', { id: ASSESSMENT });
    expect(contentOf(await packed(opened)).file).toMatchObject({ revision: 0, replaces: null });
    const itemId = first.records[0]?.itemId ?? '';
    await opened.call('answers.save', saving(itemId, 5, { seq: 9 }));
    await opened.call('assessments.finish', { id: ASSESSMENT });
    const second = contentOf(await packed(opened)).file;
    expect(second).toMatchObject({ revision: 2, replaces: contentHash(first, sha256) });
  });

  it('tells the computer of the last time from another one', async () => {
    const unit = await finished();
    const bytes = await packed(unit);
    expect(await unit.call('opening.read', { upload: await send(unit, bytes), name: 'a' })).toMatchObject({
      machine: { kind: 'own' },
      hindrance: { kind: 'own', latest: true },
    });
    const department = await openForTest({ dataFolder: folder() });
    const upload = await send(department, bytes);
    await department.call('opening.take', { upload, assessmentId: uuid(40), organisationId: uuid(41) });
    expect(await department.call('opening.read', { upload, name: 'a' })).toMatchObject({ machine: { kind: 'same' } });
    // The unit's data on another computer.
    const moved = await openForTest({ dataFolder: folder() });
    const there = await send(moved, bytes);
    await moved.call('opening.take', { upload: there, assessmentId: uuid(40), organisationId: uuid(41) });
    const fromMoved = await send(department, await packed(moved));
    expect(await department.call('opening.read', { upload: fromMoved, name: 'a' })).toMatchObject({
      machine: { kind: 'other' },
    });
    // A code that was copied to another content.
    const zip = await JSZip.loadAsync(bytes);
    const manifest = JSON.parse((await zip.file('manifest.json')?.async('string')) ?? '') as { code: unknown };
    const other = await JSZip.loadAsync(await packed(unit, { deidentified: true }));
    const target = JSON.parse((await other.file('manifest.json')?.async('string')) ?? '') as { code: unknown };
    expect(target.code).toBeNull();
    other.file('manifest.json', canonicalJson({ ...target, code: manifest.code }));
    const forged = await send(department, await other.generateAsync({ type: 'uint8array', compression: 'DEFLATE' }));
    expect(await department.call('opening.read', { upload: forged, name: 'a' })).toMatchObject({
      machine: { kind: 'broken' },
    });
    const { mark } = await unit.call('machine.info', {});
    expect(mark).toMatch(/^[A-Z2-9]{4}-[A-Z2-9]{4}-[A-Z2-9]{4}$/);
  });

  it('brings a questionnaire that is unknown here, which is added after its vectors ran', async () => {
    const unit = await finished();
    const bytes = await packed(unit, { attached: false });
    const bare = await openForTest({ questionnaires: folder() });
    const upload = await send(bare, bytes);
    expect(await bare.call('opening.read', { upload, name: 'a' })).toMatchObject({
      questionnaire: { id: 'gov-maturity-5', title: null },
      hindrance: { kind: 'no-questionnaire', addable: true },
    });
    expect(await bare.call('opening.add', { upload, name: 'a.thuocso' })).toMatchObject({
      id: 'gov-maturity-5',
      outcome: 'added',
    });
    expect(await bare.call('opening.read', { upload, name: 'a' })).toMatchObject({
      hindrance: null,
      agrees: true,
      attached: { named: 2, files: 0 },
    });
    await bare.call('opening.take', { upload, assessmentId: uuid(40), organisationId: uuid(41) });
    expect((await bare.call('library.list', {})).lines).toMatchObject([{ id: 'gov-maturity-5', origin: 'added' }]);
    // The one that was added travels on.
    expect(contentOf(await packed(bare)).file.definition).toEqual(contentOf(bytes).file.definition);
  });

  it('under a passphrase asks for it, tells a wrong one, and opens', async () => {
    const unit = await finished();
    const bytes = await packed(unit, { passphrase: 'chín củ khoai' });
    const other = await openForTest();
    const upload = await send(other, bytes);
    const read = (passphrase?: string) =>
      other.call('opening.read', { upload, name: 'a.thuocso', ...(passphrase === undefined ? {} : { passphrase }) });
    expect(await read()).toEqual({ kind: 'locked', wrong: false });
    expect(
      await other.refused('opening.take', { upload, assessmentId: uuid(40), organisationId: uuid(41) }),
    ).toMatchObject({ code: 'file.refused' });
    expect(await read('mười củ khoai')).toEqual({ kind: 'locked', wrong: true });
    expect(await read('chín củ khoai')).toMatchObject({ kind: 'result', attached: { files: 2 } });
    await other.call('opening.take', { upload, assessmentId: uuid(40), organisationId: uuid(41) });
    // What is kept for opening again is what was given, not what was under it.
    const [recent] = await other.call('recent.list', {});
    await other.call('recent.load', { id: recent?.id ?? '', upload: uuid(499) });
    expect(await other.call('opening.read', { upload: uuid(499), name: 'a' })).toEqual({
      kind: 'locked',
      wrong: false,
    });
    const damaged = Uint8Array.from(bytes);
    damaged[damaged.length - 40] = (damaged[damaged.length - 40] ?? 0) ^ 1;
    expect(
      await other.call('opening.read', { upload: await send(other, damaged), name: 'a', passphrase: 'chín củ khoai' }),
    ).toMatchObject({ kind: 'refused', reason: 'locked-damaged' });
    expect(
      await unit.refused('handover.make', {
        assessmentId: ASSESSMENT,
        formats: ['thuocso'],
        language: 'vi',
        passphrase: 'ngắn',
      }),
    ).toMatchObject({ code: 'input.invalid' });
  });

  it('without names says nothing of the unit in any file', async () => {
    const unit = await finished();
    const made = await unit.call('handover.make', {
      assessmentId: ASSESSMENT,
      formats: ['xlsx', 'thuocso'],
      language: 'vi',
      deidentified: true,
    });
    const open = async (ticket = '') => fromBase64((await unit.call('files.open', { ticket })).base64) as Uint8Array;
    expect(made.files.map(({ fileName }) => fileName)).toEqual([
      'khong-neu-ten_gov-maturity-5_2025_r1.xlsx',
      'khong-neu-ten_gov-maturity-5_2025_r1.thuocso',
    ]);
    const secret =
      /Trường Đông|25441|Trường Lưu|KH-UBND|Việc riêng của ấp|cô Bảy|Chưa thấy|00000000-0000-4000-8000-0000000000(01|02|76|77)/;
    const { text, files, file } = contentOf(await open(made.files[1]?.ticket));
    expect(text.replace(/"data":"[^"]*"/, '')).not.toMatch(secret);
    expect(files.size).toBe(0);
    expect(file).toMatchObject({ assessment: { deidentified: true }, revision: 1, replaces: null });
    const zip = await JSZip.loadAsync(await open(made.files[0]?.ticket));
    for (const entry of Object.values(zip.files)) {
      const raw = await entry.async('string');
      expect(secret.exec(raw)?.[0], entry.name).toBeUndefined();
      if (!entry.name.startsWith('customXml/item1')) continue;
      for (const [base64] of raw.matchAll(/[A-Za-z0-9+/=]{200,}/g))
        expect(
          Buffer.from(base64, 'base64')
            .toString('utf8')
            .replace(/"data":"[^"]*"/, ''),
        ).not.toMatch(secret);
    }
    // The score stays.
    expect(file.score).toEqual(contentOf(await packed(unit)).file.score);
  });
});

describe('an appraisal that comes back', () => {
  it("stands beside the unit's answers and is kept as it came", async () => {
    const unit = await openWithDraft({ dataFolder: folder() });
    const { questionnaire } = await unit.call('questionnaires.get', { id: 'gov-maturity-5', version: '1.0.0' });
    const items = questionnaire.groups.flatMap(({ children }) => children).map(({ id }) => id);
    for (const itemId of items) await unit.call('answers.save', saving(itemId, 3));
    await unit.call('assessments.finish', { id: ASSESSMENT });
    const handedIn = await packed(unit);

    const department = await openForTest({ dataFolder: folder() });
    await department.call('settings.update', { person: 'Trần Văn Thẩm', mode: 'appraiser' });
    const upload = await send(department, handedIn);
    const { assessmentId } = await department.call('opening.take', {
      upload,
      assessmentId: uuid(40),
      organisationId: uuid(41),
    });
    expect(await department.refused('appraisals.pack', { assessmentId, by: '', remark: '' })).toMatchObject({
      code: 'appraisal.none',
    });
    for (const itemId of items)
      await department.call('appraisals.save', {
        assessmentId,
        itemId,
        seq: 1,
        answer: { state: 'answered', value: { kind: 'option', option: '1' } },
        reason: 'Thiếu minh chứng',
        evidence: 'rejected',
      });
    const made = await department.call('appraisals.pack', { assessmentId, by: 'Sở KH&CN', remark: 'Bổ sung văn bản' });
    expect(made.fileName).toBe('ubnd-xa-truong-dong_gov-maturity-5_2025_tham-dinh.thuocso');
    const bytes = fromBase64((await department.call('files.open', { ticket: made.ticket })).base64) as Uint8Array;

    const back = await send(unit, bytes);
    const seen = (await unit.call('opening.read', { upload: back, name: 'a' })) as ForeignAppraisal;
    expect(seen).toMatchObject({
      kind: 'appraisal',
      by: 'Sở KH&CN',
      remark: 'Bổ sung văn bản',
      items: items.length,
      machine: { kind: 'first' },
      own: { assessmentId: ASSESSMENT, taken: false, latest: true },
      problems: [],
    });
    expect(seen.self.level).toBeGreaterThan(seen.appraised.level ?? 9);
    expect(await unit.call('opening.appraisal', { upload: back })).toEqual({ assessmentId: ASSESSMENT });
    expect(await unit.call('opening.appraisal', { upload: back })).toEqual({ assessmentId: ASSESSMENT });
    const result = await unit.call('results.get', { assessmentId: ASSESSMENT });
    expect(result.appraised?.root.level).toBe(seen.appraised.level);
    const returns = await unit.call('appraisals.returns', { assessmentId: ASSESSMENT });
    expect(returns).toMatchObject([{ by: 'Sở KH&CN', self: seen.self, appraised: seen.appraised }]);
    expect(await unit.call('opening.read', { upload: back, name: 'a' })).toMatchObject({ own: { taken: true } });

    const nobody = await openForTest();
    const elsewhere = await send(nobody, bytes);
    expect(await nobody.call('opening.read', { upload: elsewhere, name: 'a' })).toMatchObject({ own: null });
    expect(await nobody.refused('opening.appraisal', { upload: elsewhere })).toMatchObject({
      code: 'assessment.unknown',
    });
    expect(COMMUNE.name).toBe(seen.organisation);
  });
});

describe('a questionnaire as one file', () => {
  it('is added where it is unknown', async () => {
    const one = await openForTest({ dataFolder: folder() });
    const { ticket, fileName } = await one.call('library.pack', { id: 'sme-quick', version: '1.0.0' });
    expect(fileName).toBe('sme-quick_1.0.0.thuocso');
    const bytes = fromBase64((await one.call('files.open', { ticket })).base64) as Uint8Array;
    const bare = await openForTest({ questionnaires: folder() });
    const upload = await send(bare, bytes);
    expect(await bare.call('opening.read', { upload, name: 'bất kỳ' })).toEqual({ kind: 'questionnaire' });
    expect(await bare.call('opening.add', { upload, name: 'bất kỳ' })).toMatchObject({
      id: 'sme-quick',
      outcome: 'added',
    });
    expect(await bare.call('library.add', { files: [{ name: 'x.thuocso', base64: toBase64(bytes) }] })).toMatchObject({
      outcome: 'known',
    });
    expect((await bare.call('library.list', {})).lines[0]?.hash).toBe(
      (await one.call('questionnaires.get', { id: 'sme-quick', version: '1.0.0' })).hash,
    );
  });
});
