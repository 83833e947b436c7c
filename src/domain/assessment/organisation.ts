/** A unit that is assessed. The id is stable; names and codes may change, predecessors are kept. */
export interface Organisation {
  readonly id: string;
  readonly name: string;
  /** Id from reference/organisation-kinds.yaml, e.g. "commune". */
  readonly kind: string;
  /** Official code (administrative unit code, or tax code of a firm); empty when not given. */
  readonly code: string;
  /** Two-digit code from reference/provinces.yaml; empty when not given. */
  readonly province: string;
  readonly address: string;
  readonly contact: string;
  /** Ids of the organisations that this one was formed from. */
  readonly predecessors: readonly string[];
}

/** A kind of organisation from the reference data; `family` decides the layout of reports. */
export interface OrganisationKind {
  readonly id: string;
  readonly family: 'agency' | 'enterprise';
  readonly name: { readonly vi: string; readonly en: string };
}

/** A province from the reference data. */
export interface Province {
  readonly code: string;
  readonly name: string;
}
