import { randomBytes } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';

/** A database of this test file's own, cloned from the migrated template. */
export interface TestDatabase {
  /** As the application's role, for which row-level security holds. */
  readonly url: string;
  /** As the owner, who sees everything: for looking at what was really saved. */
  readonly owner: pg.Pool;
  drop(): Promise<void>;
}

/** Where a test that uses this database stores documents: apart from those of every other database. */
export function filesFolderOf(databaseUrl: string): string {
  const { port, pathname } = new URL(databaseUrl);
  return join(tmpdir(), `leerlijn-files-${port}${pathname.replace('/', '-')}`);
}

export async function cloneDatabase(): Promise<TestDatabase> {
  const name = `test_${randomBytes(6).toString('hex')}`;
  await asServerOwner(`create database ${name} template template_leerlijn`);
  const owner = new pg.Pool({ connectionString: inDatabase(process.env.TEST_OWNER_URL!, name), max: 4 });
  // Dropping the database ends connections that are just closing; that is no news.
  owner.on('error', () => undefined);
  const url = inDatabase(process.env.TEST_APP_URL!, name);
  return {
    url,
    owner,
    drop: async () => {
      await owner.end();
      await asServerOwner(`drop database ${name} with (force)`);
      await rm(filesFolderOf(url), { recursive: true, force: true });
    },
  };
}

async function asServerOwner(sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: process.env.TEST_OWNER_URL });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

function inDatabase(url: string, name: string): string {
  const found = new URL(url);
  found.pathname = `/${name}`;
  return found.href;
}
