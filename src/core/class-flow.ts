import { z } from 'zod';
import { AppError } from '../contract/errors.ts';
import type { ClassState } from '../contract/views/files.ts';
import { classFileName } from '../domain/assessment/file-name.ts';
import { findAssessment, finishedRow, keepDefinition } from './assessments.ts';
import type { Handlers } from './dispatch.ts';
import type { Library } from './library.ts';
import { readyFor } from './library-context.ts';
import { newRow } from './new-row.ts';
import { referenceProblems } from './organisations.ts';
import type { Outbox } from './outbox.ts';
import type { Ports } from './ports.ts';
import { documentOf } from './result-document.ts';
import { readSettings } from './settings.ts';

/** Name of the stored class among the settings; nothing that a person sets by hand. */
const CLASS = 'classFlow';

const storedSchema = z.object({
  title: z.string(),
  code: z.string(),
  questionnaireId: z.string(),
  questionnaireVersion: z.string(),
  kind: z.string(),
  province: z.string(),
  year: z.int(),
  folder: z.string().nullable(),
  done: z.int(),
  current: z.object({ assessmentId: z.string(), organisationId: z.string(), number: z.int() }).nullable(),
  startedAt: z.string(),
  /** Everybody who has sat here: hidden from every list while the class runs. */
  organisations: z.array(z.string()),
});
type Stored = z.infer<typeof storedSchema>;

type Methods = 'class.info' | 'class.folder' | 'class.start' | 'class.join' | 'class.leave' | 'class.end';
type Lists = Pick<Handlers, 'organisations.list' | 'assessments.list' | 'assessments.open'>;

