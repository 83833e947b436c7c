import type { Organisation } from '../../../domain/assessment/organisation.ts';
import { cleanText } from '../../../domain/text/normalize.ts';

export type ProfileField = 'name' | 'kind' | 'code' | 'address' | 'contact';

/** What is wrong with a field; each has a sentence in the organisation catalogue. */
export type ProfileErrors = Partial<Record<ProfileField, 'missing' | 'too-long'>>;

/** Longest texts that are kept, in characters. */
export const LONGEST: Record<Exclude<ProfileField, 'kind'>, number> = {
  name: 300,
  code: 40,
  address: 500,
  contact: 500,
};

export function emptyProfile(id: string): Organisation {
  return { id, name: '', kind: '', code: '', province: '', address: '', contact: '', predecessors: [] };
}

/** What the form holds now, as typed. */
export function readProfile(id: string, form: HTMLFormElement): Organisation {
  const data = new FormData(form);
  const text = (key: string): string => {
    const value = data.get(key);
    return typeof value === 'string' ? value : '';
  };
  return {
    id,
    name: text('name'),
    kind: text('kind'),
    code: text('code'),
    province: text('province'),
    address: text('address'),
    contact: text('contact'),
    predecessors: data.getAll('predecessors').map(String),
  };
}

/** The profile as it is stored: composed characters, no spaces around. */
export function tidyProfile(profile: Organisation): Organisation {
  const tidy = (text: string): string => cleanText(text).trim();
  return {
    ...profile,
    name: tidy(profile.name),
    code: tidy(profile.code),
    address: tidy(profile.address),
    contact: tidy(profile.contact),
  };
}

/** The faults of a tidy profile; empty when it can be saved. */
export function checkProfile(profile: Organisation): ProfileErrors {
  const errors: ProfileErrors = {};
  for (const field of ['name', 'code', 'address', 'contact'] as const)
    if (profile[field].length > LONGEST[field]) errors[field] = 'too-long';
  if (profile.name === '') errors.name = 'missing';
  if (profile.kind === '') errors.kind = 'missing';
  return errors;
}
