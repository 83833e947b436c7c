import { answerHandlers } from './answers.ts';
import { appraisalImportHandlers } from './appraisal-import.ts';
import { appraisalHandlers } from './appraisals.ts';
import { assessmentHandlers } from './assessments.ts';
import { classFlowHandlers } from './class-flow.ts';
import { createCollections, type Collections } from './collections/index.ts';
import { compareHandlers } from './compare.ts';
import { backupHandlers } from './data.ts';
import { diagnosticHandlers } from './diagnostics.ts';
import { createDispatch, type Dispatch } from './dispatch.ts';
import { evidenceHandlers } from './evidence.ts';
import { createKeeper } from './keeper.ts';
import { handOverHandlers } from './handover.ts';
import { handoutHandlers } from './handouts.ts';
import { libraryHandlers } from './library-handlers.ts';
import { createLibrary, type Library, type LoadedQuestionnaire } from './library.ts';
import { createOpening, type Inbox } from './opening.ts';
import { organisationHandlers } from './organisations.ts';
import { createOutbox, type Outbox } from './outbox.ts';
import { packingHandlers } from './packing.ts';
import { ledgerHandlers } from './ledger.ts';
import { planExportHandlers } from './plan-export.ts';
import { planHandlers } from './plan.ts';
import type { Ports } from './ports.ts';
import { privacyHandlers } from './privacy.ts';
import { openHandlers } from './recovery.ts';
import { reportDetailsHandlers } from './report-details.ts';
import { reportHandlers } from './reports.ts';
import { resultHandlers } from './results.ts';
import type { SampleResult } from './sample-results.ts';
import { sampleHandlers, storeSample } from './samples.ts';
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
  /** Adds a result that was made up, finished and marked as a sample. */
  readonly addSample: (loaded: LoadedQuestionnaire, made: SampleResult) => void;
  /** Finished files that a host may hand out (browser download). */
  readonly outbox: Pick<Outbox, 'get'>;
  /** Takes files that the system asks the program to open. */
  readonly inbox: Inbox;
  /** Piles of result files that a person named by their paths. */
  readonly piles: Collections['runs'];
  /** Makes the automatic backup when one is due; to be called after the start. Never throws. */
  readonly backUp: () => Promise<void>;
  /** Ends after a backup that is due. */
  readonly close: () => Promise<void>;
}

/** Joins the use cases; the type of createDispatch proves that no method of the contract is missing. */
export function createApplication(ports: Ports): Application {
  const library = createLibrary(ports);
  const outbox = createOutbox();
  const keeper = createKeeper(ports);
  const questionnaires = libraryHandlers(ports, library);
  const opening = createOpening(ports, library, outbox, questionnaires['library.add']);
  const organisations = organisationHandlers(ports, library);
  const assessments = assessmentHandlers(ports, library);
  const collections = createCollections(ports, library, outbox);
  const dispatch = createDispatch(
    {
      ...settingsHandlers(ports),
      ...organisations,
      ...assessments,
      'assessments.finish': async (input) => {
        const view = await assessments['assessments.finish'](input);
        // Acknowledged already; the backup goes on by itself and tells when it cannot be made.
        void keeper.finished();
        return view;
      },
      ...answerHandlers(ports, library),
      ...appraisalHandlers(ports, library),
      ...appraisalImportHandlers(ports, library, opening.uploads),
      ...evidenceHandlers(ports, library, outbox),
      ...resultHandlers(ports, library),
      ...compareHandlers(ports, library),
      ...reportHandlers(ports, library, outbox),
      ...handoutHandlers(ports, library, outbox),
      ...reportDetailsHandlers(ports, library),
      ...planHandlers(ports, library),
      ...planExportHandlers(ports, library, outbox),
      ...ledgerHandlers(ports, library),
      ...collections.handlers,
      ...sampleHandlers(ports, library),
      ...questionnaires,
      ...opening.handlers,
      ...handOverHandlers(ports, library, outbox),
      ...packingHandlers(ports, library, outbox),
      // After the lists that it shortens while a class runs.
      ...classFlowHandlers(ports, library, outbox, { ...organisations, ...assessments }),
      ...backupHandlers(ports, library, outbox, keeper),
      ...diagnosticHandlers(ports, outbox),
      ...privacyHandlers(ports, outbox, keeper),
      ...openHandlers,
    },
    ports,
  );
  let closing: Promise<void> | null = null;
  async function close(): Promise<void> {
    await keeper.daily();
    await ports.documents.close();
    await ports.collecting.close();
    ports.storage.close();
  }
  return {
    dispatch,
    library,
    outbox,
    inbox: opening.inbox,
    piles: collections.runs,
    async addSheet(raw, file, finished) {
      const loaded = await questionnaireOfSheet(library, raw, file);
      const sheet = readSheet(ports, loaded, raw, file);
      const { name, kind } = sheet.organisation;
      const known = ports.storage.organisations.list().find((other) => other.name === name && other.kind === kind);
      return storeSheet(ports, library, loaded, sheet, known?.id ?? ports.newId(), finished).id;
    },
    addSample: (loaded, made) => storeSample(ports, library, loaded, made),
    backUp: () => keeper.daily(),
    close: () => (closing ??= close()),
  };
}
