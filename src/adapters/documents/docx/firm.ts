/** The result of a firm as a plain Word document, for those who want to go on writing in it. */
import { HeadingLevel, type ISectionOptions, type Paragraph } from 'docx';
import type { ReportModel } from '../../../domain/report/model.ts';
import { paragraph, section } from './parts.ts';
import { formTable, pillarTable, stepsTable } from './tables.ts';

const heading = (text: string): Paragraph =>
  paragraph(text, { bold: true, size: 14, before: 10, after: 4, keepNext: true, heading: HeadingLevel.HEADING_1 });
const text = (value: string, look: object = {}): Paragraph => paragraph(value, { size: 13, after: 4, ...look });
const filled = (...texts: readonly string[]): string[] => texts.filter((value) => value !== '');

export function firmSections(model: ReportModel): ISectionOptions[] {
  const { labels, result, steps, source, marks } = model;
  return [
    section('portrait', marks, [
      paragraph(model.organisation, { bold: true, size: 17, heading: HeadingLevel.TITLE }),
      text(model.about),
      text(model.questionnaire),
      paragraph(result.headline, { bold: true, size: 20, before: 12 }),
      text(result.value, { bold: true }),
      ...filled(result.meaning, result.provisional, result.compared, result.target).map((line) => text(line)),
      heading(labels['enterprise.compare']),
      pillarTable(model),
      heading(labels['enterprise.steps']),
      text(steps.statement),
      ...steps.first.flatMap((card, index) => [
        text(`${index + 1}. ${card.title}`, { bold: true, keepNext: true }),
        text(card.about, { italics: true, keepNext: true }),
        text(card.text),
      ]),
      heading(labels.source),
      ...filled(`${source.basis}.`, source.notice, source.rule, source.made).map((line) => text(line)),
    ]),
    section('landscape', marks, [
      heading(labels['enterprise.detail']),
      formTable(model),
      ...model.evidence.map((line) => text(`${line.code}: ${line.citation}`, { size: 11, before: 2 })),
      ...(steps.lines.length === 0 ? [] : [heading(labels['enterprise.allSteps']), stepsTable(model)]),
    ]),
  ];
}
