import { Inject, Injectable } from '@nestjs/common';
import type { Actor, Role } from '../shared/actor.js';
import { Database } from '../platform/database/database.js';
import { pageOf, type Paged } from '../platform/database/paged.js';

export interface ApiKeyRow {
  readonly id: string;
  readonly name: string;
  readonly account_name: string;
  readonly role: Role;
  readonly created_at: Date;
  readonly expires_at: Date;
  readonly revoked_at: Date | null;
}

const COLUMNS = 'k.id, k.name, a.name account_name, a.role, k.created_at, k.expires_at, k.revoked_at';
const FROM = 'from api_key k join account a on a.id = k.account_id';

@Injectable()
export class ApiKeyQueries {
  constructor(@Inject(Database) private readonly db: Database) {}

  /** The keys of the region, the newest first; the keys themselves are nowhere. */
  list(
    actor: Actor,
    q: string | null,
    slice: { readonly page: number; readonly pageSize: number },
  ): Promise<Paged<ApiKeyRow>> {
    const from = `${FROM} where ($1::text is null or strpos(lower(k.name || ' ' || a.name), lower($1)) > 0)`;
    return this.db.read(actor, (tx) =>
      pageOf<ApiKeyRow>(
        tx,
        { select: COLUMNS, from, orderBy: 'k.created_at desc, k.id desc', params: [q] },
        slice,
      ),
    );
  }

  async one(actor: Actor, id: string): Promise<ApiKeyRow | null> {
    const rows = await this.db.read(actor, (tx) =>
      tx.query<ApiKeyRow[]>(`select ${COLUMNS} ${FROM} where k.id = $1`, [id]),
    );
    return rows[0] ?? null;
  }
}
