/**
 * What must be there: a second, much simpler store in memory. Each operation changes it in one step, so after a kill the
 * database must equal the state before the operation that was under way, or the state after it, and nothing between.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openStorage } from '../../src/adapters/sqlite/storage.ts';
import { ROOT } from '../e2e/support/project.ts';
import type { Random } from './random.ts';

export interface Assessed {
  readonly organisationId: string;
  readonly state: 'draft' | 'finished';
  /** Item: number, option, note. */
  readonly answers: Readonly<Record<string, readonly [seq: number, option: string, note: string]>>;
  /** Evidence: bytes of the file behind it. */
  readonly evidence: Readonly<Record<string, number>>;
}

export interface State {
  readonly zoom: string;
  readonly assessments: Readonly<Record<string, Assessed>>;
}

export type Operation =
  | { readonly kind: 'start'; readonly id: string; readonly organisationId: string }
  | {
      readonly kind: 'answer';
      readonly id: string;
      readonly item: string;
      readonly seq: number;
      readonly option: string;
      readonly note: string;
    }
  | {
      readonly kind: 'evidence';
      readonly id: string;
      readonly evidence: string;
      readonly upload: string;
      readonly bytes: number;
    }
  | { readonly kind: 'finish' | 'reopen'; readonly id: string }
  | { readonly kind: 'take'; readonly id: string; readonly organisationId: string; readonly upload: string }
  | { readonly kind: 'settings'; readonly zoom: number }
  | { readonly kind: 'backup' }
  | { readonly kind: 'restore'; readonly name: string; readonly to: State };

export const EMPTY: State = { zoom: '', assessments: {} };

/** A result of an earlier day; whatever is taken over must hold exactly its answers. */
const RESULT = readFileSync(join(ROOT, 'tests/fixtures/result/result-1.json'), 'utf8');
interface Stated {
  readonly records: readonly {
    readonly itemId: string;
    readonly note: string;
    readonly answer: { readonly value: { readonly option: string } };
  }[];
}
const TAKEN = Object.fromEntries(
  (JSON.parse(RESULT) as Stated).records.map(({ itemId, note, answer }) => [
    itemId,
    [1, answer.value.option, note] as const,
  ]),
);

/** The result file of another organisation with the same answers: a result keeps its ids when it is taken over. */
export function resultFileOf(assessmentId: string, organisationId: string): string {
  const file = JSON.parse(RESULT) as { assessment: object; organisation: object };
  return JSON.stringify({
    ...file,
    assessment: { ...file.assessment, id: assessmentId },
    organisation: { ...file.organisation, id: organisationId },
  });
}

export const ITEMS = ['annual-goals', 'open-information', 'citizen-effort', 'inclusion', 'online-dossiers'];
const DRAFTS = 3;
const MOST_TAKEN = 8;

/** The state after an operation. */
export function after(state: State, operation: Operation): State {
  const put = (id: string, change: (was: Assessed) => Assessed): State => {
    const was = state.assessments[id];
    return was ? { ...state, assessments: { ...state.assessments, [id]: change(was) } } : state;
  };
  switch (operation.kind) {
    case 'start': {
      const { id, organisationId } = operation;
      const fresh: Assessed = { organisationId, state: 'draft', answers: {}, evidence: {} };
      return { ...state, assessments: { ...state.assessments, [id]: fresh } };
    }
    case 'answer': {
      const { id, item, seq, option, note } = operation;
      return put(id, (was) => ({ ...was, answers: { ...was.answers, [item]: [seq, option, note] } }));
    }
    case 'evidence': {
      const { id, evidence, bytes } = operation;
      return put(id, (was) => ({ ...was, evidence: { ...was.evidence, [evidence]: bytes } }));
    }
    case 'finish':
      return put(operation.id, (was) => ({ ...was, state: 'finished' }));
    case 'reopen':
      return put(operation.id, (was) => ({ ...was, state: 'draft' }));
    case 'take': {
      const taken: Assessed = {
        organisationId: operation.organisationId,
        state: 'finished',
        answers: TAKEN,
        evidence: {},
      };
      return { ...state, assessments: { ...state.assessments, [operation.id]: taken } };
    }
    case 'settings':
      return { ...state, zoom: String(operation.zoom) };
    case 'backup':
      return state;
    case 'restore':
      return operation.to;
  }
}

