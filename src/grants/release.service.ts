import { Inject, Injectable } from '@nestjs/common';
import { systemActor, type Actor } from '../shared/actor.js';
import { localDateOf } from '../shared/local-date.js';
import { Audit } from '../platform/audit/audit.js';
import { Clock } from '../platform/clock.js';
import { Database, type Tx } from '../platform/database/database.js';
import { CancellationTermsQueries } from '../courses/cancellation-terms.queries.js';
import { owedPercentage, stillOwedCents } from '../courses/cancellation-terms.rules.js';
import { CommitmentQueries } from './commitment.queries.js';
import { AllotmentUse, Commitment } from './ledger.entity.js';
import { LedgerService, sessionBooking } from './ledger.service.js';
import { ShareQueries } from './share.queries.js';
import { movesBetween, share, totalBurden } from './share.rules.js';

@Injectable()
export class ReleaseService {
  constructor(
    @Inject(Database) private readonly db: Database,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(Audit) private readonly audit: Audit,
    @Inject(LedgerService) private readonly ledger: LedgerService,
    @Inject(CommitmentQueries) private readonly commitments: CommitmentQueries,
    @Inject(ShareQueries) private readonly shares: ShareQueries,
    @Inject(CancellationTermsQueries) private readonly terms: CancellationTermsQueries,
  ) {}

  /**
   * Gives back what a session that was called off had committed, has not been invoiced and is not owed by the terms of
   * its provider, and its training.
   */
  async release(sessionId: string): Promise<void> {
    await this.db.transaction(systemActor, async (tx) => {
      const commitment = await tx.findOneBy(Commitment, { sessionId });
      if (!commitment) return;
      await this.ledger.lock(tx, commitment);
      const standing = await this.commitments.find(tx, commitment.id);
      if (standing.settledAt) return;
      const actor = { ...systemActor, regionId: commitment.regionId };
      const owedCents = await this.owed(tx, sessionId);
      const { units, burdens } = await this.shares.now(tx, standing);
      const { spentCents } = totalBurden(burdens);
      await this.ledger.bookShared(tx, actor, {
        ...sessionBooking(commitment, standing.subject, standing.costDate),
        bookedOn: localDateOf(this.clock.now()),
        moves: movesBetween(burdens, share({ reservedCents: owedCents, spentCents }, units)),
      });
      await this.recordRelease(tx, actor, commitment.id, standing.openCents, owedCents);
      await this.returnAllotment(tx, actor, sessionId);
    });
  }

  /** What the provider's terms leave owed and nobody invoiced, on the day on which the session was called off. */
  private async owed(tx: Tx, sessionId: string): Promise<bigint> {
    const cost = await this.terms.callingOff(tx, sessionId, null);
    return cost ? stillOwedCents(cost, owedPercentage(cost.steps, cost.daysLeft)) : 0n;
  }

  /** What is owed stays open until its invoice; without that there is nothing left to invoice. */
  private async recordRelease(
    tx: Tx,
    actor: Actor,
    commitmentId: string,
    openCents: bigint,
    owedCents: bigint,
  ): Promise<void> {
    if (owedCents === 0n) await tx.update(Commitment, commitmentId, { settledAt: this.clock.now() });
    if (openCents === owedCents && owedCents !== 0n) return;
    await this.audit.record(tx, {
      actor,
      action: 'releaseCommitment',
      subjectType: 'commitment',
      subjectId: commitmentId,
      before: { openCents: String(openCents) },
      after: { openCents: String(owedCents) },
    });
  }

  private async returnAllotment(tx: Tx, actor: Actor, sessionId: string): Promise<void> {
    const use = await tx.findOneBy(AllotmentUse, { sessionId });
    if (!use) return;
    await tx.delete(AllotmentUse, { sessionId });
    await this.audit.record(tx, {
      actor,
      action: 'returnAllotment',
      subjectType: 'allotment',
      subjectId: use.allotmentId,
      before: { sessionId, usedAt: use.usedAt },
    });
  }
}
