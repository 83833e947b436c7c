import { useMemo, useState } from 'react';
import type { ExpectedUnit } from '../../../domain/collection/types.ts';
import { foldText } from '../../../domain/text/normalize.ts';
import { useT } from '../../i18n/index.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { Field } from '../../ui/Field.tsx';

/** Units that are listed at a time. */
const SHOWN = 30;

/** Finds one of the expected units by part of its name or code, with or without tone marks. */
export function UnitPicker({
  name,
  units,
  onPick,
  onClose,
}: {
  /** What the file says. */
  readonly name: string;
  readonly units: readonly ExpectedUnit[];
  readonly onPick: (unitId: string) => void;
  readonly onClose: () => void;
}) {
  const t = useT();
  const [wanted, setWanted] = useState('');
  const keyed = useMemo(
    () => units.map((unit) => ({ unit, key: foldText(`${unit.code} ${unit.name} ${unit.group}`) })),
    [units],
  );
  const words = foldText(wanted).split(' ').filter(Boolean);
  const found = keyed.filter(({ key }) => words.every((word) => key.includes(word)));
  return (
    <Dialog title={t('collections.pick-title', { name })} onClose={onClose}>
      <Field label={t('collections.pick-find')}>
        {(control) => (
          <input
            {...control}
            type="search"
            autoComplete="off"
            spellCheck={false}
            value={wanted}
            onChange={(event) => setWanted(event.currentTarget.value)}
          />
        )}
      </Field>
      <p className="small muted" role="status">
        {t('collections.pick-found', { count: found.length })}
      </p>
      <ul className="collections__pick">
        {found.slice(0, SHOWN).map(({ unit }) => (
          <li key={unit.id}>
            <button type="button" onClick={() => onPick(unit.id)}>
              {unit.name}
              <small>{[unit.code, unit.group].filter((text) => text !== '').join(' · ')}</small>
            </button>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
