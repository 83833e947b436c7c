import type { Catalogue } from './catalogue.ts';
import { traceEn } from './trace-en.ts';
import type { vi } from './vi.ts';

/** Shared sentences in English. */
export const en: Catalogue<typeof vi> = {
  'problem.shape': '{{path}}: not in the expected form ({{reason}})',
  'problem.missing': '{{path}}: missing, has to be given',
  'problem.unknown-key': '{{path}}: no such key; check the spelling',
  'problem.open': '{{path}}: not settled yet',
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
  'problem.options-few': '{{path}}: at least two scored options are needed',
  'problem.option-id-missing':
    '{{path}}: an option outside the score needs an id of its own, not “{{option}}”, the id of a number of points',
  'problem.recode-range':
    '{{path}}: cannot be recoded; the highest points must be above the lowest (or above 0), and so must the new maximum be above 0',
  'problem.exclusive-rule': '{{path}}: at least one option must go together with others',
  'problem.exclusive-option': '{{path}}: the option “{{option}}” cannot be chosen together with others',
  'problem.count-zero': '{{path}}: choosing nothing must be worth 0 points',
  'problem.elements-missing': '{{path}}: only the first step may be without elements',
  'problem.unknown-row': '{{path}}: there is no row “{{row}}”',
  'problem.duplicate-row': '{{path}}: the row “{{row}}” is there twice',
  'problem.reserved-id': '{{path}}: the id “{{id}}” has a meaning of its own in answer sheets; choose another',
  'problem.weights-zero': '{{path}}: at least one row must have a weight above 0',
  'problem.zero-points': '{{path}}: the value must not be 0',
  'problem.target-years':
    '{{path}}: the year {{year}} must come after that of the target before it for the same kind of organisation',
  'problem.target-value-missing': '{{path}}: the figure of the target is missing',
  'problem.target-value-extra': '{{path}}: a target that is only reached or not has no figure',
  'problem.share-labels':
    '{{path}}: names of numerator and denominator are needed if, and only if, the indicator is measured as a ratio',
  'problem.baseline-side': '{{path}}: the baseline must be above the target for {{year}}, because lower is better',
  'problem.not-a-date': '{{path}}: “{{value}}” is not a date (write year-month-day, such as 2025-12-31)',
  'problem.not-applicable-refused': '{{path}}: this question cannot be “not applicable”',
  'problem.reason-missing': '{{path}}: “not applicable” needs a reason',
  'problem.numerator-exceeds': '{{path}}: the part {{a}} is greater than the whole {{b}}',
  'problem.negative': '{{path}}: {{value}} is negative',
  'problem.too-long': '{{path}}: {{length}} characters, at most {{max}}',
  'problem.unknown-evidence': '{{path}}: there is no evidence with the id “{{id}}”',
  'problem.vector-failed': '{{path}}: test “{{vector}}” fails: {{what}} should be {{expected}} but is {{found}}',
  'problem.too-many': '{{path}}: {{count}} entries, at most {{max}}',
  'problem.too-deep': '{{path}}: nested more than {{max}} levels deep',
  'problem.too-fine':
    '{{path}}: the fractions have no common denominator of reasonable size, so exact figures are not possible; write simpler ones',
  'problem.not-supported': '{{path}}: “{{name}}” is not supported by this version',
  'problem.unknown-set': '{{path}}: answerSets has no set “{{id}}”',
  'problem.set-conflict': '{{path}}: the options here differ from those of the set “{{id}}”; keep them in one place',
  'problem.refers-later':
    '{{path}}: a condition may only look at earlier questions; “{{id}}” comes later or is this one',
  'problem.not-sibling': '{{path}}: “{{id}}” must be a question of the same group',
  'problem.circle': '{{path}}: “{{id}}” takes its points from itself in a circle',
  'problem.level-items-missing':
    '{{path}}: no criterion belongs to level {{level}} (atLevel), so this level cannot be judged',
  'problem.at-level-missing': '{{path}}: the criterion “{{id}}” does not say to which level it belongs (atLevel)',
  'problem.not-positive': '{{path}}: {{value}} must be above 0',
  'problem.declared-mismatch': '{{path}}: {{declared}} is declared, but the parts add up to {{found}}',
  'problem.bands-top': '{{path}}: the table ends at {{to}}, but {{max}} can be reached',
  'problem.bands-bottom': '{{path}}: the table starts at {{from}}, but it may be as little as {{min}}',
  'problem.band-unreachable': '{{path}}: level {{level}} cannot be reached, because {{max}} is the most there can be',
  'problem.level-without-figure': '{{path}}: this level rule needs a figure, but the group joins to none (none)',
  'problem.yaml': '{{path}}: not readable as YAML at line {{line}}, column {{column}} ({{reason}})',
  'problem.file-missing': '{{path}}: this file is missing from the questionnaire folder',
  'problem.file-kind':
    '{{path}}: this is no questionnaire; choose a folder with questionnaire.yaml and vectors.yaml, or one .xlsx workbook',
  'problem.folder-name': '{{path}}: the folder must be named {{expected}}',
  'problem.cell-missing': '{{path}}: not filled in',
  'problem.cell-unused': '{{path}}: this cell means nothing in a row of this kind; leave it empty',
  'problem.cell-word': '{{path}}: “{{value}}” is not in the list. Choose one of: {{known}}',
  'problem.cell-invalid': '{{path}}: this value cannot stand here',
  'problem.cell-id':
    '{{path}}: the id “{{value}}” may only have lower-case letters, digits and single hyphens, beginning with a letter',
  'problem.cell-version':
    '{{path}}: the version “{{value}}” must be three numbers such as 1.0.0; format the cell as text',
  'problem.cell-few': '{{path}}: needs at least {{min}} rows',
  'problem.cell-least': '{{path}}: the number must be {{min}} or more',
  'problem.cell-most': '{{path}}: the number must not exceed {{max}}',
  'problem.cell-whole': '{{path}}: “{{value}}” must be a whole number',
  'problem.cell-number-unclear':
    '{{path}}: “{{value}}” is text and can be read in two ways (thousands or decimals); format the cell as a number and enter it again',
  'problem.cell-percent':
    '{{path}}: the cell is formatted as a percentage; enter {{value}} instead of {{shown}} and format it as a number',
  'problem.cell-date': '{{path}}: the cell was turned into the day {{value}}; format it as text and enter it again',
  'problem.cell-error': '{{path}}: the formula in the cell failed ({{value}}); mend it or enter the value',
  'problem.cell-legacy':
    '{{path}}: the text is in the old {{name}} encoding; convert it to Unicode (for instance with the Unikey converter) and import again',
  'problem.cell-merged': '{{path}}: cells are merged; unmerge them and fill in each cell',
  'problem.cell-duplicate': '{{path}}: “{{name}}” stands in a row above already',
  'problem.cell-misplaced':
    '{{path}}: in the wrong place; elements follow their step, and the closed side and the start of bands stand on the first row only',
  'problem.condition-number':
    '{{path}}: the number “{{value}}” is wrong or used twice; conditions inside are numbered after the row that holds them (1, then 1.1, 1.2), and “not” holds one row only',
  'problem.setting-unknown': '{{path}}: there is no setting “{{value}}” for this scope; see the sheet Reference',
  'problem.column-unknown': '{{path}}: there is no column “{{name}}”; a column of your own must begin with #',
  'problem.column-missing': '{{path}}: the column “{{name}}” is missing in the row of heads',
  'problem.column-twice': '{{path}}: the column “{{name}}” is there twice',
  'problem.sheet-missing': '{{path}}: the workbook has no such sheet',
  'problem.workbook-unreadable': '{{path}}: cannot be read; it must be an Excel workbook (.xlsx)',
  'problem.workbook-too-large': '{{path}}: too large for a questionnaire ({{limit}})',
  'problem.gate-count':
    '{{path}}: {{count}} items must reach it, but only {{items}} are judged, so it can never be reached',
  'problem.gate-amount': '{{path}}: give either the share of items or the number of items',
  'problem.gate-reach': '{{path}}: “reached from” belongs to “items of the level”, which needs it',
  'problem.knock-out-effect': '{{path}}: a knock-out needs a level cap or “group is zero”',
  'problem.too-many-decimals': '{{path}}: a number may have 12 decimals and 18 whole digits at most',
  'problem.other-content':
    '{{path}}: the library already has this version with other content (content hash there {{known}}, in the file {{found}})',

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
  'error.file.refused':
    'The file {{file}} is not taken: only documents and pictures ({{types}}) whose content is what the ending says. Save it as PDF and add it again.',
  'error.file.too-large':
    'The file {{file}} is larger than {{limit}}. Make it smaller, or keep only the pages that are cited, and add it again.',
  'error.storage.files-full':
    'The evidence files have nearly used up the {{limit}} set aside for them. Remove files that are no longer needed and add it again; a document can be cited without a file.',
  'error.upload.unknown': 'The file did not arrive completely, or too long ago. Choose the file again.',
  'error.collection.unknown': 'This collection is not here. It may have been removed.',
  'error.result.unknown': 'This result is not in the collection. It may have been taken out.',
  'error.unit.unknown': 'This unit is not in the list of the collection.',
  'error.run.unknown': 'This import is not known here.',
  'error.evidence.unknown': 'This evidence is not part of the assessment.',
  'error.appraisal.none': 'Nothing has been appraised in this assessment yet.',
  'error.ticket.unknown': 'The new file is no longer in memory. Export it again.',
  'error.file.not-found': '{{file}} was not found. Check the path.',
  'error.file.exists': 'The folder {{file}} holds a questionnaire already and is left as it is. Choose another folder.',
  'error.file.taken': '{{file}} is there already with other content and is left as it is. Choose another folder.',
  'error.file.differs':
    '{{file}} was written, but reads back differently; the stick or disk may be faulty. Write to another place.',
  'error.class.running': 'The class “{{title}}” is open. End it before another one is opened.',
  'error.class.occupied': 'The participant at this computer is not done. Choose “Next participant” to save first.',
  'error.class.none': 'No class is open, or it has ended.',
  'error.assessment.incomplete':
    'Not locked: this questionnaire asks for the questions below to be settled first. Answer them, or choose “Not applicable” where allowed, then lock again.',
  'error.assessment.finished': 'This assessment is locked. Choose “Reopen for editing” to change it.',
  'error.assessment.exists':
    'The organisation already has an assessment for this period with the same questionnaire. Open that one to continue.',
  'error.appraisal.no-workbook':
    'This is not a result workbook exported by Thước Số, or its data part was lost when another program saved it. Ask for the original file.',
  'error.appraisal.other-assessment':
    'This file is the result of another assessment ({{name}}). Choose the workbook that was exported from the open assessment, or open the assessment of this file.',
  'error.assessment.other-questionnaire':
    'Only assessments of the same questionnaire can be compared: one uses {{before}}, the other {{now}}.',
  'error.questionnaire.changed':
    'Questionnaire {{id}} version {{version}} differs from the one used before. Release the change under a new version number.',
  'error.questionnaire.differs':
    'Questionnaire {{id}} version {{version}} is already there with other content. A released version never changes: give the new content a new version number. Content hash there: {{known}}; in the file: {{found}}.',
  'error.questionnaire.in-use':
    'Questionnaire {{id}} version {{version}} is used by {{uses}} assessments and cannot be removed. It can be hidden.',
  'error.questionnaire.shipped':
    'Questionnaire {{id}} version {{version}} comes with the program and cannot be removed. It can be hidden.',
  'error.forbidden': 'This request is not allowed.',
  'error.backup.unknown': 'Backup {{name}} was not found. It may have been tidied away; choose another one.',
  'error.backup.damaged':
    'Backup {{name}} is damaged, or not made by Thước Số, and cannot be used. Choose another one.',
  'error.backup.newer':
    'Backup {{name}} was made by a newer version of the program. Install that version to restore it.',
  'error.backup.unavailable':
    'Not possible this time: the data is in memory only, or the program does not run from a removable device.',
  'error.recovery.none': 'The data is open as usual; there is nothing to put right.',
  'error.recovery.unreadable':
    'The beginning of the data file {{file}} is damaged, so nothing could be read from it. Choose a backup.',
  'error.recovery.unfit': 'This way does not fit what happened.',
  'error.storage.place':
    'The folder {{folder}} lies on a network, on a removable device, or is synchronised with a cloud (OneDrive, Google Drive, Dropbox…). Data in use must lie on a disk of this computer, outside of what is synchronised; choose another folder. Backups may lie anywhere.',
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
  'condition.gate.count':
    'At least {{need}} criteria at level {{level}} or above: {{have}} of the {{applicable}} applicable ones now.',
  'condition.gate.own':
    'At least {{share}} of the applicable criteria of level {{level}} with {{bound}} points or more: {{need}} of {{applicable}} needed, {{have}} now.',
  'condition.gate.own-count':
    'At least {{need}} criteria of level {{level}} with {{bound}} points or more: {{have}} of the {{applicable}} applicable ones now.',
  'condition.profile': 'Pillars that meet what level {{level}} asks of each: {{need}} needed, {{have}} now.',
  'condition.cap.items':
    'Not above level {{level}} while a key criterion is below {{bound}} points: {{have}} such criteria now.',
  'condition.cap.knock-out':
    'Not above level {{level}} while a compulsory criterion is below {{bound}} points: {{have}} such criteria now.',
  'condition.settled':
    'At least {{share}} of the criteria answered or not applicable before there is a figure: {{need}} of {{applicable}} needed, {{have}} now.',

  'trace.item.step': 'Step chosen: {{step}} (the highest is {{top}}).',
  'trace.item.checklist': 'Everything up to step {{step}} is in place; step {{next}} still lacks {{missing}}.',
  'trace.item.checklist-top': 'Everything is in place, up to step {{step}}.',
  'trace.item.checklist-below': 'The first step ({{step}}) still lacks {{missing}}, so this counts 0 points.',
  'trace.item.option': 'Option “{{option}}”: {{points}} points (at most {{max}}).',
  'trace.item.option-reversed':
    'Option “{{option}}”: {{written}} points, turned round to {{points}} (at most {{max}}).',
  'trace.item.option-recoded': 'Option “{{option}}”: {{written}} points, recoded to {{points}} (at most {{max}}).',
  'trace.item.option-excluded': 'Option “{{option}}”: left out of the score.',
  'trace.item.option-unknown': 'Option “{{option}}”: counts as unanswered.',
  'trace.item.multi': '{{chosen}} of {{of}} options chosen, {{points}} points in sum (at most {{max}}).',
  'trace.item.multi-capped': '{{chosen}} of {{of}} options chosen, {{points}} points in sum, of which {{max}} count.',
  'trace.item.multi-count': '{{chosen}} of {{of}} options chosen; {{points}} points by their number (at most {{max}}).',
  'trace.item.rows-sum': 'Sum of the rows ({{done}} of {{of}} answered): {{points}} (at most {{max}}).',
  'trace.item.rows-mean': 'Mean of the rows ({{done}} of {{of}} answered): {{points}} (at most {{max}}).',
  'trace.item.rows-weighted': 'Weighted mean of the rows ({{done}} of {{of}} answered): {{points}} (at most {{max}}).',
  'trace.item.rows-lowest': 'Lowest row ({{done}} of {{of}} answered): {{points}} (at most {{max}}).',
  'trace.item.rows-one':
    'Only the row “{{row}}” counts: {{points}} (at most {{max}}); the others are kept for the record.',
  'trace.item.rows-blank': 'Some rows are blank ({{done}} of {{of}} answered), so this counts as unanswered.',
  'trace.item.rows-excluded': 'All rows are left out of the score.',
  'trace.item.cells-sum': 'Sum of the rows ({{done}} of {{of}} looked at): {{points}} (at most {{max}}).',
  'trace.item.cells-mean': 'Mean of the rows ({{done}} of {{of}} looked at): {{points}} (at most {{max}}).',
  'trace.item.cells-weighted':
    'Weighted mean of the rows ({{done}} of {{of}} looked at): {{points}} (at most {{max}}).',
  'trace.item.band-only': '{{value}}: {{points}} points.',
  'trace.item.band-below': '{{value}}, in the band below {{to}}: {{points}} points.',
  'trace.item.band-up-to': '{{value}}, in the band up to {{to}}: {{points}} points.',
  'trace.item.band-from-below': '{{value}}, in the band from {{from}} to below {{to}}: {{points}} points.',
  'trace.item.band-over-up-to': '{{value}}, in the band above {{from}} up to {{to}}: {{points}} points.',
  'trace.item.band-from': '{{value}}, in the band from {{from}} upwards: {{points}} points.',
  'trace.item.band-over': '{{value}}, in the band above {{from}}: {{points}} points.',
  'trace.item.line':
    '{{value}}; points rise evenly from 0 (at {{zeroAt}}) to {{full}} (at {{fullAt}}): {{points}} points.',
  'trace.item.per-unit': '{{value}}; {{each}} points for each one, at most {{most}}: {{points}} points.',
  'trace.item.nothing-not-applicable': '{{value}}: nothing occurred, so this is left out of the score.',
  'trace.item.nothing-zero': '{{value}}: nothing occurred, 0 points.',
  'trace.item.nothing-full': '{{value}}: nothing occurred, full points.',
  'trace.item.target-reached': '{{value}}; the target for {{year}} is {{target}}: reached.',
  'trace.item.target-on-the-way':
    '{{value}}; the target for {{year}} is {{target}}: on the way, {{percent}} of the target, {{gap}} missing.',
  'trace.item.target-not-reached':
    '{{value}}; the target for {{year}} is {{target}}: not reached, {{percent}} of the target, {{gap}} missing.',
  'trace.item.target-missed': '{{value}}; the target for {{year}} is {{target}}: not reached, {{gap}} missing.',
  'trace.item.target-none':
    '{{value}}: there is no target for this kind of organisation, so this is left out of the score.',
  'trace.item.said-reached': 'Target for {{year}}: reached.',
  'trace.item.said-not-reached': 'Target for {{year}}: not reached.',
  'trace.item.kept': 'Kept for the record, not scored.',
  'trace.item.unfit': 'This answer gives no points.',

  ...traceEn,

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
