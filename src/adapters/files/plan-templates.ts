import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { z } from 'zod';
import { AppError } from '../../contract/errors.ts';
import type { PlanLibrary } from '../../core/ports/plan.ts';
import { indexFileSchema, planTemplateSchema } from '../../domain/plan/template-schema.ts';
import { shapeProblems } from '../../domain/questionnaire/shape-problems.ts';
import { readYamlFile } from './yaml.ts';

async function readChecked<S extends z.ZodType>(file: string, schema: S): Promise<z.output<S>> {
  const read = await readYamlFile(file);
  if (!read.ok) throw new AppError('file.unreadable', { file }, read.problems);
  const parsed = schema.safeParse(read.value);
  if (!parsed.success) throw new AppError('file.unreadable', { file }, shapeProblems(parsed.error));
  return parsed.data;
}

/**
 * Data files about plans below the reference folder: `plan-templates/*.yaml` in name order, and `indexes.yaml`. Read on
 * first use; they do not change while the program runs.
 */
export function planLibrary(folder: string): PlanLibrary {
  let loaded: ReturnType<PlanLibrary['load']> | null = null;

  async function load(): Promise<Awaited<ReturnType<PlanLibrary['load']>>> {
    const place = join(folder, 'plan-templates');
    const names = existsSync(place) ? (await readdir(place)).filter((name) => name.endsWith('.yaml')).sort() : [];
    const templates = await Promise.all(names.map((name) => readChecked(join(place, name), planTemplateSchema)));
    const { names: indexes, samples } = await readChecked(join(folder, 'indexes.yaml'), indexFileSchema);
    return { templates, indexes, samples };
  }

  return {
    load: () =>
      (loaded ??= load().catch((error: unknown) => {
        // A passing failure of the disk must not last as long as the process.
        loaded = null;
        throw error;
      })),
  };
}
