import { AppError } from '../contract/errors.ts';
import { REPORT_FILES } from '../contract/views/exports.ts';
import { exportFileName } from '../domain/assessment/file-name.ts';
import { toBase64 } from '../domain/text/base64.ts';
import { findAssessment } from './assessments.ts';
import type { Handlers } from './dispatch.ts';
import type { Library } from './library.ts';
import type { Outbox } from './outbox.ts';
import type { OutgoingFile, Ports } from './ports.ts';
import { keepDetails } from './report-details.ts';
import { documentOf } from './result-document.ts';
import { readSettings } from './settings.ts';

export function reportHandlers(
  ports: Ports,
  library: Library,
  outbox: Outbox,
): Pick<Handlers, 'reports.export' | 'files.open' | 'files.deliver'> {
  function waiting(ticket: string): OutgoingFile {
    const file = outbox.get(ticket);
    if (!file) throw new AppError('ticket.unknown');
    return file;
  }

  return {
    'reports.export': async ({ assessmentId, format, language }) => {
      const row = findAssessment(ports, assessmentId);
      keepDetails(ports, row, ports.now());
      const document = await documentOf(ports, library, row, language);
      const bytes = await ports.documents.render(format, document);
      const { ending, word } = REPORT_FILES[format];
      const about = word === '' ? row.questionnaireId : `${word}-${row.questionnaireId}`;
      const fileName = exportFileName(document.machine.organisation.name, about, row.period, ending);
      const ticket = ports.newId();
      outbox.put({ ticket, fileName, bytes });
      return { ticket, fileName, bytes: bytes.length };
    },
    'files.open': ({ ticket }) => {
      const { fileName, bytes } = waiting(ticket);
      return { fileName, base64: toBase64(bytes) };
    },
    'files.deliver': ({ ticket }) => ports.deliver(waiting(ticket), readSettings(ports.storage).language),
  };
}
