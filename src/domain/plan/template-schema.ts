/** The shape of plan templates: task lists of issued documents, and sheets for choosing among initiatives. */
import { z } from 'zod';
import { day, id, localized } from '../questionnaire/schema-parts.ts';
import { TASK_LIMITS } from './limits.ts';

export const TEMPLATE_FORMAT = 'thuoc-so/plan-template/1';

const importance = z.int().min(1).max(3);
/** A day of the calendar, where a task has one. */
const dueDay = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'YYYY-MM-DD');

const taskSchema = z.strictObject({
  id,
  /** Number in the document ("1.3"), where it has one. */
  code: z.string().trim().min(1).max(20).optional(),
  text: localized(TASK_LIMITS.text),
  /** Agency in charge, as the document names it. */
  lead: localized(TASK_LIMITS.lead).optional(),
  cooperating: localized(TASK_LIMITS.cooperating).optional(),
  /** The document's own words: "Hàng năm", "2021-2022", "Đến 2025". */
  time: localized(TASK_LIMITS.time).optional(),
  /** The same as days, where the words allow it. */
  start: dueDay.optional(),
  due: dueDay.optional(),
  /** Kind of document to be issued, for lists of documents: "Nghị quyết". */
  product: localized(200).optional(),
  remark: localized(TASK_LIMITS.remark).optional(),
  /** 1 low, 2 medium, 3 high; 1 easy, 2 medium, 3 hard. Our own estimate unless the note says otherwise. */
  priority: importance.default(2),
  effort: importance.default(2),
});

const sourceSchema = z.strictObject({
  number: z.string().trim().min(1).max(80),
  date: day,
  issuer: localized(200),
  title: localized(500),
  /** Section, annex or page that the list comes from. */
  place: localized(200),
  status: z.enum(['in-force', 'replaced', 'unknown']),
});

const common = {
  format: z.literal(TEMPLATE_FORMAT),
  id,
  title: localized(200),
  source: sourceSchema,
  /** What a reader has to know before using it. */
  note: localized(1000),
};

const tasksSchema = z.strictObject({
  ...common,
  kind: z.literal('tasks'),
  groups: z
    .array(z.strictObject({ id, title: localized(300), tasks: z.array(taskSchema).min(1).max(200) }))
    .min(1)
    .max(60),
});

const selectionSchema = z.strictObject({
  ...common,
  kind: z.literal('selection'),
  /** Candidates get `lowest` to `highest` points on each criterion. */
  scale: z
    .strictObject({ lowest: z.int().min(0).max(10), highest: z.int().min(1).max(10) })
    .refine(({ lowest, highest }) => lowest < highest, 'lowest below highest'),
  criteria: z
    .array(
      z.strictObject({
        id,
        text: localized(300),
        /** What few and many points mean. */
        hint: localized(500).optional(),
        weight: z.int().min(1).max(100).default(1),
      }),
    )
    .min(1)
    .max(12),
});

export const planTemplateSchema = z
  .discriminatedUnion('kind', [tasksSchema, selectionSchema])
  .superRefine((template, context) => {
    const ids =
      template.kind === 'tasks'
        ? template.groups.flatMap((group) => [group.id, ...group.tasks.map((task) => task.id)])
        : template.criteria.map((criterion) => criterion.id);
    const seen = new Set<string>();
    for (const one of ids) {
      if (seen.has(one)) context.addIssue({ code: 'custom', message: `id used twice: ${one}` });
      seen.add(one);
    }
  });

/** Names of published indexes, and the entries of the ledger that come with the sample data. */
export const indexFileSchema = z.strictObject({
  names: z.array(z.strictObject({ id, name: localized(100) })).max(60),
  samples: z
    .array(
      z.strictObject({
        name: z.string().trim().min(1).max(100),
        organisation: z.string().trim().min(1).max(300),
        year: z.int().min(1990).max(2100),
        value: z.string().regex(/^(\d{1,15}(\.\d{1,6})?)?$/),
        rank: z.int().min(1).nullable(),
        of: z.int().min(1).nullable(),
        source: z.string().max(500),
        remark: z.string().max(1000),
      }),
    )
    .max(60),
});
