import { ChevronDown, ChevronUp, Minus, Plus } from 'lucide-react';
import {
  useEffect,
  useEffectEvent,
  useLayoutEffect,
  useRef,
  useState,
  type KeyboardEvent,
  type ReactNode,
} from 'react';
import { LANGUAGES, type Language } from '../../../domain/text/localized.ts';
import { useT } from '../../i18n/index.ts';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { PageHeading } from '../../ui/PageHeading.tsx';
import type { PDFPageProxy } from './pdf.ts';
import { PdfPage } from './PdfPage.tsx';
import { scaleFor, ZOOM_STEPS, zoomStep, type PageZoom } from './zoom.ts';

/** Free room beside and between pages in pixels. */
const GAP = 16;
const WIDEST = 1000;

/** The pages below a bar with place, size and language. */
export function Pages({
  pages,
  language,
  busy,
  onLanguage,
  children,
}: {
  readonly pages: readonly PDFPageProxy[];
  readonly language: Language;
  readonly busy: boolean;
  readonly onLanguage: (language: Language) => void;
  /** Notices between bar and pages. */
  readonly children: ReactNode;
}) {
  const t = useT();
  const frame = useRef<HTMLDivElement>(null);
  const size = useSize(frame);
  const [zoom, setZoom] = useState<PageZoom>('width');
  const [current, setCurrent] = useState(1);
  const total = pages.length;

  // Pages across fit their own width; nothing wider than a desk is of use.
  const room = { width: Math.min(size.width - 2 * GAP, WIDEST), height: size.height - 2 * GAP };
  const scaleOf = (page: PDFPageProxy): number => scaleFor(zoom, page.getViewport({ scale: 1 }), room);
  const shown = pages[current - 1] ?? pages[0];
  const scale = shown ? scaleOf(shown) : 1;

  const bringUp = (number: number): void => {
    const page = frame.current?.querySelector<HTMLElement>(`[data-page="${number}"]`);
    if (frame.current && page) frame.current.scrollTop = page.offsetTop - GAP;
  };
  const goTo = (number: number): void => {
    const wanted = Math.min(total, Math.max(1, number));
    bringUp(wanted);
    setCurrent(wanted);
  };

  // After a change of size the same page is in view.
  const stay = useEffectEvent(() => bringUp(current));
  useLayoutEffect(() => stay(), [zoom, size]);

  /** The page at the upper third of the frame. */
  const follow = (): void => {
    const view = frame.current;
    if (!view) return;
    const line = view.scrollTop + view.clientHeight / 3;
    const sheets = [...view.querySelectorAll<HTMLElement>('[data-page]')];
    const at = sheets.findLast((sheet) => sheet.offsetTop <= line);
    setCurrent(Number(at?.dataset.page ?? 1));
  };

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing || event.ctrlKey || event.altKey || event.shiftKey || event.metaKey) return;
    const wanted = { PageDown: current + 1, PageUp: current - 1, Home: 1, End: total }[event.code];
    if (wanted === undefined) return;
    event.preventDefault();
    goTo(wanted);
  };

  return (
    <>
      <div className="preview__bar">
        <PageHeading className="preview__title">{t('preview.title')}</PageHeading>
        <div className="row">
          <Button look="quiet" aria-label={t('preview.previous')} onClick={() => goTo(current - 1)}>
            <Icon of={ChevronUp} />
          </Button>
          <Button look="quiet" aria-label={t('preview.next')} onClick={() => goTo(current + 1)}>
            <Icon of={ChevronDown} />
          </Button>
          <PageNumber current={current} total={total} onGo={goTo} />
        </div>
        <div className="row">
          <Button look="quiet" aria-label={t('preview.smaller')} onClick={() => setZoom(zoomStep(scale, -1))}>
            <Icon of={Minus} />
          </Button>
          <select
            aria-label={t('preview.zoom')}
            value={String(zoom)}
            onChange={({ currentTarget: { value } }) =>
              setZoom(value === 'width' || value === 'page' ? value : Number(value))
            }
          >
            <option value="width">{t('preview.zoom-width')}</option>
            <option value="page">{t('preview.zoom-page')}</option>
            {ZOOM_STEPS.map((percent) => (
              <option key={percent} value={percent}>
                {t('preview.zoom-percent', { percent })}
              </option>
            ))}
          </select>
          <Button look="quiet" aria-label={t('preview.larger')} onClick={() => setZoom(zoomStep(scale, 1))}>
            <Icon of={Plus} />
          </Button>
        </div>
        <select
          aria-label={t('preview.language')}
          value={language}
          onChange={(event) => onLanguage(event.currentTarget.value as Language)}
        >
          {LANGUAGES.map((choice) => (
            <option key={choice} value={choice}>
              {t(`preview.language-${choice}`)}
            </option>
          ))}
        </select>
      </div>
      <div className="preview__notices stack-1">{children}</div>
      <div
        ref={frame}
        className="preview__pages"
        // Scrolled by keys, and the place of their handler.
        tabIndex={0}
        role="region"
        aria-label={t('preview.pages')}
        aria-describedby="preview-keys"
        aria-busy={busy}
        lang={language}
        onScroll={follow}
        onKeyDown={onKeyDown}
      >
        <p id="preview-keys" className="visually-hidden">
          {t('preview.keys')}
        </p>
        {size.width > 0 &&
          pages.map((page, index) => (
            <PdfPage
              key={index}
              page={page}
              number={index + 1}
              total={total}
              scale={scaleOf(page)}
              current={index + 1 === current}
            />
          ))}
      </div>
    </>
  );
}

/** The number of the page as a field: typed, then Enter or leaving it goes there. */
function PageNumber({
  current,
  total,
  onGo,
}: {
  readonly current: number;
  readonly total: number;
  readonly onGo: (number: number) => void;
}) {
  const t = useT();
  const [typed, setTyped] = useState<string | null>(null);
  const go = (): void => {
    const number = Number(typed);
    if (typed !== null && Number.isInteger(number) && number >= 1) onGo(number);
    setTyped(null);
  };
  return (
    <span className="preview__number">
      <input
        type="text"
        inputMode="numeric"
        aria-label={t('preview.page-go')}
        value={typed ?? String(current)}
        autoComplete="off"
        onChange={(event) => setTyped(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') go();
        }}
        onBlur={go}
      />
      {t('preview.page-of', { total })}
    </span>
  );
}

/** Size of an element in pixels, followed; zero before it is known. */
function useSize(ref: React.RefObject<HTMLElement | null>): { readonly width: number; readonly height: number } {
  const [size, setSize] = useState({ width: 0, height: 0 });
  const take = useEffectEvent((element: HTMLElement): void => {
    // Without the scroll bar: pages must not make it come and go.
    const { clientWidth: width, clientHeight: height } = element;
    if (Math.abs(width - size.width) > 1 || Math.abs(height - size.height) > 1) setSize({ width, height });
  });
  useEffect(() => {
    const element = ref.current;
    if (!element) return undefined;
    const observer = new ResizeObserver(() => take(element));
    observer.observe(element);
    return () => observer.disconnect();
  }, [ref]);
  return size;
}
