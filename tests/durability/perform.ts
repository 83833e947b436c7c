/** An operation of the model as calls of the contract. */
import type { Envelope } from '../../src/contract/surface.ts';
import type { KeptBackup } from '../../src/contract/views/data.ts';
import type { Host } from './hosts.ts';
import { resultFileOf, type Operation } from './model.ts';

export type Outcome =
  /** Acknowledged; a backup tells its name, a restore the one of the state before. */
  | { readonly kind: 'done'; readonly backup: string | null }
  /** The process ended before it answered. */
  | { readonly kind: 'cut' }
  | { readonly kind: 'refused'; readonly error: { readonly code: string; readonly params: object } };

/** A file that begins as a PDF does, as long as it should be, and different for each document. */
function pdfOf(name: string, bytes: number): string {
  return Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(bytes - 9, name)]).toString('base64');
}

function callsOf(operation: Operation): readonly (readonly [method: string, input: unknown])[] {
  switch (operation.kind) {
    case 'start':
      return [
        [
          'organisations.save',
          {
            id: operation.organisationId,
            name: `UBND xã ${operation.organisationId.slice(0, 4)}`,
            kind: 'commune',
            code: '',
            province: '',
            address: '',
            contact: '',
            predecessors: [],
          },
        ],
        [
          'assessments.start',
          {
            id: operation.id,
            organisationId: operation.organisationId,
            questionnaireId: 'gov-maturity-5',
            questionnaireVersion: '1.0.0',
            period: { kind: 'year', year: 2025, number: 1 },
          },
        ],
      ];
    case 'answer': {
      const { id: assessmentId, item: itemId, seq, option, note } = operation;
      const answer = { state: 'answered', value: { kind: 'option', option } };
      const rest = { note, explanation: '', flagged: false, evidence: [] };
      return [['answers.save', { assessmentId, itemId, seq, answer, ...rest }]];
    }
    case 'evidence': {
      const { id: assessmentId, evidence: id, upload, bytes } = operation;
      const document = {
        id,
        type: 'plan',
        number: '18',
        date: '2025-02-01',
        issuer: '',
        subject: 'Kế hoạch',
        page: '',
      };
      return [
        ['evidence.upload', { upload, at: 0, base64: pdfOf(id, bytes) }],
        ['evidence.save', { assessmentId, evidence: document, file: { upload, name: 'ke-hoach.pdf' } }],
      ];
    }
    case 'finish':
      return [['assessments.finish', { id: operation.id }]];
    case 'reopen':
      return [['assessments.reopen', { id: operation.id }]];
    case 'take': {
      const { id: assessmentId, organisationId, upload } = operation;
      return [
        [
          'opening.upload',
          { upload, at: 0, base64: Buffer.from(resultFileOf(assessmentId, organisationId)).toString('base64') },
        ],
        ['opening.read', { upload, name: 'ket-qua.json' }],
        ['opening.take', { upload, assessmentId, organisationId }],
      ];
    }
    case 'settings':
      return [['settings.update', { zoom: operation.zoom }]];
    case 'backup':
      return [['backups.make', {}]];
    case 'restore':
      return [['backups.restore', { source: { kind: 'kept', name: operation.name } }]];
  }
}

export async function perform(host: Host, operation: Operation): Promise<Outcome> {
  let last: Envelope<unknown> | null = null;
  for (const [method, input] of callsOf(operation)) {
    last = await host.ask(method, input);
    if (last === null) return { kind: 'cut' };
    if (!last.ok) return { kind: 'refused', error: last.error };
  }
  const value = last?.ok ? last.value : null;
  if (operation.kind === 'backup') return { kind: 'done', backup: (value as KeptBackup).name };
  if (operation.kind === 'restore') return { kind: 'done', backup: (value as { before: KeptBackup }).before.name };
  return { kind: 'done', backup: null };
}
