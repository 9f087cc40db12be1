import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../shared/actor.js';
import { Clock } from '../platform/clock.js';
import { FOR_CHANGE, violatedConstraint, type Tx } from '../platform/database/database.js';
import { DomainError } from '../platform/errors/domain-error.js';
import { AccountingYearQueries } from './accounting-year.queries.js';
import { yearOfBooking } from './accounting-year.rules.js';
import { GrantLineBudget } from './grant.entity.js';
import { LedgerEntry, Realisation } from './ledger.entity.js';

/** The budget of one municipality on one grant line. */
export interface BudgetOf {
  readonly grantLineId: string;
  readonly municipalityId: string;
}

/** Something to book on a budget; a negative amount releases what was booked before. */
export interface Booking extends BudgetOf {
  readonly regionId: string;
  readonly sessionId: string | null;
  readonly kind: LedgerEntry['kind'];
  readonly amountCents: bigint;
  /** Local date. */
  readonly bookedOn: string;
  /** When what is paid for is delivered (local date); decides in which year the booking counts. */
  readonly costDate: string;
  readonly sourceType: LedgerEntry['sourceType'];
  readonly sourceId: string;
  readonly description: string;
}

/** An invoice, or a credit note with a negative amount, to keep and to book. */
export interface NewRealisation extends Omit<
  Realisation,
  'amountCents' | 'recordedAt' | 'receivedInvoiceId'
> {
  readonly amountCents: bigint;
  readonly receivedInvoiceId?: string;
}

/** What an invoice does beside being spent: whose commitment it is about, and how much of that it releases. */
export interface Releasing {
  readonly sessionId: string | null;
  readonly releasedCents: bigint;
}

/** The only writer of the ledger. */
@Injectable()
export class LedgerService {
  constructor(
    @Inject(Clock) private readonly clock: Clock,
    @Inject(AccountingYearQueries) private readonly years: AccountingYearQueries,
  ) {}

  /**
   * Locks a budget, in a statement of its own, before anything on it is added up (READ COMMITTED). Everything that
   * books on a budget, or takes from the allotments beside it, holds this lock; a session's lock comes before it.
   * @throws DomainError 'not-found'
   */
  async lock(tx: Tx, { grantLineId, municipalityId }: BudgetOf): Promise<void> {
    const budget = await tx.findOne(GrantLineBudget, {
      where: { grantLineId, municipalityId },
      lock: FOR_CHANGE,
    });
    if (!budget) throw new DomainError('not-found');
  }

  /** Books everything that is not nothing, in this order; all of one region, what is of a closed year in the first open one. */
  async book(tx: Tx, actor: Actor, bookings: readonly Booking[]): Promise<void> {
    const entries = bookings.filter(({ amountCents }) => amountCents !== 0n);
    if (!entries[0]) return;
    const lastClosed = await this.years.hold(tx, entries[0].regionId);
    const recordedAt = this.clock.now();
    await tx.insert(
      LedgerEntry,
      entries.map(({ amountCents, costDate, ...booking }) => ({
        ...booking,
        ...yearOfBooking(costDate, lastClosed),
        amountCents: String(amountCents),
        recordedAt,
        accountId: actor.accountId,
      })),
    );
  }

  /**
   * Keeps an invoice or credit note and books it as spent. The caller holds the lock of its budget.
   * @throws DomainError 'invoice-already-recorded'
   */
  async realise(
    tx: Tx,
    actor: Actor,
    realisation: NewRealisation,
    { sessionId, releasedCents }: Releasing,
  ): Promise<void> {
    await this.keep(tx, realisation);
    const { id, regionId, grantLineId, municipalityId, supplier, invoiceNumber } = realisation;
    const booking = {
      ...{ regionId, sessionId, grantLineId, municipalityId },
      bookedOn: realisation.invoiceDate,
      costDate: realisation.costDate,
      sourceType: realisation.invoiceId === null ? ('invoice' as const) : ('credit-note' as const),
      sourceId: id,
      description: `${supplier} ${invoiceNumber}`,
    };
    await this.book(tx, actor, [
      { ...booking, kind: 'commitment', amountCents: -releasedCents },
      { ...booking, kind: 'realisation', amountCents: realisation.amountCents },
    ]);
  }

  private async keep(tx: Tx, { amountCents, ...realisation }: NewRealisation): Promise<void> {
    const row = { ...realisation, amountCents: String(amountCents), recordedAt: this.clock.now() };
    try {
      await tx.insert(Realisation, row);
    } catch (error) {
      if (violatedConstraint(error) !== 'realisation_invoice_unique') throw error;
      throw new DomainError('invoice-already-recorded');
    }
  }
}
