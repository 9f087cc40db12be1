import { Inject, Injectable } from '@nestjs/common';
import { Audit } from '../platform/audit/audit.js';
import { Database } from '../platform/database/database.js';
import type { Actor } from '../shared/actor.js';
import type { Delivery } from './notices.rules.js';

@Injectable()
export class NoticeChoiceService {
  constructor(
    @Inject(Database) private readonly db: Database,
    @Inject(Audit) private readonly audit: Audit,
  ) {}

  /** Says how the actor gets notices, from the next round on. */
  async choose(actor: Actor, delivery: Delivery): Promise<void> {
    await this.db.transaction(actor, async (tx) => {
      const changed = await tx.query<object[]>(
        `insert into notice_choice (account_id, region_id, delivery) values ($1, $2, $3)
         on conflict (account_id) do update set delivery = excluded.delivery
           where notice_choice.delivery <> excluded.delivery returning account_id`,
        [actor.accountId, actor.regionId, delivery],
      );
      if (changed.length === 0) return;
      await this.audit.record(tx, {
        ...{ actor, action: 'chooseNotices', subjectType: 'account', subjectId: actor.accountId! },
        after: { delivery },
      });
    });
  }
}
