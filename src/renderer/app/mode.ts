import type { Mode } from '../../contract/views/settings.ts';
import { useSettings } from '../api/queries.ts';

/** What a working mode brings to the screen beyond what everybody sees. */
export interface ModeShows {
  /** Appraised scores beside the unit's own ones, and their entry. */
  readonly appraisal: boolean;
  /** The class on a shared computer: next participant, class code, class folder. */
  readonly classFlow: boolean;
  /** Writing and changing questionnaires, and the example questionnaires. */
  readonly authoring: boolean;
}

const SHOWS: Readonly<Record<Mode, ModeShows>> = {
  unit: { appraisal: false, classFlow: false, authoring: false },
  appraiser: { appraisal: true, classFlow: false, authoring: false },
  trainer: { appraisal: false, classFlow: true, authoring: false },
  author: { appraisal: false, classFlow: false, authoring: true },
};

/** What a mode shows; every mode keeps all that a unit has. It hides nothing from anyone who looks for it. */
export function shownIn(mode: Mode): ModeShows {
  return SHOWS[mode];
}

/** The working mode, and what it shows. */
export function useMode(): { readonly mode: Mode } & ModeShows {
  const { mode } = useSettings();
  return { mode, ...shownIn(mode) };
}
