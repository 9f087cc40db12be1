import { Inject, Injectable } from '@nestjs/common';
import { hashToken } from '../access/tokens.rules.js';
import { newId, newToken } from '../shared/ids.js';
import { Clock } from '../platform/clock.js';
import { CONFIG, type Config } from '../platform/config/config.js';
import type { Tx } from '../platform/database/database.js';
import { DecisionLink } from './decision-link.entity.js';
import type { Approver } from './decision.queries.js';

/** Makes the links that go into mails. */
@Injectable()
export class DecisionLinks {
  constructor(
    @Inject(Clock) private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** The address of a new link for who is asked to approve, or for the professional when that is null. */
  async make(tx: Tx, enrolmentId: string, approver: Approver | null): Promise<string> {
    const now = this.clock.now();
    const token = newToken();
    await tx.insert(DecisionLink, {
      ...{ id: newId(now), enrolmentId, createdAt: now, usedAt: null },
      accountId: approver?.accountId ?? null,
      asksOrganisation: approver?.accountId === null,
      tokenHash: hashToken(token),
    });
    return `${this.config.publicUrl}/decisions/${token}`;
  }
}
