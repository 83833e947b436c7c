/** The report of an agency as a Word document, in the layout of Nghị định 30/2020/NĐ-CP. */
import { ImageRun, Paragraph, AlignmentType, HeadingLevel, type ISectionOptions, type Table } from 'docx';
import type { AgencyParts, Annex, Block, ReportModel } from '../../../domain/report/model.ts';
import type { Face, Measure } from '../measure.ts';
import type { Png } from '../png.ts';
import { centre, dotted, frame, mm, paragraph, PORTRAIT, rule, runs, section } from './parts.ts';
import { evidenceTable, formTable, pillarTable, planTable, stepsTable } from './tables.ts';

const INDENT = mm(10);
const LEFT = Math.round(PORTRAIT * 0.39);
const RIGHT = PORTRAIT - LEFT;
const points = (twips: number): number => twips / 20;
const face = (size: number, style: Face['style'] = 'normal'): Face => ({ family: 'Tinos', style, size });

/** Free lines between the position and the name. */
const SIGNATURE_SPACE = 62;

function head({ labels }: ReportModel, parts: AgencyParts, measure: Measure): Table {
  const room = points(LEFT) - 4;
  const issuer = parts.issuer.flatMap((line) => measure.lines(line, room, face(13, 'bold')));
  const superior = parts.superior.flatMap((line) => measure.lines(line, room, face(13)));
  const widths = issuer.map((line) => measure.width(line, face(13, 'bold')));
  const last = widths.at(-1) ?? 0;
  // A third to a half of the line above.
  const under = Math.min(last / 2, Math.max(last / 3, Math.max(...widths) * 0.42));
  const motto = labels['agency.motto'];
  return frame(
    [LEFT, RIGHT],
    [
      [
        [
          ...superior.map((line) => centre(line, { size: 13 })),
          ...issuer.map((line) => centre(line, { size: 13, bold: true })),
          rule(under, points(LEFT), 3),
        ],
        [
          centre(labels['agency.republic'], { size: 13, bold: true }),
          centre(motto, { bold: true }),
          rule(measure.width(motto, face(14, 'bold')), points(RIGHT), 3),
        ],
      ],
      [[centre(parts.number, { size: 13, before: 7 })], [centre(parts.placeAndDate, { italics: true, before: 6 })]],
    ],
  );
}

function titles({ labels, title }: ReportModel, measure: Measure): Paragraph[] {
  const lines = measure.lines(title, points(PORTRAIT) - 20, face(14, 'bold'));
  const last = measure.width(lines.at(-1) ?? '', face(14, 'bold'));
  return [
    centre(labels['agency.report'], { bold: true, before: 14, heading: HeadingLevel.TITLE }),
    ...lines.map((line) => centre(line, { bold: true })),
    rule(last * 0.38, points(PORTRAIT), 3),
  ];
}

function addressees({ labels }: ReportModel, { addressees: names }: AgencyParts): Paragraph[] {
  const label = labels['agency.addressee'];
  const [only = labels['agency.addressee.blank'], ...more] = names;
  if (more.length === 0) return [centre(`${label} ${only}`, { before: 12, after: 12 })];
  return [
    paragraph(label, { first: mm(20), before: 12 }),
    ...names.map((name, index) => paragraph(name, { first: mm(40), after: index === names.length - 1 ? 12 : 0 })),
  ];
}

const text = (value: string, look: object = {}): Paragraph =>
  paragraph(value, { align: 'justify', first: INDENT, after: 6, leading: 1.08, ...look });

function block(model: ReportModel, one: Block, profile: Png): (Paragraph | Table)[] {
  switch (one.kind) {
    case 'heading':
      return [
        text(one.text, { bold: true, align: 'left', before: 4, keepNext: true, heading: HeadingLevel.HEADING_1 }),
      ];
    case 'subheading':
      return [text(one.text, { bold: true, align: 'left', keepNext: true, heading: HeadingLevel.HEADING_2 })];
    case 'paragraph':
    case 'point':
      return one.text.split('\n').map((line) => text(line));
    case 'open':
      return dotted(one.lines);
    case 'pillars':
      return [pillarTable(model), paragraph('', { size: 6 })];
    case 'profile': {
      const { title, summary } = model.charts.profile;
      const width = (points(PORTRAIT) * 96) / 72;
      return [
        new Paragraph({
          alignment: AlignmentType.CENTER,
          keepNext: true,
          children: [
            new ImageRun({
              type: 'png',
              data: profile.bytes,
              transformation: {
                width: Math.round(width),
                height: Math.round((width * profile.height) / profile.width),
              },
              altText: { id: '1', name: title, title, description: summary },
            }),
          ],
        }),
        centre(one.caption, { italics: true, size: 12, before: 3, after: 8 }),
      ];
    }
  }
}

