import { Inject, Injectable } from '@nestjs/common';
import type { NamedIn } from '../../messages.js';
import type { Actor } from '../../shared/actor.js';
import { Clock } from '../clock.js';
import type { Tx } from '../database/database.js';
import { AuditEntry } from './audit-entry.entity.js';

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
    if (deeds.length === 0) return;
    const at = this.clock.now();
    await tx
      .createQueryBuilder()
      .insert()
      .into(AuditEntry)
      .values(
        deeds.map(({ actor, action, subjectType, subjectId, before, after }) => ({
          regionId: actor.regionId,
          at,
          accountId: actor.accountId,
          role: actor.role,
          action,
          subjectType,
          subjectId,
          before: before ?? null,
          after: after ?? null,
        })),
      )
      .updateEntity(false)
      .returning([])
      .execute();
  }
}
