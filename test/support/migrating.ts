import { randomBytes } from 'node:crypto';
import { rm } from 'node:fs/promises';
import pg from 'pg';
import { applyMigration, migrationNames } from '../../src/platform/database/migrate.js';
import { openFileStore } from '../../src/platform/storage/file-store.js';
import { filesFolderOf } from './database.js';

/** An empty database that a test brings from one version to the next, under an owner for whom row-level security holds. */
export interface Migrating {
  /** As the owner, who says to be the system. */
  readonly system: pg.Client;
  /** Where documents that leave the database go. */
  readonly filesFolder: string;
  /** Runs the migrations from the first of these names up to the last one, not included; without a last one, all. */
  migrate(from: string | null, until: string | null): Promise<void>;
  drop(): Promise<void>;
}

export async function startMigrating(): Promise<Migrating> {
  const superuser = new pg.Client({ connectionString: process.env.TEST_OWNER_URL });
  await superuser.connect();
  const name = `test_${randomBytes(6).toString('hex')}`;
  // An owner for whom row-level security holds too, as in production.
  await superuser.query(`create role ${name} login nosuperuser password '${name}'`);
  await superuser.query(`create database ${name} owner ${name}`);
  const url = new URL(process.env.TEST_OWNER_URL!);
  Object.assign(url, { username: name, password: name, pathname: `/${name}` });
  const owner = new pg.Client({ connectionString: url.href });
  await owner.connect();
  await owner.query('create table migration (name text primary key, applied_at timestamptz)');
  const system = new pg.Client({ connectionString: url.href, options: '-c app.role=system' });
  await system.connect();
  const filesFolder = filesFolderOf(url.href);
  return {
    system,
    filesFolder,
    async migrate(from, until) {
      const names = await migrationNames();
      const at = (wanted: string) => names.findIndex((file) => file.startsWith(wanted));
      const chosen = names.slice(from === null ? 0 : at(from), until === null ? undefined : at(until));
      const store = await openFileStore({ folder: filesFolder });
      for (const file of chosen) await applyMigration(owner, file, store);
    },
    async drop() {
      await system.end();
      await owner.end();
      await superuser.query(`drop database ${name} with (force)`);
      await superuser.query(`drop role ${name}`);
      await superuser.end();
      await rm(filesFolder, { recursive: true, force: true });
    },
  };
}
