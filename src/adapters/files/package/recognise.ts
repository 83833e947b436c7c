import { createHash } from 'node:crypto';
import type { Recognised } from '../../../core/ports/files.ts';
import { appraisalReturnSchema } from '../../../domain/package/appraisal-return.ts';
import { MAIN_ENTRY } from '../../../domain/package/manifest.ts';
import { shapeProblems } from '../../../domain/questionnaire/shape-problems.ts';
import { parseResultFile } from '../../../domain/result-file/read.ts';
import { readPackage, type PackageReading } from './container.ts';

export const refused = (
  reason: (Recognised & { kind: 'refused' })['reason'],
  more: Omit<Recognised & { kind: 'refused' }, 'kind' | 'reason'> = {},
): Recognised => ({ kind: 'refused', reason, ...more });

type Whole = Extract<PackageReading, { kind: 'ok' }>;

const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

/** The text of the main entry; its hash has been compared already. */
function mainText({ manifest, entries }: Whole): string {
  return new TextDecoder('utf-8', { fatal: true }).decode(entries.get(MAIN_ENTRY[manifest.kind]));
}

function submission(whole: Whole): Recognised {
  const reading = parseResultFile(mainText(whole), null, sha256);
  switch (reading.kind) {
    case 'newer':
      return refused('data-newer', { params: { format: reading.format } });
    case 'invalid':
      return refused('data-invalid', { problems: reading.problems });
    case 'changed':
      return refused('data-changed');
    case 'ok': {
      const { file } = reading;
      const attached = new Map(
        [...whole.entries].flatMap(([name, bytes]) =>
          name.startsWith('files/') ? [[name.slice('files/'.length), bytes] as const] : [],
        ),
      );
      const named = new Map(file.evidence.flatMap(({ attached: file }) => (file ? [[file.sha256, file.size]] : [])));
      // A file that no citation names has no business here, nor one that is not what its name says.
      for (const [hash, bytes] of attached)
        if (named.get(hash) !== bytes.length || whole.manifest.entries.every(({ sha256: own }) => own !== hash))
          return refused('data-changed');
      return { kind: 'result', source: 'package', file, code: whole.manifest.code, attached, sheets: null };
    }
  }
}

function appraisal(whole: Whole): Recognised {
  const shape = appraisalReturnSchema.safeParse(JSON.parse(mainText(whole)));
  if (!shape.success) return refused('data-invalid', { problems: shapeProblems(shape.error) });
  return { kind: 'appraisal', file: shape.data, code: whole.manifest.code };
}

/** What a container holds. */
export function recognisePackage(bytes: Uint8Array): Recognised {
  const reading = readPackage(bytes);
  switch (reading.kind) {
    case 'bomb':
    case 'broken':
      return refused(reading.kind);
    case 'changed':
      return refused('data-changed');
    case 'newer':
      return refused('data-newer', { params: { format: reading.format } });
    case 'invalid':
      return refused('data-invalid', { problems: reading.problems });
    case 'ok':
      try {
        switch (reading.manifest.kind) {
          case 'submission':
            return submission(reading);
          case 'appraisal':
            return appraisal(reading);
          case 'questionnaire':
            return { kind: 'questionnaire', source: 'package' };
          case 'collection':
            return { kind: 'collection' };
        }
      } catch (error) {
        // The main entry is no UTF-8, or no JSON.
        if (error instanceof SyntaxError || error instanceof TypeError) return refused('data-invalid');
        throw error;
      }
  }
}
