/**
 * The running text of the agency report: result; comparison; assessment and tasks. Figures, conditions and comparison
 * are generated; the passages that people may write themselves have their only draft here.
 */
import { compare, type Exact } from '../exact/exact.ts';
import type { Group } from '../questionnaire/types.ts';
import { formalName } from './agency.ts';
import { levelInline, lettered, percentText, periodInline, scoreOf, topGroups, type Context } from './context.ts';
import { profileCaption } from './charts.ts';
import { changeOf, changeText, figureOrNull, type Change } from './figures.ts';
import { shareOf } from '../scoring/summary.ts';
import type { AgencyParts, Block, ConditionLine, EvidenceLine, ItemLine, ReportModel } from './model.ts';
import { passageBlocks, passageText, type PassageId } from './passages.ts';
import { byShare, commonChangeUnit, valueOf } from './pillars.ts';
import { besideFacts, targetOf, targetText } from './result.ts';

/** What the text draws on besides the context. */
export interface BodyParts {
  readonly result: ReportModel['result'];
  readonly steps: ReportModel['steps'];
  readonly items: readonly ItemLine[];
  readonly evidence: readonly EvidenceLine[];
  readonly annexes: AgencyParts['annexes'];
}

/** Tasks that the running text names; the others are in the annex. */
const TASKS_IN_TEXT = 5;
/** Groups named as highest and lowest. */
const NAMED = 3;

const heading = (text: string): Block => ({ kind: 'heading', text });
const subheading = (number: number, text: string): Block => ({ kind: 'subheading', text: `${number}. ${text}` });
const sentences = (...all: readonly string[]): string => all.filter((sentence) => sentence !== '').join(' ');
const paragraph = (...all: readonly string[]): Block => ({ kind: 'paragraph', text: sentences(...all) });

/** The drafts of all passages, from figures only. Causes and proposals no figure can tell: they are left to people. */
export function draftPassages(context: Context, parts: BodyParts): Record<PassageId, string> {
  return {
    results: passageText(generalResult(context, parts)),
    strengths: passageText([sentences(...strongPoints(context, parts))]),
    shortcomings: passageText([sentences(...openPoints(context, parts))]),
    causes: '',
    tasks: passageText(tasks(context, parts)),
    proposals: '',
  };
}

export function buildBody(context: Context, parts: BodyParts): Block[] {
  const { words, input, questionnaire } = context;
  const organisation = formalName(input.organisation.name).name;
  const drafts = draftPassages(context, parts);
  const passage = (id: PassageId): Block[] => passageBlocks(input.passages[id] ?? drafts[id]);
  const period = periodInline(context, input.period);
  return [
    paragraph(
      words('body.opening', {
        questionnaire: questionnaire.title[context.language],
        version: questionnaire.version,
        organisation,
        period,
      }),
    ),
    heading(words('body.1')),
    subheading(1, words('body.1.general')),
    ...passage('results'),
    ...results(context, parts),
    ...comparison(context, parts),
    heading(words('body.3')),
    subheading(1, words('body.3.good')),
    ...passage('strengths'),
    subheading(2, words('body.3.open')),
    ...passage('shortcomings'),
    subheading(3, words('body.3.causes')),
    ...passage('causes'),
    subheading(4, words('body.3.tasks')),
    ...passage('tasks'),
    subheading(5, words('body.3.proposals')),
    ...passage('proposals'),
    paragraph(words('body.closing', { organisation, period })),
  ];
}

function conditionPoints(context: Context, conditions: readonly ConditionLine[]): Block[] {
  const { words } = context;
  const entries = conditions.map(
    (condition) =>
      `${condition.text.replace(/\.$/, '')} (${words(condition.met ? 'label.condition.met' : 'label.condition.unmet').toLowerCase()}).`,
  );
  return lettered(context, entries).map((text) => ({ kind: 'point', text }));
}

/** "Hạ tầng (62,5%); Nhân lực (60,0%)" */
function named(context: Context, groups: readonly { readonly group: Group }[]): string {
  const { words, language } = context;
  return groups
    .map(({ group }) => words('body.named', { title: group.title[language], value: valueOf(context, group.id) }))
    .join('; ');
}

