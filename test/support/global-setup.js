import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const ROOT = join(import.meta.dirname, '../..');

/** One build of the sources and one PostgreSQL for the whole run. */
export default async function setUp() {
  const build = join(ROOT, `.build-${process.pid}`);
  await removeOldBuilds();
  execFileSync('npx', ['swc', 'src', '-d', build, '--strip-leading-paths', '--copy-files', '-q'], {
    cwd: ROOT,
  });
  if (!existsSync(join(ROOT, 'dist/public/manifest.json')))
    execFileSync('node', ['bin/build-assets.mjs'], { cwd: ROOT });
  if (!existsSync(join(ROOT, 'dist/mail/letter.html.hbs')))
    execFileSync('node', ['bin/build-mail.mjs'], { cwd: ROOT });
  const load = (file) => import(pathToFileURL(join(build, file)).href);
  const { removeEmbeddedPostgres, startEmbeddedPostgres } = await load(
    'platform/database/embedded-postgres.js',
  );
  const { migrate } = await load('platform/database/migrate.js');
  const { openFileStore } = await load('platform/storage/file-store.js');
  const folder = await mkdtemp(join(tmpdir(), 'leerlijn-test-'));
  const postgres = await startEmbeddedPostgres(folder, { durable: false });
  const owner = (database) => postgres.url(database);
  await createTemplate(owner('postgres'));
  await migrate(
    owner('template_leerlijn'),
    postgres.url('template_leerlijn', 'leerlijn_app', 'leerlijn_app'),
    await openFileStore({ folder: join(folder, 'files') }),
  );
  process.env.TEST_BUILD = build;
  process.env.TEST_OWNER_URL = owner('postgres');
  process.env.TEST_APP_URL = postgres.url('postgres', 'leerlijn_app', 'leerlijn_app');
  globalThis.tearDownLeerlijn = async () => {
    await removeEmbeddedPostgres(folder);
    await rm(build, { recursive: true, force: true });
  };
}

async function createTemplate(url) {
  const { default: pg } = await import('pg');
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query('create database template_leerlijn');
  await client.end();
}

/** A run that was killed could not clean up after itself. */
async function removeOldBuilds() {
  for (const name of await readdir(ROOT)) {
    const pid = /^\.build-(\d+)$/.exec(name)?.[1];
    if (pid && !isRunning(Number(pid))) await rm(join(ROOT, name), { recursive: true, force: true });
  }
}

function isRunning(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
