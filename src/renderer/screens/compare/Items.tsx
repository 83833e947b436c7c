import { ArrowDown, ArrowUp } from 'lucide-react';
import { useId, useState } from 'react';
import { Link } from 'wouter';
import type { ComparedAnswer, ComparedItem, CompareView } from '../../../contract/views/compare.ts';
import { signed } from '../../../domain/charts/scale.ts';
import { exact } from '../../../domain/exact/exact.ts';
import { formatNumber } from '../../../domain/text/numbers.ts';
import { useLanguage, useLocalized, useT } from '../../i18n/index.ts';
import { pointsCount } from '../../i18n/plural.ts';
import { Icon } from '../../ui/Icon.tsx';
import { Rich } from '../answer/Rich.tsx';
import { evidenceName } from '../answer/evidence-text.ts';

/** Every item: before, now, the difference, why it changed and what proves it. */
export function Items({
  view,
  heads,
  decimals,
}: {
  readonly view: CompareView;
  readonly heads: { readonly before: string; readonly now: string };
  readonly decimals: number;
}) {
  const t = useT();
  const say = useLocalized();
  const [changed, setChanged] = useState(true);
  const headingId = useId();
  const shown = view.items.filter(({ move }) => !changed || move !== 'same');
  const groups = view.groups
    .map((group) => ({ group, items: shown.filter(({ groupId }) => groupId === group.id) }))
    .filter(({ items }) => items.length > 0);
  return (
    <div>
      <div className="row compare__head">
        <h2 id={headingId}>{t('compare.items')}</h2>
        <label className="pick">
          <input type="checkbox" checked={changed} onChange={(event) => setChanged(event.currentTarget.checked)} />
          <span>{t('compare.changed')}</span>
        </label>
      </div>
      {groups.length === 0 ? (
        <p>{t('compare.no-items')}</p>
      ) : (
        <div className="scroll" role="region" aria-labelledby={headingId} tabIndex={0}>
          <table className="compare__items">
            <thead>
              <tr>
                <th scope="col">{t('compare.item')}</th>
                <th scope="col">{heads.before}</th>
                <th scope="col">{heads.now}</th>
                <th scope="col" className="num">
                  {t('compare.change')}
                </th>
                <th scope="col">{t('compare.reason')}</th>
                <th scope="col">{t('compare.evidence')}</th>
              </tr>
            </thead>
            {groups.map(({ group, items }) => (
              <tbody key={group.id}>
                <tr className="compare__group">
                  <th scope="rowgroup" colSpan={6}>
                    {group.code}. {say(group.title)}
                  </th>
                </tr>
                {items.map((item) => (
                  <Row key={item.itemId} item={item} assessmentId={view.now.assessment.id} decimals={decimals} />
                ))}
              </tbody>
            ))}
          </table>
        </div>
      )}
    </div>
  );
}

function Row({
  item,
  assessmentId,
  decimals,
}: {
  readonly item: ComparedItem;
  readonly assessmentId: string;
  readonly decimals: number;
}) {
  const t = useT();
  const say = useLocalized();
  return (
    <tr>
      <th scope="row">
        <Link href={`/assessments/${assessmentId}/answer/${item.itemId}`}>
          {t('result.step-of', { code: item.code, title: say(item.title) })}
        </Link>
      </th>
      <td>
        <Side side={item.before} decimals={decimals} />
      </td>
      <td>
        <Side side={item.now} decimals={decimals} />
      </td>
      <td className="num">
        <Move item={item} decimals={decimals} />
      </td>
      <td>{item.explanation === '' ? '—' : item.explanation}</td>
      <td>
        {item.newEvidence.length === 0 ? (
          '—'
        ) : (
          <ul>
            {item.newEvidence.map((document) => (
              <li key={document.id}>{evidenceName(document)}</li>
            ))}
          </ul>
        )}
      </td>
    </tr>
  );
}

function Side({ side, decimals }: { readonly side: ComparedAnswer | null; readonly decimals: number }) {
  const t = useT();
  const say = useLocalized();
  const language = useLanguage();
  if (side === null) return <span className="muted">{t('compare.state-absent')}</span>;
  if (side.state === 'unanswered' || side.state === 'hidden')
    return <span className="muted">{t(side.state === 'hidden' ? 'compare.state-absent' : 'compare.state-open')}</span>;
  if (side.state === 'not-applicable') return <>{t('compare.state-na')}</>;
  const text = side.state === 'none' ? t('compare.state-none') : say(side.text);
  const points = side.value === null ? null : formatNumber(exact(side.value), language, decimals);
  return (
    <>
      {points !== null && <strong className="compare__points">{t('compare.points', pointsCount(points))}</strong>}
      <span className="small">
        <Rich text={text} />
      </span>
    </>
  );
}

function Move({ item: { move, change }, decimals }: { readonly item: ComparedItem; readonly decimals: number }) {
  const t = useT();
  const language = useLanguage();
  if (move === 'up' || move === 'down')
    return (
      <span className="compare__move">
        <Icon of={move === 'up' ? ArrowUp : ArrowDown} />
        <span className="visually-hidden">{t(`compare.${move}-word`)} </span>
        {change !== null && signed(exact(change), language, decimals)}
      </span>
    );
  return <span className={move === 'same' ? 'small muted' : 'small'}>{t(`compare.move-${move}`)}</span>;
}
