import { useT } from '../../i18n/index.ts';
import { DetailField } from './DetailField.tsx';

/** The few fields of a firm's sheet: who stands for it, where, and to whom it goes. */
export function FirmFields() {
  const t = useT();
  return (
    <section className="stack-2" aria-labelledby="report-firm">
      <h2 id="report-firm">{t('report.section-firm')}</h2>
      <div className="report__pair">
        <DetailField field="signerName" label={t('report.firm-name')} />
        <DetailField field="signerTitle" label={t('report.firm-position')} hint={t('report.firm-position-hint')} />
      </div>
      <DetailField field="place" hint={t('report.firm-place-hint')} />
      <DetailField
        field="addressees"
        rows={3}
        label={t('report.firm-addressees')}
        hint={t('report.firm-addressees-hint')}
      />
    </section>
  );
}
