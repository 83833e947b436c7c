import { useEffect, useRef, type ReactNode, type Ref } from 'react';
import { THEMES, type Settings } from '../../../contract/views.ts';
import { LANGUAGES } from '../../../domain/text/localized.ts';
import { useAppInfo, useUpdateSettings } from '../../api/queries.ts';
import { ZOOM_STEPS } from '../../app/zoom.ts';
import { useT } from '../../i18n/index.ts';
import { Field } from '../../ui/Field.tsx';
import { Page } from '../../ui/Page.tsx';
import { PageHeading } from '../../ui/PageHeading.tsx';
import { About } from './About.tsx';
import './settings.css';

/** Every control takes effect and is stored at once. @param props.section "about" goes to that part */
export default function SettingsScreen({ section }: { readonly section?: string }) {
  const t = useT();
  const { settings, dataFolder } = useAppInfo();
  const update = useUpdateSettings();
  const about = useRef<HTMLHeadingElement>(null);
  const set = (change: Partial<Settings>): void => update.mutate(change);

  useEffect(() => {
    if (section === 'about') about.current?.focus();
  }, [section]);

  return (
    <Page
      title={[t('settings.title')]}
      context={{ name: t('common.tagline'), detail: t('settings.title') }}
      layout="form"
    >
      <PageHeading quiet={section === 'about'}>{t('settings.title')}</PageHeading>
      <p className="muted">{t('settings.at-once')}</p>

      <Part title={t('settings.look')}>
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
      </Part>

      <Part title={t('settings.typing')}>
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
      </Part>

      <Part title={t('settings.data')}>
        <p>{t('settings.data-folder')}</p>
        <p className="settings-path">{dataFolder}</p>
        <p className="muted small">{t('settings.data-more')}</p>
      </Part>

      <Part title={t('settings.about')} headingRef={about}>
        <About />
      </Part>
    </Page>
  );
}

/** The steps, and the present size if it is between two of them. */
function sizes(zoom: number): number[] {
  return [...new Set([...ZOOM_STEPS, zoom])].sort((a, b) => a - b);
}

function Part({
  title,
  headingRef,
  children,
}: {
  readonly title: string;
  readonly headingRef?: Ref<HTMLHeadingElement>;
  readonly children: ReactNode;
}) {
  return (
    <section className="settings-part">
      <h2 ref={headingRef} tabIndex={-1}>
        {title}
      </h2>
      <div className="stack-2">{children}</div>
    </section>
  );
}

function Radios<T extends string>({
  legend,
  name,
  value,
  choices,
  onChoose,
}: {
  readonly legend: string;
  readonly name: string;
  readonly value: T;
  readonly choices: readonly { readonly value: T; readonly label: string; readonly lang?: string }[];
  readonly onChoose: (value: T) => void;
}) {
  return (
    <fieldset>
      <legend className="label">{legend}</legend>
      <div className="settings-radios">
        {choices.map((choice) => (
          <label key={choice.value} className="pick" lang={choice.lang}>
            <input
              type="radio"
              name={name}
              value={choice.value}
              checked={choice.value === value}
              onChange={() => onChoose(choice.value)}
            />
            <span>{choice.label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

function Check({
  label,
  more,
  checked,
  onChange,
}: {
  readonly label: string;
  readonly more: string;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
}) {
  return (
    <label className="pick">
      <input type="checkbox" checked={checked} onChange={(event) => onChange(event.currentTarget.checked)} />
      <span>
        {label}
        <small>{more}</small>
      </span>
    </label>
  );
}
