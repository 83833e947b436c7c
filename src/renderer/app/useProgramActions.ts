import { useLocation } from 'wouter';
import { runMenuAction, useAppEvent, useMenuActions } from '../api/events.ts';
import { currentOrganisation, newestDraft, roundsOf } from '../api/lists.ts';
import { useAssessments, useOrganisations, useSettings, useUpdateSettings } from '../api/queries.ts';
import { editField } from './edit.ts';
import { openHelp } from './help.ts';
import { openFile } from './open-file.ts';
import { toggleProjector } from './projector.ts';
import { useZoom } from './useGlobalKeys.ts';

const ASSESSMENT = /^\/assessments\/([^/]+)\//;

/**
 * The assessment that "answer", "check", "result" and their like in the menu mean: the open one, else the newest draft of the
 * organisation on the home screen, else its latest round.
 */
export function useMeantAssessment(): string | null {
  const [place] = useLocation();
  const { organisationId } = useSettings();
  const organisations = useOrganisations().data ?? [];
  const assessments = useAssessments().data ?? [];
  const open = ASSESSMENT.exec(place)?.[1];
  if (open) return open;
  const current = currentOrganisation(organisations, organisationId);
  const rounds = current ? roundsOf(assessments, current.id) : [];
  return (newestDraft(rounds) ?? rounds[0])?.id ?? null;
}

/** Entries of the native menu, and the keys of every screen, do what the controls of the page do. */
export function useProgramActions(): void {
  const [place, navigate] = useLocation();
  const { language } = useSettings();
  const update = useUpdateSettings();
  const zoom = useZoom();
  const meant = useMeantAssessment();
  const step = (name: 'answer' | 'check' | 'result' | 'plan' | 'evidence') => () =>
    navigate(meant ? `/assessments/${meant}/${name}` : '/');
  useMenuActions(
    {
      home: () => navigate('/'),
      new: () => navigate('/start'),
      open: openFile,
      print: () => window.print(),
      settings: () => navigate('/settings'),
      undo: () => editField('undo'),
      redo: () => editField('redo'),
      answer: step('answer'),
      check: step('check'),
      result: step('result'),
      plan: step('plan'),
      evidence: step('evidence'),
      compare: () => navigate(ASSESSMENT.test(place) && meant ? `/assessments/${meant}/compare` : '/compare'),
      library: () => navigate('/library'),
      backup: () => navigate('/data'),
      // The result screen exports; from anywhere else this leads there.
      'export-xlsx': step('result'),
      'export-pdf': step('result'),
      'zoom-in': zoom.larger,
      'zoom-out': zoom.smaller,
      'zoom-reset': zoom.reset,
      projector: toggleProjector,
      language: () => update.mutate({ language: language === 'vi' ? 'en' : 'vi' }),
      help: openHelp,
      shortcuts: () => navigate('/shortcuts'),
      about: () => navigate('/about'),
    },
    true,
  );
  useAppEvent((event) => {
    if (event.type === 'menu') runMenuAction(event.action);
  });
}
