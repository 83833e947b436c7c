import type { English } from '../catalogue.ts';
import type { entry as vi } from '../vi/entry.ts';

export const entry: English<typeof vi> = {
  'entry.title': 'Type in a paper form',
  'entry.intro':
    'The questions stand in the order of the paper. Type the figure of the option; Enter or Tab goes on, Shift+Enter back. For several options type their figures, such as 1 3 4; type - where there is none; F8 says that a question does not apply. Every field is saved at once.',
  'entry.type-ahead': 'Go to the next field as soon as an option is typed',
  'entry.one-by-one': 'One question at a time',
  'entry.count': '{{settled}} of {{total}} typed in',
  'entry.open': 'Type in a paper form',
  'entry.wrong.option': 'No option has this figure. See the figures on the left.',
  'entry.wrong.number': 'This number cannot be read. Write it as 1234 or 12.5.',
  'entry.wrong.date': 'This date cannot be read. Write it as 08/12/2025.',
  'entry.wrong.incomplete': 'All fields of this question are needed.',
  'entry.wrong.value': 'This value does not fit the question.',
};
