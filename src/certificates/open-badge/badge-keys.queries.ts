import { Inject, Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { systemActor } from '../../shared/actor.js';

/** A key with which a region signs now; the secrets are PKCS #8. */
export interface SigningKey {
  readonly id: string;
  readonly madeAt: Date;
  readonly multikey: string;
  readonly ed25519: Buffer;
  readonly rsa: Buffer;
}

/** A key as an administrator sees it. */
export interface BadgeKeyRow {
  readonly id: string;
  readonly madeAt: Date;
  readonly replacedAt: Date | null;
  readonly revokedAt: Date | null;
  /** How many badges were signed with it that have not been withdrawn. */
  readonly badges: number;
}

/** Keys are the platform's own, as nobody else may see them: everything here is asked as the system, for one region. */
@Injectable()
export class BadgeKeysQueries {
  constructor(@Inject(Database) private readonly db: Database) {}

  async inUse(regionId: string): Promise<SigningKey | null> {
    const rows = await this.db.read(systemActor, (tx) =>
      tx.query<SigningKey[]>(
        `select id, made_at "madeAt", ed25519_public multikey, ed25519_secret ed25519, rsa_secret rsa from badge_key
         where region_id = $1 and replaced_at is null`,
        [regionId],
      ),
    );
    return rows[0] ?? null;
  }

  /** The newest first. */
  all(regionId: string): Promise<BadgeKeyRow[]> {
    return this.db.read(systemActor, (tx) =>
      tx.query<BadgeKeyRow[]>(
        `select k.id, k.made_at "madeAt", k.replaced_at "replacedAt", k.revoked_at "revokedAt",
           (select count(*)::int from open_badge b where b.key_id = k.id) badges
         from badge_key k where k.region_id = $1 order by k.made_at desc, k.id desc`,
        [regionId],
      ),
    );
  }

  async one(regionId: string, id: string): Promise<BadgeKeyRow | null> {
    return (await this.all(regionId)).find((key) => key.id === id) ?? null;
  }
}
