import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../shared/actor.js';
import { Database } from '../platform/database/database.js';
import { pageOf, type Paged } from '../platform/database/paged.js';
import { DomainError } from '../platform/errors/domain-error.js';

export interface ProviderRow {
  readonly id: string;
  readonly name: string;
  readonly crkbo: boolean;
  readonly source: string;
  readonly version: number;
  /** How many courses of the catalogue it gives. */
  readonly courses: number;
}

const PROVIDER = `p.id, p.name, p.crkbo, p.source, p.version,
  (select count(*)::int from course c where c.provider_id = p.id) courses`;

@Injectable()
export class ProviderQueries {
  constructor(@Inject(Database) private readonly db: Database) {}

  /** The providers of the region, by name. */
  providers(
    actor: Actor,
    q: string | null,
    slice: { readonly page: number; readonly pageSize: number },
  ): Promise<Paged<ProviderRow>> {
    return this.db.read(actor, (tx) =>
      pageOf<ProviderRow>(
        tx,
        {
          select: PROVIDER,
          from: 'from provider p where p.region_id = $1 and ($2::text is null or position(lower($2) in lower(p.name)) > 0)',
          orderBy: 'lower(p.name), p.id',
          params: [actor.regionId, q],
        },
        slice,
      ),
    );
  }

  /** @throws DomainError 'not-found' */
  async provider(actor: Actor, id: string): Promise<ProviderRow> {
    const rows = await this.db.read(actor, (tx) =>
      tx.query<ProviderRow[]>(`select ${PROVIDER} from provider p where p.id = $1 and p.region_id = $2`, [
        id,
        actor.regionId,
      ]),
    );
    if (!rows[0]) throw new DomainError('not-found');
    return rows[0];
  }
}
