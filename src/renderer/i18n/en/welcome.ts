import type { English } from '../catalogue.ts';
import type { welcome as vi } from '../vi/welcome.ts';

export const welcome: English<typeof vi> = {
  'welcome.title': 'Measure the digital maturity of your organisation',
  'welcome.what':
    'With Thước Số, commune offices and small and medium enterprises assess themselves against a set of criteria, learn which level they have reached and what to do first. It runs on this computer alone and needs no internet.',
  'welcome.later': 'All of this can be changed at any time in Settings.',
  'welcome.language': 'Language',
  'welcome.mode': 'Use Thước Số as',
  'welcome.person': 'Name of the person at work',
  'welcome.person-hint': 'Stands in the history of answers; kept on this computer only.',
  'welcome.declare': 'Enter the organisation',
  'welcome.samples': 'Try the sample data',
  'welcome.skip': 'Skip',
  'welcome.go': 'Open the program',
  'welcome.samples-safe': 'The sample data is invented, goes away with one click and never mixes with your own data.',
};
