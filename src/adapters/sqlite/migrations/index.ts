import { first } from './001-first.ts';
import { answers } from './002-answers.ts';
import { plan } from './003-plan.ts';
import { reportDetails } from './004-report-details.ts';
import { library } from './005-library.ts';
import { files } from './006-files.ts';
import { submissions } from './007-files.ts';
import { collections } from './008-collections.ts';
import { answerSeal } from './009-answer-seal.ts';
import { assessmentKind } from './010-assessment-kind.ts';
import { erasure } from './011-erasure.ts';

/** One step of the schema. Released steps are never edited; a new need is a new step. */
export interface Migration {
  readonly name: string;
  readonly sql: string;
}

/** In order; the schema version of a database is the number of steps it has taken. */
export const MIGRATIONS: readonly Migration[] = [
  first,
  answers,
  plan,
  reportDetails,
  library,
  files,
  submissions,
  collections,
  answerSeal,
  assessmentKind,
  erasure,
];
