/** Steps that several journeys share, by the names that a person sees. */
import type { Page } from 'playwright-core';

/** From the first screen to the choice of a questionnaire. */
export async function declareOrganisation(page: Page, name: string): Promise<void> {
  await page.getByRole('link', { name: 'Khai báo đơn vị' }).click();
  await page.getByLabel('Tên đơn vị').fill(name);
  await page.getByLabel('Loại hình').selectOption({ label: 'Xã' });
  await page.getByRole('button', { name: 'Lưu và chọn bộ câu hỏi' }).click();
  await page.getByRole('heading', { name: 'Bắt đầu lần đánh giá' }).waitFor();
}

/** From the choice of a questionnaire to its first question: 32 ladders of five levels. */
export async function startAssessment(page: Page): Promise<void> {
  await page.getByRole('radio', { name: /Năm mức trưởng thành/ }).check();
  await page.getByRole('button', { name: 'Bắt đầu', exact: true }).click();
  await atQuestion(page, 1);
}

/** Waits for the question with this number, counted from 1. */
export async function atQuestion(page: Page, number: number): Promise<void> {
  await page.getByText(new RegExp(`Câu ${number}/\\d+ `)).waitFor();
}

/** Chooses a level of the question that is shown. */
export async function chooseLevel(page: Page, level: number): Promise<void> {
  await page.getByRole('radio', { name: new RegExp(`^Mức ${level}:`) }).check();
}

/** The level that is chosen on the question that is shown; null when none is. */
export async function chosenLevel(page: Page): Promise<number | null> {
  const chosen = page.getByRole('radio', { checked: true });
  return (await chosen.count()) === 0 ? null : Number(await chosen.getAttribute('value'));
}

/** Goes on with the button that names the next question. */
export async function nextQuestion(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Câu tiếp:/ }).click();
}

/** Waits until the page says that everything is stored: the words alone stay for a moment while the next save runs. */
export async function allSaved(page: Page): Promise<void> {
  await page
    .locator('.save[role="status"][aria-busy="false"]')
    .filter({ hasText: /^Đã lưu lúc \d\d:\d\d/ })
    .waitFor();
}
