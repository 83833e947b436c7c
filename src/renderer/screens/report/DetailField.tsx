import { LONGEST_DETAIL, MOST_LINES, type DetailList, type DetailText } from '../../../domain/report/details.ts';
import { useSettings } from '../../api/queries.ts';
import { useT, type Words } from '../../i18n/index.ts';
import { Field } from '../../ui/Field.tsx';
import { useHeldText } from '../../ui/typed-text.ts';
import { useReport } from './hooks.ts';
import type { DetailFault } from './report-session.ts';

/** The sentence for a fault of a field. */
export function faultText(t: Words, field: DetailText | 'date', fault: DetailFault | undefined): string | undefined {
  if (!fault) return undefined;
  if (fault === 'not-a-day' || field === 'date') return t('report.date-wrong');
  if (fault === 'too-many')
    return t('report.too-many', { field: t(`report.${field}`), max: MOST_LINES[field as DetailList] });
  return t('report.too-long', { field: t(`report.${field}`), max: LONGEST_DETAIL[field] });
}

/**
 * One text of the details: handed over in pauses, never reformatted.
 * @param props.rows more than one for lists with an entry per line
 * @param props.label where a firm calls the field otherwise
 */
export function DetailField({
  field,
  rows = 1,
  label,
  hint,
}: {
  readonly field: DetailText;
  readonly rows?: number;
  readonly label?: string;
  readonly hint?: string;
}) {
  const t = useT();
  const session = useReport();
  const { spellCheck } = useSettings();
  const typed = useHeldText(session, (text) => session.change({ [field]: text }));
  return (
    <Field
      id={`report-${field}`}
      label={label ?? t(`report.${field}`)}
      hint={hint}
      error={faultText(t, field, session.faults()[field])}
    >
      {(control) => {
        const props = {
          ...control,
          // Text that came from elsewhere is drawn anew.
          key: session.rewrites,
          defaultValue: session.details[field],
          autoComplete: 'off',
          ...typed,
        };
        return rows === 1 ? (
          <input {...props} key={props.key} type="text" spellCheck={false} />
        ) : (
          <textarea {...props} key={props.key} rows={rows} spellCheck={spellCheck} />
        );
      }}
    </Field>
  );
}
