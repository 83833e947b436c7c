import type { Catalogue } from '../../domain/wording/catalogue.ts';
import type { vi } from './vi.ts';

/** Words of the native parts of the desktop program in English. */
export const en: Catalogue<typeof vi> = {
  'window.title': 'Thước Số',

  'folder.hand-over': 'Choose the folder or stick to hand in to',
  'folder.class': 'Choose the folder of the class',
  'folder.collect': 'Choose the folder with the result files',

  'menu.file': '&File',
  'menu.home': '&Home page',
  'menu.open': '&Open a file…',
  'menu.print': '&Print…',
  'menu.library': 'Questionnaire &library',
  'menu.backup': '&Backup and restore',
  'menu.settings': '&Settings',
  'menu.data-folder': 'Open &data folder',
  'menu.quit': '&Quit',

  'menu.edit': '&Edit',
  'menu.undo': '&Undo',
  'menu.redo': '&Redo',
  'menu.cut': 'Cu&t',
  'menu.copy': '&Copy',
  'menu.paste': '&Paste',
  'menu.select-all': 'Select &all',

  'menu.view': '&View',
  'menu.zoom-in': 'Zoom &in',
  'menu.zoom-out': 'Zoom &out',
  'menu.zoom-reset': 'Zoom &100%',
  'menu.projector': '&Present',
  'menu.language': '&Vietnamese (Tiếng Việt)',

  'menu.assessment': '&Assessment',
  'menu.new': '&New assessment',
  'menu.answer': '&Answer',
  'menu.check': '&Check',
  'menu.result': '&Result',
  'menu.plan': 'P&lan',
  'menu.evidence': 'E&vidence library',
  'menu.compare': 'Co&mpare',
  'menu.export-xlsx': 'Export &Excel…',
  'menu.export-pdf': 'Export P&DF…',

  'menu.help': '&Help',
  'menu.help-page': '&User guide',
  'menu.shortcuts': '&Keyboard shortcuts',
  'menu.about': '&About Thước Số',

  'save.title': 'Save file',
  'save.xlsx': 'Excel workbook',
  'save.pdf': 'PDF document',
  'save.other': 'All files',

  'start.title': 'Thước Số could not open its data',
  'start.unexpected': 'Something unexpected happened while starting. Saved data is unchanged. Log reference: {{ref}}.',
  'start.folder': 'Data folder: {{folder}}',
  'start.retry': '&Try again',
  'start.open-folder': '&Open data folder',
  'start.quit': '&Quit',

  'leave.title': 'A change is not saved yet',
  'leave.message': 'Stay to see why and try again. Closing now loses the last change.',
  'leave.stay': '&Stay',
  'leave.close': '&Close without saving',

  'gone.title': 'The Thước Số window has stopped working',
  'gone.message': 'All saved answers are untouched. Open the window again to continue.',
  'gone.reopen': '&Open again',
};
