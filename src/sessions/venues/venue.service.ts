import { Inject, Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { Actor } from '../../shared/actor.js';
import { newId } from '../../shared/ids.js';
import { Clock } from '../../platform/clock.js';
import { Database, FOR_CHANGE, violatedConstraint, type Tx } from '../../platform/database/database.js';
import { Register, type Registered, type RowResult } from '../../platform/database/register.js';
import { DomainError } from '../../platform/errors/domain-error.js';
import { overfull } from './overfull.queries.js';
import { Room, Venue } from './venue.entity.js';

/** What is told about a venue. */
export type VenueDetails = Omit<Venue, 'id' | 'regionId' | 'archivedAt' | 'version'>;
/** What is told about a room of a venue. */
export type RoomDetails = Omit<Room, 'id' | 'regionId' | 'venueId' | 'archivedAt' | 'version'>;

/** A room with the venue that it is in. */
export interface RoomEntry {
  readonly venue: VenueDetails;
  readonly room: RoomDetails;
}

/** So many sessions are named when a room becomes too small for them. */
const NAMED = 5;

@Injectable()
export class VenueService {
  constructor(
    @Inject(Clock) private readonly clock: Clock,
    @Inject(Database) private readonly db: Database,
    @Inject(Register) private readonly register: Register,
  ) {}

  /**
   * Brings rooms into the register, each known by its venue and name, with their venues, each known by its
   * municipality and name. Entries of one venue must say the same about it.
   * @throws DomainError 'room-too-small'
   */
  async registerRooms(tx: Tx, actor: Actor, entries: readonly RoomEntry[]): Promise<RowResult[]> {
    const regionId = actor.regionId!;
    const keyOf = ({ venue }: RoomEntry) => venueKey(venue);
    const standing = new Map(
      (await tx.find(Venue, { where: { regionId }, lock: FOR_CHANGE })).map((venue) => [
        venueKey(venue),
        venue,
      ]),
    );
    const told = new Map(entries.map((entry) => [keyOf(entry), entry.venue]));
    const venues = await this.writeVenues(
      tx,
      actor,
      [...told].map(([key, venue]) => ({ ...(standing.get(key) ?? this.newRow(regionId)), ...venue })),
    );
    const venueOf = new Map(venues.map((brought) => [venueKey(brought.row), brought]));
    const rooms = await tx.find(Room, { where: { regionId }, order: { id: 'ASC' }, lock: FOR_CHANGE });
    const roomOf = new Map(rooms.map((room) => [`${room.venueId}/${room.name}`, room]));
    const brought = await this.writeRooms(
      tx,
      actor,
      entries.map((entry) => {
        const venueId = venueOf.get(keyOf(entry))!.row.id;
        const before = roomOf.get(`${venueId}/${entry.room.name}`) ?? { ...this.newRow(regionId), venueId };
        return { ...before, ...entry.room };
      }),
    );
    return brought.map(({ outcome, changes }, index) => {
      const venue = venueOf.get(keyOf(entries[index]!))!;
      return {
        outcome: outcome === 'same' && venue.outcome !== 'same' ? 'changed' : outcome,
        changes: [...venue.changes, ...changes],
      };
    });
  }

  /** @throws DomainError 'municipality-unknown' or 'venue-name-in-use' */
  async add(actor: Actor, details: VenueDetails): Promise<string> {
    const venue = { ...this.newRow(actor.regionId!), ...details };
    await this.withNameFree(details.name, () =>
      this.db.transaction(actor, async (tx) => {
        await this.refuseUnknown(tx, details.municipalityId);
        await this.writeVenues(tx, actor, [venue]);
      }),
    );
    return venue.id;
  }

  /** @throws DomainError 'not-found', 'changed-meanwhile', 'municipality-unknown' or 'venue-name-in-use' */
  async change(actor: Actor, id: string, version: number, details: VenueDetails): Promise<void> {
    await this.withNameFree(details.name, () =>
      this.db.transaction(actor, async (tx) => {
        const venue = await tx.findOne(Venue, { where: { id }, lock: FOR_CHANGE });
        if (!venue) throw new DomainError('not-found');
        if (venue.version !== version) throw new DomainError('changed-meanwhile');
        await this.refuseUnknown(tx, details.municipalityId);
        await this.writeVenues(tx, actor, [{ ...venue, ...details }]);
      }),
    );
  }

  /** @throws DomainError 'not-found' for the venue, or 'room-name-in-use' */
  async addRoom(actor: Actor, venueId: string, details: RoomDetails): Promise<string> {
    const room = { ...this.newRow(actor.regionId!), venueId, ...details };
    await this.withNameFree(details.name, () =>
      this.db.transaction(actor, async (tx) => {
        if (!(await tx.existsBy(Venue, { id: venueId }))) throw new DomainError('not-found');
        await this.writeRooms(tx, actor, [room]);
      }),
    );
    return room.id;
  }

  /**
   * Makes a room as told, when it is still of the version that the teller looked at.
   * @throws DomainError 'not-found', 'changed-meanwhile', 'room-name-in-use', or 'room-too-small', which names the
   *   sessions that would not fit in any more
   */
  async changeRoom(actor: Actor, id: string, version: number, details: RoomDetails): Promise<void> {
    await this.withNameFree(details.name, () =>
      this.db.transaction(actor, async (tx) => {
        const room = await tx.findOne(Room, { where: { id }, lock: FOR_CHANGE });
        if (!room) throw new DomainError('not-found');
        if (room.version !== version) throw new DomainError('changed-meanwhile');
        await this.writeRooms(tx, actor, [{ ...room, ...details }]);
      }),
    );
  }

  private async writeVenues(tx: Tx, actor: Actor, venues: readonly Venue[]): Promise<Registered<Venue>[]> {
    const registered = await this.register.bringIn(tx, actor, {
      entity: Venue,
      subjectType: 'venue',
      within: { regionId: actor.regionId! },
      key: ['id'],
      rows: venues,
    });
    const changed = registered.filter(({ outcome }) => outcome === 'changed').map(({ row }) => row.id);
    if (changed.length > 0) await tx.increment(Venue, { id: In(changed) }, 'version', 1);
    return registered;
  }

  private async writeRooms(tx: Tx, actor: Actor, rooms: readonly Room[]): Promise<Registered<Room>[]> {
    const registered = await this.register.bringIn(tx, actor, {
      entity: Room,
      subjectType: 'room',
      within: { regionId: actor.regionId! },
      key: ['id'],
      rows: rooms,
    });
    const changed = registered.filter(({ outcome }) => outcome === 'changed').map(({ row }) => row.id);
    if (changed.length === 0) return registered;
    await tx.increment(Room, { id: In(changed) }, 'version', 1);
    const tooMany = await overfull(tx, changed, this.clock.now(), NAMED);
    if (tooMany.length > 0)
      throw new DomainError('room-too-small', {
        room: tooMany[0]!.room,
        sessions: tooMany.map(inWords).join('; '),
      });
    return registered;
  }

  /** Row-level security answers only the municipalities of the actor's own region. */
  private async refuseUnknown(tx: Tx, municipalityId: string): Promise<void> {
    const known = await tx.query<object[]>('select from municipality where id = $1', [municipalityId]);
    if (known.length === 0) throw new DomainError('municipality-unknown');
  }

  private async withNameFree<T>(name: string, work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      const constraint = violatedConstraint(error);
      if (constraint === 'venue_name_unique') throw new DomainError('venue-name-in-use', { name });
      if (constraint === 'room_name_unique') throw new DomainError('room-name-in-use', { name });
      throw error;
    }
  }

  private newRow(regionId: string): Pick<Venue, 'id' | 'regionId' | 'archivedAt' | 'version'> {
    return { id: newId(this.clock.now()), regionId, archivedAt: null, version: 1 };
  }
}

const venueKey = ({ municipalityId, name }: Pick<Venue, 'municipalityId' | 'name'>) =>
  `${municipalityId}/${name}`;

const inWords = ({ course, date, capacity }: { course: string; date: string; capacity: number }): string =>
  `“${course}” (${date.split('-').reverse().join('-')}, ${capacity})`;
