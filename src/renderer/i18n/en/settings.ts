import type { English } from '../catalogue.ts';
import type { settings as vi } from '../vi/settings.ts';

export const settings: English<typeof vi> = {
  'settings.title': 'Settings',
  'settings.at-once': 'Changes take effect and are saved at once.',
  'settings.look': 'Display',
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
  'settings.typing': 'Answering by keyboard',
  'settings.digit-keys': 'Choose levels with digit keys',
  'settings.digit-keys-more':
    'Press the digit while the focus is in the list of levels. Typing text is not affected, VNI included.',
  'settings.auto-advance': 'Go to the next question by itself',
  'settings.auto-advance-more':
    'After a level was chosen with a digit key, the next question opens. PageUp goes back, Ctrl+Z undoes.',
  'settings.data': 'Data',
  'settings.data-folder': 'Data folder on this computer:',
  'settings.data-more': 'Close the program before copying this folder elsewhere.',
  'settings.about': 'About',
  'settings.about-what': 'A self-assessment of digital maturity for commune offices and small and medium enterprises.',
  'settings.about-offline':
    'Thước Số sends and receives nothing over the network: no account, no usage statistics, no automatic updates. All answers, evidence and results are in the data folder above; a file leaves this computer only when someone exports and sends it.',
  'settings.licences': 'Open-source parts and licences',
  'settings.licences-more': 'The program uses these open-source parts, each under its own licence.',
};
