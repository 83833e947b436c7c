import { AppError } from '../contract/errors.ts';
import { exportFileName } from '../domain/assessment/file-name.ts';
import { buildPlanDocument } from '../domain/plan/annex.ts';
import { planFacts } from '../domain/plan/facts.ts';
import type { Handlers } from './dispatch.ts';
import type { Library } from './library.ts';
import type { Outbox } from './outbox.ts';
import { openPlan } from './plan.ts';
import type { Ports } from './ports.ts';

/** The plan as an annex, for the workbook and for paper from the same model. */
export function planExportHandlers(ports: Ports, library: Library, outbox: Outbox): Pick<Handlers, 'plans.export'> {
  return {
    'plans.export': async ({ assessmentId, format, language }) => {
      const opened = openPlan(ports, library, assessmentId);
      const { row, loaded, plan, records, today } = opened;
      const organisation = ports.storage.organisations.find(row.organisationId);
      const kind = ports.reference.kinds.find((candidate) => candidate.id === organisation?.kind);
      if (!organisation || !kind) throw new AppError('organisation.unknown');
      const { templates } = await ports.plans.load();
      const document = buildPlanDocument({
        facts: planFacts(opened),
        plan,
        records,
        questionnaire: loaded.questionnaire,
        organisation,
        family: kind.family,
        period: row.period,
        sample: row.sample,
        language,
        programVersion: ports.about.version,
        today,
        selection: templates.find((template) => template.kind === 'selection') ?? null,
      });
      const bytes = await ports.documents.renderPlan(format, document);
      const fileName = exportFileName(organisation.name, `ke-hoach-${row.questionnaireId}`, row.period, format);
      const ticket = ports.newId();
      outbox.put({ ticket, fileName, bytes });
      return { ticket, fileName, bytes: bytes.length };
    },
  };
}
