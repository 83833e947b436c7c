import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** The four files of one type family. */
export interface FontFiles {
  readonly normal: string;
  readonly bold: string;
  readonly italics: string;
  readonly bolditalics: string;
}

/** Absolute paths of the embedded fonts: Tinos has the widths of Times New Roman, Be Vietnam Pro is the screen font. */
export interface FontPaths {
  readonly Tinos: FontFiles;
  readonly BeVietnamPro: FontFiles;
}

export type FontFamily = keyof FontPaths;

/** All files of a set of fonts. */
export function fontFiles({ Tinos, BeVietnamPro }: FontPaths): string[] {
  return [Tinos, BeVietnamPro].flatMap(({ normal, bold, italics, bolditalics }) => [
    normal,
    bold,
    italics,
    bolditalics,
  ]);
}

const FILES = {
  Tinos: {
    normal: 'Tinos_400Regular.ttf',
    bold: 'Tinos_700Bold.ttf',
    italics: 'Tinos_400Regular_Italic.ttf',
    bolditalics: 'Tinos_700Bold_Italic.ttf',
  },
  BeVietnamPro: {
    normal: 'BeVietnamPro_400Regular.ttf',
    bold: 'BeVietnamPro_600SemiBold.ttf',
    italics: 'BeVietnamPro_400Regular_Italic.ttf',
    bolditalics: 'BeVietnamPro_600SemiBold_Italic.ttf',
  },
} as const satisfies FontPaths;

const PACKAGES = { Tinos: '@expo-google-fonts/tinos', BeVietnamPro: '@expo-google-fonts/be-vietnam-pro' } as const;

function mapFiles(place: (family: FontFamily, file: string) => string): FontPaths {
  const family = (name: FontFamily): FontFiles => ({
    normal: place(name, FILES[name].normal),
    bold: place(name, FILES[name].bold),
    italics: place(name, FILES[name].italics),
    bolditalics: place(name, FILES[name].bolditalics),
  });
  return { Tinos: family('Tinos'), BeVietnamPro: family('BeVietnamPro') };
}

/** Names of all font files, for packaging: they are copied into one folder. */
export const FONT_FILE_NAMES: readonly string[] = [...Object.values(FILES.Tinos), ...Object.values(FILES.BeVietnamPro)];

/** Fonts in one flat folder, as the packaged program has them. */
export function fontsIn(folder: string): FontPaths {
  return mapFiles((_family, file) => join(folder, file));
}

/** Fonts of the installed packages, for hosts that run from a checkout. @throws when the packages are missing */
export function installedFonts(): FontPaths {
  const { resolve } = createRequire(import.meta.url);
  const root = (family: FontFamily): string => dirname(resolve(`${PACKAGES[family]}/package.json`));
  const roots = { Tinos: root('Tinos'), BeVietnamPro: root('BeVietnamPro') };
  // Each style lies in a folder named like the part of the file name after the family: 400Regular_Italic.
  const style = (file: string): string => file.replace(/^[^_]+_|\.ttf$/g, '');
  return mapFiles((family, file) => join(roots[family], style(file), file));
}
