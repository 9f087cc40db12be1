/** One embedded PostgreSQL per run; a cloned database per test file. */
export default {
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts'],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  testMatch: ['<rootDir>/test/**/*.spec.ts'],
  globalSetup: '<rootDir>/test/support/global-setup.js',
  globalTeardown: '<rootDir>/test/support/global-teardown.js',
  // Two also on two cores, where Jest would take one: most of a test is waiting for a server.
  maxWorkers: 2,
  // Each file loads the product anew and Node keeps its modules: a worker that grew large spends its time on clearing up.
  workerIdleMemoryLimit: '1200MB',
  testTimeout: 120_000,
  modulePathIgnorePatterns: ['<rootDir>/dist', '<rootDir>/.build-'],
  transform: { '^.+\\.ts$': ['@swc/jest'] },
};
