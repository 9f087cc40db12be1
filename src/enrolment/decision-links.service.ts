import { Inject, Injectable } from '@nestjs/common';
import { hashToken } from '../access/tokens.rules.js';
import { newId, newToken } from '../shared/ids.js';
import { Clock } from '../platform/clock.js';
import { CONFIG, type Config } from '../platform/config/config.js';
import type { Tx } from '../platform/database/database.js';
import { DecisionLink } from './decision-link.entity.js';

/** Makes the links that go into mails. */
@Injectable()
export class DecisionLinks {
  constructor(
    @Inject(Clock) private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** The address of a new link; `accountId` is the contact who is asked, null for the professional. */
  async make(tx: Tx, enrolmentId: string, accountId: string | null): Promise<string> {
    const now = this.clock.now();
    const token = newToken();
    await tx.insert(DecisionLink, {
      ...{ id: newId(now), enrolmentId, accountId, createdAt: now, usedAt: null },
      tokenHash: hashToken(token),
    });
    return `${this.config.publicUrl}/decisions/${token}`;
  }
}