/** Level, total, progress and where the details are: one paragraph each. */
function generalResult(context: Context, { result, annexes }: BodyParts): string[] {
  const { words, input, questionnaire, precision, language } = context;
  const { score } = input;
  const organisation = formalName(input.organisation.name).name;
  const levels = questionnaire.levels.map((level) => level.value);
  const value = figureOrNull(score.value, precision.groups, language);
  const max = figureOrNull(score.max, precision.groups, language);
  const { answered, total, notApplicable, unanswered } = score.tally;
  const levelSentence =
    questionnaire.scoring.overall.kind === 'none'
      ? words('body.1.unranked')
      : score.level === null
        ? words('body.1.unlevelled', { organisation })
        : words('body.1.level', {
            organisation,
            level: levelInline(context, score.level),
            lowest: Math.min(...levels),
            highest: Math.max(...levels),
            meaning: result.meaning,
          });
  const valueSentence =
    value && max
      ? words(`body.1.${context.totalKind}`, {
          value: value.text,
          max: max.text,
          percent: percentText(context, shareOf(score)),
        })
      : '';
  const beside = besideFacts(context)
    .filter((fact) => fact.figure === undefined || context.totalKind !== 'mean')
    .map((fact) => words('body.1.beside', { label: fact.label, value: fact.text }));
  return [
    levelSentence,
    sentences(
      valueSentence,
      ...beside,
      words('body.1.progress', { answered, total }),
      notApplicable > 0 ? words('body.1.progress.na', { notApplicable }) : '',
      unanswered > 0 ? words('body.1.progress.open', { unanswered }) : '',
    ),
    sentences(
      words('body.1.annexes', { form: annexes.form.ordinal }),
      annexes.evidence ? words('body.1.annexes.evidence', { evidence: annexes.evidence.ordinal }) : '',
      words('body.1.annexes.method', { method: annexes.method.ordinal }),
    ),
  ];
}

/** Why the level is held, and the groups with what stands out. */
function results(context: Context, { result }: BodyParts): Block[] {
  const { words, input, questionnaire } = context;
  const { score } = input;
  const groups = byShare(context);
  const best = groups[0];
  const worst = groups.at(-1);
  const lowestPrinted = questionnaire.scoring.beside.includes('lowest');
  return [
    ...(result.held.length === 0 || score.level === null
      ? []
      : [
          subheading(2, words('body.1.reasons')),
          paragraph(words('body.1.reasons.held', { level: levelInline(context, score.level) })),
          ...conditionPoints(context, result.held),
        ]),
    subheading(result.held.length === 0 || score.level === null ? 2 : 3, words('body.1.groups')),
    { kind: 'pillars' },
    { kind: 'profile', caption: words('body.1.figure', { what: profileCaption(context) }) },
    ...(best && worst && compare(best.share, worst.share) !== 0
      ? [
          paragraph(
            words('body.1.best', {
              titles: named(
                context,
                groups.filter((g) => compare(g.share, best.share) === 0),
              ),
            }),
            lowestPrinted
              ? ''
              : words('body.1.worst', {
                  titles: named(
                    context,
                    groups.filter((g) => compare(g.share, worst.share) === 0),
                  ),
                }),
          ),
        ]
      : []),
  ];
}

function comparison(context: Context, { result }: BodyParts): Block[] {
  const { words, input, questionnaire } = context;
  const target = targetOf(context);
  const ranks = questionnaire.scoring.overall.kind !== 'none';
  const sentences = [
    [previousText(context)],
    ...(ranks ? [[target ? targetText(context, target) : words('body.2.noTarget')]] : []),
  ];
  const numbered = sentences.map(([first = ''], index) => paragraph(`${index + 1}. ${first}`));
  if (!ranks) return [heading(words('body.2')), ...numbered];
  const order = sentences.length + 1;
  const next = input.reasons.next;
  const last: Block[] =
    next === null
      ? [paragraph(`${order}. ${words('body.2.top')}`)]
      : next.conditions.length === 0
        ? [paragraph(`${order}. ${words('steps.next.none', { level: levelInline(context, next.level) })}`)]
        : [
            paragraph(`${order}. ${words('body.2.next', { level: levelInline(context, next.level) })}`),
            ...conditionPoints(context, result.next?.conditions ?? []),
          ];
  return [heading(words('body.2')), ...numbered, ...last];
}

function previousText(context: Context): string {
  const { words, input, before } = context;
  if (!input.previous || !before) return words('body.2.noPrevious');
  const unit = commonChangeUnit(context);
  const facts = [levelFact(context), valueFact(context, unit)].filter((fact) => fact !== '');
  const changes = topGroups(context).flatMap(({ group }) => {
    const change = changeOf(scoreOf(context, group.id), before.byId.get(group.id) ?? null, unit);
    return change === null ? [] : [{ title: group.title[context.language], change }];
  });
  const side = ({ change }: { change: Change }): number => (change.by.n > 0n ? 1 : change.by.n < 0n ? -1 : 0);
  const sorted = [...changes].sort((a, b) => compare(b.change.by, a.change.by));
  const most = sorted[0];
  const least = sorted.at(-1);
  const one = ({ title, change }: (typeof changes)[number]) => ({
    title,
    change: changeText(words, change, context.precision),
  });
  return [
    words('body.2.previous', { period: periodInline(context, input.previous.period), facts: facts.join('; ') }),
    words('body.2.groups', {
      up: changes.filter((entry) => side(entry) > 0).length,
      down: changes.filter((entry) => side(entry) < 0).length,
      same: changes.filter((entry) => side(entry) === 0).length,
    }),
    most && side(most) > 0 ? words('body.2.most', one(most)) : '',
    least && side(least) < 0 ? words('body.2.least', one(least)) : '',
  ]
    .filter((sentence) => sentence !== '')
    .join(' ');
}

