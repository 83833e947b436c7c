import type { English } from '../catalogue.ts';
import type { settings as vi } from '../vi/settings.ts';

export const settings: English<typeof vi> = {
  'settings.title': 'Settings',
  'settings.sections': 'Sections of the settings',
  'settings.section-general': 'General',
  'settings.section-input': 'Input',
  'settings.section-organisation': 'Organisation',
  'settings.section-output': 'Documents',
  'settings.section-data': 'Data',
  'settings.section-about': 'About',
  'settings.at-once': 'Changes take effect and are saved at once.',
  'settings.reset': 'Reset this section',
  'settings.was-reset': 'This section is back at its defaults',
  'settings.language': 'Language',
  'settings.language-vi': 'Tiếng Việt',
  'settings.language-en': 'English',
  'settings.theme': 'Theme',
  'settings.theme-system': 'As the system',
  'settings.theme-light': 'Light',
  'settings.theme-dark': 'Dark',
  'settings.theme-contrast': 'High contrast',
  'settings.zoom': 'Text size',
  'settings.zoom-hint': 'Keys: Ctrl and + for larger, Ctrl and − for smaller, Ctrl and 0 for 100%.',
  'settings.mode': 'Role',
  'settings.mode-more':
    'The role decides what is shown, to keep the screens short; it protects nothing. Whoever uses this computer can change it.',
  'settings.digit-keys': 'Choose levels with digit keys',
  'settings.digit-keys-more':
    'Press the digit while the focus is in the list of levels. Typing text is not affected, VNI included.',
  'settings.auto-advance': 'Go to the next question by itself',
  'settings.auto-advance-more':
    'After a level was chosen with a digit key, the next question opens. PageUp goes back, Ctrl+Z undoes.',
  'settings.spell-check': 'Check the spelling of notes and explanations',
  'settings.spell-check-more':
    "Uses the browser's own dictionary, often English only; correct Vietnamese may still be underlined.",
  'settings.spell-check-none':
    'Spell check: the desktop program carries no dictionary and fetches none over the network, so it is off.',
  'settings.organisation-now': 'Current organisation:',
  'settings.link-profile': 'Organisation profile',
  'settings.link-profile-more': 'Name, kind, province, code',
  'settings.document-language': 'Language of Excel and PDF files',
  'settings.document-language-screen': 'As on screen',
  'settings.output-more':
    'Files of agencies follow Decree 30/2020/NĐ-CP in a font of the same widths as Times New Roman; PDF files carry their fonts.',
  'settings.data-folder': 'Data folder on this computer:',
  'settings.data-more': 'Close the program before copying this folder elsewhere.',
  'settings.link-library': 'Questionnaire library',
  'settings.link-library-more': 'View, add and hide questionnaires; see what a new version changed',
  'settings.link-backup': 'Backup and restore',
  'settings.link-backup-more': 'Back up now, restore, where the data lies, diagnostics',
  'settings.link-privacy': 'Personal data',
  'settings.link-privacy-more': 'Notice, people named in the data, copy, deletion',
  'settings.link-backup-help': 'Backup and power cuts',
  'settings.link-backup-help-more': 'How data is kept, where to copy it, how to get it back',
  'settings.about-more': 'Version, licences, origin of the questionnaires',
};
