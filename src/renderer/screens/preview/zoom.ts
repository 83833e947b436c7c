/** How large pages are shown: to the width, whole, or in percent of their size on paper. */
export type PageZoom = 'width' | 'page' | number;

export const ZOOM_STEPS = [50, 75, 100, 125, 150, 200, 300] as const;

/** A point is 1/72 inch, a pixel of the page 1/96. */
const POINT = 96 / 72;

/** @returns pixels per point for a page of this size (points) in a frame of that size (pixels) */
export function scaleFor(
  zoom: PageZoom,
  page: { readonly width: number; readonly height: number },
  frame: { readonly width: number; readonly height: number },
): number {
  const width = frame.width / page.width;
  if (zoom === 'width') return Math.max(0.2, width);
  if (zoom === 'page') return Math.max(0.2, Math.min(width, frame.height / page.height));
  return (zoom / 100) * POINT;
}

/** The next larger or smaller step from what is shown now. */
export function zoomStep(scale: number, direction: 1 | -1): number {
  const percent = (scale / POINT) * 100;
  const steps: readonly number[] = direction === 1 ? ZOOM_STEPS : [...ZOOM_STEPS].reverse();
  const next = steps.find((step) => (direction === 1 ? step > percent + 1 : step < percent - 1));
  return next ?? steps.at(-1) ?? 100;
}
