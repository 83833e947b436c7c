/**
 * The target sets of Tây Ninh against a list taken from the documents in a separate reading: every figure with its
 * place, item, year and value. A figure that is in the documents and not in the definition fails, and the other way round.
 */
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readQuestionnaireFolder } from '../../src/adapters/files/questionnaire-folder.ts';
import { readReference } from '../../src/adapters/files/reference.ts';
import { parseSheet } from '../../src/domain/assessment/sheet.ts';
import { exact, toFraction } from '../../src/domain/exact/exact.ts';
import { indicatorStatus } from '../../src/domain/items/indicator-target.ts';
import { questionnaireSchema } from '../../src/domain/questionnaire/schema.ts';
import type { Item, ItemOf, Questionnaire } from '../../src/domain/questionnaire/types.ts';
import { itemsOf } from '../../src/domain/questionnaire/walk.ts';

const ROOT = resolve(import.meta.dirname, '../..');

/** Place, item, year, value as the document writes it; null = to be reached, without a figure. Last: its comparator. */
type Row = readonly [place: string, id: string, year: number, value: string | null, comparator?: string];

interface Loaded {
  readonly questionnaire: Questionnaire;
  readonly items: readonly ItemOf<'indicator'>[];
  readonly samples: readonly unknown[];
}

async function load(id: string): Promise<Loaded> {
  const source = await readQuestionnaireFolder(resolve(ROOT, 'questionnaires', id, '1.0.0'));
  if ('problems' in source) throw new Error(JSON.stringify(source.problems));
  const questionnaire = questionnaireSchema.parse(source.definition);
  const items = [...itemsOf(questionnaire.groups)].filter((item: Item) => item.type === 'indicator');
  return { questionnaire, items, samples: source.samples };
}

const program = await load('targets-tay-ninh-713');
const scheme = await load('targets-tay-ninh-001');
const { kinds } = await readReference(resolve(ROOT, 'reference'));

