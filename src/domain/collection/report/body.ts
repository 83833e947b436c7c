/** The running text of the report: what a reader should know before the tables. */
import { periodText } from '../../wording/sentences.ts';
import { createTranslator } from '../../wording/catalogue.ts';
import { en } from '../../wording/en.ts';
import { vi } from '../../wording/vi.ts';
import type { Language } from '../../text/localized.ts';
import type { Period } from '../../assessment/period.ts';
import { byStrength } from '../items.ts';
import { cellMaker, shareOfCount } from './cells.ts';
import type { ReportContext } from './context.ts';
import { leftOut } from './lists.ts';
import type { ReportParagraph } from './model.ts';

const SHARED = { vi: createTranslator('vi', vi), en: createTranslator<typeof vi>('en', en as typeof vi) };
/** Items named as the hardest. */
const HARDEST = 3;

/** "quý III/2026", for the middle of a sentence. */
export function periodInText(period: Period, language: Language): string {
  const text = periodText(SHARED[language], period);
  return `${text.charAt(0).toLowerCase()}${text.slice(1)}`;
}

export function bodyOf(context: ReportContext): ReportParagraph[] {
  const { words, input, tooFew, limits } = context;
  const heading = (key: 'scope' | 'result' | 'pillars' | 'quality'): ReportParagraph => ({
    kind: 'heading',
    text: words(`body.heading.${key}`, { group: context.group }),
  });
  const paragraphs = (texts: readonly string[]): ReportParagraph[] =>
    texts.filter((text) => text !== '').map((text) => ({ kind: 'paragraph', text }));
  const { layout, language, expected, missing, period, basis } = input;
  const scope = words('body.scope', {
    questionnaire: layout.title[language],
    version: layout.questionnaire.version,
    period: periodInText(period, language),
    basis: words(`title.basis.${basis}`),
    n: context.aggregate.n,
    expected:
      expected.length === 0 ? '' : words('body.scope.expected', { expected: expected.length, missing: missing.length }),
  });
  const result = resultTexts(context);
  const pillars = pillarTexts(context);
  return [
    heading('scope'),
    ...paragraphs([scope, tooFew ? words('hidden.few', { minimum: limits.group }) : '']),
    ...(result.length > 0 ? [heading('result'), ...paragraphs(result)] : []),
    ...(pillars.length > 0 ? [heading('pillars'), ...paragraphs(pillars)] : []),
    ...(tooFew ? [] : [heading('quality'), ...paragraphs(qualityTexts(context))]),
    ...paragraphs([words('body.end')]),
  ];
}

function resultTexts({ words, input, aggregate, change, tooFew }: ReportContext): string[] {
  const spread = aggregate.total.percent;
  if (tooFew || !spread) return [];
  const { percent, change: signed } = cellMaker(input.language, words('none'));
  const { levels } = aggregate.total;
  const n = levels.reduce((sum, entry) => sum + entry.n, 0);
  const most = levels.reduce<(typeof levels)[number] | null>(
    (best, entry) => (entry.level !== null && entry.n > (best?.n ?? 0) ? entry : best),
    null,
  );
  const name = input.layout.levels.find(({ level }) => level === most?.level)?.name[input.language] ?? '';
  const share = most && shareOfCount(most.n, n);
  return [
    words('body.result', {
      mean: percent(spread.mean),
      median: percent(spread.median),
      q1: percent(spread.q1),
      q3: percent(spread.q3),
    }),
    most && share
      ? words('body.result.levels', { level: `${most.level} – ${name}`, n: most.n, share: percent(share) })
      : '',
    change?.total.change
      ? words('body.result.change', {
          n: change.total.n,
          up: change.total.up,
          down: change.total.down,
          same: change.total.same,
          mean: signed(change.total.change.mean).text,
        })
      : '',
  ];
}

function pillarTexts({ words, group, input, aggregate, items, tooFew, limits }: ReportContext): string[] {
  const { percent } = cellMaker(input.language, words('none'));
  const minimum = input.hideNames ? limits.group : 1;
  const { nodes } = input.layout;
  const spreads = aggregate.nodes.map((node, place) => (nodes[place]?.depth === 1 ? node.percent : null));
  const order = byStrength(spreads, minimum);
  const [first, last] = [order[0], order.at(-1)];
  if (tooFew || first === undefined || last === undefined || first === last) return [];
  const title = (place: number): string => nodes[place]?.title[input.language] ?? '';
  const mean = (place: number): string => {
    const spread = spreads[place];
    return spread ? percent(spread.mean) : '';
  };
  const hardest = byStrength(
    items.map((item, place) => (input.layout.items[place]?.scored ? item.percent : null)),
    minimum,
  )
    .slice(-HARDEST)
    .reverse()
    .map((place) => {
      const item = input.layout.items[place];
      const spread = items[place]?.percent;
      return `${item?.code} ${item?.title[input.language]} (${spread ? percent(spread.mean) : ''}%)`;
    });
  return [
    words('body.pillars', { group, strongest: title(first), high: mean(first), weakest: title(last), low: mean(last) }),
    hardest.length > 0 ? words('body.items', { items: hardest.join('; ') }) : '',
  ];
}

function qualityTexts(context: ReportContext): string[] {
  const { words, aggregate, units } = context;
  const flagged = units.filter(({ unit }) => unit.result.quality.length > 0).length;
  const outside = leftOut(context).reduce((sum, { n }) => sum + n, 0);
  return [
    aggregate.n > 0 ? words('body.quality', { full: aggregate.completeness.full, n: aggregate.n, flagged }) : '',
    outside > 0 ? words('body.breaks', { n: outside }) : '',
  ];
}
