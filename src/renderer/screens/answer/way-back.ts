/** Kept in the history entry, so it ends when one goes on to another question and survives a reload. */
interface WayBack {
  readonly back: 'check';
}

/** State for a link that leads from checking to a question and is to lead back. */
export const BACK_TO_CHECK: WayBack = { back: 'check' };

/** Did the present place come from checking? */
export function returnsToCheck(): boolean {
  return (history.state as Partial<WayBack> | null)?.back === 'check';
}

let lastFixed: string | null = null;

/** Notes which row the question was opened from, so that coming back finds it. */
export function noteFixed(itemId: string): void {
  lastFixed = itemId;
}

/** @returns the row to come back to, once */
export function takeFixed(): string | null {
  const itemId = lastFixed;
  lastFixed = null;
  return itemId;
}
