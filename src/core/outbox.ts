import type { OutgoingFile } from './ports.ts';

/** Finished files wait here until the person has chosen a place; only the newest few are kept. */
export interface Outbox {
  put(file: OutgoingFile): void;
  /** The file, or null when it is unknown or has made room for newer ones. It stays, so that a failed save can be repeated. */
  get(ticket: string): OutgoingFile | null;
}

const KEPT = 12;

export function createOutbox(): Outbox {
  const files = new Map<string, OutgoingFile>();
  return {
    put(file) {
      files.set(file.ticket, file);
      for (const ticket of files.keys()) {
        if (files.size <= KEPT) break;
        files.delete(ticket);
      }
    },
    get: (ticket) => files.get(ticket) ?? null,
  };
}
