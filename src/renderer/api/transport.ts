import { BRIDGE_NAME, CONTRACT_VERSION, type AppEvent, type Bridge, type Envelope } from '../../contract/surface.ts';

/** The way to the application: the preload's bridge in Electron, loopback HTTP in a browser. */
export interface Transport {
  /** @throws ConnectionError when nothing, or nothing understandable, comes back */
  readonly call: (method: string, input: unknown) => Promise<Envelope<unknown>>;
  /**
   * @param onState up when the stream (again) stands, down when it broke, refused when it is no longer granted
   * @returns a function that ends the subscription
   */
  readonly subscribe: (
    onEvent: (event: AppEvent) => void,
    onState: (state: 'up' | 'down' | 'refused') => void,
  ) => () => void;
}

/** The application did not answer. What was typed is still on the page; the call may be made again. */
export class ConnectionError extends Error {
  override readonly name = 'ConnectionError';
  /** HTTP status of an answer that was not an envelope; 0 when there was none. */
  readonly status: number;

  constructor(status: number, options?: ErrorOptions) {
    super(`no answer from the application (${status})`, options);
    this.status = status;
  }
}

const RECONNECT_MS = 3000;

function isEnvelope(value: unknown): value is Envelope<unknown> {
  return typeof value === 'object' && value !== null && typeof (value as { ok?: unknown }).ok === 'boolean';
}

function bridgeTransport(bridge: Bridge): Transport {
  return {
    call: bridge.call,
    subscribe: (onEvent, onState) => {
      onState('up');
      return bridge.subscribe(onEvent);
    },
  };
}

function httpTransport(): Transport {
  return {
    async call(method, input) {
      let response: Response;
      try {
        response = await fetch(`/api/${method}`, {
          method: 'POST',
          headers: { 'content-type': 'application/json', 'x-contract': String(CONTRACT_VERSION) },
          body: JSON.stringify(input),
          credentials: 'same-origin',
          cache: 'no-store',
        });
      } catch (error) {
        throw new ConnectionError(0, { cause: error });
      }
      const body: unknown = await response.json().catch(() => null);
      if (!isEnvelope(body)) throw new ConnectionError(response.status);
      return body;
    },
    subscribe(onEvent, onState) {
      let source: EventSource | null = null;
      let timer: number | undefined;
      const open = (): void => {
        source = new EventSource('/events');
        source.onopen = () => onState('up');
        source.onmessage = (message: MessageEvent<string>) => onEvent(JSON.parse(message.data) as AppEvent);
        source.onerror = () => {
          // After a broken line the browser tries again by itself; after a refusal it gives up.
          const refused = source?.readyState === EventSource.CLOSED;
          onState(refused ? 'refused' : 'down');
          if (refused) timer = window.setTimeout(open, RECONNECT_MS);
        };
      };
      open();
      return () => {
        window.clearTimeout(timer);
        source?.close();
      };
    },
  };
}

const bridge = (globalThis as unknown as Record<string, unknown>)[BRIDGE_NAME] as Bridge | undefined;

export const transport: Transport = bridge ? bridgeTransport(bridge) : httpTransport();
