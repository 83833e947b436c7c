/** Every screen of the program on sample data, for looking at (screenshots.ts) and for checking (screens.test.ts). */
import type { Page } from 'playwright-core';
import type { Client } from './support/index.ts';

export interface Screen {
  readonly name: string;
  /** Hash address; `ids` are those of the sample data. */
  readonly address: (ids: SampleIds) => string;
  /** What to do on the page before it is looked at. */
  readonly prepare?: (page: Page) => Promise<void>;
}

export interface SampleIds {
  readonly organisation: string;
  /** Draft of gov-maturity-5 with an earlier round. */
  readonly draft: string;
  readonly finished: string;
  /** Draft of sme-readiness. */
  readonly firm: string;
}

/** Adds the sample data and returns the ids that the screens need. */
export async function addSamples(client: Client): Promise<SampleIds> {
  const samples = await client.ask('samples.add', {});
  const find = (questionnaire: string, state: 'draft' | 'finished') => {
    const found = samples.find((sample) => sample.questionnaireId === questionnaire && sample.state === state);
    if (!found) throw new Error(`no ${state} sample of ${questionnaire}`);
    return found;
  };
  const draft = find('gov-maturity-5', 'draft');
  return {
    organisation: draft.organisationId,
    draft: draft.id,
    finished: find('gov-maturity-5', 'finished').id,
    firm: find('sme-readiness', 'draft').id,
  };
}

/** The first run, before anything has been entered; `address` needs no ids. */
export const EMPTY_SCREENS: readonly Screen[] = [
  { name: 'first-run', address: () => '#/' },
  { name: 'organisation-new', address: () => '#/organisations/new' },
];

export const SCREENS: readonly Screen[] = [
  { name: 'home', address: () => '#/' },
  { name: 'organisation', address: ({ organisation }) => `#/organisations/${organisation}` },
  { name: 'start', address: () => '#/start' },
  { name: 'settings', address: () => '#/settings' },
  { name: 'answer-ladder', address: ({ draft }) => `#/assessments/${draft}/answer/citizen-effort` },
  { name: 'answer-choice', address: ({ firm }) => `#/assessments/${firm}/answer/digital-strategy` },
  { name: 'answer-ratio', address: ({ firm }) => `#/assessments/${firm}/answer/ict-e-invoices` },
  {
    name: 'answer-jump',
    address: ({ draft }) => `#/assessments/${draft}/answer/citizen-effort`,
    prepare: async (page) => {
      await page.keyboard.press('F2');
      await page.getByRole('dialog').waitFor();
    },
  },
  { name: 'answer-finished', address: ({ finished }) => `#/assessments/${finished}/answer/citizen-effort` },
  { name: 'check', address: ({ draft }) => `#/assessments/${draft}/check` },
  { name: 'result-agency', address: ({ draft }) => `#/assessments/${draft}/result` },
  { name: 'result-firm', address: ({ firm }) => `#/assessments/${firm}/result` },
  {
    name: 'help',
    address: () => '#/',
    prepare: async (page) => {
      await page.keyboard.press('F1');
      await page.getByRole('dialog').waitFor();
    },
  },
];

/** Goes to a screen and waits until it stands still. */
export async function visit(page: Page, origin: string, screen: Screen, ids: SampleIds): Promise<void> {
  await page.goto(`${origin}/${screen.address(ids)}`);
  await page.reload();
  await page.locator('h1').first().waitFor();
  // Headings come with the first paint; data that arrives later must have arrived before anyone looks.
  await page.locator('[aria-busy="true"]').waitFor({ state: 'detached' });
  await screen.prepare?.(page);
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
}
