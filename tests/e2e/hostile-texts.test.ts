/**
 * Scripts, markup and links in every text that a person or a file can give: name of the unit, answers, notes, documents,
 * plan, report, questionnaire, collected results and file names. On every screen they are text and nothing else.
 */
import { Buffer } from 'node:buffer';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readQuestionnaireFolder } from '../../src/adapters/files/questionnaire-folder.ts';
import { SCRIPTS } from '../fuzz/tokens.ts';
import { filesIn, makeResultFiles } from './support/collection.ts';
import {
  openBrowser,
  openClient,
  startServer,
  type Client,
  type ServerProcess,
  type TestBrowser,
} from './support/index.ts';
import { removeFolder, ROOT } from './support/project.ts';
import { readFileSync } from 'node:fs';

let turn = 0;
/** The next hostile text; the number keeps equal ones apart. */
const hostile = (most = 200): string => {
  for (;;) {
    turn += 1;
    const text = `${SCRIPTS[turn % SCRIPTS.length] ?? ''} ${turn}`;
    if (text.length <= most) return text;
  }
};

/** Every text of a definition in both languages becomes a hostile one. */
function poisoned(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(poisoned);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value);
  const isText = entries.length === 2 && 'vi' in value && 'en' in value && typeof value.vi === 'string';
  if (isText) return { vi: hostile(60), en: hostile(60) };
  return Object.fromEntries(entries.map(([key, child]) => [key, poisoned(child)]));
}

const id = (number: number): string => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
const [UNIT, ROUND, DOCUMENT, COLLECTION, UPLOAD] = [id(1), id(2), id(3), id(4), id(5)];

async function addQuestionnaire(client: Client): Promise<string[]> {
  const source = await readQuestionnaireFolder(join(ROOT, 'questionnaires/sme-quick/1.0.0'));
  if ('problems' in source) throw new Error('unreadable');
  const definition = { ...(poisoned(source.definition) as Record<string, unknown>), id: 'hostile-set' };
  const file = (name: string, content: unknown) => ({
    name,
    base64: Buffer.from(JSON.stringify(content), 'utf8').toString('base64'),
  });
  await client.ask('library.add', {
    files: [file('questionnaire.yaml', definition), file('vectors.yaml', source.vectors)],
  });
  return [...JSON.stringify(definition).matchAll(/"type":"choice","id":"([\w-]+)"/g)].map(
    ([, found]) => found as string,
  );
}

