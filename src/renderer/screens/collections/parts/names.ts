/** Units under the names that may be shown. */
import { useMemo } from 'react';
import type { CollectionOverview, UnitLine } from '../../../../contract/views/collections.ts';
import { collectionWords } from '../../../../domain/collection/report/context.ts';
import { useLanguage } from '../../../i18n/index.ts';

export interface NamedLine {
  readonly line: UnitLine;
  readonly name: string;
}

/** Hidden names are numbers; a unit that is not counted has none and stays out. */
export function useNamed({ units }: CollectionOverview, hideNames: boolean): readonly NamedLine[] {
  const language = useLanguage();
  return useMemo(() => {
    if (!hideNames) return units.map((line) => ({ line, name: line.name }));
    const digits = Math.max(2, String(units.length).length);
    const words = collectionWords(language);
    return units.flatMap((line) =>
      line.number === null
        ? []
        : [{ line, name: words('unit', { number: String(line.number).padStart(digits, '0') }) }],
    );
  }, [units, hideNames, language]);
}
