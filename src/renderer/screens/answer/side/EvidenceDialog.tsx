import type { Evidence } from '../../../../domain/assessment/answer.ts';
import type { Item } from '../../../../domain/questionnaire/types.ts';
import { useT } from '../../../i18n/index.ts';
import { useSession } from '../hooks.ts';
import { DocumentDialog } from './DocumentDialog.tsx';
import { KnownDocuments } from './KnownDocuments.tsx';

/**
 * Cites a document for an item: one that was entered before, or a new one. With `editing` it changes an entry wherever
 * it is used. The document is stored first, then the answer that cites it.
 */
export function EvidenceDialog({
  item,
  editing,
  onClose,
}: {
  readonly item: Item;
  readonly editing: Evidence | null;
  readonly onClose: () => void;
}) {
  const t = useT();
  const session = useSession();
  const cite = (evidenceId: string): void => {
    const { evidence } = session.record(item.id);
    if (!evidence.includes(evidenceId)) session.change(item.id, { evidence: [...evidence, evidenceId] });
  };
  return (
    <DocumentDialog
      assessmentId={session.assessmentId}
      title={editing ? t('answer.evidence-title-edit') : t('answer.evidence-title-add', { code: item.code })}
      confirm={t(editing ? 'answer.evidence-save-edit' : 'answer.evidence-save')}
      editing={editing}
      heading={editing ? null : t('answer.evidence-new')}
      uses={editing ? session.usesOf(editing.id) : 0}
      {...(editing
        ? {}
        : {
            above: (onFailure: (error: unknown) => void) => (
              <KnownDocuments item={item} onUse={cite} onClose={onClose} onFailure={onFailure} />
            ),
          })}
      onStored={(evidence) => {
        session.addEvidence(evidence);
        if (!editing) cite(evidence.id);
      }}
      onClose={onClose}
    />
  );
}
