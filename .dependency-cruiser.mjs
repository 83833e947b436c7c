/** Reachability rules: what the lint of single imports cannot see. Each has a fixture that must fail (tests/architecture). */
export const owners = {
  'better-sqlite3': '^src/adapters/sqlite',
  exceljs: '^src/adapters/documents',
  pdfmake: '^src/adapters/documents',
  docx: '^src/adapters/documents',
  '@resvg/resvg-js': '^src/adapters/documents/png[.]ts$',
  jszip: '^src/adapters/documents',
  fontkit: '^src/adapters/documents',
  electron: '^src/(main|preload)',
  commander: '^src/cli',
  yaml: '^src/adapters/files',
  react: '^src/renderer',
  'react-dom': '^src/renderer',
  wouter: '^src/renderer',
  'lucide-react': '^src/renderer',
  'pdfjs-dist': '^src/renderer/screens/preview',
  '@tanstack/react-query': '^src/renderer',
  i18next: '^src/domain/wording',
};

/** A package, however package.json mentions it, or not at all. */
const PACKAGE = ['npm', 'npm-dev', 'npm-optional', 'npm-peer', 'npm-bundled', 'npm-no-pkg', 'npm-unknown', 'unknown'];

const packagePath = (name) => `(^|/)node_modules/${name}/`;

/** Rules for a tree that has `src` at its root; the fixtures have one each. */
export default {
  forbidden: [
    {
      name: 'no-cycles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'pure-layers-use-no-host',
      comment: 'domain, contract and core run everywhere: no Node built-ins.',
      severity: 'error',
      from: { path: '^src/(domain|contract|core)/' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'pure-layers-packages',
      comment: 'The pure layers may use zod, and i18next for sentences.',
      severity: 'error',
      from: { path: '^src/(domain|contract|core)/' },
      to: { dependencyTypes: PACKAGE, pathNot: [packagePath('zod'), packagePath('i18next')] },
    },
    {
      name: 'renderer-needs-no-validator',
      comment: 'zod must not be downloaded by the page, not even through a domain module.',
      severity: 'error',
      from: { path: '^src/renderer/' },
      to: { path: packagePath('zod'), reachable: true },
    },
    {
      name: 'renderer-reaches-no-host',
      severity: 'error',
      from: { path: '^src/renderer/' },
      to: { path: '^src/(core|adapters|main|preload|server|cli)/', reachable: true },
    },
    {
      name: 'preload-has-no-dependency',
      severity: 'error',
      from: { path: '^src/preload/' },
      to: { dependencyTypes: [...PACKAGE, 'core'], pathNot: packagePath('electron') },
    },
    ...Object.entries(owners).map(([name, owner]) => ({
      name: `owner-${name.replace(/[@/]/g, '')}`,
      comment: `${name} is imported in one place only.`,
      severity: 'error',
      from: { path: '^src/', pathNot: owner },
      to: { path: packagePath(name) },
    })),
  ],
  options: {
    tsPreCompilationDeps: false,
    combinedDependencies: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.json', '.css'],
    },
    doNotFollow: { path: 'node_modules' },
  },
};