async function fill(client: Client): Promise<string> {
  const items = await addQuestionnaire(client);
  expect(items.length).toBeGreaterThan(10);
  await client.ask('settings.update', { person: hostile(100), mode: 'appraiser', welcomed: true });
  await client.ask('organisations.save', {
    id: UNIT,
    name: hostile(),
    kind: 'sme',
    code: hostile(40),
    province: '',
    address: hostile(),
    contact: hostile(),
    predecessors: [],
  });
  await client.ask('assessments.start', {
    id: ROUND,
    organisationId: UNIT,
    questionnaireId: 'hostile-set',
    questionnaireVersion: '1.0.0',
    period: { kind: 'once', year: 2026, number: 1 },
  });
  const evidence = {
    id: DOCUMENT,
    type: hostile(100),
    number: hostile(100),
    date: '2026-01-15',
    issuer: hostile(),
    subject: hostile(),
    page: hostile(100),
  };
  await client.ask('evidence.save', { assessmentId: ROUND, evidence });
  const png = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  );
  await client.ask('evidence.upload', { upload: UPLOAD, at: 0, base64: png.toString('base64') });
  await client.ask('evidence.save', {
    assessmentId: ROUND,
    evidence,
    file: { upload: UPLOAD, name: '<img src=x onerror=alert(1)>.png' },
  });
  let seq = 0;
  for (const itemId of items)
    await client.ask('answers.save', {
      assessmentId: ROUND,
      itemId,
      seq: (seq += 1),
      answer: { state: 'answered', value: { kind: 'option', option: '2' } },
      note: hostile(),
      explanation: hostile(),
      flagged: true,
      evidence: [DOCUMENT],
    });
  const [first = ''] = items;
  await client.ask('appraisals.save', {
    assessmentId: ROUND,
    itemId: first,
    seq: 1,
    answer: { state: 'answered', value: { kind: 'option', option: '1' } },
    reason: hostile(),
    evidence: 'rejected',
  });
  await client.ask('plans.change', {
    assessmentId: ROUND,
    change: {
      target: { level: 3, due: '2026-12-31' },
      phases: [{ id: id(6), name: hostile(), due: '2026-06-30' }],
      put: [
        {
          id: id(7),
          text: hostile(),
          raises: [{ itemId: first, to: '3' }],
          priority: 3,
          effort: 1,
          lead: hostile(),
          cooperating: hostile(),
          start: '2026-01-05',
          due: '2026-03-31',
          time: hostile(100),
          budget: '45.5',
          status: 'not-started',
          phase: id(6),
          remark: hostile(),
          source: hostile(),
        },
      ],
    },
  });
  await client.ask('indexes.save', {
    entry: {
      id: id(8),
      name: hostile(100),
      organisation: hostile(),
      year: 2025,
      value: '0.61',
      rank: 12,
      of: 96,
      source: hostile(),
      remark: hostile(),
    },
  });
  const details = (await client.ask('details.open', { assessmentId: ROUND, language: 'vi' })).details;
  const texts = Object.fromEntries(
    (
      [
        'superior',
        'issuer',
        'symbol',
        'place',
        'addressees',
        'bases',
        'headTitle',
        'signerTitle',
        'signerName',
        'copies',
      ] as const
    ).map((name) => [name, hostile(50)]),
  );
  await client.ask('details.save', {
    assessmentId: ROUND,
    seq: 1,
    language: 'vi',
    details: { ...details, ...texts },
  });
  return first;
}

/** Results of others, with hostile names of units and of files. */
async function collect(client: Client): Promise<number> {
  const folder = makeResultFiles(3, 'json');
  const [source, run] = [id(9), id(10)];
  try {
    await client.ask('collections.save', {
      id: COLLECTION,
      name: hostile(),
      questionnaireId: 'gov-maturity-5',
      questionnaireVersion: '1.0.0',
      period: { kind: 'year', year: 2025, number: 1 },
      notes: hostile(),
      units: [
        { id: id(11), name: hostile(), code: '', group: hostile(), tags: [hostile(60)], province: '', note: hostile() },
      ],
    });
    for (const [file, path] of filesIn(folder).entries()) {
      const content = JSON.parse(readFileSync(path, 'utf8')) as {
        organisation: Record<string, string>;
        records: { note: string }[];
      };
      content.organisation.name = hostile();
      content.records = content.records.map((record) => ({ ...record, note: hostile() }));
      await client.ask('collections.upload', {
        source,
        file,
        name: `${hostile()}.json`,
        at: 0,
        base64: Buffer.from(JSON.stringify(content), 'utf8').toString('base64'),
      });
    }
    await client.ask('collections.upload', {
      source,
      file: 3,
      name: `${hostile()}.txt`,
      at: 0,
      base64: Buffer.from(hostile(), 'utf8').toString('base64'),
    });
    await client.ask('collections.import', { run, source, collectionId: COLLECTION, language: 'vi' });
    await client.ask('collections.await', { run });
    const { units } = await client.ask('collections.overview', { id: COLLECTION, filter: {} });
    return units[0]?.result ?? 0;
  } finally {
    removeFolder(folder);
  }
}

let server: ServerProcess;
let browser: TestBrowser;
const dialogs: string[] = [];
let item = '';
let unit = 0;

