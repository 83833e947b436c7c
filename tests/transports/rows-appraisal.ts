/** A workbook that an appraiser has filled in, as rows for every transport. */
import { AGENCY, make, shipped } from '../domain/report/support.ts';
import { installedFonts } from '../../src/adapters/documents/fonts.ts';
import { createRender } from '../../src/adapters/documents/render.ts';
import { machineElements } from '../../src/adapters/documents/machine-part.ts';
import { readCells } from '../../src/adapters/documents/xlsx/digests.ts';
import type { Period } from '../../src/domain/assessment/period.ts';
import { editCells } from '../adapters/documents/edit-cells.ts';
import type { MakeRow, Row } from './rows.ts';

const UPLOAD = '7d444840-9dc0-41d1-b245-000000000090';
const OTHER = '7d444840-9dc0-41d1-b245-000000000091';

const ITEM = 'inclusion';

/** The workbook of a unit with nothing answered, one remark in it. */
async function workbook(
  organisation: { readonly name: string; readonly code: string },
  period: Period,
): Promise<string> {
  const { questionnaire, hash } = await shipped('gov-maturity-5');
  const unit = { kind: 'commune', province: '', address: '', contact: '', ...organisation };
  const { model, machine } = make(
    { questionnaire, hash },
    { organisation: unit, period, sample: false, records: [], evidence: [] },
    { kind: AGENCY },
  );
  const bytes = await createRender(installedFonts()).report('xlsx', model, machine);
  const elements = machineElements(bytes);
  const cells = elements && readCells(elements);
  const first = cells?.inputs.find(({ itemId }) => itemId === ITEM);
  if (!cells || !first) throw new Error('no cells');
  return Buffer.from(await editCells(bytes, cells.appraisal, { [first.comment]: 'Đã xem' })).toString('base64');
}

export async function appraisalRows(
  row: MakeRow,
  assessmentId: string,
  organisation: { readonly name: string; readonly code: string },
  period: Period,
): Promise<Row[]> {
  const base64 = await workbook(organisation, period);
  const named = { assessmentId, upload: UPLOAD };
  return [
    row('the workbook back from the appraiser', 'opening.upload', { upload: UPLOAD, at: 0, base64 }),
    row('what the appraiser wrote', 'appraisals.preview', named),
    row('the entries taken over', 'appraisals.take', { ...named, items: [ITEM] }),
    row('the entries taken over again', 'appraisals.take', { ...named, items: [ITEM] }),
  ];
}

export function hostileAppraisals(row: MakeRow, assessmentId: string): Row[] {
  return [
    row('a workbook that never came', 'appraisals.preview', { assessmentId, upload: OTHER }, 'upload.unknown'),
    row('entries of nothing', 'appraisals.take', { assessmentId, upload: OTHER, items: [] }, 'upload.unknown'),
  ];
}
