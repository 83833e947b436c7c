import type { English } from '../catalogue.ts';
import type { start as vi } from '../vi/start.ts';

export const start: English<typeof vi> = {
  'start.title': 'Start an assessment',
  'start.no-organisation': 'Enter the organisation before starting an assessment.',
  'start.questionnaire': 'Questionnaire',
  'start.choose': 'Choose a questionnaire before starting',
  'start.none-fits': 'There is no questionnaire for this kind of organisation yet.',
  'start.others_one': 'Other questionnaires ({{count}})',
  'start.others_other': 'Other questionnaires ({{count}})',
  'start.facts': '{{items}} questions · {{groups}} pillars · about {{minutes}} minutes · version {{version}}',
  'start.period': 'Period',
  'start.period-kind': 'Kind of period',
  'start.kind-month': 'Month',
  'start.kind-quarter': 'Quarter',
  'start.kind-half': 'Half year',
  'start.kind-nine-months': 'Nine months',
  'start.kind-year': 'Year',
  'start.kind-once': 'One-off round',
  'start.year': 'Year',
  'start.which': 'Period in the year',
  'start.period-hint': 'The time that the figures speak about; only periods of the same kind can be compared.',
  'start.go': 'Start',
  'start.open-existing': 'Open that assessment',
  'start.broken_one':
    '{{count}} questionnaire folder has errors and cannot be used. Its author should look at these reasons:',
  'start.broken_other':
    '{{count}} questionnaire folders have errors and cannot be used. Their author should look at these reasons:',
  'start.no-control':
    'This cannot be started: this version cannot take answers of the type {{types}}, which the questionnaire uses. Update the program and try again.',
};
