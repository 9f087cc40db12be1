import { spawnSync } from 'node:child_process';

/**
 * Whether a program of the operating system is here; tests that need it are reported as skipped where it is not. In CI,
 * which installs all of them, a missing one is a fault: what is green there was tested.
 */
export function isHere(program: string, isFound: boolean): boolean {
  if (!isFound && process.env.CI) throw new Error(`${program} is not here, and .ci/run installs it`);
  return isFound;
}

/** For tests by a program that tells its version. */
export function whereInstalled(program: string): typeof describe {
  const isFound = spawnSync(program, ['--version']).error === undefined;
  return isHere(program, isFound) ? describe : describe.skip;
}
