import { CircleCheck, CircleDashed, CircleDot } from 'lucide-react';
import type { Answer, AnswerValue } from '../../../../domain/assessment/answer.ts';
import { exact, type Exact } from '../../../../domain/exact/exact.ts';
import { REACHED_OPTIONS } from '../../../../domain/items/indicator.ts';
import {
  indicatorFigure,
  indicatorStatus,
  targetFor,
  targetsFor,
  type TargetStatus,
} from '../../../../domain/items/indicator-target.ts';
import type { ItemOf } from '../../../../domain/questionnaire/types.ts';
import { formatNumber, formatPercent } from '../../../../domain/text/numbers.ts';
import { useLanguage, useLocalized, useT } from '../../../i18n/index.ts';
import { Notice } from '../../../ui/Notice.tsx';
import { Tag } from '../../../ui/Tag.tsx';
import { optionAnswer, optionOf } from './chosen.ts';
import type { ControlProps } from './control.ts';
import { FigureField } from './FigureField.tsx';
import { OptionRows } from './OptionRows.tsx';
import { ShareFields } from './ShareFields.tsx';

const STATUS = {
  reached: { kind: 'ok', icon: CircleCheck },
  'on-the-way': { kind: 'strong', icon: CircleDot },
  'not-reached': { kind: 'plain', icon: CircleDashed },
} as const;

/** A target of a programme: what is entered, and how it stands against the target of every year. */
export function Indicator(props: ControlProps<'indicator'>) {
  const { item, context, answer, previous, digitKeys, disabled, onAnswer, onPicked, onEnter } = props;
  const t = useT();
  const say = useLocalized();
  const language = useLanguage();
  const unit = item.unit ? say(item.unit) : item.measure === 'percent' ? '%' : null;
  const figure = (value: Exact): string => figureOf(item, value, unit, language);

  const live = (value: AnswerValue) => {
    const status = indicatorStatus(item, value, context);
    if (status === null) return item.measure === 'ratio' && t('answer.ratio-zero-now.not-applicable', { points: '' });
    const share = status.percentOfTarget;
    const own = indicatorFigure(item, value);
    return (
      <>
        {own !== null && <strong className="figures__share">{figure(own)}</strong>}
        <Tag {...STATUS[status.status]}>{t(`answer.target.${status.status}`)}</Tag>
        {share !== null && (
          <span>{t('answer.target-share', { percent: formatPercent(share, language), year: status.target.year })}</span>
        )}
      </>
    );
  };

  const chosen = optionOf(answer);
  const common = { item, answer, disabled, onAnswer, onEnter, live };
  return (
    <div className="figures stack-2">
      {item.measure === 'reached' && (
        <OptionRows
          name={item.id}
          rows={REACHED_OPTIONS.map(({ id, text }, index) => ({
            id,
            digit: String(index + 1),
            level: null,
            name: null,
            text: say(text),
            sign: null,
            points: null,
          }))}
          chosen={chosen}
          previous={optionOf(previous)}
          digitKeys={digitKeys}
          disabled={disabled}
          onChoose={(option) => onAnswer(optionAnswer(option))}
          onPicked={onPicked}
          onEnter={onEnter}
        />
      )}
      {item.measure === 'ratio' && (
        <ShareFields
          {...common}
          numerator={item.numerator ? say(item.numerator) : ''}
          denominator={item.denominator ? say(item.denominator) : ''}
        />
      )}
      {(item.measure === 'number' || item.measure === 'percent') && (
        <FigureField {...common} label={unit === null ? t('answer.number') : t('answer.number-unit', { unit })} />
      )}
      <Targets {...props} unit={unit} />
    </div>
  );
}

function figureOf(item: ItemOf<'indicator'>, value: Exact, unit: string | null, language: 'vi' | 'en'): string {
  if (item.measure === 'ratio' || item.measure === 'percent') return formatPercent(value, language, 6);
  const text = formatNumber(value, language, 6);
  return unit === null ? text : `${text} ${unit}`;
}

const statusesOf = (
  item: ItemOf<'indicator'>,
  answer: Answer,
  context: ControlProps<'indicator'>['context'],
): ReadonlyMap<number, TargetStatus> => {
  const all = answer.state === 'answered' ? (indicatorStatus(item, answer.value, context)?.all ?? []) : [];
  return new Map(all.map(({ target, status }) => [target.year, status]));
};

/** The targets by year for this kind of organisation, who leads, and where it is written. */
function Targets({ item, context, answer, unit }: ControlProps<'indicator'> & { readonly unit: string | null }) {
  const t = useT();
  const say = useLocalized();
  const language = useLanguage();
  const targets = targetsFor(item, context);
  const now = targetFor(item, context);
  const statuses = statusesOf(item, answer, context);
  const side = item.direction === 'higher' ? '≥' : '≤';
  return (
    <>
      {now?.overdue && (
        <Notice kind="warn">
          <p>{t('answer.target-overdue', { year: now.year })}</p>
        </Notice>
      )}
      <table className="targets">
        <caption className="visually-hidden">{t('answer.targets')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('answer.target-year')}</th>
            <th scope="col">{t('answer.target-value')}</th>
            <th scope="col">{t('answer.target-status')}</th>
          </tr>
        </thead>
        <tbody>
          {targets.map((target) => {
            const status = statuses.get(target.year);
            const isNow = target.year === now?.year;
            return (
              <tr key={target.year} className={isNow ? 'targets__now' : undefined}>
                <th scope="row">
                  {target.year}
                  {isNow && <span className="small muted regular"> · {t('answer.target-now')}</span>}
                </th>
                <td>
                  {target.value === undefined
                    ? say(REACHED_TEXT)
                    : `${side} ${figureOf(item, exact(target.value), unit, language)}`}
                  {target.note && <span className="small muted"> ({say(target.note)})</span>}
                </td>
                <td>
                  {status ? (
                    <Tag {...STATUS[status]}>{t(`answer.target.${status}`)}</Tag>
                  ) : (
                    <span className="muted">{t('answer.target-open')}</span>
                  )}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <dl className="facts small">
        {item.baseline && (
          <Fact
            term={t('answer.target-baseline', { year: item.baseline.year })}
            text={figureOf(item, exact(item.baseline.value), unit, language)}
          />
        )}
        {item.lead && <Fact term={t('answer.target-lead')} text={say(item.lead)} />}
        {item.cooperating && <Fact term={t('answer.target-cooperating')} text={say(item.cooperating)} />}
        <Fact term={t('answer.target-place')} text={say(item.place)} />
      </dl>
    </>
  );
}

const REACHED_TEXT = (REACHED_OPTIONS[0] as (typeof REACHED_OPTIONS)[number]).text;

function Fact({ term, text }: { readonly term: string; readonly text: string }) {
  return (
    <div>
      <dt className="muted">{term}</dt>
      <dd>{text}</dd>
    </div>
  );
}
