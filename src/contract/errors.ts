import type { Problem } from '../domain/problem.ts';

/**
 * The closed list of error codes that can leave the application. Each has a sentence in both languages
 * (`error.<code>`), and its class decides the exit code of the command line.
 */
export const ERROR_CLASSES = {
  'input.invalid': 'input',
  'input.too-large': 'input',
  'method.unknown': 'input',
  'client.outdated': 'input',
  'answer.invalid': 'input',
  'file.unreadable': 'input',
  'file.refused': 'input',
  'file.too-large': 'input',
  'questionnaire.invalid': 'input',
  'questionnaire.unknown': 'missing',
  'organisation.unknown': 'missing',
  'assessment.unknown': 'missing',
  'item.unknown': 'missing',
  'evidence.unknown': 'missing',
  'ticket.unknown': 'missing',
  'appraisal.none': 'missing',
  'upload.unknown': 'missing',
  'collection.unknown': 'missing',
  'result.unknown': 'missing',
  'unit.unknown': 'missing',
  'run.unknown': 'missing',
  'file.not-found': 'missing',
  'assessment.finished': 'conflict',
  'assessment.incomplete': 'conflict',
  'assessment.exists': 'conflict',
  'assessment.other-questionnaire': 'conflict',
  'appraisal.other-assessment': 'conflict',
  'appraisal.no-workbook': 'input',
  'file.exists': 'conflict',
  'file.taken': 'conflict',
  'file.differs': 'storage',
  'class.running': 'conflict',
  'class.occupied': 'conflict',
  'class.none': 'missing',
  'questionnaire.changed': 'conflict',
  'questionnaire.differs': 'conflict',
  'questionnaire.in-use': 'conflict',
  'questionnaire.shipped': 'conflict',
  forbidden: 'conflict',
  'backup.unknown': 'missing',
  'backup.damaged': 'input',
  'backup.newer': 'conflict',
  'backup.unavailable': 'conflict',
  'recovery.none': 'conflict',
  'recovery.unreadable': 'storage',
  'recovery.unfit': 'conflict',
  'storage.place': 'storage',
  'storage.locked': 'storage',
  'storage.read-only': 'storage',
  'storage.full': 'storage',
  'storage.corrupt': 'storage',
  'storage.newer': 'storage',
  'storage.failed': 'storage',
  'storage.files-full': 'storage',
  'file.not-writable': 'storage',
  'file.in-use': 'storage',
  'file.no-space': 'storage',
  'document.failed': 'internal',
  internal: 'internal',
} as const satisfies Record<string, ErrorClass>;

export type ErrorClass = 'input' | 'missing' | 'conflict' | 'storage' | 'internal';
export type ErrorCode = keyof typeof ERROR_CLASSES;
export const ERROR_CODES = Object.keys(ERROR_CLASSES) as ErrorCode[];

export type ErrorParams = Readonly<Record<string, string | number>>;

/** An error as it crosses a transport: code, figures for the sentence, problems by field, reference into the log. */
export interface WireError {
  readonly code: ErrorCode;
  readonly params: ErrorParams;
  readonly problems: readonly Problem[];
  /** Names the log entry of an unexpected error; empty otherwise. */
  readonly ref: string;
}

/** An expected failure: the person can do something about it, or at least be told exactly what happened. */
export class AppError extends Error {
  override readonly name = 'AppError';
  readonly code: ErrorCode;
  readonly params: ErrorParams;
  readonly problems: readonly Problem[];

  constructor(code: ErrorCode, params: ErrorParams = {}, problems: readonly Problem[] = [], options?: ErrorOptions) {
    super(`${code} ${JSON.stringify(params)}`, options);
    this.code = code;
    this.params = params;
    this.problems = problems;
  }
}
