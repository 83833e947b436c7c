/** The real application over real adapters, in memory, with a clock that ticks and everything it says recorded. */
import { createHash, randomUUID } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, onTestFinished, vi } from 'vitest';
import { createCollecting } from '../../src/adapters/collecting/collecting.ts';
import { nodeReader } from '../../src/adapters/collecting/node-reader.ts';
import type { StartReader } from '../../src/adapters/collecting/protocol.ts';
import { createDocumentRenderer } from '../../src/adapters/documents/worker-client.ts';
import { createPackages } from '../../src/adapters/files/package/index.ts';
import { createFileReader } from '../../src/adapters/files/recognise.ts';
import { questionnaireSource } from '../../src/adapters/files/questionnaire-folder.ts';
import { planLibrary } from '../../src/adapters/files/plan-templates.ts';
import { readReference } from '../../src/adapters/files/reference.ts';
import { createMachineKey } from '../../src/adapters/system/machine-key.ts';
import { createSystemPort } from '../../src/adapters/system/system-port.ts';
import { openStorage } from '../../src/adapters/sqlite/storage.ts';
import type { WireError } from '../../src/contract/errors.ts';
import type { AppEvent, MethodInput, MethodName, MethodOutput } from '../../src/contract/surface.ts';
import { createApplication, type Application } from '../../src/core/application.ts';
import type { OutgoingFile, Ports, Storage } from '../../src/core/ports.ts';
import { missingFigures, unexplained } from '../domain/explained.ts';

// Reading the shipped questionnaires takes a moment on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

export const ROOT = resolve(import.meta.dirname, '../..');

/** A well-formed id that says which one it is. */
export const uuid = (number: number): string => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;

export interface Opened {
  readonly application: Application;
  readonly storage: Storage;
  readonly events: AppEvent[];
  readonly reported: unknown[];
  readonly delivered: OutgoingFile[];
  /** Calls a method that must succeed. */
  readonly call: <M extends MethodName>(method: M, input: MethodInput<M>) => Promise<MethodOutput<M>>;
  /** Sends anything that must be refused; the error's sentence must have all its figures. */
  readonly refused: (method: unknown, input: unknown) => Promise<WireError>;
}

export interface OpenOptions {
  /** Root of the questionnaire folders; the shipped ones without it. */
  readonly questionnaires?: string;
  readonly dataFolder?: string | null;
  readonly storage?: Storage;
  readonly folders?: Ports['folders'];
  readonly startReader?: StartReader;
}

/** Opens the application until the end of the test. */
export async function openForTest(options: OpenOptions = {}): Promise<Opened> {
  const storage = options.storage ?? openStorage(options.dataFolder ?? null);
  const events: AppEvent[] = [];
  const reported: unknown[] = [];
  const delivered: OutgoingFile[] = [];
  let ticks = 0;
  let ids = 0;
  const ports: Ports = {
    storage,
    source: questionnaireSource(options.questionnaires ?? resolve(ROOT, 'questionnaires')),
    documents: createDocumentRenderer({
      workerUrl: new URL('../../src/adapters/documents/worker.ts', import.meta.url),
    }),
    plans: planLibrary(resolve(ROOT, 'reference')),
    files: createFileReader(),
    collecting: createCollecting({
      start:
        options.startReader ?? nodeReader(new URL('../../src/adapters/collecting/reader-entry.ts', import.meta.url)),
      folder: join(tmpdir(), `thuoc-so-${randomUUID()}`),
      lasting: false,
    }),
    packages: createPackages(),
    machine: createMachineKey(options.dataFolder ?? null),
    folders: options.folders ?? null,
    deliver(file) {
      delivered.push(file);
      return Promise.resolve({ kind: 'saved', path: file.fileName });
    },
    now() {
      ticks += 1;
      return new Date(Date.UTC(2026, 0, 1) + ticks * 1000).toISOString();
    },
    newId() {
      ids += 1;
      return uuid(900_000 + ids);
    },
    sha256: (text) => createHash('sha256').update(text, 'utf8').digest('hex'),
    report(error) {
      reported.push(error);
      return `ref${reported.length}`;
    },
    emit: (event) => void events.push(event),
    system: createSystemPort(null, { kind: 'chosen', stick: null }),
    about: { version: '0.0.0', host: 'cli', dataFolder: '', utcOffset: 420 },
    reference: await readReference(resolve(ROOT, 'reference')),
  };
  const application = createApplication(ports);
  onTestFinished(() => application.close());
  const send = (method: unknown, input: unknown) =>
    application.dispatch(method as string, input, { role: 'operator', via: 'test' });
  return {
    application,
    storage,
    events,
    reported,
    delivered,
    async call(method, input) {
      const envelope = await send(method, input);
      if (!envelope.ok) throw new Error(JSON.stringify(envelope.error));
      return envelope.value as MethodOutput<typeof method>;
    },
    async refused(method, input) {
      const envelope = await send(method, input);
      if (envelope.ok) throw new Error(`was accepted: ${JSON.stringify(envelope.value)}`);
      const { code, params, problems } = envelope.error;
      expect(missingFigures(`error.${code}`, params)).toEqual([]);
      expect(unexplained(problems)).toEqual([]);
      // What crosses a transport is plain JSON.
      expect(JSON.parse(JSON.stringify(envelope))).toEqual(envelope);
      return envelope.error;
    },
  };
}

export const COMMUNE = {
  id: uuid(1),
  name: 'UBND xã Trường Đông',
  kind: 'commune',
  code: '25441',
  province: '80',
  address: 'Ấp Trường Lưu',
  contact: '',
  predecessors: [],
};
export const GOV = { questionnaireId: 'gov-maturity-5', questionnaireVersion: '1.0.0' };
export const ASSESSMENT = uuid(2);

/** An organisation with one draft of the government set for the year 2025. */
export async function openWithDraft(options: OpenOptions = {}): Promise<Opened> {
  const opened = await openForTest(options);
  await opened.call('organisations.save', COMMUNE);
  await opened.call('assessments.start', {
    id: ASSESSMENT,
    organisationId: COMMUNE.id,
    ...GOV,
    period: { kind: 'year', year: 2025, number: 1 },
  });
  return opened;
}

type Saved = MethodInput<'answers.save'>;

/** A whole answer message; the level as an option unless an answer is given. */
export function saving(itemId: string, answer: Saved['answer'] | number, more: Partial<Saved> = {}): Saved {
  return {
    assessmentId: ASSESSMENT,
    itemId,
    seq: 1,
    answer:
      typeof answer === 'number' ? { state: 'answered', value: { kind: 'option', option: String(answer) } } : answer,
    note: '',
    explanation: '',
    flagged: false,
    evidence: [],
    ...more,
  };
}
