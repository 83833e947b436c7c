import { Printer } from 'lucide-react';
import { runMenuAction } from '../../api/events.ts';
import { chordTexts, SHORTCUT_PLACES, SHORTCUTS, type ShortcutId } from '../../app/shortcuts.ts';
import { useT } from '../../i18n/index.ts';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { Page } from '../../ui/Page.tsx';
import { PageHeading } from '../../ui/PageHeading.tsx';
import './shortcuts.css';

type Row = (typeof SHORTCUTS)[(typeof SHORTCUT_PLACES)[number]][number];

/** Rows whose keys are named in words. */
const IN_WORDS = ['digits', 'arrows'] as const satisfies readonly ShortcutId[];

/** Every key of the program, from the table that the keys act from. Fits one sheet of paper. */
export default function ShortcutsScreen() {
  const t = useT();
  return (
    <Page
      title={[t('shortcuts.title')]}
      context={{ name: t('common.tagline'), detail: t('shortcuts.title') }}
      className="stack-3"
    >
      <div className="stack-1">
        <div className="row">
          <PageHeading>{t('shortcuts.title')}</PageHeading>
          <Button className="shortcuts-print push" onClick={() => runMenuAction('print')}>
            <Icon of={Printer} />
            {t('shortcuts.print')}
          </Button>
        </div>
        <p className="measure">{t('shortcuts.intro')}</p>
        <p className="measure">{t('shortcuts.tab')}</p>
      </div>
      <div className="shortcuts">
        {SHORTCUT_PLACES.map((place) => (
          <section key={place} aria-labelledby={`keys-${place}`}>
            <h2 id={`keys-${place}`}>{t(`shortcuts.${place}`)}</h2>
            <table aria-labelledby={`keys-${place}`}>
              <thead>
                <tr>
                  <th scope="col">{t('shortcuts.key')}</th>
                  <th scope="col">{t('shortcuts.effect')}</th>
                </tr>
              </thead>
              <tbody>
                {SHORTCUTS[place].map((row) => (
                  <tr key={row.id}>
                    <th scope="row">
                      <Keys row={row} />
                    </th>
                    <td>{t(`shortcut.${row.id}`)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </section>
        ))}
      </div>
    </Page>
  );
}

function Keys({ row }: { readonly row: Row }) {
  const t = useT();
  const inWords = IN_WORDS.find((id) => id === row.id);
  if (inWords) return t(`shortcut.key-${inWords}`);
  return chordTexts(row).map((text, index) => (
    <span key={text}>
      {index > 0 && ', '}
      <kbd>{text}</kbd>
    </span>
  ));
}
