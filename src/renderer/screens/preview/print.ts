import { pictureOf, type PDFPageProxy } from './pdf.ts';

/** On paper only these pictures are seen; see preview.css. */
const HOST = 'print-pages';

/** Lets go of the pictures of the last printing. */
let letGo = (): void => undefined;

/**
 * Prints the pages as they are shown. Works alike in the desktop window and in browsers, which cannot be told to print a
 * file: each page becomes a picture of its own sheet, upright or across.
 * @param onPage called before each page is prepared, counted from 1
 */
export async function printPages(pages: readonly PDFPageProxy[], onPage: (number: number) => void): Promise<void> {
  letGo();
  const host = document.createElement('div');
  host.className = HOST;
  const addresses: string[] = [];
  letGo = () => {
    host.remove();
    for (const address of addresses.splice(0)) URL.revokeObjectURL(address);
  };
  for (const [index, page] of pages.entries()) {
    onPage(index + 1);
    const address = URL.createObjectURL(await pictureOf(page));
    addresses.push(address);
    const { width, height } = page.getViewport({ scale: 1 });
    const image = document.createElement('img');
    image.alt = '';
    image.className = width > height ? `${HOST}__across` : `${HOST}__upright`;
    image.src = address;
    host.append(image);
    await image.decode();
  }
  document.body.append(host);
  // Not every browser waits here until the dialog is closed.
  window.addEventListener('afterprint', letGo, { once: true });
  window.print();
}
