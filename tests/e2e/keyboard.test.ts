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
  await begin('gov-maturity-5');
});

/** Starts an assessment of an organisation of its own. */
async function begin(questionnaireId: string): Promise<void> {
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
    questionnaireId,
    questionnaireVersion: '1.0.0',
    period: { kind: 'year', year: 2025, number: 1 },
  });
}

/** Opens the first question with the wanted settings. */
async function open(settings: { readonly digitKeys: boolean; readonly autoAdvance: boolean }): Promise<void> {
  await client.ask('settings.update', { ...settings, advanceOffered: true });
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

/** Questions of five levels that are answered in a row: one questionnaire, and most of a second one. */
const SIXTY = [COUNT, 60 - COUNT];

describe('how many keys 60 ladder questions take', () => {
  test('one each, where the next question comes by itself: 60 of 75', async () => {
    for (const count of SIXTY) {
      await begin('gov-maturity-5');
      await open({ digitKeys: true, autoAdvance: true });
      for (let number = 1; number <= count; number += 1) {
        await atQuestion(page, number);
        await press(`Digit${levelFor(number)}`);
      }
      await expect.poll(async () => (await storedLevels()).slice(0, count)).toEqual(allLevels.slice(0, count));
    }
    expect(presses).toBe(60);
  });

  test('two each otherwise, a digit and Enter: 120 of 135', async () => {
    for (const count of SIXTY) {
      await begin('gov-maturity-5');
      await open({ digitKeys: true, autoAdvance: false });
      for (let number = 1; number <= count; number += 1) {
        await atQuestion(page, number);
        await press(`Numpad${levelFor(number)}`);
        await press('Enter');
      }
      await expect.poll(async () => (await storedLevels()).slice(0, count)).toEqual(allLevels.slice(0, count));
    }
    expect(presses).toBe(120);
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

describe('going on by itself', () => {
  test('is offered once, before the first answer, and is off until then', async () => {
    await client.ask('settings.update', { digitKeys: true, autoAdvance: false, advanceOffered: false });
    await page.goto(`${server.origin}/#/assessments/${assessmentId}/answer`);
    await page.reload();
    await page.getByRole('button', { name: 'Bật tự chuyển câu' }).click();
    // The focus is back on the question: the digit goes on.
    await press('Digit3');
    await atQuestion(page, 2);
    expect(await page.getByRole('button', { name: 'Bật tự chuyển câu' }).count()).toBe(0);
    await begin('gov-maturity-5');
    await client.ask('settings.update', { autoAdvance: false });
    await page.goto(`${server.origin}/#/assessments/${assessmentId}/answer`);
    await page.reload();
    await atQuestion(page, 1);
    expect(await page.getByRole('button', { name: 'Bật tự chuyển câu' }).count()).toBe(0);
  });
});

describe('every type of question by keyboard', () => {
  const item = (id: string) => storedRecord(id).then((record) => record?.answer);
  const value = (id: string) =>
    item(id).then((answer) => (answer?.state === 'answered' ? answer.value : answer?.state));
  const show = async (id: string) => {
    await page.goto(`${server.origin}/#/assessments/${assessmentId}/answer/${id}`);
    await page.reload();
    await page.locator('.question__field').waitFor();
    // The focus is on the control when the question is there.
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.closest('.question__field') !== null))
      .toBe(true);
  };
  beforeEach(async () => {
    await begin('sample-all-types');
    await client.ask('settings.update', { digitKeys: true, autoAdvance: false, advanceOffered: true });
  });

  test('a checklist ticks by digit and shows the step that is reached', async () => {
    await show('scanning');
    await press('Digit1');
    await press('Digit2');
    await page.getByText('Đang ở bậc: Quy trình đang chạy').waitFor();
    await press('ArrowDown');
    await press('Space');
    await expect.poll(() => value('scanning')).toEqual({ kind: 'options', options: ['scanner', 'naming', 'owner'] });
    await press('Digit1');
    await page.getByText('Đang ở bậc: Chưa có quy trình chung').waitFor();
  });

  test('a matrix goes down with every digit, a scale takes one', async () => {
    await show('daily-use');
    await press('Digit4');
    await press('Digit2');
    await press('Digit5');
    await expect
      .poll(() => value('daily-use'))
      .toEqual({
        kind: 'rows',
        rows: [
          { row: 'incoming', option: '3' },
          { row: 'fees', option: '1' },
          { row: 'archive', option: 'no-task' },
        ],
      });
    await press('ArrowUp');
    await press('ArrowLeft');
    await expect.poll(() => value('daily-use')).toMatchObject({ rows: { 1: { row: 'fees', option: '3' } } });
    await show('double-entry');
    await press('Digit2');
    await expect.poll(() => value('double-entry')).toEqual({ kind: 'option', option: '2' });
  });

  test('a grid moves by arrows and ticks by digit and space', async () => {
    await show('rooms');
    await press('Digit2');
    await press('ArrowDown');
    await press('ArrowLeft');
    await press('Space');
    await expect
      .poll(() => value('rooms'))
      .toEqual({
        kind: 'cells',
        cells: [
          { row: 'public-desk', columns: ['network'] },
          { row: 'meeting-room', columns: ['computer'] },
        ],
      });
  });

  test('an option that excludes the others takes them back', async () => {
    await show('channels');
    await press('Digit1');
    await press('Digit3');
    await press('Digit5');
    await expect.poll(() => value('channels')).toEqual({ kind: 'options', options: ['no-channel'] });
    await press('Digit2');
    await expect.poll(() => value('channels')).toEqual({ kind: 'options', options: ['chat'] });
  });

  test('figures, ratios, indicators and dates are typed; Enter goes on', async () => {
    await show('answer-days');
    await page.keyboard.type('2,5');
    await press('Enter');
    await page.getByRole('heading', { name: 'Tỷ lệ hồ sơ nộp trực tuyến' }).waitFor();
    await page.keyboard.type('1.200');
    await press('Tab');
    await page.keyboard.type('1.600');
    await page.getByText('75%', { exact: true }).waitFor();
    await press('Enter');
    await page.getByRole('heading', { name: 'Dịch vụ công có hồ sơ trực tuyến' }).waitFor();
    await page.keyboard.type('20');
    await press('Tab');
    await page.keyboard.type('80');
    await page.getByText('50% mục tiêu năm 2025').waitFor();
    await expect.poll(() => value('answer-days')).toEqual({ kind: 'number', number: '2.5' });
    await expect.poll(() => value('online-share')).toEqual({ kind: 'ratio', a: '1200', b: '1600' });
    await show('team-goal');
    await press('Digit2');
    await expect.poll(() => value('team-goal')).toEqual({ kind: 'option', option: 'no' });
  });

  test('a follow-up comes and goes with the answer that it follows', async () => {
    await show('plan');
    await press('Digit1');
    await page.getByRole('button', { name: 'Câu tiếp: 1.3' }).waitFor();
    await press('Digit2');
    await page.getByRole('button', { name: 'Câu tiếp: 1.2' }).waitFor();
    await press('Enter');
    await page.keyboard.type('8/2/2025');
    await press('Control+KeyS');
    await expect.poll(() => value('plan-date')).toEqual({ kind: 'date', date: '2025-02-08' });
    await press('PageUp');
    await press('Digit1');
    await page.getByRole('button', { name: 'Câu tiếp: 1.3' }).waitFor();
    await press('Digit3');
    await press('Enter');
    // Its answer has been kept.
    await expect.poll(() => page.getByRole('textbox', { name: 'Ngày' }).inputValue()).toBe('08/02/2025');
  });

  test('letters that an input method composes all arrive', async () => {
    const text = 'Đường Nguyễn Huệ, phường Trường Đông, huyện Hòa Thành';
    await show('difficulty');
    const session = await page.context().newCDPSession(page);
    for (const word of text.split(/(?<= )/)) {
      // As Telex does it: the word grows under composition, and is then committed.
      for (let length = 1; length <= word.length; length += 1)
        await session.send('Input.imeSetComposition', {
          text: word.slice(0, length),
          selectionStart: length,
          selectionEnd: length,
        });
      await session.send('Input.insertText', { text: word });
    }
    await press('Control+KeyS');
    await expect.poll(() => value('difficulty')).toEqual({ kind: 'text', text });
    // Keys of a composition are the input method's own: Enter and digits do nothing here.
    await show('plan');
    await page.evaluate(() => {
      const target = document.activeElement as HTMLElement;
      for (const code of ['Digit3', 'Enter', 'PageDown'])
        target.dispatchEvent(new KeyboardEvent('keydown', { code, key: code, isComposing: true, bubbles: true }));
    });
    expect(await page.getByRole('radio', { checked: true }).count()).toBe(0);
    await atQuestion(page, 1);
  });

  test('a form on paper is typed in from top to bottom', async () => {
    await client.ask('settings.update', { autoAdvance: true });
    await page.goto(`${server.origin}/#/assessments/${assessmentId}/entry`);
    await page.reload();
    await page.locator('[data-entry]').first().focus();
    await page.keyboard.type('2');
    // 1.2 appears with that answer, and is the next field.
    await page.keyboard.type('8/2/2025');
    await press('Enter');
    await page.keyboard.type('1 2 3');
    await press('Enter');
    await page.keyboard.type('1');
    await page.keyboard.type('4');
    await page.keyboard.type('Thiếu máy quét');
    await press('Tab');
    await page.keyboard.type('134');
    await press('Enter');
    await page.keyboard.type('-');
    await press('Enter');
    await page.keyboard.type('415');
    await page.keyboard.type('12');
    await press('Control+KeyS');
    await expect.poll(() => value('plan')).toEqual({ kind: 'option', option: '2' });
    await expect.poll(() => value('plan-date')).toEqual({ kind: 'date', date: '2025-02-08' });
    await expect.poll(() => value('scanning')).toEqual({ kind: 'options', options: ['scanner', 'naming', 'owner'] });
    await expect.poll(() => value('steering')).toEqual({ kind: 'option', option: '1' });
    await expect.poll(() => value('double-entry')).toEqual({ kind: 'option', option: '4' });
    await expect.poll(() => value('difficulty')).toEqual({ kind: 'text', text: 'Thiếu máy quét' });
    await expect.poll(() => value('channels')).toEqual({ kind: 'options', options: ['hotline', 'portal', 'box'] });
    await expect.poll(() => value('shared-software')).toBe('none');
    await expect.poll(() => value('daily-use')).toMatchObject({ rows: { length: 3 } });
    await expect.poll(() => value('rooms')).toMatchObject({ cells: [{ row: 'public-desk' }] });
  });
});

describe('the answers of last round', () => {
  test('are suggested, taken over by one key, and told apart', async () => {
    const { summary } = await client.ask('assessments.open', { id: assessmentId });
    const save = (id: string, itemId: string, option: string) =>
      client.ask('answers.save', {
        assessmentId: id,
        itemId,
        seq: 1,
        answer: { state: 'answered', value: { kind: 'option', option } },
        note: '',
        explanation: '',
        flagged: false,
        evidence: [],
      });
    await save(assessmentId, 'annual-goals', '2');
    await client.ask('assessments.finish', { id: assessmentId });
    const { organisationId } = summary;
    assessmentId = crypto.randomUUID();
    await client.ask('assessments.start', {
      id: assessmentId,
      organisationId,
      questionnaireId: 'gov-maturity-5',
      questionnaireVersion: '1.0.0',
      period: { kind: 'year', year: 2026, number: 1 },
    });
    await open({ digitKeys: true, autoAdvance: false });
    await page.getByText('Kỳ trước: Mức 2').waitFor();
    // A suggestion is no answer.
    expect(await chosenLevel(page)).toBeNull();
    await press('F3');
    expect(await chosenLevel(page)).toBe(2);
    await page.getByText('Giữ nguyên so với kỳ trước').waitFor();
    await press('Digit3');
    await page.getByText('Đã thay đổi').waitFor();
    await press('PageDown');
    await atQuestion(page, 2);
    await press('F3');
    expect(await chosenLevel(page)).toBeNull();
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

test('a hundred steps are taken back and done again, each one saved', async () => {
  await open({ digitKeys: true, autoAdvance: false });
  for (let step = 0; step < 100; step += 1) await press(`Digit${(step % 4) + 1}`);
  await press('Digit5');
  for (let step = 0; step < 100; step += 1) await press('Control+KeyZ');
  await expect.poll(() => chosenLevel(page)).toBe(1);
  await expect.poll(async () => (await storedLevels())[0]).toBe('1');
  await page.getByRole('button', { name: 'Hoàn tác' }).click();
  await expect.poll(() => chosenLevel(page)).toBeNull();
  await page.getByRole('button', { name: 'Làm lại' }).click();
  for (let step = 0; step < 100; step += 1) await press('Control+KeyY');
  await expect.poll(() => chosenLevel(page)).toBe(5);
  await expect.poll(async () => (await storedLevels())[0]).toBe('5');
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
