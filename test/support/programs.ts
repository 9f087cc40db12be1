import { spawnSync } from 'node:child_process';

/** For tests by a program that comes with the operating system: where it is missing they are reported as skipped. */
export function whereInstalled(program: string): typeof describe {
  return spawnSync(program, ['--version']).error === undefined ? describe : describe.skip;
}
