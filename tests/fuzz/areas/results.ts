/** Result files of others, read as the reading process does it, one after the other from the disk. */
import { inflateRawSync } from 'node:zlib';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readResults, type ReadContext } from '../../../src/adapters/collecting/read-file.ts';
import { readQuestionnaireFolder } from '../../../src/adapters/files/questionnaire-folder.ts';
import { createFileReader } from '../../../src/adapters/files/recognise.ts';
import { readyToRead } from '../../../src/core/collections/read.ts';
import { loadedFrom, questionnaireHash } from '../../../src/core/library.ts';
import type { Reading } from '../../../src/core/ports/collections.ts';
import { parseQuestionnaire } from '../../../src/domain/questionnaire/parse.ts';
import { contentHash } from '../../../src/domain/result-file/identity.ts';
import { ROOT } from '../../e2e/support/project.ts';
import { pollution, type Area, type Input, type Verdict } from '../area.ts';
import { damagedResult, ORIGINALS, sha256 } from '../documents.ts';
import { readingFaults } from '../sentences.ts';

async function context(): Promise<ReadContext> {
  const source = await readQuestionnaireFolder(join(ROOT, 'questionnaires/sme-quick/1.0.0'));
  if ('problems' in source) throw new Error('unreadable');
  const parsed = parseQuestionnaire(source.definition, source.vectors, () => true);
  if (!parsed.ok) throw new Error('invalid');
  const { questionnaire } = parsed.value;
  const { hash } = loadedFrom(questionnaire, questionnaireHash(questionnaire, sha256));
  const ready = readyToRead(questionnaire, hash);
  return { ready: (id, version) => Promise.resolve(id === 'sme-quick' && version === '1.0.0' ? ready : null) };
}

/** What is wrong with one reading. */
function faultsOf(reading: Reading, { sealed }: Input): string[] {
  if (reading.kind === 'collection') return [];
  if (reading.kind === 'result') {
    const { contentHash: hash, content } = reading.result;
    if (sha256(inflateRawSync(content)) !== hash) return ['accepted under a hash that is not that of its content'];
    return sealed || ORIGINALS.has(hash) ? [] : [`wrongly accepted: ${hash}`];
  }
  return readingFaults(reading);
}

export async function openResults(): Promise<Area> {
  const folder = mkdtempSync(join(tmpdir(), 'thuoc-so-fuzz-'));
  const path = join(folder, 'given');
  const ready = await context();
  const opening = createFileReader();

  async function judge(input: Input): Promise<Verdict> {
    writeFileSync(path, input.bytes);
    const readings: Reading[] = [];
    let announced = 0;
    await readResults(ready, { path, name: input.name }, 0, {
      onNames: (names) => (announced = names.length),
      onReading: (reading) => void readings.push(reading),
    });
    const faults = readings.flatMap((reading) => faultsOf(reading, input));
    if (readings.length === 0) faults.push('nothing was said of the file');
    if (announced > 0 && announced !== readings.length) faults.push(`${announced} announced, ${readings.length} told`);
    const [first] = readings;
    // Whoever opens the same file alone must see the same content, or none.
    if (first?.kind === 'result' && readings.length === 1) {
      const opened = await opening.recognise(input.bytes);
      if (opened.kind === 'result' && contentHash(opened.file, sha256) !== first.result.contentHash)
        faults.push('opened alone, the file has another content');
    }
    const outcome = first?.kind === 'result' || first?.kind === 'collection' ? 'accepted' : (first?.kind ?? 'nothing');
    return { outcome, faults: [...faults, ...pollution()] };
  }

  return { make: damagedResult, judge, close: () => Promise.resolve(rmSync(folder, { recursive: true, force: true })) };
}
