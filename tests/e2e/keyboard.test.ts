/** Answering by keyboard alone: how many keys it takes, and what the keys do. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { atQuestion, chosenLevel } from './support/journey.ts';
import {
  openBrowser,
  openClient,
  startServer,
  type Client,
  type ServerProcess,
  type TestBrowser,
} from './support/index.ts';

const COUNT = 32;

let server: ServerProcess;
let client: Client;
let browser: TestBrowser;
let page: Page;
/** The assessment of the running test. */
let assessmentId = '';
/** Keys pressed in the running test. */
let presses = 0;
let rounds = 0;

beforeAll(async () => {
  server = await startServer();
  client = await openClient(server.url);
  browser = await openBrowser();
  page = browser.page;
  page.setDefaultTimeout(10_000);
  await page.goto(server.url);
});
afterAll(async () => {
  await browser.close();
  await server.close();
});

beforeEach(async () => {
  presses = 0;
  rounds += 1;
  assessmentId = crypto.randomUUID();
  const organisation = await client.ask('organisations.save', {
    id: crypto.randomUUID(),
    name: `UBND xã Tân An ${rounds}`,
    kind: 'commune',
    code: '',
    province: '',
    address: '',
    contact: '',
    predecessors: [],
  });
  await client.ask('assessments.start', {
    id: assessmentId,
    organisationId: organisation.id,
    questionnaireId: 'gov-maturity-5',
    questionnaireVersion: '1.0.0',
    period: { kind: 'year', year: 2025, number: 1 },
  });
});

/** Opens the first question with the wanted settings. */
async function open(settings: { readonly digitKeys: boolean; readonly autoAdvance: boolean }): Promise<void> {
  await client.ask('settings.update', settings);
  await page.goto(`${server.origin}/#/assessments/${assessmentId}/answer`);
  await page.reload();
  await atQuestion(page, 1);
}

async function press(key: string): Promise<void> {
  presses += 1;
  await page.keyboard.press(key);
}

/** A level for every question: all five come up. */
const levelFor = (number: number): number => (number % 5) + 1;

/**
 * What is stored, in the order of the questions. Asked with `expect.poll`: the page saves behind the answers, and says
 * nothing of a save that is quick.
 */
async function storedLevels(): Promise<(string | null)[]> {
  const { records } = await client.ask('assessments.open', { id: assessmentId });
  const { questionnaire } = await client.ask('questionnaires.get', { id: 'gov-maturity-5', version: '1.0.0' });
  const byItem = new Map(records.map(({ itemId, answer }) => [itemId, answer]));
  return questionnaire.groups.flatMap(({ children }) =>
    children.map(({ id }) => {
      const answer = byItem.get(id);
      return answer?.state === 'answered' && answer.value.kind === 'option' ? answer.value.option : null;
    }),
  );
}

/** One stored record of the running test. */
async function storedRecord(itemId: string) {
  const { records } = await client.ask('assessments.open', { id: assessmentId });
  return records.find((record) => record.itemId === itemId);
}

const allLevels = Array.from({ length: COUNT }, (_, index) => String(levelFor(index + 1)));

describe('how many keys 32 questions take', () => {
  test('one each, where the next question comes by itself', async () => {
    await open({ digitKeys: true, autoAdvance: true });
    for (let number = 1; number <= COUNT; number += 1) {
      await atQuestion(page, number);
      await press(`Digit${levelFor(number)}`);
    }
    await expect.poll(() => chosenLevel(page)).toBe(levelFor(COUNT));
    expect(presses).toBeLessThanOrEqual(40);
    await expect.poll(storedLevels).toEqual(allLevels);
  });

  test('two each otherwise: a digit and Enter', async () => {
    await open({ digitKeys: true, autoAdvance: false });
    for (let number = 1; number <= COUNT; number += 1) {
      await atQuestion(page, number);
      await press(`Numpad${levelFor(number)}`);
      if (number < COUNT) await press('Enter');
    }
    expect(presses).toBeLessThanOrEqual(72);
    await expect.poll(storedLevels).toEqual(allLevels);
  });

  test('arrows and Enter do without digits', async () => {
    await open({ digitKeys: false, autoAdvance: false });
    for (let number = 1; number <= COUNT; number += 1) {
      await atQuestion(page, number);
      // A digit does nothing where the setting forbids it.
      await press('Digit5');
      // Space chooses the level that has the focus, arrows the ones below.
      await press('Space');
      for (let level = 1; level < levelFor(number); level += 1) await press('ArrowDown');
      expect(await chosenLevel(page)).toBe(levelFor(number));
      if (number < COUNT) await press('Enter');
    }
    await expect.poll(storedLevels).toEqual(allLevels);
    await press('Enter');
    await page.getByRole('heading', { name: 'Rà soát trước khi chốt kết quả' }).waitFor();
  });
});