/** What the class flow adds, and the lists without those who sat at the computer before. */
export function classFlowHandlers(
  ports: Ports,
  library: Library,
  outbox: Outbox,
  lists: Lists,
): Pick<Handlers, Methods> & Lists {
  const { storage, folders } = ports;
  /** Chosen in a dialog of this program; a page cannot name a folder itself. */
  let chosen: string | null = null;

  function read(): Stored | null {
    const text = storage.settings.all().get(CLASS) ?? '';
    if (text === '') return null;
    const parsed = storedSchema.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : null;
  }

  /** @throws AppError class.none */
  function running(): Stored {
    const state = read();
    if (!state) throw new AppError('class.none');
    return state;
  }

  const write = (state: Stored | null): void =>
    storage.settings.set(CLASS, state === null ? '' : JSON.stringify(state));

  async function view(state: Stored): Promise<ClassState> {
    const { questionnaireId: id, questionnaireVersion: version, current } = state;
    const { shortTitle } = (await library.get(id, version)).questionnaire;
    return {
      title: state.title,
      code: state.code,
      questionnaireId: id,
      questionnaireVersion: version,
      questionnaireTitle: shortTitle,
      kind: state.kind,
      province: state.province,
      folder: state.folder,
      done: state.done,
      current: current && { assessmentId: current.assessmentId, number: current.number },
      startedAt: state.startedAt,
    };
  }

  /** Organisations that must not be seen now. */
  function hidden(): ReadonlySet<string> {
    const state = read();
    return new Set(state?.organisations.filter((id) => id !== state.current?.organisationId));
  }

  return {
    'organisations.list': async (input) => {
      const hide = hidden();
      return (await lists['organisations.list'](input)).filter(({ id }) => !hide.has(id));
    },
    'assessments.list': async (input) => {
      const hide = hidden();
      return (await lists['assessments.list'](input)).filter(({ organisationId }) => !hide.has(organisationId));
    },

    'assessments.open': (input) => {
      // The way back in the page's history leads to the one who was here before.
      const row = storage.assessments.find(input.id);
      if (row && hidden().has(row.organisationId)) throw new AppError('assessment.unknown');
      return lists['assessments.open'](input);
    },

    'class.info': async () => {
      const state = read();
      return { state: state && (await view(state)) };
    },

    'class.folder': async () => {
      // While a class runs its folder stays.
      const state = read();
      if (state) return { folder: state.folder };
      const folder = folders ? await folders.choose('class', readSettings(storage).language) : null;
      chosen = folder ?? chosen;
      return { folder: chosen };
    },

    'class.start': async ({ title, code, questionnaireId, questionnaireVersion, kind, province, year }) => {
      const before = read();
      // The same request twice; another class has to be ended first.
      if (before) {
        if (before.code === code && before.title === title) return view(before);
        throw new AppError('class.running', { title: before.title });
      }
      await library.get(questionnaireId, questionnaireVersion);
      const problems = referenceProblems(ports.reference, { kind, province });
      if (problems.length > 0) throw new AppError('input.invalid', { method: 'class.start' }, problems);
      const state: Stored = {
        ...{ title, code, questionnaireId, questionnaireVersion, kind, province, year },
        folder: chosen,
        done: 0,
        current: null,
        startedAt: ports.now(),
        organisations: [],
      };
      storage.transaction(() => write(state));
      ports.emit({ type: 'class.changed' });
      return view(state);
    },

    'class.join': async ({ organisationId, assessmentId, name }) => {
      const before = running();
      if (before.current?.assessmentId === assessmentId) return view(before);
      if (before.current) throw new AppError('class.occupied');
      const loaded = await library.get(before.questionnaireId, before.questionnaireVersion);
      const { kind, province, year } = before;
      const number = before.organisations.length + 1;
      const at = ports.now();
      const state: Stored = {
        ...before,
        current: { assessmentId, organisationId, number },
        organisations: [...before.organisations, organisationId],
      };
      const empty = { code: '', address: '', contact: '', predecessors: [] };
      storage.transaction(() => {
        if (storage.organisations.find(organisationId) || storage.assessments.find(assessmentId))
          throw new AppError('class.occupied');
        startIn(loaded, { id: organisationId, name, kind, province, ...empty }, year, assessmentId, at);
        write(state);
      });
      changed(assessmentId);
      return view(state);
    },

    'class.leave': async ({ assessmentId, language }) => {
      const before = running();
      const { current } = before;
      if (current?.assessmentId !== assessmentId) throw new AppError('assessment.unknown');
      const open = findAssessment(ports, assessmentId);
      const row =
        open.state === 'finished' ? open : finishedRow(ports, readyFor(ports, library, open), open, ports.now());
      storage.transaction(() => storage.assessments.update(row));
      const bytes = await ports.documents.render('xlsx', await documentOf(ports, library, row, language));
      if ((await ports.files.recognise(bytes)).kind !== 'result') throw new AppError('document.failed');
      const fileName = classFileName(before.code, current.number, before.questionnaireId, before.year);
      let path: string | null = null;
      if (before.folder !== null && folders) {
        const written = await folders.write(before.folder, fileName, bytes);
        if (ports.files.hash(written.read) !== ports.files.hash(bytes))
          throw new AppError('file.differs', { file: written.path });
        path = written.path;
      }
      // Only a file that lies where it should lets the next one sit down.
      const state: Stored = { ...before, current: null, done: before.done + 1 };
      storage.transaction(() => write(state));
      changed(assessmentId);
      if (path !== null) return { kind: 'saved', path, state: await view(state) };
      const ticket = ports.newId();
      outbox.put({ ticket, fileName, bytes });
      return { kind: 'download', ticket, fileName, state: await view(state) };
    },

    'class.end': () => {
      const { title, code, done, folder, current } = running();
      if (current) throw new AppError('class.occupied');
      storage.transaction(() => write(null));
      chosen = null;
      ports.emit({ type: 'class.changed' });
      return { title, code, done, folder };
    },
  };

  function changed(assessmentId: string): void {
    ports.emit({ type: 'class.changed' });
    ports.emit({ type: 'organisation.changed', id: '' });
    ports.emit({ type: 'assessment.changed', id: assessmentId });
  }

  function startIn(
    loaded: Awaited<ReturnType<Library['get']>>,
    organisation: Parameters<Ports['storage']['organisations']['save']>[0],
    year: number,
    assessmentId: string,
    at: string,
  ): void {
    keepDefinition(ports, loaded, at);
    storage.organisations.save(organisation, false, at);
    storage.assessments.add(
      newRow(library, loaded, {
        id: assessmentId,
        organisationId: organisation.id,
        kind: organisation.kind,
        period: { kind: 'once', year, number: 1 },
        at,
      }),
    );
    storage.settings.set('organisationId', organisation.id);
  }
}