/** Section III: targets. 2025 in 2.1, 2030 in 2.2. */
const PROGRAM_TARGETS: readonly Row[] = [
  ['III.2.1.1, gạch đầu dòng 1', 'services-integrated', 2025, '100'],
  ['III.2.1.1, gạch đầu dòng 1', 'transactions-authenticated', 2025, '100'],
  ['III.2.1.1, gạch đầu dòng 2', 'identity-unified', 2025, '50'],
  ['III.2.1.1, gạch đầu dòng 3', 'online-dossiers', 2025, '60', 'từ 60% trở lên'],
  ['III.2.1.1, gạch đầu dòng 3', 'one-stop-dossiers', 2025, '100'],
  ['III.2.1.1, gạch đầu dòng 3', 'satisfaction', 2025, '90', 'tối thiểu'],
  ['III.2.1.1, gạch đầu dòng 4', 'procedures-level-4', 2025, '100'],
  ['III.2.1.1, gạch đầu dòng 4', 'level-4-multi-device', 2025, '100'],
  ['III.2.1.1, gạch đầu dòng 5', 'systems-connected', 2025, '80'],
  ['III.2.1.1, gạch đầu dòng 5', 'no-repeat-data', 2025, null],
  ['III.2.1.1, gạch đầu dòng 6', 'work-files-province', 2025, '90'],
  ['III.2.1.1, gạch đầu dòng 6', 'work-files-district', 2025, '80'],
  ['III.2.1.1, gạch đầu dòng 6', 'work-files-commune', 2025, '60'],
  ['III.2.1.1, gạch đầu dòng 7', 'periodic-reports', 2025, '100'],
  ['III.2.1.1, gạch đầu dòng 8', 'meeting-system', 2025, null],
  ['III.2.1.1, gạch đầu dòng 8', 'meetings-province', 2025, '100', 'phấn đấu'],
  ['III.2.1.1, gạch đầu dòng 8', 'meetings-district', 2025, '80', 'phấn đấu'],
  ['III.2.1.1, gạch đầu dòng 9', 'shared-data-national', 2025, null],
  ['III.2.1.1, gạch đầu dòng 10', 'inspections-digital', 2025, '50', 'phấn đấu'],
  ['III.2.1.1, gạch đầu dòng 11', 'ranking-2025', 2025, null],
  ['III.2.1.2, gạch đầu dòng 1', 'digital-economy-average', 2025, null, 'cao hơn mức trung bình chung'],
  ['III.2.1.2, gạch đầu dòng 2', 'productivity-growth', 2025, null],
  ['III.2.1.3, gạch đầu dòng 1', 'fibre-households', 2025, '90', 'trên 90%'],
  ['III.2.1.3, gạch đầu dòng 1', 'fibre-communes', 2025, '100'],
  ['III.2.1.3, gạch đầu dòng 2', 'mobile-4g-5g', 2025, null, 'phổ cập'],
  ['III.2.1.3, gạch đầu dòng 2', 'smartphones', 2025, null, 'phổ cập'],
  ['III.2.1.3, gạch đầu dòng 3', 'payment-accounts', 2025, '50', 'trên 50%'],
  ['III.2.2, gạch đầu dòng 1', 'level-4-multi-device', 2030, '100', 'duy trì'],
  ['III.2.2, gạch đầu dòng 1', 'work-files-province', 2030, '100'],
  ['III.2.2, gạch đầu dòng 1', 'work-files-district', 2030, '100'],
  ['III.2.2, gạch đầu dòng 1', 'work-files-commune', 2030, '100'],
  ['III.2.2, gạch đầu dòng 2', 'smart-city-data', 2030, null],
  ['III.2.2, gạch đầu dòng 2', 'data-shared', 2030, null],
  ['III.2.2, gạch đầu dòng 2', 'procedures-reduced', 2030, null],
  ['III.2.2, gạch đầu dòng 2', 'open-data', 2030, null],
  ['III.2.2, gạch đầu dòng 2', 'data-services-growth', 2030, '30', 'tăng'],
  ['III.2.2, gạch đầu dòng 3', 'smart-districts', 2030, '2', 'tối thiểu 02'],
  ['III.2.2, gạch đầu dòng 3', 'digital-commune-each-district', 2030, '1', 'tối thiểu 01'],
  ['III.2.2, gạch đầu dòng 4', 'inspections-digital', 2030, '50', 'trên 50%'],
  ['III.2.2, gạch đầu dòng 5', 'economy-share-2030', 2030, null, 'cao'],
  ['III.2.2, gạch đầu dòng 5', 'sector-share-growth', 2030, null, '2021-2025'],
  ['III.2.2, gạch đầu dòng 5', 'productivity-2030', 2030, null, '2021-2025'],
  ['III.2.2, gạch đầu dòng 6', 'fibre-households', 2030, '100', 'phổ cập'],
  ['III.2.2, gạch đầu dòng 6', 'mobile-5g-2030', 2030, null, 'phổ cập'],
  ['III.2.2, gạch đầu dòng 7', 'payment-accounts', 2030, '80', 'trên 80%'],
  ['III.2.2, gạch đầu dòng 8', 'ranking-2030', 2030, null],
  // Sections IV, V, VI: what carries a figure or a date.
  ['IV.1.2.1, gạch đầu dòng 2', 'ipv6', 2022, '100', 'toàn bộ'],
  ['IV.1.2.2, gạch đầu dòng 1', 'iot-sensors', 2025, null],
  ['IV.1.2.3', 'data-infrastructure', 2025, null],
  ['IV.1.3, gạch đầu dòng 2', 'iot-pilot', 2025, null],
  ['IV.1.4, gạch đầu dòng 3', 'security-awareness', 2025, null, 'hằng năm'],
  ['IV.1.4, gạch đầu dòng 3', 'security-awareness', 2030, null, 'hằng năm'],
  ['V.1, gạch đầu dòng 1', 'hospital-records', 2025, null],
  ['V.1, gạch đầu dòng 1', 'health-records-system', 2030, null],
  ['V.1, gạch đầu dòng 2', 'health-profiles', 2025, '95'],
  ['V.2, gạch đầu dòng 1', 'school-websites', 2025, '100'],
  ['V.2, gạch đầu dòng 2', 'school-management', 2025, '100'],
  ['V.5, gạch đầu dòng 2', 'tourism-digitised', 2025, '100'],
  ['VI.1', 'budget-share', 2025, '1', 'khoảng'],
  ['VI.1', 'budget-share', 2030, '1', 'khoảng'],
];

