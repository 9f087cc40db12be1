import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../shared/actor.js';
import { Clock } from '../platform/clock.js';
import type { Tx } from '../platform/database/database.js';
import { DomainError } from '../platform/errors/domain-error.js';
import { GrantLineBudget } from './grant.entity.js';
import { LedgerEntry } from './ledger.entity.js';

/** The budget of one municipality on one grant line. */
export interface BudgetOf {
  readonly grantLineId: string;
  readonly municipalityId: string;
}

/** Something to book on a budget; a negative amount releases what was booked before. */
export interface Booking extends BudgetOf {
  readonly regionId: string;
  readonly sessionId: string;
  readonly kind: LedgerEntry['kind'];
  readonly amountCents: bigint;
  /** Local date. */
  readonly bookedOn: string;
  readonly sourceType: LedgerEntry['sourceType'];
  readonly sourceId: string;
  readonly description: string;
}

/** The only writer of the ledger. */
@Injectable()
export class LedgerService {
  constructor(@Inject(Clock) private readonly clock: Clock) {}

  /**
   * Locks a budget, in a statement of its own, before anything on it is added up (READ COMMITTED). Everything that
   * books on a budget, or takes from the allotments beside it, holds this lock; a session's lock comes before it.
   * @throws DomainError 'not-found'
   */
  async lock(tx: Tx, { grantLineId, municipalityId }: BudgetOf): Promise<void> {
    const budget = await tx.findOne(GrantLineBudget, {
      where: { grantLineId, municipalityId },
      lock: { mode: 'for_no_key_update' },
    });
    if (!budget) throw new DomainError('not-found');
  }

  /** Books everything that is not nothing, in this order. */
  async book(tx: Tx, actor: Actor, bookings: readonly Booking[]): Promise<void> {
    const entries = bookings.filter(({ amountCents }) => amountCents !== 0n);
    if (entries.length === 0) return;
    const recordedAt = this.clock.now();
    await tx.insert(
      LedgerEntry,
      entries.map(({ amountCents, ...booking }) => ({
        ...booking,
        amountCents: String(amountCents),
        recordedAt,
        accountId: actor.accountId,
      })),
    );
  }
}
