import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../../shared/actor.js';
import { Database } from '../../platform/database/database.js';
import { pageOf, type Paged } from '../../platform/database/paged.js';
import { DomainError } from '../../platform/errors/domain-error.js';
import type { Room, Venue } from './venue.entity.js';

interface Slice {
  readonly page: number;
  readonly pageSize: number;
}

type VenueRoomRow = Pick<Room, 'id' | 'name' | 'capacity' | 'accessibility'> & {
  readonly isArchived: boolean;
};

export type VenueRow = Omit<Venue, 'regionId'> & {
  readonly municipality: string;
  readonly rooms: readonly VenueRoomRow[];
};

export type RoomRow = Omit<Room, 'regionId'> & { readonly venue: string };

const VENUE = `v.id, v.municipality_id "municipalityId", m.name municipality, v.name, v.address, v.route, v.archived_at "archivedAt", v.version,
  (select coalesce(json_agg(json_build_object('id', r.id, 'name', r.name, 'capacity', r.capacity,
    'accessibility', r.accessibility, 'isArchived', r.archived_at is not null) order by r.archived_at is not null, r.name), '[]') from room r where r.venue_id = v.id) rooms`;

/** Where sessions can be. */
@Injectable()
export class VenueQueries {
  constructor(@Inject(Database) private readonly db: Database) {}

  venues(actor: Actor, q: string | null, slice: Slice): Promise<Paged<VenueRow>> {
    return this.db.read(actor, (tx) =>
      pageOf<VenueRow>(
        tx,
        {
          select: VENUE,
          from: `from venue v join municipality m on m.id = v.municipality_id where v.region_id = $1
            and ($2::text is null or position(lower($2) in lower(concat_ws(' ', v.name, v.address, m.name))) > 0)`,
          orderBy: 'v.archived_at is not null, lower(v.name), v.id',
          params: [actor.regionId, q],
        },
        slice,
      ),
    );
  }

  /** @throws DomainError 'not-found' */
  async venue(actor: Actor, id: string): Promise<VenueRow> {
    const rows = await this.db.read(actor, (tx) =>
      tx.query<VenueRow[]>(
        `select ${VENUE} from venue v join municipality m on m.id = v.municipality_id
         where v.id = $1 and v.region_id = $2`,
        [id, actor.regionId],
      ),
    );
    if (!rows[0]) throw new DomainError('not-found');
    return rows[0];
  }

  /** @throws DomainError 'not-found' */
  async room(actor: Actor, id: string): Promise<RoomRow> {
    const rows = await this.db.read(actor, (tx) =>
      tx.query<RoomRow[]>(
        `select r.id, r.venue_id "venueId", v.name venue, r.name, r.capacity, r.accessibility, r.archived_at "archivedAt", r.version
         from room r join venue v on v.id = r.venue_id where r.id = $1 and r.region_id = $2`,
        [id, actor.regionId],
      ),
    );
    if (!rows[0]) throw new DomainError('not-found');
    return rows[0];
  }
}
