import { createHash } from 'node:crypto';
import type { Actor } from '../../shared/actor.js';
import type { Tx } from '../database/database.js';
import { queryPrepared } from '../database/query-prepared.js';
import { DomainError } from '../errors/domain-error.js';
import type { WebRequest } from './request.js';

/** How long an answer is kept, in milliseconds: who repeats a request does so within minutes. */
export const KEPT_MS = 24 * 60 * 60_000;
// No request takes this long: whoever held the key this long ago is gone.
const ABANDONED_MS = 60_000;

/** A key that someone gave to a request. */
export interface Claim {
  readonly accountId: string;
  readonly key: string;
  readonly requestHash: string;
}

/** What was answered to a request with a key. */
export interface KeptAnswer {
  readonly status: number;
  readonly body: unknown;
}

/** A key that is taken, with the answer once there is one. */
export type HeldKey = Claim & { readonly status: number | null; readonly body: unknown };

const CLAIM = `
  insert into idempotency_key as held (account_id, key, request_hash, status, body, created_at)
    select account_id, key, request_hash, status, body, $2 from json_populate_recordset(null::idempotency_key, $1)
    order by account_id, key
  on conflict (account_id, key) do update set request_hash = excluded.request_hash, status = excluded.status,
    body = excluded.body, created_at = excluded.created_at
    where held.created_at < $3 or (held.status is null and held.created_at < $4)
  returning account_id "accountId", key`;
// Also tells of an account the keys that another one asks for, which do no harm: a join of the pairs, once planned while
// there were few keys, would go on reading all of them for each pair.
const HELD = `
  select account_id "accountId", key, request_hash "requestHash", status, body
  from idempotency_key
  where account_id = any($1) and key = any($2) and created_at >= $3 and (status is not null or created_at >= $4)`;

/** The key of a request, or null for one that has none. @throws DomainError 'idempotency-key-not-valid' */
export function claimOf({ headers, method, url, body }: WebRequest, actor: Actor): Claim | null {
  const key = headers['idempotency-key'];
  if (key === undefined) return null;
  if (typeof key !== 'string' || !/^[\x21-\x7e]{1,200}$/.test(key))
    throw new DomainError('idempotency-key-not-valid');
  const request = JSON.stringify([method, url, body ?? null]);
  const requestHash = createHash('sha256').update(request).digest('base64url');
  return { accountId: actor.accountId!, key, requestHash };
}

export const nameOf = ({ accountId, key }: Pick<Claim, 'accountId' | 'key'>): string => `${accountId} ${key}`;

/**
 * Takes keys, each once, with the answer where there is one already; what is told are the names of those that were
 * free. Keys of many accounts, so in a transaction of the system.
 */
export async function claimKeys(
  tx: Tx,
  claims: readonly (Claim & { readonly answer: KeptAnswer | null })[],
  now: Date,
): Promise<Set<string>> {
  if (claims.length === 0) return new Set();
  const rows = claims.map(({ accountId, key, requestHash, answer }) => {
    return { account_id: accountId, key, request_hash: requestHash, ...answer };
  });
  const taken = await queryPrepared<Pick<Claim, 'accountId' | 'key'>[]>(tx, CLAIM, [
    ...[JSON.stringify(rows), now],
    ...freeBefore(now),
  ]);
  return new Set(taken.map(nameOf));
}

/** Who holds these keys, by their names; a key that nobody holds is not in it. */
export async function heldKeys(tx: Tx, claims: readonly Claim[], now: Date): Promise<Map<string, HeldKey>> {
  if (claims.length === 0) return new Map();
  const held = await queryPrepared<HeldKey[]>(tx, HELD, [
    claims.map(({ accountId }) => accountId),
    claims.map(({ key }) => key),
    ...freeBefore(now),
  ]);
  return new Map(held.map((row) => [nameOf(row), row]));
}

/** What was answered to the same request, or why it cannot be told. */
export function answerBefore({ requestHash }: Claim, held: HeldKey | undefined): KeptAnswer | DomainError {
  if (held && held.requestHash !== requestHash) return new DomainError('idempotency-key-reused');
  if (!held || held.status === null) return new DomainError('request-in-progress');
  return { status: held.status, body: held.body };
}

const freeBefore = (now: Date) => [KEPT_MS, ABANDONED_MS].map((term) => new Date(now.getTime() - term));
