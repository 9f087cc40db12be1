import { Inject, Injectable } from '@nestjs/common';
import type { NamedIn } from '../../messages.js';
import type { Actor } from '../../shared/actor.js';
import { Clock } from '../clock.js';
import type { Tx } from '../database/database.js';
import { insertRows } from '../database/insert-rows.js';

/** What it was before or became; every field has a name too. */
type Fields = Readonly<Partial<Record<NamedIn<'deed.field'>, unknown>>>;

/** What was done; `action` is the use case's verb, such as 'enrol'. Codes have their names in `deeds.messages.ts`. */
export interface Deed {
  readonly actor: Actor;
  readonly action: NamedIn<'deed.action'>;
  readonly subjectType: NamedIn<'deed.subject'>;
  readonly subjectId: string;
  readonly before?: Fields;
  readonly after?: Fields;
}

@Injectable()
export class Audit {
  constructor(@Inject(Clock) private readonly clock: Clock) {}

  async record(tx: Tx, ...deeds: readonly Deed[]): Promise<void> {
    const at = this.clock.now();
    await insertRows(
      tx,
      'audit_entry',
      deeds.map(({ actor, action, subjectType, subjectId, before, after }) => ({
        region_id: actor.regionId,
        at,
        account_id: actor.accountId,
        role: actor.role,
        action,
        subject_type: subjectType,
        subject_id: subjectId,
        before: before ?? null,
        after: after ?? null,
      })),
    );
  }
}
