import { outcomeText } from '../../domain/collection/outcome-text.ts';
import type { OutcomeKind } from '../../domain/collection/types.ts';
import { openInMemory, EXIT_CODES, type Context } from '../context.ts';
import { importPaths } from './aggregate.ts';

/** Outcomes of files that are intact and whose score is that of their answers. */
const SOUND: ReadonlySet<OutcomeKind> = new Set(['accepted', 'known', 'revision', 'earlier', 'conflict']);

/**
 * Checks result files: data part, sheets, answers and score.
 * @returns the exit code for faulty input when a file is not sound
 */
export async function verifyFiles(context: Context, files: readonly string[]): Promise<number> {
  const application = await openInMemory();
  try {
    const { outcomes } = await importPaths(application, files, context.language);
    const checked = outcomes.map((outcome) => ({ ...outcome, sound: SOUND.has(outcome.kind) }));
    for (const outcome of checked) {
      const { verdict, why } = outcomeText(outcome, context.language);
      const mark = outcome.sound ? '✓' : '✗';
      context.print(
        `${mark} ${outcome.name}: ${[verdict, outcome.unit, why].filter((part) => part !== '').join(' · ')}`,
      );
    }
    context.printJson(checked);
    return checked.every(({ sound }) => sound) ? 0 : EXIT_CODES.input;
  } finally {
    await application.close();
  }
}
