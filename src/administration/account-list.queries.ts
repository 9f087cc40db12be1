import { Inject, Injectable } from '@nestjs/common';
import type { Actor, Role } from '../shared/actor.js';
import { Database } from '../platform/database/database.js';
import { pageOf, type Paged } from '../platform/database/paged.js';

export interface AccountRow {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  readonly municipality_name: string | null;
  readonly closed_at: Date | null;
}

export interface AccountFilter {
  readonly q: string | null;
  readonly role?: Role | undefined;
}

export interface Choice {
  readonly id: string;
  readonly name: string;
}

const COLUMNS = 'a.id, a.name, a.email, a.role, m.name municipality_name, a.closed_at';
const FROM = 'from account a left join municipality m on m.id = a.municipality_id';

@Injectable()
export class AccountListQueries {
  constructor(@Inject(Database) private readonly db: Database) {}

  /** The accounts of the region by name, the open ones first. */
  list(
    actor: Actor,
    { q, role }: AccountFilter,
    slice: { readonly page: number; readonly pageSize: number },
  ): Promise<Paged<AccountRow>> {
    const where = `where ($1::text is null or strpos(lower(a.name || ' ' || a.email), lower($1)) > 0)
      and ($2::text is null or a.role = $2)`;
    return this.db.read(actor, (tx) =>
      pageOf<AccountRow>(
        tx,
        {
          select: COLUMNS,
          from: `${FROM} ${where}`,
          orderBy: 'a.closed_at is not null, lower(a.name), a.id',
          params: [q, role ?? null],
        },
        slice,
      ),
    );
  }

  async one(actor: Actor, id: string): Promise<AccountRow | null> {
    const rows = await this.db.read(actor, (tx) =>
      tx.query<AccountRow[]>(`select ${COLUMNS} ${FROM} where a.id = $1`, [id]),
    );
    return rows[0] ?? null;
  }

  /** The open accounts that a system can act as: those of people who do it for others. */
  forKeys(actor: Actor): Promise<AccountRow[]> {
    return this.db.read(actor, (tx) =>
      tx.query<AccountRow[]>(
        `select ${COLUMNS} ${FROM} where a.closed_at is null and a.role in ('coordinator', 'contact', 'finance')
         order by lower(a.name), a.id`,
      ),
    );
  }

  municipalities(actor: Actor): Promise<Choice[]> {
    return this.db.read(actor, (tx) => tx.query<Choice[]>('select id, name from municipality order by name'));
  }
}
