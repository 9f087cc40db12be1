import type { Tx } from './database.js';

const names = new Map<string, string>();

/**
 * Runs a statement that each connection plans only a few times and then keeps: with all that row-level security adds to
 * many tables, planning costs more than running. For texts that are written in the code; each is kept for good.
 */
export function queryPrepared<Rows>(tx: Tx, text: string, parameters: readonly unknown[]): Promise<Rows> {
  const name = names.get(text) ?? `prepared_${names.size + 1}`;
  names.set(text, name);
  // TypeORM hands a statement to pg as it is, and pg prepares one that has a name.
  return tx.query<Rows>({ name, text } as unknown as string, [...parameters]);
}
