import { Command, InvalidArgumentError, Option } from 'commander';
import { LANGUAGES, type Language } from '../domain/text/localized.ts';
import {
  AGGREGATE_FORMATS,
  aggregatePaths,
  GROUPINGS,
  type AggregateFormat,
  type Grouping,
} from './commands/aggregate.ts';
import { exportWorkbook, importWorkbook, writeTemplate } from './commands/authoring.ts';
import { demo } from './commands/demo.ts';
import { checkQuestionnaires, listQuestionnaires, writeBlank } from './commands/questionnaires.ts';
import { runServer, type ServeCommand } from './commands/serve.ts';
import { FORMATS, reportSheet, scoreSheet, USUAL_FORMATS, type Format } from './commands/sheets.ts';
import { makeSamples, SAMPLE_FORMATS, type SampleCommand } from './commands/sample.ts';
import { verifyFiles } from './commands/verify.ts';
import { createContext, EXIT_CODES, printError, VERSION, type Context } from './context.ts';

const USAGE_ERROR = 2;

interface Global {
  readonly lang: Language;
  readonly json: boolean;
}

const program = new Command('thuoc-so')
  .description('Thước Số: đo mức độ trưởng thành số, không cần mạng · an offline yardstick for digital maturity')
  .version(VERSION)
  .addOption(new Option('--lang <lang>', 'ngôn ngữ / language').choices([...LANGUAGES]).default('vi'))
  .option('--json', 'kết quả dạng JSON / machine-readable output', false)
  .showHelpAfterError()
  .exitOverride()
  .addHelpText(
    'after',
    `\nMã thoát / exit codes: 0 xong/done, ${USAGE_ERROR} sai lệnh/usage, ` +
      Object.entries(EXIT_CODES)
        .map(([name, code]) => `${code} ${name}`)
        .join(', '),
  );

/** Runs a command with its context; every error becomes a sentence and an exit code. */
async function run(work: (context: Context) => Promise<number>): Promise<void> {
  const { lang, json } = program.opts<Global>();
  const context = createContext(lang, json);
  try {
    process.exitCode = await work(context);
  } catch (error) {
    process.exitCode = printError(context, error);
  }
}

interface AggregateCommand {
  readonly out: string;
  readonly groupBy: Grouping;
  readonly format: AggregateFormat[];
  readonly hideNames: boolean;
  readonly data?: string;
}

function parseList<F extends string>(text: string, all: readonly F[]): F[] {
  const formats = text.split(',').map((part) => part.trim());
  const known = formats.filter((format): format is F => all.some((candidate) => candidate === format));
  if (known.length !== formats.length || known.length === 0)
    throw new InvalidArgumentError(createContext('vi', false).say('usage.format', { formats: all.join(', ') }));
  return [...new Set(known)];
}
const parseFormats = (text: string): Format[] => parseList(text, FORMATS);
const parseAggregateFormats = (text: string): AggregateFormat[] => parseList(text, AGGREGATE_FORMATS);

function parseCount(text: string): number {
  const count = Number(text);
  if (!Number.isInteger(count) || count < 1 || count > 100_000)
    throw new InvalidArgumentError(createContext('vi', false).say('usage.count'));
  return count;
}

function parsePort(text: string): number {
  const port = Number(text);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new InvalidArgumentError('0 – 65535');
  return port;
}

const questionnaires = program.command('questionnaires').description('bộ câu hỏi / questionnaires');
questionnaires
  .command('list')
  .description('liệt kê bộ câu hỏi có sẵn / list the shipped questionnaires')
  .action(() => run(listQuestionnaires));
questionnaires
  .command('check [folders...]')
  .description('kiểm tra thư mục bộ câu hỏi và chạy các phép thử / check folders and run their test vectors')
  .action((folders: string[]) => run((context) => checkQuestionnaires(context, folders)));

questionnaires
  .command('blank <id> [version]')
  .description('tạo phiếu trả lời trống để in / make a blank form to print')
  .option('--out <folder>', 'thư mục ghi tệp / output folder', '.')
  .action((id: string, version: string | undefined, { out }: { out: string }) =>
    run((context) => writeBlank(context, id, version ?? null, out)),
  );

const sheetLanguage = (): Option =>
  new Option('--language <lang>', 'ngôn ngữ của sổ tính / language of the workbook').choices([...LANGUAGES]);
