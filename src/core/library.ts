import { AppError } from '../contract/errors.ts';
import type { QuestionnaireSummary } from '../contract/views.ts';
import type { Problem } from '../domain/problem.ts';
import { parseQuestionnaire, parseStoredQuestionnaire } from '../domain/questionnaire/parse.ts';
import type { Questionnaire } from '../domain/questionnaire/types.ts';
import { prepare, type Prepared } from '../domain/scoring/prepare.ts';
import { canonicalJson } from '../domain/text/canonical-json.ts';
import type { Ports } from './ports.ts';

/** A questionnaire that passed all checks, with its content hash and prepared for scoring. */
export interface LoadedQuestionnaire {
  readonly questionnaire: Questionnaire;
  readonly hash: string;
  readonly prepared: Prepared;
  readonly samples: readonly unknown[];
}

export interface Library {
  all(): Promise<{ loaded: LoadedQuestionnaire[]; broken: { folder: string; problems: readonly Problem[] }[] }>;
  /** From the shipped folders. @throws AppError questionnaire.unknown */
  get(id: string, version: string): Promise<LoadedQuestionnaire>;
  /** The version that an assessment was started with, as it was then. @throws AppError questionnaire.unknown */
  getStored(id: string, version: string): LoadedQuestionnaire;
}

const keyOf = (id: string, version: string): string => `${id} ${version}`;
const slashed = (folder: string): string => folder.replaceAll('\\', '/');

/** Content hash of a checked definition: the same whatever the order of fields or the comments in the YAML. */
export function questionnaireHash(questionnaire: Questionnaire, sha256: Ports['sha256']): string {
  return sha256(canonicalJson(questionnaire));
}

/** Loads and checks questionnaire folders once, on first use; stored versions are kept as long as the process runs. */
export function createLibrary(ports: Pick<Ports, 'source' | 'storage' | 'sha256'>): Library {
  let folders: ReturnType<Library['all']> | null = null;
  const stored = new Map<string, LoadedQuestionnaire>();

  async function load(): Promise<Awaited<ReturnType<Library['all']>>> {
    const loaded: LoadedQuestionnaire[] = [];
    const broken: { folder: string; problems: readonly Problem[] }[] = [];
    for (const entry of await ports.source.list()) {
      if ('problems' in entry) {
        broken.push(entry);
        continue;
      }
      const parsed = parseQuestionnaire(entry.definition, entry.vectors);
      if (!parsed.ok) {
        broken.push({ folder: entry.folder, problems: parsed.problems });
        continue;
      }
      const { questionnaire } = parsed.value;
      const expected = `${questionnaire.id}/${questionnaire.version}`;
      if (slashed(entry.folder) !== expected) {
        broken.push({ folder: entry.folder, problems: [{ path: ['id'], code: 'folder-name', params: { expected } }] });
        continue;
      }
      loaded.push({
        questionnaire,
        hash: questionnaireHash(questionnaire, ports.sha256),
        prepared: prepare(questionnaire),
        samples: entry.samples,
      });
    }
    return { loaded, broken };
  }

  const all: Library['all'] = () =>
    (folders ??= load().catch((error: unknown) => {
      // A passing failure of the disk must not last as long as the process.
      folders = null;
      throw error;
    }));

  return {
    all,
    async get(id, version) {
      const { loaded, broken } = await all();
      const found = loaded.find((entry) => entry.questionnaire.id === id && entry.questionnaire.version === version);
      if (found) return found;
      const faulty = broken.find((entry) => slashed(entry.folder) === `${id}/${version}`);
      if (faulty) throw new AppError('questionnaire.invalid', { folder: `${id}/${version}` }, faulty.problems);
      throw new AppError('questionnaire.unknown', { id, version });
    },
    getStored(id, version) {
      const known = stored.get(keyOf(id, version));
      if (known) return known;
      const row = ports.storage.questionnaires.find(id, version);
      if (!row) throw new AppError('questionnaire.unknown', { id, version });
      const parsed = parseStoredQuestionnaire(row.definition);
      if (!parsed.ok) throw new AppError('questionnaire.invalid', { folder: `${id}/${version}` }, parsed.problems);
      const entry = { questionnaire: parsed.value, hash: row.hash, prepared: prepare(parsed.value), samples: [] };
      stored.set(keyOf(id, version), entry);
      return entry;
    },
  };
}

/** What a list of questionnaires shows. */
export function summarise({ questionnaire, hash, prepared }: LoadedQuestionnaire): QuestionnaireSummary {
  const { id, version, title, shortTitle, summary, minutes, audience, provenance } = questionnaire;
  return {
    id,
    version,
    hash,
    title,
    shortTitle,
    summary,
    minutes,
    audience,
    basis: provenance.basis,
    status: provenance.status,
    items: countScored(prepared),
    groups: questionnaire.groups.length,
  };
}

/** Scored items of a questionnaire, those of unscored groups left out. */
export function countScored(prepared: Prepared): number {
  return scoredIds(prepared).size;
}

/** Ids of the items that count towards the score and completeness. */
export function scoredIds(prepared: Prepared): Set<string> {
  const collect = (node: Prepared['root']): string[] =>
    node.children.flatMap((child) => (!child.scored ? [] : child.kind === 'group' ? collect(child) : [child.id]));
  return new Set(collect(prepared.root));
}
