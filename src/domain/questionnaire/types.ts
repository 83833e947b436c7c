/** Types of a parsed questionnaire. Kept apart from the schema so that the renderer needs no validator. */
import type { z } from 'zod';
import type { itemSchema } from './item-schema.ts';
import type { aggregateSchema, levelCapSchema, levelRuleSchema } from './rule-schema.ts';
import type { groupSchema, questionnaireSchema, vectorsSchema } from './schema.ts';

export type Questionnaire = z.output<typeof questionnaireSchema>;
export type Group = z.output<typeof groupSchema>;
export type Item = z.output<typeof itemSchema>;
export type Node = Group | Item;
export type ItemType = Item['type'];
export type ItemOf<T extends ItemType> = Extract<Item, { type: T }>;
export type Aggregate = z.output<typeof aggregateSchema>;
export type LevelCap = z.output<typeof levelCapSchema>;
export type LevelRule = z.output<typeof levelRuleSchema>;
export type Vector = z.output<typeof vectorsSchema>[number];
export type Level = Questionnaire['levels'][number];

/** Identity of one released questionnaire version. */
export interface QuestionnaireRef {
  readonly id: string;
  readonly version: string;
}

export type { ShowCondition } from './condition-schema.ts';