/** The list of key tasks: row, year by which it is to be done, who leads. */
const PROGRAM_TASKS: readonly (readonly [row: string, year: number, lead: string])[] = [
  ['1.1', 2025, 'Sở Nội vụ'],
  ['1.2', 2025, 'Sở Thông tin và Truyền thông'],
  ['1.3', 2021, 'Sở Thông tin và Truyền thông'],
  ['1.4', 2025, 'Sở Giáo dục và Đào tạo; Trường Chính trị tỉnh'],
  ['1.5', 2022, 'Sở Thông tin và Truyền thông'],
  ['1.6', 2025, 'Sở Thông tin và Truyền thông và các doanh nghiệp viễn thông'],
  ['1.7', 2025, 'Sở Thông tin và Truyền thông'],
  ['1.8', 2022, 'Sở Thông tin và Truyền thông'],
  ['1.9', 2022, 'Sở Thông tin và Truyền thông; Sở Công Thương'],
  ['1.10', 2022, 'Sở Thông tin và Truyền thông'],
  ['2.1', 2021, 'Sở Thông tin và Truyền thông'],
  ['2.2', 2025, 'Sở, ngành tỉnh và UBND cấp huyện'],
  ['2.3', 2025, 'Sở, ngành tỉnh và UBND cấp huyện'],
  ['2.4', 2024, 'Sở Thông tin và Truyền thông'],
  ['2.5', 2025, 'Sở Thông tin và Truyền thông'],
  ['3.1', 2025, 'Liên hiệp các hội khoa học kỹ thuật, Hội Tin học, hiệp hội doanh nghiệp'],
  ['3.2', 2022, 'Sở Công Thương'],
  ['3.3', 2021, 'Sở Khoa học và Công nghệ'],
  ['3.4', 2022, 'Sở Công Thương'],
  ['3.5', 2022, 'Sở Khoa học và Công nghệ'],
  ['4.1', 2025, 'Sở Y tế'],
  ['4.2', 2025, 'Sở Giáo dục và Đào tạo'],
  ['4.3', 2025, 'Sở Giao thông vận tải'],
  ['4.4', 2025, 'Sở Văn hóa, Thể thao và Du lịch'],
  ['4.5', 2025, 'Sở Nông nghiệp và Phát triển nông thôn'],
  ['4.6', 2025, 'Sở Tài nguyên và Môi trường'],
  ['4.7', 2025, 'Sở Công Thương, Điện lực tỉnh'],
  ['4.8', 2025, 'Sở Nội vụ'],
];

/** The comparison table in the annex, row by row: the figures of other documents and of the province, as they stand. */
const PROGRAM_ANNEX: readonly (readonly [row: number, ids: readonly string[], figures: readonly string[]])[] = [
  [1, ['services-integrated'], ['100%', '100%']],
  [2, ['transactions-authenticated'], ['100%', '100%']],
  [3, ['identity-unified'], ['40%', '50%']],
  [4, ['online-dossiers'], ['50%', '60%']],
  [5, ['procedures-level-4'], ['80%', '100%']],
  [6, ['systems-connected'], ['60%', '80%']],
  [7, ['satisfaction'], ['90%', '90%']],
  [8, ['level-4-multi-device'], ['80%', '100%', '100%']],
  [9, ['work-files-province'], ['90%', '100%', '90%', '100%']],
  [9, ['work-files-district'], ['80%', '90%', '80%', '100%']],
  [9, ['work-files-commune'], ['60%', '70%', '60%', '100%']],
  [10, ['periodic-reports'], ['80%', '100%', '100%']],
  [11, ['inspections-digital'], ['50%', '70%', '50%', '70%']],
  [12, ['payment-accounts'], ['50%', '80%', '60%', '80%']],
  [13, ['fibre-households', 'fibre-communes'], ['80%', '90%', '100%', '100%', '100%']],
];

