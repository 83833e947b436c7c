import {
  Ban,
  Check,
  CircleAlert,
  Copy,
  FileQuestion,
  History,
  PencilLine,
  TriangleAlert,
  type LucideIcon,
} from 'lucide-react';
import { useMemo, useState } from 'react';
import { Link } from 'wouter';
import type { FileOutcome, ImportRun } from '../../../contract/views/collections.ts';
import { outcomeText } from '../../../domain/collection/outcome-text.ts';
import type { OutcomeKind } from '../../../domain/collection/types.ts';
import { useLanguage, useT } from '../../i18n/index.ts';
import { Button } from '../../ui/Button.tsx';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { Loading } from '../../ui/Page.tsx';
import { Tag } from '../../ui/Tag.tsx';
import { OutputNotice, useOutput } from './output.tsx';
import { useOutcomes } from './queries.ts';

/** Rows that are drawn at a time. */
const PAGE = 100;

type Look = readonly [kind: 'ok' | 'plain' | 'warn' | 'error', icon: LucideIcon];

const LOOKS: Readonly<Record<OutcomeKind, Look>> = {
  accepted: ['ok', Check],
  revision: ['ok', Check],
  known: ['plain', Copy],
  earlier: ['plain', History],
  conflict: ['warn', Copy],
  removed: ['plain', Ban],
  changed: ['error', PencilLine],
  'part-lost': ['error', CircleAlert],
  damaged: ['error', CircleAlert],
  'unknown-questionnaire': ['warn', FileQuestion],
  'other-questionnaire': ['warn', FileQuestion],
  'newer-format': ['warn', FileQuestion],
  'too-large': ['error', TriangleAlert],
  unreadable: ['error', CircleAlert],
  stopped: ['error', TriangleAlert],
};

const isFine = ({ kind }: FileOutcome): boolean => kind === 'accepted' || kind === 'revision';
/** Nothing to be done about it, but not counted anew either. */
const isQuiet = ({ kind }: FileOutcome): boolean => LOOKS[kind][0] === 'plain';

/** One row for each file of a run: what it came to, why, and what to do. First what needs a look. */
export function Outcomes({ run }: { readonly run: ImportRun }) {
  const t = useT();
  const outcomes = useOutcomes(run.run, run.state === 'done');
  const parts = useMemo(() => {
    const all = outcomes.data ?? [];
    return {
      look: all.filter((outcome) => !isFine(outcome) && !isQuiet(outcome)),
      quiet: all.filter(isQuiet),
      fine: all.filter(isFine),
    };
  }, [outcomes.data]);
  if (outcomes.error) return <ErrorNotice error={outcomes.error} onRetry={() => void outcomes.refetch()} />;
  if (!outcomes.data) return <Loading />;
  const { look, quiet, fine } = parts;
  return (
    <section className="stack-2" aria-labelledby="outcomes">
      <div className="row collections__bar">
        <h2 id="outcomes">
          {look.length === 0
            ? t('collections.all-fine', { count: fine.length })
            : t('collections.to-look', { count: look.length, fine: fine.length })}
        </h2>
        {run.collections[0] !== undefined && <SaveList run={run} collectionId={run.collections[0]} />}
      </div>
      <p className="muted">{t('collections.all-read', { count: outcomes.data.length })}</p>
      {look.length > 0 && <Table outcomes={look} />}
      {quiet.length > 0 && (
        <Rest label={t('collections.quiet', { count: quiet.length })} outcomes={quiet} open={look.length === 0} />
      )}
      {fine.length > 0 && <Rest label={t('collections.fine', { count: fine.length })} outcomes={fine} />}
    </section>
  );
}

/** Rows behind a line; drawn when they are wanted. */
function Rest({
  label,
  outcomes,
  open: first = false,
}: {
  readonly label: string;
  readonly outcomes: readonly FileOutcome[];
  readonly open?: boolean;
}) {
  const [open, setOpen] = useState(first);
  return (
    <details open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{label}</summary>
      {open && <Table outcomes={outcomes} />}
    </details>
  );
}

function Table({ outcomes }: { readonly outcomes: readonly FileOutcome[] }) {
  const t = useT();
  const [most, setMost] = useState(PAGE);
  return (
    <>
      <table className="collections__outcomes">
        <caption className="visually-hidden">{t('collections.outcomes')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('collections.column-file')}</th>
            <th scope="col">{t('collections.column-verdict')}</th>
            <th scope="col">{t('collections.column-why')}</th>
          </tr>
        </thead>
        <tbody>
          {outcomes.slice(0, most).map((outcome) => (
            <Row key={`${outcome.at} ${outcome.part}`} outcome={outcome} />
          ))}
        </tbody>
      </table>
      {outcomes.length > most && (
        <Button onClick={() => setMost(most + PAGE)}>
          {t('collections.more-rows', { count: Math.min(PAGE, outcomes.length - most) })}
        </Button>
      )}
    </>
  );
}

function Row({ outcome }: { readonly outcome: FileOutcome }) {
  const t = useT();
  const language = useLanguage();
  const { verdict, why } = outcomeText(outcome, language);
  const [kind, icon] = LOOKS[outcome.kind];
  const { collectionId, result, unit } = outcome;
  return (
    <tr>
      <th scope="row">
        <span className="collections__file">{outcome.name}</span>
        {unit !== '' && <span className="collections__detail">{unit}</span>}
      </th>
      <td>
        <Tag kind={kind} icon={icon}>
          {verdict}
        </Tag>
      </td>
      <td>
        {why}{' '}
        {collectionId !== null && result !== null && (
          <Link href={`/collections/${collectionId}/units/${result}`} className="collections__link">
            {t('collections.see-unit')}
            <span className="visually-hidden"> {unit}</span>
          </Link>
        )}
      </td>
    </tr>
  );
}

/** The list of outcomes as a file. */
function SaveList({ run, collectionId }: { readonly run: ImportRun; readonly collectionId: string }) {
  const t = useT();
  const { state, save } = useOutput(collectionId, { run: run.run });
  return (
    <>
      <Button busy={state.kind === 'making'} onClick={() => save('outcomes')}>
        {t('collections.save-list')}
      </Button>
      <OutputNotice state={state} />
    </>
  );
}
