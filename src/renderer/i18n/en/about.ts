import type { English } from '../catalogue.ts';
import type { about as vi } from '../vi/about.ts';

export const about: English<typeof vi> = {
  'about.title': 'About Thước Số',
  'about.what': 'A self-assessment of digital maturity for commune offices and small and medium enterprises.',
  'about.offline':
    'Thước Số sends and receives nothing over the network: no account, no usage statistics, no automatic updates. All answers, evidence and results are in the data folder below; a file leaves this computer only when someone exports and sends it.',
  'about.program': 'Program',
  'about.version': 'Version',
  'about.host': 'Runs',
  'about.host-electron': 'In a window of its own',
  'about.host-browser': 'In the browser, on this computer only',
  'about.host-cli': 'From the command line',
  'about.machine': 'Machine code',
  'about.machine-more': 'recognises files that this computer exported; no digital signature',
  'about.data-folder': 'Data folder',
  'about.questionnaires': 'Where the questionnaires come from',
  'about.questionnaires-more':
    'Each questionnaire says which document it follows and whether that is in force. An adapted or own set does not replace the original document.',
  'about.set': 'Questionnaire',
  'about.set-version': 'Version',
  'about.set-basis': 'Basis',
  'about.set-status': 'State of the document',
  'about.licences': 'Open-source parts and licences',
  'about.licences-more': 'The program uses these open-source parts, each under its own licence.',
  'about.fonts': 'Fonts',
  'about.fonts-more':
    'Two fonts are used and shipped with the program under the SIL Open Font License 1.1: they may be used, copied and shipped with software free of charge, and not be sold by themselves.',
  'about.font-screen': 'Be Vietnam Pro: text on the screen and in reports of enterprises',
  'about.font-print': 'Tinos: text in reports of agencies, of the same widths as Times New Roman',
};