/** Part 3, sections 4.2 to 4.4; the period of the part is 2020-2025. */
const SCHEME_TARGETS: readonly Row[] = [
  ['4.2, gạch đầu dòng 1', 'ict-index-rank', 2025, '15', '15 tỉnh đầu'],
  ['4.2, gạch đầu dòng 1', 'ict-index-score', 2025, '0.500', 'tối thiểu 0,500'],
  ['4.2, gạch đầu dòng 2', 'platforms', 2025, null],
  ['4.2, gạch đầu dòng 2', 'national-integration', 2025, null],
  ['4.2, gạch đầu dòng 3', 'national-portal', 2025, null, 'duy trì'],
  ['4.2, gạch đầu dòng 3', 'transactions-authenticated', 2025, '100'],
  ['4.2, gạch đầu dòng 4', 'services-level-3-4', 2025, '100'],
  ['4.2, gạch đầu dòng 4', 'identity-unified', 2025, '50', 'phấn đấu'],
  ['4.2, gạch đầu dòng 4', 'online-dossiers', 2025, '80', 'từ 80%'],
  ['4.2, gạch đầu dòng 4', 'satisfaction', 2025, '90', 'tối thiểu'],
  ['4.2, gạch đầu dòng 5', 'work-files-province', 2025, '100'],
  ['4.2, gạch đầu dòng 5', 'work-files-district', 2025, '100'],
  ['4.2, gạch đầu dòng 5', 'work-files-commune', 2025, '85'],
  ['4.2, gạch đầu dòng 6', 'periodic-reports', 2025, '100'],
  ['4.2, gạch đầu dòng 7', 'public-wifi', 2025, '100'],
  ['4.2, gạch đầu dòng 7', 'public-wifi-users', 2025, '50', 'tối thiểu'],
  ['4.2, gạch đầu dòng 8', 'voter-comments', 2025, '30', 'tối thiểu'],
  ['4.2, gạch đầu dòng 9', 'incubator', 2025, null],
  ['4.2, gạch đầu dòng 10', 'data-centre', 2025, null],
  ['4.2, gạch đầu dòng 11', 'wan', 2025, '100'],
  ['4.2, gạch đầu dòng 11', 'party-network', 2025, null],
  ['4.2, gạch đầu dòng 11', 'lan', 2025, '100'],
  ['4.2, gạch đầu dòng 11', 'anti-malware', 2025, '100'],
  ...['land', 'population', 'officials', 'tourism', 'health', 'education', 'construction', 'agriculture'].map(
    (name): Row => ['4.2, gạch đầu dòng 12', `database-${name}`, 2025, null],
  ),
  ['4.2, gạch đầu dòng 13', 'it-standards', 2025, null],
  ['4.2, gạch đầu dòng 14', 'it-skills', 2025, null],
  ['4.2, gạch đầu dòng 14', 'it-staff-plan', 2025, null],
  ...[
    'traffic-security',
    'field-reports',
    'media',
    'public-services',
    'network-alerts',
    'advertising',
    'environment',
    'information-security',
    'smart-health',
    'smart-tourism',
    'smart-education',
  ].map((name): Row => ['4.3', `centre-${name}`, 2025, null]),
  ['4.4.1, gạch đầu dòng 1', 'education-it', 2025, null],
  ['4.4.1, gạch đầu dòng 2', 'education-portal', 2025, null],
  ['4.4.1, gạch đầu dòng 3', 'education-data', 2025, null],
  ['4.4.1, gạch đầu dòng 4', 'school-records-schools', 2025, '100'],
  ['4.4.1, gạch đầu dòng 4', 'smart-schools', 2025, '30', 'tối thiểu'],
  ['4.4.1, gạch đầu dòng 5', 'advanced-kindergartens', 2025, '50', 'tối thiểu'],
  ['4.4.1, gạch đầu dòng 6', 'online-learners', 2025, '20', 'tối thiểu'],
  ['4.4.1, gạch đầu dòng 7', 'school-records-pupils', 2025, '100'],
  ['4.4.2, gạch đầu dòng 1', 'health-records', 2025, null],
  ['4.4.2, gạch đầu dòng 2', 'hospital-systems', 2025, null],
  ['4.4.2, gạch đầu dòng 3', 'health-data', 2025, null],
  ['4.4.2, gạch đầu dòng 4', 'paperless-hospitals', 2025, '100'],
  ['4.4.2, gạch đầu dòng 5', 'e-medical-book-ready', 2025, '70', 'tối thiểu'],
  ['4.4.2, gạch đầu dòng 6', 'e-medical-book-patients', 2025, '50', 'tối thiểu'],
  ['4.4.3, gạch đầu dòng 1', 'police-data', 2025, null],
  ['4.4.3, gạch đầu dòng 2', 'security-centres', 2025, null],
  ['4.4.3, gạch đầu dòng 2', 'emergency-response', 2025, null],
  ['4.4.3, gạch đầu dòng 3', 'information-security', 2025, null],
  ['4.4.4, gạch đầu dòng 1', 'environment-data', 2025, null],
  ['4.4.4, gạch đầu dòng 2', 'environment-public', 2025, null],
  ['4.4.4, gạch đầu dòng 3', 'environment-monitoring', 2025, null],
  ['4.4.5, gạch đầu dòng 1', 'tourism-technology', 2025, null],
  ['4.4.5, gạch đầu dòng 1', 'tourism-portal', 2025, null],
  ['4.4.5, gạch đầu dòng 2', 'tourism-data', 2025, null],
  ['4.4.5, gạch đầu dòng 2', 'tourism-sharing', 2025, null],
  ['4.4.6, gạch đầu dòng 1', 'transport-digitised', 2025, null],
  ['4.4.6, gạch đầu dòng 2', 'transport-shared-data', 2025, null],
  ['4.4.6, gạch đầu dòng 3', 'transport-operation', 2025, null],
  ['4.4.6, gạch đầu dòng 4', 'transport-cameras', 2025, '100'],
  ['4.4.7, gạch đầu dòng 1', 'planning-public', 2025, null],
  ['4.4.7, gạch đầu dòng 2', 'construction-data', 2025, null],
  ['4.4.7, gạch đầu dòng 3', 'geographic-sharing', 2025, null],
  ['4.4.8, gạch đầu dòng 1', 'agriculture-modern', 2025, null],
  ['4.4.8, gạch đầu dòng 2', 'agriculture-forecast', 2025, null],
  ['4.4.8, gạch đầu dòng 3', 'agriculture-tracing', 2025, null],
  ['4.4.9, gạch đầu dòng 1', 'trade-data', 2025, null],
  ['4.4.9, gạch đầu dòng 2', 'business-data', 2025, null],
  ['4.4.9, gạch đầu dòng 3', 'beneficiary-data', 2025, null],
  ['4.4.9, gạch đầu dòng 4', 'big-data', 2025, null],
];

