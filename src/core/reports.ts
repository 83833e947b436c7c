import { AppError } from '../contract/errors.ts';
import { answersOf } from '../domain/assessment/answer.ts';
import { exportFileName } from '../domain/assessment/file-name.ts';
import { buildReport } from '../domain/report/build.ts';
import { buildResultFile } from '../domain/report/result-file.ts';
import { reportWords } from '../domain/report/words/index.ts';
import { nextSteps } from '../domain/scoring/next-steps.ts';
import { explainLevel } from '../domain/scoring/reasons.ts';
import { score } from '../domain/scoring/score.ts';
import { dayOf } from '../domain/text/dates.ts';
import type { Language } from '../domain/text/localized.ts';
import { createTranslator } from '../domain/wording/catalogue.ts';
import { en } from '../domain/wording/en.ts';
import { vi } from '../domain/wording/vi.ts';
import { findAssessment, previousRound } from './assessments.ts';
import type { Handlers } from './dispatch.ts';
import type { Library } from './library.ts';
import type { Outbox } from './outbox.ts';
import type { AssessmentRow, Ports } from './ports.ts';
import type { ReportDocument } from './report-document.ts';
import { readSettings } from './settings.ts';

/** Collects what a report says: the same document for workbook and PDF, so their figures cannot differ. */
function documentOf(ports: Ports, library: Library, row: AssessmentRow, language: Language): ReportDocument {
  const { storage, about, reference } = ports;
  const { questionnaire, prepared, hash } = library.getStored(row.questionnaireId, row.questionnaireVersion);
  const organisation = storage.organisations.find(row.organisationId);
  const kind = reference.kinds.find((candidate) => candidate.id === organisation?.kind);
  if (!organisation || !kind) throw new AppError('organisation.unknown');
  const records = storage.answers.list(row.id);
  const evidence = storage.evidence.list(row.id);
  const answers = answersOf(records);
  const scored = score(prepared, answers);
  const previous = previousRound(ports, row);
  const now = ports.now();
  const model = buildReport({
    prepared,
    score: scored,
    reasons: explainLevel(prepared, prepared.root, scored),
    nextSteps: nextSteps(prepared, answers, scored),
    hash,
    organisation,
    kind,
    provinceName: reference.provinces.find((province) => province.code === organisation.province)?.name ?? '',
    period: row.period,
    records,
    evidence,
    previous: previous && { period: previous.period, records: storage.answers.list(previous.id) },
    words: {
      shared: language === 'vi' ? createTranslator('vi', vi) : createTranslator('en', en),
      report: reportWords(language),
    },
    language,
    programVersion: about.version,
    today: dayOf(now, about.utcOffset),
    state: row.state,
    sample: row.sample,
  });
  const machine = buildResultFile({
    program: about.version,
    exportedAt: now,
    questionnaire,
    hash,
    assessment: { id: row.id, state: row.state, sample: row.sample },
    organisation,
    period: row.period,
    records,
    evidence,
    score: scored,
  });
  return { model, machine };
}

export function reportHandlers(
  ports: Ports,
  library: Library,
  outbox: Outbox,
): Pick<Handlers, 'reports.export' | 'files.deliver'> {
  return {
    'reports.export': async ({ assessmentId, format, language }) => {
      const row = findAssessment(ports, assessmentId);
      const document = documentOf(ports, library, row, language);
      const bytes = await ports.documents.render(format, document);
      const fileName = exportFileName(document.machine.organisation.name, row.questionnaireId, row.period, format);
      const ticket = ports.newId();
      outbox.put({ ticket, fileName, bytes });
      return { ticket, fileName, bytes: bytes.length };
    },
    'files.deliver': ({ ticket }) => {
      const file = outbox.get(ticket);
      if (!file) throw new AppError('ticket.unknown');
      return ports.deliver(file, readSettings(ports.storage).language);
    },
  };
}
