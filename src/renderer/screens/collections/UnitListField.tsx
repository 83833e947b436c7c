import { FileText } from 'lucide-react';
import { useQuery } from '@tanstack/react-query';
import { useDeferredValue, useRef, useState } from 'react';
import { call } from '../../api/client.ts';
import { useT } from '../../i18n/index.ts';
import { Button } from '../../ui/Button.tsx';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { Field } from '../../ui/Field.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { Scroll } from '../../ui/Scroll.tsx';

/** Lines of a reading that are shown before they are taken. */
const SHOWN = 5;
const MOST_BYTES = 2 * 1024 * 1024;

/** The expected units as a list that can be pasted from a sheet or read from a text file; what was understood stands below. */
export function UnitListField({ text, onText }: { readonly text: string; readonly onText: (text: string) => void }) {
  const t = useT();
  const file = useRef<HTMLInputElement>(null);
  // A list that was read from a file replaces what stands in the field.
  const [reads, setReads] = useState(0);
  const [tooBig, setTooBig] = useState(false);
  const list = useDeferredValue(text);
  const reading = useQuery({
    queryKey: ['unit-list', list],
    queryFn: () => call('collections.preview', { list }),
    enabled: list.trim() !== '',
    gcTime: 0,
    placeholderData: (before) => before,
  });

  async function read(input: HTMLInputElement): Promise<void> {
    const chosen = input.files?.[0];
    input.value = '';
    if (!chosen) return;
    setTooBig(chosen.size > MOST_BYTES);
    if (chosen.size > MOST_BYTES) return;
    onText((await chosen.text()).replace(/^\uFEFF/, '').normalize('NFC'));
    setReads(reads + 1);
  }

  const found = list.trim() === '' ? null : (reading.data ?? null);
  return (
    <div className="stack-1">
      <Field
        label={t('collections.units')}
        optional
        hint={t('collections.units-hint')}
        error={tooBig ? t('collections.units-too-big') : undefined}
      >
        {(control) => (
          <textarea
            {...control}
            key={reads}
            className="collections__units"
            rows={7}
            wrap="off"
            autoComplete="off"
            spellCheck={false}
            defaultValue={text}
            onChange={(event) => onText(event.currentTarget.value)}
          />
        )}
      </Field>
      <div className="row">
        <Button onClick={() => file.current?.click()}>
          <Icon of={FileText} /> {t('collections.units-file')}
        </Button>
        <input
          ref={file}
          type="file"
          hidden
          accept=".csv,.txt,.tsv"
          aria-label={t('collections.units-file')}
          onChange={(event) => void read(event.currentTarget)}
        />
        <p className="small" role="status">
          {found && t('collections.units-read', { count: found.units.length })}
        </p>
      </div>
      {reading.error && <ErrorNotice error={reading.error} />}
      {found && found.units.length > 0 && (
        <Scroll label={t('collections.units-first')}>
          <table className="small">
            <caption className="visually-hidden">{t('collections.units-first')}</caption>
            <thead>
              <tr>
                {(['code', 'unit', 'group', 'tags'] as const).map((column) => (
                  <th key={column} scope="col">
                    {t(`collections.list-${column}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {found.units.slice(0, SHOWN).map((unit, index) => (
                <tr key={index}>
                  <td>{unit.code}</td>
                  <th scope="row">{unit.name}</th>
                  <td>{unit.group}</td>
                  <td>{unit.tags.join(', ')}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </Scroll>
      )}
      {found && found.skipped.length > 0 && (
        <details>
          <summary>{t('collections.units-skipped', { count: found.skipped.length })}</summary>
          <ul className="small">
            {found.skipped.slice(0, 50).map(({ line, text: said, reason }) => (
              <li key={line}>{t(`collections.skipped-${reason}`, { line, text: said })}</li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}
