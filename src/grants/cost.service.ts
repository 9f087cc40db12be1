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
import type { Invoice } from './invoice.service.js';
import { LedgerService, type BudgetOf } from './ledger.service.js';
import { dateFault, isCostOf, shortBy } from './settlement.rules.js';
import { StandingQueries } from './standing.queries.js';

/** An invoice for which nothing was reserved, such as that of someone who coordinates the network. */
export interface Cost extends Omit<Invoice, 'isFinal'> {
  /** When what was paid for was delivered (local date); its year bears the cost. */
  readonly costDate: string;
}

@Injectable()
export class CostService {
  constructor(
    @Inject(Database) private readonly db: Database,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(Audit) private readonly audit: Audit,
    @Inject(LedgerService) private readonly ledger: LedgerService,
    @Inject(StandingQueries) private readonly standings: StandingQueries,
    @Inject(EligibilityService) private readonly eligibility: EligibilityService,
  ) {}

  /**
   * Records an invoice straight on the budget of one municipality on one line.
   * @returns the id of the realisation
   * @throws DomainError 'no-budget-on-line', 'cost-outside-grant-year', 'cost-outside-activity', 'invoice-date-in-future',
   *   'invoice-before-grant-year', 'cost-over-budget' or 'invoice-already-recorded'
   */
  async record(actor: Actor, budget: BudgetOf, cost: Cost): Promise<string> {
    const id = newId(this.clock.now());
    await this.db.transaction(actor, async (tx) => {
      const { year, regionId } = await this.standings.budget(tx, budget);
      this.refuseUnlessOfYear(cost, year);
      await this.ledger.lock(tx, budget);
      await this.eligibility.refuseUnlessEligible(tx, actor, budget.grantLineId, cost.costDate);
      await this.refuseUnlessFree(tx, actor, budget, cost);
      const realisation = {
        ...{ ...cost, ...budget, id, regionId },
        ...{ commitmentId: null, invoiceId: null, reason: null },
      };
      const { municipalityId } = budget;
      const moves = [{ municipalityId, reservedCents: 0n, spentCents: cost.amountCents }];
      await this.ledger.realise(tx, actor, realisation, { sessionId: null, moves });
      await this.audit.record(tx, {
        actor,
        action: 'recordCost',
        subjectType: 'realisation',
        subjectId: id,
        after: { ...cost, ...budget, amountCents: String(cost.amountCents) },
      });
    });
    return id;
  }

  private refuseUnlessOfYear({ costDate, invoiceDate }: Cost, year: number): void {
    if (!isCostOf(year, costDate)) throw new DomainError('cost-outside-grant-year', { year });
    const fault = dateFault(invoiceDate, year, localDateOf(this.clock.now()));
    if (fault) throw new DomainError(fault, { year });
  }

  private async refuseUnlessFree(
    tx: Tx,
    actor: Actor,
    budget: BudgetOf,
    { amountCents }: Cost,
  ): Promise<void> {
    const freeCents = await this.standings.free(tx, budget);
    const shortCents = shortBy(amountCents, freeCents);
    if (shortCents === 0n) return;
    throw new DomainError('cost-over-budget', {
      free: formatCents(freeCents, actor.locale),
      short: formatCents(shortCents, actor.locale),
    });
  }
}
