/** Every screen of the program on sample data, for looking at (screenshots.ts) and for checking (screens.test.ts). */
import type { Page } from 'playwright-core';
import { addCollection } from './support/collection.ts';
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
  /** Draft of commune-dti with appraised answers and own targets. */
  readonly appraised: string;
  /** Draft of a questionnaire with every type of question. */
  readonly types: string;
  /** Of twelve units; only where the screens themselves are looked at (`addAll`). */
  readonly collection?: string;
  /** A result in it. */
  readonly unit?: number;
}

/** An organisation of its own with an assessment in which every type of question comes up. */
async function startEveryType(client: Client): Promise<string> {
  const id = crypto.randomUUID();
  const organisation = await client.ask('organisations.save', {
    id: crypto.randomUUID(),
    name: 'UBND phường Tân Hiệp',
    kind: 'ward',
    code: '',
    province: '',
    address: '',
    contact: '',
    predecessors: [],
  });
  await client.ask('assessments.start', {
    id,
    organisationId: organisation.id,
    questionnaireId: 'sample-all-types',
    questionnaireVersion: '1.0.0',
    period: { kind: 'year', year: 2026, number: 1 },
  });
  return id;
}

/** Adds the sample data and returns the ids that the screens need. */
export async function addSamples(client: Client): Promise<SampleIds> {
  const types = await startEveryType(client);
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
    appraised: find('commune-dti', 'draft').id,
    types,
  };
}

/** The sample data, and a collection of results. */
export async function addAll(client: Client): Promise<SampleIds> {
  return { ...(await addSamples(client)), ...(await addCollection(client)) };
}

/** Takes the proposed tasks into the plan, unless they have been taken before. */
async function fillPlan(page: Page): Promise<void> {
  const take = page.locator('.plan__suggestions .btn--primary');
  await take.or(page.locator('.tasks')).first().waitFor();
  if (await take.isVisible()) await take.click();
  await page.locator('.tasks').waitFor();
}

/** The first run, before anything has been entered; `address` needs no ids. */
export const EMPTY_SCREENS: readonly Screen[] = [
  { name: 'first-run', address: () => '#/' },
  { name: 'organisation-new', address: () => '#/organisations/new' },
  {
    name: 'home-empty',
    address: () => '#/',
    prepare: async (page) => {
      const skip = page.getByRole('button', { name: /^(Bỏ qua|Skip)$/ });
      if (await skip.isVisible()) await skip.click();
      await page.locator('.first-steps').waitFor();
    },
  },
];

