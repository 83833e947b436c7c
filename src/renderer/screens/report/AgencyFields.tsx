import { AUTHORITIES, type Authority } from '../../../domain/report/details.ts';
import { useT } from '../../i18n/index.ts';
import { Field } from '../../ui/Field.tsx';
import { DateFields } from './DateFields.tsx';
import { DetailField } from './DetailField.tsx';
import { useReport } from './hooks.ts';

/** Those who sign in the head's place have a position of their own. */
const WITH_POSITION: readonly Authority[] = ['deputy', 'order', 'delegated'];

/** The fields of an agency's document, in the order of the paper. */
export function AgencyFields() {
  const t = useT();
  return (
    <>
      <section className="stack-2" aria-labelledby="report-issuing">
        <h2 id="report-issuing">{t('report.section-issuing')}</h2>
        <DetailField field="superior" rows={2} hint={t('report.superior-hint')} />
        <DetailField field="issuer" rows={2} hint={t('report.issuer-hint')} />
        <div className="report__pair">
          <DetailField field="number" hint={t('report.number-hint')} />
          <DetailField field="symbol" hint={t('report.symbol-hint')} />
        </div>
        <DetailField field="place" hint={t('report.place-hint')} />
        <DateFields />
      </section>
      <section className="stack-2" aria-labelledby="report-address">
        <h2 id="report-address">{t('report.section-address')}</h2>
        <DetailField field="addressees" rows={3} hint={t('report.addressees-hint')} />
        <DetailField field="bases" rows={4} hint={t('report.bases-hint')} />
      </section>
      <section className="stack-2" aria-labelledby="report-signing">
        <h2 id="report-signing">{t('report.section-signing')}</h2>
        <AuthorityField />
        <DetailField field="headTitle" hint={t('report.headTitle-hint')} />
        <SignerPosition />
        <DetailField field="signerName" hint={t('report.signerName-hint')} />
        <DetailField field="copies" rows={4} hint={t('report.copies-hint')} />
      </section>
    </>
  );
}

function AuthorityField() {
  const t = useT();
  const session = useReport();
  return (
    <Field id="report-authority" label={t('report.authority')}>
      {(control) => (
        <select
          {...control}
          value={session.details.authority}
          onChange={(event) => session.change({ authority: event.currentTarget.value as Authority })}
        >
          {AUTHORITIES.map((authority) => (
            <option key={authority} value={authority}>
              {t(`report.authority-${authority}`)}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

function SignerPosition() {
  const t = useT();
  const { details } = useReport();
  if (!WITH_POSITION.includes(details.authority)) return null;
  return <DetailField field="signerTitle" hint={t('report.signerTitle-hint')} />;
}
