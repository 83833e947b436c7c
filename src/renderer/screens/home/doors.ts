import {
  ArrowLeftRight,
  BookOpenCheck,
  Building2,
  FileStack,
  FileText,
  FolderOpen,
  Layers,
  Plus,
  Trash2,
  TrendingUp,
  Users,
  type LucideIcon,
} from 'lucide-react';
import type { MenuAction } from '../../../contract/surface.ts';
import { shownIn } from '../../app/mode.ts';
import type { Mode } from '../../../contract/views/settings.ts';

/** Names the sentences: `home.<id>` and `home.<id>-more`. */
export type DoorId =
  | 'new'
  | 'open'
  | 'evidence'
  | 'compare'
  | 'appraise'
  | 'class'
  | 'collections'
  | 'author'
  | 'ledger'
  | 'profile'
  | 'samples-remove'
  | 'samples-add';

/** One of the other things that can be done from home. */
export interface Door {
  readonly id: DoorId;
  readonly icon: LucideIcon;
  /** Where it leads, what it does in the program, or what to do with the sample data. */
  readonly leads: { readonly to: string } | { readonly action: MenuAction } | { readonly samples: 'add' | 'remove' };
}

/** What is known when the list is made. */
export interface DoorFacts {
  readonly mode: Mode;
  /** The organisation that home is about; null before the first one. */
  readonly organisationId: string | null;
  /** Its assessment that is being worked on, or else the latest; null before the first. */
  readonly assessmentId: string | null;
  /** There are two assessments at least. */
  readonly canCompare: boolean;
  readonly hasSamples: boolean;
}

/** Everything that is not the next step, in the order of use. */
export function doorsOf({ mode, organisationId, assessmentId, canCompare, hasSamples }: DoorFacts): Door[] {
  const { appraisal, classFlow, authoring } = shownIn(mode);
  const doors: (Door | false)[] = [
    // Trainers and departments gather results first of all.
    (classFlow || appraisal) && { id: 'collections', icon: Layers, leads: { to: '/collections' } },
    organisationId !== null && { id: 'new', icon: Plus, leads: { to: '/start' } },
    { id: 'open', icon: FolderOpen, leads: { action: 'open' } },
    appraisal && { id: 'appraise', icon: BookOpenCheck, leads: { to: '/help/appraisal' } },
    classFlow && { id: 'class', icon: Users, leads: { to: '/class' } },
    authoring && { id: 'author', icon: FileText, leads: { to: '/library' } },
    assessmentId !== null && {
      id: 'evidence',
      icon: FileStack,
      leads: { to: `/assessments/${assessmentId}/evidence` },
    },
    canCompare && { id: 'compare', icon: ArrowLeftRight, leads: { to: '/compare' } },
    organisationId !== null && { id: 'ledger', icon: TrendingUp, leads: { to: '/ledger' } },
    organisationId !== null && { id: 'profile', icon: Building2, leads: { to: `/organisations/${organisationId}` } },
    hasSamples
      ? { id: 'samples-remove', icon: Trash2, leads: { samples: 'remove' } }
      : { id: 'samples-add', icon: FileText, leads: { samples: 'add' } },
  ];
  return doors.filter((door) => door !== false);
}
