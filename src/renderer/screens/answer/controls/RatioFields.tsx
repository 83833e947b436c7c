import { useRef, useState, type KeyboardEvent } from 'react';
import { UNANSWERED, type Answer, type AnswerValue } from '../../../../domain/assessment/answer.ts';
import { printValue } from '../../../../domain/items/registry.ts';
import { ratioPercent } from '../../../../domain/items/ratio.ts';
import type { ItemOf } from '../../../../domain/questionnaire/types.ts';
import { formatNumber, formatPercent } from '../../../../domain/text/numbers.ts';
import { useLanguage, useLocalized, useT } from '../../../i18n/index.ts';
import { Field } from '../../../ui/Field.tsx';
import { scorerOf, useSession, useTypedText } from '../hooks.ts';
import { figureText, readTyped, valueProblem } from './numbers.ts';

type Part = 'a' | 'b';
type Pair = Readonly<Record<Part, string>>;

/** Two figures; percentage and points appear while they are typed, and the rule for "nothing occurred" is spelt out. */
export function RatioFields({
  item,
  answer,
  decimals,
  disabled,
  onAnswer,
  onEnter,
}: {
  readonly item: ItemOf<'ratio'>;
  readonly answer: Answer;
  readonly decimals: number;
  readonly disabled: boolean;
  readonly onAnswer: (answer: Answer) => void;
  readonly onEnter: () => void;
}) {
  const t = useT();
  const say = useLocalized();
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

  const live = valueOf(pair);
  const sound = live !== null && valueProblem(t, item, live, language) === null;
  const share = sound ? ratioPercent(live) : null;
  const points = sound ? scorerOf(item).score(live) : null;
  const most = formatNumber(scorerOf(item).max, language, decimals);

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
          <input
            {...control}
            className="figure"
            type="text"
            inputMode="decimal"
            autoComplete="off"
            spellCheck={false}
            defaultValue={pair[part]}
            readOnly={disabled}
            onInput={(event) => {
              latest.current = { ...latest.current, [part]: event.currentTarget.value };
              setPair(latest.current);
              typed.onInput(event);
            }}
            onBlur={typed.onBlur}
            onKeyDown={(event: KeyboardEvent) => {
              if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
              event.preventDefault();
              typed.onBlur();
              onEnter();
            }}
          />
        )}
      </Field>
    );
  };

  return (
    <div className="figures stack-2">
      <div className="figures__pair">
        {field('a', t('answer.ratio-a', { label: say(item.numerator) }))}
        {field('b', t('answer.ratio-b', { label: say(item.denominator) }))}
      </div>
      <p className="figures__live" aria-live="polite">
        {share !== null && (
          <>
            <strong className="figures__share">{formatPercent(share, language, 2)}</strong>
            {points !== null && (
              <span>{t('answer.points-of', { points: formatNumber(points, language, decimals), max: most })}</span>
            )}
          </>
        )}
        {sound && share === null && t(`answer.ratio-zero-now.${item.whenZero}`, { points: most })}
        {half && !sound && <span className="muted">{t('answer.ratio-missing')}</span>}
        {!sound && stored !== null && (
          <span className="muted">{t('answer.kept', { answer: printValue(item, stored, language) })}</span>
        )}
      </p>
      <p className="small muted">
        {t('answer.ratio-formula')}. {item.mayExceed && `${t('answer.ratio-cut')} `}
        {t(`answer.ratio-zero.${item.whenZero}`)}
      </p>
    </div>
  );
}
