import { Check, CircleAlert } from 'lucide-react';
import type { LibraryDetail } from '../../../contract/views/library.ts';
import type { ItemDifference, RuleDifference } from '../../../domain/questionnaire/versions.ts';
import { useLocalized, useT } from '../../i18n/index.ts';
import { Tag } from '../../ui/Tag.tsx';

const BREAKS = new Set<ItemDifference['changes'][number]>(['added', 'removed', 'meaning', 'scale']);

/** What this version changed against the one before it, item by item, and what that means for comparing. */
export function Changes({ changed }: { readonly changed: NonNullable<LibraryDetail['changed']> }) {
  const t = useT();
  const say = useLocalized();
  const { items, rules, comparable, newer, dropped } = changed.difference;
  return (
    <section aria-labelledby="changed" className="stack-1">
      <h2 id="changed">{t('library.changed', { version: changed.from })}</h2>
      <p className="measure">{t('library.changed-counts', { comparable, newer, dropped })}</p>
      {rules.length > 0 && <Rules rules={rules} />}
      {items.length === 0 ? (
        <p className="muted">{t('library.changed-none')}</p>
      ) : (
        <div className="scroll">
          <table>
            <caption className="visually-hidden">{t('library.changed', { version: changed.from })}</caption>
            <thead>
              <tr>
                <th scope="col">{t('library.item')}</th>
                <th scope="col">{t('library.what')}</th>
                <th scope="col">{t('library.effect')}</th>
              </tr>
            </thead>
            <tbody>
              {items.map((item) => (
                <tr key={`${item.itemId} ${item.changes.join()}`}>
                  <th scope="row">
                    {item.code} {say(item.title)}
                  </th>
                  <td>{item.changes.map((change) => t(`library.change-${change}`)).join(', ')}</td>
                  <td>
                    {item.changes.some((change) => BREAKS.has(change)) ? (
                      <Tag kind="warn" icon={CircleAlert}>
                        {t('library.breaks')}
                      </Tag>
                    ) : (
                      <Tag kind="plain" icon={Check}>
                        {t('library.compares')}
                      </Tag>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}

function Rules({ rules }: { readonly rules: readonly RuleDifference[] }) {
  const t = useT();
  const say = useLocalized();
  const parts = rules.map(({ part, title }) =>
    part === 'group' ? t('library.part-group', { title: title ? say(title) : '' }) : t(`library.part-${part}`),
  );
  return <p className="measure">{t('library.changed-rules', { parts: parts.join(', ') })}</p>;
}
