/** Words inside charts; screens and documents print the same ones. */
import { createTranslator, type Translate } from '../wording/catalogue.ts';
import type { Language } from '../text/localized.ts';

const vi = {
  level: 'Mức {{level}}',
  target: 'Mục tiêu {{year}}',
  'ladder.title': 'Thang mức từ {{low}} đến {{high}}',
  'ladder.current': 'Đơn vị đang ở mức {{level}}: {{name}}.',
  'ladder.none': 'Chưa xếp được mức.',
  'ladder.target': 'Mục tiêu năm {{year}} là mức {{level}}: {{name}}.',
  'pillars.title': 'Điểm của {{count}} trụ cột',
  'pillars.levelHead': 'Mức',
  'pillars.changeHead': 'Thay đổi',
  'pillars.row': '{{title}}: {{now}}{{level}}{{previous}}',
  'pillars.row.level': ', mức {{level}}',
  'pillars.row.previous': ', kỳ trước {{previous}}',
  'pillars.nothing': 'chưa có điểm',
  'pillars.unit.percent': 'Phần trăm điểm tối đa của từng trụ cột',
  'pillars.unit.value': 'Điểm của từng trụ cột, thang {{low}} đến {{high}}',
  'finding.none': 'Chưa có điểm theo trụ cột',
  'finding.level': 'Các trụ cột ngang nhau',
  'finding.lowest': '{{title}} thấp nhất',
  'finding.lowestFell': '{{title}} thấp nhất và giảm so với kỳ trước',
  'finding.lowestRose': '{{title}} thấp nhất, dù đã tăng so với kỳ trước',
  'finding.two': '{{first}} và {{second}} thấp nhất',
  'finding.several': '{{count}} trụ cột cùng thấp nhất',
} as const;

const en: { readonly [K in keyof typeof vi]: string } = {
  level: 'Level {{level}}',
  target: 'Target {{year}}',
  'ladder.title': 'Levels from {{low}} to {{high}}',
  'ladder.current': 'Now at level {{level}}: {{name}}.',
  'ladder.none': 'No level yet.',
  'ladder.target': 'The target for {{year}} is level {{level}}: {{name}}.',
  'pillars.title': 'Scores of the {{count}} pillars',
  'pillars.levelHead': 'Level',
  'pillars.changeHead': 'Change',
  'pillars.row': '{{title}}: {{now}}{{level}}{{previous}}',
  'pillars.row.level': ', level {{level}}',
  'pillars.row.previous': ', last round {{previous}}',
  'pillars.nothing': 'no score yet',
  'pillars.unit.percent': 'Per cent of the maximum of each pillar',
  'pillars.unit.value': 'Points of each pillar, scale {{low}} to {{high}}',
  'finding.none': 'No pillar has a score yet',
  'finding.level': 'All pillars stand level',
  'finding.lowest': '{{title}} is lowest',
  'finding.lowestFell': '{{title}} is lowest and has fallen since the last round',
  'finding.lowestRose': '{{title}} is lowest, though up since the last round',
  'finding.two': '{{first}} and {{second}} are lowest',
  'finding.several': '{{count}} pillars share the lowest score',
};

export type ChartWords = Translate<typeof vi>;

const WORDS: Record<Language, ChartWords> = { vi: createTranslator('vi', vi), en: createTranslator('en', en) };

export function chartWords(language: Language): ChartWords {
  return WORDS[language];
}
