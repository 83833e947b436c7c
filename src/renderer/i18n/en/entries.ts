import type { English } from '../catalogue.ts';
import type { entries as vi } from '../vi/entries.ts';

export const entries: English<typeof vi> = {
  'entries.title': 'What the appraiser wrote into the file',
  'entries.lead':
    'Read from the cells that are open to the appraiser. The answers of the unit do not change; the appraised score stands beside the self score.',
  'entries.item': 'Criterion',
  'entries.self': 'Self',
  'entries.appraised': 'Appraised',
  'entries.comment': 'Remark',
  'entries.known': 'Known',
  'entries.problem': 'Not taken over: {{sheet}}, cell {{cell}} ({{text}})',
  'entries.take_one': 'Take over {{count}} criterion',
  'entries.take_other': 'Take over {{count}} criteria',
  'entries.taken_one': 'The appraisal of {{count}} criterion has been taken over.',
  'entries.taken_other': 'The appraisal of {{count}} criteria has been taken over.',
  'entries.nothing': 'There is nothing new that could be taken over.',
  'entries.why.points-text': 'The points must be a number.',
  'entries.why.points-range': 'The points lie outside the range of the criterion.',
  'entries.why.points-unreachable': 'No answer gives these points.',
  'entries.why.points-several': 'Several answers give these points. Choose the appraised answer in the program.',
  'entries.why.figures-needed':
    'These points follow from figures. Enter the appraised figures in the cells beside them.',
  'entries.why.figures-unfit': 'The appraised figures do not fit the criterion.',
  'entries.why.points-differ': 'The points do not agree with the appraised figures beside them.',
  'entries.why.formula': 'The cell holds a formula. Enter the value itself.',
  'entries.why.item-unknown': 'The questionnaire has no such criterion.',
  'entries.why.self-differs':
    'The answer of the unit is another one than when the file was exported. Export a new file and appraise this criterion again.',
  'entries.why.comment-long': 'The remark is longer than 5,000 characters.',
};
