import { first } from './001-first.ts';

/** One step of the schema. Released steps are never edited; a new need is a new step. */
export interface Migration {
  readonly name: string;
  readonly sql: string;
}

/** In order; the schema version of a database is the number of steps it has taken. */
export const MIGRATIONS: readonly Migration[] = [first];
