import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { AssessmentSummary, ExportTicket } from '../../../contract/views.ts';
import type { Language } from '../../../domain/text/localized.ts';
import { call } from '../../api/client.ts';
import { settleReport } from '../report/sessions.ts';
import type { PDFDocumentProxy, PDFPageProxy } from './pdf.ts';

export interface ShownDocument {
  readonly assessment: AssessmentSummary;
  /** Names the very file that is shown, for handing it over. */
  readonly file: ExportTicket;
  readonly pdf: PDFDocumentProxy;
  readonly pages: readonly PDFPageProxy[];
}

function bytesOf(base64: string): Uint8Array {
  return Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
}

/** Makes the report as it is exported, and opens it. */
async function makeDocument(assessmentId: string, language: Language): Promise<ShownDocument> {
  // What is still being typed belongs into the document.
  await settleReport(assessmentId);
  const reader = import('./pdf.ts');
  const { summary } = await call('assessments.open', { id: assessmentId });
  const file = await call('reports.export', { assessmentId, format: 'pdf', language });
  const { base64 } = await call('files.open', { ticket: file.ticket });
  const pdf = await (await reader).openPdf(bytesOf(base64));
  const numbers = Array.from({ length: pdf.numPages }, (_, index) => index + 1);
  const pages = await Promise.all(numbers.map((number) => pdf.getPage(number)));
  return { assessment: summary, file, pdf, pages };
}

/** The document of an assessment in a language, made anew with every visit. */
export function useDocument(assessmentId: string, language: Language) {
  const query = useQuery({
    queryKey: ['preview', assessmentId, language],
    queryFn: () => makeDocument(assessmentId, language),
    staleTime: Infinity,
    gcTime: 0,
    structuralSharing: false,
  });
  const pdf = query.data?.pdf;
  // Pages hold memory in the worker until they are told to let go.
  useEffect(() => () => void pdf?.cleanup(), [pdf]);
  return query;
}
