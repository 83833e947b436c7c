import type { Catalogue } from '../../domain/wording/catalogue.ts';

/** English has a singular: where Vietnamese gives `x_other`, English may add `x_one`. */
type Singular<Source> = {
  readonly [K in keyof Source as K extends `${infer Base}_other` ? `${Base}_one` : never]?: string;
};

/** The English side of an area: the same keys, and singular forms. */
export type English<Source> = Catalogue<Source> & Singular<Source>;
