import { resolve } from 'node:path';

/** Endings of files that can be opened with the program; anything else among the arguments is none of its files. */
const OPENED = /\.(thuocso|xlsx|ya?ml|json)$/i;

/**
 * The files among the arguments of a start. Switches are left out, also those that Chromium adds to a second start.
 * @param folder where the start was made; relative names are meant from there
 */
export function incomingPaths(argv: readonly string[], folder: string): string[] {
  return argv
    .slice(1)
    .filter((argument) => !argument.startsWith('-') && OPENED.test(argument))
    .map((argument) => resolve(folder, argument));
}
