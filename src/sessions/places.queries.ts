import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../shared/actor.js';
import { Database } from '../platform/database/database.js';
import { pageOf, type Paged } from '../platform/database/paged.js';
import type { Trainer } from './trainer.entity.js';
import type { Venue } from './venue.entity.js';

interface Slice {
  readonly page: number;
  readonly pageSize: number;
}

/** Where sessions can be and who can give them. */
@Injectable()
export class PlacesQueries {
  constructor(@Inject(Database) private readonly db: Database) {}

  venues(actor: Actor, q: string | null, slice: Slice): Promise<Paged<Omit<Venue, 'regionId'>>> {
    return this.db.read(actor, (tx) =>
      pageOf(
        tx,
        {
          select: 'id, municipality_id "municipalityId", name, address, capacity, accessibility',
          from: `from venue where region_id = $1
            and ($2::text is null or position(lower($2) in lower(name || ' ' || address)) > 0)`,
          orderBy: 'lower(name), id',
          params: [actor.regionId, q],
        },
        slice,
      ),
    );
  }

  trainers(actor: Actor, q: string | null, slice: Slice): Promise<Paged<Omit<Trainer, 'regionId'>>> {
    return this.db.read(actor, (tx) =>
      pageOf(
        tx,
        {
          select: 'id, name, email, provider',
          from: `from trainer where region_id = $1
            and ($2::text is null or position(lower($2) in lower(name || ' ' || provider)) > 0)`,
          orderBy: 'lower(name), id',
          params: [actor.regionId, q],
        },
        slice,
      ),
    );
  }
}
