import type { ErrorCode, WireError } from '../../contract/errors.ts';
import type { MethodInput, MethodName, MethodOutput } from '../../contract/surface.ts';
import { reportConnection } from './connection.ts';
import { ConnectionError, transport } from './transport.ts';

export { ConnectionError } from './transport.ts';

/** An error that the application reported; `ErrorNotice` turns it into a sentence. */
export class ApiError extends Error {
  override readonly name = 'ApiError';
  readonly wire: WireError;

  constructor(wire: WireError) {
    super(`${wire.code} ${JSON.stringify(wire.params)}`);
    this.wire = wire;
  }

  get code(): ErrorCode {
    return this.wire.code;
  }
}

/**
 * Asks the application.
 * @throws ApiError when it refuses or fails, ConnectionError when it does not answer
 */
export async function call<M extends MethodName>(method: M, input: MethodInput<M>): Promise<MethodOutput<M>> {
  try {
    const answer = await transport.call(method, input);
    if (!answer.ok) throw new ApiError(answer.error);
    reportConnection('up');
    return answer.value as MethodOutput<M>;
  } catch (error) {
    if (error instanceof ConnectionError) reportConnection(error.status === 401 ? 'refused' : 'down');
    if (error instanceof ApiError && error.code === 'client.outdated') reportConnection('outdated');
    if (error instanceof ApiError && error.code === 'forbidden') reportConnection('refused');
    throw error;
  }
}

/** Is it the application's error of this code? */
export function isApiError(error: unknown, code: ErrorCode): error is ApiError {
  return error instanceof ApiError && error.code === code;
}
