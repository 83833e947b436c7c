import { DOCUMENT_LANGUAGES, THEMES, type Settings } from '../../../contract/views/settings.ts';
import { LANGUAGES } from '../../../domain/text/localized.ts';
import { useAppInfo, useOrganisations, useUpdateSettings } from '../../api/queries.ts';
import { currentOrganisation } from '../../api/lists.ts';
import { ZOOM_STEPS } from '../../app/zoom.ts';
import { useT } from '../../i18n/index.ts';
import { BackupLine } from '../../ui/BackupLine.tsx';
import { LinkButton } from '../../ui/Button.tsx';
import { Check, Radios } from '../../ui/Choices.tsx';
import { Field } from '../../ui/Field.tsx';
import { ModeChoice } from '../../ui/ModeChoice.tsx';
import { PersonField } from '../../ui/PersonField.tsx';
import { Links } from './Links.tsx';
import { DATA_LINKS, ORGANISATION_LINKS } from './links.ts';
import type { Section } from './sections.ts';

function useSet(): (change: Partial<Settings>) => void {
  const { mutate } = useUpdateSettings();
  return (change) => mutate(change);
}

/** The steps, and the present size if it is between two of them. */
function sizes(zoom: number): number[] {
  return [...new Set([...ZOOM_STEPS, zoom])].sort((a, b) => a - b);
}

function General() {
  const t = useT();
  const { settings } = useAppInfo();
  const set = useSet();
  return (
    <>
      <Radios
        legend={t('settings.language')}
        name="language"
        value={settings.language}
        choices={LANGUAGES.map((value) => ({ value, label: t(`settings.language-${value}`), lang: value }))}
        onChoose={(language) => set({ language })}
      />
      <Radios
        legend={t('settings.theme')}
        name="theme"
        value={settings.theme}
        choices={THEMES.map((value) => ({ value, label: t(`settings.theme-${value}`) }))}
        onChoose={(theme) => set({ theme })}
      />
      <Field label={t('settings.zoom')} hint={t('settings.zoom-hint')}>
        {(control) => (
          <select
            {...control}
            className="settings-zoom"
            value={settings.zoom}
            onChange={(event) => set({ zoom: Number(event.currentTarget.value) })}
          >
            {sizes(settings.zoom).map((zoom) => (
              <option key={zoom} value={zoom}>
                {zoom}%
              </option>
            ))}
          </select>
        )}
      </Field>
      <div>
        <ModeChoice legend={t('settings.mode')} />
        <p className="field__hint">{t('settings.mode-more')}</p>
      </div>
      <PersonField />
    </>
  );
}

function Input() {
  const t = useT();
  const { settings, host } = useAppInfo();
  const set = useSet();
  return (
    <>
      <Check
        label={t('settings.digit-keys')}
        more={t('settings.digit-keys-more')}
        checked={settings.digitKeys}
        onChange={(digitKeys) => set({ digitKeys })}
      />
      <Check
        label={t('settings.auto-advance')}
        more={t('settings.auto-advance-more')}
        checked={settings.autoAdvance}
        onChange={(autoAdvance) => set({ autoAdvance })}
      />
      {host === 'electron' ? (
        <p className="muted measure">{t('settings.spell-check-none')}</p>
      ) : (
        <Check
          label={t('settings.spell-check')}
          more={t('settings.spell-check-more')}
          checked={settings.spellCheck}
          onChange={(spellCheck) => set({ spellCheck })}
        />
      )}
      <LinkButton to="/shortcuts">{t('header.shortcuts')}</LinkButton>
    </>
  );
}

function OrganisationPart() {
  const t = useT();
  const { settings } = useAppInfo();
  const organisation = currentOrganisation(useOrganisations().data ?? [], settings.organisationId);
  return (
    <>
      <p>
        {organisation ? (
          <>
            {t('settings.organisation-now')} <strong>{organisation.name}</strong>
          </>
        ) : (
          t('home.empty-title')
        )}
      </p>
      <Links links={ORGANISATION_LINKS} organisationId={organisation?.id ?? null} />
    </>
  );
}

function Output() {
  const t = useT();
  const { settings } = useAppInfo();
  const set = useSet();
  return (
    <>
      <Radios
        legend={t('settings.document-language')}
        name="document-language"
        value={settings.documentLanguage}
        choices={DOCUMENT_LANGUAGES.map((value) =>
          value === 'screen'
            ? { value, label: t('settings.document-language-screen') }
            : { value, label: t(`settings.language-${value}`), lang: value },
        )}
        onChoose={(documentLanguage) => set({ documentLanguage })}
      />
      <p className="muted measure">{t('settings.output-more')}</p>
    </>
  );
}

function Data() {
  const t = useT();
  const { settings, dataFolder } = useAppInfo();
  return (
    <>
      <div className="stack-1">
        <p>{t('settings.data-folder')}</p>
        <p className="settings-path">{dataFolder}</p>
        <p className="muted small">{t('settings.data-more')}</p>
      </div>
      <p>
        <BackupLine />
      </p>
      <Links links={DATA_LINKS} organisationId={settings.organisationId} />
    </>
  );
}

function AboutPart() {
  const t = useT();
  const { version } = useAppInfo();
  return (
    <>
      <p>
        <strong>{t('common.app')}</strong> · {t('home.version', { version })}
      </p>
      <p className="measure">{t('about.what')}</p>
      <LinkButton to="/about">{t('settings.about-more')}</LinkButton>
    </>
  );
}

export const PARTS: Readonly<Record<Section, () => React.JSX.Element>> = {
  general: General,
  input: Input,
  organisation: OrganisationPart,
  output: Output,
  data: Data,
  about: AboutPart,
};