beforeAll(async () => {
  server = await startServer();
  browser = await openBrowser();
  browser.page.setDefaultTimeout(30_000);
  browser.page.on('dialog', (dialog) => {
    dialogs.push(dialog.message());
    void dialog.dismiss();
  });
  const client = await openClient(server.url);
  item = await fill(client);
  unit = await collect(client);
  await browser.page.goto(server.url);
});
afterAll(async () => {
  await browser.close();
  await server.close();
});

/** What a page shows would look like if a text of these had become more than text. */
async function look(): Promise<{ ran: boolean; made: number; shown: boolean }> {
  return browser.page.evaluate(() => {
    for (const details of document.querySelectorAll('details')) details.open = true;
    const made =
      'img[src="x"], img[src*="evil"], iframe, object, math, script:not([src]), [onerror], [onload], [onfocus], a[href^="javascript:"], link[href*="evil"], form[action*="evil"]';
    const texts = [
      document.body.innerText,
      ...[...document.querySelectorAll('input, textarea')].map((field) => (field as HTMLInputElement).value),
    ];
    return {
      ran: '__xss' in globalThis,
      made: document.querySelectorAll(made).length,
      shown: texts.some((text) => /onerror|<script|javascript:|evil\.example|alert\(1\)|__xss/.test(text)),
    };
  });
}

test('every screen shows them as text', { timeout: 240_000 }, async () => {
  const round = `#/assessments/${ROUND}`;
  const collection = `#/collections/${COLLECTION}`;
  /** Address, and whether one of the texts must be there to be seen. */
  const screens: readonly (readonly [string, boolean])[] = [
    ['#/', true],
    [`#/organisations/${UNIT}`, true],
    ['#/start', true],
    ['#/settings', false],
    ['#/settings/organisation', true],
    ['#/library', true],
    ['#/library/hostile-set/1.0.0', true],
    ['#/ledger', true],
    ['#/compare', false],
    ['#/privacy', false],
    [`${round}/answer/${item}`, true],
    [`${round}/entry`, true],
    [`${round}/evidence`, true],
    [`${round}/check`, true],
    [`${round}/plan`, true],
    [`${round}/plan/progress`, false],
    [`${round}/plan/initiatives`, false],
    [`${round}/result`, true],
    [`${round}/compare`, true],
    [`${round}/report`, true],
    [`${round}/preview`, true],
    ['#/collections', true],
    [collection, true],
    [`${collection}/units`, true],
    [`${collection}/groups`, true],
    [`${collection}/items`, false],
    [`${collection}/quality`, false],
    [`${collection}/import`, true],
    [`${collection}/units/${unit}`, true],
  ];
  const { page } = browser;
  for (const [address, mustShow] of screens) {
    await page.goto(`${server.origin}/${address}`);
    await page.reload();
    await page.locator('h1').first().waitFor();
    await page.locator('[aria-busy="true"]').waitFor({ state: 'detached' });
    if (mustShow) await expect.poll(async () => (await look()).shown, { message: address, timeout: 20_000 }).toBe(true);
    const { ran, made } = await look();
    expect({ address, ran, made }).toEqual({ address, ran: false, made: 0 });
  }
});

test('so does the name of a file that is opened', async () => {
  const { page } = browser;
  await page.goto(`${server.origin}/#/open`);
  const name = '<img src=x onerror=alert(1)>.xlsx';
  const chosen = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Chọn tệp' }).first().click();
  await (await chosen).setFiles({ name, mimeType: 'application/octet-stream', buffer: Buffer.from('PK?') });
  await page.getByText('onerror=alert(1)').first().waitFor();
  expect(await look()).toMatchObject({ ran: false, made: 0 });
});

test('no script ran, no dialog came up, nothing was asked of anybody else', () => {
  expect(dialogs).toEqual([]);
  expect(browser.complaints).toEqual([]);
  expect(browser.requests.filter((url) => !/^(data|blob):/.test(url) && new URL(url).origin !== server.origin)).toEqual(
    [],
  );
});
