/** Files as a person gives them: chosen, or dropped together with their folders. */

export interface GivenFile {
  /** With the folders above it, as the person knows it. */
  readonly name: string;
  readonly file: File;
}

export const chosenFiles = (files: Iterable<File>): GivenFile[] =>
  [...files].map((file) => ({ name: file.webkitRelativePath || file.name, file }));

const fileOf = (entry: FileSystemFileEntry): Promise<File> =>
  new Promise((resolve, reject) => entry.file(resolve, reject));

/** Everything in a folder; the browser hands it out in portions. */
async function childrenOf(entry: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = entry.createReader();
  const all: FileSystemEntry[] = [];
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
    if (some.length === 0) return all;
    all.push(...some);
  }
}

async function under(entry: FileSystemEntry): Promise<GivenFile[]> {
  if (entry.isFile)
    return [{ name: entry.fullPath.replace(/^\//, ''), file: await fileOf(entry as FileSystemFileEntry) }];
  const children = await childrenOf(entry as FileSystemDirectoryEntry);
  return (await Promise.all(children.map(under))).flat();
}

/** The files of a drop, folders opened, in the order of their names. Ask at once: later the drop is gone. */
export async function droppedFiles(transfer: DataTransfer): Promise<GivenFile[]> {
  const plain = chosenFiles(transfer.files);
  const entries = [...transfer.items].flatMap((item) => item.webkitGetAsEntry() ?? []);
  if (entries.every(({ isFile }) => isFile)) return plain;
  const files = (await Promise.all(entries.map(under))).flat();
  return files.sort((a, b) => (a.name < b.name ? -1 : 1));
}
