import { X } from 'lucide-react';
import { useId, useLayoutEffect, useRef, type ReactNode } from 'react';
import { useT } from '../i18n/index.ts';
import { Button } from './Button.tsx';
import { Icon } from './Icon.tsx';

/**
 * A native modal dialog: the browser keeps the focus inside, closes it with Esc and gives the focus back. Mount it when
 * it is wanted and take it away in `onClose`.
 */
export function Dialog({
  title,
  onClose,
  actions,
  wide = false,
  children,
}: {
  readonly title: string;
  readonly onClose: () => void;
  readonly actions?: ReactNode;
  readonly wide?: boolean;
  readonly children: ReactNode;
}) {
  const t = useT();
  const ref = useRef<HTMLDialogElement>(null);
  const titleId = useId();

  // Layout effect: closing gives the focus back only while the dialog is still part of the page.
  useLayoutEffect(() => {
    const dialog = ref.current;
    if (dialog && !dialog.open) dialog.showModal();
    return () => dialog?.close();
  }, []);

  return (
    <dialog
      ref={ref}
      className={wide ? 'dialog dialog--wide' : 'dialog'}
      aria-labelledby={titleId}
      onCancel={(event) => {
        // Cancelling a file picker or a select inside must not close the dialog.
        if (event.target !== event.currentTarget) return;
        event.preventDefault();
        onClose();
      }}
    >
      <div className="dialog__head">
        <h2 id={titleId}>{title}</h2>
        <Button look="quiet" onClick={onClose} aria-label={t('common.close')}>
          <Icon of={X} />
        </Button>
      </div>
      <div className="dialog__body stack-2">{children}</div>
      {actions && <div className="dialog__actions">{actions}</div>}
    </dialog>
  );
}

/** Asks before something that cannot be taken back. The safe button comes last and needs no aim: Esc does the same. */
export function ConfirmDialog({
  title,
  confirm,
  busy = false,
  onConfirm,
  onClose,
  children,
}: {
  readonly title: string;
  /** Names the act, e.g. "Bỏ dữ liệu mẫu". */
  readonly confirm: string;
  readonly busy?: boolean;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
  readonly children: ReactNode;
}) {
  const t = useT();
  return (
    <Dialog
      title={title}
      onClose={onClose}
      actions={
        <>
          <Button look="primary" busy={busy} onClick={onConfirm}>
            {confirm}
          </Button>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
        </>
      }
    >
      {children}
    </Dialog>
  );
}
