import type { Migration } from './index.ts';

/** Each answer with a hash over its own row, so that a letter that a failing disk changes is found after a power cut. */
export const answerSeal: Migration = {
  name: '009-answer-seal',
  sql: `
    -- Empty: written before there were seals; the next change of the answer puts one on.
    ALTER TABLE answer ADD COLUMN seal TEXT NOT NULL DEFAULT '';
  `,
};
