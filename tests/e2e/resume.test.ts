/**
 * Power cuts. The program is killed at several moments of real work in the browser; after the next start the page shows
 * every answer that was acknowledged, and goes on where the work was left.
 */
import type { Page, Response } from 'playwright-core';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  allSaved,
  atQuestion,
  chooseLevel,
  chosenLevel,
  declareOrganisation,
  nextQuestion,
  startAssessment,
} from './support/journey.ts';
import { openBrowser, openClient, startServer, type ServerProcess, type TestBrowser } from './support/index.ts';

let server: ServerProcess;
let browser: TestBrowser;
let page: Page;

beforeEach(async () => {
  server = await startServer();
  browser = await openBrowser();
  page = browser.page;
  await page.goto(server.url);
  await declareOrganisation(page, 'UBND xã Tân An');
  await startAssessment(page);
});
afterEach(async () => {
  await browser.close();
  await server.close();
});

/** Answers of the server to one method of the page. */
function answersTo(method: string): (response: Response) => boolean {
  return (response) => response.url().endsWith(`/api/${method}`);
}

/** Waits until the page has noted where to go on; it does so when a question has been looked at for a moment. */
async function placeNoted(act: () => Promise<void>): Promise<void> {
  const [noted] = await Promise.all([page.waitForResponse(answersTo('assessments.position')), act()]);
  await noted.finished();
}

/** The computer comes back and the person opens the program again. */
async function comeBack(): Promise<void> {
  await server.restart();
  await page.goto(server.url);
  await page.getByRole('heading', { level: 1, name: 'UBND xã Tân An' }).waitFor();
}

/** From the first screen to the question where the work stopped. */
async function goOn(number: number): Promise<void> {
  await page.getByRole('link', { name: `Tiếp tục từ câu ${number}` }).click();
  await atQuestion(page, number);
}

/** Goes back through the questions before this one and reads what is chosen. @returns the first question first */
async function levelsBefore(number: number): Promise<(number | null)[]> {
  const levels: (number | null)[] = [];
  for (let at = number - 1; at >= 1; at -= 1) {
    await page.keyboard.press('PageUp');
    await atQuestion(page, at);
    levels.unshift(await chosenLevel(page));
  }
  return levels;
}

/** Answers the question that is shown and goes to the next one. */
async function answerAndGoOn(number: number, level: number): Promise<void> {
  await atQuestion(page, number);
  await chooseLevel(page, level);
  await nextQuestion(page);
  await atQuestion(page, number + 1);
}

describe('after a power cut', () => {
  test('when all was saved: every answer is there, and the work goes on at the question that was left', async () => {
    const levels = [2, 5, 1, 4];
    for (const [index, level] of levels.slice(0, 3).entries()) await answerAndGoOn(index + 1, level);
    await placeNoted(() => answerAndGoOn(4, 4));
    await allSaved(page);
    await server.kill();
    await comeBack();
    await page.getByText('4/32').first().waitFor();
    await goOn(5);
    expect(await chosenLevel(page)).toBeNull();
    expect(await levelsBefore(5)).toEqual(levels);
  });

  test('in the middle of a burst: what was acknowledged is there, up to the last moment', async () => {
    const acknowledged: string[] = [];
    const sent: string[] = [];
    page.on('request', (request) => {
      if (!request.url().endsWith('/api/answers.save')) return;
      sent.push((JSON.parse(request.postData() ?? '{}') as { itemId: string }).itemId);
    });
    page.on('response', (response) => {
      if (!answersTo('answers.save')(response)) return;
      void response.json().then(
        (envelope: { ok: boolean; value: { itemId: string } }) =>
          envelope.ok && acknowledged.push(envelope.value.itemId),
        () => undefined,
      );
    });
    const burst = (async () => {
      for (let number = 1; number <= 20; number += 1) {
        await page.keyboard.press('Digit3');
        await page.keyboard.press('Enter');
        await atQuestion(page, number + 1);
      }
    })().catch(() => undefined);
    await expect.poll(() => acknowledged.length, { interval: 1 }).toBeGreaterThanOrEqual(6);
    await server.kill();
    const kept = [...acknowledged];
    await burst;

    await comeBack();
    const client = await openClient(server.url);
    const [summary] = await client.ask('assessments.list', {});
    const { records } = await client.ask('assessments.open', { id: summary?.id ?? '' });
    const stored = new Map(records.map((record) => [record.itemId, record.answer]));
    const level3 = { state: 'answered', value: { kind: 'option', option: '3' } };
    for (const itemId of kept) expect(stored.get(itemId), itemId).toEqual(level3);
    // Nothing came from nowhere either.
    expect([...stored.keys()].filter((itemId) => !sent.includes(itemId))).toEqual([]);
    expect(summary?.settled).toBe(stored.size);
    await page.getByText(`${stored.size}/32`).first().waitFor();
  });

  test('right after the acknowledgement of a single answer, again and again', async () => {
    for (const [index, level] of [3, 1, 5].entries()) {
      const number = index + 1;
      const [saved] = await Promise.all([page.waitForResponse(answersTo('answers.save')), chooseLevel(page, level)]);
      await saved.finished();
      await server.kill();
      await comeBack();
      await goOn(number);
      expect(await chosenLevel(page)).toBe(level);
      await nextQuestion(page);
      await atQuestion(page, number + 1);
    }
    expect(await levelsBefore(4)).toEqual([3, 1, 5]);
  });

  test('while a note was typed: what the page called saved is there to the last mark', async () => {
    const text = 'Đang chờ số liệu quý IV của Đường Nguyễn Huệ';
    const note = () => page.getByRole('textbox', { name: /^Ghi chú/ });
    const saved = page.waitForResponse(
      (response) => answersTo('answers.save')(response) && (response.request().postData() ?? '').includes(text),
    );
    const [response] = await Promise.all([saved, note().pressSequentially(text)]);
    await response.finished();
    await server.kill();
    await comeBack();
    await page.getByRole('link', { name: /^(Tiếp tục|Trả lời câu đầu tiên)/ }).click();
    await atQuestion(page, 1);
    expect(await note().inputValue()).toBe(text);
  });

  test('several times in a row, right after the start: nothing is lost either', async () => {
    await answerAndGoOn(1, 4);
    await allSaved(page);
    await server.kill();
    for (let cut = 0; cut < 3; cut += 1) {
      await server.restart();
      await server.kill();
    }
    await comeBack();
    await page.getByText('1/32').first().waitFor();
    await page.getByRole('link', { name: /^Tiếp tục/ }).click();
    await page.getByRole('link', { name: 'Rà soát' }).first().click();
    await page.getByText('Đã trả lời 1 câu').waitFor();
  });

  test('an answer given while the program is away stays on the page and says so', async () => {
    await answerAndGoOn(1, 2);
    await allSaved(page);
    await server.kill();
    await chooseLevel(page, 5);
    await page.getByRole('alert').filter({ hasText: 'Chưa lưu được' }).waitFor();
    expect(await chosenLevel(page)).toBe(5);
    // The start has another secret, so another tab opens the session again; the first page then saves by itself.
    await server.restart();
    const second = await browser.context.newPage();
    await second.goto(server.url);
    await allSaved(page);
    const client = await openClient(server.url);
    const [summary] = await client.ask('assessments.list', {});
    expect(summary?.settled).toBe(2);
  });
});
