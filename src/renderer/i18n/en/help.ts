import type { English } from '../catalogue.ts';
import type { help as vi } from '../vi/help.ts';

export const help: English<typeof vi> = {
  'help.title': 'Help',
  'help.search': 'Search the help',
  'help.search-hint': 'Accents are optional.',
  'help.found_one': '{{count}} article',
  'help.found_other': '{{count}} articles',
  'help.nothing': 'No article has all of these words. Try a shorter word, or choose an article from the list.',
  'help.articles': 'Help articles',
  'help.all': 'All help articles',
  'help.open-page': 'Open the help page',
  'help.intro': 'The help is part of the program and needs no network. F1 opens it from every screen.',
  'help.none': 'There is no such help article. Choose one from the list.',
  'help.back': 'Go back',
  'help.see-also': 'See also',
};
