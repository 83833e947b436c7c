import { join } from 'node:path';
import { z } from 'zod';
import { AppError } from '../../contract/errors.ts';
import type { Ports } from '../../core/ports.ts';
import { shapeProblems } from '../../domain/questionnaire/shape-problems.ts';
import { readYamlFile } from './yaml.ts';

const kinds = z.array(
  z.strictObject({
    id: z.string().min(1).max(60),
    family: z.enum(['agency', 'enterprise']),
    name: z.strictObject({ vi: z.string().min(1), en: z.string().min(1) }),
  }),
);
const provinces = z.array(z.strictObject({ code: z.string().regex(/^\d{2}$/), name: z.string().min(1) }));

const both = z.strictObject({ vi: z.string().min(1), en: z.string().min(1) });
const notice = z.strictObject({
  version: z.string().min(1).max(10),
  date: z.string().regex(/^\d{4}-\d{2}-\d{2}$/),
  laws: z.array(z.string().min(1)).min(1),
  sections: z.array(z.strictObject({ heading: both, text: both })).min(1),
});

async function readList<T>(file: string, schema: z.ZodType<T>): Promise<T> {
  const read = await readYamlFile(file);
  if (!read.ok) throw new AppError('file.unreadable', { file }, read.problems);
  const parsed = schema.safeParse(read.value);
  if (!parsed.success) throw new AppError('file.unreadable', { file }, shapeProblems(parsed.error));
  return parsed.data;
}

/** Kinds of organisation, provinces and the notice on personal data from the editable data files. @throws AppError file.* */
export async function readReference(folder: string): Promise<Ports['reference']> {
  return {
    kinds: await readList(join(folder, 'organisation-kinds.yaml'), kinds),
    provinces: await readList(join(folder, 'provinces.yaml'), provinces),
    notice: await readList(join(folder, 'personal-data-notice.yaml'), notice),
  };
}
