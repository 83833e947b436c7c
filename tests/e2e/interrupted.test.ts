/**
 * The whole journey through the page, cut short at 50 chosen moments: every second time the program is killed, the other
 * times the tab goes. Whatever the page had been told is stored must be there afterwards, and the journey goes on.
 */
import { setTimeout as wait } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import type { MethodInput, MethodName, MethodOutput } from '../../src/contract/surface.ts';
import { randomFrom } from '../durability/random.ts';
import { chooseLevel, declareOrganisation, startAssessment } from './support/journey.ts';
import { openBrowser, openClient, startServer, type Client } from './support/index.ts';

const CUTS = 50;
const SEED = 20261123;
/** Cuts of each part of the journey, in its order, together 50; each comes after up to so many changes. */
const PARTS = {
  begin: { cuts: 4, changes: 2 },
  answer: { cuts: 28, changes: 3 },
  plan: { cuts: 6, changes: 3 },
  report: { cuts: 6, changes: 2 },
  finish: { cuts: 3, changes: 1 },
  export: { cuts: 3, changes: 1 },
} as const;
type Part = keyof typeof PARTS;
/** The cut comes up to this long after the page has sent so many changes: before, during or after the answer. */
const MOMENT_MS = 60;
/** A stretch that sends less goes on for no longer than this. */
const PATIENCE_MS = 4000;
const CHANGES = new Set([
  'organisations.save',
  'assessments.start',
  'answers.save',
  'evidence.save',
  'plans.change',
  'details.save',
  'assessments.finish',
  'reports.export',
]);

/** Calls that the page sent, and those of them that it was told are done. */
interface Told {
  readonly method: string;
  readonly input: unknown;
  readonly value: unknown;
}

const random = randomFrom(SEED);
const told: Told[] = [];
const sent: { readonly method: string; readonly input: unknown }[] = [];
/** Notes that were typed, by item: what a page sends while it closes is not seen from outside. */
const typed: { readonly itemId: string; readonly note: string }[] = [];

/** Notes what the page asks for and what it is told. */
function listen(page: Page): void {
  const methodOf = (url: string): string => /\/api\/([\w.%]+)$/.exec(url)?.[1] ?? '';
  page.on('request', (request) => {
    const method = methodOf(request.url());
    if (method !== '') sent.push({ method, input: JSON.parse(request.postData() ?? '{}') as unknown });
  });
  page.on('response', (response) => {
    const method = methodOf(response.url());
    if (method === '') return;
    const input = JSON.parse(response.request().postData() ?? '{}') as unknown;
    void response.json().then(
      (envelope: { ok: boolean; value: unknown }) => envelope.ok && told.push({ method, input, value: envelope.value }),
      // The body went with the tab: the page was not told either.
      () => undefined,
    );
  });
}

const toldOf = <M extends MethodName>(method: M): { input: MethodInput<M>; value: MethodOutput<M> }[] =>
  told.filter((entry) => entry.method === method) as never;
const sentOf = <M extends MethodName>(method: M): MethodInput<M>[] =>
  sent.filter((entry) => entry.method === method).map(({ input }) => input) as never;

/** The assessment that is answered; empty before the first answer. */
const assessment = (): string => toldOf('answers.save')[0]?.input.assessmentId ?? '';

