/** What was found in the cells that a workbook leaves open to the appraiser. */

export interface EnteredCell {
  /** "K12" */
  readonly cell: string;
  readonly value: string | number;
  /** The value is calculated: nobody entered it. */
  readonly formula: boolean;
}

/** One item; null for a cell that is empty or still holds what the program wrote there. */
export interface AppraiserEntry {
  readonly itemId: string;
  readonly points: EnteredCell | null;
  /** As many as an answer of the item has figures. */
  readonly figures: readonly (EnteredCell | null)[];
  readonly comment: EnteredCell | null;
}

export interface AppraiserEntries {
  /** The sheet in which the appraiser writes. */
  readonly sheet: string;
  /** Only items whose cells hold something else than what the program wrote there. */
  readonly entries: readonly AppraiserEntry[];
}
