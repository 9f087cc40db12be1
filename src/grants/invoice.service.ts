import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../shared/actor.js';
import { newId } from '../shared/ids.js';
import { localDateOf } from '../shared/local-date.js';
import { Audit } from '../platform/audit/audit.js';
import { Clock } from '../platform/clock.js';
import { Database, type Tx } from '../platform/database/database.js';
import { DomainError } from '../platform/errors/domain-error.js';
import { formatCents } from '../platform/i18n/format.js';
import type { VatTreatment } from '../courses/vat.rules.js';
import { EligibilityService } from './eligibility.service.js';
import { CommitmentQueries, type CommitmentStanding } from './commitment.queries.js';
import { Commitment } from './ledger.entity.js';
import { LedgerService } from './ledger.service.js';
import { dateFault, releasedBy, shortBy } from './settlement.rules.js';
import { ShareQueries } from './share.queries.js';
import { movesBetween, share, shortBudget, totalBurden, type Burden } from './share.rules.js';
import { ShareService } from './share.service.js';
import { StandingQueries } from './standing.queries.js';

/** An invoice as finance enters it; the amount includes VAT. */
export interface Invoice {
  readonly supplier: string;
  readonly invoiceNumber: string;
  /** Local date. */
  readonly invoiceDate: string;
  readonly amountCents: bigint;
  readonly vatTreatment: VatTreatment;
  /** No more invoices follow for this commitment. */
  readonly isFinal: boolean;
  /** What the supplier sent, when it is not typed in. */
  readonly receivedInvoiceId?: string;
}

@Injectable()
export class InvoiceService {
  constructor(
    @Inject(Database) private readonly db: Database,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(Audit) private readonly audit: Audit,
    @Inject(LedgerService) private readonly ledger: LedgerService,
    @Inject(CommitmentQueries) private readonly commitments: CommitmentQueries,
    @Inject(StandingQueries) private readonly standings: StandingQueries,
    @Inject(ShareQueries) private readonly shares: ShareQueries,
    @Inject(ShareService) private readonly sharing: ShareService,
    @Inject(EligibilityService) private readonly eligibility: EligibilityService,
  ) {}

  /**
   * Records an invoice: the commitment, or the part that is invoiced, becomes a realisation.
   * @returns the id of the realisation
   * @throws DomainError 'not-found', 'commitment-settled', 'invoice-date-in-future', 'invoice-before-grant-year',
   *   'cost-outside-activity', 'invoice-over-budget', 'share-over-budget' or 'invoice-already-recorded'
   */
  async record(actor: Actor, commitmentId: string, invoice: Invoice): Promise<string> {
    const id = newId(this.clock.now());
    await this.db.transaction(actor, async (tx) => {
      const { grantLineId, municipalityId } = await this.commitments.find(tx, commitmentId);
      await this.ledger.lock(tx, { grantLineId, municipalityId });
      const commitment = await this.commitments.find(tx, commitmentId);
      const moves = await this.decide(tx, actor, commitment, invoice);
      await this.save(tx, actor, id, commitment, invoice, moves);
      await this.recordDeed(tx, actor, id, commitment, invoice);
    });
    return id;
  }

  /** What municipalities bear more or less by this invoice, or the refusal. */
  private async decide(
    tx: Tx,
    actor: Actor,
    commitment: CommitmentStanding,
    invoice: Invoice,
  ): Promise<Burden[]> {
    if (commitment.settledAt) throw new DomainError('commitment-settled');
    const fault = dateFault(invoice.invoiceDate, commitment.grantYear, localDateOf(this.clock.now()));
    if (fault) throw new DomainError(fault, { year: commitment.grantYear });
    const { grantLineId, costDate } = commitment;
    await this.eligibility.refuseUnlessEligible(tx, actor, grantLineId, costDate);
    const releasedCents = releasedBy(commitment.openCents, invoice);
    const { units, burdens } = await this.shares.now(tx, commitment);
    const before = totalBurden(burdens);
    const after = {
      reservedCents: before.reservedCents - releasedCents,
      spentCents: before.spentCents + invoice.amountCents,
    };
    const moves = movesBetween(burdens, share(after, units));
    // What stays within the commitment fits; dividing it may only move a cent.
    if (invoice.amountCents > releasedCents) await this.refuseUnlessFree(tx, actor, commitment, moves);
    return moves;
  }

  private async refuseUnlessFree(
    tx: Tx,
    actor: Actor,
    commitment: CommitmentStanding,
    moves: readonly Burden[],
  ): Promise<void> {
    if (moves.length > 1) return this.sharing.refuseUnlessFree(tx, actor, commitment.grantLineId, moves);
    const short = shortBudget(moves, await this.standings.freeOnLine(tx, commitment.grantLineId));
    if (!short) return;
    throw new DomainError('invoice-over-budget', {
      open: formatCents(commitment.openCents, actor.locale),
      free: formatCents(short.freeCents, actor.locale),
      short: formatCents(shortBy(short.neededCents, short.freeCents), actor.locale),
    });
  }

  private async save(
    tx: Tx,
    actor: Actor,
    id: string,
    commitment: CommitmentStanding,
    { isFinal, ...written }: Invoice,
    moves: readonly Burden[],
  ): Promise<void> {
    const { id: commitmentId, regionId, sessionId, grantLineId, municipalityId, costDate } = commitment;
    const realisation = {
      ...written,
      ...{ id, regionId, commitmentId, grantLineId, municipalityId, costDate },
      ...{ invoiceId: null, reason: null },
    };
    await this.ledger.realise(tx, actor, realisation, { sessionId, moves });
    if (isFinal) await tx.update(Commitment, commitmentId, { settledAt: this.clock.now() });
  }

  private async recordDeed(
    tx: Tx,
    actor: Actor,
    id: string,
    commitment: CommitmentStanding,
    invoice: Invoice,
  ): Promise<void> {
    await this.audit.record(tx, {
      actor,
      action: 'recordInvoice',
      subjectType: 'realisation',
      subjectId: id,
      before: { commitmentId: commitment.id, openCents: String(commitment.openCents) },
      after: { ...invoice, amountCents: String(invoice.amountCents) },
    });
  }
}
