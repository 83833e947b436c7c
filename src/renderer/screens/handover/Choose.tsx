import { useQuery } from '@tanstack/react-query';
import { HAND_OVER_FORMATS } from '../../../contract/views/files.ts';
import { PASSPHRASE } from '../../../domain/package/limits.ts';
import { call } from '../../api/client.ts';
import { useLanguage, useT } from '../../i18n/index.ts';
import { Check } from '../../ui/Choices.tsx';
import { Field } from '../../ui/Field.tsx';
import { sizeText } from '../answer/side/file-text.ts';
import type { Wanted } from './hand-over.ts';

/** Is there a passphrase that is too short to be one? */
export function isShort({ formats, passphrase }: Wanted): boolean {
  return formats.includes('thuocso') && passphrase !== '' && lengthOf(passphrase) < PASSPHRASE.least;
}

/** As the program counts it. */
const lengthOf = (passphrase: string): number => passphrase.normalize('NFKC').trim().length;

/** Which files, what goes into them, and what is left out. */
export function Choose({
  assessmentId,
  wanted,
  short,
  onChange,
}: {
  readonly assessmentId: string;
  readonly wanted: Wanted;
  readonly short: boolean;
  readonly onChange: (wanted: Wanted) => void;
}) {
  const t = useT();
  const language = useLanguage();
  const { formats, attached, deidentified, passphrase } = wanted;
  const weight = useQuery({
    queryKey: ['handover-weight', assessmentId],
    queryFn: () => call('handover.weigh', { assessmentId }),
  }).data;
  const isPackage = formats.includes('thuocso');
  const canAttach = isPackage && !deidentified && weight !== undefined && weight.files > 0;
  const figures = weight && {
    files: weight.files,
    size: sizeText(weight.bytes, language),
    most: sizeText(weight.most, language),
  };
  return (
    <>
      <fieldset>
        <legend className="label">{t('handover.formats')}</legend>
        {HAND_OVER_FORMATS.map((format) => (
          <Check
            key={format}
            label={t(`handover.${format}`)}
            more={t(`handover.${format}-more`)}
            checked={formats.includes(format)}
            onChange={(on) =>
              onChange({
                ...wanted,
                formats: HAND_OVER_FORMATS.filter((one) => (one === format ? on : formats.includes(one))),
              })
            }
          />
        ))}
      </fieldset>
      {canAttach && figures && (
        <Check
          label={t('handover.attached', figures)}
          more={t(weight.bytes > weight.most ? 'handover.attached-too-large' : 'handover.attached-more', figures)}
          checked={attached}
          onChange={(on) => onChange({ ...wanted, attached: on })}
        />
      )}
      {isPackage && (
        <Field
          label={t('handover.passphrase')}
          optional
          hint={t('handover.passphrase-hint', { least: PASSPHRASE.least })}
          error={short ? t('handover.passphrase-short', { least: PASSPHRASE.least }) : undefined}
        >
          {(control) => (
            <input
              {...control}
              type="text"
              autoComplete="off"
              autoCapitalize="none"
              spellCheck={false}
              maxLength={PASSPHRASE.most}
              value={passphrase}
              onChange={(event) => onChange({ ...wanted, passphrase: event.currentTarget.value })}
            />
          )}
        </Field>
      )}
      {isPackage && passphrase !== '' && formats.length > 1 && (
        <p className="muted small">{t('handover.passphrase-others')}</p>
      )}
      <Check
        label={t('handover.deidentified')}
        more={t('handover.deidentified-more')}
        checked={deidentified}
        onChange={(on) => onChange({ ...wanted, deidentified: on })}
      />
    </>
  );
}
