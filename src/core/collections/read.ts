/** What a result of somebody else says: its answers fit the questionnaire, and its score is taken anew from them. */
import { answersOf } from '../../domain/assessment/answer.ts';
import { isAppraised } from '../../domain/assessment/appraisal.ts';
import { checkAnswer } from '../../domain/assessment/check-answer.ts';
import { evidenceAtStake } from '../../domain/assessment/evidence-at-stake.ts';
import { figuresOf, writeFigures } from '../../domain/collection/figures.ts';
import { layoutOf } from '../../domain/collection/layout.ts';
import type { Layout, QualityFlag, UnitFigures } from '../../domain/collection/types.ts';
import { compare, exact } from '../../domain/exact/exact.ts';
import type { Problem } from '../../domain/problem.ts';
import type { Item, Questionnaire } from '../../domain/questionnaire/types.ts';
import { itemIndex } from '../../domain/questionnaire/walk.ts';
import { contentHash, type Sha256 } from '../../domain/result-file/identity.ts';
import type { ResultFile } from '../../domain/result-file/schema.ts';
import { prepare } from '../../domain/scoring/prepare.ts';
import type { Prepared } from '../../domain/scoring/prepared.ts';
import type { NodeScore } from '../../domain/scoring/result.ts';
import { score } from '../../domain/scoring/score.ts';
import { scoreAppraised } from '../rollups.ts';
import type { ReadResult } from '../ports/collections.ts';

/** A questionnaire version made ready for many results, once for each kind of organisation and year. */
export interface Ready {
  readonly hash: string;
  readonly layout: Layout;
  readonly items: ReadonlyMap<string, Item>;
  prepared(kind: string, year: number): Prepared;
}

/** Kinds and years kept ready at a time. */
const MAX_CONTEXTS = 24;

export function readyToRead(questionnaire: Questionnaire, hash: string): Ready {
  const contexts = new Map<string, Prepared>();
  return {
    hash,
    layout: layoutOf(questionnaire, hash),
    items: itemIndex(questionnaire),
    prepared(kind, year) {
      const key = `${year} ${kind}`;
      let prepared = contexts.get(key);
      if (prepared === undefined) {
        if (contexts.size >= MAX_CONTEXTS) contexts.clear();
        prepared = prepare(questionnaire, { kind, year });
        contexts.set(key, prepared);
      }
      return prepared;
    },
  };
}

/** So many faults of one file are named. */
const MAX_PROBLEMS = 10;

/** Answers that do not fit their items, and citations of documents that are not there. */
export function resultProblems(file: ResultFile, items: ReadonlyMap<string, Item>): Problem[] {
  const problems: Problem[] = [];
  const documents = new Set(file.evidence.map(({ id }) => id));
  const seen = new Set<string>();
  for (const { itemId, answer, evidence } of file.records) {
    const path = ['records', itemId];
    const item = items.get(itemId);
    if (!item) problems.push({ path, code: 'unknown-item', params: { id: itemId } });
    else for (const found of checkAnswer(item, answer)) problems.push({ ...found, path: [...path, ...found.path] });
    if (seen.has(itemId)) problems.push({ path, code: 'duplicate-id', params: { id: itemId } });
    seen.add(itemId);
    for (const id of evidence)
      if (!documents.has(id)) problems.push({ path, code: 'unknown-evidence', params: { id } });
  }
  for (const { itemId, answer } of file.appraisals ?? []) {
    const path = ['appraisals', itemId];
    const item = items.get(itemId);
    if (!item) problems.push({ path, code: 'unknown-item', params: { id: itemId } });
    else if (answer)
      for (const found of checkAnswer(item, answer)) problems.push({ ...found, path: [...path, ...found.path] });
  }
  return problems.slice(0, MAX_PROBLEMS);
}

type Stated = ResultFile['score']['total'];

/** Is the stated figure of the file another one than its answers give? */
function differs(stated: Stated, scored: NodeScore): boolean {
  if (stated.level !== scored.level || (stated.value === null) !== (scored.value === null)) return true;
  return stated.value !== null && scored.value !== null && compare(exact(stated.value), scored.value) !== 0;
}

const line = ({ total, nodes }: UnitFigures): string => writeFigures([total, ...nodes]);

/**
 * Scores a result anew. What the file states of its score is compared and never used.
 * @param deflate packs text for storage
 * @returns what is kept of it, or what is wrong with its answers
 */
export function evaluateResult(
  ready: Ready,
  file: ResultFile,
  sha256: Sha256,
  deflate: (text: string) => Uint8Array,
): { readonly result: ReadResult } | { readonly problems: readonly Problem[] } {
  const problems = resultProblems(file, ready.items);
  if (problems.length > 0) return { problems };
  const { assessment, organisation, period, records } = file;
  const prepared = ready.prepared(organisation.kind, period.year);
  const scored = score(prepared, answersOf(records));
  const appraisals = (file.appraisals ?? []).filter(isAppraised);
  const appraised =
    appraisals.length === 0 ? null : figuresOf(ready.layout, scoreAppraised(prepared, records, appraisals));
  const figures = figuresOf(ready.layout, scored);
  const { total, answered, notApplicable, unanswered } = scored.tally;
  const quality: QualityFlag[] = [];
  if (assessment.state === 'draft') quality.push('draft');
  if (unanswered > 0) quality.push('incomplete');
  if (differs(file.score.total, scored)) quality.push('rescored');
  if (evidenceAtStake(prepared, scored, records).length > 0) quality.push('evidence-missing');
  if (assessment.sample) quality.push('sample');
  if (scored.insufficient) quality.push('insufficient');
  let text = '';
  const hash = contentHash(file, (canonical) => sha256((text = canonical)));
  return {
    result: {
      questionnaire: { id: file.questionnaire.id, version: file.questionnaire.version, hash: ready.hash },
      period: { kind: period.kind, year: period.year, number: period.number },
      organisation: {
        id: organisation.id,
        name: organisation.name,
        code: organisation.code,
        kind: organisation.kind,
        province: organisation.province,
      },
      resultId: assessment.id,
      revision: file.revision,
      replaces: file.replaces,
      contentHash: hash,
      state: assessment.state,
      sample: assessment.sample,
      program: file.program,
      exportedAt: file.exportedAt,
      quality,
      completeness: [total, answered, notApplicable, unanswered],
      nodes: line(figures),
      items: writeFigures(figures.items),
      appraisedNodes: appraised && line(appraised),
      appraisedItems: appraised && writeFigures(appraised.items),
      content: deflate(text),
    },
  };
}
