import type { Organisation } from '../../../domain/assessment/organisation.ts';

const kept = new Map<string, Organisation>();

/**
 * Profiles that were being typed when the screen was left, by "new" or the id. They live as long as the page: nothing
 * typed is lost by a wrong click, and nothing about persons stays behind.
 */
export const unsaved = {
  get: (key: string): Organisation | undefined => kept.get(key),
  keep: (key: string, profile: Organisation): void => void kept.set(key, profile),
  drop: (key: string): void => void kept.delete(key),
};
