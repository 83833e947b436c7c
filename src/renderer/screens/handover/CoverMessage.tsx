import { Copy } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import type { HandOver } from '../../../contract/views/files.ts';
import type { AssessmentSummary } from '../../../contract/views.ts';
import type { Language } from '../../../domain/text/localized.ts';
import { useDocumentLanguage } from '../../app/document-language.ts';
import { loadSpeech, useT, type Speech } from '../../i18n/index.ts';
import { periodInText } from '../../i18n/when.ts';
import { Button } from '../../ui/Button.tsx';
import { Radios } from '../../ui/Choices.tsx';
import { Field } from '../../ui/Field.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { announce } from '../../ui/announce.ts';

/** The letter that goes along with the files, to be changed and copied. */
function messageText(
  { t, language }: Speech,
  summary: AssessmentSummary,
  { number, files, code, deidentified }: HandOver,
): string {
  const {
    organisationName: unit,
    questionnaireTitle,
    questionnaireVersion: version,
    period,
    level,
    levelName,
  } = summary;
  const lines = [
    t('handover.message-greeting'),
    '',
    t(deidentified ? 'handover.message-body-nameless' : 'handover.message-body', {
      unit,
      title: questionnaireTitle[language],
      version,
      period: periodInText(t, language, period),
      number,
    }),
    ...(level !== null && levelName && !deidentified
      ? [t('handover.message-level', { level, name: levelName[language] })]
      : []),
    '',
    t('handover.message-files'),
    ...files.map(({ fileName, sha256 }) => `- ${fileName} (SHA-256: ${sha256.slice(0, 12)}…)`),
    ...(code === '' ? [] : [t('handover.message-code', { code })]),
    ...(deidentified ? [] : ['', t('handover.message-end', { unit })]),
  ];
  return lines.join('\n');
}

export function CoverMessage({ summary, done }: { readonly summary: AssessmentSummary; readonly done: HandOver }) {
  const t = useT();
  const documents = useDocumentLanguage();
  const [language, setLanguage] = useState<Language>(documents);
  const [copied, setCopied] = useState(false);
  const area = useRef<HTMLTextAreaElement>(null);

  useEffect(() => {
    let wanted = true;
    loadSpeech(language).then(
      (speech) => {
        if (wanted && area.current) area.current.value = messageText(speech, summary, done);
      },
      () => undefined,
    );
    return () => void (wanted = false);
  }, [language, summary, done]);

  async function copy(): Promise<void> {
    const text = area.current?.value ?? '';
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      // Without the right to the clipboard, the selected text is one key away from it.
      area.current?.select();
      return;
    }
    setCopied(true);
    announce(t('handover.copied'));
  }

  return (
    <section aria-labelledby="cover" className="stack-1">
      <h3 id="cover">{t('handover.message')}</h3>
      <Radios
        legend={t('handover.message-language')}
        name="message-language"
        value={language}
        choices={[
          { value: 'vi', label: 'Tiếng Việt', lang: 'vi' },
          { value: 'en', label: 'English', lang: 'en' },
        ]}
        onChoose={(chosen) => {
          setLanguage(chosen);
          setCopied(false);
        }}
      />
      <Field label={t('handover.message-text')}>
        {(control) => (
          <textarea {...control} ref={area} rows={9} lang={language} spellCheck={false} autoComplete="off" />
        )}
      </Field>
      <div className="row">
        <Button onClick={() => void copy()}>
          <Icon of={Copy} /> {t('handover.copy')}
        </Button>
        {copied && <span className="muted small">{t('handover.copied')}</span>}
      </div>
    </section>
  );
}
