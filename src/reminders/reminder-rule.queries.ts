import { Inject, Injectable } from '@nestjs/common';
import { Database } from '../platform/database/database.js';
import { DomainError } from '../platform/errors/domain-error.js';
import type { Actor } from '../shared/actor.js';
import { RULE } from './region-rules.js';
import type { RegionRule } from './reminder.rules.js';

@Injectable()
export class ReminderRuleQueries {
  constructor(@Inject(Database) private readonly db: Database) {}

  /** @throws DomainError 'not-found' */
  async rule(actor: Actor, id: string): Promise<RegionRule> {
    const [found] = await this.db.read(actor, (tx) =>
      tx.query<RegionRule[]>(
        `select ${RULE} from reminder_rule rule where rule.id = $1 and rule.region_id = $2`,
        [id, actor.regionId],
      ),
    );
    if (!found) throw new DomainError('not-found');
    return found;
  }
}
