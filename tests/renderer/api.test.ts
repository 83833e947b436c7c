import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { ApiError, call, ConnectionError, isApiError } from '../../src/renderer/api/client.ts';
import { newId } from '../../src/renderer/api/ids.ts';
import { onConnection, reportConnection, type Connection } from '../../src/renderer/api/connection.ts';

describe('ids made by the page', () => {
  it('are version 4 UUIDs, each another one', () => {
    const ids = Array.from({ length: 1000 }, newId);
    expect(new Set(ids).size).toBe(1000);
    for (const id of ids) expect(z.uuidv4().safeParse(id).success, id).toBe(true);
  });
});

describe('errors of the application', () => {
  it('are told apart by their code', () => {
    const error = new ApiError({ code: 'forbidden', params: {}, problems: [], ref: '' });
    expect(isApiError(error, 'forbidden')).toBe(true);
    expect(isApiError(error, 'client.outdated')).toBe(false);
    expect(isApiError(new Error('forbidden'), 'forbidden')).toBe(false);
  });
});

describe('the connection', () => {
  it('is down when nothing answers, comes back, and ends when the session is refused', async () => {
    const heard: Connection[] = [];
    const end = onConnection((connection) => heard.push(connection));
    // Neither a bridge nor a page address is here, so nothing can answer.
    await expect(call('app.info', {})).rejects.toSatisfy(
      (error) => error instanceof ConnectionError && error.status === 0,
    );
    reportConnection('down');
    reportConnection('up');
    reportConnection('refused');
    reportConnection('down');
    reportConnection('outdated');
    reportConnection('up');
    end();
    expect(heard).toEqual(['down', 'up', 'refused', 'outdated']);
  });
});
