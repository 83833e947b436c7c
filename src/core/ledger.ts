import type { LedgerView, OwnResult } from '../contract/views/plan.ts';
import { answersOf } from '../domain/assessment/answer.ts';
import { comparePeriods } from '../domain/assessment/period.ts';
import { toFraction, type Exact } from '../domain/exact/exact.ts';
import { score } from '../domain/scoring/score.ts';
import { summariseAssessment } from './assessments.ts';
import type { Handlers } from './dispatch.ts';
import type { Library } from './library.ts';
import { readyFor } from './library-context.ts';
import type { AssessmentRow, Ports } from './ports.ts';

const text = (value: Exact | null): string | null => (value === null ? null : toFraction(value));

/** The ledger keeps what others have published; own finished assessments are shown beside it as they are. */
export function ledgerHandlers(
  ports: Ports,
  library: Library,
): Pick<Handlers, 'indexes.list' | 'indexes.save' | 'indexes.remove'> {
  const { storage } = ports;

  function ownResult(row: AssessmentRow): OwnResult {
    const { questionnaire, prepared } = readyFor(ports, library, row);
    const scored = score(prepared, answersOf(storage.answers.list(row.id)));
    const { id, questionnaireTitle, organisationName, period, sample } = summariseAssessment(ports, library, row);
    return {
      assessmentId: id,
      title: questionnaireTitle,
      organisation: organisationName,
      period,
      level: scored.level,
      levelName: questionnaire.levels.find(({ value }) => value === scored.level)?.name ?? null,
      value: text(scored.value),
      max: text(scored.max),
      decimals: questionnaire.scoring.decimals,
      sample,
    };
  }

  async function view(): Promise<LedgerView> {
    const { indexes: names } = await ports.plans.load();
    const own = storage.assessments
      .list()
      .filter((row) => row.state === 'finished')
      .sort((a, b) => comparePeriods(b.period, a.period))
      .map(ownResult);
    return { entries: storage.plans.indexes(), own, names };
  }

  function changed(): Promise<LedgerView> {
    ports.emit({ type: 'ledger.changed' });
    return view();
  }

  return {
    'indexes.list': view,
    'indexes.save': ({ entry }) => {
      // An entry that was edited is the person's own; it stays when the samples go.
      storage.transaction(() => storage.plans.saveIndex({ ...entry, sample: false }, ports.now()));
      return changed();
    },
    'indexes.remove': ({ id }) => {
      storage.transaction(() => storage.plans.removeIndex(id));
      return changed();
    },
  };
}
