import { resolve } from 'node:path';
import { expect, it } from 'vitest';
import { incomingPaths } from '../../src/main/incoming-paths.ts';

it('finds the files among the arguments of a start', () => {
  const given = ['thuoc-so', '.', '--allow-file.xlsx', 'Kết quả.XLSX', '/a/b.thuocso', 'c.txt', '-x.yaml', 'd.yml'];
  expect(incomingPaths(given, '/here')).toEqual([
    resolve('/here/Kết quả.XLSX'),
    resolve('/a/b.thuocso'),
    resolve('/here/d.yml'),
  ]);
  expect(incomingPaths(['a.xlsx'], '/here')).toEqual([]);
});
