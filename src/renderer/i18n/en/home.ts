import type { English } from '../catalogue.ts';
import type { home as vi } from '../vi/home.ts';

export const home: English<typeof vi> = {
  'home.here': 'Home',
  'home.organisation': 'Current organisation',
  'home.change': 'Change organisation',
  'home.change-title': 'Choose the organisation to work on',
  'home.changed-to': 'Now working on {{name}}',
  'home.declare': 'Enter the organisation',
  'home.declare-other': 'Enter another organisation',
  'home.current': 'Current',
  'home.sample': 'Sample data',
  'home.sample-notice':
    'This is a sample organisation with invented figures. Change, finalise and export it to get to know the program, then remove it.',

  'home.continue-title': 'Continue the assessment: {{period}}',
  'home.complete-title': 'All answered, ready to check: {{period}}',
  'home.check-and-finish': 'Check and finalise',
  'home.questionnaire-version': '{{title}}, version {{version}}',
  'home.answered': 'questions answered',
  'home.progress': 'Questions answered',
  'home.changed': 'Last changed {{when}}',
  'home.continue': 'Continue',
  'home.continue-from': 'Continue from question {{number}}',
  'home.begin-answering': 'Answer the first question',
  'home.flagged_one': '{{count}} question marked for review',
  'home.flagged_other': '{{count}} questions marked for review',

  'home.latest-title': 'Finalised result: {{period}}',
  'home.finished-on': 'Finalised on {{day}}',
  'home.see-result': 'See the result',

  'home.none-title': 'No assessments yet',
  'home.none': 'Choose a questionnaire and a period to begin. Stop at any time: every answer is saved at once.',
  'home.none-minutes':
    'Answering everything takes about {{minutes}} minutes. Stop at any time: every answer is saved at once.',
  'home.begin': 'Start an assessment',

  'home.rounds': 'Assessments',
  'home.period': 'Period',
  'home.questionnaire': 'Questionnaire',
  'home.state': 'State',
  'home.level': 'Level',
  'home.actions': 'Actions',
  'home.no-level': 'none yet',
  'home.unranked': 'not ranked',
  'home.see': 'View',
  'home.see-of': 'View the result of {{period}}',
  'home.answer-of': 'Answer {{period}}',
  'home.check-of': 'Check {{period}}',

  'home.others': 'Other actions',
  'home.new': 'Start a new assessment',
  'home.new-more': 'Choose a questionnaire and a period',
  'home.profile': 'Organisation profile',
  'home.profile-more': 'Name, kind, province, code',
  'home.samples-add': 'Try the sample data',
  'home.samples-add-more': 'Does not touch your own data',
  'home.samples-remove': 'Remove the sample data',
  'home.samples-remove-more': 'Deletes the sample organisations only',
  'home.samples-ask': 'Remove all sample data?',
  'home.samples-ask-more':
    'The sample organisations and their assessments, with any answers you tried, will be deleted from this computer. Your own data stays as it is.',
  'home.samples-removed': 'Sample data removed',
  'home.samples-safe':
    'The sample data is invented and shows what results and reports look like. It can be removed at any time and never mixes with your own data.',

  'home.welcome': 'Measure the digital maturity of your organisation',
  'home.what':
    'With Thước Số, commune offices and small and medium enterprises assess themselves against a set of criteria, learn which level they have reached and what to do first. It runs on this computer alone and needs no internet.',
  'home.first-1': 'Enter the organisation',
  'home.first-1-more': 'Only a name and a kind are needed: about one minute.',
  'home.first-2': 'Answer the questionnaire',
  'home.first-2-more': 'Stop at any time and go on later.',
  'home.minutes-one': 'About {{minutes}} minutes; stop at any time and go on later where you left off.',
  'home.minutes-range':
    'About {{least}} to {{most}} minutes, depending on the set; stop at any time and go on later where you left off.',
  'home.first-3': 'See the result and export the report',
  'home.first-3-more':
    'The level reached, the actions nearest to the next level, and Excel and PDF files to sign and send.',

  'home.data-here': 'Data is kept on this computer only:',
  'home.version': 'Version {{version}}',
};