/** Everything that the page was told is stored. */
async function checkAll(client: Client): Promise<void> {
  const organisations = await client.ask('organisations.list', {});
  for (const { input } of toldOf('organisations.save'))
    expect(organisations.find(({ id }) => id === input.id)?.name).toBe(input.name);
  const summaries = await client.ask('assessments.list', {});
  for (const { input } of toldOf('assessments.start'))
    expect(summaries.map((summary) => summary.id)).toContain(input.id);
  const id = assessment();
  if (id === '') return;
  // All answers are given in one assessment, whose id each of them carries.
  expect(new Set(toldOf('answers.save').map(({ input }) => input.assessmentId))).toEqual(new Set([id]));
  const { records, evidence, summary } = await client.ask('assessments.open', { id });
  const stored = new Map(records.map((record) => [record.itemId, record]));
  for (const { input, value } of toldOf('answers.save')) {
    const record = stored.get(input.itemId);
    expect(record?.seq, input.itemId).toBeGreaterThanOrEqual(value.seq);
    if (record?.seq === value.seq) expect([record.answer, record.note]).toEqual([input.answer, input.note]);
    // A later number is one that the page really sent, and its note one that was typed for this very item.
    else
      expect([...sentOf('answers.save'), ...typed]).toContainEqual(
        expect.objectContaining({ itemId: input.itemId, note: record?.note }),
      );
  }
  for (const { input } of toldOf('evidence.save'))
    expect(evidence.find((entry) => entry.id === input.evidence.id)).toMatchObject(input.evidence);
  if (toldOf('assessments.finish').length > 0) expect(summary.state).toBe('finished');
  const plan = toldOf('plans.change').at(-1);
  if (plan && sentOf('plans.change').length === toldOf('plans.change').length)
    expect((await client.ask('plans.get', { assessmentId: id })).plan).toEqual(plan.value.plan);
  const details = toldOf('details.save').at(-1);
  if (details) {
    const now = await client.ask('details.open', { assessmentId: id, language: 'vi' });
    expect(now.seq).toBeGreaterThanOrEqual(details.value.seq);
    if (now.seq === details.value.seq) expect(now.details).toEqual(details.input.details);
  }
}

/** Waits until the page has sent so many changes more. */
async function changesSent(count: number): Promise<void> {
  const changes = (): number => sent.filter(({ method }) => CHANGES.has(method)).length;
  const wanted = changes() + count;
  const end = performance.now() + PATIENCE_MS;
  while (changes() < wanted && performance.now() < end) await wait(2);
}

/** What leads on from the first screen. */
const GO_ON = /^(Tiếp tục|Trả lời câu đầu tiên)/;

/** One stretch of the journey, from the first screen on; it goes on for longer than it is let. */
const STRETCHES: Readonly<Record<Part, (page: Page) => Promise<void>>> = {
  async begin(page) {
    const declare = page.getByRole('link', { name: 'Khai báo đơn vị' });
    await page
      .getByRole('link', { name: /^(Tiếp tục|Trả lời câu đầu tiên|Bắt đầu|Khai báo đơn vị)/ })
      .first()
      .waitFor();
    const goOn = page.getByRole('link', { name: GO_ON }).first();
    // Begun before a cut: from here on it is answered.
    if ((await goOn.count()) > 0) return goOn.click();
    if ((await declare.count()) > 0) await declareOrganisation(page, 'UBND xã Đường Hòa');
    else
      await page
        .getByRole('link', { name: /^Bắt đầu/ })
        .first()
        .click();
    await startAssessment(page);
  },
  async answer(page) {
    await page.getByRole('link', { name: GO_ON }).first().click();
    for (;;) {
      await page.getByText(/Câu \d+\/\d+ /).waitFor();
      await chooseLevel(page, 1 + random.below(5));
      if (random.below(3) === 0) {
        const note = page.getByRole('textbox', { name: /^Ghi chú/ });
        const text = `Số liệu quý ${random.below(4) + 1} của Đường Nguyễn Huệ`;
        typed.push({ itemId: page.url().split('/').at(-1) ?? '', note: text });
        await note.fill(text);
        await note.blur();
      } else if (random.below(4) === 0) {
        await page.keyboard.press('F9');
        const dialog = page.getByRole('dialog');
        await dialog.getByLabel('Loại văn bản').fill('Kế hoạch');
        await dialog.getByLabel('Số, ký hiệu').fill(`${random.below(90) + 10}/KH-UBND`);
        await dialog.getByRole('button', { name: 'Thêm vào câu này' }).click();
      }
      const next = page.getByRole('button', { name: /^Câu tiếp:/ });
      if ((await next.count()) === 0) return;
      await next.click();
    }
  },
  async plan(page) {
    await page.goto(`${new URL(page.url()).origin}/#/assessments/${assessment()}/plan`);
    await page
      .getByRole('heading', { name: /^Kế hoạch/ })
      .first()
      .waitFor();
    const all = page.getByRole('button', { name: /^Đưa cả \d+ việc vào kế hoạch/ });
    if ((await all.count()) > 0) await all.click();
    await page.getByRole('button', { name: 'Bỏ nhiệm vụ 1 khỏi kế hoạch' }).click();
    await page.getByRole('button', { name: 'Hoàn tác' }).click();
  },
  async report(page) {
    await page.goto(`${new URL(page.url()).origin}/#/assessments/${assessment()}/report`);
    await page
      .getByRole('textbox', { name: 'Kính gửi', exact: true })
      .fill(`Sở Khoa học và Công nghệ ${random.below(99)}`);
    await page.getByRole('textbox', { name: 'Họ và tên người ký', exact: true }).fill('Nguyễn Thị Hồng Nhung');
    await page.getByLabel('Thẩm quyền ký').selectOption('deputy');
  },
  async finish(page) {
    await page.goto(`${new URL(page.url()).origin}/#/assessments/${assessment()}/check`);
    await page.getByRole('button', { name: /^Chốt kết quả/ }).click();
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /^Chốt kết quả/ })
      .click();
  },
  async export(page) {
    await page.goto(`${new URL(page.url()).origin}/#/assessments/${assessment()}/result`);
    await page.getByRole('button', { name: 'Xuất Excel' }).click();
  },
};

