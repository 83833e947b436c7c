import type { ForeignResult } from '../../../contract/views/files.ts';
import type { SheetVerdict } from '../../../contract/views/workbook.ts';
import { useT } from '../../i18n/index.ts';
import { Notice } from '../../ui/Notice.tsx';

/** Cells that a long list shows at first sight. */
const SHOWN = 20;

/** How far the file can be relied on: its data, its sheets, the computer that it comes from. */
export function Soundness({ foreign }: { readonly foreign: ForeignResult }) {
  const t = useT();
  const { source, agrees, sheets, machine } = foreign;
  const isSheet = source === 'sheet';
  const mark = machine.mark ?? '';
  const isDoubtful = machine.kind === 'other' || machine.kind === 'broken';
  return (
    <section aria-labelledby="sound" className="stack-1">
      <h2 id="sound">{t('files.sound')}</h2>
      <ul className="measure">
        {!isSheet && <li>{t('files.intact')}</li>}
        {agrees !== null && <li>{t(agrees ? 'files.agrees' : 'files.disagrees')}</li>}
        {sheets && sheets.kind !== 'changed' && (
          <li>{t(`files.sheets-${sheets.kind}`, { appraised: sheets.appraised })}</li>
        )}
        {source === 'workbook' && sheets?.kind !== 'changed' && <li>{t('files.cells')}</li>}
        {!isSheet && !isDoubtful && <li>{t(`files.machine-${machine.kind}`, { mark })}</li>}
        {isSheet && <li>{t('files.sheet-plain')}</li>}
      </ul>
      {isDoubtful && (
        <Notice kind="warn">
          <p>{t(`files.machine-${machine.kind}`, { mark })}</p>
        </Notice>
      )}
      {sheets?.kind === 'changed' && <Changes sheets={sheets} />}
      {machine.kind !== 'none' && <p className="muted small measure">{t('files.machine-more')}</p>}
    </section>
  );
}

function Changes({ sheets }: { readonly sheets: SheetVerdict }) {
  const t = useT();
  const shown = sheets.changes.slice(0, SHOWN);
  const more = sheets.changed - shown.length;
  const cell = (text: string): string => (text === '' ? t('files.changes-empty') : text);
  return (
    <>
      <Notice kind="warn">
        <p>{t('files.sheets-changed', { changed: sheets.changed })}</p>
      </Notice>
      {shown.length > 0 && (
        <div className="scroll" role="region" aria-label={t('files.changes')} tabIndex={0}>
          <table className="open-changes">
            <caption className="visually-hidden">{t('files.changes')}</caption>
            <thead>
              <tr>
                <th scope="col">{t('files.changes-place')}</th>
                <th scope="col">{t('files.changes-before')}</th>
                <th scope="col">{t('files.changes-now')}</th>
              </tr>
            </thead>
            <tbody>
              {shown.map((change) => (
                <tr key={`${change.sheet}!${change.cell}`}>
                  <th scope="row">{[change.sheet, change.cell].filter(Boolean).join(' · ')}</th>
                  <td>{cell(change.before)}</td>
                  <td>{cell(change.now)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {more > 0 && <p className="muted">{t('files.changes-more', { more })}</p>}
    </>
  );
}
