import { useEffect, useRef, useState } from 'react';
import { useT } from '../../i18n/index.ts';
import type { PDFPageProxy } from './pdf.ts';

/** One page: drawn while it is near what is seen, an empty sheet of the same size otherwise. */
export function PdfPage({
  page,
  number,
  total,
  scale,
  current,
}: {
  readonly page: PDFPageProxy;
  readonly number: number;
  readonly total: number;
  /** Pixels of the screen per point. */
  readonly scale: number;
  /** The one that is read; it says while it is being drawn. */
  readonly current: boolean;
}) {
  const t = useT();
  const sheet = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const text = useRef<HTMLDivElement>(null);
  const [near, setNear] = useState(false);
  const [drawn, setDrawn] = useState(false);

  useEffect(() => {
    const element = sheet.current;
    if (!element) return undefined;
    const observer = new IntersectionObserver(
      (entries) => setNear(entries.some(({ isIntersecting }) => isIntersecting)),
      // A page before and after is ready when it is scrolled to; more would only fill the memory.
      { root: element.closest('.preview__pages'), rootMargin: '60% 0px' },
    );
    observer.observe(element);
    return () => observer.disconnect();
  }, []);

  useEffect(() => {
    const parts = canvas.current && text.current ? { canvas: canvas.current, text: text.current } : null;
    if (!near || !parts) return undefined;
    let stopped = false;
    let stop = (): void => undefined;
    void import('./pdf.ts').then(({ drawPage }) => {
      if (stopped) return;
      const drawing = drawPage(page, parts, scale, window.devicePixelRatio);
      stop = drawing.cancel;
      drawing.done.then(
        () => setDrawn(true),
        // Cancelled because the page went out of sight or changes its size.
        () => undefined,
      );
    });
    return () => {
      stopped = true;
      stop();
      setDrawn(false);
      parts.canvas.width = 0;
      parts.text.replaceChildren();
    };
  }, [near, page, scale]);

  const { width, height } = page.getViewport({ scale: 1 });
  return (
    <div
      ref={sheet}
      className="preview__page"
      role="group"
      aria-label={t('preview.page', { number, total })}
      aria-busy={current && !drawn}
      data-page={number}
      style={
        {
          width: Math.floor(width * scale),
          height: Math.floor(height * scale),
          '--total-scale-factor': scale,
        } as React.CSSProperties
      }
    >
      <canvas ref={canvas} aria-hidden="true" />
      <div ref={text} className="textLayer" />
    </div>
  );
}
