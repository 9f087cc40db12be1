import { randomBytes } from 'node:crypto';
import type { Tx } from '../platform/database/database.js';

/**
 * The key of each of these sessions, by id, made where there is none yet; nothing for a session that is not there. They
 * never leave the platform: the transaction is the system's, as nobody else may see them.
 */
export async function entryKeys(tx: Tx, sessionIds: readonly string[]): Promise<ReadonlyMap<string, Buffer>> {
  const found = await find(tx, sessionIds);
  const missing = sessionIds.filter((id) => !found.has(id));
  if (missing.length === 0) return found;
  await tx.query(
    `insert into entry_code_key (session_id, secret)
     select s.id, made.secret from unnest($1::uuid[], $2::bytea[]) made (id, secret) join session s on s.id = made.id
     on conflict do nothing`,
    [missing, missing.map(() => randomBytes(32))],
  );
  return find(tx, sessionIds);
}

async function find(tx: Tx, sessionIds: readonly string[]): Promise<ReadonlyMap<string, Buffer>> {
  const rows = await tx.query<{ sessionId: string; secret: Buffer }[]>(
    'select session_id "sessionId", secret from entry_code_key where session_id = any($1)',
    [sessionIds],
  );
  return new Map(rows.map(({ sessionId, secret }) => [sessionId, secret]));
}
