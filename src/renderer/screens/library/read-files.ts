import { LIBRARY_LIMITS } from '../../../contract/views/library-limits.ts';
import type { MethodInput } from '../../../contract/surface.ts';
import { toBase64 } from '../../../domain/text/base64.ts';

export type SentFiles = MethodInput<'library.add'>['files'];

/** A file as the browser gives it; folders stand in `webkitRelativePath`. */
export type PickedFile = Pick<File, 'name' | 'size' | 'webkitRelativePath' | 'arrayBuffer'>;

const DATA = /\.(ya?ml|json|xlsx)$/i;
/** Sample answer sheets stay with their author; a program takes them from the shipped folders only. */
const SAMPLE = /(^|\/)samples\//;

const nameOf = ({ name, webkitRelativePath }: PickedFile): string => webkitRelativePath || name;

/**
 * The data files of a choice as they are sent. A single file is sent whatever it is, so that the refusal can name it.
 * @returns 'too-big' or 'nothing' instead of files that need not be sent at all
 */
export async function readPicked(picked: readonly PickedFile[]): Promise<SentFiles | 'too-big' | 'nothing'> {
  const files =
    picked.length === 1 ? picked : picked.filter((file) => DATA.test(file.name) && !SAMPLE.test(nameOf(file)));
  if (files.length === 0) return 'nothing';
  const bytes = files.reduce((sum, { size }) => sum + size, 0);
  if (files.length > LIBRARY_LIMITS.files || bytes > LIBRARY_LIMITS.bytes) return 'too-big';
  return Promise.all(
    files.map(async (file) => ({
      name: nameOf(file),
      base64: toBase64(new Uint8Array(await file.arrayBuffer())),
    })),
  );
}