questionnaires
  .command('template <file>')
  .description('tạo sổ tính Excel mẫu để soạn bộ câu hỏi / make a workbook for writing a questionnaire')
  .addOption(sheetLanguage())
  .action((file: string, { language }: { language?: Language }) =>
    run((context) => writeTemplate(context, file, language ?? context.language)),
  );
questionnaires
  .command('export-xlsx <folder> <file>')
  .description('ghi bộ câu hỏi ra sổ tính Excel / write a questionnaire as a workbook')
  .addOption(sheetLanguage())
  .action((folder: string, file: string, { language }: { language?: Language }) =>
    run((context) => exportWorkbook(context, folder, file, language ?? context.language)),
  );
questionnaires
  .command('import-xlsx <file> <folder>')
  .description('kiểm tra sổ tính và ghi thành thư mục bộ câu hỏi / check a workbook and write a questionnaire folder')
  .action((file: string, folder: string) => run((context) => importWorkbook(context, file, folder)));

program
  .command('score <answers>')
  .description('chấm điểm một phiếu trả lời (YAML hoặc JSON) / score an answer sheet')
  .option('--trace', 'giải thích từng con số / explain every figure', false)
  .action((file: string, { trace }: { trace: boolean }) => run((context) => scoreSheet(context, file, trace)));

program
  .command('report <answers>')
  .description('xuất báo cáo và các tệp khác từ một phiếu trả lời / make report and other files of an answer sheet')
  .option('--out <folder>', 'thư mục ghi tệp / output folder', '.')
  .option('--format <list>', FORMATS.join(','), parseFormats, [...USUAL_FORMATS])
  .action((file: string, options: { out: string; format: Format[] }) =>
    run((context) => reportSheet(context, file, options.format, options.out)),
  );

program
  .command('aggregate <paths...>')
  .description('nạp và tổng hợp các tệp kết quả / import result files and aggregate them')
  .requiredOption('--out <folder>', 'thư mục ghi kết quả / output folder')
  .addOption(new Option('--group-by <what>', 'so sánh theo / compare by').choices([...GROUPINGS]).default('group'))
  .option('--data <folder>', 'giữ lại trong thư mục dữ liệu này / keep in this data folder')
  .option('--format <list>', AGGREGATE_FORMATS.join(','), parseAggregateFormats, ['csv', 'json'])
  .option('--hide-names', 'đánh số thay tên đơn vị / numbers in the place of names', false)
  .action((paths: string[], { data, format, ...options }: AggregateCommand) =>
    run((context) => aggregatePaths(context, paths, { ...options, formats: format, data: data ?? null })),
  );

program
  .command('verify <files...>')
  .description('kiểm tra tệp kết quả / check result files')
  .action((files: string[]) => run((context) => verifyFiles(context, files)));

program
  .command('sample')
  .description('tạo tệp kết quả mẫu để tập huấn và thử / make sample result files for training and tests')
  .requiredOption('--questionnaire <id>', 'bộ câu hỏi, có thể kèm phiên bản id@1.0.0 / questionnaire, id or id@1.0.0')
  .requiredOption('--count <n>', 'số tệp / number of files', parseCount)
  .option('--seed <n>', 'cùng số cho cùng kết quả / the same seed gives the same files', '1')
  .requiredOption('--out <folder>', 'thư mục ghi tệp / output folder')
  .addOption(new Option('--format <format>', 'loại tệp / kind of file').choices([...SAMPLE_FORMATS]).default('xlsx'))
  .action((options: SampleCommand) => run((context) => makeSamples(context, options)));

program
  .command('serve')
  .description('mở chương trình trong trình duyệt trên máy này / run in a browser on this computer')
  .option('--port <port>', 'cổng / port (0 = any)', parsePort, 0)
  .option('--data <folder>', 'thư mục dữ liệu / data folder')
  .option('--open', 'mở trình duyệt / open the browser', false)
  .action((options: ServeCommand) => run((context) => runServer(context, options)));

program
  .command('demo')
  .description('chạy thử toàn bộ công việc với dữ liệu mẫu / the whole job on sample data')
  .option('--out <folder>', 'thư mục ghi tệp / output folder', 'demo-output')
  .action((options: { out: string }) => run((context) => demo(context, options.out)));

// A reader that has seen enough (head, less) closes the pipe; that is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
});

try {
  await program.parseAsync();
} catch (error) {
  // Help and version are not errors; commander has already printed its message for the rest.
  const code = error instanceof Error && 'exitCode' in error ? error.exitCode : 1;
  process.exitCode = code === 0 ? 0 : USAGE_ERROR;
}