function levelFact(context: Context): string {
  const { words, input, before } = context;
  const now = input.score.level;
  const was = before?.level ?? null;
  if (now === null || was === null) return '';
  if (now === was) return words('body.2.level.same', { now: levelInline(context, now) });
  return words('body.2.level', {
    before: levelInline(context, was),
    to: words(now > was ? 'body.2.level.up' : 'body.2.level.down'),
    now: levelInline(context, now),
  });
}

function valueFact(context: Context, unit: Change['unit']): string {
  const { words, input, before, precision, language } = context;
  const change = changeOf(input.score, before, unit);
  const show = (value: Exact | null, share: Exact | null): string =>
    unit === 'percent' ? percentText(context, share) : (figureOrNull(value, precision.groups, language)?.text ?? '');
  if (change === null || before === null) return '';
  const now = show(input.score.value, shareOf(input.score));
  const what = words(`body.what.${context.totalKind}`);
  if (change.by.n === 0n) return words('body.2.same', { what, now });
  return words('body.2.value', {
    what,
    change: changeText(words, change, precision),
    before: show(before.value, shareOf(before)),
    now,
  });
}

/** Groups above or below the overall share, the outermost first. */
function apart(context: Context, side: 1 | -1): { readonly group: Group }[] {
  const overall = shareOf(context.input.score);
  const groups = byShare(context);
  if (overall === null) return [];
  // Sorted anew for the lowest, so that equal ones keep the order of the questionnaire.
  return (side > 0 ? groups : [...groups].sort((a, b) => compare(a.share, b.share)))
    .filter(({ share }) => compare(share, overall) === side)
    .slice(0, NAMED);
}

function strongPoints(context: Context, { items, evidence }: BodyParts): string[] {
  const { words } = context;
  const above = apart(context, 1);
  const scored = items.filter((item) => item.points !== null);
  const full = scored.filter((item) => item.points?.exact === item.max?.exact).length;
  const cited = items.filter((item) => context.records.get(item.id)?.evidence.length).length;
  return [
    above.length > 0 ? words('body.3.good.groups', { titles: named(context, above) }) : words('body.3.good.even'),
    full > 0 ? words('body.3.good.full', { count: full, total: scored.length }) : '',
    evidence.length > 0 ? words('body.3.good.evidence', { count: evidence.length, items: cited }) : '',
  ];
}

function openPoints(context: Context, { items }: BodyParts): string[] {
  const { words } = context;
  const codes = (chosen: readonly ItemLine[]): string => chosen.map((item) => item.code).join(', ');
  const below = apart(context, -1);
  const missing = items.filter((item) => item.evidenceMissing);
  const unanswered = items.filter(
    (item) => item.max !== null && (context.records.get(item.id)?.answer.state ?? 'unanswered') === 'unanswered',
  );
  const flagged = items.filter((item) => context.records.get(item.id)?.flagged);
  const sentences = [
    below.length > 0 ? words('body.3.open.groups', { titles: named(context, below) }) : '',
    missing.length > 0 ? words('body.3.open.evidence', { codes: codes(missing) }) : '',
    unanswered.length > 0 ? words('body.3.open.unanswered', { codes: codes(unanswered) }) : '',
    flagged.length > 0 ? words('body.3.open.flagged', { codes: codes(flagged) }) : '',
  ];
  return sentences.every((sentence) => sentence === '') ? [words('body.3.open.nothing')] : sentences;
}

/** What to do next, the first few by name. */
function tasks(context: Context, { steps, annexes }: BodyParts): string[] {
  const { words } = context;
  const shown = steps.lines.slice(0, TASKS_IN_TEXT);
  const entries = shown.map(({ title, code, raise, advice }) =>
    words(advice === '' ? 'body.3.task' : 'body.3.task.advice', { title, code, raise, advice }),
  );
  const rest = steps.lines.length > shown.length ? 'body.3.more' : 'body.3.all';
  return [
    steps.statement,
    ...lettered(context, entries),
    ...(annexes.steps && shown.length > 0 ? [words(rest, { annex: annexes.steps.ordinal })] : []),
    ...(annexes.plan ? [words('body.3.plan', { annex: annexes.plan.ordinal })] : []),
  ];
}
