import { Inject, Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import type { Actor } from '../shared/actor.js';
import { newId, newToken } from '../shared/ids.js';
import { Audit } from '../platform/audit/audit.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import { DomainError } from '../platform/errors/domain-error.js';
import { Account } from './account.entity.js';
import { ApiKey } from './api-key.entity.js';
import { hashToken } from './tokens.rules.js';

const DAY_MS = 24 * 60 * 60_000;

@Injectable()
export class ApiKeyService {
  constructor(
    @Inject(Database) private readonly db: Database,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(Audit) private readonly audit: Audit,
  ) {}

  /** Makes a key with which another system acts as this account; the key is returned once and never again. */
  async makeKey(actor: Actor, input: { accountId: string; name: string; days: number }): Promise<string> {
    const now = this.clock.now();
    const token = newToken();
    const id = newId(now);
    await this.db.transaction(actor, async (tx) => {
      const account = await tx.findOneBy(Account, { id: input.accountId, closedAt: IsNull() });
      if (!account) throw new DomainError('not-found');
      await tx.insert(ApiKey, {
        id,
        regionId: account.regionId,
        accountId: account.id,
        name: input.name,
        tokenHash: hashToken(token),
        createdAt: now,
        expiresAt: new Date(now.getTime() + input.days * DAY_MS),
        revokedAt: null,
      });
      await this.audit.record(tx, {
        actor,
        action: 'makeKey',
        subjectType: 'api-key',
        subjectId: id,
        after: { name: input.name, accountId: account.id, days: input.days },
      });
    });
    return token;
  }

  async revokeKey(actor: Actor, keyId: string): Promise<void> {
    await this.db.transaction(actor, async (tx) => {
      const revoked = await tx.update(
        ApiKey,
        { id: keyId, revokedAt: IsNull() },
        { revokedAt: this.clock.now() },
      );
      if (revoked.affected !== 1) throw new DomainError('not-found');
      await this.audit.record(tx, { actor, action: 'revokeKey', subjectType: 'api-key', subjectId: keyId });
    });
  }
}
