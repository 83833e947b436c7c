/** Head, address and signature of a document, from the organisation and what people filled in (Nghị định 30/2020/NĐ-CP). */
import type { Organisation } from '../assessment/organisation.ts';
import { documentMonth, parseDay, type Day } from '../text/dates.ts';
import type { Language } from '../text/localized.ts';
import { formalName } from './agency.ts';
import { linesOf, type ReportDetails } from './details.ts';
import type { Fact, FirmClosing, Frame } from './model.ts';
import type { ReportWords } from './words/index.ts';

export interface FrameInput {
  readonly details: ReportDetails;
  readonly organisation: Pick<Organisation, 'name'>;
  /** Empty when the organisation names no province. */
  readonly provinceName: string;
  readonly today: Day;
  readonly language: Language;
  readonly words: ReportWords;
}

const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
const capitals = (text: string): string => text.trim().toUpperCase();
const two = (value: number): string => String(value).padStart(2, '0');

/** A list as documents end it: every entry with ";", the last one with ".". Marks that were typed are not doubled. */
export function listed(entries: readonly string[], mark = ''): string[] {
  return entries.map((entry, index) => {
    const bare = entry.replace(/^[-–•+]\s*/, '').replace(/[\s;.,]+$/, '');
    return `${mark}${bare}${index === entries.length - 1 ? '.' : ';'}`;
  });
}

const isCommittee = ({ organisation }: FrameInput): boolean => formalName(organisation.name).place !== null;

/** The whole frame of an agency's document; number, day and signature stay open where nothing was filled in. */
export function agencyFrame(input: FrameInput): Frame {
  const { details, organisation, words, language, today } = input;
  const formal = formalName(organisation.name);
  const committee = isCommittee(input);
  const own = linesOf(details.issuer).map(capitals);
  const number = documentNumber(input, committee);
  const addressees = linesOf(details.addressees);
  const copies = linesOf(details.copies);
  const { day, month, year } = dateParts(details, today, language, words);
  return {
    superior: linesOf(details.superior).map(capitals),
    issuer: own.length > 0 ? own : formal.lines,
    number: words('agency.number', { symbol: number }),
    placeAndDate: words('agency.date', { place: placeOf(input, formal.place), day, month, year }),
    addressees: addressees.length > 1 ? listed(addressees, '- ') : addressees.map((line) => line.replace(/^-\s*/, '')),
    bases: listed(linesOf(details.bases)),
    signing: signingLines(details, committee, words),
    signer: details.signerName.trim(),
    copies: listed(copies.length > 0 ? copies : words('agency.copies').split('\n'), '- '),
    attached: words('annex.attached', { number, day, month, year, organisation: formal.name }),
  };
}

/** What a firm puts under its sheet; null when it filled in nothing. */
export function firmClosing(input: FrameInput): FirmClosing | null {
  const { details, today, language, words } = input;
  const addressees = linesOf(details.addressees);
  const signer = details.signerName.trim();
  const position = capitals(details.signerTitle);
  const filled = [details.place.trim(), signer, position, details.date, ...addressees].some((text) => text !== '');
  if (!filled) return null;
  const { day, month, year } = dateParts(details, today, language, words);
  return {
    addressees,
    placeAndDate: words('agency.date', { place: placeOf(input, null), day, month, year }),
    position: position === '' ? words('firm.position') : position,
    signer,
  };
}

/** What was filled in, for the list of facts in the workbook. */
export function frameFacts(input: FrameInput, family: 'agency' | 'enterprise'): Fact[] {
  const { details, words } = input;
  const agency = family === 'agency';
  const joined = (text: string): string => linesOf(text).join('; ');
  const facts: Fact[] = [
    { label: words('fact.superior'), text: agency ? joined(details.superior) : '' },
    {
      label: words('fact.documentNumber'),
      text: agency && details.number.trim() !== '' ? documentNumber(input, isCommittee(input)) : '',
    },
    { label: words('fact.addressees'), text: joined(details.addressees) },
    { label: words(agency ? 'fact.signer' : 'fact.representative'), text: details.signerName.trim() },
  ];
  return facts.filter((fact) => fact.text !== '');
}

/** "05/BC-UBND", or with an open number "…/BC-UBND". */
function documentNumber({ details, words }: FrameInput, committee: boolean): string {
  const typed = details.symbol.replace(/^[\s…./]+/, '').trim();
  const symbol =
    typed === '' ? words(committee ? 'agency.symbol.committee' : 'agency.symbol.other') : typed.toUpperCase();
  const number = details.number.trim();
  // Numbers below ten get a leading zero.
  return `${number === '' ? '…' : number.replace(/^\d$/, '0$&')}/${symbol}`;
}

function placeOf({ details, provinceName, words }: FrameInput, formalPlace: string | null): string {
  const typed = details.place.trim();
  if (typed !== '') return typed;
  const place = formalPlace ?? provinceName;
  return place === '' ? words('agency.place.blank') : capitalised(place);
}

/** Day and month as the decree writes them: days below 10 and the months 1 and 2 with a leading zero. */
function dateParts(
  { dateChoice, date }: ReportDetails,
  today: Day,
  language: Language,
  words: ReportWords,
): { readonly day: string; readonly month: string; readonly year: number } {
  const open = words('agency.date.blank');
  const chosen = dateChoice === 'day' ? parseDay(date) : null;
  if (chosen) {
    const day = language === 'vi' ? two(chosen.day) : String(chosen.day);
    return { day, month: documentMonth(chosen.month, language), year: chosen.year };
  }
  return {
    day: open,
    month: dateChoice === 'year' ? open : documentMonth(today.month, language),
    year: today.year,
  };
}

/**
 * The lines above the signature. A committee decides as a body, so its head and deputies sign for it (TM.); whoever
 * signs by order or delegation signs for the head alone.
 */
export function signingLines(details: ReportDetails, committee: boolean, words: ReportWords): string[] {
  const head = capitals(
    details.headTitle.trim() || words(committee ? 'agency.position.committee' : 'agency.position.other'),
  );
  const body = committee ? [words('agency.capacity.committee')] : [];
  const signer = capitals(details.signerTitle);
  const open = words('agency.position.blank');
  switch (details.authority) {
    case 'head':
      return [...body, head];
    case 'acting':
      return [...body, words('agency.authority.acting', { head })];
    case 'deputy':
      return [...body, words('agency.authority.deputy', { head }), signer || words('agency.position.deputy', { head })];
    case 'order':
      return [words('agency.authority.order', { head }), signer || open];
    case 'delegated':
      return [words('agency.authority.delegated', { head }), signer || open];
  }
}
