import type { Catalogue } from './catalogue.ts';
import type { vi } from './vi.ts';

/** Shared sentences in English. */
export const en: Catalogue<typeof vi> = {
  'problem.shape': '{{path}}: not in the expected form ({{reason}})',
  'problem.duplicate-id': '{{path}}: the identifier “{{id}}” is used twice',
  'problem.duplicate-code': '{{path}}: the code “{{id}}” is used twice',
  'problem.unknown-level': '{{path}}: level {{level}} is not in the list of levels',
  'problem.level-order': '{{path}}: level {{level}} must be higher than the one before it',
  'problem.duplicate-option': '{{path}}: the option “{{option}}” is used twice',
  'problem.option-order': '{{path}}: step {{value}} must be higher than the one before it',
  'problem.bands-order': '{{path}}: the bound {{to}} must be greater than the one before it',
  'problem.bands-not-last': '{{path}}: only the last band may be open',
  'problem.share-range': '{{path}}: the share {{share}} must be above 0 and at most 100',
  'problem.unknown-item': '{{path}}: the questionnaire has no “{{id}}”',
  'problem.unknown-option': '{{path}}: there is no option “{{option}}” (there are: {{known}})',
  'problem.wrong-value-kind': '{{path}}: this kind of answer does not fit the question',
  'problem.not-a-number': '{{path}}: “{{value}}” is not a number',
  'problem.out-of-range': '{{path}}: {{value}} is outside the allowed range ({{min}} to {{max}})',
  'problem.not-applicable-refused': '{{path}}: this question cannot be “not applicable”',
  'problem.reason-missing': '{{path}}: “not applicable” needs a reason',
  'problem.numerator-exceeds': '{{path}}: the part {{a}} is greater than the whole {{b}}',
  'problem.negative': '{{path}}: {{value}} is negative',
  'problem.too-long': '{{path}}: {{length}} characters, at most {{max}}',
  'problem.unknown-evidence': '{{path}}: there is no evidence with the id “{{id}}”',
  'problem.vector-failed': '{{path}}: test “{{vector}}” fails: {{what}} should be {{expected}} but is {{found}}',
  'problem.too-many': '{{path}}: {{count}} entries, at most {{max}}',
  'problem.yaml': '{{path}}: not readable as YAML at line {{line}}, column {{column}} ({{reason}})',
  'problem.file-missing': '{{path}}: this file is missing from the questionnaire folder',
  'problem.folder-name': '{{path}}: the folder must be named {{expected}}',

  'error.input.invalid': 'The data sent is not valid. Correct the fields below.',
  'error.input.too-large': 'The data sent is larger than {{limit}}. Split it and try again.',
  'error.method.unknown': 'The program has no function “{{method}}”.',
  'error.client.outdated': 'This page belongs to an older version of the program. Reload it.',
  'error.answer.invalid': 'The answer for “{{item}}” is not valid and has not been saved.',
  'error.file.unreadable': 'The file {{file}} cannot be read. Check that it has the right format.',
  'error.questionnaire.invalid':
    'The questionnaire {{folder}} has errors and cannot be used. Correct the points below.',
  'error.questionnaire.unknown': 'There is no questionnaire {{id}} version {{version}}.',
  'error.organisation.unknown': 'There is no such organisation.',
  'error.assessment.unknown': 'There is no such assessment.',
  'error.item.unknown': 'The questionnaire has no item “{{item}}”.',
  'error.evidence.unknown': 'This evidence is not part of the assessment.',
  'error.ticket.unknown': 'The new file is no longer in memory. Export it again.',
  'error.file.not-found': '{{file}} was not found. Check the path.',
  'error.assessment.finished': 'This assessment is locked. Choose “Reopen for editing” to change it.',
  'error.assessment.exists':
    'The organisation already has an assessment for this period with the same questionnaire. Open that one to continue.',
  'error.questionnaire.changed':
    'Questionnaire {{id}} version {{version}} differs from the one used before. Release the change under a new version number.',
  'error.forbidden': 'This request is not allowed.',
  'error.storage.locked':
    'The data is in use by another window of the program ({{folder}}). Close that window and start again.',
  'error.storage.read-only':
    'The data folder {{folder}} cannot be written to. Grant write permission or choose another folder.',
  'error.storage.full': 'The disk that holds {{folder}} is full, so nothing was saved. Free some space and try again.',
  'error.storage.corrupt': 'The data file {{file}} is damaged. The program does not overwrite it; restore a backup.',
  'error.storage.newer':
    'The data in {{folder}} was made by a newer version of the program. Install that version to open it.',
  'error.storage.failed': 'The data in {{folder}} could not be read or written ({{reason}}).',
  'error.file.not-writable': '{{file}} cannot be written. Check the permissions of the folder or choose another place.',
  'error.file.in-use':
    '{{file}} cannot be written because it is open in another program. Close it and try again, or save under another name.',
  'error.file.no-space': 'There is not enough space to write {{file}}. Choose another disk.',
  'error.document.failed': 'The {{format}} file could not be made. Log reference: {{ref}}.',
  'error.internal': 'Something unexpected happened. Saved data is untouched. Log reference: {{ref}}.',

  'condition.gate':
    'At least {{share}} of the applicable criteria at level {{level}} or above: {{need}} of {{applicable}} needed, {{have}} there.',
  'condition.total.more': 'More than {{bound}} points in total: {{have}} now.',
  'condition.total.least': 'At least {{bound}} points in total: {{have}} now.',
  'condition.percent.more': 'More than {{bound}} of the maximum: {{have}} now.',
  'condition.percent.least': 'At least {{bound}} of the maximum: {{have}} now.',
  'condition.groups': 'At least {{need}} pillars at level {{level}} or above: {{have}} now.',

  'period.month': 'Month {{number}}/{{year}}',
  'period.quarter': 'Quarter {{number}}/{{year}}',
  'period.half.1': 'First half of {{year}}',
  'period.half.2': 'Second half of {{year}}',
  'period.nine-months': 'Nine months of {{year}}',
  'period.year': '{{year}}',
  'period.once': 'Round {{number}}, {{year}}',

  'state.answered': 'Answered',
  'state.none': 'None of these',
  'state.not-applicable': 'Not applicable',
  'state.unanswered': 'Unanswered',

  'basis.official': 'Official set',
  'basis.adapted': 'Adapted from the issued document',
  'basis.own': 'Our own set',
  'basis.provisional': 'Provisional, unconfirmed',
  'provenance.in-force': 'In force',
  'provenance.replaced': 'Replaced',
  'provenance.not-issued': 'Not an issued document',
  'provenance.unknown': 'Status unknown',
};
