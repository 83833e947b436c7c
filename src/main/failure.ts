import { app, dialog, shell, type WebContents } from 'electron';
import { existsSync } from 'node:fs';
import { dirname } from 'node:path';
import { AppError } from '../contract/errors.ts';
import type { Ports } from '../core/ports.ts';
import { problemText } from '../domain/wording/sentences.ts';
import type { HostWords } from './words/index.ts';

const SHOWN_PROBLEMS = 5;

/** What happened and what to do, for an error that kept the program from starting. */
export function failureText(error: unknown, words: HostWords, report: Ports['report']): string {
  if (!(error instanceof AppError) || error.code === 'internal')
    return words('start.unexpected', { ref: report(error, { method: 'start' }) });
  const problems = error.problems.slice(0, SHOWN_PROBLEMS).map((problem) => problemText(words, problem));
  return [words(`error.${error.code}`, error.params), ...problems].join('\n');
}

/** The folder, or the nearest one above it that exists: the data folder may be what could not be made. */
export function nearestFolder(folder: string): string {
  return existsSync(folder) || dirname(folder) === folder ? folder : nearestFolder(dirname(folder));
}

/**
 * Tells why the data could not be opened, until the person tries again or quits.
 * @returns true to try again
 */
export async function explainStartFailure(
  error: unknown,
  words: HostWords,
  dataFolder: string,
  report: Ports['report'],
): Promise<boolean> {
  const detail = `${failureText(error, words, report)}\n\n${words('start.folder', { folder: dataFolder })}`;
  for (;;) {
    const { response } = await dialog.showMessageBox({
      type: 'error',
      title: words('window.title'),
      message: words('start.title'),
      detail,
      buttons: [words('start.retry'), words('start.open-folder'), words('start.quit')],
      defaultId: 0,
      cancelId: 2,
      noLink: true,
      normalizeAccessKeys: true,
    });
    if (response !== 1) return response === 0;
    await shell.openPath(nearestFolder(dataFolder));
  }
}

/** Ends a start that failed for a reason which nobody can put right in a dialog. */
export function endAfter(error: unknown, words: HostWords, report: Ports['report']): void {
  dialog.showErrorBox(words('start.title'), failureText(error, words, report));
  app.exit(1);
}

/** A page that crashed (memory, driver) is offered again instead of an empty window. */
export function watchPage(contents: WebContents, words: () => HostWords, report: Ports['report']): void {
  contents.on('render-process-gone', (_, { reason, exitCode }) => {
    if (reason === 'clean-exit') return;
    report(new Error(`page process gone: ${reason} (${exitCode})`), { method: 'window' });
    const say = words();
    void dialog
      .showMessageBox({
        type: 'error',
        title: say('window.title'),
        message: say('gone.title'),
        detail: say('gone.message'),
        buttons: [say('gone.reopen'), say('start.quit')],
        defaultId: 0,
        cancelId: 1,
        noLink: true,
        normalizeAccessKeys: true,
      })
      .then(({ response }) => (response === 0 ? contents.reload() : app.quit()));
  });
}

/** Errors that nobody caught are logged and shown, never swallowed; the program goes on, its data is consistent. */
export function watchProcess(words: () => HostWords, report: Ports['report']): void {
  const tell = (error: unknown): void => {
    const ref = report(error, { method: 'process' });
    dialog.showErrorBox(words()('window.title'), words()('error.internal', { ref }));
  };
  process.on('uncaughtException', tell);
  process.on('unhandledRejection', tell);
}
