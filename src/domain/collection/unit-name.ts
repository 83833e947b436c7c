/**
 * Names of administrative units as a key that does not change with the spelling: prefix, place of the tone mark, way of
 * composing letters, look-alike Đ, abbreviations. The tones themselves stay: Tân Hưng and Tân Hùng are two communes.
 */
import { foldText } from '../text/normalize.ts';

/** What kind of unit a name says it is. */
export type UnitType = 'xa' | 'phuong' | 'thi-tran' | 'dac-khu' | 'huyen' | 'quan' | 'thi-xa' | 'thanh-pho' | 'tinh';

/** One way to read a name. */
export interface NameReading {
  /** With tones: words parted by spaces, the tone of each word at its end. */
  readonly key: string;
  /** Without any marks. */
  readonly plain: string;
  /** Null where the name does not say it. */
  readonly type: UnitType | null;
}

export interface UnitName {
  /** Two where a word may be a prefix or part of the name: "xa phien" is xã Phiên or Xà Phiên. */
  readonly readings: readonly NameReading[];
  /** Typed without a single Vietnamese mark. */
  readonly unmarked: boolean;
  /** Plain names of the units above it, where they are given: behind a comma, a dash, in brackets, after "huyện". */
  readonly within: readonly string[];
}

/** Bodies in front of a unit's name, folded. */
const BODY =
  /^(?:(?:van phong|vp|trung tam phuc vu hanh chinh cong|ttphcc|ttpvhcc|hdnd|hoi dong nhan dan|va|&|-|ubnd|uy ban nhan dan|ub nhan dan|ub)\s+)+/;

/** The word as it is written properly, without marks, and its abbreviations; a space or a figure follows them. */
const TYPES: readonly (readonly [type: UnitType, proper: string, bare: string, short: RegExp])[] = [
  ['thi-tran', 'thị trấn', 'thi tran', /^(?:tt\.|tt\s)/],
  ['dac-khu', 'đặc khu', 'dac khu', /^(?:đk\.|đk\s|dk\.)/],
  ['thi-xa', 'thị xã', 'thi xa', /^(?:tx\.|tx\s)/],
  ['thanh-pho', 'thành phố', 'thanh pho', /^(?:tp\.|tp\s)/],
  ['phuong', 'phường', 'phuong', /^(?:p\.|p\s|f\.|[pf](?=\d))/],
  ['xa', 'xã', 'xa', /^(?:x\.|x\s)/],
  ['huyen', 'huyện', 'huyen', /^(?:h\.|h\s)/],
  ['quan', 'quận', 'quan', /^(?:q\.|q\s|q(?=\d))/],
  ['tinh', 'tỉnh', 'tinh', /^(?:t\.)/],
];

const TONES: Readonly<Record<string, string>> = {
  '\u0300': '2',
  '\u0309': '3',
  '\u0303': '4',
  '\u0301': '5',
  '\u0323': '6',
};

/** One word in letters with their vowel marks, the tone behind it; y as i where both are in use (Mỹ, Mĩ). */
function wordKey(word: string): string {
  let tone = '';
  const letters = [...word.normalize('NFD')].filter((letter) => {
    const found = TONES[letter];
    if (found) tone = found;
    return !found;
  });
  const toneless = letters.join('').normalize('NFC');
  return toneless.replace(/^([bcdđghklmnprstvx]*|qu)y$/, '$1i').replace(/^0+(?=\d)/, '') + tone;
}

const words = (text: string): string[] => text.split(/[^\p{L}\p{M}\p{N}]+/u).filter((word) => word !== '');
const plainWords = (text: string): string =>
  words(foldText(text))
    .map((word) => word.replace(/^0+(?=\d)/, ''))
    .join(' ');

/** Everything that looks the same is the same: NFC, Đ of other alphabets, dashes, spaces, lower case. */
function even(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\u00D0\u0189\u00F0\u0256]/g, 'đ')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/[\u200B-\u200D\u2060\uFEFF]/g, '')
    .replace(/[\s\u00A0_]+/g, ' ')
    .trim()
    .toLowerCase()
    .normalize('NFC');
}

/** Folded text with one character for each character of composed text, so that places stay. */
const foldPlaces = (text: string): string =>
  [...text].map((letter) => letter.normalize('NFD').charAt(0).replace('đ', 'd')).join('');

interface Untyped {
  readonly rest: string;
  readonly type: UnitType | null;
  /** The prefix could be a word of the name. */
  readonly doubtful: boolean;
}

/** Takes the word for the kind of unit off the front. Tones tell "phường" from "Phương Thịnh", as long as they are typed. */
function untyped(text: string): Untyped {
  for (const [type, proper, bare, short] of TYPES) {
    if (text.startsWith(`${proper} `)) return { rest: text.slice(proper.length + 1), type, doubtful: false };
    const abbreviation = short.exec(text)?.[0] ?? '';
    if (abbreviation !== '' && abbreviation.length < text.length)
      return { rest: text.slice(abbreviation.length).trim(), type, doubtful: false };
    const numbered = new RegExp(`^(?:${proper}|${bare})(?=\\d)`).exec(text)?.[0];
    if (numbered) return { rest: text.slice(numbered.length), type, doubtful: false };
    if (text.startsWith(`${bare} `)) return { rest: text.slice(bare.length + 1), type, doubtful: true };
  }
  return { rest: text, type: null, doubtful: false };
}

/** A unit above, without the word for what it is: "H. Tân Châu" and "huyện Tân Châu" are "tan chau". */
export const plainName = (text: string): string => plainWords(untyped(even(text)).rest);

/** Where the name ends and units above it begin. */
const ABOVE =
  /\s*[,;()|/]\s*|\s-\s?|-\s|\s(?=(?:huyện|h\.|huyen|thị xã|thi xa|tx\.?|thành phố|thanh pho|tp\.?|quận|tỉnh)\s)/;

/** Reads a name as people write it. */
export function readUnitName(text: string): UnitName {
  const whole = even(text);
  const body = BODY.exec(foldPlaces(whole))?.[0] ?? '';
  const [head = '', ...above] = whole
    .slice(body.length === whole.length ? 0 : body.length)
    .split(ABOVE)
    .filter((part) => part !== '');
  const { rest, type, doubtful } = untyped(head);
  const reading = (name: string, of: UnitType | null): NameReading => ({
    key: words(name).map(wordKey).join(' '),
    plain: plainWords(name),
    type: of,
  });
  return {
    readings: [reading(rest, type), ...(doubtful ? [reading(head, null)] : [])],
    unmarked: head === foldPlaces(head),
    within: above.map(plainName).filter((name) => name !== ''),
  };
}

const SHORT: readonly (readonly [proper: string, short: string])[] = [
  ['xã ', 'X. '],
  ['phường ', 'P. '],
  ['thị trấn ', 'TT. '],
  ['đặc khu ', 'ĐK. '],
];

/** A name for narrow places: without the body in front, the kind of unit abbreviated: "UBND xã An Cơ" is "X. An Cơ". */
export function shortUnitName(text: string): string {
  const name = text.normalize('NFC').trim();
  const body = BODY.exec(foldPlaces(name.toLowerCase()))?.[0] ?? '';
  const bare = body.length < name.length ? name.slice(body.length) : name;
  const found = SHORT.find(([proper]) => bare.toLowerCase().startsWith(proper));
  return found ? `${found[1]}${bare.slice(found[0].length)}` : bare;
}
