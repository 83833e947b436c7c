import type { English } from '../catalogue.ts';
import type { compare as vi } from '../vi/compare.ts';

export const compare: English<typeof vi> = {
  'compare.title': 'Compare',
  'compare.choose': 'Compare with',
  'compare.now': 'Assessment',
  'compare.same-unit': 'Rounds of this organisation',
  'compare.other-units': 'Other organisations',
  'compare.choice': '{{period}} · {{name}}',
  'compare.choice-version': '{{period}} · {{name}} · version {{version}}',
  'compare.choice-derived_one': 'Figures of {{count}} former unit',
  'compare.choice-derived_other': 'Means of {{count}} former units',
  'compare.draft': '{{text}} (draft)',
  'compare.to-result': 'Back to the result',
  'compare.nothing': 'There is nothing to compare with yet',
  'compare.nothing-text':
    'As soon as another round or organisation has used the same questionnaire, both results stand side by side here.',
  'compare.home': 'Back to the start',
  'compare.pick-text':
    'Choose an assessment, then a round or an organisation to compare it with. Both must use the same questionnaire.',
  'compare.open': 'Open the comparison',
  'compare.period-unit': '{{name}}, {{period}}',

  'compare.up': 'Up from level {{before}} to level {{now}}',
  'compare.down': 'Down from level {{before}} to level {{now}}',
  'compare.same': 'Both at level {{now}}',
  'compare.higher': 'Level {{now}}, above level {{before}}',
  'compare.lower': 'Level {{now}}, below level {{before}}',
  'compare.no-level': '{{before}} and {{now}} compared',
  'compare.summary': '{{up}} items up, {{down}} down, {{other}} changed otherwise, {{same}} unchanged.',
  'compare.break_one':
    'The two sides use two versions of the questionnaire ({{before}} and {{now}}). Only {{count}} item with the same meaning and scale is compared; {{added}} new and {{dropped}} former items are left out. Levels are not set side by side.',
  'compare.break_other':
    'The two sides use two versions of the questionnaire ({{before}} and {{now}}). Only the {{count}} items with the same meaning and scale are compared; {{added}} new and {{dropped}} former items are left out. Levels are not set side by side.',
  'compare.derived_one':
    'The first column comes from {{count}} former unit: {{names}}. It is derived, not a result of this organisation.',
  'compare.derived_other':
    'The first column is the plain mean of {{count}} former units: {{names}}. It is derived, not a result of this organisation.',
  'compare.derived-missing_one': '{{count}} former unit has no locked round and is not in it.',
  'compare.derived-missing_other': '{{count}} former units have no locked round and are not in it.',
  'compare.other-organisation': 'The two sides are different organisations.',

  'compare.groups': 'Per cent of the maximum by {{group}}',
  'compare.groups-items': 'Per cent of the maximum by {{group}}, over the items that can be compared',
  'compare.groups-up_one': 'Up: {{title}}',
  'compare.groups-up_other': '{{count}} {{groups}} are up, {{title}} most of all',
  'compare.groups-none': 'No {{group}} is up',
  'compare.before': 'Before',
  'compare.after': 'Now',
  'compare.change': 'Change',
  'compare.file': 'comparison',

  'compare.items': 'Item by item',
  'compare.changed': 'Only items that changed',
  'compare.item': 'Item',
  'compare.reason': 'Explanation',
  'compare.evidence': 'New evidence',
  'compare.no-items': 'No item has changed.',
  'compare.points_one': '{{points}} point',
  'compare.points_other': '{{points}} points',
  'compare.state-na': 'Not applicable',
  'compare.state-none': 'None of these',
  'compare.state-open': 'Unanswered',
  'compare.state-absent': 'Not asked',
  'compare.up-word': 'up',
  'compare.down-word': 'down',
  'compare.move-other': 'Answered otherwise',
  'compare.move-answered': 'Newly answered',
  'compare.move-gone': 'No longer answered',
  'compare.move-same': 'Unchanged',
};
