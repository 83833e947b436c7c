/**
 * What people add to a generated report: who issues it, to whom, on what basis, who signs. Everything is text as typed;
 * a blank field follows from the organisation or stays open on paper.
 */
import type { Problem } from '../problem.ts';
import { parseDay } from '../text/dates.ts';

/**
 * In whose place a document is signed, Nghị định 30/2020/NĐ-CP annex I part II.7: the head alone (TM. for a committee),
 * a deputy for the head (KT.), an acting head (Q.), by order of the head (TL.), by delegation (TUQ.).
 */
export const AUTHORITIES = ['head', 'deputy', 'acting', 'order', 'delegated'] as const;
export type Authority = (typeof AUTHORITIES)[number];

/** How much of the document's date is printed: the month with an open day, only the year, or a whole day. */
export const DATE_CHOICES = ['month', 'year', 'day'] as const;
export type DateChoice = (typeof DATE_CHOICES)[number];

export interface ReportDetails {
  /** Superior agency (cơ quan chủ quản); one line of the document per line of text. */
  readonly superior: string;
  /** Name of the issuing agency where it differs from the organisation's; lines as printed. */
  readonly issuer: string;
  /** Number of this one document; never carried to another one. */
  readonly number: string;
  /** Symbol after the number, with or without its stroke: "/BC-UBND". */
  readonly symbol: string;
  readonly place: string;
  readonly dateChoice: DateChoice;
  /** YYYY-MM-DD or empty; printed when `dateChoice` is "day". */
  readonly date: string;
  /** Kính gửi, one addressee per line. */
  readonly addressees: string;
  /** Căn cứ, one legal basis per line. */
  readonly bases: string;
  readonly authority: Authority;
  /** Position of the head of the agency: "Chủ tịch". */
  readonly headTitle: string;
  /** Position of the person who signs for the head, or who represents a firm. */
  readonly signerTitle: string;
  readonly signerName: string;
  /** Nơi nhận, one line each. */
  readonly copies: string;
}

export const EMPTY_DETAILS: ReportDetails = {
  superior: '',
  issuer: '',
  number: '',
  symbol: '',
  place: '',
  dateChoice: 'month',
  date: '',
  addressees: '',
  bases: '',
  authority: 'head',
  headTitle: '',
  signerTitle: '',
  signerName: '',
  copies: '',
};

/** Fields that hold free text. */
export type DetailText = Exclude<keyof ReportDetails, 'dateChoice' | 'date' | 'authority'>;

/** Most characters of each text. */
export const LONGEST_DETAIL: Readonly<Record<DetailText, number>> = {
  superior: 300,
  issuer: 300,
  number: 20,
  symbol: 60,
  place: 100,
  addressees: 2000,
  bases: 10_000,
  headTitle: 100,
  signerTitle: 200,
  signerName: 100,
  copies: 2000,
};

/** Most lines of the texts that are lists; the names of agencies stand in a narrow column. */
export const MOST_LINES = { superior: 3, issuer: 4, addressees: 20, bases: 40, copies: 30 } as const;
export type DetailList = keyof typeof MOST_LINES;

const LISTS = Object.keys(MOST_LINES) as DetailList[];
export const DETAIL_TEXTS = Object.keys(LONGEST_DETAIL) as DetailText[];

/** The entries of a list that is kept as text: its lines without blank ones. */
export function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

/** What cannot be printed as it is; the path of each problem is the field. */
export function checkDetails(details: ReportDetails): Problem[] {
  const long = DETAIL_TEXTS.flatMap((key): Problem[] => {
    const { length } = details[key];
    const max = LONGEST_DETAIL[key];
    return length > max ? [{ path: [key], code: 'too-long', params: { length, max } }] : [];
  });
  const many = LISTS.flatMap((key): Problem[] => {
    const count = linesOf(details[key]).length;
    const max = MOST_LINES[key];
    return count > max ? [{ path: [key], code: 'too-many', params: { count, max } }] : [];
  });
  const day: Problem[] =
    details.date !== '' && parseDay(details.date) === null
      ? [{ path: ['date'], code: 'shape', params: { reason: 'YYYY-MM-DD' } }]
      : [];
  return [...long, ...many, ...day];
}

/** What a new report of the same organisation starts with: everything but the number and day of one document. */
export function rememberedDetails(details: ReportDetails): ReportDetails {
  const dateChoice = details.dateChoice === 'day' ? EMPTY_DETAILS.dateChoice : details.dateChoice;
  return { ...details, number: '', dateChoice, date: '' };
}

/** Has anything been filled in? */
export function hasDetails(details: ReportDetails): boolean {
  return (Object.keys(EMPTY_DETAILS) as (keyof ReportDetails)[]).some((key) => details[key] !== EMPTY_DETAILS[key]);
}
