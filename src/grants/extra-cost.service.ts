import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../shared/actor.js';
import { localDateOf } from '../shared/local-date.js';
import { Audit } from '../platform/audit/audit.js';
import { Clock } from '../platform/clock.js';
import { Database, type Tx } from '../platform/database/database.js';
import { insertRows } from '../platform/database/insert-rows.js';
import { DomainError } from '../platform/errors/domain-error.js';
import { formatCents } from '../platform/i18n/format.js';
import { CommitmentQueries, type CommitmentStanding } from './commitment.queries.js';
import { EligibilityService } from './eligibility.service.js';
import { ExtraCostQueries } from './extra-cost.queries.js';
import { mostToTakeAway, type CommitmentPart, type ExtraCost } from './extra-cost.rules.js';
import { Commitment } from './ledger.entity.js';
import { LedgerService } from './ledger.service.js';
import { ShareQueries } from './share.queries.js';
import { movesBetween, share, totalBurden, type Burden } from './share.rules.js';
import { ShareService } from './share.service.js';

/** Extra costs that turned out to be more, or less with a negative amount, and why. */
export interface ExtraCostChange extends ExtraCost {
  readonly reason: string;
}

/** The parts of a commitment that are to be kept, from this number on. */
interface NewParts {
  readonly id: string;
  readonly regionId: string;
  readonly firstNumber: number;
}

/** Keeps what the commitment of a session is made of, and changes it when the extra costs turn out otherwise. */
@Injectable()
export class ExtraCostService {
  constructor(
    @Inject(Database) private readonly db: Database,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(Audit) private readonly audit: Audit,
    @Inject(CommitmentQueries) private readonly commitments: CommitmentQueries,
    @Inject(ExtraCostQueries) private readonly queries: ExtraCostQueries,
    @Inject(LedgerService) private readonly ledger: LedgerService,
    @Inject(ShareQueries) private readonly shares: ShareQueries,
    @Inject(ShareService) private readonly sharing: ShareService,
    @Inject(EligibilityService) private readonly eligibility: EligibilityService,
  ) {}

  /** Writes down parts of a commitment. */
  async keep(
    tx: Tx,
    actor: Actor,
    { id, regionId, firstNumber }: NewParts,
    parts: readonly (CommitmentPart & { readonly reason?: string })[],
  ): Promise<void> {
    await insertRows(
      tx,
      'commitment_part',
      parts.map(({ kind, description, amountCents, vatTreatment, reason }, index) => ({
        ...{ commitment_id: id, number: firstNumber + index, region_id: regionId, kind, description },
        ...{ amount_cents: String(amountCents), vat_treatment: vatTreatment, reason: reason ?? null },
        ...{ recorded_at: this.clock.now(), account_id: actor.accountId },
      })),
    );
  }

  /**
   * Commits more, or less, for what comes on top of the price of a session that goes ahead, shared as its cost is.
   * @throws DomainError 'not-found', also for an order; 'commitment-settled', 'session-not-in-this-state',
   *   'extra-costs-too-low', 'cost-outside-activity' or 'share-over-budget'
   */
  async change(actor: Actor, commitmentId: string, change: ExtraCostChange): Promise<void> {
    await this.db.transaction(actor, async (tx) => {
      await this.ledger.lock(tx, await this.commitments.findOfSession(tx, commitmentId));
      const commitment = await this.commitments.findOfSession(tx, commitmentId);
      const { regionId, amountCents } = commitment;
      const parts = await this.queries.find(tx, commitmentId);
      const moves = await this.decide(tx, actor, commitment, { change, parts });
      const kept = { id: commitmentId, regionId, firstNumber: parts.length + 1 };
      await this.keep(tx, actor, kept, [change]);
      const becomes = String(amountCents + change.amountCents);
      await tx.update(Commitment, commitmentId, { amountCents: becomes });
      await this.book(tx, actor, commitment, moves);
      await this.audit.record(tx, {
        ...({ actor, action: 'changeExtraCosts', subjectType: 'commitment' } as const),
        ...{ subjectId: commitmentId, before: { amountCents: String(amountCents) } },
        after: { amountCents: becomes, reason: change.reason },
      });
    });
  }

  /** What municipalities bear more or less by this change, or the refusal. */
  private async decide(
    tx: Tx,
    actor: Actor,
    commitment: CommitmentStanding,
    { change, parts }: { readonly change: ExtraCostChange; readonly parts: readonly CommitmentPart[] },
  ): Promise<Burden[]> {
    if (commitment.calledOff) throw new DomainError('session-not-in-this-state');
    if (commitment.settledAt) throw new DomainError('commitment-settled');
    const most = mostToTakeAway(parts, commitment.openCents);
    if (-change.amountCents > most)
      throw new DomainError('extra-costs-too-low', { most: formatCents(most, actor.locale) });
    const { units, burdens } = await this.shares.now(tx, commitment);
    const before = totalBurden(burdens);
    const after = { ...before, reservedCents: before.reservedCents + change.amountCents };
    const moves = movesBetween(burdens, share(after, units));
    if (change.amountCents > 0n) {
      const { grantLineId, costDate } = commitment;
      await this.eligibility.refuseUnlessEligible(tx, actor, grantLineId, costDate);
      await this.sharing.refuseUnlessFree(tx, actor, grantLineId, moves);
    }
    return moves;
  }

  private async book(
    tx: Tx,
    actor: Actor,
    { id: commitmentId, regionId, sessionId, grantLineId, costDate, subject }: CommitmentStanding,
    moves: readonly Burden[],
  ): Promise<void> {
    await this.ledger.bookShared(tx, actor, {
      ...{ regionId, sessionId, commitmentId, grantLineId, costDate, description: subject, moves },
      ...({ sourceType: 'session', sourceId: sessionId! } as const),
      bookedOn: localDateOf(this.clock.now()),
    });
  }
}
