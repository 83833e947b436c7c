/**
 * The compiler settings per environment: what a layer does not have, it cannot even name. Each piece of code below is
 * compiled as one more file of the real project of its environment, so that names which a package's types bring along
 * count too. (Types of pdfmake bring the DOM into the Node project; there the lint refuses it, see lint.test.ts.)
 */
import { join } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { ROOT } from '../e2e/support/project.ts';

const LIMIT_MS = 60_000;

/**
 * Compiles one file with the settings, the global types and the neighbours of a real project.
 * @returns the compiler's complaints about that file
 */
function complaints(project: string, place: string, code: string): string[] {
  const config = ts.getParsedCommandLineOfConfigFile(
    join(ROOT, project),
    {},
    {
      ...ts.sys,
      onUnRecoverableConfigFileDiagnostic: (problem) =>
        expect.fail(ts.flattenDiagnosticMessageText(problem.messageText, ' ')),
    },
  );
  if (!config) throw new Error(`no settings in ${project}`);
  const file = join(ROOT, place).replaceAll('\\', '/');
  const host = ts.createCompilerHost(config.options);
  const real = { ...host };
  host.fileExists = (name) => name === file || real.fileExists(name);
  host.getSourceFile = (name, ...rest) =>
    name === file ? ts.createSourceFile(name, code, ts.ScriptTarget.Latest, true) : real.getSourceFile(name, ...rest);
  const program = ts.createProgram([...config.fileNames, file], { ...config.options, noEmit: true }, host);
  const source = program.getSourceFile(file);
  return [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)].map(
    ({ messageText }) => ts.flattenDiagnosticMessageText(messageText, ' '),
  );
}

const PURE = ['src/domain/extra.ts', 'src/contract/extra.ts', 'src/core/extra.ts'];
const DOM = 'export const title = document.title;';
const PROCESS = 'export const folder = process.env.HOME;';
const FILES = "import { readFileSync } from 'node:fs';\nexport const read = readFileSync;";

const REFUSED: readonly (readonly [project: string, places: readonly string[], names: RegExp, code: string])[] = [
  ['tsconfig.pure.json', PURE, /'document'/, DOM],
  ['tsconfig.pure.json', PURE, /'process'/, PROCESS],
  ['tsconfig.pure.json', PURE, /'node:fs'/, FILES],
  ['tsconfig.pure.json', PURE, /'fetch'/, "export const answer = fetch('/');"],
  ['tsconfig.pure.json', PURE, /'setTimeout'/, 'setTimeout(() => undefined, 1);'],
  ['tsconfig.pure.json', PURE, /'crypto'/, 'export const id = crypto.randomUUID();'],
  ['tsconfig.pure.json', PURE, /'performance'/, 'export const at = performance.now();'],
  ['tsconfig.pure.json', PURE, /'localStorage'/, "localStorage.setItem('a', 'b');"],
  ['tsconfig.web.json', ['src/renderer/extra.ts'], /'node:fs'/, FILES],
  ['tsconfig.web.json', ['src/renderer/extra.ts'], /'process'/, PROCESS],
  ['tsconfig.web.json', ['src/renderer/extra.ts'], /'Buffer'/, "export const bytes = Buffer.from('a');"],
  ['tsconfig.web.json', ['src/renderer/extra.ts'], /'require'/, "export const fs = require('fs');"],
];

describe('what an environment does not have', () => {
  it.each(REFUSED)('%s: %s do not compile with %s', { timeout: LIMIT_MS }, (project, places, names, code) => {
    for (const place of places) expect(complaints(project, place, code).join('\n'), place).toMatch(names);
  });

  it(
    'enums, namespaces and parameter properties do not compile: Node runs the sources as they are',
    {
      timeout: LIMIT_MS,
    },
    () => {
      for (const code of [
        'export enum Level { Low }',
        'export namespace Levels { export const low = 1; }',
        'export class Level { constructor(readonly value: number) {} }',
      ])
        expect(complaints('tsconfig.node.json', 'src/cli/extra.ts', code).join('\n'), code).toMatch(
          /erasableSyntaxOnly/,
        );
    },
  );
});

describe('what an environment has', () => {
  it.each([
    ['tsconfig.pure.json', 'src/domain/extra.ts', 'export const latest = [1, 2].findLast((n) => n > 1);'],
    ['tsconfig.node.json', 'src/server/extra.ts', `${PROCESS}\n${FILES}`],
    ['tsconfig.electron.json', 'src/main/extra.ts', `${PROCESS}\nexport { app } from 'electron';`],
    ['tsconfig.web.json', 'src/renderer/extra.ts', DOM],
  ])('%s: %s compiles', { timeout: LIMIT_MS }, (project, place, code) => {
    expect(complaints(project, place, code)).toEqual([]);
  });
});
