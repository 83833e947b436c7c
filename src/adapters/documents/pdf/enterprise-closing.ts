/** The end of an enterprise's sheet: to whom it goes, and who stands for it. */
import type { Content } from 'pdfmake/interfaces';
import type { ReportModel } from '../../../domain/report/model.ts';
import { fitted, type Face, type Measure } from '../measure.ts';
import { bare, mm } from './common.ts';
import { ENTERPRISE_SIZE, WIDTH } from './enterprise-style.ts';

const LEFT = WIDTH * 0.5;
const RIGHT = WIDTH - LEFT;
const MOST_TOGETHER = 30;
/** Free height for signature and stamp. */
const SIGNATURE = mm(26);

const face = (style: Face['style']): Face => ({ family: 'BeVietnamPro', style, size: ENTERPRISE_SIZE });

/** Nothing where the firm filled in nothing. */
export function firmClosing({ firm, labels }: ReportModel, measure: Measure): Content[] {
  if (!firm) return [];
  const left = (text: string): Content => ({ text: fitted(measure, text, LEFT - 12, face('normal')) });
  const right = (text: string, style: 'bold' | 'italics', top = 0): Content => ({
    text: fitted(measure, text, RIGHT - 8, face(style)),
    alignment: 'center',
    [style]: true,
    margin: [0, top, 0, 0],
  });
  const lines = firm.addressees.flatMap((text) => measure.lines(text, LEFT - 12, face('normal'))).length;
  return [
    {
      // What is higher than a page would never be placed.
      unbreakable: lines <= MOST_TOGETHER,
      margin: [0, 18, 0, 0],
      layout: bare,
      table: {
        widths: [LEFT, RIGHT],
        body: [
          [
            {
              stack:
                firm.addressees.length === 0
                  ? [{ text: '' }]
                  : [
                      { text: labels['enterprise.addressees'], bold: true, margin: [0, 0, 0, 2] },
                      ...firm.addressees.map(left),
                    ],
            },
            {
              stack: [
                right(firm.placeAndDate, 'italics'),
                right(firm.position, 'bold', 3),
                right(firm.signer === '' ? ' ' : firm.signer, 'bold', SIGNATURE),
              ],
            },
          ],
        ],
      },
    },
  ];
}
