import { useState } from 'react';
import type { Organisation } from '../../../domain/assessment/organisation.ts';
import { useAppInfo } from '../../api/queries.ts';
import { useLocalized, useT } from '../../i18n/index.ts';
import { Field } from '../../ui/Field.tsx';
import { byName } from '../../api/lists.ts';
import { useFaultText } from './ErrorSummary.tsx';
import type { ProfileErrors } from './profile-form.ts';

const FAMILIES = ['agency', 'enterprise'] as const;

export function ProfileFields({
  profile,
  others,
  errors,
}: {
  readonly profile: Organisation;
  readonly others: readonly Organisation[];
  readonly errors: ProfileErrors;
}) {
  const t = useT();
  const localized = useLocalized();
  const faultText = useFaultText();
  const { kinds, provinces } = useAppInfo();
  const [kind, setKind] = useState(profile.kind);
  const family = kinds.find(({ id }) => id === kind)?.family;

  return (
    <>
      <Field
        id="name"
        label={t('organisation.name')}
        hint={t('organisation.name-hint')}
        error={faultText(errors, 'name')}
      >
        {(control) => <input {...control} type="text" name="name" defaultValue={profile.name} spellCheck={false} />}
      </Field>

      <div className="profile-pair">
        <Field id="kind" label={t('organisation.kind')} error={faultText(errors, 'kind')}>
          {(control) => (
            <select
              {...control}
              name="kind"
              defaultValue={profile.kind}
              onChange={(event) => setKind(event.currentTarget.value)}
            >
              <option value="">{t('organisation.kind-choose')}</option>
              {FAMILIES.map((name) => (
                <optgroup key={name} label={t(`organisation.family-${name}`)}>
                  {kinds
                    .filter((entry) => entry.family === name)
                    .map((entry) => (
                      <option key={entry.id} value={entry.id}>
                        {localized(entry.name)}
                      </option>
                    ))}
                </optgroup>
              ))}
            </select>
          )}
        </Field>
        <Field id="province" label={t('organisation.province')} optional>
          {(control) => (
            <select {...control} name="province" defaultValue={profile.province}>
              <option value="">{t('organisation.province-none')}</option>
              {byName(provinces).map(({ code, name }) => (
                <option key={code} value={code}>
                  {name}
                </option>
              ))}
            </select>
          )}
        </Field>
      </div>

      <Field
        id="code"
        label={family === 'enterprise' ? t('organisation.tax-code') : t('organisation.code')}
        optional
        hint={family === 'enterprise' ? t('organisation.tax-code-hint') : t('organisation.code-hint')}
        error={faultText(errors, 'code')}
      >
        {(control) => (
          <input
            {...control}
            type="text"
            name="code"
            className="profile-code"
            defaultValue={profile.code}
            spellCheck={false}
          />
        )}
      </Field>

      <Field id="address" label={t('organisation.address')} optional error={faultText(errors, 'address')}>
        {(control) => (
          <input {...control} type="text" name="address" defaultValue={profile.address} spellCheck={false} />
        )}
      </Field>

      <Field
        id="contact"
        label={t('organisation.contact')}
        optional
        hint={t('organisation.contact-hint')}
        error={faultText(errors, 'contact')}
      >
        {(control) => (
          <input {...control} type="text" name="contact" defaultValue={profile.contact} spellCheck={false} />
        )}
      </Field>

      <Predecessors chosen={profile.predecessors} others={others} />
    </>
  );
}

/** Which known organisations this one was formed from, so that rounds before a merger can be compared. */
function Predecessors({
  chosen,
  others,
}: {
  readonly chosen: readonly string[];
  readonly others: readonly Organisation[];
}) {
  const t = useT();
  return (
    <fieldset aria-describedby="predecessors-hint">
      <legend className="label">
        {t('organisation.predecessors')} <span className="field__optional">({t('common.optional')})</span>
      </legend>
      <p id="predecessors-hint" className="field__hint">
        {t('organisation.predecessors-hint')} {others.length === 0 && t('organisation.predecessors-none')}
      </p>
      {byName(others).map(({ id, name }) => (
        <label key={id} className="pick">
          <input type="checkbox" name="predecessors" value={id} defaultChecked={chosen.includes(id)} />
          <span>{name}</span>
        </label>
      ))}
    </fieldset>
  );
}
