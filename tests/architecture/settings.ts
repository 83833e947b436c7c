/** The settings of the tools, typed; they are plain JavaScript files at the root of the project. */
import type { ICruiseOptions, IForbiddenRuleType } from 'dependency-cruiser';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ROOT } from '../e2e/support/project.ts';

export type Layer = 'domain' | 'contract' | 'core' | 'adapters' | 'main' | 'preload' | 'server' | 'cli' | 'renderer';

const load = async <T>(file: string): Promise<T> => (await import(pathToFileURL(join(ROOT, file)).href)) as T;

const eslintConfig = await load<{ ALLOWED: Readonly<Record<Layer, readonly Layer[]>> }>('eslint.config.mjs');
const cruiserConfig = await load<{
  default: { forbidden: IForbiddenRuleType[]; options: ICruiseOptions };
}>('.dependency-cruiser.mjs');

/** Who may import whom. */
export const { ALLOWED } = eslintConfig;
export const LAYERS = Object.keys(ALLOWED) as Layer[];
export const { forbidden: dependencyRules, options: dependencyOptions } = cruiserConfig.default;
