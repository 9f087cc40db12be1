import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../shared/actor.js';
import { Database } from '../platform/database/database.js';
import { pageOf, type Paged } from '../platform/database/paged.js';
import type { Trainer } from './trainer.entity.js';
import type { Room, Venue } from './venue.entity.js';

interface Slice {
  readonly page: number;
  readonly pageSize: number;
}

type VenueRow = Omit<Venue, 'regionId'> & { readonly rooms: readonly Omit<Room, 'regionId' | 'venueId'>[] };

/** Where sessions can be and who can give them. */
@Injectable()
export class PlacesQueries {
  constructor(@Inject(Database) private readonly db: Database) {}

  venues(actor: Actor, q: string | null, slice: Slice): Promise<Paged<VenueRow>> {
    return this.db.read(actor, (tx) =>
      pageOf(
        tx,
        {
          select: `id, municipality_id "municipalityId", name, address, route, (
            select coalesce(json_agg(json_build_object('id', r.id, 'name', r.name, 'capacity', r.capacity,
              'accessibility', r.accessibility) order by r.name), '[]') from room r where r.venue_id = venue.id) rooms`,
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
