/** Files that somebody opens: sent in parts, recognised and described by the real application, as the page asks for it. */
import type { Envelope } from '../../../src/contract/surface.ts';
import type { OpenedFile } from '../../../src/contract/views/files.ts';
import type { Caller } from '../../../src/core/dispatch.ts';
import { CHUNK_BYTES } from '../../../src/domain/assessment/evidence-file.ts';
import { shortHash } from '../../../src/domain/result-file/identity.ts';
import { pollution, type Area, type Input, type Verdict } from '../area.ts';
import { openWatched } from '../app.ts';
import { damagedFile, ORIGINALS } from '../documents.ts';
import { errorFaults, refusalFaults } from '../sentences.ts';

const UPLOAD = '00000000-0000-4000-8000-00000000000f';
const CALLER: Caller = { role: 'operator', via: 'test' };
const CODES = new Set([...ORIGINALS].map(shortHash));

export async function openOpening(): Promise<Area> {
  const { application, unexpected } = await openWatched();
  const call = (method: string, input: unknown): Promise<Envelope<unknown>> =>
    application.dispatch(method, input, CALLER);

  async function send(bytes: Uint8Array): Promise<void> {
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    for (let at = 0; at === 0 || at < buffer.length; at += CHUNK_BYTES)
      await call('opening.upload', {
        upload: UPLOAD,
        at,
        base64: buffer.subarray(at, at + CHUNK_BYTES).toString('base64'),
      });
  }

  function judgeOpened(opened: OpenedFile, { sealed }: Input): Verdict {
    switch (opened.kind) {
      case 'refused':
        return { outcome: opened.reason, faults: refusalFaults(opened.reason, opened.params, opened.problems) };
      case 'locked':
        return { outcome: 'locked', faults: [] };
      case 'result': {
        const known = sealed || (opened.code !== null && CODES.has(opened.code));
        return { outcome: 'accepted', faults: known ? [] : [`wrongly accepted: ${opened.code}`] };
      }
      default:
        return { outcome: `accepted ${opened.kind}`, faults: [] };
    }
  }

  async function judge(input: Input): Promise<Verdict> {
    await send(input.bytes);
    const envelope = await call('opening.read', { upload: UPLOAD, name: input.name });
    const { outcome, faults } = envelope.ok
      ? judgeOpened(envelope.value as OpenedFile, input)
      : { outcome: envelope.error.code, faults: errorFaults(envelope.error) };
    return { outcome, faults: [...faults, ...unexpected(), ...pollution()] };
  }

  return { make: damagedFile, judge, close: () => application.close() };
}
