import { Inject, Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { systemActor } from '../../shared/actor.js';
import { LIST_LENGTH, type Places } from './status-list.rules.js';

/** What anyone may know of a region that has badges: its name and the public halves of the keys that count. */
export interface IssuerRow {
  readonly id: string;
  readonly name: string;
  readonly keys: readonly { readonly id: string; readonly multikey: string; readonly jwk: object }[];
}

/** What is published of badges. Nobody is signed in where it is asked, so the platform looks. */
@Injectable()
export class PublishedBadgesQueries {
  constructor(@Inject(Database) private readonly db: Database) {}

  /** Null for a region in which no badge was ever made. */
  async issuer(regionId: string): Promise<IssuerRow | null> {
    const rows = await this.db.read(systemActor, (tx) =>
      tx.query<IssuerRow[]>(
        `select r.id, r.name, coalesce((
           select jsonb_agg(jsonb_build_object('id', k.id, 'multikey', k.ed25519_public, 'jwk', k.rsa_public) order by k.made_at, k.id)
           from badge_key k where k.region_id = r.id and k.revoked_at is null), '[]') keys
         from region r join badge_issuer i on i.region_id = r.id where r.id = $1`,
        [regionId],
      ),
    );
    return rows[0] ?? null;
  }

  /** A badge counts as long as its owner has it and its certificate was not taken back or replaced. */
  async places(regionId: string, list: number): Promise<Places> {
    const rows = await this.db.read(systemActor, (tx) =>
      tx.query<Places[]>(
        `select i.next_status_index next, array(
           select b.status_index from open_badge b join certificate c on c.id = b.certificate_id
           where b.region_id = i.region_id and c.revoked_at is null and b.status_index >= $2 and b.status_index < $3
         ) counting from badge_issuer i where i.region_id = $1`,
        [regionId, list * LIST_LENGTH, (list + 1) * LIST_LENGTH],
      ),
    );
    return rows[0] ?? { next: 0, counting: [] };
  }
}
