import { useT } from '../i18n/index.ts';
import { Dialog } from '../ui/Dialog.tsx';
import './help.css';

/** The first three steps and the keys, one key (F1) away from every screen. */
export default function HelpDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useT();
  const or = (a: string, b: string): string => t('help.key-or', { a, b });
  const answer = t('help.where-answer');
  const everywhere = t('help.where-everywhere');
  const ladder = t('help.where-ladder');
  const rows: readonly (readonly [key: string, effect: string, where: string])[] = [
    [t('help.key-digits'), t('help.do-digits'), ladder],
    [t('help.key-arrows'), t('help.do-arrows'), ladder],
    ['Enter', t('help.do-enter'), ladder],
    [or('PageDown', 'PageUp'), t('help.do-page'), answer],
    ['F2', t('help.do-f2'), answer],
    ['F3', t('help.do-f3'), answer],
    ['F4', t('help.do-f4'), answer],
    [or('F6', 'Shift+F6'), t('help.do-f6'), answer],
    ['F7', t('help.do-f7'), answer],
    ['F8', t('help.do-f8'), answer],
    ['F9', t('help.do-f9'), answer],
    ['Alt+G', t('help.do-note'), answer],
    ['Ctrl+Z, Ctrl+Y', t('help.do-undo'), answer],
    ['Ctrl+S', t('help.do-save'), answer],
    ['Ctrl +, Ctrl −, Ctrl 0', t('help.do-zoom'), everywhere],
    ['F1', t('help.do-f1'), everywhere],
  ];
  return (
    <Dialog title={t('help.title')} onClose={onClose} wide>
      <section className="stack-1" aria-labelledby="help-steps">
        <h3 id="help-steps">{t('help.first-steps')}</h3>
        <ol className="help-steps">
          <li>{t('help.step-1')}</li>
          <li>{t('help.step-2')}</li>
          <li>{t('help.step-3')}</li>
        </ol>
      </section>
      <section className="stack-1" aria-labelledby="help-keys">
        <h3 id="help-keys">{t('help.keys')}</h3>
        <table className="help-keys">
          <thead>
            <tr>
              <th scope="col">{t('help.key')}</th>
              <th scope="col">{t('help.effect')}</th>
              <th scope="col">{t('help.where')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(([key, effect, where]) => (
              <tr key={key}>
                <th scope="row">
                  <kbd>{key}</kbd>
                </th>
                <td>{effect}</td>
                <td className="muted">{where}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </Dialog>
  );
}
