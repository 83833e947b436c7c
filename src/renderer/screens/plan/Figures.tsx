import { CircleAlert, CircleCheck, CircleDashed, TrendingUp } from 'lucide-react';
import { useState } from 'react';
import type { PlanView } from '../../../contract/views/plan.ts';
import { exact } from '../../../domain/exact/exact.ts';
import type { FigureFacts } from '../../../domain/plan/figures.ts';
import { formatNumber } from '../../../domain/text/numbers.ts';
import { useLanguage, useLocalized, useT } from '../../i18n/index.ts';
import { Tag } from '../../ui/Tag.tsx';
import { readFigure } from './numbers.ts';
import type { PlanWork } from './plan-work.ts';

/** Shown; what is typed keeps all of its digits. */
const DECIMALS = 2;
const TYPED_DECIMALS = 6;

/** Indicators with the document's figure and the organisation's own one. */
export function Figures({ view, work }: { readonly view: PlanView; readonly work: PlanWork }) {
  const t = useT();
  const say = useLocalized();
  const language = useLanguage();
  const show = (value: string): string => formatNumber(exact(value), language, DECIMALS);
  const put = (itemId: string, value: string): void =>
    work.change(({ figures }) => {
      const others = figures.filter((figure) => figure.itemId !== itemId);
      return { figures: value === '' ? others : [...others, { itemId, value }] };
    });
  return (
    <section aria-labelledby="figures" className="stack-1">
      <h2 id="figures">{t('plan.part-figures')}</h2>
      <p className="muted">{t('plan.figures-hint')}</p>
      <div className="scroll">
        <table className="mid figures-table">
          <thead>
            <tr>
              <th scope="col">{t('plan.figure')}</th>
              <th scope="col">{t('plan.figure-unit')}</th>
              <th scope="col" className="num">
                {t('plan.figure-now')}
              </th>
              <th scope="col" className="num">
                {t('plan.figure-official')}
              </th>
              <th scope="col" className="num">
                {t('plan.figure-own')}
              </th>
              <th scope="col">{t('plan.state')}</th>
            </tr>
          </thead>
          <tbody>
            {view.figures.map((figure) => (
              <tr key={figure.itemId}>
                <th scope="row">{t('plan.item-named', { code: figure.code, title: say(figure.title) })}</th>
                <td>{figure.unit && say(figure.unit)}</td>
                <td className="num">{figure.now === null ? '–' : show(figure.now)}</td>
                <td className="num">
                  {figure.official
                    ? t('plan.figure-year', { value: show(figure.official.value), year: figure.official.year })
                    : '–'}
                </td>
                <td className="num">
                  <OwnFigure
                    key={figure.own ?? ''}
                    figure={figure}
                    label={t('plan.figure-own-of', { code: figure.code })}
                    onFigure={(value) => put(figure.itemId, value)}
                  />
                </td>
                <td>
                  <State figure={figure} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

const STATES = {
  reached: { kind: 'ok', icon: CircleCheck },
  'on-the-way': { kind: 'plain', icon: TrendingUp },
  'not-reached': { kind: 'plain', icon: CircleDashed },
} as const;

function State({ figure: { status, late } }: { readonly figure: FigureFacts }) {
  const t = useT();
  if (late)
    return (
      <Tag kind="error" icon={CircleAlert}>
        {t('plan.figure-late')}
      </Tag>
    );
  if (!status) return null;
  const { kind, icon } = STATES[status];
  return (
    <Tag kind={kind} icon={icon}>
      {t(`plan-word.figure.${status}`)}
    </Tag>
  );
}

/** Stored when the field is left. */
function OwnFigure({
  figure,
  label,
  onFigure,
}: {
  readonly figure: FigureFacts;
  readonly label: string;
  readonly onFigure: (value: string) => void;
}) {
  const t = useT();
  const language = useLanguage();
  const [wrong, setWrong] = useState(false);
  const errorId = `figure-${figure.itemId}-error`;
  return (
    <>
      <input
        className="amount"
        type="text"
        inputMode="decimal"
        maxLength={20}
        aria-label={label}
        aria-invalid={wrong || undefined}
        aria-describedby={wrong ? errorId : undefined}
        defaultValue={figure.own === null ? '' : formatNumber(exact(figure.own), language, TYPED_DECIMALS)}
        autoComplete="off"
        spellCheck={false}
        onBlur={(event) => {
          const read = readFigure(event.currentTarget.value, language);
          setWrong(read === null);
          if (read !== null && read !== (figure.own ?? '')) onFigure(read);
        }}
      />
      {wrong && (
        <span id={errorId} className="field__error">
          {t('plan.figure-wrong')}
        </span>
      )}
    </>
  );
}
