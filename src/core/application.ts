import { answerHandlers } from './answers.ts';
import { assessmentHandlers } from './assessments.ts';
import { createDispatch, type Dispatch } from './dispatch.ts';
import { createLibrary, summarise, type Library } from './library.ts';
import { organisationHandlers } from './organisations.ts';
import { createOutbox, type Outbox } from './outbox.ts';
import type { Ports } from './ports.ts';
import { reportHandlers } from './reports.ts';
import { resultHandlers } from './results.ts';
import { sampleHandlers } from './samples.ts';
import { settingsHandlers } from './settings.ts';
import { questionnaireOfSheet, readSheet, storeSheet } from './sheets.ts';

/** The whole application behind one door; hosts add only a transport. */
export interface Application {
  readonly dispatch: Dispatch;
  readonly library: Library;
  /**
   * Adds an answer sheet as an assessment, for batch work without a screen.
   * @param file name for messages
   * @returns the assessment's id
   */
  readonly addSheet: (raw: unknown, file: string, finished: boolean) => Promise<string>;
  /** Finished files that a host may hand out (browser download). */
  readonly outbox: Pick<Outbox, 'get'>;
  readonly close: () => Promise<void>;
}

/** Joins the use cases; the type of createDispatch proves that no method of the contract is missing. */
export function createApplication(ports: Ports): Application {
  const library = createLibrary(ports);
  const outbox = createOutbox();
  const dispatch = createDispatch(
    {
      ...settingsHandlers(ports),
      ...organisationHandlers(ports),
      ...assessmentHandlers(ports, library),
      ...answerHandlers(ports, library),
      ...resultHandlers(ports, library),
      ...reportHandlers(ports, library, outbox),
      ...sampleHandlers(ports, library),
      'questionnaires.list': async () => {
        const { loaded, broken } = await library.all();
        return { questionnaires: loaded.map(summarise), broken };
      },
      // An assessment stays on the definition it was started with; the shipped folder is asked only for unused ones.
      'questionnaires.get': async ({ id, version }) => {
        const stored = ports.storage.questionnaires.find(id, version) !== null;
        const { questionnaire, hash } = stored ? library.getStored(id, version) : await library.get(id, version);
        return { questionnaire, hash };
      },
    },
    ports,
  );
  return {
    dispatch,
    library,
    outbox,
    async addSheet(raw, file, finished) {
      const loaded = await questionnaireOfSheet(library, raw, file);
      const sheet = readSheet(ports, loaded, raw, file);
      const { name, kind } = sheet.organisation;
      const known = ports.storage.organisations.list().find((other) => other.name === name && other.kind === kind);
      return storeSheet(ports, loaded, sheet, known?.id ?? ports.newId(), finished).id;
    },
    async close() {
      await ports.documents.close();
      ports.storage.close();
    },
  };
}
