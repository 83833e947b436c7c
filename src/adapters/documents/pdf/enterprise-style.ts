/** Colours, sizes and small parts of the enterprise sheet. */
import type { Content } from 'pdfmake/interfaces';
import { mm } from './common.ts';

export const BLUE = '#12436D';
export const INK = '#1A1A1A';
export const SOFT = '#4A4A4A';
/** Left, top, right, bottom. */
export const MARGINS: [number, number, number, number] = [mm(18), mm(17), mm(18), mm(18)];
export const WIDTH = mm(174);
/** Size of running text in points. */
export const ENTERPRISE_SIZE = 10;

export const soft = (text: string, more: object = {}): Content => ({ text, color: SOFT, ...more });

export const heading = (text: string, top = 14, more: object = {}): Content => ({
  text,
  fontSize: 13,
  bold: true,
  color: BLUE,
  margin: [0, top, 0, 5],
  headlineLevel: 1,
  ...more,
});

export const subheading = (text: string, size = 10): Content => ({
  text,
  fontSize: size,
  bold: true,
  margin: [0, 8, 0, 3],
  headlineLevel: 2,
});

export const paragraph = (text: string, more: object = {}): Content => ({
  text,
  lineHeight: 1.15,
  margin: [0, 0, 0, 5],
  ...more,
});
