/** Blank forms of questionnaires and progress reports of plans as files. */
import { AppError } from '../contract/errors.ts';
import type { ExportTicket } from '../contract/views.ts';
import { blankFileName, exportFileName } from '../domain/assessment/file-name.ts';
import { buildProgressReport } from '../domain/plan/progress-report.ts';
import { buildBlank } from '../domain/report/handout/blank.ts';
import { dayOf } from '../domain/text/dates.ts';
import type { Handlers } from './dispatch.ts';
import type { Library } from './library.ts';
import type { Outbox } from './outbox.ts';
import { openPlan, todayOf } from './plan.ts';
import type { Ports } from './ports.ts';
import { readDetails } from './report-input.ts';

export function handoutHandlers(
  ports: Ports,
  library: Library,
  outbox: Outbox,
): Pick<Handlers, 'questionnaires.blank' | 'progress.export'> {
  function put(fileName: string, bytes: Uint8Array): ExportTicket {
    const ticket = ports.newId();
    outbox.put({ ticket, fileName, bytes });
    return { ticket, fileName, bytes: bytes.length };
  }

  return {
    'questionnaires.blank': async ({ id, version, language }) => {
      const { questionnaire, hash } = await library.get(id, version);
      const form = buildBlank({ questionnaire, hash, language, today: todayOf(ports) });
      return put(blankFileName(id, version), await ports.documents.renderBlank(form));
    },

    'progress.export': async ({ assessmentId, period, format, language }) => {
      const { row, loaded, plan, records, today } = openPlan(ports, library, assessmentId);
      const organisation = ports.storage.organisations.find(row.organisationId);
      const kind = ports.reference.kinds.find((candidate) => candidate.id === organisation?.kind);
      if (!organisation || !kind) throw new AppError('organisation.unknown');
      // The layout is that of state documents.
      if (kind.family !== 'agency')
        throw new AppError('input.invalid', {}, [
          { path: ['assessmentId'], code: 'not-supported', params: { name: kind.name[language] } },
        ]);
      const report = buildProgressReport({
        plan,
        records,
        period,
        questionnaire: loaded.questionnaire,
        organisation,
        provinceName: ports.reference.provinces.find(({ code }) => code === organisation.province)?.name ?? '',
        details: readDetails(ports, row),
        sample: row.sample,
        language,
        programVersion: ports.about.version,
        today: dayOf(ports.now(), ports.about.utcOffset),
        todayIso: today,
      });
      const bytes = await ports.documents.renderProgress(format, report);
      return put(exportFileName(organisation.name, `tien-do-${row.questionnaireId}`, period, format), bytes);
    },
  };
}
