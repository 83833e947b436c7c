/**
 * Estimated text widths, so that a chart can be laid out without a screen. Classes of letters carry the advance widths
 * of Be Vietnam Pro rounded up, the widest of the fonts in use; marks on a vowel add nothing.
 */
const WIDTHS: readonly (readonly [letters: string, em: number])[] = [
  ["il'!|I.,:; ·", 0.29],
  ['j', 0.29],
  ['frt1()"“”/’-', 0.44],
  ['sJz', 0.53],
  ['kxhnuvyac?', 0.62],
  ['mMWw%', 0.93],
  ['OQCGDĐHNUAPXV', 0.78],
];
const OTHER = 0.7;
const BOLD = 1.03;

const BY_LETTER: ReadonlyMap<string, number> = new Map(
  WIDTHS.flatMap(([letters, em]) => [...letters].map((letter) => [letter, em] as const)),
);

/** Width of a line of text in the units of its size; never less than the real one by more than a few per cent. */
export function textWidth(text: string, size: number, bold = false): number {
  const bare = text.normalize('NFD').replace(/\p{M}/gu, '');
  let em = 0;
  for (const letter of bare) em += BY_LETTER.get(letter) ?? OTHER;
  return em * size * (bold ? BOLD : 1);
}

/** The pieces that a line may be broken between: words, and the parts of a word after its hyphens. */
function pieces(text: string): { readonly text: string; readonly glued: boolean }[] {
  return text
    .normalize('NFC')
    .split(/\s+/)
    .filter(Boolean)
    .flatMap((word) => word.split(/(?<=[^-]-)(?=[^-])/).map((part, index) => ({ text: part, glued: index > 0 })));
}

/** Width of the widest piece of a label, which no line break can make narrower. */
export function widestPiece(text: string, size: number, bold = false): number {
  return Math.max(0, ...pieces(text).map((piece) => textWidth(piece.text, size, bold)));
}

/**
 * Breaks a label at spaces and hyphens into lines no wider than `width`. Text that needs more than `most` lines ends with an
 * ellipsis; a single word that is too wide stays whole on its line.
 */
export function wrap(
  text: string,
  width: number,
  size: number,
  options: { bold?: boolean; most?: number } = {},
): string[] {
  const { bold = false, most = 2 } = options;
  const lines: string[] = [];
  let current = '';
  for (const { text: word, glued } of pieces(text)) {
    const longer = current === '' ? word : `${current}${glued ? '' : ' '}${word}`;
    if (current !== '' && textWidth(longer, size, bold) > width) {
      lines.push(current);
      current = word;
    } else current = longer;
  }
  if (current !== '') lines.push(current);
  return lines.length <= most
    ? lines
    : [...lines.slice(0, most - 1), shorten(lines.slice(most - 1).join(' '), width, size, bold)];
}

/** Cuts a text at a word so that it fits with an ellipsis. */
function shorten(text: string, width: number, size: number, bold: boolean): string {
  let words = text.split(' ');
  while (words.length > 1 && textWidth(`${words.join(' ')}…`, size, bold) > width) words = words.slice(0, -1);
  return `${words.join(' ')}…`;
}
