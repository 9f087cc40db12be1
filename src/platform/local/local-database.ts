import { randomBytes } from 'node:crypto';
import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Client } from 'pg';
import { removeEmbeddedPostgres, startEmbeddedPostgres } from '../database/embedded-postgres.js';
import { ignoring } from '../errors/ignoring.js';

const DATABASE = 'leerlijn';
const APPLICATION = 'leerlijn_app';

/** The database of a local start: for the application's role and for the owner, who migrates. */
export interface LocalDatabase {
  readonly url: string;
  readonly ownerUrl: string;
  /** The folder in which the data really is. */
  readonly folder: string;
  stop(): Promise<void>;
}

const postgresFolder = (dataFolder: string) => path.join(dataFolder, 'postgres');
const passwordFile = (dataFolder: string) => path.join(dataFolder, 'application-password');

/** Starts the embedded PostgreSQL of this data folder and makes the database where it is missing. */
export async function startLocalDatabase(dataFolder: string): Promise<LocalDatabase> {
  const server = await startEmbeddedPostgres(postgresFolder(dataFolder));
  await createDatabase(server.url('postgres'));
  const password = await applicationPassword(passwordFile(dataFolder));
  return {
    url: server.url(DATABASE, APPLICATION, password),
    ownerUrl: server.url(DATABASE),
    folder: server.folder,
    stop: () => server.stop(),
  };
}

/** Erases the database of this data folder for good. */
export async function eraseLocalDatabase(dataFolder: string): Promise<void> {
  await removeEmbeddedPostgres(postgresFolder(dataFolder));
  await rm(passwordFile(dataFolder), { force: true });
}

async function createDatabase(ownerUrl: string): Promise<void> {
  const owner = new Client({ connectionString: ownerUrl });
  await owner.connect();
  try {
    const known = await owner.query('select from pg_database where datname = $1', [DATABASE]);
    if (known.rowCount === 0) await owner.query(`create database ${DATABASE}`);
  } finally {
    await owner.end();
  }
}

/** Kept, because the role is made once with this password and must let us in at every later start. */
async function applicationPassword(file: string): Promise<string> {
  const known = await readFile(file, 'utf8').catch(ignoring('ENOENT'));
  if (known) return known.trim();
  const password = randomBytes(24).toString('base64url');
  await writeFile(`${file}.new`, `${password}\n`, { mode: 0o600 });
  await rename(`${file}.new`, file);
  return password;
}
