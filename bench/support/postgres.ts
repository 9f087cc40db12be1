import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import {
  removeEmbeddedPostgres,
  startEmbeddedPostgres,
} from '../../src/platform/database/embedded-postgres.js';
import { migrate } from '../../src/platform/database/migrate.js';
import { openFileStore } from '../../src/platform/storage/file-store.js';
import type { TestDatabase } from '../../test/support/database.js';

const APP = 'leerlijn_app';

/** A migrated database on a PostgreSQL server of this run's own, as durable as in production. */
export interface BenchDatabase extends TestDatabase {
  /** The owner's address: for what is measured without row-level security. */
  readonly ownerUrl: string;
  /** For documents. */
  readonly filesFolder: string;
}

export async function startDatabase(): Promise<BenchDatabase> {
  const folder = await mkdtemp(join(tmpdir(), 'leerlijn-bench-'));
  const filesFolder = join(folder, 'files');
  const server = await startEmbeddedPostgres(folder);
  const [ownerUrl, url] = [server.url('postgres'), server.url('postgres', APP, APP)];
  await migrate(ownerUrl, url, await openFileStore({ folder: filesFolder }));
  const owner = new pg.Pool({ connectionString: ownerUrl, max: 4 });
  return {
    ...{ url, ownerUrl, owner, filesFolder },
    drop: async () => {
      await owner.end();
      await removeEmbeddedPostgres(folder);
    },
  };
}
