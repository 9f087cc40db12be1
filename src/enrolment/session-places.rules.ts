import { newId } from '../shared/ids.js';
import type { EnrolmentStatus } from './enrolment-status.rules.js';
import { holdersKey, type TakenSeats } from './held-seats.rules.js';
import type { Guest, Place, SeatPolicy, SeatSeeker, SessionPlaces } from './seat-deed.rules.js';
import type { Claim, SeatClass, Seats } from './seating.rules.js';

const HAS_SEAT: readonly EnrolmentStatus[] = ['offered', 'confirmed'];

export const isActive = ({ status }: Pick<Place, 'status'>): boolean => status !== 'cancelled';
export const hasSeat = ({ status }: Pick<Place, 'status'>): boolean => HAS_SEAT.includes(status);

/** The seats that a session gives out at this moment: the capacity and so many per cent more, rounded down. */
export function seatsOf(
  {
    capacity,
    overbookingPercentage,
    releasedAt,
    held,
  }: Pick<SeatPolicy, 'capacity' | 'overbookingPercentage' | 'releasedAt' | 'held'>,
  now: Date,
): Seats {
  return {
    capacity: capacity + Math.floor((capacity * overbookingPercentage) / 100),
    held: now >= releasedAt ? new Map() : held,
  };
}

/** What someone asks of the seats of a session that this municipality pays. */
export function claimOf(
  {
    id,
    waitingNumber,
    aboveCapacity,
    ...seeker
  }: SeatSeeker & Pick<Place, 'id' | 'waitingNumber' | 'aboveCapacity'>,
  { payerMunicipalityId }: Pick<SeatPolicy, 'payerMunicipalityId'>,
): Claim {
  return {
    enrolmentId: id,
    holders: holdersOf(seeker),
    seatClass: seatClassOf(seeker, payerMunicipalityId),
    number: waitingNumber ?? 0,
    aboveCapacity,
  };
}

/** What a guest takes: an open seat, in nobody's order. */
export function guestClaim({ id, aboveCapacity }: Guest): Claim {
  return { enrolmentId: id, holders: [], seatClass: 2, number: 0, aboveCapacity };
}

export function takenBy({ places, others, guests }: SessionPlaces): TakenSeats {
  const taken = new Map<string, number>(guests.length > 0 ? [[holdersKey([]), guests.length]] : []);
  const take = (seeker: Holding, count: number) => {
    const key = holdersKey(holdersOf(seeker));
    taken.set(key, (taken.get(key) ?? 0) + count);
  };
  for (const place of places.filter(hasSeat)) take(place, 1);
  for (const other of others) take(other, other.count);
  return taken;
}

/** How many of the seats taken were given although there was none. */
export function aboveCapacityOf({ places, others, guests }: SessionPlaces): number {
  const named = [...places.filter(hasSeat), ...guests].filter(({ aboveCapacity }) => aboveCapacity).length;
  return others.reduce((sum, { aboveCapacity }) => sum + aboveCapacity, named);
}

/** Who got a seat last first; who was only offered one came after everyone who has one. */
export function lastSeatedFirst(places: readonly Place[]): Place[] {
  const seatedAt = ({ confirmedAt }: Place) => confirmedAt?.getTime() ?? Infinity;
  return places
    .filter(hasSeat)
    .toSorted((a, b) => (seatedAt(a) === seatedAt(b) ? (a.id < b.id ? 1 : -1) : seatedAt(b) - seatedAt(a)));
}

type Holding = Pick<SeatSeeker, 'municipalityId' | 'functionId' | 'organisationId'>;

function holdersOf({ municipalityId, functionId, organisationId }: Holding): string[] {
  return [municipalityId, functionId, organisationId];
}

function seatClassOf({ municipalityId, ofMember }: SeatSeeker, payerMunicipalityId: string): SeatClass {
  if (municipalityId === payerMunicipalityId) return 0;
  return ofMember ? 1 : 2;
}

/** The place of someone who comes now, before it is known where they stand. */
export function newcomerOf(
  { professionalId, municipalityId, functionId, organisationId, ofMember }: SeatSeeker,
  now: Date,
): Place {
  return {
    id: newId(now),
    professionalId,
    municipalityId,
    functionId,
    organisationId,
    ofMember,
    status: 'waitlisted',
    waitingNumber: null,
    firstWaitingPosition: null,
    enrolledAt: now,
    confirmedAt: null,
    cancelledAt: null,
    endReason: null,
    cancelReason: null,
    stillCharged: false,
    offerExpiresAt: null,
    aboveCapacity: false,
    walkIn: false,
    entryOverrideReason: null,
    transferredFrom: null,
  };
}
