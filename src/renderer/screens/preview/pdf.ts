/** The reader of PDF files: loaded when the first preview is opened, worker included, both from the program itself. */
import {
  getDocument,
  GlobalWorkerOptions,
  TextLayer,
  type PDFDocumentProxy,
  type PDFPageProxy,
} from 'pdfjs-dist/legacy/build/pdf.mjs';
import PdfWorker from 'pdfjs-dist/legacy/build/pdf.worker.mjs?worker';

export type { PDFDocumentProxy, PDFPageProxy };

/** Pixels of a canvas for every point of the page, at most: 200 dots per inch on paper. */
const PRINT_SCALE = 200 / 72;

/**
 * Opens a finished file. Nothing is fetched: fonts are embedded, and the reader gets no address to load anything from.
 * @param bytes handed over to the worker
 */
export async function openPdf(bytes: Uint8Array): Promise<PDFDocumentProxy> {
  GlobalWorkerOptions.workerPort ??= new PdfWorker();
  return getDocument({
    data: bytes,
    enableXfa: false,
    useSystemFonts: false,
    useWorkerFetch: false,
    useWasm: false,
    disableAutoFetch: true,
    disableStream: true,
  }).promise;
}

export interface Drawing {
  readonly done: Promise<void>;
  /** Stops drawing; what is there stays. */
  readonly cancel: () => void;
}

/** Draws a page into a canvas, sharp on this screen, and its text, invisible and selectable, above it. */
export function drawPage(
  page: PDFPageProxy,
  parts: { readonly canvas: HTMLCanvasElement; readonly text: HTMLElement },
  scale: number,
  pixelRatio: number,
): Drawing {
  const { canvas, text } = parts;
  const viewport = page.getViewport({ scale });
  const sharp = page.getViewport({ scale: scale * pixelRatio });
  canvas.width = Math.floor(sharp.width);
  canvas.height = Math.floor(sharp.height);
  const drawing = page.render({ canvas, viewport: sharp });
  text.replaceChildren();
  const layer = new TextLayer({ textContentSource: page.streamTextContent(), container: text, viewport });
  return {
    done: Promise.all([drawing.promise, layer.render()]).then(() => undefined),
    cancel() {
      drawing.cancel();
      layer.cancel();
    },
  };
}

/** A page as a picture for the printer. */
export async function pictureOf(page: PDFPageProxy): Promise<Blob> {
  const viewport = page.getViewport({ scale: PRINT_SCALE });
  const canvas = document.createElement('canvas');
  canvas.width = Math.floor(viewport.width);
  canvas.height = Math.floor(viewport.height);
  await page.render({ canvas, viewport, intent: 'print' }).promise;
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
  // A canvas keeps its pixels until it is collected; this frees them now.
  canvas.width = 0;
  if (!blob) throw new Error('the page cannot be drawn');
  return blob;
}
