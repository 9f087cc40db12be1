import { Inject, Injectable } from '@nestjs/common';
import type { Actor, Role } from '../shared/actor.js';
import { Database } from '../platform/database/database.js';
import { pageOf, type Paged } from '../platform/database/paged.js';

/** What someone did. Of what changed only the names are told: the values may be confidential to the administrator. */
export interface AuditRow {
  readonly id: string;
  readonly at: Date;
  readonly account_name: string | null;
  readonly role: Role | 'system';
  readonly action: string;
  readonly subject_type: string;
  readonly subject_id: string;
  readonly changed: readonly string[];
}

export interface AuditFilter {
  readonly action: string | null;
  readonly subject: string | null;
  /** Part of the person's name, or the whole id of what was changed. */
  readonly q: string | null;
}

@Injectable()
export class AuditTrailQueries {
  constructor(@Inject(Database) private readonly db: Database) {}

  /** The region's trail, the newest first. */
  list(
    actor: Actor,
    { action, subject, q }: AuditFilter,
    slice: { readonly page: number; readonly pageSize: number },
  ): Promise<Paged<AuditRow>> {
    return this.db.read(actor, (tx) =>
      pageOf<AuditRow>(
        tx,
        {
          select: `e.id, e.at, a.name account_name, e.role, e.action, e.subject_type, e.subject_id,
            array(select jsonb_object_keys(coalesce(e.before, '{}') || coalesce(e.after, '{}'))) changed`,
          from: `from audit_entry e left join account a on a.id = e.account_id
            where ($1::text is null or e.action = $1) and ($2::text is null or e.subject_type = $2)
              and ($3::text is null or e.subject_id = $3 or strpos(lower(a.name), lower($3)) > 0)`,
          orderBy: 'e.id desc',
          params: [action, subject, q],
        },
        slice,
      ),
    );
  }

  /** The actions and the kinds of subject that occur, to choose from. */
  async kinds(actor: Actor): Promise<{ actions: string[]; subjects: string[] }> {
    const rows = await this.db.read(actor, (tx) =>
      tx.query<{ action: string; subject_type: string }[]>(
        'select distinct action, subject_type from audit_entry',
      ),
    );
    const distinct = (names: string[]) => [...new Set(names)];
    return {
      actions: distinct(rows.map(({ action }) => action)),
      subjects: distinct(rows.map(({ subject_type }) => subject_type)),
    };
  }
}
