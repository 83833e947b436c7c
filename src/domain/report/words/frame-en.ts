import type { Catalogue } from '../../wording/catalogue.ts';
import type { frameVi } from './frame-vi.ts';

/** Head, signature and annexes of an agency's document in English. */
export const frameEn: Catalogue<typeof frameVi> = {
  'annex.ordinal': 'Annex {{roman}}',
  'annex.attached': '(To Report no. {{number}} of {{day}} {{month}} {{year}} by {{organisation}})',
  'agency.number': 'No.: {{symbol}}',
  'agency.symbol.committee': 'BC-UBND',
  'agency.symbol.other': 'BC-…',
  'agency.date': '{{place}}, {{day}} {{month}} {{year}}',
  'agency.date.blank': '…',
  'agency.place.blank': '………',
  'agency.capacity.committee': 'FOR THE PEOPLE’S COMMITTEE',
  'agency.position.committee': 'CHAIRPERSON',
  'agency.position.other': 'HEAD OF THE AGENCY',
  'agency.position.deputy': 'DEPUTY {{head}}',
  'agency.position.blank': '………………',
  'agency.authority.deputy': 'FOR THE {{head}}',
  'agency.authority.acting': 'ACTING {{head}}',
  'agency.authority.order': 'BY ORDER OF THE {{head}}',
  'agency.authority.delegated': 'BY DELEGATION OF THE {{head}}',
  'agency.copies': 'As above\nFiled: records office',
};
