/** How a collection is looked at. It stays while one looks at a unit and comes back. */
import { useState } from 'react';
import type { OverviewInput } from './queries.ts';

export interface ViewState {
  /** One of the groups; null: all. */
  readonly group: string | null;
  readonly tag: string | null;
  /** 'none': without a level; null: all. */
  readonly level: number | 'none' | null;
  readonly search: string;
  readonly basis: 'self' | 'appraised';
  readonly groupBy: 'group' | 'kind' | 'province' | 'tag' | 'level';
  /** An earlier collection to compare with. */
  readonly since: string | null;
  readonly hideNames: boolean;
}

const START: ViewState = {
  group: null,
  tag: null,
  level: null,
  search: '',
  basis: 'self',
  groupBy: 'group',
  since: null,
  hideNames: false,
};

const kept = new Map<string, ViewState>();

export function useViewState(id: string): readonly [ViewState, (part: Partial<ViewState>) => void] {
  const [state, setState] = useState(() => kept.get(id) ?? START);
  return [
    state,
    (part) =>
      setState((now) => {
        const next = { ...now, ...part };
        kept.set(id, next);
        return next;
      }),
  ];
}

export const isFiltered = ({ group, tag, level, search }: ViewState): boolean =>
  group !== null || tag !== null || level !== null || search.trim() !== '';

export const NO_FILTER: Partial<ViewState> = { group: null, tag: null, level: null, search: '' };

/** @param search what is really sought; typing is ahead of it */
export function filterOf({ group, tag, level }: ViewState, search: string): NonNullable<OverviewInput['filter']> {
  return {
    groups: group === null ? [] : [group],
    tags: tag === null ? [] : [tag],
    levels: level === null ? [] : [level === 'none' ? null : level],
    search: search.trim(),
  };
}
