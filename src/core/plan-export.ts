import { AppError } from '../contract/errors.ts';
import { exportFileName } from '../domain/assessment/file-name.ts';
import type { Organisation } from '../domain/assessment/organisation.ts';
import { buildPlanDocument } from '../domain/plan/annex.ts';
import type { PlanDocument } from '../domain/plan/document.ts';
import { planFacts } from '../domain/plan/facts.ts';
import type { SelectionTemplate } from '../domain/plan/template.ts';
import type { Language } from '../domain/text/localized.ts';
import type { Handlers } from './dispatch.ts';
import type { Library } from './library.ts';
import type { Outbox } from './outbox.ts';
import { openPlan, type OpenPlan } from './plan.ts';
import type { Ports } from './ports.ts';

/** The plan of an assessment as a document of its own. @throws AppError organisation.unknown */
export function planAnnex(
  ports: Ports,
  opened: OpenPlan,
  language: Language,
  selection: SelectionTemplate | null,
): { readonly document: PlanDocument; readonly organisation: Organisation } {
  const { row, loaded, plan, records, today } = opened;
  const organisation = ports.storage.organisations.find(row.organisationId);
  const kind = ports.reference.kinds.find((candidate) => candidate.id === organisation?.kind);
  if (!organisation || !kind) throw new AppError('organisation.unknown');
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
    selection,
  });
  return { document, organisation };
}

/** The plan as an annex, for the workbook and for paper from the same model. */
export function planExportHandlers(ports: Ports, library: Library, outbox: Outbox): Pick<Handlers, 'plans.export'> {
  return {
    'plans.export': async ({ assessmentId, format, language }) => {
      const opened = openPlan(ports, library, assessmentId);
      const { row } = opened;
      const { templates } = await ports.plans.load();
      const { document, organisation } = planAnnex(
        ports,
        opened,
        language,
        templates.find((template) => template.kind === 'selection') ?? null,
      );
      const bytes = await ports.documents.renderPlan(format, document);
      const fileName = exportFileName(organisation.name, `ke-hoach-${row.questionnaireId}`, row.period, format);
      const ticket = ports.newId();
      outbox.put({ ticket, fileName, bytes });
      return { ticket, fileName, bytes: bytes.length };
    },
  };
}
