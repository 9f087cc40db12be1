import type pg from 'pg';
import type { FileStore } from '../storage/file-store.js';
import { hashOf, keyOf } from '../storage/stored-files.js';

/** From which tables a migration takes the bytes of files. */
const takenBy: Readonly<Record<string, readonly string[]>> = {
  '0079_stored_files.sql': ['decision_document'],
};

interface Row {
  readonly id: string;
  readonly regionId: string;
  readonly sha256: string;
  readonly content: Buffer;
}

/**
 * Puts the bytes that this migration takes out of the database in the storage, reads them back, and names each in the
 * temporary table `moved_file`, on which the migration itself builds: without this step it fails. To be called in the
 * transaction of the migration, which keeps others from adding rows; doing it twice does no harm.
 * @throws Error that names the row, when its bytes did not arrive whole
 */
export async function moveFiles(owner: pg.Client, migration: string, store: FileStore): Promise<void> {
  const tables = takenBy[migration];
  if (!tables) return;
  await owner.query("select set_config('app.role', 'system', true)");
  await owner.query('create temporary table moved_file (id uuid, region_id uuid) on commit drop');
  for (const table of tables) {
    await owner.query(`lock table ${table} in access exclusive mode`);
    const { rows } = await owner.query<{ id: string }>(`select id from ${table} order by id`);
    for (const { id } of rows) {
      const found = await owner.query<Row>(
        `select id, region_id "regionId", sha256, content from ${table} where id = $1`,
        [id],
      );
      await move(table, found.rows[0]!, store);
      await owner.query(`insert into moved_file select id, region_id from ${table} where id = $1`, [id]);
    }
  }
}

async function move(table: string, row: Row, store: FileStore): Promise<void> {
  const { id, sha256, content } = row;
  if (hashOf(content) !== sha256)
    throw new Error(`the file of ${table} ${id} is not what its SHA-256 says; nothing was changed`);
  await store.put(keyOf(row), content);
  const arrived = await store.get(keyOf(row));
  if (arrived === null || hashOf(arrived) !== sha256)
    throw new Error(`the file of ${table} ${id} did not arrive whole in the storage; nothing was changed`);
}
