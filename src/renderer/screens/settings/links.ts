import { BookOpen, Building2, HardDriveDownload, ListChecks, UserRound, type LucideIcon } from 'lucide-react';

/** A way from the settings to a screen. `settings.link-<id>` and `settings.link-<id>-more` name it. */
export interface SettingsLink {
  readonly id: 'profile' | 'backup' | 'backup-help' | 'library' | 'privacy';
  readonly icon: LucideIcon;
  /** @param organisationId the organisation on the home screen; null before the first one */
  readonly to: (organisationId: string | null) => string;
}

/** Links of the section "organisation". */
export const ORGANISATION_LINKS: readonly SettingsLink[] = [
  { id: 'profile', icon: Building2, to: (id) => `/organisations/${id ?? 'new'}` },
];

/** Links of the section "data". */
export const DATA_LINKS: readonly SettingsLink[] = [
  { id: 'backup', icon: HardDriveDownload, to: () => '/data' },
  { id: 'privacy', icon: UserRound, to: () => '/privacy' },
  { id: 'library', icon: ListChecks, to: () => '/library' },
  { id: 'backup-help', icon: BookOpen, to: () => '/help/backup' },
];
