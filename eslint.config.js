import js from '@eslint/js';
import prettier from 'eslint-config-prettier';
import jest from 'eslint-plugin-jest';
import globals from 'globals';
import ts from 'typescript-eslint';

// What the house rules ask and no ready-made rule checks; each message says what to do instead.
const everywhere = [
  {
    selector: 'ExportAllDeclaration',
    message: 'Name what is exported: a barrel file hides where a thing lives.',
  },
  {
    selector:
      ':matches(Literal[value=/set_config\\([^)]*false\\s*\\)/], TemplateElement[value.raw=/set_config\\([^)]*false\\s*\\)/])',
    message: 'A setting that outlives its transaction leaks to the next user of the connection: pass true.',
  },
];
const inFeatures = [
  {
    selector: 'NewExpression[callee.name="Date"][arguments.length=0]',
    message: 'Inject Clock and pass clock.now(), so that tests can set the time.',
  },
  {
    selector: 'CallExpression[callee.object.name="Date"][callee.property.name="now"]',
    message: 'Inject Clock and pass clock.now(), so that tests can set the time.',
  },
];

const disableWithReason = {
  meta: { type: 'problem', schema: [] },
  create: ({ sourceCode, report }) => ({
    Program() {
      for (const comment of sourceCode.getAllComments()) {
        if (/^\s*eslint-disable/.test(comment.value) && !/--\s*\S/.test(comment.value))
          report({ loc: comment.loc, message: 'Say why: eslint-disable-next-line <rule> -- <reason>.' });
      }
    },
  }),
};

export default ts.config(
  { ignores: ['dist', 'coverage', 'data', '.build-*'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  js.configs.recommended,
  {
    plugins: { house: { rules: { 'disable-with-reason': disableWithReason } } },
    rules: {
      'house/disable-with-reason': 'error',
      'no-restricted-syntax': ['error', ...everywhere],
      'no-warning-comments': ['error', { terms: ['todo', 'fixme', 'xxx'] }],
    },
  },
  {
    files: ['**/*.ts'],
    extends: [ts.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/no-unnecessary-type-arguments': 'error',
      '@typescript-eslint/prefer-readonly': 'error',
      // A method may keep the promise of its interface without waiting for anything itself.
      '@typescript-eslint/require-await': 'off',
      // Nest's modules are classes without members.
      '@typescript-eslint/no-extraneous-class': 'off',
    },
  },
  {
    files: ['src/**/*.ts'],
    rules: {
      'max-lines': ['error', { max: 250, skipBlankLines: true, skipComments: true }],
      'max-lines-per-function': ['error', { max: 60, skipBlankLines: true, skipComments: true }],
      'no-restricted-imports': [
        'error',
        {
          paths: [
            {
              name: '@nestjs/common',
              importNames: ['forwardRef'],
              message: 'Two features that need each other meet in a fact.',
            },
            {
              name: '@nestjs/typeorm',
              importNames: ['InjectRepository', 'InjectEntityManager', 'InjectDataSource'],
              message: 'Only a transaction of Database tells row-level security who is asking.',
            },
            {
              name: 'node:process',
              message: 'Use the global; the environment is read in src/platform/config.',
            },
          ],
        },
      ],
      'no-restricted-properties': [
        'error',
        { object: 'process', property: 'env', message: 'Read it in src/platform/config and inject Config.' },
      ],
    },
  },
  { files: ['src/platform/config/*.ts'], rules: { 'no-restricted-properties': 'off' } },
  // One list of texts per feature: long by nature, and read by key.
  { files: ['src/**/*.messages.ts'], rules: { 'max-lines': 'off' } },
  {
    files: ['src/*/**/*.ts'],
    ignores: ['src/shared/**', 'src/platform/**'],
    rules: { 'no-restricted-syntax': ['error', ...everywhere, ...inFeatures] },
  },
  {
    files: ['test/**/*.ts'],
    extends: [jest.configs['flat/recommended']],
    rules: {
      'jest/no-disabled-tests': 'error',
      'jest/no-commented-out-tests': 'error',
      'jest/prefer-to-have-length': 'error',
      'jest/expect-expect': [
        'error',
        { assertFunctionNames: ['expect', 'expect*', 'fc.assert', 'assert*', 'check*'] },
      ],
      // A test that needs a program of the machine is written as (there ? test : test.skip)(...).
      'jest/no-standalone-expect': 'off',
      // A property asks different things of different examples.
      'jest/no-conditional-expect': 'off',
      // The body of an answer is unknown until the test has compared it.
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/unbound-method': 'off',
      'jest/unbound-method': 'error',
    },
  },
  {
    files: ['**/*.js', '**/*.mjs', '**/*.cjs'],
    languageOptions: { globals: globals.node },
  },
  // What runs in browsers, of which types are checked by their own tsconfig.json.
  { files: ['views/**/*.js'], languageOptions: { globals: globals.browser } },
  { files: ['views/check-in/service-worker.js'], languageOptions: { globals: globals.serviceworker } },
  prettier,
);
