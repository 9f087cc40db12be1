import { Inject, Injectable } from '@nestjs/common';
import { Database } from '../platform/database/database.js';
import type { Actor } from '../shared/actor.js';
import type { Delivery } from './notices.rules.js';
import { regionSettings, type RegionSettings } from './region-settings.queries.js';

@Injectable()
export class NoticesQueries {
  constructor(@Inject(Database) private readonly db: Database) {}

  /** What the actor's region says of notices. */
  settings(actor: Actor): Promise<RegionSettings> {
    return this.db.read(actor, (tx) => regionSettings(tx, actor.regionId!));
  }

  /** How the actor gets notices. */
  async delivery(actor: Actor): Promise<Delivery> {
    const [chosen] = await this.db.read(actor, (tx) =>
      tx.query<{ delivery: Delivery }[]>('select delivery from notice_choice where account_id = $1', [
        actor.accountId,
      ]),
    );
    return chosen?.delivery ?? 'at-once';
  }
}
