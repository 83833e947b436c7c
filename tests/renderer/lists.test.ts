import { describe, expect, it } from 'vitest';
import type { AssessmentSummary } from '../../src/contract/views.ts';
import {
  byName,
  currentOrganisation,
  newestDraft,
  roundsOf,
  sampleOrganisations,
} from '../../src/renderer/api/lists.ts';
import { emptyProfile } from '../../src/renderer/screens/organisation/profile-form.ts';
import { round } from './rounds.ts';

const organisation = (id: string, name: string) => ({ ...emptyProfile(id), name });
const ids = (rounds: readonly AssessmentSummary[]): string[] => rounds.map(({ id }) => id);

describe('organisations', () => {
  it('stand in Vietnamese order, numbers by size', () => {
    const names = ['Phường 10', 'Đường Hòa', 'Phường 2', 'Duy Tân', 'Ân Thi', 'An Thi'];
    const list = names.map((name) => ({ name }));
    expect(byName(list).map(({ name }) => name)).toEqual([
      'An Thi',
      'Ân Thi',
      'Duy Tân',
      'Đường Hòa',
      'Phường 2',
      'Phường 10',
    ]);
    expect(list.map(({ name }) => name)).toEqual(names);
  });

  it('have a current one: the chosen, else the first by name', () => {
    const list = [organisation('b', 'Tân Bình'), organisation('a', 'Tân An')];
    expect(currentOrganisation(list, 'b')?.id).toBe('b');
    expect(currentOrganisation(list, null)?.id).toBe('a');
    expect(currentOrganisation(list, 'gone')?.id).toBe('a');
    expect(currentOrganisation([], 'b')).toBeNull();
  });

  it('came with the samples when a round of theirs did', () => {
    const rounds = [
      round({ sample: true, organisationId: 'a' }),
      round({ organisationId: 'b' }),
      round({ sample: true, organisationId: 'a' }),
    ];
    expect([...sampleOrganisations(rounds)]).toEqual(['a']);
  });
});

describe('rounds', () => {
  it('of one organisation have the latest period first, then the last change', () => {
    const rounds = [
      round({ id: 'year 2025', period: { kind: 'year', year: 2025, number: 1 } }),
      round({ id: 'early', updatedAt: '2026-02-01T00:00:00.000Z' }),
      round({ id: 'late', updatedAt: '2026-03-01T00:00:00.000Z' }),
      round({ id: 'quarter 1 of 2026', period: { kind: 'quarter', year: 2026, number: 1 } }),
      round({ id: 'foreign', organisationId: 'other' }),
    ];
    expect(ids(roundsOf(rounds, 'commune'))).toEqual(['late', 'early', 'quarter 1 of 2026', 'year 2025']);
    expect(roundsOf(rounds, 'nobody')).toEqual([]);
  });

  it('have a newest draft: the one changed last', () => {
    const rounds = [
      round({ id: 'first', updatedAt: '2026-02-01T00:00:00.000Z' }),
      round({ id: 'finished', updatedAt: '2026-04-01T00:00:00.000Z', state: 'finished' }),
      round({ id: 'last', updatedAt: '2026-03-01T00:00:00.000Z' }),
    ];
    expect(newestDraft(rounds)?.id).toBe('last');
    expect(newestDraft(rounds.filter(({ state }) => state === 'finished'))).toBeNull();
  });
});
