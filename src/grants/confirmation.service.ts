import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../shared/actor.js';
import { newId } from '../shared/ids.js';
import { localDateOf } from '../shared/local-date.js';
import { Audit } from '../platform/audit/audit.js';
import { Clock } from '../platform/clock.js';
import { Database, type Tx } from '../platform/database/database.js';
import { DomainError } from '../platform/errors/domain-error.js';
import { formatCents } from '../platform/i18n/format.js';
import { SessionService } from '../sessions/session.service.js';
import { ConfirmationQueries, type Confirmation } from './confirmation.queries.js';
import { weigh } from './confirmation.rules.js';
import { EligibilityService } from './eligibility.service.js';
import { ExtraCostService } from './extra-cost.service.js';
import { totalCents, type CommitmentPart, type ExtraCost } from './extra-cost.rules.js';
import { AllotmentUse, Commitment } from './ledger.entity.js';
import { LedgerService, sessionBooking } from './ledger.service.js';
import { ShareService } from './share.service.js';

/** A confirmation that has found its price and its budget. */
type Payable = Confirmation & {
  readonly priceCents: bigint;
  readonly budget: NonNullable<Confirmation['budget']>;
};

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
    @Inject(ShareService) private readonly sharing: ShareService,
    @Inject(ExtraCostService) private readonly extraCosts: ExtraCostService,
    @Inject(EligibilityService) private readonly eligibility: EligibilityService,
  ) {}

  /**
   * Decides that a session goes ahead: commits its price and what comes on top of it, each municipality's share on its own budget of the line, and
   * takes one training off the allotment of the municipality that pays.
   * @throws DomainError 'not-found', 'session-not-in-this-state', 'no-price', 'no-grant-line', 'cost-outside-activity', 'allotment-used-up', 'budget-short'
   *   or, where several share the cost, 'share-over-budget'
   */
  async confirm(actor: Actor, sessionId: string, extraCosts: readonly ExtraCost[] = []): Promise<Confirmed> {
    return this.db.transaction(actor, async (tx) => {
      await this.sessions.take(tx, actor, sessionId, 'confirm');
      const { budget, municipalityId } = payable(await this.confirmations.find(tx, sessionId, extraCosts));
      await this.ledger.lock(tx, { grantLineId: budget.lineId, municipalityId });
      const confirmation = payable(await this.confirmations.find(tx, sessionId, extraCosts));
      // Of two grants in a year, the days on which each pays decide which does.
      if (confirmation.budget.lineId !== budget.lineId) throw new DomainError('changed-meanwhile');
      await this.eligibility.refuseUnlessEligible(
        tx,
        actor,
        confirmation.budget.lineId,
        costDateOf(confirmation),
      );
      refuseUnlessPayable(actor, confirmation);
      await this.useAllotment(tx, actor, confirmation);
      return this.commit(tx, actor, confirmation);
    });
  }

  private async commit(tx: Tx, actor: Actor, confirmation: Payable): Promise<Confirmed> {
    const now = this.clock.now();
    const parts = partsOf(confirmation);
    const amountCents = totalCents(parts);
    const commitment: Commitment = {
      id: newId(now),
      regionId: confirmation.regionId,
      sessionId: confirmation.sessionId,
      ...{ supplier: null, description: null, costDate: null },
      grantLineId: confirmation.budget.lineId,
      municipalityId: confirmation.municipalityId,
      amountCents: String(amountCents),
      isDemo: confirmation.priceIsDemo,
      committedAt: now,
      settledAt: null,
    };
    await tx.insert(Commitment, commitment);
    await this.extraCosts.keep(tx, actor, { ...commitment, firstNumber: 1 }, parts);
    const burdens = confirmation.shares.map(({ municipalityId, cents }) => ({
      ...{ municipalityId, reservedCents: cents, spentCents: 0n },
    }));
    await this.ledger.bookShared(tx, actor, {
      ...sessionBooking(commitment, confirmation.courseTitle, costDateOf(confirmation)),
      bookedOn: localDateOf(now),
      moves: burdens,
    });
    if (confirmation.key !== 'payer')
      await this.sharing.write(tx, actor, {
        ...{ sharingId: newId(now), sessionId: confirmation.sessionId, regionId: confirmation.regionId },
        ...{ key: confirmation.key, counted: confirmation.shares, burdens },
        isDemo: confirmation.priceIsDemo,
      });
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
    return { commitmentId, grantLineId, municipalityId, amountCents };
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
}

/** A training has been delivered on its last day. */
function costDateOf({ dates }: Payable): string {
  return [...dates].sort().at(-1)!;
}

/** The price, and what comes on top of it. */
function partsOf({ courseTitle, priceCents, vatTreatment, extraCosts }: Payable): CommitmentPart[] {
  const price = { kind: 'price', description: courseTitle, amountCents: priceCents, vatTreatment } as const;
  return [price, ...extraCosts];
}

function payable(confirmation: Confirmation): Payable {
  const { budget, municipalityName, dates, priceCents } = confirmation;
  if (priceCents === null) throw new DomainError('no-price');
  if (!budget)
    throw new DomainError('no-grant-line', {
      municipality: municipalityName,
      year: dates.at(-1)?.slice(0, 4) ?? '',
    });
  return { ...confirmation, priceCents, budget };
}

function refuseUnlessPayable(actor: Actor, { shares, allotment, municipalityName }: Payable) {
  const verdict = weigh({ shares, allotment });
  if (verdict.outcome === 'allotment-used-up')
    throw new DomainError(verdict.outcome, {
      municipality: municipalityName,
      used: allotment?.used ?? 0,
      trainings: allotment?.trainings ?? 0,
    });
  if (verdict.outcome === 'go') return;
  const { cents, freeCents, municipalityName: municipality } = verdict.short;
  const amounts = { needed: formatCents(cents, actor.locale), free: formatCents(freeCents, actor.locale) };
  throw shares.length > 1
    ? new DomainError('share-over-budget', { municipality, ...amounts })
    : new DomainError('budget-short', amounts);
}