describe('keys that move', () => {
  test('PageDown and PageUp turn pages, and a choice that moves on can be corrected', async () => {
    await open({ digitKeys: true, autoAdvance: true });
    await press('Digit2');
    await atQuestion(page, 2);
    await press('PageUp');
    await atQuestion(page, 1);
    expect(await chosenLevel(page)).toBe(2);
    // The second digit comes before the next question does, and counts.
    await press('Digit3');
    await press('Digit4');
    await atQuestion(page, 2);
    expect(await chosenLevel(page)).toBeNull();
    await press('PageDown');
    await atQuestion(page, 3);
    await expect.poll(async () => (await storedLevels()).slice(0, 2)).toEqual(['4', null]);
  });

  test('F2 jumps to a number, or to words without accents', async () => {
    await open({ digitKeys: true, autoAdvance: false });
    const dialog = page.getByRole('dialog');
    await press('F2');
    await dialog.waitFor();
    await page.keyboard.type('6.2');
    await press('Enter');
    await dialog.waitFor({ state: 'detached' });
    await atQuestion(page, 22);
    await press('F2');
    await dialog.waitFor();
    await page.keyboard.type('trung tam giam sat');
    await press('Enter');
    await atQuestion(page, 16);
    // At once the new question is answered by a digit.
    await press('Digit1');
    expect(await chosenLevel(page)).toBe(1);
    // Esc goes nowhere: as in every search field it first empties what was typed, then it closes.
    await press('F2');
    await dialog.waitFor();
    await page.keyboard.type('1.1');
    await press('Escape');
    expect(await dialog.getByRole('combobox', { name: /^Tìm/ }).inputValue()).toBe('');
    await press('Escape');
    await dialog.waitFor({ state: 'detached' });
    await atQuestion(page, 16);
  });

  test('F7 goes to the next unanswered question, around the end', async () => {
    await open({ digitKeys: true, autoAdvance: false });
    await press('F7');
    await atQuestion(page, 2);
    await press('Digit1');
    await press('PageUp');
    await atQuestion(page, 1);
    await press('F7');
    await atQuestion(page, 3);
    await press('F2');
    await page.getByRole('dialog').waitFor();
    await page.keyboard.type('8.4');
    await press('Enter');
    await atQuestion(page, COUNT);
    await press('F7');
    await atQuestion(page, 1);
  });
});

describe('keys that change something', () => {
  const flag = () => page.getByRole('button', { name: /ánh dấu xem lại F4$/ });

  test('F4 flags a question, and takes the flag away', async () => {
    await open({ digitKeys: true, autoAdvance: false });
    await press('F4');
    await expect.poll(() => flag().getAttribute('aria-pressed')).toBe('true');
    await press('F4');
    await expect.poll(() => flag().getAttribute('aria-pressed')).toBe('false');
    await press('F4');
    await expect.poll(async () => (await storedRecord('annual-goals'))?.flagged).toBe(true);
  });

  test('F8 says that a question does not apply, and why', async () => {
    await open({ digitKeys: true, autoAdvance: false });
    // The first question concerns everybody.
    await press('F8');
    await page.getByText('Câu này áp dụng cho mọi đơn vị').waitFor();
    for (const number of [2, 3, 4]) {
      await press('PageDown');
      await atQuestion(page, number);
    }
    await press('F8');
    const dialog = page.getByRole('dialog');
    await dialog.waitFor();
    // The focus is on the first reason: choose the second, then write more about it.
    await press('Space');
    await press('ArrowDown');
    await press('Tab');
    await page.keyboard.type('Cả kỳ 2025');
    await dialog.getByRole('button', { name: 'Ghi là không áp dụng' }).press('Enter');
    await page.getByText('Không áp dụng: Không phát sinh trong kỳ: Cả kỳ 2025').waitFor();
    await expect
      .poll(async () => (await storedRecord('inclusion'))?.answer)
      .toEqual({ state: 'not-applicable', reason: 'Không phát sinh trong kỳ: Cả kỳ 2025' });
  });

  test('Ctrl+Z takes back, Ctrl+Y does again, and both go where it happened', async () => {
    await open({ digitKeys: true, autoAdvance: false });
    await press('Digit2');
    await press('Enter');
    await atQuestion(page, 2);
    await press('Digit3');
    await press('Digit4');
    await press('PageDown');
    await atQuestion(page, 3);
    await press('Control+KeyZ');
    await atQuestion(page, 2);
    expect(await chosenLevel(page)).toBe(3);
    await press('Control+KeyZ');
    expect(await chosenLevel(page)).toBeNull();
    await press('Control+KeyZ');
    await atQuestion(page, 1);
    expect(await chosenLevel(page)).toBeNull();
    await press('Control+KeyZ');
    await page.getByText('Không còn thay đổi nào để hoàn tác').waitFor();
    await press('Control+KeyY');
    expect(await chosenLevel(page)).toBe(2);
    await press('Control+KeyY');
    await atQuestion(page, 2);
    expect(await chosenLevel(page)).toBe(3);
    await expect.poll(async () => (await storedLevels()).slice(0, 2)).toEqual(['2', '3']);
  });

  test('digits that are typed into a text field stay text', async () => {
    await open({ digitKeys: true, autoAdvance: true });
    await press('Alt+KeyG');
    const note = page.getByRole('textbox', { name: /^Ghi chú/ });
    await expect.poll(() => note.evaluate((field) => field === document.activeElement)).toBe(true);
    await page.keyboard.type('Nghị quyết 12345, to6 1');
    await press('Control+KeyS');
    await expect
      .poll(() => storedRecord('annual-goals'))
      .toMatchObject({ note: 'Nghị quyết 12345, to6 1', answer: { state: 'unanswered' } });
    // Time enough for a choice to have moved on.
    await page.waitForTimeout(400);
    await atQuestion(page, 1);
    expect(await note.inputValue()).toBe('Nghị quyết 12345, to6 1');
    expect(await chosenLevel(page)).toBeNull();
    // Undo belongs to the text there, and takes back letters instead of answers.
    await press('Control+KeyZ');
    expect(await note.inputValue()).not.toBe('Nghị quyết 12345, to6 1');
    await atQuestion(page, 1);
  });
});

test('the page complained about nothing', () => {
  expect(browser.complaints).toEqual([]);
});
