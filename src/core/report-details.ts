import { AppError } from '../contract/errors.ts';
import type { PassageView, PrintedDetails } from '../contract/views/report-details.ts';
import { buildDrafts, frameInput } from '../domain/report/build.ts';
import { checkDetails, hasDetails, rememberedDetails, type ReportDetails } from '../domain/report/details.ts';
import { agencyFrame, firmClosing } from '../domain/report/frame.ts';
import type { ReportInput } from '../domain/report/input.ts';
import { PASSAGES } from '../domain/report/passages.ts';
import { canonicalJson } from '../domain/text/canonical-json.ts';
import { findAssessment, summariseAssessment } from './assessments.ts';
import type { Handlers } from './dispatch.ts';
import type { Library } from './library.ts';
import type { AssessmentRow, Ports } from './ports.ts';
import { readReportInput } from './report-input.ts';

const same = (a: unknown, b: unknown): boolean => canonicalJson(a) === canonicalJson(b);

function printed(input: ReportInput): PrintedDetails {
  const frame = frameInput(input);
  const agency = input.kind.family === 'agency';
  return { agency: agency ? agencyFrame(frame) : null, firm: agency ? null : firmClosing(frame) };
}

/**
 * A locked result that is printed keeps the details that it was printed with, also when the organisation's later
 * reports are signed by someone else.
 */
export function keepDetails(ports: Pick<Ports, 'storage'>, row: AssessmentRow, at: string): void {
  const { storage } = ports;
  if (row.state !== 'finished' || storage.reports.details(row.id)) return;
  const details = storage.reports.remembered(row.organisationId);
  if (details && hasDetails(details))
    storage.transaction(() => storage.reports.saveDetails(row.id, { seq: 1, details, savedAt: at }));
}

/** Details and own texts may be changed at any time: locking a result locks answers, not the letter around them. */
export function reportDetailsHandlers(
  ports: Ports,
  library: Library,
): Pick<Handlers, 'details.open' | 'details.save' | 'passages.save'> {
  const { storage } = ports;

  function passageViews(row: AssessmentRow, input: ReportInput): PassageView[] {
    if (input.kind.family !== 'agency') return [];
    const drafts = buildDrafts(input);
    const stored = new Map(storage.reports.passages(row.id, input.language).map((entry) => [entry.passage, entry]));
    return PASSAGES.map((id) => {
      const own = stored.get(id);
      const text = own?.text ?? null;
      return {
        id,
        draft: drafts[id],
        text,
        seq: own?.seq ?? 0,
        outdated: text !== null && own?.draft !== drafts[id],
      };
    });
  }

  /** What another report of the organisation said last, where this one says something else. */
  function otherDetails(row: AssessmentRow, details: ReportDetails): ReportDetails | null {
    const remembered = storage.reports.remembered(row.organisationId);
    if (!remembered || same(remembered, rememberedDetails(details))) return null;
    return remembered;
  }

  return {
    'details.open': ({ assessmentId, language }) => {
      const row = findAssessment(ports, assessmentId);
      const input = readReportInput(ports, library, row, language, ports.now());
      const own = storage.reports.details(row.id);
      return {
        assessment: summariseAssessment(ports, library, row),
        family: input.kind.family,
        details: input.details,
        seq: own?.seq ?? 0,
        savedAt: own?.savedAt ?? null,
        remembered: otherDetails(row, input.details),
        printed: printed(input),
        passages: passageViews(row, input),
      };
    },

    'details.save': ({ assessmentId, seq, language, details }) => {
      const row = findAssessment(ports, assessmentId);
      const problems = checkDetails(details);
      if (problems.length > 0) throw new AppError('input.invalid', { method: 'details.save' }, problems);
      const stored = storage.reports.details(row.id);
      const at = ports.now();
      const repeated = stored?.seq === seq && same(stored.details, details);
      if (!stored || !(repeated || stored.seq > seq)) {
        // The same number with other content comes from a second window: it is stored above the first one.
        const next = stored?.seq === seq ? seq + 1 : seq;
        storage.transaction(() => {
          storage.reports.saveDetails(row.id, { seq: next, details, savedAt: at });
          storage.reports.remember(row.organisationId, rememberedDetails(details), at);
        });
        ports.emit({ type: 'assessment.changed', id: row.id });
      }
      const kept = storage.reports.details(row.id);
      const input = readReportInput(ports, library, row, language, at);
      return { seq: kept?.seq ?? seq, savedAt: kept?.savedAt ?? at, printed: printed(input) };
    },

    'passages.save': ({ assessmentId, language, passage, seq, text, seen }) => {
      const row = findAssessment(ports, assessmentId);
      const at = ports.now();
      const draft = buildDrafts(readReportInput(ports, library, row, language, at))[passage];
      // A text that says what the draft says is the draft, and goes on following the result.
      const own = text === draft ? null : text;
      const stored = storage.reports.passages(row.id, language).find((entry) => entry.passage === passage);
      if (stored && (stored.seq > seq || (stored.seq === seq && stored.text === own)))
        return { seq: stored.seq, savedAt: stored.savedAt };
      const next = stored?.seq === seq ? seq + 1 : seq;
      const base = stored && stored.text !== null && !seen ? stored.draft : draft;
      storage.transaction(() =>
        storage.reports.savePassage(row.id, {
          passage,
          language,
          seq: next,
          text: own,
          draft: own === null ? '' : base,
          savedAt: at,
        }),
      );
      ports.emit({ type: 'assessment.changed', id: row.id });
      return { seq: next, savedAt: at };
    },
  };
}
