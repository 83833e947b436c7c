/** A result for aggregation only: the answers and scores stay, whatever names the unit or a person goes. */
import type { Answer, AnswerRecord, Evidence } from '../assessment/answer.ts';
import type { Appraisal } from '../assessment/appraisal.ts';
import type { Organisation } from '../assessment/organisation.ts';

/** Stands where a text was left out; empty texts stay empty. */
export const LEFT_OUT = '…';

const hide = (text: string): string => (text === '' ? '' : LEFT_OUT);

function hideAnswer(answer: Answer): Answer {
  if (answer.state === 'not-applicable') return { state: 'not-applicable', reason: hide(answer.reason) };
  if (answer.state === 'answered' && answer.value.kind === 'text')
    return { state: 'answered', value: { kind: 'text', text: hide(answer.value.text) } };
  return answer;
}

export interface Identified {
  readonly organisation: Organisation;
  readonly records: readonly AnswerRecord[];
  readonly evidence: readonly Evidence[];
  readonly appraisals: readonly (Appraisal & { readonly person: string; readonly at: string })[];
}

/**
 * Leaves out name, code, address and contact of the organisation, persons, every free text, what documents say of
 * themselves and their files. Kind and province stay: results are grouped by them. Ids become the given fresh ones.
 * @param name what is shown in the place of the organisation's name
 * @param newId makes a fresh id
 */
export function deidentify(data: Identified, name: string, newId: () => string): Identified {
  const ids = new Map(data.evidence.map(({ id }) => [id, newId()]));
  return {
    organisation: {
      id: newId(),
      name,
      kind: data.organisation.kind,
      code: '',
      province: data.organisation.province,
      address: '',
      contact: '',
      predecessors: [],
    },
    records: data.records.map(({ itemId, answer, note, explanation, flagged, evidence }) => ({
      itemId,
      answer: hideAnswer(answer),
      note: hide(note),
      explanation: hide(explanation),
      flagged,
      evidence: evidence.flatMap((id) => ids.get(id) ?? []),
    })),
    evidence: data.evidence.map(({ id, type }) => ({
      id: ids.get(id) as string,
      type: hide(type),
      number: '',
      date: '',
      issuer: '',
      subject: LEFT_OUT,
      page: '',
    })),
    appraisals: data.appraisals.map(({ itemId, answer, reason, evidence, at }) => ({
      itemId,
      answer: answer && hideAnswer(answer),
      reason: hide(reason),
      evidence,
      person: '',
      at,
    })),
  };
}
