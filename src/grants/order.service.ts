import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../shared/actor.js';
import { newId } from '../shared/ids.js';
import { localDateOf } from '../shared/local-date.js';
import { Audit } from '../platform/audit/audit.js';
import { Clock } from '../platform/clock.js';
import { Database, type Tx } from '../platform/database/database.js';
import { DomainError } from '../platform/errors/domain-error.js';
import { formatCents } from '../platform/i18n/format.js';
import { EligibilityService } from './eligibility.service.js';
import { CommitmentQueries } from './commitment.queries.js';
import { Commitment } from './ledger.entity.js';
import { LedgerService, type BudgetOf } from './ledger.service.js';
import { isCostOf, shortBy } from './settlement.rules.js';
import { StandingQueries } from './standing.queries.js';

/** What is ordered that is no session, such as the work of who coordinates the network; the amount includes VAT. */
export interface Order {
  readonly supplier: string;
  readonly description: string;
  readonly amountCents: bigint;
  /** When it will have been delivered (local date); its year bears the cost. */
  readonly costDate: string;
}

@Injectable()
export class OrderService {
  constructor(
    @Inject(Database) private readonly db: Database,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(Audit) private readonly audit: Audit,
    @Inject(LedgerService) private readonly ledger: LedgerService,
    @Inject(CommitmentQueries) private readonly commitments: CommitmentQueries,
    @Inject(StandingQueries) private readonly standings: StandingQueries,
    @Inject(EligibilityService) private readonly eligibility: EligibilityService,
  ) {}

  /**
   * Commits the amount of an order on the budget of one municipality; its invoices are booked on it.
   * @returns the id of the commitment
   * @throws DomainError 'no-budget-on-line', 'cost-outside-grant-year', 'cost-outside-activity' or 'cost-over-budget'
   */
  async place(actor: Actor, budget: BudgetOf, order: Order): Promise<string> {
    const id = newId(this.clock.now());
    await this.db.transaction(actor, async (tx) => {
      const { year, regionId } = await this.standings.budget(tx, budget);
      if (!isCostOf(year, order.costDate)) throw new DomainError('cost-outside-grant-year', { year });
      await this.ledger.lock(tx, budget);
      await this.eligibility.refuseUnlessEligible(tx, actor, budget.grantLineId, order.costDate);
      await this.refuseUnlessFree(tx, actor, budget, order);
      await this.commit(tx, actor, { id, regionId, ...budget }, order);
      await this.audit.record(tx, {
        ...({ actor, action: 'placeOrder', subjectType: 'commitment', subjectId: id } as const),
        after: { ...budget, ...order, amountCents: String(order.amountCents) },
      });
    });
    return id;
  }

  /**
   * Cancels an order: what of it has not been invoiced becomes free.
   * @throws DomainError 'not-found', also for a session, which is called off instead; or 'commitment-settled'
   */
  async cancel(actor: Actor, id: string): Promise<void> {
    await this.db.transaction(actor, async (tx) => {
      await this.ledger.lock(tx, await this.commitments.findOrder(tx, id));
      const order = await this.commitments.findOrder(tx, id);
      if (order.settledAt) throw new DomainError('commitment-settled');
      const { regionId, grantLineId, municipalityId, costDate, openCents, subject } = order;
      await this.ledger.book(tx, actor, [
        {
          ...{ regionId, grantLineId, municipalityId, costDate, description: subject },
          ...{ commitmentId: id, sessionId: null, kind: 'commitment', amountCents: -openCents },
          ...{ bookedOn: localDateOf(this.clock.now()), sourceType: 'order', sourceId: id },
        },
      ]);
      await tx.update(Commitment, id, { settledAt: this.clock.now() });
      await this.audit.record(tx, {
        ...({ actor, action: 'cancelOrder', subjectType: 'commitment', subjectId: id } as const),
        before: { openCents: String(openCents) },
        after: { openCents: '0' },
      });
    });
  }

  private async refuseUnlessFree(
    tx: Tx,
    actor: Actor,
    budget: BudgetOf,
    { amountCents }: Order,
  ): Promise<void> {
    const freeCents = await this.standings.free(tx, budget);
    const shortCents = shortBy(amountCents, freeCents);
    if (shortCents === 0n) return;
    throw new DomainError('cost-over-budget', {
      free: formatCents(freeCents, actor.locale),
      short: formatCents(shortCents, actor.locale),
    });
  }

  private async commit(
    tx: Tx,
    actor: Actor,
    placed: BudgetOf & { readonly id: string; readonly regionId: string },
    { amountCents, ...order }: Order,
  ): Promise<void> {
    const now = this.clock.now();
    await tx.insert(Commitment, {
      ...{ ...placed, ...order, sessionId: null, amountCents: String(amountCents) },
      ...{ isDemo: false, committedAt: now, settledAt: null },
    });
    const { id, ...budget } = placed;
    await this.ledger.book(tx, actor, [
      {
        ...{ ...budget, commitmentId: id, sessionId: null, kind: 'commitment', amountCents },
        ...{ bookedOn: localDateOf(now), costDate: order.costDate, description: order.description },
        ...{ sourceType: 'order', sourceId: id },
      },
    ]);
  }
}
