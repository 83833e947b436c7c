import { useLanguage, useLocalized, useT } from '../../../i18n/index.ts';
import { pointsCount } from '../../../i18n/plural.ts';
import { formatNumber } from '../../../../domain/text/numbers.ts';
import { scorerOf } from '../hooks.ts';
import type { ControlProps } from './control.ts';
import { FigureField } from './FigureField.tsx';
import { figureText } from './numbers.ts';
import { ScoreRule } from './ScoreRule.tsx';

/** A figure with its unit, and the points it gives. */
export function NumberField({
  item,
  questionnaire,
  context,
  scored,
  answer,
  disabled,
  onAnswer,
  onEnter,
}: ControlProps<'number'>) {
  const t = useT();
  const say = useLocalized();
  const language = useLanguage();
  const { decimals } = questionnaire.scoring;
  const scorer = scorerOf(item, context);
  const unit = item.unit ? say(item.unit) : null;
  return (
    <div className="figures stack-2">
      <FigureField
        item={item}
        label={unit === null ? t('answer.number') : t('answer.number-unit', { unit })}
        answer={answer}
        disabled={disabled}
        onAnswer={onAnswer}
        onEnter={onEnter}
        live={(value) => {
          const points = scored && value.kind === 'number' ? scorer.score(value) : null;
          if (value.kind !== 'number' || points === null || points === 'unanswered') return null;
          return (
            <strong>
              {t('answer.number-scored', {
                value: [figureText(value.number, language), unit].filter(Boolean).join(' '),
                ...pointsCount(formatNumber(points, language, decimals)),
              })}
              {item.role !== 'deduction' && (
                <span className="muted regular"> / {formatNumber(scorer.max, language, decimals)}</span>
              )}
            </strong>
          );
        }}
      />
      {scored && <ScoreRule rule={item.score} suffix="" />}
    </div>
  );
}
