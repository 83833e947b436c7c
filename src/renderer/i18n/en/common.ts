import type { English } from '../catalogue.ts';
import type { common as vi } from '../vi/common.ts';

export const common: English<typeof vi> = {
  'common.app': 'Thước Số',
  'common.tagline': 'Digital maturity self-assessment',
  'common.skip': 'Skip to main content',
  'common.loading': 'Opening…',
  'common.close': 'Close',
  'common.cancel': 'Cancel',
  'common.retry': 'Try again',
  'common.reload': 'Reload the page',
  'common.home': 'Go to the home screen',
  'common.optional': 'optional',
  'common.period-of': 'Period: {{period}}',
  'common.today-at': 'today at {{time}}',
  'common.day-at': '{{day}} at {{time}}',

  'header.home': 'Thước Số, home',
  'header.settings': 'Settings',
  'header.help': 'Help',
  'header.menu': 'Menu',
  'header.menu-of': 'Menu, role: {{mode}}',
  'header.mode': 'Present role',
  'header.shortcuts': 'Keyboard shortcuts',
  'header.projector': 'Present',
  'header.about': 'About',
  'header.other-language': 'Tiếng Việt',
  'header.steps': 'Steps of the assessment',
  'header.answer': 'Answer',
  'header.check': 'Check',
  'header.result': 'Result',
  'header.plan': 'Plan',

  'assessment.draft': 'Draft',
  'assessment.finished': 'Finalised',
  'assessment.level': 'Level {{level}}',

  'mode.unit': 'Self-assessing unit',
  'mode.unit-short': 'Unit',
  'mode.unit-more': 'Communes, wards, enterprises: answer, see the level, make a plan, export the report.',
  'mode.appraiser': 'Appraiser',
  'mode.appraiser-short': 'Appraiser',
  'mode.appraiser-more': 'Departments, appraisal teams: appraised scores beside self scores, many units together.',
  'mode.trainer': 'Trainer',
  'mode.trainer-short': 'Trainer',
  'mode.trainer-more':
    'Training classes: one person after another on one computer, results of the class on the projector.',
  'mode.author': 'Questionnaire author',
  'mode.author-short': 'Author',
  'mode.author-more': 'Writes and changes questionnaires, tries their scores, sees the example questionnaires.',

  'projector.on': 'Presenting. Press Esc to leave.',
  'projector.leave': 'Stop presenting',

  'zoom.now': 'Text size {{zoom}}%',

  'failure.connection-title': 'No connection to the program',
  'failure.connection':
    'The program on this computer does not answer; the window that runs it may have been closed. What you typed is still on the screen: start the program again and go on, and keep this page open.',
  'failure.no-answer': 'Not done, because the program on this computer does not answer. Start it again and repeat.',
  'failure.outdated-title': 'This page belongs to an older version of the program',
  'failure.outdated': 'Copy anything unfinished if needed, then reload the page to use the new version.',
  'failure.refused-title': 'The session of this page has ended',
  'failure.refused':
    'The program was started again after this page had been loaded. Open the page with the new address that the program shows.',
  'failure.start-title': 'The data cannot be opened yet',
  'failure.screen-title': 'Something went wrong on this screen',
  'failure.screen':
    'The program cannot show this screen. Saved data is untouched. Reload the page or go to the home screen to continue.',
  'failure.unexpected': 'Something unexpected happened on this page. Saved data is untouched.',
  'failure.detail': 'Technical details',
  'failure.not-found-title': 'There is no such page',
  'failure.not-found': 'This address does not lead to any screen of the program.',
  'failure.settings': 'The change of settings has not been saved.',
};
