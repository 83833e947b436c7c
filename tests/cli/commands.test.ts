import { cp, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { ResultView } from '../../src/contract/views.ts';
import { en } from '../../src/cli/words/en.ts';
import { vi } from '../../src/cli/words/vi.ts';
import { temporaryFolder } from '../adapters/temporary.ts';
import { cli, ROOT, SAMPLE, SME_SAMPLE } from './run.ts';

const GOV = resolve(ROOT, 'questionnaires/gov-maturity-5/1.0.0');

describe('the command line', () => {
  it('explains itself and its exit codes', async () => {
    const help = await cli('--help');
    expect([help.code, help.err]).toEqual([0, '']);
    expect(help.out).toContain('0 xong/done, 2 sai lệnh/usage, 1 internal, 3 input, 4 missing, 5 conflict, 6 storage');
    for (const command of ['questionnaires', 'score', 'report', 'serve', 'demo'])
      expect(help.out).toContain(`  ${command}`);
    expect(await cli('--version')).toEqual({
      code: 0,
      out: `${(JSON.parse(await readFile(join(ROOT, 'package.json'), 'utf8')) as { version: string }).version}\n`,
      err: '',
    });
    expect((await cli('score', '--help')).code).toBe(0);
  });

  it.each([
    [[]],
    [['bogus']],
    [['score']],
    [['score', 'a', 'b']],
    [['--lang', 'fr', 'questionnaires', 'list']],
    [['questionnaires', 'list', '--bogus']],
    [['report', SAMPLE, '--format', 'doc']],
    [['report', SAMPLE, '--format', '']],
    [['serve', '--port', '70000']],
  ])('gives 2 for the wrong command line %j, with the usage on standard error', async (args) => {
    const { code, out, err } = await cli(...args);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain('Usage: thuoc-so');
  });

  it('has the same words in both languages', () => {
    const figures = (text: string): string[] =>
      [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name as string).sort();
    expect(Object.keys(en).sort()).toEqual(Object.keys(vi).sort());
    for (const [key, text] of Object.entries(vi))
      expect([key, figures(en[key as keyof typeof en])]).toEqual([key, figures(text)]);
  });
});

describe('questionnaires', () => {
  it('are listed, in both languages and for programs', async () => {
    const vietnamese = await cli('questionnaires', 'list');
    expect([vietnamese.code, vietnamese.err]).toEqual([0, '']);
    expect(vietnamese.out).toMatch(/^Bộ câu hỏi\n/);
    expect(vietnamese.out).toContain('gov-maturity-5 1.0.0  32 câu · 60 phút · Năm mức trưởng thành');
    const english = await cli('--lang', 'en', 'questionnaires', 'list');
    expect(english.out).toContain('sme-readiness 1.0.0  60 questions · 45 minutes · Digital transformation level');
    const json = await cli('--json', 'questionnaires', 'list');
    const parsed = JSON.parse(json.out) as { questionnaires: { id: string }[]; broken: unknown[] };
    expect([json.code, parsed.broken]).toEqual([0, []]);
    expect(parsed.questionnaires.length).toBe((await readdir(join(ROOT, 'questionnaires'))).length);
  });

  it('that are shipped are all usable', async () => {
    const { code, out, err } = await cli('questionnaires', 'check');
    expect([code, err]).toEqual([0, '']);
    for (const line of out.trimEnd().split('\n')) expect(line).toMatch(/^✓ .+: dùng được, \d+ câu, \d+ phép thử khớp$/);
  });

  it('are checked one by one, and every mistake is named with file, line or field', async () => {
    const folder = await temporaryFolder();
    const copy = async (
      name: string,
      change: (text: string) => string,
      file = 'questionnaire.yaml',
    ): Promise<string> => {
      const place = join(folder, name);
      await cp(GOV, place, { recursive: true });
      await writeFile(join(place, file), change(await readFile(join(place, file), 'utf8')));
      return place;
    };
    const good = await copy('tốt', (text) => text);
    const broken = await copy('hỏng', (text) => text.replace('minutes: 60\n', 'minutes: 60\nminutes: 61\n'));
    const misspelt = await copy('sai', (text) => text.replace('share: 80', 'shares: 80'));
    const wrong = await copy('lệch', (text) => text.replace('share: 80', 'share: 90'));
    const sample = await copy('mẫu', (text) => text.replace('annual-goals:', 'annual-gools:'), 'samples/xa-mau.yaml');
    const { code, out, err } = await cli('questionnaires', 'check', good, broken, misspelt, wrong, sample, folder);
    expect([code, err]).toEqual([3, '']);
    const lineOf = (await readFile(join(broken, 'questionnaire.yaml'), 'utf8')).split('\n').indexOf('minutes: 61') + 1;
    expect(out).toContain(`✓ ${good}: dùng được, 32 câu, 16 phép thử khớp\n`);
    expect(out).toContain(
      `✗ ${broken}:\n    questionnaire.yaml: không đọc được YAML tại dòng ${lineOf}, cột 1 (Map keys must be unique)\n`,
    );
    expect(out).toContain(`✗ ${misspelt}:\n    scoring.overall.shares: không có thuộc tính tên này`);
    expect(out).toMatch(
      /✗ .*lệch:\n {4}vectors\[\d+\]\.expect: phép thử “.+” không khớp: level cần bằng 2, tính ra 1\n/,
    );
    expect(out).toContain(
      `✗ ${sample}:\n    samples[1].answers.annual-gools: không có mục “annual-gools” trong bộ câu hỏi\n`,
    );
    expect(out).toContain(`✗ ${folder}:\n    questionnaire.yaml: thiếu tệp này trong thư mục bộ câu hỏi\n`);

    const json = await cli('--json', 'questionnaires', 'check', broken, good);
    expect(json.code).toBe(3);
    expect(JSON.parse(json.out)).toMatchObject([
      {
        folder: broken,
        ok: false,
        problems: [{ path: ['questionnaire.yaml'], code: 'yaml', params: { line: lineOf } }],
      },
      { folder: good, ok: true, items: 32, vectors: 16, problems: [] },
    ]);
    const missing = await cli('--lang', 'en', 'questionnaires', 'check', join(folder, 'nowhere'));
    expect(missing).toEqual({ code: 4, out: '', err: `${join(folder, 'nowhere')} was not found. Check the path.\n` });
  });
});

describe('score', () => {
  it('prints level, groups and the shortest way to the next level', async () => {
    const { code, out, err } = await cli('score', SAMPLE);
    expect([code, err]).toEqual([0, '']);
    expect(out).toMatch(
      /^Mức 1: Chính phủ điện tử\nĐiểm trung bình: 1,92\/5\nĐã trả lời 31, không áp dụng 1, chưa trả lời 0 trên 32 câu\n/,
    );
    expect(out).toContain(
      'Để đạt mức 2:\n  ✗ Ít nhất 80% tiêu chí áp dụng đạt mức 2 trở lên: cần 25/31, hiện có 23.\n',
    );
    expect(out.match(/^ {2}- .+: từ 1 lên 2$/gm)).toHaveLength(2);
    expect(out).toMatch(/Đây là số việc ít nhất\.\n$/);
    const english = await cli('--lang', 'en', 'score', SAMPLE);
    expect(english.out).toMatch(/^Level 1: E-government\nMean: 1\.92\/5\n/);
    const firm = await cli('score', SME_SAMPLE);
    expect(firm.out).toContain('Tổng điểm: 136/315 (43,2%)\n');
  });

  it('explains every figure when asked to', async () => {
    const { code, out, err } = await cli('score', SAMPLE, '--trace');
    expect([code, err]).toEqual([0, '']);
    expect(out).toContain('\nVì sao ra kết quả này\n');
    expect(out.match(/^ {6}Mức đã chọn: \d \(cao nhất là 5\)\.$/gm)).toHaveLength(31);
    const json = JSON.parse((await cli('--json', 'score', SAMPLE, '--trace')).out) as {
      trace: { children: unknown[] };
    };
    expect(json.trace.children).toHaveLength(8);
    expect((await cli('score', SAMPLE)).out).not.toContain('Vì sao ra kết quả này');
  });

  it('gives programs the whole result with exact figures', async () => {
    const { code, out, err } = await cli('--json', 'score', SME_SAMPLE);
    expect([code, err]).toEqual([0, '']);
    expect(out.trimEnd().split('\n')).toHaveLength(1);
    const result = JSON.parse(out) as ResultView;
    expect(result).toMatchObject({
      level: 2,
      provisional: false,
      root: { value: '136', max: '315', percent: '2720/63' },
    });
    expect(result.assessment.state).toBe('finished');
    expect(result.next).toMatchObject({ level: 3, reaches: true });
  });

  it('takes JSON sheets too, and gives the same', async () => {
    const folder = await temporaryFolder();
    const sheet = {
      format: 'thuoc-so/answers/1',
      questionnaire: { id: 'gov-maturity-5', version: '1.0.0' },
      organisation: { name: 'UBND xã Mẫu', kind: 'commune' },
      period: { kind: 'year', year: 2026 },
      answers: { 'annual-goals': 3 },
    };
    await writeFile(join(folder, 'a.json'), JSON.stringify(sheet));
    const { code, out } = await cli('score', join(folder, 'a.json'));
    expect(code).toBe(0);
    expect(out).toMatch(/^Chưa đủ dữ liệu để xác định mức\n/);
    expect(out).toContain('Đã trả lời 1, không áp dụng 0, chưa trả lời 31 trên 32 câu');
  });

  it('names file and field of whatever is wrong', async () => {
    const folder = await temporaryFolder();
    const sample = await readFile(SAMPLE, 'utf8');
    const write = async (name: string, text: string): Promise<string> => {
      await writeFile(join(folder, name), text);
      return join(folder, name);
    };
    const unreadable = (file: string, ...problems: string[]): string =>
      [
        `Không đọc được tệp ${file}. Kiểm tra tệp có đúng khuôn dạng không.`,
        ...problems.map((problem) => `  - ${problem}`),
        '',
      ].join('\n');

    const unknown = await write(
      'mục lạ.yaml',
      sample.replace('annual-goals:', 'annual-gools:').replace('  open-information: 2\n', '  open-information: 9\n'),
    );
    expect(await cli('score', unknown)).toEqual({
      code: 3,
      out: '',
      err: unreadable(
        unknown,
        'answers.annual-gools: không có mục “annual-gools” trong bộ câu hỏi',
        'answers.open-information.value: không có lựa chọn “9” (có: 1, 2, 3, 4, 5)',
      ),
    });

    const version = await write('phiên bản.yaml', sample.replace('version: 1.0.0', 'version: 9.0.0'));
    expect(await cli('score', version)).toEqual({
      code: 4,
      out: '',
      err: 'Không tìm thấy bộ câu hỏi gov-maturity-5 phiên bản 9.0.0.\n',
    });

    const yaml = await write('hỏng.yaml', 'format: thuoc-so/answers/1\nanswers: {a: 1, a: 2}\n');
    expect(await cli('score', yaml)).toEqual({
      code: 3,
      out: '',
      err: unreadable(yaml, 'hỏng.yaml: không đọc được YAML tại dòng 2, cột 17 (Map keys must be unique)'),
    });

    const kind = await write('loại.yaml', sample.replace('kind: commune', 'kind: planet'));
    const wrongKind = await cli('score', kind);
    expect(wrongKind.code).toBe(3);
    expect(wrongKind.err).toContain('  - organisation.kind: không có lựa chọn “planet” (có: commune, ward,');

    const other = await write('khác.yaml', 'just: text\n');
    expect((await cli('score', other)).err).toContain('  - format: ');

    const missing = join(folder, 'không có.yaml');
    expect(await cli('score', missing)).toEqual({
      code: 4,
      out: '',
      err: `Không tìm thấy ${missing}. Kiểm tra lại đường dẫn.\n`,
    });
    expect(await cli('score', folder)).toEqual({ code: 3, out: '', err: unreadable(folder) });

    const big = await write('lớn.yaml', `# ${'x'.repeat(2 * 1024 * 1024)}\n`);
    expect((await cli('score', big)).code).toBe(3);

    const json = await cli('--json', 'score', unknown);
    expect([json.code, JSON.parse(json.out)]).toMatchObject([
      3,
      {
        error: {
          code: 'file.unreadable',
          params: { file: unknown },
          problems: [{ path: ['answers', 'annual-gools'], code: 'unknown-item' }, {}],
        },
      },
    ]);
  });
});

describe('report', () => {
  const NAMES = ['ubnd-xa-truong-dong_gov-maturity-5_2025.pdf', 'ubnd-xa-truong-dong_gov-maturity-5_2025.xlsx'];
  const begins = async (file: string): Promise<string> => (await readFile(file)).subarray(0, 4).toString('latin1');

  it('writes workbook and PDF into a folder that it makes', async () => {
    const folder = join(await temporaryFolder(), 'báo cáo', '2025');
    const { code, out, err } = await cli('report', SAMPLE, '--out', folder);
    expect([code, err]).toEqual([0, '']);
    expect((await readdir(folder)).sort()).toEqual(NAMES);
    expect(out).toBe(`Đã ghi ${join(folder, NAMES[1] as string)}\nĐã ghi ${join(folder, NAMES[0] as string)}\n`);
    expect(await begins(join(folder, NAMES[0] as string))).toBe('%PDF');
    expect(await begins(join(folder, NAMES[1] as string))).toBe('PK\u0003\u0004');
  });

  it('writes one format, once, over what is there, and tells programs where', async () => {
    const folder = await temporaryFolder();
    const file = join(folder, NAMES[1] as string);
    await writeFile(file, 'cũ'.repeat(1_000_000));
    const { code, out } = await cli(
      '--json',
      '--lang',
      'en',
      'report',
      SAMPLE,
      '--format',
      'xlsx,xlsx',
      '--out',
      folder,
    );
    expect([code, JSON.parse(out)]).toEqual([0, { files: [file] }]);
    expect(await readdir(folder)).toEqual([NAMES[1]]);
    expect((await readFile(file)).length).toBeLessThan(1_000_000);
  });

  it('writes nothing for a sheet that is wrong', async () => {
    const folder = await temporaryFolder();
    const wrong = join(folder, 'sai.yaml');
    await writeFile(wrong, (await readFile(SAMPLE, 'utf8')).replace('annual-goals:', 'annual-gools:'));
    const { code, err } = await cli('report', wrong, '--out', join(folder, 'out'));
    expect(code).toBe(3);
    expect(err).toContain(wrong);
    expect(await readdir(folder)).toEqual(['sai.yaml']);
  });

  it('names the folder that cannot be made, and leaves everything as it was', async () => {
    const folder = await temporaryFolder();
    const file = join(folder, 'tệp');
    await writeFile(file, 'x');
    const deep = join(file, 'out');
    expect(await cli('report', SAMPLE, '--out', deep)).toEqual({
      code: 4,
      out: '',
      err: `Không tìm thấy ${deep}. Kiểm tra lại đường dẫn.\n`,
    });
    expect(await cli('report', SAMPLE, '--out', file)).toEqual({
      code: 6,
      out: '',
      err: `Không ghi được ${file}. Kiểm tra quyền ghi của thư mục hoặc chọn nơi khác.\n`,
    });
    expect(await readdir(folder)).toEqual(['tệp']);
    expect(await readFile(file, 'utf8')).toBe('x');
  });

  it('names the file that cannot be replaced, and leaves no half of it', async () => {
    const folder = await temporaryFolder();
    const target = join(folder, NAMES[0] as string);
    await mkdir(target);
    const { code, out, err } = await cli('report', SAMPLE, '--format', 'pdf', '--out', folder);
    expect([code, out]).toEqual([6, '']);
    expect(err).toBe(`Không ghi được ${target}. Kiểm tra quyền ghi của thư mục hoặc chọn nơi khác.\n`);
    expect(await readdir(folder)).toEqual([NAMES[0]]);
    expect(await readdir(target)).toEqual([]);
  });
});

describe('other files', () => {
  it('are made of the same sheet, and the blank form of any questionnaire', async () => {
    const folder = await temporaryFolder();
    const { code, err } = await cli('report', SAMPLE, '--format', 'csv,json,slide-png,blank', '--out', folder);
    expect([code, err]).toEqual([0, '']);
    expect((await readdir(folder)).map((name) => name.replace(/^.*\./, '')).sort()).toEqual([
      'csv',
      'json',
      'pdf',
      'png',
    ]);
    const other = await temporaryFolder();
    expect((await cli('questionnaires', 'blank', 'sme-quick', '--out', other)).code).toBe(0);
    expect(await readdir(other)).toEqual(['phieu-trong_sme-quick_1-0-0.pdf']);
    expect((await cli('questionnaires', 'blank', 'nope', '--out', other)).code).toBe(4);
  });
});

describe('demo', () => {
  it('does the whole job on the samples', async () => {
    const folder = join(await temporaryFolder(), 'demo');
    const { code, out, err } = await cli('--json', 'demo', '--out', folder);
    expect([code, err]).toEqual([0, '']);
    const outcomes = JSON.parse(out) as { organisation: string; level: number; files: string[] }[];
    expect(outcomes.length).toBeGreaterThanOrEqual(6);
    expect(outcomes).toContainEqual(expect.objectContaining({ organisation: 'UBND xã Trường Đông', level: 1 }));
    const files = outcomes.flatMap((outcome) => outcome.files);
    expect(new Set(files).size).toBe(outcomes.length * 2);
    expect((await readdir(folder)).map((name) => join(folder, name)).sort()).toEqual([...files].sort());
  });
});

describe('a sheet of a commune', () => {
  it('is scored on the items for communes only, by the target of its year', async () => {
    const sheet = join(ROOT, 'questionnaires/targets-tien-giang-370/1.0.0/samples/xa-mau-2024.yaml');
    const { code, out } = await cli('--json', 'score', sheet);
    expect(code).toBe(0);
    const { root, indicators } = JSON.parse(out) as ResultView;
    expect([root.total, root.answered]).toEqual([24, 14]);
    expect(indicators).not.toHaveLength(0);
    for (const { target, overdue } of indicators) expect(overdue || target.year >= 2024).toBe(true);
    const province = join(ROOT, 'questionnaires/targets-tien-giang-370/1.0.0/samples/tinh-mau-2023.yaml');
    const whole = JSON.parse((await cli('--json', 'score', province)).out) as ResultView;
    expect(whole.root.total).toBeGreaterThan(root.total);
  });
});
