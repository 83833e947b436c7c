import { ask, openInMemory, type Context } from '../context.ts';
import { printResult, USUAL_FORMATS, writeReports } from './sheets.ts';

/** The main job on the shipped sample answers: score, explain, and write workbook and PDF of the newest rounds. */
export async function demo(context: Context, folder: string): Promise<number> {
  const application = await openInMemory();
  try {
    context.print(context.say('demo.title'));
    const samples = await ask(application, 'samples.add', {});
    const outcomes = [];
    // Earlier rounds are there for comparison only; the newest round of each organisation is the draft.
    for (const { id, organisationName } of samples.filter((sample) => sample.state === 'draft')) {
      await ask(application, 'assessments.finish', { id });
      const result = await ask(application, 'results.get', { assessmentId: id });
      context.print(`\n${organisationName}`);
      printResult(context, result);
      const files = await writeReports(context, application, id, USUAL_FORMATS, folder);
      outcomes.push({ organisation: organisationName, level: result.level, files });
    }
    context.printJson(outcomes);
    return 0;
  } finally {
    await application.close();
  }
}
