import type { Catalogue } from '../../wording/catalogue.ts';
import type { planWordsVi } from './vi.ts';

/** Words about plans that the screen and the annex share, in English. */
export const planWordsEn: Catalogue<typeof planWordsVi> = {
  'plan-word.status.not-started': 'Not started',
  'plan-word.status.in-progress': 'In progress',
  'plan-word.status.done': 'Done',
  'plan-word.status.paused': 'Paused',
  'plan-word.priority.3': 'High',
  'plan-word.priority.2': 'Medium',
  'plan-word.priority.1': 'Low',
  'plan-word.effort.1': 'Easy',
  'plan-word.effort.2': 'Fairly hard',
  'plan-word.effort.3': 'Hard',
  'plan-word.wave.first': 'Do first',
  'plan-word.wave.then': 'Do next',
  'plan-word.wave.last': 'Do last',
  'plan-word.late.late': 'Late by {{days}} days',
  'plan-word.late.soon': 'Due soon',
  'plan-word.late.starting-late': 'Late start',
  'plan-word.report.reported': 'Reported',
  'plan-word.report.reported-late': 'Reported late',
  'plan-word.report.late': 'Report overdue',
  'plan-word.report.due': 'Report now',
  'plan-word.report.running': 'Under way',
  'plan-word.report.later': 'Later',
  'plan-word.figure.reached': 'Reached',
  'plan-word.figure.on-the-way': 'On the way',
  'plan-word.figure.not-reached': 'Not reached',
  'plan-word.raise': '{{title}}: reach “{{answer}}”',
  'plan-word.rule':
    'High priority and easy tasks come first; then high priority but harder, or lower priority but easier ones; hard tasks of low priority come last.',
  'plan-word.rule.source': 'Tây Ninh digital government scheme, part VI',
};