const key = (id: string, year: number, value: string | null): string =>
  `${id} ${year} ${value === null ? 'reached' : toFraction(exact(value))}`;

const defined = (items: readonly ItemOf<'indicator'>[]): string[] =>
  items.flatMap((item) => item.targets.map(({ year, value }) => key(item.id, year, value ?? null)));

function item({ items }: Loaded, id: string): ItemOf<'indicator'> {
  const found = items.find((candidate) => candidate.id === id);
  if (!found) throw new Error(`no item ${id}`);
  return found;
}

/** "III.2.1.1, gạch đầu dòng 1" must not be found in "…dòng 11". */
const names = (place: string, wanted: string): boolean =>
  place.split('; ').some((part) => part.toLowerCase().endsWith(`mục ${wanted}`.toLowerCase()));

function rowsAreThere(loaded: Loaded, rows: readonly Row[]): void {
  for (const [place, id, year, , comparator] of rows) {
    const found = item(loaded, id);
    expect([id, names(found.place.vi, place)]).toEqual([id, true]);
    if (comparator === undefined) continue;
    const note = found.targets.find((target) => target.year === year)?.note?.vi ?? '';
    expect([id, year, note.includes(comparator)]).toEqual([id, year, true]);
  }
}

const isTask = ({ id }: { id: string }): boolean => id.startsWith('task-');

