import { z } from 'zod';
import { line } from '../../domain/assessment/schema.ts';
import { command, gives, id, nothing, query } from '../method.ts';
import type { ExportTicket } from '../views.ts';
import type { Erased, PersonFound, PersonName, PrivacyView } from '../views/privacy.ts';

/** A name of two letters at least: a single one would be found everywhere. */
const name = line(300).refine((text) => text.trim().length >= 2);

/** Personal data: what is known of people, their copy, and its deletion. */
export const privacyMethods = {
  'persons.info': query(nothing, gives<PrivacyView>()),
  /** Names in fields for people, by how often they occur. */
  'persons.list': query(nothing, gives<PersonName[]>()),
  'persons.get': query(z.strictObject({ name }), gives<PersonFound>()),
  /** The copy for the person: everything that names them, as JSON. */
  'persons.export': command(z.strictObject({ name }), gives<ExportTicket>()),
  /** Empties the fields, overwrites what was there, and removes older backups once a new one is good. */
  'persons.erase': command(z.strictObject({ id, name }), gives<Erased>()),
} as const;
