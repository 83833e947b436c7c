import { Worker } from 'node:worker_threads';
import { AppError } from '../../contract/errors.ts';
import type { ReportFormat } from '../../contract/views/exports.ts';
import type { Documents } from '../../core/ports.ts';
import type { FontPaths } from './fonts.ts';
import type { Answer, Job, Work } from './worker.ts';

interface Waiting {
  readonly format: string;
  readonly resolve: (bytes: Uint8Array) => void;
  readonly reject: (error: Error) => void;
}

/**
 * Makes documents in a worker thread, so that answering goes on while a report is laid out. The thread starts with the
 * first document and is kept, but never keeps the program alive; when it dies its jobs fail and the next job starts a
 * new one.
 * @param options.workerUrl worker.ts under Node, its bundle in the desktop program
 * @param options.fonts font files of a packaged program; without them those of the installed packages are used
 */
export function createDocumentRenderer(options: { readonly workerUrl: URL; readonly fonts?: FontPaths }): Documents {
  let worker: Worker | null = null;
  let lastJob = 0;
  const waiting = new Map<number, Waiting>();

  function failAll(reason: unknown): void {
    worker = null;
    for (const { format, reject } of waiting.values())
      reject(new AppError('document.failed', { format }, [], { cause: reason }));
    waiting.clear();
  }

  function start(): Worker {
    const started = new Worker(options.workerUrl, { workerData: { fonts: options.fonts } });
    started.on('message', (answer: Answer) => {
      const job = waiting.get(answer.job);
      waiting.delete(answer.job);
      if (waiting.size === 0) started.unref();
      if (!job) return;
      if ('bytes' in answer) job.resolve(answer.bytes);
      else
        job.reject(new AppError('document.failed', { format: job.format }, [], { cause: new Error(answer.failure) }));
    });
    started.on('error', (error) => {
      if (worker === started) failAll(error);
    });
    started.on('exit', (code) => {
      if (worker === started) failAll(new Error(`document thread ended with ${code}`));
    });
    return started;
  }

  function make(format: ReportFormat, work: Work): Promise<Uint8Array> {
    worker ??= start();
    worker.ref();
    const running = worker;
    const job = (lastJob += 1);
    return new Promise((resolve, reject) => {
      waiting.set(job, { format, resolve, reject });
      running.postMessage({ job, format, work } satisfies Job);
    });
  }

  return {
    render: (format, { model, machine, code = null }) => make(format, { kind: 'report', model, machine, code }),
    renderPlan: (format, plan) => make(format, { kind: 'plan', plan }),
    renderBlank: (form) => make('pdf', { kind: 'blank', form }),
    renderProgress: (format, report) => make(format, { kind: 'progress', report }),
    renderCollection: (format, report) => make(format, { kind: 'collection', report }),
    async close() {
      const running = worker;
      failAll(new Error('closed'));
      await running?.terminate();
    },
  };
}
