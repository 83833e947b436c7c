/** Changes cells of a finished workbook as a person would, in its XML, without any library that forgets parts of it. */
import JSZip from 'jszip';

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** The part of a sheet by its name. */
export async function sheetPath(zip: JSZip, name: string): Promise<string> {
  const book = (await zip.file('xl/workbook.xml')?.async('string')) ?? '';
  const rels = (await zip.file('xl/_rels/workbook.xml.rels')?.async('string')) ?? '';
  const id = new RegExp(`<sheet [^>]*name="${name}"[^>]*r:id="([^"]+)"`).exec(book)?.[1] ?? '';
  const tag = [...rels.matchAll(/<Relationship [^>]*>/g)].find(([found]) => found.includes(`Id="${id}"`))?.[0] ?? '';
  const target = /Target="\/?(?:xl\/)?([^"]+)"/.exec(tag)?.[1];
  if (target === undefined) throw new Error(`no sheet ${name}`);
  return `xl/${target}`;
}

/** @param cells what to write, by address; null empties a cell, `{ formula }` calculates */
export async function editCells(
  workbook: Uint8Array,
  sheet: string,
  cells: Readonly<Record<string, string | number | null | { readonly formula: string; readonly result: number }>>,
): Promise<Uint8Array> {
  const zip = await JSZip.loadAsync(workbook);
  const path = await sheetPath(zip, sheet);
  let xml = (await zip.file(path)?.async('string')) ?? '';
  for (const [address, value] of Object.entries(cells)) {
    const place = new RegExp(`<c r="${address}"([^>]*?)(?:/>|>.*?</c>)`, 's');
    const style = /\ss="\d+"/.exec(place.exec(xml)?.[1] ?? '')?.[0] ?? '';
    if (!place.test(xml)) throw new Error(`no cell ${address} in ${sheet}`);
    const written =
      value === null
        ? `<c r="${address}"${style}/>`
        : typeof value === 'number'
          ? `<c r="${address}"${style}><v>${value}</v></c>`
          : typeof value === 'string'
            ? `<c r="${address}"${style} t="inlineStr"><is><t xml:space="preserve">${escaped(value)}</t></is></c>`
            : `<c r="${address}"${style}><f>${escaped(value.formula)}</f><v>${value.result}</v></c>`;
    xml = xml.replace(place, () => written);
  }
  zip.file(path, xml);
  return zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE' });
}
