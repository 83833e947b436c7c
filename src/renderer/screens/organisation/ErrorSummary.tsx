import { useEffect, useRef } from 'react';
import { useT } from '../../i18n/index.ts';
import { Notice } from '../../ui/Notice.tsx';
import { LONGEST, type ProfileErrors, type ProfileField } from './profile-form.ts';

/** The sentence for a fault, the same in the summary and beside the field. */
export function useFaultText(): (errors: ProfileErrors, field: ProfileField) => string | undefined {
  const t = useT();
  return (errors, field) => {
    const fault = errors[field];
    if (!fault) return undefined;
    if (fault === 'too-long' && field !== 'kind')
      return t('organisation.too-long', { field: t(`organisation.${field}`), max: LONGEST[field] });
    return field === 'name' ? t('organisation.name-missing') : t('organisation.kind-missing');
  };
}

/**
 * What has to be corrected, with a link to each field; takes the focus after every attempt.
 * @param props.attempt counts presses of the save button
 */
export function ErrorSummary({ errors, attempt }: { readonly errors: ProfileErrors; readonly attempt: number }) {
  const t = useT();
  const textOf = useFaultText();
  const ref = useRef<HTMLDivElement>(null);
  const fields = Object.keys(errors) as ProfileField[];

  useEffect(() => {
    if (attempt > 0) ref.current?.focus();
  }, [attempt]);

  if (fields.length === 0) return null;
  return (
    <div ref={ref} tabIndex={-1}>
      <Notice kind="error">
        <h2>{t('organisation.to-correct')}</h2>
        <ul>
          {fields.map((field) => (
            <li key={field}>
              <a
                href={`#${field}`}
                onClick={(event) => {
                  event.preventDefault();
                  document.getElementById(field)?.focus();
                }}
              >
                {textOf(errors, field)}
              </a>
            </li>
          ))}
        </ul>
      </Notice>
    </div>
  );
}
