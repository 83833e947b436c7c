/** What must not be in the project, and what package.json and its lock file promise. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT } from '../e2e/support/project.ts';
import { occurrences, projectTexts } from './files.ts';

const read = (file: string): string => readFileSync(join(ROOT, file), 'utf8');
const texts = projectTexts().filter(({ path }) => path !== 'package-lock.json');
const tests = texts.filter(({ path }) => path.startsWith('tests/'));

interface Manifest {
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
}

describe('the texts of the project', () => {
  it('are found at all', () => {
    expect(texts.length).toBeGreaterThan(100);
    expect(tests.length).toBeGreaterThan(10);
  });

  it('leave nothing for later', () => {
    // Put together from halves, so that this file is clean as well.
    const notes = new RegExp(`\\b(${['TO' + 'DO', 'FIX' + 'ME', 'XX' + 'X', 'HA' + 'CK'].join('|')})\\b`, 'g');
    expect(occurrences(texts, notes)).toEqual([]);
  });

  it('skip no test and single none out', () => {
    expect(occurrences(tests, /\b(it|test|describe|suite)(\.\w+)*\.(skip|only|todo|fails|skipIf|runIf)\b/g)).toEqual(
      [],
    );
    expect(occurrences(tests, /\b(xit|xdescribe|fit|fdescribe)\(/g)).toEqual([]);
    expect(occurrences(tests, /\b(context|ctx|task)\.skip\(/g)).toEqual([]);
  });

  it('name no folder of one particular computer', () => {
    const homes = /(?<![\w.:/])\/(work|root|home|Users)\/[\w.-]+|[A-Z]:\\{1,2}Users\\{1,2}\w+/g;
    expect(occurrences(texts, homes)).toEqual([]);
  });

  it('switch the lint off nowhere without saying why', () => {
    const silent = /(eslint-disable(?!.*-- )|@ts-ignore|@ts-nocheck).*/g;
    const own = 'tests/architecture/repository.test.ts';
    expect(
      occurrences(
        texts.filter(({ path }) => path !== own),
        silent,
      ),
    ).toEqual([]);
  });

  it('are composed Unicode, so that Vietnamese text compares and sorts', () => {
    expect(texts.filter(({ text }) => text !== text.normalize('NFC')).map(({ path }) => path)).toEqual([]);
  });
});

describe('the packages', () => {
  const manifest = JSON.parse(read('package.json')) as Manifest;
  const packages = { ...manifest.dependencies, ...manifest.devDependencies };

  it('are pinned exactly', () => {
    const loose = Object.entries(packages).filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version));
    expect(loose).toEqual([]);
  });

  it('have their reason in docs/dependencies.md, and no other has', () => {
    const listed = [...read('docs/dependencies.md').matchAll(/^\| ([^|]+) \|/gm)]
      .flatMap(([, cell = '']) => cell.split(',').map((name) => name.trim()))
      .filter((name) => name !== 'package' && !name.startsWith('---'));
    const names = Object.keys(packages).map((name) => (name.startsWith('@types/') ? '@types/*' : name));
    expect(listed.sort()).toEqual([...new Set(names)].sort());
  });

  it('are locked by content, not by the address of a server', () => {
    const lock = JSON.parse(read('package-lock.json')) as {
      packages: Record<string, { version?: string; integrity?: string; resolved?: string; link?: boolean }>;
    };
    const locked = Object.entries(lock.packages).filter(([path]) => path !== '');
    expect(locked.length).toBeGreaterThan(100);
    expect(locked.filter(([, entry]) => entry.resolved !== undefined).map(([path]) => path)).toEqual([]);
    expect(locked.filter(([, entry]) => !entry.integrity?.startsWith('sha512-')).map(([path]) => path)).toEqual([]);
    for (const [name, version] of Object.entries(packages))
      expect(lock.packages[`node_modules/${name}`]?.version, name).toBe(version);
  });
});
