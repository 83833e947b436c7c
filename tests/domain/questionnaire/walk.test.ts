import { describe, expect, it } from 'vitest';
import { groupsOf, itemIndex, itemsOf, topGroupOf } from '../../../src/domain/questionnaire/walk.ts';
import { definition, group, ladder, load, text } from '../definition.ts';

const questionnaire = load(
  definition([group('g', [ladder('a'), group('h', [ladder('b'), text('c')]), ladder('d')]), group('i', [ladder('e')])]),
);

describe('walking a questionnaire', () => {
  it('goes in reading order', () => {
    expect([...itemsOf(questionnaire.groups)].map((item) => item.id)).toEqual(['a', 'b', 'c', 'd', 'e']);
    expect([...groupsOf(questionnaire.groups)].map((found) => found.id)).toEqual(['g', 'h', 'i']);
    expect([...itemIndex(questionnaire).keys()]).toEqual(['a', 'b', 'c', 'd', 'e']);
  });

  it('knows the top group of every item', () => {
    expect([...topGroupOf(questionnaire)].map(([id, top]) => `${id} ${top.id}`)).toEqual([
      'a g',
      'b g',
      'c g',
      'd g',
      'e i',
    ]);
  });
});
