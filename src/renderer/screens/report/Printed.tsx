import { useT } from '../../i18n/index.ts';
import type { FirmClosing, Frame } from '../../../domain/report/model.ts';
import type { Language } from '../../../domain/text/localized.ts';
import { useReport } from './hooks.ts';

/** What the document prints of the fields, as stored last: head, address, end. */
export function Printed({ agency, language }: { readonly agency: boolean; readonly language: Language }) {
  const t = useT();
  const { printed } = useReport();
  return (
    <aside className="report__printed" aria-labelledby="report-printed">
      <h2 id="report-printed" className="h3">
        {t(agency ? 'report.printed' : 'report.printed-end')}
      </h2>
      <div className="paper-sheet" lang={language}>
        {agency && printed.agency && <AgencyPaper frame={printed.agency} />}
        {!agency && (printed.firm ? <FirmPaper closing={printed.firm} /> : <p>{t('report.printed-none')}</p>)}
      </div>
      <p className="muted small">{t('report.printed-hint')}</p>
    </aside>
  );
}

const Lines = ({ of: lines, className }: { readonly of: readonly string[]; readonly className?: string }) =>
  lines.map((line, index) => (
    <p key={index} className={className}>
      {line}
    </p>
  ));

function AgencyPaper({ frame }: { readonly frame: Frame }) {
  const t = useT();
  const [only, ...more] = frame.addressees;
  return (
    <>
      <div className="paper-sheet__head">
        <div>
          <Lines of={frame.superior} />
          <Lines of={frame.issuer} className="paper-sheet__bold" />
        </div>
        <div className="paper-sheet__bold">
          <p className="paper-sheet__state">{t('report.printed-state')}</p>
          <p>{t('report.printed-motto')}</p>
        </div>
        <p>{frame.number}</p>
        <p className="paper-sheet__slanted">{frame.placeAndDate}</p>
      </div>
      <p className="paper-sheet__title">{t('report.printed-title')}</p>
      {more.length === 0 ? (
        <p className="paper-sheet__centre">
          {t('report.printed-addressee')} {only ?? '…………………'}
        </p>
      ) : (
        <div>
          <p>{t('report.printed-addressee')}</p>
          <Lines of={frame.addressees} />
        </div>
      )}
      <Lines of={frame.bases} className="paper-sheet__slanted" />
      <p className="paper-sheet__centre">…</p>
      <div className="paper-sheet__end">
        <div className="paper-sheet__copies">
          <p className="paper-sheet__bold paper-sheet__slanted">{t('report.printed-copies')}</p>
          <Lines of={frame.copies} />
        </div>
        <div>
          <Lines of={frame.signing} className="paper-sheet__bold" />
          <p className="paper-sheet__signer">{frame.signer}</p>
        </div>
      </div>
    </>
  );
}

function FirmPaper({ closing }: { readonly closing: FirmClosing }) {
  const t = useT();
  return (
    <div className="paper-sheet__end">
      <div className="paper-sheet__copies">
        {closing.addressees.length > 0 && <p className="paper-sheet__bold">{t('report.printed-firm-addressees')}</p>}
        <Lines of={closing.addressees} />
      </div>
      <div>
        <p className="paper-sheet__slanted">{closing.placeAndDate}</p>
        <p className="paper-sheet__bold">{closing.position}</p>
        <p className="paper-sheet__signer">{closing.signer}</p>
      </div>
    </div>
  );
}
