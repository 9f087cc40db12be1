import { Inject, Injectable } from '@nestjs/common';
import { Audit } from '../../platform/audit/audit.js';
import { Clock } from '../../platform/clock.js';
import { Database, type Tx } from '../../platform/database/database.js';
import { DomainError } from '../../platform/errors/domain-error.js';
import { systemActor, type Actor } from '../../shared/actor.js';
import { newId } from '../../shared/ids.js';
import { BadgeKeysQueries, type SigningKey } from './badge-keys.queries.js';
import { makeKey, type MadeKey } from './made-key.js';
import { isKeyOld } from './publication.rules.js';

/** The keys with which regions sign badges. Their secrets never leave the platform, so it acts as the system here. */
@Injectable()
export class BadgeKeys {
  constructor(
    @Inject(Database) private readonly db: Database,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(Audit) private readonly audit: Audit,
    @Inject(BadgeKeysQueries) private readonly queries: BadgeKeysQueries,
  ) {}

  /** What a region signs with now; a key is made for its first badge, and again when the last one is a year old. */
  async signingKey(regionId: string): Promise<SigningKey> {
    const current = await this.queries.inUse(regionId);
    if (current && !isKeyOld(current.madeAt, this.clock.now())) return current;
    await this.replace({ ...systemActor, regionId }, regionId, current?.id ?? null);
    return (await this.queries.inUse(regionId)) ?? this.signingKey(regionId);
  }

  /** The same however old it is: whoever only looks makes no new key. */
  async keyInUse(regionId: string): Promise<SigningKey> {
    return (await this.queries.inUse(regionId)) ?? this.signingKey(regionId);
  }

  /** A new key for the region of the actor. What was signed with earlier ones stays valid. */
  async renew(actor: Actor): Promise<void> {
    const regionId = actor.regionId!;
    const current = await this.queries.inUse(regionId);
    await this.replace(actor, regionId, current?.id ?? null);
  }

  /**
   * Makes that nothing counts that was signed with a key of the actor's region, such as when its secret has leaked. Who
   * has a badge of it can have it made anew.
   * @throws DomainError 'not-found', also for one that was revoked before
   */
  async revoke(actor: Actor, id: string): Promise<void> {
    await this.db.transaction(systemActor, async (tx) => {
      await lockIssuer(tx, actor.regionId!);
      const [, revoked] = await tx.query<[unknown, number]>(
        `update badge_key set revoked_at = $3, replaced_at = coalesce(replaced_at, $3), ed25519_secret = null, rsa_secret = null
         where region_id = $1 and id = $2 and revoked_at is null`,
        [actor.regionId, id, this.clock.now()],
      );
      if (revoked !== 1) throw new DomainError('not-found');
      await this.audit.record(tx, {
        ...({ actor, action: 'revokeBadgeKey', subjectType: 'badgeKey', subjectId: id } as const),
      });
    });
    // The status list is asked for all the time, and must be signed.
    await this.keyInUse(actor.regionId!);
  }

  /** Does nothing when another key than that one is in use by now. */
  private async replace(actor: Actor, regionId: string, currentId: string | null): Promise<void> {
    const made = await makeKey();
    await this.db.transaction(systemActor, async (tx) => {
      await lockIssuer(tx, regionId);
      const [current] = await tx.query<{ id: string }[]>(
        'select id from badge_key where region_id = $1 and replaced_at is null',
        [regionId],
      );
      if ((current?.id ?? null) !== currentId) return;
      await this.takeIntoUse(tx, actor, regionId, made);
    });
  }

  private async takeIntoUse(tx: Tx, actor: Actor, regionId: string, made: MadeKey): Promise<void> {
    const now = this.clock.now();
    const id = newId(now);
    await tx.query(
      `update badge_key set replaced_at = $2, ed25519_secret = null, rsa_secret = null
       where region_id = $1 and replaced_at is null`,
      [regionId, now],
    );
    await tx.query(
      `insert into badge_key (id, region_id, made_at, ed25519_public, rsa_public, ed25519_secret, rsa_secret)
       values ($1, $2, $3, $4, $5, $6, $7)`,
      [id, regionId, now, made.multikey, made.jwk, made.ed25519, made.rsa],
    );
    await this.audit.record(tx, {
      ...({ actor, action: 'makeBadgeKey', subjectType: 'badgeKey', subjectId: id } as const),
    });
  }
}

/** One at a time changes the keys of a region. */
async function lockIssuer(tx: Tx, regionId: string): Promise<void> {
  await tx.query('insert into badge_issuer (region_id) values ($1) on conflict do nothing', [regionId]);
  await tx.query('select from badge_issuer where region_id = $1 for no key update', [regionId]);
}
