/** Plan templates as the program works with them. */
import type { z } from 'zod';
import type { planTemplateSchema } from './template-schema.ts';

export type PlanTemplate = z.output<typeof planTemplateSchema>;
export type TaskTemplate = Extract<PlanTemplate, { kind: 'tasks' }>;
export type SelectionTemplate = Extract<PlanTemplate, { kind: 'selection' }>;
export type TemplateTask = TaskTemplate['groups'][number]['tasks'][number];
