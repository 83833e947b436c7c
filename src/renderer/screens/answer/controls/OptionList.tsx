import { Circle, Flag } from 'lucide-react';
import { useId, useRef, type KeyboardEvent } from 'react';
import type { Answer } from '../../../../domain/assessment/answer.ts';
import { exact } from '../../../../domain/exact/exact.ts';
import type { ItemOf, Questionnaire } from '../../../../domain/questionnaire/types.ts';
import { formatNumber } from '../../../../domain/text/numbers.ts';
import { useLanguage, useLocalized, useT } from '../../../i18n/index.ts';
import { levelClass } from '../../../ui/LevelChip.tsx';
import { Tag } from '../../../ui/Tag.tsx';
import { digitOf } from '../keys.ts';
import { levelOfStep, optionDigits } from '../outline.ts';
import { Rich } from '../Rich.tsx';

interface Row {
  readonly id: string;
  /** The key that chooses it, printed in its chip. */
  readonly digit: string;
  /** Chip in the colour of a level; null where the option is no level. */
  readonly level: number | null;
  readonly name: string | null;
  readonly text: string;
  readonly sign: string | null;
  readonly points: string | null;
}

function useRows(
  item: ItemOf<'ladder'> | ItemOf<'choice'>,
  questionnaire: Questionnaire,
  scored: boolean,
): readonly Row[] {
  const language = useLanguage();
  const say = useLocalized();
  if (item.type === 'ladder') {
    const digits = optionDigits(item.steps.map((step) => step.value));
    return item.steps.map((step, index) => {
      const level = levelOfStep(questionnaire, step.value);
      return {
        id: step.id,
        digit: digits[index] ?? '',
        level: level?.value ?? null,
        name: level ? say(level.name) : null,
        text: say(step.text),
        sign: step.sign ? say(step.sign) : null,
        points: null,
      };
    });
  }
  const digits = optionDigits(item.options.map((option) => option.points));
  return item.options.map((option, index) => ({
    id: option.id,
    digit: digits[index] ?? '',
    level: null,
    name: option.title ? say(option.title) : null,
    text: say(option.text),
    sign: null,
    points: scored ? formatNumber(exact(option.points), language) : null,
  }));
}

/**
 * The options of a ladder or a choice, stacked: native radios, the whole row is the label. A digit chooses where the
 * setting allows it, Enter goes on; arrows and space do what radios always do.
 */
export function OptionList({
  item,
  questionnaire,
  scored,
  answer,
  previous,
  targetLevel,
  digitKeys,
  disabled,
  onChoose,
  onDigit,
  onEnter,
}: {
  readonly item: ItemOf<'ladder'> | ItemOf<'choice'>;
  readonly questionnaire: Questionnaire;
  /** Points are shown only where they count. */
  readonly scored: boolean;
  readonly answer: Answer;
  /** What was chosen last round, when it was one of the options. */
  readonly previous: string | null;
  readonly targetLevel: { readonly year: number; readonly level: number } | null;
  readonly digitKeys: boolean;
  readonly disabled: boolean;
  readonly onChoose: (option: string) => void;
  /** After a digit has chosen. */
  readonly onDigit: () => void;
  readonly onEnter: () => void;
}) {
  const t = useT();
  const list = useRef<HTMLDivElement>(null);
  const prefix = useId();
  const rows = useRows(item, questionnaire, scored);
  const chosen = answer.state === 'answered' && answer.value.kind === 'option' ? answer.value.option : null;

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing || event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return;
    if (event.key === 'Enter') {
      event.preventDefault();
      onEnter();
      return;
    }
    const digit = digitKeys ? digitOf(event.code) : null;
    const at = rows.findIndex((row) => row.digit === digit);
    if (at < 0 || disabled) return;
    event.preventDefault();
    list.current?.querySelectorAll('input')[at]?.focus();
    onChoose((rows[at] as Row).id);
    onDigit();
  };

  return (
    <div className="ladder" ref={list} onKeyDown={onKeyDown}>
      {rows.map((row) => {
        const wasChosen = row.id === previous;
        const isTarget = targetLevel !== null && row.level === targetLevel.level;
        const nameId = `${prefix}-n-${row.id}`;
        const textId = `${prefix}-t-${row.id}`;
        return (
          <label className="ladder__row" key={row.id}>
            <input
              type="radio"
              name={item.id}
              value={row.id}
              checked={row.id === chosen}
              disabled={disabled}
              onChange={() => onChoose(row.id)}
              aria-labelledby={nameId}
              aria-describedby={row.name === null ? undefined : textId}
            />
            <span className={row.level === null ? 'lvl lvl--key' : `lvl ${levelClass(row.level)}`} aria-hidden="true">
              {row.digit}
            </span>
            <span className="ladder__head">
              <span className={row.name === null ? undefined : 'ladder__name'} id={nameId}>
                {row.level !== null && (
                  <span className="visually-hidden">{t('answer.level', { level: row.level })}</span>
                )}
                {row.name ?? <Rich text={row.text} />}
                {row.points !== null && (
                  <span className="visually-hidden">. {t('answer.points', { points: row.points })}</span>
                )}
                {wasChosen && <span className="visually-hidden">{t('answer.mark-previous-spoken')}</span>}
                {isTarget && (
                  <span className="visually-hidden">{t('answer.mark-target-spoken', { year: targetLevel.year })}</span>
                )}
              </span>
              <span className="ladder__marks" aria-hidden="true">
                {wasChosen && (
                  <Tag kind="plain" icon={Circle}>
                    {t('answer.mark-previous')}
                  </Tag>
                )}
                {isTarget && <Tag icon={Flag}>{t('answer.mark-target', { year: targetLevel.year })}</Tag>}
                {row.points !== null && (
                  <span className="small muted nowrap">{t('answer.points', { points: row.points })}</span>
                )}
              </span>
            </span>
            {row.name !== null && (
              <span className="ladder__desc" id={textId}>
                <Rich text={row.text} />
                {row.sign !== null && <span className="ladder__sign">{t('answer.sign', { sign: row.sign })}</span>}
              </span>
            )}
          </label>
        );
      })}
    </div>
  );
}