export const SCREENS: readonly Screen[] = [
  { name: 'home', address: () => '#/' },
  { name: 'organisation', address: ({ organisation }) => `#/organisations/${organisation}` },
  { name: 'start', address: () => '#/start' },
  { name: 'settings', address: () => '#/settings' },
  { name: 'settings-input', address: () => '#/settings/input' },
  { name: 'settings-organisation', address: () => '#/settings/organisation' },
  { name: 'settings-output', address: () => '#/settings/output' },
  { name: 'settings-data', address: () => '#/settings/data' },
  { name: 'settings-about', address: () => '#/settings/about' },
  { name: 'open', address: () => '#/open' },
  {
    name: 'hand-in',
    address: ({ finished }) => `#/assessments/${finished}/result`,
    prepare: async (page) => {
      await page.getByRole('button', { name: /^(Nộp|Hand in)$/ }).click();
      await page.getByRole('dialog').waitFor();
    },
  },
  { name: 'class', address: () => '#/class' },
  {
    name: 'collections',
    address: () => '#/collections',
    prepare: (page) => page.locator('.collections__list').waitFor(),
  },
  {
    name: 'collection-new',
    address: () => '#/collections',
    prepare: async (page) => {
      await page.getByRole('button', { name: /^(Tạo đợt tổng hợp|New collection)$/ }).click();
      await page.getByRole('dialog').locator('textarea').first().fill('Mã\tTên\n001\tXã Tân An\n001\tXã Tân An\n');
      await page.getByRole('dialog').locator('tbody tr').waitFor();
      await page.getByRole('dialog').locator('summary').click();
    },
  },
  {
    name: 'collection-import',
    address: ({ collection }) => `#/collections/${collection}/import`,
    prepare: (page) => page.locator('.collections__outcomes').first().waitFor(),
  },
  { name: 'collection-import-any', address: () => '#/collections/import' },
  {
    name: 'collection-pick',
    address: ({ collection }) => `#/collections/${collection}/import`,
    prepare: async (page) => {
      await page
        .getByRole('button', { name: /^(Đơn vị khác…|Another unit…)/ })
        .first()
        .click();
      await page.getByRole('dialog').waitFor();
    },
  },
  ...(['', 'units', 'profiles', 'groups', 'items', 'quality'] as const).map((part): Screen => ({
    name: `collection-${part || 'overview'}`,
    address: ({ collection }) => `#/collections/${collection}/${part}`,
    prepare: (page) => page.locator('.chart, .dash table').first().waitFor(),
  })),
  {
    name: 'collection-output',
    address: ({ collection }) => `#/collections/${collection}`,
    prepare: async (page) => {
      await page.getByRole('button', { name: /^(Xuất|Export)$/ }).click();
      await page.locator('.export-menu:popover-open').waitFor();
    },
  },
  {
    name: 'collection-unit',
    address: ({ collection, unit }) => `#/collections/${collection}/units/${unit}`,
    prepare: (page) => page.locator('.dash__answers').waitFor(),
  },
  { name: 'about', address: () => '#/about' },
  { name: 'library', address: () => '#/library' },
  {
    name: 'library-detail',
    address: () => '#/library/gov-maturity-5/1.0.0',
    prepare: async (page) => {
      await page.locator('.library__group > summary').first().click();
      await page.locator('.library__tree').waitFor();
    },
  },
  { name: 'data', address: () => '#/data' },
  {
    name: 'data-restore',
    address: () => '#/data',
    prepare: async (page) => {
      await page.locator('.data .btn--primary').click();
      await page.locator('.data__acts .btn').nth(1).click();
      await page.getByRole('dialog').locator('table').waitFor();
    },
  },
  { name: 'shortcuts', address: () => '#/shortcuts' },
  { name: 'help-page', address: () => '#/help' },
  { name: 'help-article', address: () => '#/help/backup' },
  {
    name: 'help-search',
    address: () => '#/help',
    prepare: async (page) => {
      await page.locator('input[type="search"]').fill('excel');
      await page.locator('.help-list small').first().waitFor();
    },
  },
  {
    name: 'menu',
    address: () => '#/',
    prepare: async (page) => {
      await page.locator('.tool--menu').click();
      await page.locator('.menu:popover-open').waitFor();
    },
  },
  {
    name: 'projector',
    address: ({ draft }) => `#/assessments/${draft}/result`,
    prepare: async (page) => {
      await page.keyboard.press('F11');
      await page.locator('[data-projector]').waitFor();
    },
  },
  { name: 'answer-ladder', address: ({ draft }) => `#/assessments/${draft}/answer/citizen-effort` },
  { name: 'answer-choice', address: ({ firm }) => `#/assessments/${firm}/answer/digital-strategy` },
  { name: 'answer-ratio', address: ({ firm }) => `#/assessments/${firm}/answer/ict-e-invoices` },
  { name: 'answer-checklist', address: ({ types }) => `#/assessments/${types}/answer/scanning` },
  { name: 'answer-likert', address: ({ types }) => `#/assessments/${types}/answer/double-entry` },
  { name: 'answer-matrix', address: ({ types }) => `#/assessments/${types}/answer/daily-use` },
  { name: 'answer-grid', address: ({ types }) => `#/assessments/${types}/answer/rooms` },
  { name: 'answer-number', address: ({ types }) => `#/assessments/${types}/answer/answer-days` },
  { name: 'answer-indicator', address: ({ types }) => `#/assessments/${types}/answer/online-goal` },
  { name: 'answer-appraised', address: ({ appraised }) => `#/assessments/${appraised}/answer/hamlet-sessions` },
  {
    name: 'answer-target',
    address: ({ appraised }) => `#/assessments/${appraised}/answer/security-level`,
    prepare: async (page) => {
      await page.locator('#set-target').click();
      await page.getByRole('dialog').waitFor();
    },
  },
  {
    name: 'answer-history',
    address: ({ appraised }) => `#/assessments/${appraised}/answer/hamlet-sessions`,
    prepare: async (page) => {
      await page.locator('summary', { hasText: /Lịch sử|History/ }).click();
      await page.locator('.history li').first().waitFor();
    },
  },
  {
    name: 'evidence',
    address: ({ appraised }) => `#/assessments/${appraised}/evidence`,
    prepare: (page) => page.locator('.documents').waitFor(),
  },
  {
    name: 'evidence-document',
    address: ({ appraised }) => `#/assessments/${appraised}/evidence`,
    prepare: async (page) => {
      await page.locator('.documents__acts .btn').first().click();
      await page.getByRole('dialog').waitFor();
    },
  },
  { name: 'entry', address: ({ types }) => `#/assessments/${types}/entry` },
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
  {
    name: 'plan',
    address: ({ draft }) => `#/assessments/${draft}/plan`,
    prepare: fillPlan,
  },
  {
    name: 'plan-task',
    address: ({ draft }) => `#/assessments/${draft}/plan`,
    prepare: async (page) => {
      await fillPlan(page);
      await page.locator('.tasks__name').first().click();
      await page.getByRole('dialog').waitFor();
    },
  },
  {
    name: 'plan-templates',
    address: ({ draft }) => `#/assessments/${draft}/plan`,
    prepare: async (page) => {
      await page.getByRole('button', { name: /^(Lấy từ văn bản|From documents)$/ }).click();
      await page.getByRole('checkbox').first().waitFor();
    },
  },
  { name: 'plan-progress', address: ({ draft }) => `#/assessments/${draft}/plan/progress` },
  {
    name: 'plan-record',
    address: ({ draft }) => `#/assessments/${draft}/plan/progress`,
    prepare: async (page) => {
      await page.locator('.periods .btn').first().click();
      await page.getByRole('dialog').waitFor();
    },
  },
  {
    name: 'plan-initiatives',
    address: ({ draft }) => `#/assessments/${draft}/plan/initiatives`,
    prepare: async (page) => {
      if ((await page.locator('.selection').count()) === 0)
        await page.getByRole('button', { name: /^(Lấy \d+ nhiệm vụ|Take \d+ tasks|Take the task)/ }).click();
      await page.locator('.selection').waitFor();
    },
  },
  { name: 'plan-firm', address: ({ firm }) => `#/assessments/${firm}/plan` },
  { name: 'ledger', address: () => '#/ledger' },
  {
    name: 'ledger-entry',
    address: () => '#/ledger',
    prepare: async (page) => {
      await page.locator('.ledger__acts .btn').first().click();
      await page.getByRole('dialog').waitFor();
    },
  },
  { name: 'result-agency', address: ({ draft }) => `#/assessments/${draft}/result` },
  {
    name: 'result-radar',
    address: ({ draft }) => `#/assessments/${draft}/result`,
    prepare: async (page) => {
      await page.getByRole('button', { name: /^(Ra-đa|Radar)$/ }).click();
      await page.locator('.chart-radar').waitFor();
    },
  },
  {
    name: 'result-gaps',
    address: ({ draft }) => `#/assessments/${draft}/result`,
    prepare: async (page) => {
      await page.locator('.rounds-heat').waitFor();
      await page.locator('.result__charts').evaluate((charts) => charts.scrollIntoView());
    },
  },
  {
    name: 'result-items',
    address: ({ draft }) => `#/assessments/${draft}/result`,
    prepare: async (page) => {
      await page
        .locator('.items')
        .getByRole('button', { name: /^(Bảng|Table)$/ })
        .click();
      await page.locator('.heat__table').scrollIntoViewIfNeeded();
    },
  },
  {
    name: 'result-trace',
    address: ({ draft }) => `#/assessments/${draft}/result`,
    prepare: async (page) => {
      await page.locator('.trace > summary').click();
      await page.locator('.trace__children').first().waitFor();
      await page.locator('.trace').scrollIntoViewIfNeeded();
    },
  },
  { name: 'compare', address: ({ draft }) => `#/assessments/${draft}/compare` },
  { name: 'compare-firm', address: ({ firm }) => `#/assessments/${firm}/compare` },
  { name: 'compare-pick', address: () => '#/compare' },
  { name: 'result-firm', address: ({ firm }) => `#/assessments/${firm}/result` },
  { name: 'report-agency', address: ({ draft }) => `#/assessments/${draft}/report` },
  { name: 'report-firm', address: ({ firm }) => `#/assessments/${firm}/report` },
  { name: 'preview-agency', address: ({ draft }) => `#/assessments/${draft}/preview`, prepare: firstPage },
  { name: 'preview-firm', address: ({ firm }) => `#/assessments/${firm}/preview`, prepare: firstPage },
  {
    name: 'privacy',
    address: () => '#/privacy',
    prepare: async (page) => {
      await page.locator('.privacy__names .btn').first().click();
      await page.locator('.privacy table').waitFor();
    },
  },
  {
    name: 'help',
    address: () => '#/',
    prepare: async (page) => {
      await page.keyboard.press('F1');
      await page.getByRole('dialog').locator('.article').waitFor();
    },
  },
];

/** Waits until the first page of a document is drawn. */
async function firstPage(page: Page): Promise<void> {
  await page.locator('[data-page="1"] .textLayer span').first().waitFor();
  await page.locator('[aria-busy="true"]').waitFor({ state: 'detached' });
}

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
