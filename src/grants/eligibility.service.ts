import { Inject, Injectable } from '@nestjs/common';
import type { Tx } from '../platform/database/database.js';
import { DomainError } from '../platform/errors/domain-error.js';
import type { Actor } from '../shared/actor.js';
import { ActivityQueries } from './activity.queries.js';
import { isEligible } from './activity.rules.js';
import { costOutside } from './eligible-days.pages.js';

/** Keeps costs within the days on which the decision of the state lets a grant pay them. */
@Injectable()
export class EligibilityService {
  constructor(@Inject(ActivityQueries) private readonly activities: ActivityQueries) {}

  /**
   * Refuses a cost on a day that its line does not pay. The days stay as they are until the transaction ends; taken after
   * the lock of the line's budgets.
   * @param costDate local date on which it is delivered
   * @throws DomainError 'cost-outside-activity' that names the activity and its days
   */
  async refuseUnlessEligible(tx: Tx, actor: Actor, grantLineId: string, costDate: string): Promise<void> {
    const days = await this.activities.hold(tx, grantLineId);
    if (days && !isEligible(days, costDate))
      throw new DomainError('cost-outside-activity', costOutside(days, costDate, actor.locale));
  }
}
