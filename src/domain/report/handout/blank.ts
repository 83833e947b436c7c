/** A questionnaire as a form to fill in by hand: what every question type prints comes from the registry of items. */
import { exact } from '../../exact/exact.ts';
import { optionDigits } from '../../items/digits.ts';
import { paperOf } from '../../items/registry.ts';
import type { Group, Item, Node, Questionnaire } from '../../questionnaire/types.ts';
import { isGroup, itemsOf } from '../../questionnaire/walk.ts';
import type { Language, LocalizedText } from '../../text/localized.ts';
import { formatNumber } from '../../text/numbers.ts';
import { plain } from '../context.ts';
import { shortHash } from '../source.ts';
import { handoutWords, type HandoutWords } from './words.ts';

/** One line of a question; `figure` is what is typed for it when the form is entered. */
export type BlankLine =
  | { readonly kind: 'tick'; readonly mark: 'one' | 'many'; readonly figure: string; readonly text: string }
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'write'; readonly label: string; readonly unit: string; readonly lines: number }
  | {
      readonly kind: 'table';
      readonly mark: 'one' | 'many';
      readonly columns: readonly string[];
      readonly rows: readonly string[];
    };

export interface BlankItem {
  readonly kind: 'item';
  readonly title: string;
  /** What the points are and whether the question is for everyone, in brackets after the title. */
  readonly about: string;
  readonly question: string;
  /** How a typed figure is judged, where no points stand beside boxes. */
  readonly help: string;
  readonly lines: readonly BlankLine[];
  /** Label of the line for the reason; empty where the question must be answered. */
  readonly notApplicable: string;
  /** Label of the room for citations; empty where none is wanted. */
  readonly evidence: string;
  readonly evidenceHint: string;
  readonly explanation: string;
}

export interface BlankGroup {
  readonly kind: 'group';
  readonly depth: number;
  readonly title: string;
}

export interface BlankForm {
  readonly language: Language;
  /** Of the file. */
  readonly title: string;
  readonly heading: string;
  readonly questionnaire: string;
  readonly notice: string;
  /** Labels of the lines at the top. */
  readonly fields: readonly string[];
  readonly how: { readonly title: string; readonly lines: readonly string[] };
  readonly body: readonly (BlankGroup | BlankItem)[];
  readonly end: string;
  readonly signatures: readonly [string, string];
  readonly program: string;
  /** Which questionnaire this is, in the foot of every page. */
  readonly identity: string;
  readonly page: string;
  /** YYYY-MM-DD */
  readonly issued: string;
}

export interface BlankInput {
  readonly questionnaire: Questionnaire;
  readonly hash: string;
  readonly language: Language;
  /** YYYY-MM-DD */
  readonly today: string;
}

export function buildBlank({ questionnaire, hash, language, today }: BlankInput): BlankForm {
  const words = handoutWords(language);
  const { id, version } = questionnaire;
  return {
    language,
    title: words('blank.title', { title: questionnaire.title[language] }),
    heading: words('blank.heading'),
    questionnaire: questionnaire.title[language],
    notice: questionnaire.provenance.notice[language],
    fields: [
      words('blank.unit'),
      words('blank.period'),
      words('blank.filledBy'),
      words('blank.position'),
      words('blank.date'),
    ],
    how: {
      title: words('blank.how'),
      lines: [words('blank.how.one'), words('blank.how.na'), words('blank.how.evidence'), words('blank.how.enter')],
    },
    body: questionnaire.groups.flatMap((group) => partsOf(group, 0, language, words)),
    end: words('blank.end', { count: [...itemsOf(questionnaire.groups)].length }),
    signatures: [words('blank.signature'), words('blank.approver')],
    program: words('program'),
    identity: words('blank.version', { id, version, hash: shortHash(hash) }),
    page: words('blank.page'),
    issued: today,
  };
}

function partsOf(node: Node, depth: number, language: Language, words: HandoutWords): (BlankGroup | BlankItem)[] {
  if (!isGroup(node)) return [itemPart(node, language, words)];
  return [
    groupPart(node, depth, language),
    ...node.children.flatMap((child) => partsOf(child, depth + 1, language, words)),
  ];
}

const coded = (code: string, title: string): string => (code === '' ? title : `${code}. ${title}`);

function groupPart({ code, title }: Group, depth: number, language: Language): BlankGroup {
  return { kind: 'group', depth, title: coded(code ?? '', plain(title[language])) };
}

function itemPart(item: Item, language: Language, words: HandoutWords): BlankItem {
  const lines = linesOf(item, language, words);
  const say = (text: LocalizedText | undefined): string => (text ? plain(text[language]) : '');
  const figures = lines.every(({ kind }) => kind === 'write');
  const about = [
    ...(item.scored ? [] : [words('blank.unscored')]),
    ...(item.weight === '1' ? [] : [words('blank.weight', { weight: formatNumber(exact(item.weight), language) })]),
  ];
  return {
    kind: 'item',
    title: coded(item.code, say(item.title)),
    about: about.join('; '),
    question: [say(item.question), item.showIf ? words('blank.if') : ''].filter((text) => text !== '').join(' '),
    help: figures ? say(item.help) : '',
    lines,
    notApplicable: item.notApplicable ? words('blank.na') : '',
    evidence:
      item.evidence === 'none'
        ? ''
        : words(item.evidence === 'required' ? 'blank.evidence.required' : 'blank.evidence'),
    evidenceHint: say(item.evidenceHint),
    explanation: item.type === 'text' ? '' : words('blank.explanation'),
  };
}

/** The figures that choose the options, the same as where the form is typed in. */
function figuresOf(item: Item, count: number): readonly string[] {
  if (item.type === 'ladder') return optionDigits(item.steps.map((step) => step.value));
  if (item.type === 'choice' || item.type === 'matrix') return optionDigits(item.options.map(({ points }) => points));
  return Array.from({ length: count }, (_, index) => String(index + 1));
}

function linesOf(item: Item, language: Language, words: HandoutWords): BlankLine[] {
  const lines = paperOf(item);
  const ticks = lines.filter(({ kind }) => kind === 'tick').length;
  const figures = figuresOf(item, ticks);
  let tick = 0;
  return lines.map((line): BlankLine => {
    switch (line.kind) {
      case 'tick': {
        const figure = figures[tick] ?? '';
        tick += 1;
        const text = plain(line.label[language]);
        // A figure that is the points itself needs no second telling.
        const points = line.points === null ? '' : formatNumber(exact(line.points), language);
        const told = points === '' || (points === figure && item.type === 'ladder');
        return {
          kind: 'tick',
          mark: line.mark,
          figure,
          text: told ? text : `${text} (${words('blank.points', { points })})`,
        };
      }
      case 'heading':
        return { kind: 'heading', text: plain(line.label[language]) };
      case 'write':
        return {
          kind: 'write',
          label: line.label ? plain(line.label[language]) : '',
          unit: line.unit ? plain(line.unit[language]) : '',
          lines: item.type === 'text' ? 4 : 1,
        };
      case 'table': {
        const shown = figuresOf(item, line.columns.length);
        return {
          kind: 'table',
          mark: line.mark,
          columns: line.columns.map((column, index) => `${shown[index] ?? ''}. ${plain(column[language])}`),
          rows: line.rows.map((row) => plain(row[language])),
        };
      }
    }
  });
}
