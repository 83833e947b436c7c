import { useEffect, useId, useRef } from 'react';
import { BODY_PARTS, LONGEST_PASSAGE, type PassageId } from '../../../domain/report/passages.ts';
import type { Language } from '../../../domain/text/localized.ts';
import { useSettings } from '../../api/queries.ts';
import { useLanguage, useT } from '../../i18n/index.ts';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Tag } from '../../ui/Tag.tsx';
import { useHeldText } from '../../ui/typed-text.ts';
import { useReport } from './hooks.ts';

/** The three parts of the body with their texts, drafted from the result and open to own words. */
export function Passages({ language }: { readonly language: Language }) {
  const t = useT();
  const screen = useLanguage();
  return (
    <section className="report__body stack-3" aria-labelledby="report-body">
      <div className="stack-1">
        <h2 id="report-body">{t('report.body')}</h2>
        <p className="measure">{t('report.body-hint')}</p>
        <p className="muted small measure">
          {t('report.body-language', { language: t(`report.language-${language}`) })}
          {language !== screen && ` ${t('report.body-language-other')}`}
        </p>
      </div>
      {BODY_PARTS.map(({ id, passages }) => (
        <section key={id} className="stack-2" aria-labelledby={`report-part-${id}`}>
          <h3 id={`report-part-${id}`}>{t(`report.part-${id}`)}</h3>
          {passages.map((passage) => (
            <Passage key={passage} id={passage} language={language} />
          ))}
        </section>
      ))}
    </section>
  );
}

/** Rows for a text in a field of about ninety letters a line. */
function rowsFor(text: string): number {
  const lines = text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / 90)), 0);
  return Math.min(16, Math.max(3, lines + 1));
}

function Passage({ id, language }: { readonly id: PassageId; readonly language: Language }) {
  const t = useT();
  const session = useReport();
  const { spellCheck } = useSettings();
  const fieldId = useId();
  const typed = useHeldText(session, (text) => session.write(language, id, text));
  const passage = session.passage(language, id);
  if (!passage) return null;
  const { draft, text, outdated } = passage;
  // Controls that go away with what they did hand the focus to the text.
  const toText = (): void => document.getElementById(fieldId)?.focus();
  const own = text !== null;
  const state = own ? 'own' : draft === '' ? 'open' : 'draft';
  return (
    <div className="field">
      <div className="report__passage">
        <label className="label" htmlFor={fieldId}>
          {t(`report.passage-${id}`)}
        </label>
        <Tag kind="plain">{t(`report.passage-${state}`)}</Tag>
        {own && draft !== '' && (
          <Button look="quiet" className="push" onClick={() => session.restoreDraft(language, id)}>
            {t('report.restore')}
          </Button>
        )}
      </div>
      <p className="field__hint" id={`${fieldId}-hint`}>
        {t(`report.passage-${id}-hint`)}
      </p>
      {session.replaced === id && (
        <Restored
          onUndo={() => {
            session.undo();
            toText();
          }}
        />
      )}
      {outdated && (
        <Notice kind="warn">
          <p>{t('report.outdated')}</p>
          <details>
            <summary>{t('report.outdated-draft')}</summary>
            <p className="report__draft">{draft}</p>
          </details>
          <div className="row">
            <Button
              onClick={() => {
                session.keep(language, id);
                toText();
              }}
            >
              {t('report.outdated-keep')}
            </Button>
            <Button onClick={() => session.restoreDraft(language, id)}>{t('report.outdated-use')}</Button>
          </div>
        </Notice>
      )}
      <textarea
        id={fieldId}
        key={session.rewrites}
        rows={rowsFor(text ?? draft)}
        lang={language}
        defaultValue={text ?? draft}
        maxLength={LONGEST_PASSAGE}
        autoComplete="off"
        spellCheck={spellCheck}
        aria-describedby={`${fieldId}-hint`}
        {...typed}
      />
    </div>
  );
}

/** Says that the draft is back, and offers the own text again. */
function Restored({ onUndo }: { readonly onUndo: () => void }) {
  const t = useT();
  const undo = useRef<HTMLButtonElement>(null);
  // The control that was pressed is gone; this is where one goes on.
  useEffect(() => undo.current?.focus(), []);
  return (
    <Notice role="status">
      <p>{t('report.restored')}</p>
      <Button ref={undo} onClick={onUndo}>
        {t('report.undo')}
      </Button>
    </Notice>
  );
}
