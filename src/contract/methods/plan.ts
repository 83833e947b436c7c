import { z } from 'zod';
import { decimalSchema, line } from '../../domain/assessment/schema.ts';
import { isDay } from '../../domain/plan/calendar.ts';
import { PLAN_LIMITS, TASK_LIMITS } from '../../domain/plan/limits.ts';
import { REPORT_KINDS, TASK_STATUSES } from '../../domain/plan/plan.ts';
import type { PlanTemplate } from '../../domain/plan/template.ts';
import { LANGUAGES } from '../../domain/text/localized.ts';
import { command, gives, id, itemId, nothing, periodSchema, query } from '../method.ts';
import type { ExportTicket } from '../views.ts';
import type { LedgerView, PlanView } from '../views/plan.ts';

const day = z.string().refine(isDay, 'a day, YYYY-MM-DD');
const dayOrNone = z.union([z.literal(''), day]);
/** An exact number of points: "3", "5/2". */
const points = z.string().regex(/^-?\d{1,15}(\/[1-9]\d{0,14})?$/);
const named = (max: number) => line(max).refine((text) => text.trim() !== '', 'not blank');
const importance = z.int().min(1).max(3);
const level = z.int().min(0).max(20).nullable();
const figure = z.strictObject({ itemId, value: decimalSchema });
const figures = z.array(figure).max(500);
const status = z.enum(TASK_STATUSES);

const task = z.strictObject({
  id,
  text: named(TASK_LIMITS.text),
  raises: z.array(z.strictObject({ itemId, to: points })).max(PLAN_LIMITS.raises),
  priority: importance,
  effort: importance,
  lead: line(TASK_LIMITS.lead),
  cooperating: line(TASK_LIMITS.cooperating),
  start: dayOrNone,
  due: dayOrNone,
  time: line(TASK_LIMITS.time),
  budget: z.union([z.literal(''), decimalSchema.refine((text) => !text.startsWith('-'), 'not below zero')]),
  status,
  phase: z.union([z.literal(''), id]),
  remark: line(TASK_LIMITS.remark),
  source: line(200),
});

/** Parts that are not sent stay as they are; the same change twice has no second effect. */
const change = z.strictObject({
  target: z.strictObject({ level, due: dayOrNone }).optional(),
  figures: figures.optional(),
  phases: z
    .array(z.strictObject({ id, name: named(200), due: dayOrNone }))
    .max(PLAN_LIMITS.phases)
    .optional(),
  reporting: z
    .strictObject({
      kinds: z.array(z.enum(REPORT_KINDS)).max(REPORT_KINDS.length),
      cutoffDay: z.int().min(1).max(28),
      start: dayOrNone,
      deadlines: z.array(z.strictObject({ period: periodSchema, day })).max(PLAN_LIMITS.periods),
    })
    .optional(),
  initiatives: z
    .array(
      z.strictObject({
        id,
        text: named(TASK_LIMITS.text),
        points: z
          .array(z.strictObject({ criterion: z.string().max(60), value: z.int().min(0).max(10) }))
          .max(PLAN_LIMITS.criteria),
      }),
    )
    .max(PLAN_LIMITS.initiatives)
    .optional(),
  put: z.array(task).max(PLAN_LIMITS.tasks).optional(),
  remove: z.array(id).max(PLAN_LIMITS.tasks).optional(),
  order: z.array(id).max(PLAN_LIMITS.tasks).optional(),
});

const progress = z.strictObject({
  period: periodSchema,
  reportedOn: dayOrNone,
  level,
  remark: line(5000),
  tasks: z
    .array(z.strictObject({ taskId: id, status, percent: z.int().min(0).max(100), note: line(TASK_LIMITS.remark) }))
    .max(PLAN_LIMITS.tasks),
  figures,
});

const indexEntry = z.strictObject({
  id,
  name: named(100),
  organisation: named(300),
  year: z.int().min(1990).max(2100),
  value: z.union([z.literal(''), decimalSchema]),
  rank: z.int().min(1).max(100_000).nullable(),
  of: z.int().min(1).max(100_000).nullable(),
  source: line(500),
  remark: line(1000),
});

/** The action plan of an assessment, its progress, and the ledger of outside results. */
export const planMethods = {
  'plans.get': query(z.strictObject({ assessmentId: id }), gives<PlanView>()),
  'plans.change': command(z.strictObject({ assessmentId: id, change }), gives<PlanView>()),
  'plans.export': command(
    z.strictObject({ assessmentId: id, format: z.enum(['xlsx', 'pdf']), language: z.enum(LANGUAGES) }),
    gives<ExportTicket>(),
  ),
  'progress.save': command(z.strictObject({ assessmentId: id, progress }), gives<PlanView>()),
  'progress.remove': command(z.strictObject({ assessmentId: id, period: periodSchema }), gives<PlanView>()),
  /** Task lists and selection sheets of issued documents, to take over from. */
  'templates.list': query(nothing, gives<PlanTemplate[]>()),

  'indexes.list': query(nothing, gives<LedgerView>()),
  'indexes.save': command(z.strictObject({ entry: indexEntry }), gives<LedgerView>()),
  'indexes.remove': command(z.strictObject({ id }), gives<LedgerView>()),
} as const;
