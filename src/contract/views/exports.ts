/**
 * What a result can be exported as. The workbook is also the result file; `detail` formats are tables for other programs;
 * `certificate` is the one-page summary, `slide` and `slide-png` the page for a projector.
 */
export const REPORT_FORMATS = ['xlsx', 'pdf', 'docx', 'csv', 'json', 'certificate', 'slide', 'slide-png'] as const;
export type ReportFormat = (typeof REPORT_FORMATS)[number];

/** What the file of each format is: its ending, and a word in its name where several have the same ending. */
export const REPORT_FILES: Readonly<Record<ReportFormat, { readonly ending: string; readonly word: string }>> = {
  xlsx: { ending: 'xlsx', word: '' },
  pdf: { ending: 'pdf', word: '' },
  docx: { ending: 'docx', word: '' },
  csv: { ending: 'csv', word: 'chi-tiet' },
  json: { ending: 'json', word: 'chi-tiet' },
  certificate: { ending: 'pdf', word: 'tom-tat' },
  slide: { ending: 'pdf', word: 'trinh-chieu' },
  'slide-png': { ending: 'png', word: 'trinh-chieu' },
};
