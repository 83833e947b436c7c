import { Check, ChevronRight, CircleDashed } from 'lucide-react';
import { useState } from 'react';
import type { TraceView } from '../../../contract/views/compare.ts';
import { useTrace } from '../../api/queries.ts';
import { useLanguage, useT } from '../../i18n/index.ts';
import { Button } from '../../ui/Button.tsx';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { Loading } from '../../ui/Page.tsx';

/** From the overall level down to each answer; asked for when it is opened. */
export function Trace({ assessmentId }: { readonly assessmentId: string }) {
  const t = useT();
  const language = useLanguage();
  const [open, setOpen] = useState(false);
  /** Which way everything was opened or closed at once, and how often: a new number starts the tree anew. */
  const [all, setAll] = useState({ open: false, turn: 0 });
  const trace = useTrace(assessmentId, language, open);
  const turn = (next: boolean): void => setAll((now) => ({ open: next, turn: now.turn + 1 }));
  return (
    <details className="trace" open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        <Icon of={ChevronRight} /> <h2>{t('result.trace')}</h2>
      </summary>
      <p className="muted">{t('result.trace-text')}</p>
      {trace.error ? (
        <ErrorNotice error={trace.error} onRetry={() => void trace.refetch()} />
      ) : !trace.data ? (
        open && <Loading />
      ) : (
        <>
          <div className="row trace__tools">
            <Button look="quiet" onClick={() => turn(true)}>
              {t('result.trace-open')}
            </Button>
            <Button look="quiet" onClick={() => turn(false)}>
              {t('result.trace-close')}
            </Button>
          </div>
          <Lines node={trace.data} />
          <Children key={all.turn} of={trace.data} open={all.open} />
        </>
      )}
    </details>
  );
}

function Lines({ node }: { readonly node: TraceView }) {
  const t = useT();
  return (
    <ul className="trace__lines">
      {node.lines.map(({ text, met }, index) => (
        <li key={index} className={met === null ? undefined : 'trace__condition'}>
          {met !== null && (
            <>
              <Icon of={met ? Check : CircleDashed} />
              <span className="visually-hidden">{t(met ? 'result.trace-met' : 'result.trace-unmet')} </span>
            </>
          )}
          <span>{text}</span>
        </li>
      ))}
    </ul>
  );
}

function Children({ of: { children }, open }: { readonly of: TraceView; readonly open: boolean }) {
  const t = useT();
  if (children.length === 0) return null;
  return (
    <ul className="trace__children">
      {children.map((node) => {
        const name = t('result.step-of', { code: node.code, title: node.title });
        return (
          <li key={node.id}>
            {node.children.length === 0 ? (
              <>
                <p className="trace__item">{name}</p>
                <Lines node={node} />
              </>
            ) : (
              <Group node={node} name={name} first={open} />
            )}
          </li>
        );
      })}
    </ul>
  );
}

/** What lies below a group is made when it is first opened. */
function Group({ node, name, first }: { readonly node: TraceView; readonly name: string; readonly first: boolean }) {
  const [open, setOpen] = useState(first);
  return (
    <details open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        <Icon of={ChevronRight} /> <strong>{name}</strong>
      </summary>
      {open && (
        <>
          <Lines node={node} />
          <Children of={node} open={first} />
        </>
      )}
    </details>
  );
}
