import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AppError } from '../../../src/contract/errors.ts';
import { fontFiles, fontsIn, installedFonts } from '../../../src/adapters/documents/fonts.ts';
import { createDocumentRenderer } from '../../../src/adapters/documents/worker-client.ts';
import { sample, type Made } from '../../domain/report/support.ts';
import { onFile, render, run } from './tools.ts';

const ROOT = join(import.meta.dirname, '../../..');
const module = (path: string): string => pathToFileURL(join(ROOT, path)).href;
const workerUrl = pathToFileURL(join(ROOT, 'src/adapters/documents/worker.ts'));

describe('documents from the worker thread', () => {
  let made: Made;
  const documents = createDocumentRenderer({ workerUrl });
  beforeAll(async () => {
    made = await sample('sme-readiness');
  });
  afterAll(() => documents.close());

  it('are the ones that this thread would make, also when asked for at once', async () => {
    const { model, machine } = made;
    const [pdf, xlsx, again] = await Promise.all([
      documents.render('pdf', { model, machine }),
      documents.render('xlsx', { model, machine }),
      documents.render('pdf', { model, machine }),
    ]);
    expect(Buffer.compare(pdf, await render('pdf', model, machine))).toBe(0);
    expect(Buffer.compare(xlsx, await render('xlsx', model, machine))).toBe(0);
    expect(Buffer.compare(again, pdf)).toBe(0);
  });

  it('fail alone: an impossible report is refused, the next one is made', async () => {
    const { model, machine } = made;
    const broken = documents.render('pdf', { model: { ...model, charts: null } as never, machine });
    const good = documents.render('xlsx', { model, machine });
    await expect(broken).rejects.toSatisfy(
      (error) => error instanceof AppError && error.code === 'document.failed' && error.params.format === 'pdf',
    );
    expect((await good).length).toBeGreaterThan(10_000);
  });

  it('are made by a new thread after closing', async () => {
    const { model, machine } = made;
    await documents.close();
    expect((await documents.render('xlsx', { model, machine })).length).toBeGreaterThan(10_000);
  });

  it('fail with a reason when the thread cannot start', async () => {
    const lost = createDocumentRenderer({ workerUrl: pathToFileURL('/nowhere/worker.js') });
    await expect(lost.render('pdf', made)).rejects.toMatchObject({ code: 'document.failed' });
    const fontless = createDocumentRenderer({ workerUrl, fonts: fontsIn('/nowhere') });
    await expect(fontless.render('pdf', made)).rejects.toMatchObject({ code: 'document.failed' });
    await Promise.all([lost.close(), fontless.close()]);
  });

  it('take their fonts from one folder in a packaged program', async () => {
    const { model, machine } = made;
    const folder = await mkdtemp(join(tmpdir(), 'fonts-'));
    try {
      run('cp', ...fontFiles(installedFonts()), folder);
      const packaged = createDocumentRenderer({ workerUrl, fonts: fontsIn(folder) });
      expect(
        Buffer.compare(await packaged.render('pdf', { model, machine }), await render('pdf', model, machine)),
      ).toBe(0);
      await packaged.close();
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  it('never keep the program running', () => {
    const script = `
      import { createDocumentRenderer } from ${JSON.stringify(module('src/adapters/documents/worker-client.ts'))};
      import { sample } from ${JSON.stringify(module('tests/domain/report/support.ts'))};
      const documents = createDocumentRenderer({ workerUrl: new URL(${JSON.stringify(workerUrl.href)}) });
      const bytes = await documents.render('xlsx', await sample('sme-readiness'));
      console.log(bytes.length);
    `;
    const stdout = onFile('run.mjs', new TextEncoder().encode(script), (file) => run(process.execPath, file));
    expect(Number(stdout)).toBeGreaterThan(10_000);
  });
});
