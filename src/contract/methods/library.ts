import { z } from 'zod';
import type { VersionDifference } from '../../domain/questionnaire/versions.ts';
import { command, gives, nothing, query } from '../method.ts';
import type { AddedView, LibraryDetail, LibraryView } from '../views/library.ts';
import { LIBRARY_LIMITS } from '../views/library-limits.ts';

const version = z.string().max(20);
const ref = { id: z.string().max(60), version };

const file = z.strictObject({
  /** Name with its folders, written with "/" or "\". */
  name: z.string().min(1).max(300),
  base64: z.string(),
});

/** The questionnaires that are here: shipped and added, shown and hidden. */
export const libraryMethods = {
  'library.list': query(nothing, gives<LibraryView>()),
  'library.get': query(z.strictObject(ref), gives<LibraryDetail>()),
  'library.compare': query(z.strictObject({ id: ref.id, older: version, newer: version }), gives<VersionDifference>()),
  /** One workbook, or the YAML files of a questionnaire folder. The same content twice has no second effect. */
  'library.add': {
    ...command(z.strictObject({ files: z.array(file).min(1).max(LIBRARY_LIMITS.files) }), gives<AddedView>()),
    maxCharacters: LIBRARY_LIMITS.characters,
  },
  'library.show': command(z.strictObject({ ...ref, shown: z.boolean() }), gives<LibraryView>()),
  'library.remove': command(z.strictObject(ref), gives<LibraryView>()),
} as const;
