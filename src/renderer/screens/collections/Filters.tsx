import { Presentation } from 'lucide-react';
import { useId, type ReactNode } from 'react';
import type { CollectionOverview, CollectionView } from '../../../contract/views/collections.ts';
import { periodText } from '../../../domain/wording/sentences.ts';
import { runMenuAction } from '../../api/events.ts';
import { useLocalized, useT } from '../../i18n/index.ts';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { useCollections } from './queries.ts';
import { isFiltered, NO_FILTER, type ViewState } from './view-state.ts';

/** Which units are counted, whose figures, against what, and whether names are shown. */
export function Filters({
  collection,
  overview,
  state,
  onChange,
  part,
  output,
}: {
  readonly collection: CollectionView;
  readonly overview: CollectionOverview | null;
  readonly state: ViewState;
  readonly onChange: (part: Partial<ViewState>) => void;
  readonly part: string;
  readonly output: ReactNode;
}) {
  const t = useT();
  const say = useLocalized();
  const searchId = useId();
  const levels = overview?.layout.levels ?? [];
  const hasAppraised = state.basis === 'appraised' || (overview?.aggregate.appraised.total.n ?? 0) > 0;
  const earlier = useEarlier(collection);
  return (
    <div className="dash__filters row">
      {collection.groups.length > 0 && (
        <Choice
          label={t('dash.group')}
          value={state.group ?? ''}
          onChoose={(group) => onChange({ group: group === '' ? null : group })}
          choices={[['', t('dash.all-groups')], ...collection.groups.map((group) => [group, group] as const)]}
        />
      )}
      {collection.tags.length > 0 && (
        <Choice
          label={t('dash.tag')}
          value={state.tag ?? ''}
          onChoose={(tag) => onChange({ tag: tag === '' ? null : tag })}
          choices={[['', t('dash.all')], ...collection.tags.map((tag) => [tag, tag] as const)]}
        />
      )}
      {levels.length > 0 && (
        <Choice
          label={t('home.level')}
          value={state.level === null ? '' : String(state.level)}
          onChoose={(level) => onChange({ level: level === '' ? null : level === 'none' ? 'none' : Number(level) })}
          choices={[
            ['', t('dash.all')],
            ...levels.map(({ level, name }) => [String(level), `${level} – ${say(name)}`] as const),
            ['none', t('home.no-level')],
          ]}
        />
      )}
      {hasAppraised && (
        <Choice
          label={t('dash.basis')}
          value={state.basis}
          onChoose={(basis) => onChange({ basis: basis as ViewState['basis'] })}
          choices={[
            ['self', t('dash.basis-self')],
            ['appraised', t('dash.basis-appraised')],
          ]}
        />
      )}
      {earlier.length > 0 && part === 'groups' && (
        <Choice
          label={t('dash.since')}
          value={state.since ?? ''}
          onChoose={(since) => onChange({ since: since === '' ? null : since })}
          choices={[
            ['', t('dash.since-none')],
            ...earlier.map(({ id, name, period }) => [id, `${name} · ${periodText(t, period)}`] as const),
          ]}
        />
      )}
      {/* Looking for a name would tell it. */}
      {!state.hideNames && (
        <div className="dash__filter">
          <label htmlFor={searchId}>{t('dash.search')}</label>
          <input
            id={searchId}
            type="search"
            autoComplete="off"
            spellCheck={false}
            maxLength={200}
            value={state.search}
            onChange={(event) => onChange({ search: event.currentTarget.value })}
          />
        </div>
      )}
      <p className="small" role="status">
        {overview &&
          (isFiltered(state) ? (
            <>
              {t('dash.of-all', { n: overview.units.length, all: overview.all })}{' '}
              <Button look="quiet" onClick={() => onChange(NO_FILTER)}>
                {t('dash.clear')}
              </Button>
            </>
          ) : (
            t('dash.n-units', { count: overview.all })
          ))}
      </p>
      <div className="row push dash__tools">
        <label className="pick">
          <input
            type="checkbox"
            checked={state.hideNames}
            onChange={(event) =>
              onChange({ hideNames: event.currentTarget.checked, ...(event.currentTarget.checked && { search: '' }) })
            }
          />
          <span>{t('dash.hide-names')}</span>
        </label>
        <Button onClick={() => runMenuAction('projector')}>
          <Icon of={Presentation} /> {t('header.projector')} <kbd>F11</kbd>
        </Button>
        {output}
      </div>
    </div>
  );
}

function Choice({
  label,
  value,
  choices,
  onChoose,
}: {
  readonly label: string;
  readonly value: string;
  readonly choices: readonly (readonly [value: string, label: string])[];
  readonly onChoose: (value: string) => void;
}) {
  const id = useId();
  return (
    <div className="dash__filter">
      <label htmlFor={id}>{label}</label>
      <select id={id} value={value} onChange={(event) => onChoose(event.currentTarget.value)}>
        {choices.map(([one, text]) => (
          <option key={one} value={one}>
            {text}
          </option>
        ))}
      </select>
    </div>
  );
}

/** Other collections of the same questionnaire. */
function useEarlier({ id, questionnaire }: CollectionView) {
  const { data = [] } = useCollections();
  return data.filter((other) => other.id !== id && other.questionnaire.id === questionnaire.id);
}
