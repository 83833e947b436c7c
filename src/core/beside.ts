/** What stands beside the answers of an assessment, and who is at work. */
import type { AppraisalView, TargetView } from '../contract/views/appraisal.ts';
import type { AssessmentRow, Ports } from './ports.ts';
import type { Author } from './ports/appraisals.ts';
import { readSettings } from './settings.ts';

/** Who is at work, as the settings say. */
export function authorOf({ storage }: Pick<Ports, 'storage'>): Author {
  const { person, mode } = readSettings(storage);
  return { person, mode };
}

/** What stands beside the answers, for the screen. */
export function besideView(
  { storage }: Pick<Ports, 'storage'>,
  row: Pick<AssessmentRow, 'id'>,
): { readonly appraisals: AppraisalView[]; readonly targets: TargetView[] } {
  return {
    appraisals: storage.appraisals.list(row.id),
    targets: storage.appraisals.targets(row.id).map(({ itemId, seq, value }) => ({ itemId, seq, value })),
  };
}
