/** The content of a result as it leaves the program: revision, packed questionnaire, code of the installation. */
import { AppError } from '../contract/errors.ts';
import { isAppraised } from '../domain/assessment/appraisal.ts';
import type { MachineCode } from '../domain/package/machine-code.ts';
import { parseQuestionnaire } from '../domain/questionnaire/parse.ts';
import { buildResultFile, type ResultFileInput } from '../domain/result-file/build.ts';
import { deidentify, type Identified } from '../domain/result-file/deidentify.ts';
import { contentHash } from '../domain/result-file/identity.ts';
import { DEFINITION_LIMITS, type PackedDefinition, type ResultFile } from '../domain/result-file/schema.ts';
import type { ReportInput } from '../domain/report/input.ts';
import { canonicalJson } from '../domain/text/canonical-json.ts';
import type { Library } from './library.ts';
import type { AssessmentRow, Ports } from './ports.ts';
import { targetsOf } from './rollups.ts';

export interface ResultContent {
  readonly machine: ResultFile;
  /** Content hash. */
  readonly hash: string;
  readonly code: MachineCode | null;
}

/** Packed definitions by content hash; null where the vectors that prove one are not here any more. */
const packed = new WeakMap<Library, Map<string, PackedDefinition | null>>();

/** The vectors of a version, as far as this computer has them. */
async function vectorsOf(ports: Ports, id: string, version: string): Promise<unknown> {
  const added = ports.storage.library.findAdded(id, version);
  if (added) return JSON.parse(added.vectors) as unknown;
  const read = (await ports.source.open(`${id}/${version}`))?.parse();
  if (!read || 'problems' in read) return null;
  const parsed = parseQuestionnaire(read.definition, read.vectors, () => true);
  return parsed.ok ? parsed.value.vectors : null;
}

/** Definition and vectors of a questionnaire as one text; null where it is not here with the same content. */
export async function questionnaireText(
  ports: Ports,
  library: Library,
  { id, version, hash }: { readonly id: string; readonly version: string; readonly hash: string },
): Promise<string | null> {
  try {
    const here = await library.get(id, version);
    if (here.hash !== hash) return null;
    const vectors = await vectorsOf(ports, id, version);
    return vectors === null ? null : canonicalJson({ definition: here.questionnaire, vectors });
  } catch (error) {
    // A version that was shipped once and is not any more: the result goes without it.
    if (error instanceof AppError && error.code.startsWith('questionnaire.')) return null;
    throw error;
  }
}

/** The questionnaire of an assessment as it travels in the result, made once per content. */
export async function definitionFor(
  ports: Ports,
  library: Library,
  row: Pick<AssessmentRow, 'questionnaireId' | 'questionnaireVersion' | 'questionnaireHash'>,
): Promise<PackedDefinition | null> {
  const known = packed.get(library) ?? new Map<string, PackedDefinition | null>();
  packed.set(library, known);
  const before = known.get(row.questionnaireHash);
  if (before !== undefined) return before;
  const { questionnaireId: id, questionnaireVersion: version, questionnaireHash: hash } = row;
  const text = await questionnaireText(ports, library, { id, version, hash });
  const made = text === null ? null : ports.packages.pack(text);
  const isSmall = made && made.size <= DEFINITION_LIMITS.unpacked && made.data.length <= DEFINITION_LIMITS.packed;
  const definition = isSmall ? { encoding: 'deflate-raw+base64' as const, ...made } : null;
  known.set(hash, definition);
  return definition;
}

/** What of a report input names the unit or a person, and the same without names. */
export function withoutNames(ports: Ports, row: AssessmentRow, input: ReportInput, name: string): Identified {
  const appraisals = ports.storage.appraisals.list(row.id).filter(isAppraised);
  return deidentify({ ...input, appraisals }, name, () => ports.newId());
}

/**
 * Makes the content of an assessment's result. A finished one whose content differs from what left the program before is
 * a new revision, which names the one that it replaces; the same content is the same revision again.
 * @param hidden the data without names, for a de-identified result; it belongs to no chain and no installation
 */
export function contentOf(
  ports: Ports,
  row: AssessmentRow,
  input: Pick<ReportInput, 'organisation' | 'records' | 'evidence' | 'score' | 'appraised'>,
  definition: PackedDefinition | null,
  exportedAt: string,
  hidden: Identified | null = null,
): ResultContent {
  const { submissions } = ports.storage;
  const appraisals = hidden?.appraisals ?? ports.storage.appraisals.list(row.id).filter(isAppraised);
  const given: ResultFileInput = {
    program: ports.about.version,
    exportedAt,
    questionnaire: { id: row.questionnaireId, version: row.questionnaireVersion },
    hash: row.questionnaireHash,
    assessment: {
      id: hidden ? ports.newId() : row.id,
      state: row.state,
      sample: row.sample,
      deidentified: hidden !== null,
    },
    organisation: hidden?.organisation ?? input.organisation,
    period: row.period,
    records: hidden?.records ?? input.records,
    evidence: hidden?.evidence ?? input.evidence,
    score: input.score,
    appraised: input.appraised ? { appraisals, score: input.appraised.score } : null,
    targets: targetsOf(ports, row),
    definition,
  };
  const made = (revision: number, replaces: string | null) => {
    const machine = buildResultFile({ ...given, revision, replaces });
    return { machine, hash: contentHash(machine, ports.sha256) };
  };
  if (hidden) return { ...made(row.state === 'finished' ? 1 : 0, null), code: null };
  if (row.state === 'draft') return vouched(ports, made(0, null));
  const [last] = submissions.list(row.id);
  if (last) {
    const again = made(last.revision, last.replaces);
    if (again.hash === last.contentHash) return vouched(ports, again);
  }
  const next = made((last?.revision ?? 0) + 1, last?.contentHash ?? null);
  const { revision, replaces } = next.machine;
  ports.storage.transaction(() =>
    submissions.add(row.id, { revision, replaces, contentHash: next.hash, at: exportedAt, came: false }),
  );
  return vouched(ports, next);
}

const vouched = (ports: Ports, content: Omit<ResultContent, 'code'>): ResultContent => ({
  ...content,
  code: ports.machine.vouch(content.hash),
});
