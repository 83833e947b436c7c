import { compare, exact, HUNDRED, multiply, type Exact } from '../exact/exact.ts';
import type { Item, ItemOf } from '../questionnaire/types.ts';
import type { PreparedItem } from '../scoring/prepare.ts';
import { formatNumber, formatPercent } from '../text/numbers.ts';
import { plain, type Context } from './context.ts';

type NumberScore = ItemOf<'number'>['score'];

/**
 * How points are given for an item, in words: the questionnaire's own text, and a generated one where that is missing.
 * The bands of a ratio are always listed: they are the same for many items, so their texts need not repeat them.
 */
export function ruleText(context: Context, { item, scorer }: PreparedItem): string {
  const { words, language } = context;
  const help = item.help ? plain(item.help[language]) : '';
  const points = (value: Exact): string => formatNumber(value, language, context.questionnaire.scoring.decimals);
  const range = { min: points(scorer.min), max: points(scorer.max) };
  const own = ((): string => {
    switch (item.type) {
      case 'ratio':
        if (help !== '' && item.score.kind === 'linear') return '';
        return words('rule.ratio', {
          numerator: lowerFirst(plain(item.numerator[language])),
          denominator: lowerFirst(plain(item.denominator[language])),
          bands: percentBands(context, item),
        });
      case 'number':
        if (help !== '') return '';
        return sentence(words('rule.number', { bands: scoreText(context, item.score, numberOf(context, item)) }));
      case 'indicator':
        return help === '' ? words('rule.indicator') : '';
      case 'text':
      case 'date':
        return help === '' ? words('rule.text') : '';
      case 'multi':
        return words(item.byCount ? 'rule.multi-count' : 'rule.multi', range);
      case 'grid':
        return help === '' ? words('rule.grid', range) : '';
      case 'matrix':
        return help === '' ? words(`rule.matrix.${typeof item.join === 'object' ? 'row' : item.join}`, range) : '';
      case 'checklist':
        return help === '' ? words('rule.checklist', range) : '';
      case 'choice':
      case 'likert':
      case 'ladder':
        return help === '' ? words(item.type === 'ladder' ? 'rule.ladder' : 'rule.choice', range) : '';
    }
  })();
  const isRecord = item.type === 'text' || item.type === 'date';
  const parts = [help, own, item.scored || isRecord ? '' : words('rule.unscored'), ...specialRules(context, item)];
  return parts.filter((part) => part !== '').join(' ');
}

const percentBands = (context: Context, item: ItemOf<'ratio'>): string =>
  scoreText(context, item.score, (value) => formatPercent(value, context.language, 2));

/** The bands of a ratio as they stand inside its rule: many items share them, so a table may name them once. */
export function scaleText(context: Context, { item }: PreparedItem): string {
  return item.type === 'ratio' && item.score.kind === 'bands' ? percentBands(context, item) : '';
}

/** What sets an item apart in the score: bonus, deduction, knock-out, evidence. */
function specialRules({ words, language, questionnaire }: Context, item: Item): string[] {
  const points = (value: string): string => formatNumber(exact(value), language, questionnaire.scoring.decimals);
  const rules: string[] = [];
  if (item.role) rules.push(words(`rule.${item.role}`));
  if (item.knockOut?.capLevel !== undefined)
    rules.push(words('rule.knock-out.level', { below: points(item.knockOut.below), level: item.knockOut.capLevel }));
  if (item.knockOut?.zeroGroup) rules.push(words('rule.knock-out.group', { below: points(item.knockOut.below) }));
  if (item.evidenceFactor) {
    const factor = (value: string): string => formatPercent(multiply(exact(value), HUNDRED), language, 2);
    const { none, offered, approved, rejected } = item.evidenceFactor;
    rules.push(
      words('rule.evidence', {
        none: factor(none),
        offered: factor(offered),
        approved: factor(approved),
        rejected: factor(rejected),
      }),
    );
  }
  return rules;
}

const lowerFirst = (text: string): string =>
  // Abbreviations keep their capitals.
  /^\p{Lu}\p{Ll}/u.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
const sentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

function numberOf({ language }: Context, item: Extract<Item, { type: 'number' }>): (value: Exact) => string {
  const unit = item.unit ? ` ${item.unit[language]}` : '';
  return (value) => `${formatNumber(value, language, 6)}${unit}`;
}

/** The bands or the line of a figure: "đến 20%: 1 điểm; trên 20% đến 40%: 2 điểm". */
function scoreText(context: Context, rule: NumberScore, show: (value: Exact) => string): string {
  const { words, language, questionnaire } = context;
  const points = (value: string): string => formatNumber(exact(value), language, questionnaire.scoring.decimals);
  if (rule.kind === 'linear')
    return words('rule.linear', {
      zeroAt: show(exact(rule.zeroAt)),
      fullAt: show(exact(rule.fullAt)),
      points: points(rule.points),
    });
  if (rule.kind === 'per-unit') return words('rule.per-unit', { points: points(rule.points), most: points(rule.most) });
  const { bands, closed } = rule.table;
  return bands
    .map((band, index) => {
      const before = bands[index - 1];
      const range = bandText(context, {
        from: exact(before?.to ?? rule.table.from),
        to: band.to === null ? null : exact(band.to),
        first: index === 0,
        last: index === bands.length - 1,
        closed,
        show,
      });
      return words('rule.band', { range, points: points(band.value) });
    })
    .join('; ');
}

interface Band {
  readonly from: Exact;
  readonly to: Exact | null;
  readonly first: boolean;
  readonly last: boolean;
  readonly closed: 'upper' | 'lower';
  readonly show: (value: Exact) => string;
}

/** One band in words; says which end belongs to it. */
function bandText({ words }: Context, { from, to, first, last, closed, show }: Band): string {
  const params = { from: show(from), to: to === null ? '' : show(to) };
  const upper = closed === 'upper';
  if (to === null) return words(upper && !first ? 'rule.band.above' : 'rule.band.from', params);
  if (first && compare(from, to) === 0) return words('rule.band.single', params);
  if (first) return words(upper || last ? 'rule.band.upTo' : 'rule.band.below', params);
  if (upper) return words('rule.band.aboveTo', params);
  return words(last ? 'rule.band.fromTo' : 'rule.band.fromBelow', params);
}
