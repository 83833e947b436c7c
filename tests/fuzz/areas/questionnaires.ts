/** Questionnaires of others: folders of YAML, workbooks and containers, up to and with their test vectors. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import {
  readQuestionnaireWorkbook,
  writeQuestionnaireWorkbook,
} from '../../../src/adapters/documents/authoring/index.ts';
import { questionnaireSource, readQuestionnaireFolder } from '../../../src/adapters/files/questionnaire-folder.ts';
import type { GivenFile } from '../../../src/core/ports/library.ts';
import { questionnaireHash } from '../../../src/core/library.ts';
import { parseQuestionnaire, parseStoredQuestionnaire } from '../../../src/domain/questionnaire/parse.ts';
import { canonicalJson } from '../../../src/domain/text/canonical-json.ts';
import type { Random } from '../../durability/random.ts';
import { ROOT } from '../../e2e/support/project.ts';
import { pollution, type Area, type Input, type Verdict } from '../area.ts';
import { damageWorkbook, QUESTIONNAIRE, sha256 } from '../documents.ts';
import { damageBytes } from '../mutate/bytes.ts';
import { damageJson } from '../mutate/json.ts';
import { damageText } from '../mutate/text.ts';
import { damageZip } from '../mutate/zip.ts';
import { problemFaults } from '../sentences.ts';

const SETS = ['sme-quick', 'sample-all-types'] as const;
const FILES = ['questionnaire.yaml', 'vectors.yaml'];

function folderOf(id: string): GivenFile[] {
  const folder = join(ROOT, 'questionnaires', id, '1.0.0');
  const main = readFileSync(join(folder, 'questionnaire.yaml'), 'utf8');
  const groups = [...main.matchAll(/groups\/[\w-]+\.yaml/g)].map(([name]) => name);
  return [...FILES, ...groups].map((name) => ({ name, bytes: readFileSync(join(folder, name)) }));
}

/** The whole definition as one JSON file, which is YAML too. */
async function jsonOf(id: string): Promise<{ definition: string; vectors: string; workbook: Buffer }> {
  const source = await readQuestionnaireFolder(join(ROOT, 'questionnaires', id, '1.0.0'));
  if ('problems' in source) throw new Error('unreadable');
  const parsed = parseQuestionnaire(source.definition, source.vectors, () => true);
  if (!parsed.ok) throw new Error('invalid');
  const { questionnaire, vectors } = parsed.value;
  return {
    definition: JSON.stringify(source.definition),
    vectors: JSON.stringify(source.vectors),
    workbook: Buffer.from(await writeQuestionnaireWorkbook(questionnaire, vectors, 'vi')),
  };
}

export async function openQuestionnaires(): Promise<Area> {
  const folders = SETS.map(folderOf);
  const sets = await Promise.all(SETS.map(jsonOf));
  const source = questionnaireSource(join(ROOT, 'questionnaires'), readQuestionnaireWorkbook);

  const input = (label: string, files: readonly GivenFile[]): Input => ({
    label,
    name: '',
    bytes: serialize(files.map(({ name, bytes }) => ({ name, bytes: Buffer.from(bytes) }))),
    sealed: true,
  });

  function make(random: Random): Input {
    const turn = random.below(40);
    if (turn < 20) {
      const files = random.pick(folders);
      const chosen = random.below(files.length);
      const damaged = files.map((file, at) =>
        at !== chosen
          ? file
          : {
              name: random.below(30) === 0 ? '../questionnaire.yaml' : file.name,
              bytes:
                random.below(4) === 0
                  ? damageBytes(random, file.bytes)
                  : Buffer.from(damageText(random, Buffer.from(file.bytes).toString('utf8')), 'utf8'),
            },
      );
      return input('questionnaire, lines', damaged);
    }
    if (turn < 36) {
      const { definition, vectors } = random.pick(sets);
      const both = random.below(5) === 0;
      return input('questionnaire, structure', [
        { name: 'questionnaire.yaml', bytes: Buffer.from(damageJson(random, definition), 'utf8') },
        { name: 'vectors.yaml', bytes: Buffer.from(both ? damageJson(random, vectors) : vectors, 'utf8') },
      ]);
    }
    if (turn < 38) {
      const bytes = random.below(2) === 0 ? damageBytes(random, QUESTIONNAIRE) : damageZip(random, QUESTIONNAIRE);
      return input('questionnaire, container', [{ name: 'a.thuocso', bytes }]);
    }
    const { workbook } = random.pick(sets);
    const bytes =
      random.below(3) === 0
        ? damageZip(random, workbook)
        : damageWorkbook(random, workbook, /^xl\/(workbook|sharedStrings|styles|worksheets\/[^/]+)\.xml$/);
    return input('questionnaire, workbook', [{ name: 'a.xlsx', bytes }]);
  }

  async function judge({ bytes }: Input): Promise<Verdict> {
    const read = await source.given(deserialize(bytes) as GivenFile[]);
    if ('problems' in read) return { outcome: 'unreadable', faults: [...refused(read.problems), ...pollution()] };
    const parsed = parseQuestionnaire(read.definition, read.vectors);
    if (!parsed.ok) return { outcome: 'refused', faults: [...refused(parsed.problems), ...pollution()] };
    // What was accepted is stored as text and read again at every start: it must stay the same then.
    const { questionnaire } = parsed.value;
    const again = parseStoredQuestionnaire(JSON.parse(canonicalJson(questionnaire)));
    const same = again.ok && questionnaireHash(again.value, sha256) === questionnaireHash(questionnaire, sha256);
    return {
      outcome: 'accepted',
      faults: [...(same ? [] : ['accepted, but another one when read again']), ...pollution()],
    };
  }

  const refused = (problems: Parameters<typeof problemFaults>[0]): string[] =>
    problems.length === 0 ? ['refused without a reason'] : problemFaults(problems);

  return { make, judge, close: () => Promise.resolve() };
}