describe('targets of Decision 713/QĐ-UBND', () => {
  const targets = program.items.filter((entry) => !isTask(entry));
  const tasks = program.items.filter(isTask);

  it('holds every figure of the decision with its year, and no other', () => {
    expect(defined(targets).sort()).toEqual(PROGRAM_TARGETS.map(([, id, year, value]) => key(id, year, value)).sort());
  });

  it('names the place and the comparator of each', () => rowsAreThere(program, PROGRAM_TARGETS));

  it('carries a note with the figure wherever the document gives one', () => {
    for (const entry of targets)
      for (const { value, note, year } of entry.targets)
        if (value !== undefined)
          expect([entry.id, year, note?.vi.includes(value) === true || note?.vi.includes('toàn bộ')]).toEqual([entry.id, year, true]);
  });

  it('follows every key task with its year and lead, outside the score', () => {
    const found = tasks.map((task) => [/dòng (\S+)$/.exec(task.place.vi)?.[1], task.targets[0]?.year, task.lead?.vi]);
    expect(found).toEqual(PROGRAM_TASKS);
    expect(tasks.some((task) => task.scored)).toBe(false);
    expect(program.questionnaire.groups.find(({ id }) => id === 'key-tasks')?.scored).toBe(false);
    expect(tasks.filter((task) => task.targets.length !== 1)).toEqual([]);
  });

  it('cites each row of the comparison table with its figures', () => {
    for (const [row, ids, figures] of PROGRAM_ANNEX) {
      const cited = ids.map((id) => item(program, id)).map(({ place, help, targets: list }) => ({ place: place.vi, text: [help?.vi ?? '', ...list.map(({ note }) => note?.vi ?? '')].join(' ') }));
      for (const { place } of cited) expect([row, place.endsWith(`dòng ${row}`)]).toEqual([row, true]);
      const all = cited.map(({ text }) => text).join(' ');
      const counts = new Map<string, number>();
      for (const figure of figures) counts.set(figure, (counts.get(figure) ?? 0) + 1);
      for (const [figure, times] of counts)
        expect([row, figure, all.split(figure).length - 1 >= times]).toEqual([row, figure, true]);
    }
    const rows = new Set(targets.flatMap(({ place }) => /so sánh các chỉ tiêu, dòng (\d+)/.exec(place.vi)?.[1] ?? []));
    expect(rows.size).toBe(13);
  });

  it('says where the annex differs from the targets section', () => {
    const noteOf = (id: string, year: number): string | undefined => item(program, id).targets.find((target) => target.year === year)?.note?.vi;
    expect(noteOf('inspections-digital', 2030)).toContain('70%');
    expect(noteOf('payment-accounts', 2025)).toContain('60%');
    expect(noteOf('fibre-households', 2030)).toContain('100%');
  });

  it('says so where the year is not in the document', () => {
    const adapted = program.items.filter((entry) => entry.adapted !== undefined).map(({ id }) => id);
    const noYear = ['tourism-digitised', 'security-awareness', 'budget-share'];
    const noYearTasks = ['1.1', '1.2', '1.4', '1.6', '2.2', '2.3', '2.5', '3.1', '4.1', '4.2', '4.3', '4.4', '4.5', '4.6', '4.7', '4.8'];
    const expected = tasks.filter(({ place }) => noYearTasks.some((row) => place.vi.endsWith(`dòng ${row}`))).map(({ id }) => id);
    expect(adapted.sort()).toEqual([...noYear, ...expected].sort());
  });

  it('starts the budget target from the 0.31 % of 2016-2020', () => {
    expect(item(program, 'budget-share').baseline).toEqual({ year: 2020, value: toFraction(exact('0.31')) });
  });

  it('shows a commune only what it can measure, and a province everything', () => {
    const forCommune = targets.filter((entry) => entry.kinds === undefined && !program.questionnaire.groups.some((group) => group.kinds !== undefined && [...itemsOf([group])].includes(entry)));
    expect(forCommune.map(({ id }) => id)).toEqual([
      'transactions-authenticated',
      'online-dossiers',
      'one-stop-dossiers',
      'satisfaction',
      'work-files-commune',
      'periodic-reports',
      'inspections-digital',
      'fibre-households',
      'mobile-4g-5g',
      'smartphones',
      'mobile-5g-2030',
      'payment-accounts',
      'health-profiles',
      'school-websites',
      'school-management',
    ]);
    for (const entry of program.items) expect(entry.kinds ?? ['province-office', 'department']).toEqual(['province-office', 'department']);
  });

  it('marks targets of 2025 as overdue in 2026 and goes on to those of 2030', () => {
    const statusIn = (id: string, value: Parameters<typeof indicatorStatus>[1], year: number): unknown => {
      const status = indicatorStatus(item(program, id), value, { kind: 'province-office', year });
      return status && [status.target.year, status.status, status.overdue, status.gap && toFraction(status.gap)];
    };
    const files = { kind: 'ratio', a: '60', b: '100' } as const;
    expect(statusIn('work-files-commune', files, 2022)).toEqual([2025, 'reached', false, '0']);
    expect(statusIn('work-files-commune', files, 2026)).toEqual([2030, 'on-the-way', false, '40']);
    expect(statusIn('online-dossiers', { kind: 'ratio', a: '45', b: '100' }, 2026)).toEqual([2025, 'on-the-way', true, '15']);
    expect(statusIn('no-repeat-data', { kind: 'option', option: 'no' }, 2026)).toEqual([2025, 'not-reached', true, null]);
    expect(statusIn('data-services-growth', { kind: 'number', number: '150' }, 2030)).toEqual([2030, 'reached', false, '-120']);
  });
});

