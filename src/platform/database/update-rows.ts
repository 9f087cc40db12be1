import type { Tx } from './database.js';
import { queryPrepared } from './query-prepared.js';

/** Updates rows, by column name, each known by its `id`, in one statement with one parameter. */
export async function updateRows(
  tx: Tx,
  table: string,
  rows: readonly Readonly<Record<string, unknown>>[],
): Promise<void> {
  if (rows.length === 0) return;
  const columns = Object.keys(rows[0]!).filter((column) => column !== 'id');
  const news = columns.map((column) => `changed.${column}`);
  await queryPrepared(
    tx,
    `update ${table} set (${columns.join(', ')}) = row(${news.join(', ')})
     from json_populate_recordset(null::${table}, $1) changed where ${table}.id = changed.id`,
    [JSON.stringify(rows)],
  );
}
