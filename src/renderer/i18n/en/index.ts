import { en as shared } from '../../../domain/wording/en.ts';
import type { English } from '../catalogue.ts';
import type { vi } from '../vi/index.ts';
import { answer } from './answer.ts';
import { check } from './check.ts';
import { common } from './common.ts';
import { home } from './home.ts';
import { organisation } from './organisation.ts';
import { result } from './result.ts';
import { settings } from './settings.ts';
import { start } from './start.ts';

/** Everything that the page says, in English; loaded only when wanted. */
export const en: English<typeof vi> = {
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
