/** What happened in a run of the stand-in, for tests to look at, and the answers that they have prepared. */
import type { MessageBoxReturnValue, OpenDialogReturnValue, SaveDialogReturnValue } from 'electron';

export interface LoggedRequest {
  /** As the program sees it (app://…). */
  readonly url: string;
  /** served by the program's own scheme; refused by its request filter; network: nobody stopped it. */
  readonly outcome: 'served' | 'refused' | 'network';
  readonly status: number | null;
  readonly headers: Readonly<Record<string, string>>;
}

export interface DialogAnswers {
  readonly save: SaveDialogReturnValue;
  readonly open: OpenDialogReturnValue;
  readonly message: MessageBoxReturnValue;
}
export type DialogKind = keyof DialogAnswers;

export interface ShownDialog {
  readonly kind: DialogKind | 'error';
  readonly hasOwner: boolean;
  readonly options: Readonly<Record<string, unknown>>;
}

export const requests: LoggedRequest[] = [];
export const dialogs: ShownDialog[] = [];
/** Decisions that the program was asked for: 'window.open deny https://…', 'navigate refused https://…'. */
export const decisions: string[] = [];
/** Calls that would have left the program: 'openPath /folder'. */
export const shellCalls: string[] = [];
export const consoleLines: string[] = [];

const prepared: { [K in DialogKind]: DialogAnswers[K][] } = { save: [], open: [], message: [] };
const waiting: { [K in DialogKind]: ((answer: DialogAnswers[K]) => void)[] } = { save: [], open: [], message: [] };

/** The next dialog of this kind, or the one that is open now, is answered so. */
export function prepareAnswer<K extends DialogKind>(kind: K, answer: DialogAnswers[K]): void {
  const open = waiting[kind].shift();
  if (open) open(answer);
  else prepared[kind].push(answer);
}

/** Like a real dialog it stays open until somebody answers. */
export function takeAnswer<K extends DialogKind>(kind: K): Promise<DialogAnswers[K]> {
  const answer = prepared[kind].shift();
  return answer ? Promise.resolve(answer) : new Promise((resolve) => waiting[kind].push(resolve));
}

/** A synchronous dialog holds the whole program, so its answer must have been prepared. */
export function takeAnswerNow<K extends DialogKind>(kind: K): DialogAnswers[K] {
  const answer = prepared[kind].shift();
  if (!answer) throw new Error(`stand-in: no answer was prepared for the ${kind} dialog`);
  return answer;
}
