import { describe, expect, it } from 'vitest';
import { installedFonts } from '../../../src/adapters/documents/fonts.ts';
import { chartPng, FONT_NAMES, svgPng } from '../../../src/adapters/documents/png.ts';
import { ladderChart } from '../../../src/domain/charts/ladder.ts';
import { sheetChart, SLIDE, SUMMARY } from '../../../src/domain/charts/sheet.ts';
import { PRINT_PALETTE } from '../../../src/domain/charts/style.ts';
import type { ChartNode } from '../../../src/domain/charts/tree.ts';
import { sheetOf } from '../../../src/domain/report/handout/sheet.ts';
import { sample } from '../../domain/report/support.ts';

const fonts = installedFonts();
const sizeOf = (bytes: Uint8Array): [number, number] => {
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  return [view.getUint32(16), view.getUint32(20)];
};
const line = (text: string, family: string): Uint8Array =>
  svgPng(
    `<svg xmlns="http://www.w3.org/2000/svg" width="200" height="40"><text x="4" y="28" font-size="20" font-family="${family}">${text}</text></svg>`,
    fonts,
  ).bytes;

describe('pictures of charts', () => {
  it('are PNG files of the wanted size, the same every time', async () => {
    const { model } = await sample('gov-maturity-5');
    const { ladder } = model.charts;
    if (!ladder) throw new Error('no ladder');
    const tree = ladderChart(ladder, {
      palette: PRINT_PALETTE,
      width: 640,
      id: 'ladder',
      font: FONT_NAMES.BeVietnamPro,
    });
    const png = chartPng(tree, fonts, { width: 320, scale: 2 });
    expect([...png.bytes.slice(0, 4)]).toEqual([0x89, 0x50, 0x4e, 0x47]);
    expect(sizeOf(png.bytes)).toEqual([640, png.height]);
    expect(png.width).toBe(640);
    expect(Buffer.compare(chartPng(tree, fonts, { width: 320, scale: 2 }).bytes, png.bytes)).toBe(0);
    expect(chartPng(tree, fonts).width).toBe(640);
  });

  it('are drawn with the bundled fonts only, whatever the computer has', () => {
    const own = line('Nghị định ữ', FONT_NAMES.BeVietnamPro);
    const times = line('Nghị định ữ', FONT_NAMES.Tinos);
    const empty = line('', FONT_NAMES.Tinos);
    expect(Buffer.compare(own, times)).not.toBe(0);
    expect(times.length).toBeGreaterThan(empty.length);
    // Installed on this computer or not: another family gives our own letters.
    for (const family of ['DejaVu Sans', 'Arial']) expect(Buffer.compare(line('Nghị định ữ', family), own)).toBe(0);
  });
});

/** All texts of a drawing with what lies around them. */
function texts(node: ChartNode | string): string[] {
  if (typeof node === 'string') return [];
  const own = node.tag === 'text' ? node.children.filter((child): child is string => typeof child === 'string') : [];
  return [...own, ...node.children.flatMap(texts)];
}

describe('the pages for handing round', () => {
  it.each(['summary', 'slide'] as const)('say in the %s what they are, whose, and how it stands', async (kind) => {
    const { model, machine } = await sample('sme-readiness');
    const chart = sheetOf(model, machine, kind);
    const tree = sheetChart(chart, kind === 'slide' ? SLIDE : SUMMARY, {
      palette: PRINT_PALETTE,
      font: 'x',
      id: 'page',
    });
    const said = texts(tree).join(' ');
    for (const text of [model.organisation, model.result.headline, chart.statement, 'DỮ LIỆU MẪU', 'tự đánh giá'])
      expect(said.toLowerCase()).toContain(text.toLowerCase());
    for (const step of chart.ladder?.steps ?? []) expect(said).toContain(String(step.level));
    const contact = machine.organisation.contact;
    if (contact !== '') expect(said).not.toContain(contact);
    // Nothing lies below the foot, and nothing of the text is left of the page.
    const described = JSON.stringify(tree.children.slice(0, 2));
    expect(described).toContain(model.result.headline);
  });

  it('stay one page with long names, texts and many pillars', async () => {
    const { model, machine } = await sample('sme-readiness');
    const chart = sheetOf(model, machine, 'slide');
    const long = 'Trung tâm hỗ trợ chuyển đổi số cộng đồng '.repeat(12);
    const row = chart.profile.rows[0];
    if (!row) throw new Error('no rows');
    const tree = sheetChart(
      {
        ...chart,
        organisation: long,
        about: long,
        headline: `Mức 3: ${long}`,
        meaning: long,
        actions: { title: 'Việc', cards: Array.from({ length: 3 }, () => ({ title: long, text: long })) },
        profile: { ...chart.profile, rows: Array.from({ length: 25 }, () => ({ ...row, label: long })) },
      },
      SLIDE,
      { palette: PRINT_PALETTE, font: 'x', id: 'page' },
    );
    const groups = tree.children.filter((child): child is ChartNode => typeof child !== 'string' && child.tag === 'g');
    expect(groups.length).toBeGreaterThan(0);
    for (const group of groups) {
      const [, x = '0', y = '0', scale = '1'] =
        /translate\((\S+) (\S+)\) scale\((\S+)\)/.exec(group.attrs.transform ?? '') ?? [];
      expect(Number(scale)).toBeGreaterThan(0);
      expect(Number(x)).toBeLessThan(SLIDE.width);
      expect(Number(y)).toBeLessThan(SLIDE.height);
    }
    for (const child of tree.children) {
      if (typeof child === 'string' || child.tag !== 'text') continue;
      expect(Number(child.attrs.y)).toBeLessThan(SLIDE.height);
      expect(Number(child.attrs.y)).toBeGreaterThan(0);
    }
  });
});
