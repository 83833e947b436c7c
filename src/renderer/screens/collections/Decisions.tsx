import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'wouter';
import type { CollectionView, ResultLine, UnmatchedLine } from '../../../contract/views/collections.ts';
import { exact } from '../../../domain/exact/exact.ts';
import { formatNumber } from '../../../domain/text/numbers.ts';
import { call } from '../../api/client.ts';
import { newId } from '../../api/ids.ts';
import { useAppInfo } from '../../api/queries.ts';
import { useLanguage, useT } from '../../i18n/index.ts';
import { dayText } from '../../i18n/when.ts';
import { Button } from '../../ui/Button.tsx';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { announce } from '../../ui/announce.ts';
import { takeView } from './queries.ts';
import { UnitPicker } from './UnitPicker.tsx';
import { Scroll } from '../../ui/Scroll.tsx';

/** What only a person can say: which of two results of a unit counts, and which unit a file belongs to. */
export function Decisions({ collection }: { readonly collection: CollectionView }) {
  const t = useT();
  const client = useQueryClient();
  const decide = useMutation({
    mutationFn: (work: () => Promise<CollectionView>) => work(),
    onSuccess: (view) => {
      takeView(client, view);
      announce(t('collections.decided'));
    },
  });
  const run = (work: () => Promise<CollectionView>): void => {
    if (!decide.isPending) decide.mutate(work);
  };
  const { id, conflicting, unmatched } = collection;
  return (
    <>
      {decide.error && <ErrorNotice error={decide.error} />}
      {conflicting.length > 0 && (
        <section className="stack-1" aria-labelledby="conflicts">
          <h2 id="conflicts">{t('collections.conflicts', { count: conflicting.length })}</h2>
          <p className="muted measure">{t('collections.conflicts-more')}</p>
          {conflicting.map((lines) => (
            <Conflict
              key={lines[0]?.unitId}
              collectionId={id}
              lines={lines}
              busy={decide.isPending}
              onKeep={(result) => run(() => call('collections.resolve', { id, result }))}
            />
          ))}
        </section>
      )}
      {unmatched.length > 0 && (
        <section className="stack-1" aria-labelledby="unmatched">
          <h2 id="unmatched">{t('collections.unmatched', { count: unmatched.length })}</h2>
          <p className="muted measure">{t('collections.unmatched-more')}</p>
          <Unmatched
            collection={collection}
            busy={decide.isPending}
            onMatch={(pairs) => run(() => matchAll(id, pairs))}
            onAdd={(line) => run(() => addToList(collection, line))}
          />
        </section>
      )}
    </>
  );
}

interface Pair {
  readonly result: number;
  readonly unitId: string;
}

/** Says of several results which units they belong to. */
async function matchAll(id: string, pairs: readonly Pair[]): Promise<CollectionView> {
  let view: CollectionView | null = null;
  for (const { result, unitId } of pairs) view = await call('collections.match', { id, results: [result], unitId });
  return view ?? call('collections.get', { id });
}

/** A suggestion this likely, and likelier than the next one by a margin, may be taken with others at a press. */
const LIKELY = 0.9;
const MARGIN = 0.05;

/** The likeliest suggestions, where no unit is meant twice. */
function likelyPairs(unmatched: readonly UnmatchedLine[]): Pair[] {
  const pairs = unmatched.flatMap(({ result, suggestions: [first, second] }) =>
    first && first.likeness >= LIKELY && first.likeness - (second?.likeness ?? 0) >= MARGIN
      ? [{ result, unitId: first.unitId }]
      : [],
  );
  return pairs.filter(({ unitId }) => pairs.filter((other) => other.unitId === unitId).length === 1);
}

/** A result of a unit that nobody expected: the unit joins the list, and the result is its. */
async function addToList(collection: CollectionView, { result, name, code }: UnmatchedLine): Promise<CollectionView> {
  const { id, questionnaire, period, notes, units } = collection;
  const unit = { id: newId(), name, code, group: '', tags: [], province: '', note: '' };
  await call('collections.save', {
    id,
    name: collection.name,
    questionnaireId: questionnaire.id,
    questionnaireVersion: questionnaire.version,
    period,
    notes,
    units: [...units, unit],
  });
  return call('collections.match', { id, results: [result], unitId: unit.id });
}

