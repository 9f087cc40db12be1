import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../shared/actor.js';
import { Audit } from '../platform/audit/audit.js';
import { Database, FOR_CHANGE } from '../platform/database/database.js';
import { insertRows } from '../platform/database/insert-rows.js';
import { DomainError } from '../platform/errors/domain-error.js';
import { CancellationTermsQueries } from './cancellation-terms.queries.js';
import { stepsFault, type CancellationStep } from './cancellation-terms.rules.js';
import { Provider } from './provider.entity.js';

@Injectable()
export class CancellationTermsService {
  constructor(
    @Inject(Database) private readonly db: Database,
    @Inject(Audit) private readonly audit: Audit,
    @Inject(CancellationTermsQueries) private readonly queries: CancellationTermsQueries,
  ) {}

  /**
   * Sets what a provider asks for sessions that are called off from now on; no steps for nothing.
   * @throws DomainError 'not-found', 'step-twice' or 'step-not-rising'
   */
  async set(actor: Actor, providerId: string, steps: readonly CancellationStep[]): Promise<void> {
    const fault = stepsFault(steps);
    if (fault) throw new DomainError(fault);
    await this.db.transaction(actor, async (tx) => {
      const provider = await tx.findOne(Provider, { where: { id: providerId }, lock: FOR_CHANGE });
      if (!provider) throw new DomainError('not-found');
      const before = await this.queries.findSteps(tx, providerId);
      await tx.query('delete from cancellation_step where provider_id = $1', [providerId]);
      await insertRows(
        tx,
        'cancellation_step',
        steps.map(({ daysBefore, percentage }) => ({
          ...{ provider_id: providerId, region_id: provider.regionId, days_before: daysBefore, percentage },
        })),
      );
      await this.audit.record(tx, {
        ...({ actor, action: 'setTerms', subjectType: 'provider', subjectId: providerId } as const),
        before: { steps: before },
        after: { steps },
      });
    });
  }
}
