import type { z } from 'zod';
import { AppError, type WireError } from '../contract/errors.ts';
import type { Method, Role } from '../contract/method.ts';
import { METHODS } from '../contract/methods.ts';
import type { Envelope, MethodName, MethodOutput, MethodParsed } from '../contract/surface.ts';
import { shapeProblems } from '../domain/questionnaire/shape-problems.ts';
import type { Ports } from './ports.ts';

/** Who is calling; made by the transport, never read from the message. */
export interface Caller {
  readonly role: Role;
  readonly via: 'ipc' | 'http' | 'cli' | 'test';
}

export type Handler<M extends MethodName> = (input: MethodParsed<M>) => MethodOutput<M> | Promise<MethodOutput<M>>;
/** One handler per method; a missing or misspelt one does not compile. */
export type Handlers = { readonly [M in MethodName]: Handler<M> };

export type Dispatch = (method: string, input: unknown, caller: Caller) => Promise<Envelope<unknown>>;

/** Larger inputs are refused before they are parsed: the longest legitimate answer stays far below. */
export const MAX_INPUT_CHARACTERS = 256 * 1024;
/** So many faults of one input are named; a long list of nonsense must not become a longer answer. */
const MAX_PROBLEMS = 20;

/**
 * The only door into the application: method lookup, role, size, strict parse, handler, envelope. It never throws;
 * unexpected errors go to the log and leave as `internal` with a reference.
 */
export function createDispatch(handlers: Handlers, ports: Pick<Ports, 'report'>): Dispatch {
  const table = new Map<string, Method<z.ZodType, unknown>>(Object.entries(METHODS));

  async function run(name: string, input: unknown, caller: Caller): Promise<unknown> {
    const method = table.get(name);
    if (!method) throw new AppError('method.unknown', { method: name.slice(0, 60) });
    if (!method.roles.includes(caller.role)) throw new AppError('forbidden', { method: name });
    const length = jsonLength(input);
    if (length === null) throw new AppError('input.invalid', { method: name });
    const most = method.maxCharacters ?? MAX_INPUT_CHARACTERS;
    if (length > most) throw new AppError('input.too-large', { limit: sizeText(most) });
    const parsed = method.input.safeParse(input);
    if (!parsed.success)
      throw new AppError('input.invalid', { method: name }, shapeProblems(parsed.error).slice(0, MAX_PROBLEMS));
    const handler = handlers[name as MethodName] as (input: unknown) => unknown;
    return (await handler(parsed.data)) ?? null;
  }

  return async (method, input, caller) => {
    // A transport passes on what came in; a name that is not text names no method.
    const name = typeof method === 'string' ? method : '';
    try {
      return { ok: true, value: await run(name, input, caller) };
    } catch (error) {
      return { ok: false, error: toWire(error, name, ports) };
    }
  };
}

const sizeText = (characters: number): string =>
  characters < 1024 * 1024 ? `${Math.round(characters / 1024)} kB` : `${Math.floor(characters / 1024 / 1024)} MB`;

/** Length as JSON text; null when there is none: cycles, big integers, nesting without end. */
function jsonLength(input: unknown): number | null {
  try {
    // Undefined has no JSON text, whatever the declared type says.
    return (JSON.stringify(input) as string | undefined)?.length ?? 0;
  } catch {
    return null;
  }
}

function toWire(error: unknown, method: string, ports: Pick<Ports, 'report'>): WireError {
  if (error instanceof AppError && error.code !== 'internal' && error.code !== 'document.failed')
    return { code: error.code, params: error.params, problems: error.problems, ref: '' };
  const ref = ports.report(error, { method: method.slice(0, 60) });
  const known = error instanceof AppError ? error : new AppError('internal');
  return { code: known.code, params: { ...known.params, ref }, problems: [], ref };
}
