import { makeKey, type MadeKey } from '../../../src/certificates/open-badge/made-key.js';
import { newId } from '../../../src/shared/ids.js';
import type { TestDatabase } from '../database.js';

let made: Promise<MadeKey> | null = null;

/** The key that is in use in a region, put into the database directly. */
export async function badgeKeyOf({ owner }: TestDatabase, regionId: string): Promise<string> {
  const key = await (made ??= makeKey());
  await owner.query('insert into badge_issuer (region_id) values ($1) on conflict do nothing', [regionId]);
  await owner.query(
    `insert into badge_key (id, region_id, made_at, ed25519_public, rsa_public, ed25519_secret, rsa_secret)
     values ($1, $2, '2025-01-01', $3, $4, $5, $6) on conflict (region_id) where replaced_at is null do nothing`,
    [newId(), regionId, key.multikey, key.jwk, key.ed25519, key.rsa],
  );
  const { rows } = await owner.query<{ id: string }>(
    'select id from badge_key where region_id = $1 and replaced_at is null',
    [regionId],
  );
  return rows[0]!.id;
}

/** A badge of a certificate, put into the database directly; it says nothing. */
export async function putBadge(database: TestDatabase, number: string): Promise<void> {
  const { owner } = database;
  const { rows } = await owner.query<{ id: string; region_id: string }>(
    'select id, region_id from certificate where number = $1',
    [number],
  );
  const { id, region_id: regionId } = rows[0]!;
  const keyId = await badgeKeyOf(database, regionId);
  await owner.query(
    `with place as (
       update badge_issuer set next_status_index = next_status_index + 1 where region_id = $2 returning next_status_index - 1 place)
     insert into open_badge (id, region_id, certificate_id, key_id, status_index, made_at, credential, jwt, pdf)
     select $1, $2, $3, $4, place, now(), '{}', 'a.b.c', '%PDF' from place`,
    [newId(), regionId, id, keyId],
  );
}