export const uuid = (random: Random): string => {
  const hex = (length: number): string => Array.from({ length }, () => random.below(16).toString(16)).join('');
  return `${hex(8)}-${hex(4)}-4${hex(3)}-8${hex(3)}-${hex(12)}`;
};

/**
 * The next thing that somebody does.
 * @param snapshots states that named backups hold
 */
export function draw(random: Random, state: State, snapshots: ReadonlyMap<string, State>): Operation {
  const all = Object.entries(state.assessments);
  const drafts = all.filter(([, { state: now }]) => now === 'draft').map(([id]) => id);
  if (all.length === 0 || (drafts.length === 0 && all.length < DRAFTS))
    return { kind: 'start', id: uuid(random), organisationId: uuid(random) };
  const chance = random.below(100);
  const taken = all.filter(([, { answers }]) => answers === TAKEN || 'cashless' in answers).length;
  if (chance < 8 && taken < MOST_TAKEN)
    return { kind: 'take', id: uuid(random), organisationId: uuid(random), upload: uuid(random) };
  if (chance < 14) return { kind: 'backup' };
  if (chance < 20 && snapshots.size > 0) {
    const [name, to] = random.pick([...snapshots]);
    return { kind: 'restore', name, to };
  }
  if (chance < 25) return { kind: 'settings', zoom: 80 + random.below(121) };
  const finished = all.filter(([, { state: now }]) => now === 'finished').map(([id]) => id);
  if (finished.length > 0 && (chance < 32 || drafts.length === 0)) return { kind: 'reopen', id: random.pick(finished) };
  if (drafts.length === 0 || (chance < 36 && all.length < DRAFTS))
    return { kind: 'start', id: uuid(random), organisationId: uuid(random) };
  const id = random.pick(drafts);
  if (chance < 42) return { kind: 'finish', id };
  const there = state.assessments[id];
  if (chance < 50 && Object.keys(there?.evidence ?? {}).length < 4)
    return { kind: 'evidence', id, evidence: uuid(random), upload: uuid(random), bytes: 40_000 + random.below(60_000) };
  const items = 'cashless' in (there?.answers ?? {}) ? Object.keys(TAKEN) : ITEMS;
  const item = random.pick(items);
  const seq = (there?.answers[item]?.[0] ?? 0) + 1;
  // Some notes are longer than a page of the database.
  const note = `lần ${seq}, ${'ghi chú dài '.repeat(random.below(8) === 0 ? 160 : random.below(6))}`.trim();
  const option = String(random.below(2) + 1);
  return { kind: 'answer', id, item, seq, option, note };
}

/** What the database of a folder holds; opening it is a start after a power cut. @throws AppError storage.* */
export function readState(folder: string): { readonly state: State; readonly complaints: readonly string[] } {
  const storage = openStorage(folder);
  const complaints: string[] = [];
  try {
    const health = storage.backups.health();
    if (health !== 'ok') complaints.push(`integrity: ${health}`);
    const assessments = storage.assessments.list().map((row): [string, Assessed] => {
      const records = storage.answers.list(row.id);
      // The figures of the row belong to the answers: half an answer would show here.
      if (row.settled !== records.length)
        complaints.push(`${row.id}: ${row.settled} counted, ${records.length} stored`);
      if (storage.organisations.find(row.organisationId) === null) complaints.push(`${row.id}: no organisation`);
      const answers = records.map(({ itemId, seq, answer, note }) => {
        const option = answer.state === 'answered' && answer.value.kind === 'option' ? answer.value.option : '';
        return [itemId, [seq, option, note]] as const;
      });
      const evidence = storage.evidence.list(row.id).map(({ id, file }) => {
        const size = file ? (storage.evidence.content(file.sha256)?.length ?? -1) : 0;
        return [id, size] as const;
      });
      return [
        row.id,
        {
          organisationId: row.organisationId,
          state: row.state,
          answers: Object.fromEntries(answers),
          evidence: Object.fromEntries(evidence),
        },
      ];
    });
    return {
      state: { zoom: storage.settings.all().get('zoom') ?? '', assessments: Object.fromEntries(assessments) },
      complaints,
    };
  } finally {
    storage.close();
  }
}
