import type { Catalogue } from '../../domain/wording/catalogue.ts';
import type { vi } from './vi.ts';

/** Words of the native parts of the desktop program in English. */
export const en: Catalogue<typeof vi> = {
  'window.title': 'Thước Số',

  'menu.file': '&File',
  'menu.new': '&New assessment',
  'menu.home': '&Home page',
  'menu.export-xlsx': 'Export &Excel…',
  'menu.export-pdf': 'Export &PDF…',
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
  'menu.full-screen': '&Full screen',
  'menu.language': '&Vietnamese (Tiếng Việt)',

  'menu.help': '&Help',
  'menu.help-page': '&User guide',
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
