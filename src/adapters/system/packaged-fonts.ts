import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fontsIn, type FontPaths } from '../documents/fonts.ts';

/**
 * Fonts of documents as a package has them: one flat folder beside questionnaires/ and reference/.
 * @returns undefined in a checkout, where the fonts of the installed packages are used
 */
export function packagedFonts(resources: string): FontPaths | undefined {
  const folder = join(resources, 'fonts');
  return existsSync(folder) ? fontsIn(folder) : undefined;
}
