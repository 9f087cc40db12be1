import type { Tx } from './database.js';
import { queryPrepared } from './query-prepared.js';

/**
 * Inserts rows, by column name, in their order, in one statement with one parameter: a parameter per value, as TypeORM
 * sends, costs more than the insert itself when there are hundreds.
 * @param onConflict the clause that says what to do with a row that is there already
 */
export async function insertRows(
  tx: Tx,
  table: string,
  rows: readonly Readonly<Record<string, unknown>>[],
  onConflict = '',
): Promise<void> {
  if (rows.length === 0) return;
  const columns = Object.keys(rows[0]!).join(', ');
  await queryPrepared(
    tx,
    `insert into ${table} (${columns})
     select ${columns} from json_populate_recordset(null::${table}, $1) with ordinality order by ordinality ${onConflict}`,
    [JSON.stringify(rows)],
  );
}
