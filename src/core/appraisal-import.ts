/** Takes what an appraiser wrote into an exported workbook over as appraisals of the assessment here. */
import { AppError } from '../contract/errors.ts';
import type { AppraisalEntry, AppraisalProblem, AppraisalWorkbook } from '../contract/views/workbook.ts';
import type { Answer, AnswerRecord } from '../domain/assessment/answer.ts';
import { emptyAppraisal } from '../domain/assessment/appraisal.ts';
import { toFraction } from '../domain/exact/exact.ts';
import type { ResultFile } from '../domain/result-file/schema.ts';
import { canonicalJson } from '../domain/text/canonical-json.ts';
import { foldText } from '../domain/text/normalize.ts';
import { answerForFigures, answerForPoints, textOf, type Judged } from './appraisal-answer.ts';
import { findAssessment } from './assessments.ts';
import { authorOf } from './beside.ts';
import type { Handlers } from './dispatch.ts';
import type { Library, ReadyQuestionnaire } from './library.ts';
import { readyFor } from './library-context.ts';
import { scoreAppraised } from './rollups.ts';
import type { AssessmentRow, Ports } from './ports.ts';
import type { AppraiserEntries, AppraiserEntry, EnteredCell } from './ports/workbooks.ts';
import type { Uploads } from './uploads.ts';

const MOST_COMMENT = 5000;
const UNANSWERED: Answer = { state: 'unanswered' };

/** Reading back and taking over. Uploads are those of opening files. */
export function appraisalImportHandlers(
  ports: Ports,
  library: Library,
  uploads: Pick<Uploads, 'whole'>,
): Pick<Handlers, 'appraisals.preview' | 'appraisals.take'> {
  const { storage } = ports;

  /** @throws AppError appraisal.no-workbook, appraisal.other-assessment */
  async function read(assessmentId: string, upload: string): Promise<AppraisalWorkbook> {
    const row = findAssessment(ports, assessmentId);
    const recognised = await ports.files.recognise(uploads.whole(upload));
    if (recognised.kind !== 'result' || recognised.source !== 'workbook' || !recognised.sheets)
      throw new AppError('appraisal.no-workbook');
    const { file, sheets, entries } = recognised;
    if (!isOfAssessment(row, file)) throw new AppError('appraisal.other-assessment', { name: file.organisation.name });
    return { verdict: sheets, entries: entries ? judgeAll(row, file, entries) : [] };
  }

  function isOfAssessment(
    row: AssessmentRow,
    { assessment, organisation, questionnaire, period }: ResultFile,
  ): boolean {
    const { id, version, hash } = questionnaire;
    if (id !== row.questionnaireId || version !== row.questionnaireVersion) return false;
    if (library.getStored(id, version).hash !== hash || canonicalJson(period) !== canonicalJson(row.period))
      return false;
    if (assessment.id === row.id) return true;
    const own = storage.organisations.find(row.organisationId);
    return (
      own !== null &&
      own.kind === organisation.kind &&
      (own.id === organisation.id ||
        (own.code !== '' && own.code === organisation.code) ||
        foldText(own.name) === foldText(organisation.name))
    );
  }

  function judgeAll(row: AssessmentRow, file: ResultFile, { sheet, entries }: AppraiserEntries): AppraisalEntry[] {
    const ready = readyFor(ports, library, row);
    const records = storage.answers.list(row.id);
    const order = [...ready.items.keys()];
    const answers = new Map(file.records.map(({ itemId, answer }) => [itemId, canonicalJson(answer)]));
    return entries
      .map((entry) => judge(row, { ...ready, records, sheet }, entry, answers.get(entry.itemId)))
      .sort((a, b) => order.indexOf(a.itemId) - order.indexOf(b.itemId));
  }

  function judge(
    row: AssessmentRow,
    { records, sheet, ...ready }: ReadyQuestionnaire & { records: readonly AnswerRecord[]; sheet: string },
    entry: AppraiserEntry,
    answeredInFile: string | undefined,
  ): AppraisalEntry {
    const { itemId } = entry;
    const node = ready.prepared.items.get(itemId);
    const stored = storage.appraisals.find(row.id, itemId) ?? { ...emptyAppraisal(itemId), seq: 0 };
    const first = entry.points ?? entry.figures.find((cell) => cell) ?? entry.comment;
    const problem = (code: AppraisalProblem, at: EnteredCell | null = first): AppraisalEntry['problem'] => ({
      code,
      sheet,
      cell: at?.cell ?? '',
      text: at ? textOf(at) : '',
    });
    const comment = entry.comment ? textOf(entry.comment) : stored.reason;
    const base = { itemId, code: node?.item.code ?? itemId, comment, self: null, appraised: null, answer: null };
    if (!node) return { ...base, isNew: false, problem: problem('item-unknown') };

    const own: Answer = records.find((record) => record.itemId === itemId)?.answer ?? UNANSWERED;
    const pointsOf = (answer: Answer) =>
      scoreAppraised(ready.prepared, records, [{ ...stored, answer }]).byId.get(itemId)?.value ?? null;
    const self = pointsOf(own);
    const view = { ...base, self: self && toFraction(self) };
    const formula = [entry.points, entry.comment, ...entry.figures].find((cell) => cell?.formula);
    if (formula) return { ...view, isNew: true, problem: problem('formula', formula) };
    if ((answeredInFile ?? canonicalJson(UNANSWERED)) !== canonicalJson(own))
      return { ...view, isNew: true, problem: problem('self-differs') };
    if (comment.length > MOST_COMMENT) return { ...view, isNew: true, problem: problem('comment-long', entry.comment) };

    const judging = {
      node,
      decimals: ready.questionnaire.scoring.decimals,
      known: [...(stored.answer ? [stored.answer] : []), own],
      comment,
      pointsOf,
    };
    const judged: Judged = entry.figures.some((cell) => cell)
      ? answerForFigures(judging, entry)
      : entry.points
        ? answerForPoints(judging, entry.points)
        : { answer: stored.answer };
    if ('problem' in judged) return { ...view, isNew: true, problem: problem(judged.problem, judged.at) };
    const { answer } = judged;
    const appraised = answer && pointsOf(answer);
    return {
      ...view,
      appraised: appraised && toFraction(appraised),
      answer,
      isNew: comment !== stored.reason || canonicalJson(answer) !== canonicalJson(stored.answer),
      problem: null,
    };
  }

  return {
    'appraisals.preview': ({ assessmentId, upload }) => read(assessmentId, upload),
    'appraisals.take': async ({ assessmentId, upload, items }) => {
      const { entries } = await read(assessmentId, upload);
      const wanted = new Set(items);
      const taken = entries.filter(({ itemId, problem, isNew }) => wanted.has(itemId) && !problem && isNew);
      const at = ports.now();
      storage.transaction(() => {
        for (const { itemId, answer, comment } of taken) {
          const stored = storage.appraisals.find(assessmentId, itemId);
          storage.appraisals.save(assessmentId, {
            itemId,
            answer,
            reason: comment,
            evidence: stored?.evidence ?? 'offered',
            seq: (stored?.seq ?? 0) + 1,
            ...authorOf(ports),
            at,
          });
        }
      });
      if (taken.length > 0) ports.emit({ type: 'assessment.changed', id: assessmentId });
      return { items: taken.map(({ itemId }) => itemId) };
    },
  };
}
