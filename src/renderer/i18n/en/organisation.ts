import type { English } from '../catalogue.ts';
import type { organisation as vi } from '../vi/organisation.ts';

export const organisation: English<typeof vi> = {
  'organisation.title': 'Organisation profile',
  'organisation.new-title': 'Enter the organisation',
  'organisation.name': 'Name',
  'organisation.name-hint': 'As on official documents, for example: UBND xã Trường Đông.',
  'organisation.name-missing': 'Enter a name',
  'organisation.kind': 'Kind',
  'organisation.kind-choose': 'Choose a kind',
  'organisation.kind-missing': 'Choose a kind from the list',
  'organisation.family-agency': 'Government agencies and units',
  'organisation.family-enterprise': 'Enterprises, household businesses, cooperatives',
  'organisation.province': 'Province or city',
  'organisation.province-none': 'Not given',
  'organisation.code': 'Administrative unit code',
  'organisation.code-hint':
    'From the current list of administrative units: those who collect results recognise the unit even if the name is written differently.',
  'organisation.tax-code': 'Tax code',
  'organisation.tax-code-hint':
    'Those who collect results recognise the enterprise even if the name is written differently.',
  'organisation.address': 'Address',
  'organisation.contact': 'Contact',
  'organisation.contact-hint':
    'A shared telephone number or e-mail address, only to be printed on reports. The program keeps nothing else about persons.',
  'organisation.predecessors': 'Formed from',
  'organisation.predecessors-hint':
    'Many communes and wards were rearranged or merged from 1 July 2025. Choose the former units that the program already knows, to keep the link with figures from before the merger.',
  'organisation.predecessors-none':
    'No other organisation is known yet; enter the former unit first and come back when needed.',
  'organisation.too-long': '{{field}}: shorten to at most {{max}} characters',
  'organisation.to-correct': 'Correct before saving',
  'organisation.save': 'Save changes',
  'organisation.save-new': 'Save and choose a questionnaire',
  'organisation.saved': '{{name}} has been saved',
  'organisation.restored': 'Unfinished changes from last time are still here and have not been saved.',
  'organisation.discard': 'Discard unfinished changes',
};
