import { AppError } from '../contract/errors.ts';
import { isAppraised } from '../domain/assessment/appraisal.ts';
import { exportFileName } from '../domain/assessment/file-name.ts';
import { buildReport } from '../domain/report/build.ts';
import { buildResultFile } from '../domain/report/result-file.ts';
import { toBase64 } from '../domain/text/base64.ts';
import type { Language } from '../domain/text/localized.ts';
import { findAssessment } from './assessments.ts';
import type { Handlers } from './dispatch.ts';
import type { Library } from './library.ts';
import type { Outbox } from './outbox.ts';
import type { AssessmentRow, OutgoingFile, Ports } from './ports.ts';
import { keepDetails } from './report-details.ts';
import { targetsOf } from './rollups.ts';
import type { ReportDocument } from './report-document.ts';
import { readReportInput } from './report-input.ts';
import { readSettings } from './settings.ts';

/** The same document for workbook and PDF, so their figures cannot differ. */
export function documentOf(ports: Ports, library: Library, row: AssessmentRow, language: Language): ReportDocument {
  const now = ports.now();
  const { questionnaire, hash } = library.getStored(row.questionnaireId, row.questionnaireVersion);
  const input = readReportInput(ports, library, row, language, now);
  const { organisation, records, evidence, score, appraised = null } = input;
  const model = buildReport(input);
  const machine = buildResultFile({
    program: ports.about.version,
    exportedAt: now,
    questionnaire,
    hash,
    assessment: { id: row.id, state: row.state, sample: row.sample },
    organisation,
    period: row.period,
    records,
    evidence,
    score,
    appraised: appraised && {
      appraisals: ports.storage.appraisals.list(row.id).filter(isAppraised),
      score: appraised.score,
    },
    targets: targetsOf(ports, row),
  });
  return { model, machine };
}

export function reportHandlers(
  ports: Ports,
  library: Library,
  outbox: Outbox,
): Pick<Handlers, 'reports.export' | 'files.open' | 'files.deliver'> {
  function waiting(ticket: string): OutgoingFile {
    const file = outbox.get(ticket);
    if (!file) throw new AppError('ticket.unknown');
    return file;
  }

  return {
    'reports.export': async ({ assessmentId, format, language }) => {
      const row = findAssessment(ports, assessmentId);
      keepDetails(ports, row, ports.now());
      const document = documentOf(ports, library, row, language);
      const bytes = await ports.documents.render(format, document);
      const fileName = exportFileName(document.machine.organisation.name, row.questionnaireId, row.period, format);
      const ticket = ports.newId();
      outbox.put({ ticket, fileName, bytes });
      return { ticket, fileName, bytes: bytes.length };
    },
    'files.open': ({ ticket }) => {
      const { fileName, bytes } = waiting(ticket);
      return { fileName, base64: toBase64(bytes) };
    },
    'files.deliver': ({ ticket }) => ports.deliver(waiting(ticket), readSettings(ports.storage).language),
  };
}