test(
  `cut short at ${CUTS} moments, the journey goes on with everything that was told to be stored`,
  { timeout: 300_000 },
  async () => {
    // A second try begins with nothing, like the first.
    for (const list of [told, sent, typed]) list.length = 0;
    const server = await startServer();
    const browser = await openBrowser();
    let { page } = browser;
    try {
      listen(page);
      await page.goto(server.url);
      let cut = 0;
      for (const part of Object.keys(PARTS) as Part[]) {
        const { cuts, changes } = PARTS[part];
        for (let each = 0; each < cuts; each += 1) {
          cut += 1;
          // What comes after the cut fails on the closed tab; what fails before it is a fault.
          let over = false;
          const walk = STRETCHES[part](page).catch((error: unknown) => {
            if (!over) throw error;
          });
          await Promise.race([walk, changesSent(random.below(changes + 1))]);
          await wait(random.next() * MOMENT_MS);
          over = true;
          if (cut % 2 === 0) await server.kill();
          const closing = page.close();
          await Promise.all([closing, walk]);
          if (cut % 2 === 0) await server.restart();
          page = await browser.context.newPage();
          listen(page);
          const [client] = await Promise.all([openClient(server.url), page.goto(server.url)]);
          await checkAll(client);
        }
        await endOf(part);
      }
      expect(cut).toBe(CUTS);
      // Something of everything was really done, and told.
      for (const method of ['answers.save', 'evidence.save', 'plans.change', 'details.save'] as const)
        expect(toldOf(method).length, method).toBeGreaterThan(0);
      const [file] = await Promise.all([page.waitForEvent('download'), STRETCHES.export(page)]);
      expect(file.suggestedFilename()).toMatch(/\.xlsx$/);
      expect(await file.failure()).toBeNull();
    } finally {
      await browser.close();
      await server.close();
    }

    /** Brings a part to its end without a cut, so that the next one can begin. */
    async function endOf(part: Part): Promise<void> {
      if (part === 'begin') await STRETCHES.begin(page);
      if (part === 'finish') {
        const client = await openClient(server.url);
        const isFinished = async (): Promise<boolean> =>
          (await client.ask('assessments.open', { id: assessment() })).summary.state === 'finished';
        // Done before a cut, the page may not have been told.
        if (!(await isFinished())) await STRETCHES.finish(page);
        await expect.poll(isFinished, { timeout: 10_000 }).toBe(true);
      }
      await page.goto(server.url);
      await page.getByRole('heading', { level: 1 }).waitFor();
    }
  },
);
