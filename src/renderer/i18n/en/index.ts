import { en as shared } from '../../../domain/wording/en.ts';
import type { English } from '../catalogue.ts';
import type { vi } from '../vi/index.ts';
import { about } from './about.ts';
import { answer } from './answer.ts';
import { check } from './check.ts';
import { collections } from './collections.ts';
import { common } from './common.ts';
import { compare } from './compare.ts';
import { dash } from './dash.ts';
import { data } from './data.ts';
import { entry } from './entry.ts';
import { exporting } from './exporting.ts';
import { entries } from './entries.ts';
import { files } from './files.ts';
import { help } from './help.ts';
import { home } from './home.ts';
import { library } from './library.ts';
import { organisation } from './organisation.ts';
import { plan } from './plan.ts';
import { privacy } from './privacy.ts';
import { report } from './report.ts';
import { result } from './result.ts';
import { settings } from './settings.ts';
import { shortcuts } from './shortcuts.ts';
import { side } from './side.ts';
import { start } from './start.ts';
import { welcome } from './welcome.ts';

/** Everything that the page says, in English; loaded only when wanted. */
export const en: English<typeof vi> = {
  ...shared,
  ...common,
  ...welcome,
  ...home,
  ...exporting,
  ...files,
  ...entries,
  ...organisation,
  ...start,
  ...library,
  ...settings,
  ...data,
  ...help,
  ...shortcuts,
  ...about,
  ...privacy,
  ...answer,
  ...entry,
  ...side,
  ...check,
  ...result,
  ...compare,
  ...collections,
  ...dash,
  ...report,
  ...plan,
};
