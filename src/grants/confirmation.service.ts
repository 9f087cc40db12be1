import { Inject, Injectable } from '@nestjs/common';
import { systemActor, type Actor } from '../shared/actor.js';
import { newId } from '../shared/ids.js';
import { localDateOf } from '../shared/local-date.js';
import { Audit } from '../platform/audit/audit.js';
import { Clock } from '../platform/clock.js';
import { Database, type Tx } from '../platform/database/database.js';
import { DomainError } from '../platform/errors/domain-error.js';
import { formatCents } from '../platform/i18n/format.js';
import { SessionService } from '../sessions/session.service.js';
import { freeCents } from './budget.rules.js';
import { ConfirmationQueries, type Confirmation } from './confirmation.queries.js';
import { weigh } from './confirmation.rules.js';
import { CommitmentQueries } from './commitment.queries.js';
import { AllotmentUse, Commitment } from './ledger.entity.js';
import { LedgerService, type Booking } from './ledger.service.js';

/** A confirmation that has found its budget. */
type Payable = Confirmation & { readonly budget: NonNullable<Confirmation['budget']> };

/** What confirming a session committed. */
export interface Confirmed {
  readonly commitmentId: string;
  readonly grantLineId: string;
  readonly municipalityId: string;
  readonly amountCents: bigint;
}

@Injectable()
export class ConfirmationService {
  constructor(
    @Inject(Database) private readonly db: Database,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(Audit) private readonly audit: Audit,
    @Inject(SessionService) private readonly sessions: SessionService,
    @Inject(LedgerService) private readonly ledger: LedgerService,
    @Inject(ConfirmationQueries) private readonly confirmations: ConfirmationQueries,
    @Inject(CommitmentQueries) private readonly commitments: CommitmentQueries,
  ) {}

  /**
   * Decides that a session goes ahead: commits its price and takes one training off the allotment.
   * @throws DomainError 'not-found', 'session-not-in-this-state', 'no-grant-line', 'allotment-used-up' or 'budget-short'
   */
  async confirm(actor: Actor, sessionId: string): Promise<Confirmed> {
    return this.db.transaction(actor, async (tx) => {
      await this.sessions.take(tx, actor, sessionId, 'confirm');
      const { budget, municipalityId } = payable(await this.confirmations.find(tx, sessionId));
      await this.ledger.lock(tx, { grantLineId: budget.lineId, municipalityId });
      const confirmation = payable(await this.confirmations.find(tx, sessionId));
      refuseUnlessPayable(actor, confirmation);
      await this.useAllotment(tx, actor, confirmation);
      return this.commit(tx, actor, confirmation);
    });
  }

  /** Gives back what a session that was called off had committed and had not been invoiced, and its training. */
  async release(sessionId: string): Promise<void> {
    await this.db.transaction(systemActor, async (tx) => {
      const commitment = await tx.findOneBy(Commitment, { sessionId });
      if (!commitment) return;
      await this.ledger.lock(tx, commitment);
      const standing = await this.commitments.find(tx, commitment.id);
      if (standing.settledAt) return;
      const actor = { ...systemActor, regionId: commitment.regionId };
      await this.ledger.book(tx, actor, [
        bookingOf(commitment, standing.courseTitle, {
          amountCents: -standing.openCents,
          bookedOn: localDateOf(this.clock.now()),
          costDate: standing.costDate,
        }),
      ]);
      await this.settle(tx, actor, commitment.id, standing.openCents);
      await this.returnAllotment(tx, actor, sessionId);
    });
  }

  private async commit(tx: Tx, actor: Actor, confirmation: Payable): Promise<Confirmed> {
    const now = this.clock.now();
    const commitment: Commitment = {
      id: newId(now),
      regionId: confirmation.regionId,
      sessionId: confirmation.sessionId,
      grantLineId: confirmation.budget.lineId,
      municipalityId: confirmation.municipalityId,
      amountCents: String(confirmation.priceCents),
      isDemo: confirmation.priceIsDemo,
      committedAt: now,
      settledAt: null,
    };
    await tx.insert(Commitment, commitment);
    const amounts = {
      amountCents: confirmation.priceCents,
      bookedOn: localDateOf(now),
      costDate: [...confirmation.dates].sort().at(-1)!,
    };
    await this.ledger.book(tx, actor, [bookingOf(commitment, confirmation.courseTitle, amounts)]);
    await this.audit.record(tx, {
      actor,
      action: 'commit',
      subjectType: 'commitment',
      subjectId: commitment.id,
      after: {
        sessionId: commitment.sessionId,
        grantLineId: commitment.grantLineId,
        municipalityId: commitment.municipalityId,
        amountCents: commitment.amountCents,
      },
    });
    const { id: commitmentId, grantLineId, municipalityId } = commitment;
    return { commitmentId, grantLineId, municipalityId, amountCents: confirmation.priceCents };
  }

  private async settle(tx: Tx, actor: Actor, commitmentId: string, openCents: bigint): Promise<void> {
    await tx.update(Commitment, commitmentId, { settledAt: this.clock.now() });
    await this.audit.record(tx, {
      actor,
      action: 'releaseCommitment',
      subjectType: 'commitment',
      subjectId: commitmentId,
      before: { openCents: String(openCents) },
      after: { openCents: '0' },
    });
  }

  private async useAllotment(tx: Tx, actor: Actor, confirmation: Payable): Promise<void> {
    const { sessionId, regionId, municipalityId, allotment } = confirmation;
    if (!allotment?.id) return;
    const usedAt = this.clock.now();
    await tx.insert(AllotmentUse, { sessionId, allotmentId: allotment.id, regionId, municipalityId, usedAt });
    await this.audit.record(tx, {
      actor,
      action: 'useAllotment',
      subjectType: 'allotment',
      subjectId: allotment.id,
      before: { used: allotment.used },
      after: { used: allotment.used + 1, sessionId },
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

function payable(confirmation: Confirmation): Payable {
  const { budget, municipalityName, dates } = confirmation;
  if (!budget)
    throw new DomainError('no-grant-line', {
      municipality: municipalityName,
      year: dates.at(-1)?.slice(0, 4) ?? '',
    });
  return { ...confirmation, budget };
}

function refuseUnlessPayable(actor: Actor, { priceCents, budget, allotment, municipalityName }: Payable) {
  const free = freeCents(budget);
  const { outcome } = weigh({ priceCents, freeCents: free, allotment });
  if (outcome === 'allotment-used-up')
    throw new DomainError(outcome, {
      municipality: municipalityName,
      used: allotment?.used ?? 0,
      trainings: allotment?.trainings ?? 0,
    });
  if (outcome === 'budget-short')
    throw new DomainError(outcome, {
      needed: formatCents(priceCents, actor.locale),
      free: formatCents(free, actor.locale),
    });
}

function bookingOf(
  { regionId, sessionId, grantLineId, municipalityId }: Commitment,
  courseTitle: string,
  amounts: Pick<Booking, 'amountCents' | 'bookedOn' | 'costDate'>,
): Booking {
  return {
    ...{ regionId, sessionId, grantLineId, municipalityId },
    ...amounts,
    kind: 'commitment',
    sourceType: 'session',
    sourceId: sessionId,
    description: courseTitle,
  };
}
