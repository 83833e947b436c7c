import type { Settings } from '../../contract/views.ts';
import type { Language } from '../../domain/text/localized.ts';

type Look = Pick<Settings, 'language' | 'theme' | 'zoom'>;

const REMEMBERED = 'thuoc-so.look';
const DARK = '(prefers-color-scheme: dark)';
const CONTRAST = '(prefers-contrast: more)';

function resolved(theme: Settings['theme']): 'light' | 'dark' | 'contrast' {
  if (theme !== 'system') return theme;
  if (matchMedia(DARK).matches) return 'dark';
  return matchMedia(CONTRAST).matches ? 'contrast' : 'light';
}

function paint({ language, theme, zoom }: Look): void {
  const root = document.documentElement;
  root.lang = language;
  root.dataset.theme = resolved(theme);
  root.style.fontSize = `${zoom}%`;
}

/**
 * Applies language, theme and zoom to the page and remembers them for the first paint of the next start.
 * @returns a function that stops following the system's theme
 */
export function applyLook(look: Look): () => void {
  paint(look);
  try {
    localStorage.setItem(REMEMBERED, JSON.stringify({ language: look.language, theme: look.theme, zoom: look.zoom }));
  } catch {
    // A browser without site storage only loses the right colours of the first moment.
  }
  if (look.theme !== 'system') return () => undefined;
  const queries = [matchMedia(DARK), matchMedia(CONTRAST)];
  const follow = (): void => paint(look);
  for (const query of queries) query.addEventListener('change', follow);
  return () => {
    for (const query of queries) query.removeEventListener('change', follow);
  };
}

/** Paints the look of last time before the settings are known. @returns its language */
export function applyRememberedLook(): Language {
  let look: Look = { language: 'vi', theme: 'system', zoom: 100 };
  try {
    const stored = JSON.parse(localStorage.getItem(REMEMBERED) ?? 'null') as Partial<Look> | null;
    if (stored) look = { ...look, ...stored };
  } catch {
    // Not readable: the defaults are good.
  }
  paint(look);
  return look.language === 'en' ? 'en' : 'vi';
}
