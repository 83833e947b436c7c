/** Shape of report details and passages wherever they come from outside. Lengths and lists are judged by `checkDetails`. */
import { z } from 'zod';
import { line } from '../assessment/schema.ts';
import { AUTHORITIES, DATE_CHOICES, LONGEST_DETAIL } from './details.ts';
import { LONGEST_PASSAGE } from './passages.ts';

const text = (key: keyof typeof LONGEST_DETAIL) => line(LONGEST_DETAIL[key]);

export const detailsSchema = z.strictObject({
  superior: text('superior'),
  issuer: text('issuer'),
  number: text('number'),
  symbol: text('symbol'),
  place: text('place'),
  dateChoice: z.enum(DATE_CHOICES),
  date: z.string().regex(/^(\d{4}-\d{2}-\d{2})?$/),
  addressees: text('addressees'),
  bases: text('bases'),
  authority: z.enum(AUTHORITIES),
  headTitle: text('headTitle'),
  signerTitle: text('signerTitle'),
  signerName: text('signerName'),
  copies: text('copies'),
});

export const passageSchema = line(LONGEST_PASSAGE);
