import type { Articles } from '../list.ts';
import { care } from './care.ts';
import { work } from './work.ts';

export const articles: Articles = { ...work, ...care };
