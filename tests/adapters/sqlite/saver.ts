/**
 * A program of its own that saves answers without end and prints every acknowledgement, until it is killed.
 * Arguments: data folder, assessment id, first sequence number.
 */
import { writeSync } from 'node:fs';
import { resolve } from 'node:path';
import { openApplication } from '../../../src/adapters/compose.ts';

const [folder = '', assessmentId = '', from = '1'] = process.argv.slice(2);
const application = await openApplication({
  dataFolder: folder,
  resources: resolve(import.meta.dirname, '../../..'),
  host: 'cli',
  version: '0.0.0',
  workerUrl: new URL('../../../src/adapters/documents/worker.ts', import.meta.url),
  deliver: () => Promise.resolve({ kind: 'cancelled' }),
  emit: () => undefined,
});
const call = (method: string, input: unknown) => application.dispatch(method, input, { role: 'operator', via: 'test' });

const organisationId = assessmentId.replace(/.$/, '9');
await call('organisations.save', {
  id: organisationId,
  name: 'UBND xã Mẫu',
  kind: 'commune',
  code: '',
  province: '',
  address: '',
  contact: '',
  predecessors: [],
});
await call('assessments.start', {
  id: assessmentId,
  organisationId,
  questionnaireId: 'gov-maturity-5',
  questionnaireVersion: '1.0.0',
  period: { kind: 'year', year: 2025, number: 1 },
});

const items = ['annual-goals', 'open-information', 'citizen-effort', 'inclusion', 'online-dossiers'];
for (let seq = Number(from); ; seq += 1)
  for (const itemId of items) {
    const option = String((seq % 5) + 1);
    const answer = { state: 'answered', value: { kind: 'option', option } };
    const envelope = await call('answers.save', {
      assessmentId,
      itemId,
      seq,
      answer,
      note: `lần ${seq}`,
      explanation: '',
      flagged: false,
      evidence: [],
    });
    writeSync(1, envelope.ok ? `${itemId} ${seq} ${option}\n` : `failed ${JSON.stringify(envelope.error)}\n`);
  }
