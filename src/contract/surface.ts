/**
 * What renderer and preload may know of the contract: method names, their input and output types, and events. No zod.
 */
import type { z } from 'zod';
import type { WireError } from './errors.ts';
import type { METHODS } from './methods.ts';

type Methods = typeof METHODS;
export type MethodName = keyof Methods;
/** Callers may hand over data that they must not change themselves. */
type Given<T> = T extends object ? { readonly [K in keyof T]: Given<T[K]> } : T;
export type MethodInput<M extends MethodName> = Given<z.input<Methods[M]['input']>>;
export type MethodParsed<M extends MethodName> = z.output<Methods[M]['input']>;
export type MethodOutput<M extends MethodName> = Methods[M]['output'];

export type Envelope<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: WireError };

/** Changes with every incompatible change of methods; a page of another version is told to reload. */
export const CONTRACT_VERSION = 1;

/** Things that the application tells its windows. */
export type AppEvent =
  | { readonly type: 'assessment.changed'; readonly id: string }
  | { readonly type: 'organisation.changed'; readonly id: string }
  | { readonly type: 'settings.changed' }
  | { readonly type: 'plan.changed'; readonly id: string }
  | { readonly type: 'ledger.changed' }
  | { readonly type: 'library.changed' }
  /** The system handed over a file; it waits for `opening.claim`. */
  | { readonly type: 'files.waiting' }
  | { readonly type: 'class.changed' }
  | { readonly type: 'collection.changed'; readonly id: string }
  | { readonly type: 'collection.progress'; readonly run: string; readonly done: number; readonly total: number }
  /** Everything was replaced by a backup: whatever is shown is to be read again. */
  | { readonly type: 'data.restored' }
  /** Chosen in a native menu; the page acts as if its own control had been used. */
  | { readonly type: 'menu'; readonly action: MenuAction };

export const MENU_ACTIONS = [
  'home',
  'new',
  'open',
  'print',
  'library',
  'backup',
  'settings',
  'undo',
  'redo',
  'answer',
  'check',
  'result',
  'plan',
  'evidence',
  'compare',
  'export-xlsx',
  'export-pdf',
  'zoom-in',
  'zoom-out',
  'zoom-reset',
  'projector',
  'language',
  'help',
  'shortcuts',
  'about',
] as const;
export type MenuAction = (typeof MENU_ACTIONS)[number];

/** What the preload puts into the page. */
export interface Bridge {
  readonly call: (method: string, input: unknown) => Promise<Envelope<unknown>>;
  /** @returns a function that ends the subscription */
  readonly subscribe: (listener: (event: AppEvent) => void) => () => void;
}

export const BRIDGE_NAME = 'thuocSo';
