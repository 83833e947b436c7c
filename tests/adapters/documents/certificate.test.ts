import { describe, expect, it } from 'vitest';
import type { ReportFormat } from '../../../src/contract/views/exports.ts';
import { sample } from '../../domain/report/support.ts';
import { onFile, render, run } from './tools.ts';

const flat = (text: string): string => text.normalize('NFC').replace(/\s+/g, ' ').trim();

describe.each([
  ['certificate', 'A4', 'vi'],
  ['certificate', 'A4', 'en'],
  ['slide', '960 x 540', 'vi'],
] as const)('%s', (format: ReportFormat, size, language) => {
  it(`is one page (${size}, ${language}) that says level, unit, pillars and that nobody certified it`, async () => {
    const { model, machine } = await sample('sme-readiness', language);
    const bytes = await render(format, model, machine);
    expect(Buffer.compare(await render(format, model, machine), bytes)).toBe(0);
    const [info, text, fonts] = onFile<[string, string, string]>('page.pdf', bytes, (file) => [
      run('pdfinfo', file),
      run('pdftotext', '-layout', file, '-'),
      run('pdffonts', file),
    ]);
    expect(info).toMatch(/Pages:\s+1\b/);
    expect(info).toContain(size);
    expect(info).toMatch(/Tagged:\s+yes/);
    const said = flat(text);
    expect(text).toBe(text.normalize('NFC'));
    for (const part of [model.organisation, model.result.headline, model.result.value, ...model.marks])
      expect(said).toContain(flat(part));
    for (const pillar of model.pillars)
      for (const word of pillar.title.split(' ').slice(0, 1)) expect(said).toContain(word);
    expect(said).toContain(
      language === 'vi' ? 'chưa được cơ quan nào thẩm định hay chứng nhận' : 'no authority has appraised or certified',
    );
    expect(said).not.toMatch(/CỘNG HÒA XÃ HỘI|GIẤY CHỨNG NHẬN/);
    for (const line of fonts.trim().split('\n').slice(2)) expect(line).toMatch(/yes yes yes/);
  });
});

describe('the slide as a picture', () => {
  it('has 1920 x 1080 pixels', async () => {
    const { model, machine } = await sample('gov-maturity-5');
    const bytes = await render('slide-png', model, machine);
    const view = new DataView(bytes.buffer, bytes.byteOffset);
    expect([view.getUint32(16), view.getUint32(20)]).toEqual([1920, 1080]);
  });
});

describe('the two pages of a firm', () => {
  it.each(['vi', 'en'] as const)('stand before the annex (%s)', async (language) => {
    const { model, machine } = await sample('sme-readiness', language);
    const text = onFile('firm.pdf', await render('pdf', model, machine), (file) =>
      run('pdftotext', '-layout', file, '-'),
    );
    const [first = '', second = '', third = ''] = text.split('\f').map(flat);
    for (const card of model.steps.first) {
      expect(first).toContain(flat(card.title).split(' ')[0]);
      expect(second).toContain(flat(card.title).split(' ')[0]);
    }
    expect(first).toContain(flat(model.result.headline));
    expect(second).toContain(flat(model.labels['enterprise.compare']));
    expect(second).toContain(language === 'vi' ? 'Bảng theo dõi việc cần làm' : 'Follow-up sheet');
    expect(second).not.toContain(flat(model.labels['enterprise.detail']));
    expect(third).toContain(language === 'vi' ? 'PHỤ LỤC' : 'ANNEX');
  });
});
