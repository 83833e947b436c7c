import { useRef, useState, type ReactNode } from 'react';
import { UNANSWERED, type Answer, type AnswerValue } from '../../../../domain/assessment/answer.ts';
import { printValue } from '../../../../domain/items/registry.ts';
import type { Item } from '../../../../domain/questionnaire/types.ts';
import { useLanguage, useT } from '../../../i18n/index.ts';
import { Field } from '../../../ui/Field.tsx';
import { useSession, useTypedText } from '../hooks.ts';
import { FigureInput } from './FigureInput.tsx';
import { figureText, readTyped, valueProblem } from './numbers.ts';

type Part = 'a' | 'b';
type Pair = Readonly<Record<Part, string>>;

/** A part and its whole. What they come to is shown while they are typed. */
export function ShareFields({
  item,
  numerator,
  denominator,
  answer,
  disabled,
  live,
  onAnswer,
  onEnter,
}: {
  readonly item: Item;
  readonly numerator: string;
  readonly denominator: string;
  readonly answer: Answer;
  readonly disabled: boolean;
  /** What two figures that can be stored come to. */
  readonly live: (value: AnswerValue) => ReactNode;
  readonly onAnswer: (answer: Answer) => void;
  readonly onEnter: () => void;
}) {
  const t = useT();
  const language = useLanguage();
  const session = useSession();
  const draftKey = (part: Part): string => `${item.id} ${part} ${language}`;
  const stored = answer.state === 'answered' && answer.value.kind === 'ratio' ? answer.value : null;
  const [pair, setPair] = useState<Pair>(() => {
    const start = (part: Part): string =>
      session.typed.get(draftKey(part)) ?? (stored === null ? '' : figureText(stored[part], language));
    return { a: start('a'), b: start('b') };
  });
  const [checked, setChecked] = useState<Pair>(pair);
  const latest = useRef(pair);

  const valueOf = (texts: Pair): AnswerValue | null => {
    const a = readTyped(t, texts.a, language);
    const b = readTyped(t, texts.b, language);
    return a.kind === 'figure' && b.kind === 'figure' ? { kind: 'ratio', a: a.text, b: b.text } : null;
  };
  const commit = (): void => {
    const texts = latest.current;
    setChecked(texts);
    const value = valueOf(texts);
    const storable = value !== null && valueProblem(t, item, value, language) === null;
    for (const part of ['a', 'b'] as const) {
      if (storable || texts[part] === '') session.typed.delete(draftKey(part));
      else session.typed.set(draftKey(part), texts[part]);
    }
    if (storable) onAnswer({ state: 'answered', value });
    else if (texts.a.trim() === '' && texts.b.trim() === '') onAnswer(UNANSWERED);
  };
  const typedA = useTypedText(commit);
  const typedB = useTypedText(commit);

  const now = valueOf(pair);
  const sound = now !== null && valueProblem(t, item, now, language) === null;

  const problemOf = (part: Part): string | undefined => {
    const read = readTyped(t, checked[part], language);
    if (read.kind === 'wrong') return read.message;
    const value = valueOf(checked);
    if (read.kind === 'figure' && read.text.startsWith('-')) return t('answer.ratio-negative');
    return part === 'a' && value !== null ? (valueProblem(t, item, value, language) ?? undefined) : undefined;
  };
  const half = (checked.a.trim() === '') !== (checked.b.trim() === '');

  const field = (part: Part, label: string) => {
    const typed = part === 'a' ? typedA : typedB;
    return (
      <Field label={label} error={problemOf(part)}>
        {(control) => (
          <FigureInput
            control={control}
            kind="decimal"
            start={pair[part]}
            disabled={disabled}
            typed={typed}
            onText={(whole) => {
              latest.current = { ...latest.current, [part]: whole };
              setPair(latest.current);
            }}
            onEnter={onEnter}
          />
        )}
      </Field>
    );
  };

  return (
    <>
      <div className="figures__pair">
        {field('a', t('answer.ratio-a', { label: numerator }))}
        {field('b', t('answer.ratio-b', { label: denominator }))}
      </div>
      <p className="figures__live" aria-live="polite">
        {sound && live(now)}
        {half && !sound && <span className="muted">{t('answer.ratio-missing')}</span>}
        {!sound && stored !== null && (
          <span className="muted">{t('answer.kept', { answer: printValue(item, stored, language) })}</span>
        )}
      </p>
    </>
  );
}