function signature({ labels }: ReportModel, parts: AgencyParts): Table {
  const left = Math.round(PORTRAIT * 0.45);
  return frame(
    [left, PORTRAIT - left],
    [
      [
        [
          paragraph(labels['agency.recipients'], { size: 12, bold: true, italics: true }),
          ...parts.copies.map((line) => paragraph(line, { size: 11 })),
        ],
        [
          ...parts.signing.map((line) => centre(line, { bold: true })),
          centre(parts.signer === '' ? ' ' : parts.signer, { bold: true, before: SIGNATURE_SPACE }),
        ],
      ],
    ],
  );
}

function annexHead(annex: Annex, parts: AgencyParts, below: string): Paragraph[] {
  return [
    centre(annex.ordinal, { bold: true, heading: HeadingLevel.HEADING_1 }),
    centre(annex.title, { bold: true }),
    ...(below === '' ? [] : [centre(below, { size: 13 })]),
    centre(parts.attached, { italics: true, size: 13, before: 2, after: 10 }),
  ];
}

function method({ source, labels, questionnaire }: ReportModel): Paragraph[] {
  const line = (value: string, look: object = {}): Paragraph =>
    text(value, { size: 13, after: 5, leading: 1.05, ...look });
  const title = (value: string): Paragraph => line(value, { bold: true, align: 'left', keepNext: true });
  return [
    title(questionnaire),
    line(`${source.basis}.`),
    line(source.notice),
    title(labels['source.rule']),
    line(source.rule),
    ...(source.documents.length === 0 ? [] : [title(labels['source.documents'])]),
    ...source.documents.map((document) => line(document)),
    ...(source.adapted.length === 0 ? [] : [title(labels['source.adapted'])]),
    ...source.adapted.map((entry) => line(entry)),
    line(source.made, { italics: true, before: 8 }),
  ];
}

/** The sections of the document: text and signature, then an annex each. */
export function agencySections(
  model: ReportModel,
  parts: AgencyParts,
  measure: Measure,
  profile: Png,
): ISectionOptions[] {
  const { annexes } = parts;
  const { marks, labels } = model;
  const note = (value: string): Paragraph =>
    new Paragraph({ children: runs(value, { size: 11, italics: true }), spacing: { before: 120 } });
  const foot = model.code === null ? '' : `${labels['result.code']}: ${model.code}`;
  const annex = (orientation: 'portrait' | 'landscape', children: ISectionOptions['children']): ISectionOptions =>
    section(orientation, marks, children, foot);
  const subject = `${model.questionnaire}, ${model.periodText.charAt(0).toLowerCase()}${model.periodText.slice(1)}`;
  return [
    section('portrait', marks, [
      head(model, parts, measure),
      ...titles(model, measure),
      ...addressees(model, parts),
      ...parts.bases.map((line) => text(line, { italics: true })),
      ...parts.body.flatMap((one) => block(model, one, profile)),
      signature(model, parts),
    ]),
    annex('landscape', [
      ...annexHead(annexes.form, parts, subject),
      formTable(model),
      note(labels['detail.note.paper']),
    ]),
    ...(annexes.evidence
      ? [annex('landscape', [...annexHead(annexes.evidence, parts, ''), evidenceTable(model)])]
      : []),
    ...(annexes.steps
      ? [
          annex('landscape', [
            ...annexHead(annexes.steps, parts, ''),
            paragraph(model.steps.statement, { size: 13, after: 6 }),
            stepsTable(model),
          ]),
        ]
      : []),
    ...(annexes.plan && parts.plan
      ? [
          annex('landscape', [
            ...annexHead(annexes.plan, parts, ''),
            ...parts.plan.statements.map((line) => paragraph(line, { size: 13, after: 4 })),
            planTable(parts.plan.table),
            ...parts.plan.table.notes.map(note),
          ]),
        ]
      : []),
    annex('portrait', [...annexHead(annexes.method, parts, ''), ...method(model)]),
  ];
}
