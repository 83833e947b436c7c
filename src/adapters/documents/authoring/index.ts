/** Questionnaires as Excel workbooks: written for authors, read back with every finding at its cell. */
import { readWorkbook, type WorkbookQuestionnaire } from '../../../domain/authoring/read-workbook.ts';
import { writeRows } from '../../../domain/authoring/write-rows.ts';
import type { Problem } from '../../../domain/problem.ts';
import type { Questionnaire, Vector } from '../../../domain/questionnaire/types.ts';
import type { Language } from '../../../domain/text/localized.ts';
import { readCells } from './read-cells.ts';
import { WorkbookRefused } from './sanitise.ts';
import { writeBook } from './write-book.ts';

export type { WorkbookQuestionnaire } from '../../../domain/authoring/read-workbook.ts';

/** What a workbook gave: definition and vectors as in a questionnaire folder, or what is wrong with its cells. */
export type WorkbookReading = WorkbookQuestionnaire | { readonly problems: readonly Problem[] };

/**
 * Reads and checks the questionnaire of a workbook. What is returned has passed everything that a questionnaire folder
 * has to pass; problems have the place as their path, such as "Câu hỏi!C12 (Ký hiệu)".
 * @param name of the file, for problems with the file as a whole
 */
export async function readQuestionnaireWorkbook(bytes: Uint8Array, name = 'xlsx'): Promise<WorkbookReading> {
  try {
    const read = readWorkbook(await readCells(bytes));
    return read.ok ? read.value : { problems: read.problems };
  } catch (error) {
    if (!(error instanceof WorkbookRefused)) throw error;
    const problem: Problem =
      error.reason === 'too-large'
        ? { path: [name], code: 'workbook-too-large', params: { limit: error.limit } }
        : { path: [name], code: 'workbook-unreadable', params: {} };
    return { problems: [problem] };
  }
}

/** A questionnaire as a workbook that `readQuestionnaireWorkbook` turns back into the same definition and vectors. */
export async function writeQuestionnaireWorkbook(
  questionnaire: Questionnaire,
  vectors: readonly Vector[],
  language: Language,
): Promise<Uint8Array> {
  return writeBook(writeRows(questionnaire, vectors, language), language, { title: questionnaire.title[language] });
}