/** The results of one unit, of which one has to be chosen. */
function Conflict({
  collectionId,
  lines,
  busy,
  onKeep,
}: {
  readonly collectionId: string;
  readonly lines: readonly ResultLine[];
  readonly busy: boolean;
  readonly onKeep: (result: number) => void;
}) {
  const t = useT();
  const language = useLanguage();
  const { utcOffset } = useAppInfo();
  const name = lines[0]?.name ?? '';
  return (
    <Scroll label={name}>
      <table className="mid">
        <caption className="collections__caption">{name}</caption>
        <thead>
          <tr>
            <th scope="col">{t('collections.column-file')}</th>
            <th scope="col">{t('collections.exported')}</th>
            <th scope="col">{t('files.code')}</th>
            <th scope="col" className="num">
              %
            </th>
            <th scope="col" className="num">
              {t('home.level')}
            </th>
            <td />
          </tr>
        </thead>
        <tbody>
          {lines.map(({ result, file, exportedAt, shortHash, percent, level }) => (
            <tr key={result}>
              <th scope="row">
                <Link href={`/collections/${collectionId}/units/${result}`} className="collections__link">
                  {file}
                </Link>
              </th>
              <td>{dayText(exportedAt, utcOffset)}</td>
              <td>{shortHash}</td>
              <td className="num">
                {percent === null ? '–' : formatNumber(exact(percent), language, 1, { fixed: true })}
              </td>
              <td className="num">{level ?? '–'}</td>
              <td>
                <Button busy={busy} onClick={() => onKeep(result)}>
                  {t('collections.keep')}
                  <span className="visually-hidden">: {file}</span>
                </Button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}

/** Rows that are drawn at a time. */
const PAGE = 10;

function Unmatched({
  collection: { id, unmatched, units },
  busy,
  onMatch,
  onAdd,
}: {
  readonly collection: CollectionView;
  readonly busy: boolean;
  readonly onMatch: (pairs: readonly Pair[]) => void;
  readonly onAdd: (line: UnmatchedLine) => void;
}) {
  const t = useT();
  const [picking, setPicking] = useState<UnmatchedLine | null>(null);
  const [most, setMost] = useState(PAGE);
  const likely = likelyPairs(unmatched);
  return (
    <>
      {likely.length > 1 && (
        <Button busy={busy} onClick={() => onMatch(likely)}>
          {t('collections.match-likely', { count: likely.length, percent: LIKELY * 100 })}
        </Button>
      )}
      <table className="mid collections__unmatched">
        <caption className="visually-hidden">{t('collections.unmatched-table')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('collections.in-file')}</th>
            <th scope="col">{t('collections.belongs')}</th>
          </tr>
        </thead>
        <tbody>
          {unmatched.slice(0, most).map((line) => (
            <tr key={line.result}>
              <th scope="row">
                <Link href={`/collections/${id}/units/${line.result}`} className="collections__link">
                  {line.name}
                </Link>
                <span className="collections__detail">
                  {[line.code, line.file].filter((text) => text !== '').join(' · ')}
                </span>
              </th>
              <td>
                <div className="row">
                  {line.suggestions.slice(0, 3).map(({ unitId, name, likeness }) => (
                    <Button key={unitId} busy={busy} onClick={() => onMatch([{ result: line.result, unitId }])}>
                      {t('collections.is', { name, percent: Math.round(likeness * 100) })}
                    </Button>
                  ))}
                  <Button look="quiet" aria-haspopup="dialog" onClick={() => setPicking(line)}>
                    {t('collections.pick-unit')}
                    <span className="visually-hidden">: {line.name}</span>
                  </Button>
                  <Button look="quiet" busy={busy} onClick={() => onAdd(line)}>
                    {t('collections.add-unit')}
                    <span className="visually-hidden">: {line.name}</span>
                  </Button>
                </div>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {unmatched.length > most && (
        <Button onClick={() => setMost(most + PAGE)}>
          {t('collections.more-rows', { count: Math.min(PAGE, unmatched.length - most) })}
        </Button>
      )}
      {picking && (
        <UnitPicker
          name={picking.name}
          units={units}
          onPick={(unitId) => {
            onMatch([{ result: picking.result, unitId }]);
            setPicking(null);
          }}
          onClose={() => setPicking(null)}
        />
      )}
    </>
  );
}
