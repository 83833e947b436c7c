/** Address and end of an agency's document: Kính gửi, Nơi nhận, authority and signature (Nghị định 30/2020/NĐ-CP). */
import type { Content } from 'pdfmake/interfaces';
import type { Frame, ReportModel } from '../../../domain/report/model.ts';
import { fitted, type Face, type Measure } from '../measure.ts';
import { WIDTH } from './agency-page.ts';
import { bare, mm } from './common.ts';

const BOLD: Face = { family: 'Tinos', style: 'bold', size: 14 };
const SMALL: Face = { family: 'Tinos', style: 'normal', size: 11 };
const PLAIN: Face = { family: 'Tinos', style: 'normal', size: 14 };
/** Free height between the position and the name, for signature and seal. */
const SIGNATURE = mm(30);
/** Lines of recipients that still stay on the page of the signature. */
const MOST_TOGETHER = 36;
/** The column of the recipients beside the signature. */
const RECIPIENTS = WIDTH * 0.45;

const centre = (text: string, more: object = {}): Content => ({ text, alignment: 'center', ...more });

/** One addressee on the line of "Kính gửi:", several below each other beside it, none as a dotted line. */
export function addressees(
  { labels }: Pick<ReportModel, 'labels'>,
  { addressees: names }: Frame,
  measure: Measure,
): Content[] {
  const label = labels['agency.addressee'];
  const margin: [number, number, number, number] = [0, 12, 0, 12];
  const [only = labels['agency.addressee.blank'], ...more] = names;
  if (more.length === 0 && measure.width(`${label} ${only}`, PLAIN) <= WIDTH)
    return [centre(`${label} ${only}`, { margin })];
  const left = mm(20) + measure.width(label, PLAIN);
  const room = WIDTH - left - 6;
  const widest = Math.max(...names.map((name) => Math.min(room, measure.width(name, PLAIN))));
  // The block as a whole stands in the middle, its lines begin under each other.
  const indent = Math.max(0, (WIDTH - left - 6 - widest) / 2 - mm(10));
  return [
    {
      margin,
      columns: [
        { width: left + indent, text: label, alignment: 'right' },
        { width: '*', stack: names.map((text) => ({ text: fitted(measure, text, WIDTH - left - indent - 6, PLAIN) })) },
      ],
      columnGap: 6,
    },
  ];
}

/** Is the block of the signature low enough to be kept together? What is higher than a page would never be placed. */
export function staysTogether(parts: Frame, measure: Measure): boolean {
  const count = parts.copies.flatMap((text) => measure.lines(text, RECIPIENTS - 8, SMALL)).length;
  return count <= MOST_TOGETHER;
}

/** Recipients at the left, authority and name at the right; the seal needs the free space between. */
export function signature({ labels }: Pick<ReportModel, 'labels'>, parts: Frame, measure: Measure): Content {
  const room = WIDTH - RECIPIENTS;
  const lines = (text: string): string[] => measure.lines(text, room - 8, BOLD);
  return {
    margin: [0, 8, 0, 0],
    layout: bare,
    table: {
      widths: [RECIPIENTS, room],
      heights: [mm(48)],
      body: [
        [
          {
            stack: [
              { text: labels['agency.recipients'], fontSize: 12, bold: true, italics: true },
              ...parts.copies.map((text) => ({ text: fitted(measure, text, RECIPIENTS - 8, SMALL), fontSize: 11 })),
            ],
          },
          {
            stack: [
              ...parts.signing.flatMap(lines).map((text) => centre(text, { bold: true })),
              ...(parts.signer === ''
                ? []
                : [
                    centre(fitted(measure, parts.signer, room - 8, BOLD), { bold: true, margin: [0, SIGNATURE, 0, 0] }),
                  ]),
            ],
          },
        ],
      ],
    },
  };
}
