import { mkdir } from 'node:fs/promises';
import type { LocalEnvironment } from '../config/local-environment.js';
import { migrate } from '../database/migrate.js';
import type { Translate } from '../i18n/translator.js';
import { openFileStore } from '../storage/file-store.js';
import { startLocalDatabase } from './local-database.js';
import { claim, release } from './running.js';

/**
 * Does something in the local database: beside a start that runs there, or, where none does, with a server of its own
 * that stops again. `work` gets the environment for a process that uses the database.
 */
export async function inLocalDatabase<T>(
  { dataFolder, files, handOn }: Pick<LocalEnvironment, 'dataFolder' | 'files' | 'handOn'>,
  t: Translate,
  work: (env: NodeJS.ProcessEnv) => Promise<T>,
): Promise<T> {
  await mkdir(dataFolder, { recursive: true });
  const other = await claim(dataFolder);
  if (other && !other.url) throw new Error(t('local.starting', { pid: other.pid }));
  const local = await startLocalDatabase(dataFolder);
  try {
    if (!other) await migrate(local.ownerUrl, local.url, await openFileStore(files));
    return await work(handOn({ DATABASE_URL: local.url, LOCAL_MODE: 'true' }));
  } finally {
    if (!other) {
      await local.stop();
      await release(dataFolder);
    }
  }
}
