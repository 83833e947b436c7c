import { z } from 'zod';
import { line } from '../../domain/assessment/schema.ts';
import { LANGUAGES } from '../../domain/text/localized.ts';
import { command, gives, id } from '../method.ts';
import { DOCUMENT_LANGUAGES, MAX_PERSON, MODES, THEMES, type Settings } from '../views/settings.ts';

/** What can be set; anything that is not sent stays as it is. */
export const settingsMethods = {
  'settings.update': command(
    z.strictObject({
      language: z.enum(LANGUAGES).optional(),
      theme: z.enum(THEMES).optional(),
      zoom: z.int().min(80).max(200).optional(),
      mode: z.enum(MODES).optional(),
      person: line(MAX_PERSON).optional(),
      welcomed: z.boolean().optional(),
      digitKeys: z.boolean().optional(),
      autoAdvance: z.boolean().optional(),
      advanceOffered: z.boolean().optional(),
      spellCheck: z.boolean().optional(),
      documentLanguage: z.enum(DOCUMENT_LANGUAGES).optional(),
      organisationId: id.nullable().optional(),
    }),
    gives<Settings>(),
  ),
} as const;
