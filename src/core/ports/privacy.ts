import type { Erasure, PersonEntry, PersonName } from '../../contract/views/privacy.ts';

/** Where people are named in the database. */
export interface PersonStorage {
  /** Names in fields for people, the most frequent first. */
  names(): PersonName[];
  /** Every place that names the person, fields first; the texts are whole. */
  find(name: string): PersonEntry[];
  /** Empties the fields that name the person, and lets go of copies of opened files. @returns fields that were emptied */
  erase(name: string): number;
  /** Overwrites on disk what is no longer part of the data. Outside a transaction. */
  scrub(): void;
  /** Newest first. */
  erasures(): Erasure[];
  note(erasure: Erasure): void;
}
