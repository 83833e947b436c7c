/** One program, two drivers: what a journey may do with the running desktop program on the stand-in and on Electron. */
import type { Page } from 'playwright-core';

export interface Desktop {
  /** The window's page. */
  readonly page: Page;
  /** Addresses of everything that was asked for and is not the program's own page. */
  readonly foreignRequests: () => Promise<string[]>;
  /** Chooses a menu entry by its labels, without access key marks. */
  readonly clickMenu: (...labels: string[]) => Promise<void>;
  readonly menuBar: () => Promise<string[]>;
  /** The next save dialog is answered with this path; null cancels it. */
  readonly answerSave: (path: string | null) => Promise<void>;
  /** The next dialog for opening is answered with this path; null cancels it. */
  readonly answerOpen: (path: string | null) => Promise<void>;
  /** @returns exit code */
  readonly quit: () => Promise<number | null>;
  /** Power cut: the process ends without a word. */
  readonly kill: () => Promise<void>;
}

export interface DesktopOptions {
  /** Folder with the built program; the checkout without it. */
  readonly project?: string;
  /** Further arguments of the start, such as files to open. */
  readonly args?: readonly string[];
  /** Parent of everything that this run writes: data/, profile/, documents/. */
  readonly folder: string;
  readonly env?: Readonly<Record<string, string>>;
}

export interface DesktopDriver {
  readonly name: string;
  readonly launch: (options: DesktopOptions) => Promise<Desktop>;
}
