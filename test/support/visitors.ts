import { createHash, randomBytes } from 'node:crypto';
import { newId } from '../../src/shared/ids.js';
import { roles, type Role } from '../../src/shared/actor.js';
import type { TestApp } from './app.js';

/** The headers with which an account asks for a page, and for the API. */
export interface Visitor {
  readonly page: { readonly cookie: string };
  readonly api: { readonly authorization: string };
}

const FAR_AWAY = '2099-01-01';

/** One visitor of each role from the example, signed in: the contact and the professional are of Almere. */
export async function visitorsOf(app: TestApp): Promise<Readonly<Record<Role, Visitor>>> {
  const entries = await Promise.all(roles.map(async (role) => [role, await visitorOf(app, role)] as const));
  return Object.fromEntries(entries) as Record<Role, Visitor>;
}

async function visitorOf({ database: { owner }, clock }: TestApp, role: Role): Promise<Visitor> {
  const account = await owner.query<{ id: string; region_id: string }>(
    "select id, region_id from account where role = $1 order by email not like 'daan.%', email not like 'tess.%', email not like '%almere%' limit 1",
    [role],
  );
  const { id, region_id } = account.rows[0]!;
  const [token, key] = [newToken(), newToken()];
  await owner.query(
    'insert into sign_in (id, account_id, token_hash, created_at, expires_at) values ($1, $2, $3, $4, $5)',
    [newId(), id, hashOf(token), clock.now(), FAR_AWAY],
  );
  await owner.query(
    "insert into api_key (id, region_id, account_id, name, token_hash, created_at, expires_at) values ($1, $2, $3, 'test', $4, $5, $6)",
    [newId(), region_id, id, hashOf(key), clock.now(), FAR_AWAY],
  );
  return { page: { cookie: `sign-in=${token}` }, api: { authorization: `Bearer ${key}` } };
}

const newToken = () => randomBytes(32).toString('base64url');
const hashOf = (token: string) => createHash('sha256').update(token).digest('base64url');
