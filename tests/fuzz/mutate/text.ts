/** Damage to YAML and other lines of text. */
import type { Random } from '../../durability/random.ts';
import { ALL_TEXTS } from '../tokens.ts';

const YAML = [
  '&a [*a]',
  'a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\nd: [*c, *c]',
  '*missing',
  '!!js/function "function(){ return 1 }"',
  '!!python/object/apply:os.system ["id"]',
  '!!binary aGVsbG8=',
  '!!set {a, b}',
  '%YAML 1.1\n---',
  '---\n---',
  '<<: {a: 1}',
  '? [a, b]\n: c',
  '__proto__: {polluted: true}',
  'constructor: {prototype: {polluted: true}}',
  '.nan',
  '.inf',
  '0o17',
  '1e999',
  '|\n  ',
  '>-\n',
  '\t\t',
  '- '.repeat(300),
  '['.repeat(2000),
  '{a: '.repeat(400),
  '"'.repeat(60_001),
  `${'k'.repeat(2000)}: 1`,
] as const;

function once(random: Random, text: string): string {
  const lines = text.split('\n');
  const at = random.below(lines.length);
  const line = lines[at] ?? '';
  switch (random.below(9)) {
    case 0:
      lines.splice(at, 1 + random.below(4));
      break;
    case 1:
      lines.splice(at, 0, line);
      break;
    case 2: {
      const other = random.below(lines.length);
      [lines[at], lines[other]] = [lines[other] ?? '', line];
      break;
    }
    case 3:
      lines[at] = `${' '.repeat(1 + random.below(3))}${line}`;
      break;
    case 4:
      lines[at] = line.replace(/^ +/, '');
      break;
    case 5:
      lines[at] = line.replace(/:.*$/, () => `: ${random.pick([...ALL_TEXTS, ...YAML])}`);
      break;
    case 6:
      lines.splice(at, 0, random.pick(YAML));
      break;
    case 7: {
      const place = random.below(line.length + 1);
      lines[at] = `${line.slice(0, place)}${random.pick(ALL_TEXTS)}${line.slice(place)}`;
      break;
    }
    default:
      lines[at] = line.replace(/[A-Za-z0-9_-]+/, () => random.pick(ALL_TEXTS));
  }
  return lines.join('\n');
}

/** Changes one to four places of a text of lines. */
export function damageText(random: Random, text: string): string {
  let damaged = text;
  for (let count = 1 + random.below(4); count > 0; count -= 1) damaged = once(random, damaged);
  return damaged;
}
