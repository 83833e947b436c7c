import { vi as shared } from '../../../domain/wording/vi.ts';
import { answer } from './answer.ts';
import { check } from './check.ts';
import { common } from './common.ts';
import { home } from './home.ts';
import { organisation } from './organisation.ts';
import { result } from './result.ts';
import { settings } from './settings.ts';
import { start } from './start.ts';

/** Everything that the page says, in Vietnamese: the source that the keys come from. */
export const vi = {
  ...shared,
  ...common,
  ...home,
  ...organisation,
  ...start,
  ...settings,
  ...answer,
  ...check,
  ...result,
};
