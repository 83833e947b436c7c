import js from '@eslint/js';
import boundaries from 'eslint-plugin-boundaries';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

const LAYERS = ['domain', 'contract', 'core', 'adapters', 'main', 'preload', 'server', 'cli', 'renderer'];
/** Who may import whom; the direction of docs/architecture.md. */
export const ALLOWED = {
  domain: ['domain'],
  contract: ['domain', 'contract'],
  core: ['domain', 'contract', 'core'],
  adapters: ['domain', 'contract', 'core', 'adapters'],
  main: ['domain', 'contract', 'core', 'adapters', 'main'],
  preload: ['contract', 'preload'],
  server: ['domain', 'contract', 'core', 'adapters', 'server'],
  cli: ['domain', 'contract', 'core', 'adapters', 'server', 'cli'],
  renderer: ['domain', 'contract', 'renderer'],
};

/** Time, randomness and ids are arguments in the pure layers. */
const PURE = [
  {
    selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']",
    message: 'Time comes in as an argument.',
  },
  { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: 'Time comes in as an argument.' },
  { selector: "CallExpression[callee.name='Date']", message: 'Time comes in as an argument.' },
  {
    selector: "CallExpression[callee.object.name='Math'][callee.property.name='random']",
    message: 'Randomness comes in as an argument.',
  },
];

/** Names of the page's world; types of packages and of Electron bring them along, so the compiler cannot object. */
const PAGE = ['window', 'document', 'navigator', 'location', 'localStorage', 'sessionStorage', 'alert', 'confirm'];

/** Markup is made by React alone, from text. */
const MARKUP = [
  {
    selector: "JSXAttribute[name.name='dangerouslySetInnerHTML']",
    message: 'Text is text; use the safe formatter.',
  },
  {
    selector: 'AssignmentExpression[left.property.name=/^(inner|outer)HTML$/]',
    message: 'Text is text; use the safe formatter.',
  },
  { selector: "CallExpression[callee.property.name='insertAdjacentHTML']", message: 'Text is text.' },
];

/** The page speaks through one folder. */
const NETWORK = [
  { selector: "CallExpression[callee.name='fetch']", message: 'Only src/renderer/api talks to the application.' },
  {
    selector: 'CallExpression[callee.object.name=/^(window|globalThis|self)$/][callee.property.name="fetch"]',
    message: 'Only src/renderer/api talks to the application.',
  },
  {
    selector: 'NewExpression[callee.name=/^(XMLHttpRequest|EventSource|WebSocket)$/]',
    message: 'Only src/renderer/api talks to the application.',
  },
  { selector: "CallExpression[callee.property.name='sendBeacon']", message: 'The program sends nothing anywhere.' },
];

export default tseslint.config(
  { ignores: ['out/', 'dist/', 'coverage/', '.cache/', 'tests/architecture/fixtures/'] },
  js.configs.recommended,
  ...tseslint.configs.recommendedTypeChecked,
  {
    languageOptions: {
      parserOptions: { projectService: { allowDefaultProject: ['*.mjs', 'scripts/*.mjs', 'scripts/*.d.mts'] } },
    },
    plugins: { boundaries },
    settings: {
      'boundaries/elements': LAYERS.map((type) => ({ type, pattern: `src/${type}/**`, partialMatch: false })),
      'import/resolver': { node: { extensions: ['.ts', '.tsx'] } },
    },
    rules: {
      'boundaries/dependencies': [
        'error',
        {
          default: 'disallow',
          policies: LAYERS.map((type) => ({
            from: { element: { type } },
            allow: { to: { element: { type: ALLOWED[type] } } },
            message: `src/${type} may only import: ${ALLOWED[type].join(', ')}`,
          })),
        },
      ],
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-import-type-side-effects': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      'max-lines': ['warn', { max: 320, skipBlankLines: true, skipComments: true }],
      'no-console': 'error',
      eqeqeq: 'error',
    },
  },
  { files: ['src/domain/**', 'src/contract/**', 'src/core/**'], rules: { 'no-restricted-syntax': ['error', ...PURE] } },
  {
    files: ['src/{adapters,server,cli,main}/**'],
    rules: {
      'no-restricted-globals': [
        'error',
        ...PAGE.map((name) => ({ name, message: 'There is no page in this process.' })),
      ],
    },
  },
  {
    files: ['src/renderer/**'],
    plugins: { 'react-hooks': reactHooks },
    rules: {
      ...reactHooks.configs['recommended-latest'].rules,
      'no-restricted-syntax': ['error', ...MARKUP, ...NETWORK],
    },
  },
  { files: ['src/renderer/api/**'], rules: { 'no-restricted-syntax': ['error', ...MARKUP] } },
  {
    files: ['**/*.mjs', '**/*.d.mts', '**/*.cjs'],
    ...tseslint.configs.disableTypeChecked,
    languageOptions: {
      ...tseslint.configs.disableTypeChecked.languageOptions,
      globals: {
        process: 'readonly',
        console: 'readonly',
        URL: 'readonly',
        setTimeout: 'readonly',
        clearTimeout: 'readonly',
        AbortController: 'readonly',
      },
    },
  },
  { files: ['scripts/**', 'tests/**', 'build/**'], rules: { 'no-console': 'off' } },
  { files: ['tests/**'], rules: { 'max-lines': 'off' } },
);
