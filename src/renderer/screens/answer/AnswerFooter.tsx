import { ChevronLeft, ChevronRight, ListEnd, Redo2, Undo2 } from 'lucide-react';
import { useT } from '../../i18n/index.ts';
import { Button, LinkButton } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import type { OutlineItem } from './outline.ts';

/** The way on, back, across and out. The one primary button names where it leads. */
export function AnswerFooter({
  next,
  first,
  fixing,
  hint,
  readOnly,
  onUndo,
  onRedo,
  onPrevious,
  onNext,
  onJump,
  onCheck,
}: {
  /** Null at the last question. */
  readonly next: OutlineItem | null;
  readonly first: boolean;
  /** Came from checking, and goes back there. */
  readonly fixing: boolean;
  readonly hint: string;
  readonly readOnly: boolean;
  readonly onUndo: () => void;
  readonly onRedo: () => void;
  readonly onPrevious: () => void;
  readonly onNext: () => void;
  readonly onJump: () => void;
  readonly onCheck: () => void;
}) {
  const t = useT();
  return (
    <>
      {!first && (
        <Button onClick={onPrevious} aria-keyshortcuts="PageUp">
          <Icon of={ChevronLeft} /> {t('answer.previous')} <kbd>PgUp</kbd>
        </Button>
      )}
      <Button look="quiet" onClick={onJump} aria-haspopup="dialog" aria-keyshortcuts="F2">
        <Icon of={ListEnd} /> {t('answer.jump')} <kbd>F2</kbd>
      </Button>
      {!readOnly && (
        <>
          <Button
            look="quiet"
            className="btn--icon"
            onClick={onUndo}
            aria-label={t('answer.undo')}
            title={`${t('answer.undo')} (Ctrl+Z)`}
            aria-keyshortcuts="Control+Z"
          >
            <Icon of={Undo2} />
          </Button>
          <Button
            look="quiet"
            className="btn--icon"
            onClick={onRedo}
            aria-label={t('answer.redo')}
            title={`${t('answer.redo')} (Ctrl+Y)`}
            aria-keyshortcuts="Control+Y"
          >
            <Icon of={Redo2} />
          </Button>
        </>
      )}
      <LinkButton to="/" look="quiet" className="wide">
        {t('answer.leave')}
      </LinkButton>
      <span className="muted small push wide">{hint}</span>
      {fixing ? (
        <>
          {next && (
            <Button onClick={onNext} aria-keyshortcuts="PageDown" className="answer-next">
              {t('answer.next', { code: next.item.code })} <kbd>PgDn</kbd>
            </Button>
          )}
          <Button look="primary" onClick={onCheck} className="answer-next">
            {t('answer.back-to-check')}
            <Icon of={ChevronRight} />
          </Button>
        </>
      ) : (
        <Button look="primary" onClick={next ? onNext : onCheck} aria-keyshortcuts="PageDown" className="answer-next">
          {next ? t('answer.next', { code: next.item.code }) : t('answer.check')} <kbd>PgDn</kbd>
          <Icon of={ChevronRight} />
        </Button>
      )}
    </>
  );
}
