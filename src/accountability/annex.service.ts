import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../shared/actor.js';
import { Audit } from '../platform/audit/audit.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import type { AnnexSetting } from './annex.rules.js';

@Injectable()
export class AnnexService {
  constructor(
    @Inject(Database) private readonly db: Database,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(Audit) private readonly audit: Audit,
  ) {}

  /** Keeps how the annex of the actor's region names things; statements that were kept stay as they are. */
  async change(actor: Actor, annex: AnnexSetting): Promise<void> {
    await this.db.transaction(actor, async (tx) => {
      const [before] = await tx.query<{ annex: AnnexSetting }[]>(
        'select annex from annex_setting where region_id = $1 for update',
        [actor.regionId],
      );
      await tx.query(
        `insert into annex_setting (region_id, annex, changed_at, changed_by) values ($1, $2, $3, $4)
         on conflict (region_id) do update set annex = excluded.annex, changed_at = excluded.changed_at, changed_by = excluded.changed_by`,
        [actor.regionId, annex, this.clock.now(), actor.accountId],
      );
      await this.audit.record(tx, {
        ...{ actor, action: 'changeAnnex', subjectType: 'annex', subjectId: actor.regionId! },
        before: { annex: before?.annex ?? null },
        after: { annex },
      });
    });
  }
}
