/** Words inside charts; screens and documents print the same ones. */
import { createTranslator, type Translate } from '../wording/catalogue.ts';
import type { Questionnaire } from '../questionnaire/types.ts';
import type { Language } from '../text/localized.ts';

const vi = {
  level: 'Mức {{level}}',
  target: 'Mục tiêu {{year}}',
  ownTarget: 'Mục tiêu của đơn vị',
  'ladder.title': 'Thang mức từ {{low}} đến {{high}}',
  'ladder.current': 'Đơn vị đang ở mức {{level}}: {{name}}.',
  'ladder.none': 'Chưa xếp được mức.',
  'ladder.target': 'Mục tiêu năm {{year}} là mức {{level}}: {{name}}.',
  'pillars.title': 'Điểm của {{count}} {{group}}',
  'pillars.levelHead': 'Mức',
  'pillars.changeHead': 'Thay đổi',
  'pillars.row': '{{title}}: {{now}}{{level}}{{previous}}',
  'pillars.row.level': ', mức {{level}}',
  'pillars.row.previous': ', kỳ trước {{previous}}',
  'pillars.nothing': 'chưa có điểm',
  'pillars.unit.percent': 'Phần trăm điểm tối đa của từng {{group}}',
  'pillars.unit.value': 'Điểm của từng {{group}}, thang {{low}} đến {{high}}',
  'finding.none': 'Chưa có điểm theo {{group}}',
  'finding.level': 'Các {{group}} ngang nhau',
  'finding.lowest': '{{title}} thấp nhất',
  'finding.lowestFell': '{{title}} thấp nhất và giảm so với kỳ trước',
  'finding.lowestRose': '{{title}} thấp nhất, dù đã tăng so với kỳ trước',
  'finding.two': '{{first}} và {{second}} thấp nhất',
  'finding.several': '{{count}} {{group}} cùng thấp nhất',
  'gap.title': 'Còn thiếu so với mục tiêu {{year}}, mức {{level}}',
  'gap.title.maximum': 'Còn thiếu so với điểm tối đa',
  'gap.row': '{{title}}: {{gap}}',
  'gap.missing': 'thiếu {{gap}}',
  'gap.reached': 'đã đạt',
  'heat.title': 'Điểm của {{count}} tiêu chí',
  'heat.row': '{{title}}: {{cells}}',
  'heat.cell': '{{code}} {{value}}',
  'heat.zero': '0',
  'heat.upTo': 'đến {{share}}',
  'heat.na': 'Không áp dụng',
  'heat.naCell': 'KAD',
  'heat.open': 'Chưa trả lời',
  'heat.none': 'Không tính',
  'rounds.title': 'Điểm của từng {{group}} qua {{count}} kỳ',
  'rounds.total': 'Chung',
  'slope.title': 'Từ {{before}} đến {{now}}',
  'slope.row': '{{title}}: {{before}} rồi {{now}}{{change}}',
  'slope.row.change': ', {{change}}',
  'slope.nothing': 'không có',
} as const;

const en: { readonly [K in keyof typeof vi]: string } = {
  level: 'Level {{level}}',
  target: 'Target {{year}}',
  ownTarget: 'Own target',
  'ladder.title': 'Levels from {{low}} to {{high}}',
  'ladder.current': 'Now at level {{level}}: {{name}}.',
  'ladder.none': 'No level yet.',
  'ladder.target': 'The target for {{year}} is level {{level}}: {{name}}.',
  'pillars.title': 'Scores of the {{count}} {{groups}}',
  'pillars.levelHead': 'Level',
  'pillars.changeHead': 'Change',
  'pillars.row': '{{title}}: {{now}}{{level}}{{previous}}',
  'pillars.row.level': ', level {{level}}',
  'pillars.row.previous': ', last round {{previous}}',
  'pillars.nothing': 'no score yet',
  'pillars.unit.percent': 'Per cent of the maximum of each {{group}}',
  'pillars.unit.value': 'Points of each {{group}}, scale {{low}} to {{high}}',
  'finding.none': 'No {{group}} has a score yet',
  'finding.level': 'All {{groups}} stand level',
  'finding.lowest': '{{title}} is lowest',
  'finding.lowestFell': '{{title}} is lowest and has fallen since the last round',
  'finding.lowestRose': '{{title}} is lowest, though up since the last round',
  'finding.two': '{{first}} and {{second}} are lowest',
  'finding.several': '{{count}} {{groups}} share the lowest score',
  'gap.title': 'Missing to the target for {{year}}, level {{level}}',
  'gap.title.maximum': 'Missing to the maximum',
  'gap.row': '{{title}}: {{gap}}',
  'gap.missing': '{{gap}} short',
  'gap.reached': 'reached',
  'heat.title': 'Scores of the {{count}} items',
  'heat.row': '{{title}}: {{cells}}',
  'heat.cell': '{{code}} {{value}}',
  'heat.zero': '0',
  'heat.upTo': 'up to {{share}}',
  'heat.na': 'Not applicable',
  'heat.naCell': 'N/A',
  'heat.open': 'Unanswered',
  'heat.none': 'Not counted',
  'rounds.title': 'Scores of the {{groups}} over {{count}} rounds',
  'rounds.total': 'Overall',
  'slope.title': 'From {{before}} to {{now}}',
  'slope.row': '{{title}}: {{before}}, then {{now}}{{change}}',
  'slope.row.change': ', {{change}}',
  'slope.nothing': 'nothing',
};

const PLAIN: Record<Language, { readonly group: string; readonly groups: string }> = {
  vi: { group: 'trụ cột', groups: 'trụ cột' },
  en: { group: 'pillar', groups: 'pillars' },
};

/** English plural of a word that an author wrote in the singular: "dimension", "category", "group of indicators". */
function plural(word: string): string {
  const [head = '', ...rest] = word.split(' of ');
  return [head.replace(/([^aeiou])y$/, '$1ie') + 's', ...rest].join(' of ');
}

/**
 * What the top groups of a questionnaire are called. Its own word is written in the singular.
 * @returns lower case, for the middle of a sentence
 */
export function groupWords(
  { groupWord }: Pick<Questionnaire, 'groupWord'>,
  language: Language,
): { readonly group: string; readonly groups: string } {
  if (!groupWord) return PLAIN[language];
  const group = groupWord[language];
  return { group, groups: language === 'en' ? plural(group) : group };
}

export type ChartWords = Translate<typeof vi>;

const WORDS: Record<Language, ChartWords> = { vi: createTranslator('vi', vi), en: createTranslator('en', en) };

export function chartWords(language: Language): ChartWords {
  return WORDS[language];
}
