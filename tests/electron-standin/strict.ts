import { EventEmitter } from 'node:events';

/** A member that the stand-in does not have is an error, never a silent `undefined`. */
export function strict<T extends object>(name: string, target: T): T {
  return new Proxy(target, {
    get(from, key) {
      if (typeof key === 'string' && key !== 'then' && key !== 'toJSON' && !(key in from))
        throw new Error(`stand-in: ${name}.${key} is not implemented`);
      return Reflect.get(from, key) as unknown;
    },
  });
}

/** An emitter that refuses listeners for events which it would never send. */
export class StrictEmitter extends EventEmitter {
  readonly kind: string;
  readonly known: ReadonlySet<string>;

  constructor(kind: string, known: readonly string[]) {
    super();
    this.kind = kind;
    this.known = new Set(known);
  }

  override on(event: string, listener: Parameters<EventEmitter['on']>[1]): this {
    return super.on(this.check(event), listener);
  }

  override once(event: string, listener: Parameters<EventEmitter['on']>[1]): this {
    return super.once(this.check(event), listener);
  }

  check(event: string): string {
    if (!this.known.has(event)) throw new Error(`stand-in: ${this.kind} does not send '${event}'`);
    return event;
  }

  /** Sends an event that can be vetoed. @returns true when a listener prevented it */
  ask(event: string, details: object, ...args: unknown[]): boolean {
    const veto = { ...details, defaultPrevented: false, preventDefault: () => void (veto.defaultPrevented = true) };
    this.emit(event, veto, ...args);
    return veto.defaultPrevented;
  }
}
