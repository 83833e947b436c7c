import { ratioPercent } from '../../../../domain/items/ratio.ts';
import { formatNumber, formatPercent } from '../../../../domain/text/numbers.ts';
import { useLanguage, useLocalized, useT } from '../../../i18n/index.ts';
import { scorerOf } from '../hooks.ts';
import type { ControlProps } from './control.ts';
import { ScoreRule } from './ScoreRule.tsx';
import { ShareFields } from './ShareFields.tsx';

/** Two figures; percentage and points appear while they are typed, and the rule for "nothing occurred" is spelt out. */
export function RatioFields({
  item,
  questionnaire,
  context,
  scored,
  answer,
  disabled,
  onAnswer,
  onEnter,
}: ControlProps<'ratio'>) {
  const t = useT();
  const say = useLocalized();
  const language = useLanguage();
  const { decimals } = questionnaire.scoring;
  const scorer = scorerOf(item, context);
  const most = formatNumber(scorer.max, language, decimals);
  return (
    <div className="figures stack-2">
      <ShareFields
        item={item}
        numerator={say(item.numerator)}
        denominator={say(item.denominator)}
        answer={answer}
        disabled={disabled}
        onAnswer={onAnswer}
        onEnter={onEnter}
        live={(value) => {
          const share = ratioPercent(value);
          if (share === null) return scored && t(`answer.ratio-zero-now.${item.whenZero}`, { points: most });
          const points = scorer.score(value);
          return (
            <>
              <strong className="figures__share">{formatPercent(share, language, 2)}</strong>
              {scored && points !== null && points !== 'unanswered' && (
                <span>{t('answer.points-of', { points: formatNumber(points, language, decimals), max: most })}</span>
              )}
            </>
          );
        }}
      />
      <div>
        <p className="small muted">
          {t('answer.ratio-formula')}. {item.mayExceed && `${t('answer.ratio-cut')} `}
          {scored && t(`answer.ratio-zero.${item.whenZero}`)}
        </p>
        {scored && <ScoreRule rule={item.score} suffix="%" />}
      </div>
    </div>
  );
}
