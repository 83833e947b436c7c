import type { Catalogue } from '../../domain/wording/catalogue.ts';
import type { vi } from './vi.ts';

/** Texts of the command line in English. */
export const en: Catalogue<typeof vi> = {
  'list.title': 'Questionnaires',
  'list.row': '{{id}} {{version}}  {{items}} questions · {{minutes}} minutes · {{title}}',
  'check.ok': '✓ {{folder}}: usable, {{items}} questions, {{vectors}} tests agree',
  'check.bad': '✗ {{folder}}:',
  'score.level': 'Level {{level}}: {{name}}',
  'score.no-level': 'Not enough answers for a level',
  'score.sum': 'Total: {{value}}/{{max}} ({{percent}})',
  'score.mean': 'Mean: {{value}}/{{max}}',
  'score.group': '{{code}} {{title}}: {{value}}/{{max}} · level {{level}}',
  'score.answered': '{{answered}} answered, {{na}} not applicable, {{open}} unanswered of {{total}} questions',
  'score.next': 'To reach level {{level}}:',
  'score.step': '  - {{code}} {{title}}: from {{from}} to {{to}}',
  'score.minimal': 'This is the smallest number of changes.',
  'score.best': 'This is the best way found.',
  'score.unreachable': 'No way to this level was found with the applicable questions alone.',
  'score.trace': 'How this result came about',
  written: 'Written: {{file}}',
  'import.done': 'Written: {{folder}}: {{id}} {{version}}, {{items}} questions, {{vectors}} vectors agree',
  'serve.ready': 'Thước Số is running at this address (this computer only):\n{{url}}\nPress Ctrl+C to stop.',
  'serve.port': 'Port {{port}} is in use. Choose another with --port, or leave the option out.',
  'serve.no-page': 'There is no built page in {{folder}}. Run: npm run build',
  'storage.holder': 'Held by: computer {{computer}}, process {{process}}, since {{since}} (UTC).',
  'demo.title': 'Trial run with sample data',
  'usage.format': 'The format must be xlsx, pdf, or both separated by a comma',
};
