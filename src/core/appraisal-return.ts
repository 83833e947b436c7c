/** Appraisals on their way back to the unit: made where the appraiser works, taken in where the unit does. */
import { AppError } from '../contract/errors.ts';
import type { ForeignAppraisal, ReturnView } from '../contract/views/files.ts';
import { isAppraised } from '../domain/assessment/appraisal.ts';
import { exportFileName } from '../domain/assessment/file-name.ts';
import { APPRAISAL_FORMAT, appraisalReturnSchema, type AppraisalReturn } from '../domain/package/appraisal-return.ts';
import type { MachineCode } from '../domain/package/machine-code.ts';
import { MAIN_ENTRY } from '../domain/package/manifest.ts';
import type { Problem } from '../domain/problem.ts';
import { shortHash } from '../domain/result-file/identity.ts';
import { canonicalJson } from '../domain/text/canonical-json.ts';
import { findAssessment } from './assessments.ts';
import { authorOf } from './beside.ts';
import type { Handlers } from './dispatch.ts';
import type { Library, LoadedQuestionnaire } from './library.ts';
import { machineView } from './machine-view.ts';
import { answerProblems, MAX_PROBLEMS, statedFigures } from './opening-describe.ts';
import type { Outbox } from './outbox.ts';
import type { Ports } from './ports.ts';
import { readReportInput } from './report-input.ts';
import { contentOf } from './result-content.ts';

const textOf = (content: AppraisalReturn): string => canonicalJson(content);

/** The content that the stored appraisal was made of names what left the unit; a copy taken over knows its revision. */
function hashOf(ports: Ports, content: AppraisalReturn): string {
  return ports.sha256(textOf(content));
}

export interface Appraisals {
  readonly describe: (content: AppraisalReturn, code: MachineCode | null) => Promise<ForeignAppraisal>;
  /** @returns the assessment's id. @throws AppError assessment.unknown, file.unreadable */
  readonly take: (content: AppraisalReturn) => string;
  readonly handlers: Pick<Handlers, 'appraisals.pack' | 'appraisals.returns'>;
}

export function createAppraisalReturns(ports: Ports, library: Library, outbox: Outbox): Appraisals {
  const { storage } = ports;

  async function questionnaireOf({ questionnaire: { id, version, hash } }: AppraisalReturn) {
    try {
      const loaded = storage.questionnaires.find(id, version)
        ? library.getStored(id, version)
        : await library.get(id, version);
      return loaded.hash === hash ? loaded : null;
    } catch (error) {
      if (error instanceof AppError && error.code.startsWith('questionnaire.')) return null;
      throw error;
    }
  }

  const problemsOf = (content: AppraisalReturn, loaded: Pick<LoadedQuestionnaire, 'items'>): Problem[] =>
    answerProblems({ records: [], evidence: [], targets: [], appraisals: content.appraisals }, loaded);

  function view(content: AppraisalReturn, loaded: LoadedQuestionnaire | null): Omit<ReturnView, 'takenAt'> {
    const { of, by, remark, at, questionnaire, appraisals, score, appraisedScore } = content;
    return {
      organisation: of.organisation,
      questionnaire: {
        id: questionnaire.id,
        version: questionnaire.version,
        title: loaded?.questionnaire.title ?? null,
      },
      by,
      remark,
      at,
      code: shortHash(of.contentHash),
      items: appraisals.length,
      self: statedFigures(score.total, loaded),
      appraised: statedFigures(appraisedScore.total, loaded),
    };
  }

  return {
    async describe(content, code) {
      const loaded = await questionnaireOf(content);
      const row = storage.assessments.find(content.of.assessmentId);
      const hash = hashOf(ports, content);
      const fits = row !== null && row.questionnaireHash === content.questionnaire.hash;
      return {
        kind: 'appraisal',
        ...view(content, loaded),
        machine: machineView(ports, hash, code, null),
        own: fits
          ? {
              assessmentId: row.id,
              state: row.state,
              taken: storage.submissions.returns(row.id).some((known) => known.hash === hash),
              latest: storage.submissions.list(row.id)[0]?.contentHash === content.of.contentHash,
            }
          : null,
        problems: fits && loaded ? problemsOf(content, loaded).slice(0, MAX_PROBLEMS) : [],
      };
    },

    take(content) {
      const row = findAssessment(ports, content.of.assessmentId);
      const loaded = library.getStored(row.questionnaireId, row.questionnaireVersion);
      if (loaded.hash !== content.questionnaire.hash) throw new AppError('assessment.unknown');
      const problems = problemsOf(content, loaded);
      if (problems.length > 0) throw new AppError('file.unreadable', { file: '' }, problems.slice(0, MAX_PROBLEMS));
      const hash = hashOf(ports, content);
      if (storage.submissions.returns(row.id).some((known) => known.hash === hash)) return row.id;
      const takenAt = ports.now();
      storage.transaction(() => {
        storage.submissions.addReturn(row.id, { hash, takenAt, content });
        for (const { itemId, answer, reason, evidence, person, at } of content.appraisals) {
          const seq = (storage.appraisals.find(row.id, itemId)?.seq ?? 0) + 1;
          storage.appraisals.save(row.id, { itemId, answer, reason, evidence, person, mode: 'appraiser', at, seq });
        }
      });
      ports.emit({ type: 'assessment.changed', id: row.id });
      return row.id;
    },

    handlers: {
      'appraisals.pack': async ({ assessmentId, by, remark }) => {
        const row = findAssessment(ports, assessmentId);
        const appraisals = storage.appraisals.list(row.id).filter(isAppraised);
        if (appraisals.length === 0) throw new AppError('appraisal.none');
        const at = ports.now();
        const { machine, hash } = contentOf(ports, row, readReportInput(ports, library, row, 'vi', at), null, at);
        if (!machine.appraisedScore || !machine.appraisals) throw new AppError('appraisal.none');
        // What the unit handed in is what this copy came from; where it began here, it is the present content.
        const came = storage.submissions.list(row.id).find((submission) => submission.came);
        const content = appraisalReturnSchema.parse({
          format: APPRAISAL_FORMAT,
          of: {
            assessmentId: row.id,
            revision: came?.revision ?? machine.revision,
            contentHash: came?.contentHash ?? hash,
            organisation: machine.organisation.name,
          },
          questionnaire: { id: row.questionnaireId, version: row.questionnaireVersion, hash: row.questionnaireHash },
          by: by === '' ? authorOf(ports).person : by,
          remark,
          at,
          appraisals: machine.appraisals,
          score: machine.score,
          appraisedScore: machine.appraisedScore,
        });
        const bytes = await ports.packages.write(
          {
            kind: 'appraisal',
            program: ports.about.version,
            entries: [{ name: MAIN_ENTRY.appraisal, text: textOf(content) }],
            code: ports.machine.vouch(hashOf(ports, content)),
          },
          null,
        );
        const plain = exportFileName(machine.organisation.name, row.questionnaireId, row.period, 'thuocso');
        const fileName = plain.replace(/\.thuocso$/, '_tham-dinh.thuocso');
        const ticket = ports.newId();
        outbox.put({ ticket, fileName, bytes });
        return { ticket, fileName, bytes: bytes.length };
      },

      'appraisals.returns': ({ assessmentId }) => {
        const row = findAssessment(ports, assessmentId);
        const loaded = library.getStored(row.questionnaireId, row.questionnaireVersion);
        return storage.submissions
          .returns(row.id)
          .map(({ content, takenAt }) => ({ ...view(content, loaded), takenAt }));
      },
    },
  };
}
