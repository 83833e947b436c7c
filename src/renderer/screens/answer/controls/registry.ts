import type { Item, ItemType, Questionnaire } from '../../../../domain/questionnaire/types.ts';
import { itemsOf } from '../../../../domain/questionnaire/walk.ts';
import { Checklist } from './Checklist.tsx';
import { Choice } from './Choice.tsx';
import type { ControlKind } from './control.ts';
import { DateField } from './DateField.tsx';
import { Grid } from './Grid.tsx';
import { Indicator } from './Indicator.tsx';
import { Ladder } from './Ladder.tsx';
import { Likert } from './Likert.tsx';
import { Matrix } from './Matrix.tsx';
import { MultiList } from './MultiList.tsx';
import { NumberField } from './NumberField.tsx';
import { RatioFields } from './RatioFields.tsx';
import { TextBox } from './TextBox.tsx';

const CHOOSING = {
  keys: 'answer.keys.choose',
  keysWithoutDigits: 'answer.keys.choose-arrows',
  advances: true,
  keepsText: false,
} as const;
const TICKING = {
  keys: 'answer.keys.tick',
  keysWithoutDigits: 'answer.keys.tick-space',
  advances: false,
  keepsText: false,
} as const;
const TYPING = {
  keys: 'answer.keys.type',
  keysWithoutDigits: 'answer.keys.type',
  advances: false,
  keepsText: true,
} as const;

/** The control of every question type; leaving one out does not compile. */
export const CONTROLS: { readonly [T in ItemType]: ControlKind<T> } = {
  ladder: { Component: Ladder, prompt: 'answer.prompt.ladder', ...CHOOSING },
  checklist: { Component: Checklist, prompt: 'answer.prompt.checklist', ...TICKING },
  choice: { Component: Choice, prompt: 'answer.prompt.choice', ...CHOOSING },
  likert: { Component: Likert, prompt: 'answer.prompt.likert', ...CHOOSING },
  multi: { Component: MultiList, prompt: 'answer.prompt.multi', ...TICKING },
  matrix: {
    Component: Matrix,
    prompt: 'answer.prompt.matrix',
    keys: 'answer.keys.matrix',
    keysWithoutDigits: 'answer.keys.matrix-arrows',
    advances: true,
    keepsText: false,
  },
  grid: {
    Component: Grid,
    prompt: 'answer.prompt.grid',
    keys: 'answer.keys.grid',
    keysWithoutDigits: 'answer.keys.grid-space',
    advances: false,
    keepsText: false,
  },
  number: { Component: NumberField, prompt: 'answer.prompt.number', ...TYPING },
  ratio: {
    Component: RatioFields,
    prompt: 'answer.prompt.ratio',
    ...TYPING,
    keys: 'answer.keys.type-two',
    keysWithoutDigits: 'answer.keys.type-two',
  },
  indicator: { Component: Indicator, prompt: 'answer.prompt.indicator', ...TYPING },
  text: {
    Component: TextBox,
    prompt: 'answer.prompt.text',
    ...TYPING,
    keys: 'answer.keys.text',
    keysWithoutDigits: 'answer.keys.text',
  },
  date: { Component: DateField, prompt: 'answer.prompt.date', ...TYPING },
};

/** How a question is answered; null for a type that this page does not know. */
export function controlOf({ type }: Pick<Item, 'type'>): ControlKind<ItemType> | null {
  return Object.hasOwn(CONTROLS, type) ? (CONTROLS[type] as unknown as ControlKind<ItemType>) : null;
}

/** The question types of a questionnaire that cannot be answered on the screen; none, unless the program is newer than the page. */
export function typesWithoutControl({ groups }: Pick<Questionnaire, 'groups'>): string[] {
  const types = new Set([...itemsOf(groups)].filter((item) => controlOf(item) === null).map(({ type }) => type));
  return [...types];
}
