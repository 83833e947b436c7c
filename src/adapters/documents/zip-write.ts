import JSZip from 'jszip';

/**
 * Small text files as one archive; the same files at the same instant give the same bytes.
 * @param at ISO instant, the date of every file
 */
export async function zipTexts(
  files: readonly { readonly name: string; readonly text: string }[],
  at: string,
): Promise<Uint8Array> {
  const zip = new JSZip();
  for (const { name, text } of files) zip.file(name, text, { date: new Date(at) });
  return zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE' });
}
