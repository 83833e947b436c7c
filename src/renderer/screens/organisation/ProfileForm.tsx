import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useLocation } from 'wouter';
import type { Organisation } from '../../../domain/assessment/organisation.ts';
import { call } from '../../api/client.ts';
import { keys, useUpdateSettings } from '../../api/queries.ts';
import { useT } from '../../i18n/index.ts';
import { Button, LinkButton } from '../../ui/Button.tsx';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Page } from '../../ui/Page.tsx';
import { PageHeading } from '../../ui/PageHeading.tsx';
import { announce } from '../../ui/announce.ts';
import { ErrorSummary } from './ErrorSummary.tsx';
import { ProfileFields } from './ProfileFields.tsx';
import { checkProfile, readProfile, tidyProfile, type ProfileErrors } from './profile-form.ts';
import { unsaved } from './unsaved.ts';
import './organisation.css';

/** The form with its saving. Fields are uncontrolled, so that an input method is never disturbed while typing. */
export function ProfileForm({
  isNew,
  stored,
  others,
  title,
}: {
  readonly isNew: boolean;
  readonly stored: Organisation;
  /** Other known organisations: possible predecessors. */
  readonly others: readonly Organisation[];
  readonly title: string;
}) {
  const t = useT();
  const client = useQueryClient();
  const [, navigate] = useLocation();
  const { mutateAsync: updateSettings } = useUpdateSettings();
  const form = useRef<HTMLFormElement>(null);
  const draftKey = isNew ? 'new' : stored.id;
  const [restored, setRestored] = useState(() => unsaved.get(draftKey));
  const [errors, setErrors] = useState<ProfileErrors>({});
  const [attempt, setAttempt] = useState(0);
  const profile = restored ?? stored;

  const save = useMutation({
    mutationFn: (input: Organisation) => call('organisations.save', input),
    onSuccess: async ({ id, name }) => {
      unsaved.drop(draftKey);
      if (isNew) await updateSettings({ organisationId: id });
      await client.invalidateQueries({ queryKey: keys.organisations });
      void client.invalidateQueries({ queryKey: keys.assessments });
      announce(t('organisation.saved', { name }));
      navigate(isNew ? '/start' : '/');
    },
  });

  function submit(): void {
    if (!form.current || save.isPending) return;
    const tidy = tidyProfile(readProfile(profile.id, form.current));
    const found = checkProfile(tidy);
    setErrors(found);
    setAttempt(attempt + 1);
    if (Object.keys(found).length === 0) save.mutate(tidy);
  }

  function discard(): void {
    unsaved.drop(draftKey);
    setRestored(undefined);
    setErrors({});
  }

  return (
    <Page
      title={[stored.name, title].filter((part) => part !== '')}
      context={{ name: t('common.tagline'), detail: title }}
      layout="form"
      className="stack-3"
      footerKeep
      footer={
        <>
          <Button look="primary" busy={save.isPending} type="submit" form="profile">
            {isNew ? t('organisation.save-new') : t('organisation.save')}
          </Button>
          <LinkButton to="/">{t('common.cancel')}</LinkButton>
        </>
      }
    >
      <PageHeading>{title}</PageHeading>
      <ErrorSummary errors={errors} attempt={attempt} />
      {save.error && <ErrorNotice error={save.error} />}
      {restored && (
        <Notice>
          <p>{t('organisation.restored')}</p>
          <Button onClick={discard}>{t('organisation.discard')}</Button>
        </Notice>
      )}
      <form
        id="profile"
        ref={form}
        // Another profile in the same fields (restored text was dropped) needs fresh fields.
        key={restored ? 'restored' : 'stored'}
        className="stack-3"
        noValidate
        autoComplete="off"
        onInput={() => {
          if (form.current) unsaved.keep(draftKey, readProfile(profile.id, form.current));
        }}
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <ProfileFields profile={profile} others={others} errors={errors} />
      </form>
    </Page>
  );
}
