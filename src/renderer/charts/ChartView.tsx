import {
  createElement,
  useId,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  type CSSProperties,
  type ReactNode,
} from 'react';
import type { ChartStyle } from '../../domain/charts/style.ts';
import type { ChartNode } from '../../domain/charts/tree.ts';
import './charts.css';
import { SCREEN_PALETTE } from './palette.ts';

const camel = (name: string): string =>
  name === 'class'
    ? 'className'
    : name.startsWith('aria-') || name.startsWith('data-')
      ? name
      : name.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());

/** React elements of a chart tree. */
function toReact(node: ChartNode, key: number, style?: CSSProperties): ReactNode {
  const props = Object.fromEntries(Object.entries(node.attrs).map(([name, value]) => [camel(name), value]));
  const children = node.children.map((child, index) => (typeof child === 'string' ? child : toReact(child, index)));
  return createElement(node.tag, { ...props, key, style }, ...children);
}

/** Units of a chart per rem: its text of 14 units is then 14 px at 100 % zoom. */
const UNITS_PER_REM = 16;

/**
 * A chart as wide as its place. It is laid out for that width and not scaled, so its text keeps its size; the zoom
 * setting enlarges it with everything else.
 */
export function ChartView({
  draw,
  most = Infinity,
}: {
  readonly draw: (style: ChartStyle) => ChartNode;
  /** Widest useful width in units. */
  readonly most?: number;
}) {
  const box = useRef<HTMLDivElement>(null);
  const probe = useRef<HTMLSpanElement>(null);
  const id = useId();
  const [room, setRoom] = useState(0);

  useLayoutEffect(() => {
    const measure = (): void => {
      if (!box.current || !probe.current) return;
      const rem = probe.current.getBoundingClientRect().width;
      if (rem > 0) setRoom(Math.floor((box.current.clientWidth / rem) * UNITS_PER_REM));
    };
    measure();
    const observer = new ResizeObserver(measure);
    // The probe is one rem wide: it changes with the zoom setting even where the place does not.
    for (const element of [box.current, probe.current]) if (element) observer.observe(element);
    return () => observer.disconnect();
  }, []);

  const width = Math.min(room, most);
  const tree = useMemo(
    () => (width > 0 ? draw({ palette: SCREEN_PALETTE, width, id, font: 'inherit' }) : null),
    [draw, width, id],
  );
  return (
    <div ref={box} className="chart-box">
      <span ref={probe} className="chart-probe" />
      {tree &&
        toReact(tree, 0, {
          width: `${Number(tree.attrs.width) / UNITS_PER_REM}rem`,
          height: `${Number(tree.attrs.height) / UNITS_PER_REM}rem`,
        })}
    </div>
  );
}
