/** The page of an agency report under Nghị định 30/2020/NĐ-CP, annex I. */
import type { DynamicContent } from 'pdfmake/interfaces';
import type { ReportModel } from '../../../domain/report/model.ts';
import { mm, runningHead } from './common.ts';

/** Left, top, right, bottom. The decree allows 30-35, 20-25, 15-20 and 20-25 mm. */
export const MARGINS: [number, number, number, number] = [mm(30), mm(20), mm(15), mm(20)];

/** Width between the margins of a portrait page. */
export const WIDTH = mm(165);

/** Page number centred in the top margin, from the second page of a section. */
export function sectionHead(model: Pick<ReportModel, 'marks'>): DynamicContent {
  return runningHead(model.marks, { left: MARGINS[0], right: MARGINS[2], top: mm(9), numbered: true });
}
