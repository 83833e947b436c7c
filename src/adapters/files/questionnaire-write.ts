import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Document, isMap, isScalar, isSeq, visit } from 'yaml';
import { AppError } from '../../contract/errors.ts';
import { atomicWrite } from './atomic-write.ts';
import { asFileError } from './errors.ts';

/** Maps and lists of plain values up to this many characters stand on one line. */
const ONE_LINE = 100;

/** YAML for people: small maps on one line, long texts folded, no aliases; words such as no and dates are quoted for older readers. */
function yamlText(value: unknown): string {
  const document = new Document(value, { aliasDuplicateObjects: false, schema: 'core', compat: 'yaml-1.1' });
  visit(document, {
    Collection: (_key, node) => {
      if (!isMap(node) && !isSeq(node)) return;
      const plain = node.items.every(
        (item) => isScalar(item) || (isMap(node) && isScalar((item as { value: unknown }).value)),
      );
      if (plain && JSON.stringify(node.toJSON()).length <= ONE_LINE) node.flow = true;
    },
  });
  return document.toString({ lineWidth: 120, flowCollectionPadding: false });
}

/**
 * The files of a questionnaire folder, by their names inside it. The definition is one that was checked.
 * @param definition groups included; each top group becomes a file of its own
 */
export function questionnaireFiles(
  definition: Readonly<Record<string, unknown>>,
  vectors: unknown,
): Map<string, string> {
  const { groups, ...general } = definition;
  const files = new Map<string, string>();
  const names = (groups as readonly { readonly id: string }[]).map((group, index) => {
    const name = `groups/${index + 1}-${group.id}.yaml`;
    files.set(name, yamlText(group));
    return name;
  });
  files.set('questionnaire.yaml', yamlText({ ...general, groupFiles: names }));
  files.set('vectors.yaml', yamlText(vectors));
  return files;
}

/**
 * Writes the files into a folder, making it when needed. The definition comes last, so that a folder that is only half
 * written is never taken for a questionnaire.
 * @throws AppError file.exists when the folder holds a questionnaire already; file.not-writable and the like
 */
export async function writeQuestionnaireFolder(folder: string, files: ReadonlyMap<string, string>): Promise<void> {
  if (existsSync(join(folder, 'questionnaire.yaml'))) throw new AppError('file.exists', { file: folder });
  const last = [...files].sort(([a], [b]) => Number(a === 'questionnaire.yaml') - Number(b === 'questionnaire.yaml'));
  for (const [name, text] of last) {
    const file = join(folder, name);
    try {
      await mkdir(dirname(file), { recursive: true });
    } catch (error) {
      throw asFileError(error, dirname(file));
    }
    await atomicWrite(file, new TextEncoder().encode(text));
  }
}
