import { Inject, Injectable } from '@nestjs/common';
import { Audit } from '../platform/audit/audit.js';
import { Database, type Tx } from '../platform/database/database.js';
import { insertRows } from '../platform/database/insert-rows.js';
import { DomainError } from '../platform/errors/domain-error.js';
import type { Actor } from '../shared/actor.js';
import { defaultSetting, noticeKinds, type NoticeSettings } from './notices.rules.js';
import { regionSettings } from './region-settings.queries.js';

/** What a region's coordinators say about notices; it holds from the next round. */
@Injectable()
export class NoticeSettingsService {
  constructor(
    @Inject(Database) private readonly db: Database,
    @Inject(Audit) private readonly audit: Audit,
  ) {}

  /**
   * Makes the settings as told, when they are still of the version that the teller looked at.
   * @throws DomainError 'changed-meanwhile'
   */
  async change(actor: Actor, version: number, told: NoticeSettings): Promise<void> {
    const regionId = actor.regionId!;
    await this.db.transaction(actor, async (tx) => {
      await holdSettings(tx, regionId);
      const before = await regionSettings(tx, regionId);
      if (before.version !== version) throw new DomainError('changed-meanwhile');
      for (const kind of noticeKinds) {
        const [was, is] = [before.settings[kind], told[kind]];
        if (was.isOn === is.isOn && was.leadDays === is.leadDays) continue;
        await tx.query(
          `update notice_setting set is_on = $3, lead_days = $4, version = version + 1
           where region_id = $1 and kind = $2`,
          [regionId, kind, is.isOn, is.leadDays],
        );
        await this.audit.record(tx, {
          ...{ actor, action: 'change', subjectType: 'notice-setting', subjectId: regionId },
          ...{ before: { kind, ...was }, after: { kind, ...is } },
        });
      }
    });
  }
}

/** Nobody else changes the settings of the region before the transaction ends, also where it had said nothing yet. */
async function holdSettings(tx: Tx, regionId: string): Promise<void> {
  const rows = noticeKinds.map((kind) => {
    const { isOn, leadDays } = defaultSetting(kind);
    return { region_id: regionId, kind, is_on: isOn, lead_days: leadDays, version: 0 };
  });
  await insertRows(tx, 'notice_setting', rows, 'on conflict do nothing');
  await tx.query('select from notice_setting where region_id = $1 order by kind for no key update', [
    regionId,
  ]);
}
