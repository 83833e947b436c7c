import type { Migration } from './index.ts';

/** A finished assessment keeps the kind of organisation by which it was scored: the kind decides which items count. */
export const assessmentKind: Migration = {
  name: '010-assessment-kind',
  sql: `
    ALTER TABLE assessment ADD COLUMN organisation_kind TEXT;
    UPDATE assessment
    SET organisation_kind = (SELECT kind FROM organisation WHERE organisation.id = assessment.organisation_id)
    WHERE state = 'finished';
  `,
};