describe('targets of the scheme of 2019', () => {
  it('holds every figure of sections 4.2 to 4.4, and no other', () => {
    expect(defined(scheme.items).sort()).toEqual(SCHEME_TARGETS.map(([, id, year, value]) => key(id, year, value)).sort());
  });

  it('names the place and the comparator of each', () => rowsAreThere(scheme, SCHEME_TARGETS));

  it('starts from rank 25 and 0.4582 points in 2019', () => {
    expect(item(scheme, 'ict-index-rank').baseline).toEqual({ year: 2019, value: '25' });
    expect(item(scheme, 'ict-index-score').baseline).toEqual({ year: 2019, value: toFraction(exact('0.4582')) });
    expect(item(scheme, 'ict-index-rank').direction).toBe('lower');
  });
});

describe.each([
  ['targets-tay-ninh-713', program],
  ['targets-tay-ninh-001', scheme],
])('%s', (_id, loaded) => {
  it('consists of indicators only, with a sense and a unit where a figure is asked', () => {
    expect([...itemsOf(loaded.questionnaire.groups)].length).toBe(loaded.items.length);
    for (const entry of loaded.items) {
      expect([entry.id, entry.place.vi.length > 0, entry.question !== undefined]).toEqual([entry.id, true, true]);
      expect([entry.id, entry.measure === 'number' ? entry.unit !== undefined : true]).toEqual([entry.id, true]);
      expect([entry.id, entry.measure === 'reached']).toEqual([entry.id, entry.targets.every(({ value }) => value === undefined)]);
    }
  });

  it('names known kinds of organisation only', () => {
    const known = kinds.map(({ id }) => id);
    for (const kind of [...loaded.questionnaire.audience, ...loaded.items.flatMap((entry) => entry.kinds ?? [])]) expect(known).toContain(kind);
  });

  it('says that the figures are the document\'s and the scoring is not', () => {
    const { provenance } = loaded.questionnaire;
    expect([provenance.basis, provenance.status]).toEqual(['adapted', 'unknown']);
    expect(provenance.notice.vi).toContain('do Thước Số đặt');
  });

  it('has samples whose every answer cites its document', () => {
    for (const raw of loaded.samples) {
      const sheet = parseSheet(raw, loaded.questionnaire);
      if (!sheet.ok) throw new Error(JSON.stringify(sheet.problems));
      expect(sheet.value.organisation.kind).toBe('province-office');
      for (const record of sheet.value.records)
        expect([record.itemId, record.evidence.length, record.explanation.length > 0]).toEqual([record.itemId, 1, true]);
    }
  });
});

describe('samples', () => {
  const answered = (loaded: Loaded, id: string): unknown => {
    const sheet = parseSheet(loaded.samples[0], loaded.questionnaire);
    if (!sheet.ok) throw new Error(JSON.stringify(sheet.problems));
    const answer = sheet.value.records.find((record) => record.itemId === id)?.answer;
    return answer?.state === 'answered' ? answer.value : null;
  };

  it('of 2022 carries the figures of the news of 17/8/2022', () => {
    expect(answered(program, 'services-integrated')).toEqual({ kind: 'ratio', a: '1001', b: '1818' });
    expect(answered(program, 'online-dossiers')).toEqual({ kind: 'ratio', a: '58327', b: '323964' });
    expect(JSON.stringify(program.samples[0])).toContain('493 tổ công nghệ cộng đồng');
  });

  it('of 2019 carries rank and score of that year', () => {
    expect(answered(scheme, 'ict-index-rank')).toEqual({ kind: 'number', number: '25' });
    expect(answered(scheme, 'ict-index-score')).toEqual({ kind: 'number', number: '0.4582' });
  });
});
