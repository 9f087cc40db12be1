import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../shared/actor.js';
import { Clock } from '../platform/clock.js';
import { FOR_CHANGE, violatedConstraint, type Tx } from '../platform/database/database.js';
import { DomainError } from '../platform/errors/domain-error.js';
import { AccountingYearQueries } from './accounting-year.queries.js';
import { yearOfBooking } from './accounting-year.rules.js';
import { GrantLineBudget } from './grant.entity.js';
import { LedgerEntry, Realisation, type Commitment } from './ledger.entity.js';
import type { Burden } from './share.rules.js';

/** The budget of one municipality on one grant line. */
export interface BudgetOf {
  readonly grantLineId: string;
  readonly municipalityId: string;
}

/** Something to book on a budget; a negative amount releases what was booked before. */
export interface Booking extends BudgetOf {
  readonly regionId: string;
  readonly sessionId: string | null;
  readonly commitmentId: string | null;
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

/** What is booked on each municipality of one line, for one reason. */
export interface SharedBooking extends Omit<Booking, 'municipalityId' | 'kind' | 'amountCents'> {
  readonly moves: readonly Burden[];
}

/** Which municipalities bear an invoice, and of which session it is. */
export interface Borne {
  readonly sessionId: string | null;
  readonly moves: readonly Burden[];
}

/** The only writer of the ledger. */
@Injectable()
export class LedgerService {
  constructor(
    @Inject(Clock) private readonly clock: Clock,
    @Inject(AccountingYearQueries) private readonly years: AccountingYearQueries,
  ) {}

  /**
   * Locks every budget of the line, in one order and in a statement of its own, before anything on it is added up
   * (READ COMMITTED): a cost may fall on several municipalities. Everything that books on a budget, or takes from the
   * allotments beside it, holds this lock; a session's lock comes before it.
   * @throws DomainError 'not-found' when the municipality has no budget on the line
   */
  async lock(tx: Tx, { grantLineId, municipalityId }: BudgetOf): Promise<void> {
    const budgets = await tx.find(GrantLineBudget, {
      where: { grantLineId },
      order: { municipalityId: 'asc' },
      lock: FOR_CHANGE,
    });
    if (!budgets.some((budget) => budget.municipalityId === municipalityId))
      throw new DomainError('not-found');
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

  /** Books what municipalities bear more or less of a cost: first what is reserved, then what is spent. */
  async bookShared(tx: Tx, actor: Actor, { moves, ...booking }: SharedBooking): Promise<void> {
    await this.book(
      tx,
      actor,
      moves.flatMap(({ municipalityId, reservedCents, spentCents }): Booking[] => [
        { ...booking, municipalityId, kind: 'commitment', amountCents: reservedCents },
        { ...booking, municipalityId, kind: 'realisation', amountCents: spentCents },
      ]),
    );
  }

  /**
   * Keeps an invoice or credit note and books it as spent. The caller holds the lock of its line.
   * @throws DomainError 'invoice-already-recorded'
   */
  async realise(
    tx: Tx,
    actor: Actor,
    realisation: NewRealisation,
    { sessionId, moves }: Borne,
  ): Promise<void> {
    await this.keep(tx, realisation);
    const { id, regionId, commitmentId, grantLineId, supplier, invoiceNumber } = realisation;
    await this.bookShared(tx, actor, {
      ...{ regionId, sessionId, commitmentId, grantLineId, moves },
      bookedOn: realisation.invoiceDate,
      costDate: realisation.costDate,
      sourceType: realisation.invoiceId === null ? 'invoice' : 'credit-note',
      sourceId: id,
      description: `${supplier} ${invoiceNumber}`,
    });
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

/** What every booking on the commitment of a session says that its own life causes, and no invoice. */
export function sessionBooking(
  { id: commitmentId, regionId, sessionId, grantLineId }: Commitment,
  description: string,
  costDate: string,
) {
  return {
    ...{ regionId, sessionId, commitmentId, grantLineId, costDate, description },
    ...({ sourceType: 'session', sourceId: sessionId! } as const),
  };
}
