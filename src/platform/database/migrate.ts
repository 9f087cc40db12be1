import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { migrateQueueSchema } from '../jobs/queue-backend.js';
import type { FileStore } from '../storage/file-store.js';
import { moveFiles } from './moved-files.js';

const FOLDER = join(import.meta.dirname, 'migrations');
// Any constant does, as long as every process that migrates asks for the same one.
const MIGRATION_LOCK = 4_231_907;

/** The migrations of this build, in the order in which they run. */
export async function migrationNames(): Promise<string[]> {
  return (await readdir(FOLDER)).filter((name) => name.endsWith('.sql')).sort();
}

/**
 * Brings the schema up to this build, as the owner, and lets the role of the application's own URL use it.
 * Documents that stood in the database go to the storage.
 * Two at once do no harm: the second waits and finds nothing to do.
 */
export async function migrate(
  ownerUrl: string,
  appUrl: string,
  files: FileStore,
): Promise<{ applied: string[] }> {
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  try {
    await owner.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    await owner.query(
      'create table if not exists migration (name text primary key, applied_at timestamptz not null default now())',
    );
    const done = new Set(
      (await owner.query<{ name: string }>('select name from migration')).rows.map((row) => row.name),
    );
    const applied = (await migrationNames()).filter((name) => !done.has(name));
    for (const name of applied) await applyMigration(owner, name, files);
    await migrateQueueSchema(ownerUrl);
    await grantToApplication(owner, new URL(appUrl));
    return { applied };
  } finally {
    await owner.end();
  }
}

/** Applies one migration, whole or not at all. @throws Error that names it */
export async function applyMigration(owner: pg.Client, name: string, files: FileStore): Promise<void> {
  const sql = await readFile(join(FOLDER, name), 'utf8');
  await owner.query('begin');
  try {
    await moveFiles(owner, name, files);
    await owner.query(sql);
    await owner.query('insert into migration (name) values ($1)', [name]);
    await owner.query('commit');
  } catch (error) {
    await owner.query('rollback');
    throw new Error(`Migration ${name} failed: ${(error as Error).message}`, { cause: error });
  }
}

/** The application's role owns nothing: it may read and write rows, not change or empty tables. */
async function grantToApplication(owner: pg.Client, app: URL): Promise<void> {
  const name = decodeURIComponent(app.username);
  const role = owner.escapeIdentifier(name);
  const known = await owner.query('select from pg_roles where rolname = $1', [name]);
  if (known.rowCount === 0)
    await owner.query(
      `create role ${role} login nosuperuser nobypassrls password ${owner.escapeLiteral(decodeURIComponent(app.password))}`,
    );
  await refuseTooPowerful(owner, name);
  await owner.query(`
    grant usage on schema public, bullmq to ${role};
    grant select, insert, update, delete on all tables in schema public, bullmq to ${role};
    grant usage, select on all sequences in schema public, bullmq to ${role};
    grant execute on all functions in schema public, bullmq to ${role};
    revoke insert, update, delete on migration from ${role};
    revoke update, delete on audit_entry, ledger_entry, wording, certificate_look, attendance_observation, signed_sheet,
      grant_decision, budget_change, allotment_change, decision_document, statement_version,
      received_file, reconciliation_line, cost_share, commitment_part, council_report_version, ledger_download from ${role};
    revoke update on stored_file from ${role};`);
}

/** A role that row-level security does not hold for would take the second wall away without a word. */
async function refuseTooPowerful(owner: pg.Client, name: string): Promise<void> {
  const { rowCount } = await owner.query(
    `select from pg_roles r where r.rolname = $1 and (r.rolsuper or r.rolbypassrls
       or exists (select from pg_class c where c.relowner = r.oid and c.relname = 'account'))`,
    [name],
  );
  if (rowCount === 0) return;
  throw new Error(
    `The role ${name} of DATABASE_URL owns the tables, is a superuser or has BYPASSRLS, so row-level security would not hold. ` +
      'Name another role there: one that does not exist yet is made by this program.',
  );
}
