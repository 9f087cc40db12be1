import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../shared/actor.js';
import type { Tx } from '../platform/database/database.js';
import { Register, type RowResult } from '../platform/database/register.js';
import { Room, Venue } from './venue.entity.js';

/** A room with the venue that it is in. */
export interface RoomEntry {
  readonly venue: Omit<Venue, 'id' | 'regionId'>;
  readonly room: Omit<Room, 'id' | 'regionId' | 'venueId'>;
}

@Injectable()
export class VenueService {
  constructor(@Inject(Register) private readonly register: Register) {}

  /**
   * Brings rooms into the register, each known by its venue and name, with their venues, each known by its
   * municipality and name. Entries of one venue must say the same about it.
   */
  async registerRooms(tx: Tx, actor: Actor, entries: readonly RoomEntry[]): Promise<RowResult[]> {
    const regionId = actor.regionId!;
    const keyOf = ({ venue }: RoomEntry) => `${venue.municipalityId}/${venue.name}`;
    const venues = await this.register.bringIn(tx, actor, {
      entity: Venue,
      subjectType: 'venue',
      within: { regionId },
      key: ['municipalityId', 'name'],
      rows: [...new Map(entries.map((entry) => [keyOf(entry), { ...entry.venue, regionId }])).values()],
    });
    const venueOf = new Map(
      venues.map((brought) => [`${brought.row.municipalityId}/${brought.row.name}`, brought]),
    );
    const rooms = await this.register.bringIn(tx, actor, {
      entity: Room,
      subjectType: 'room',
      within: { regionId },
      key: ['venueId', 'name'],
      rows: entries.map((entry) => ({ ...entry.room, regionId, venueId: venueOf.get(keyOf(entry))!.row.id })),
    });
    return rooms.map(({ outcome, changes }, index) => {
      const venue = venueOf.get(keyOf(entries[index]!))!;
      return {
        outcome: outcome === 'same' && venue.outcome !== 'same' ? 'changed' : outcome,
        changes: [...venue.changes, ...changes],
      };
    });
  }
}
