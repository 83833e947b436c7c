/** Who is assessed and for which year: decides which items are in scope and which target counts. */
export interface AssessmentContext {
  /** Kind of organisation (id of reference/organisation-kinds.yaml). Empty: every item is in scope. */
  readonly kind: string;
  /** Year of the assessed period. 0: the first target counts. */
  readonly year: number;
}

export const ANY_CONTEXT: AssessmentContext = { kind: '', year: 0 };
