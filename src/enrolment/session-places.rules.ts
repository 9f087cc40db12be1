import type { EnrolmentStatus } from './enrolment-status.rules.js';
import { holdersKey, type TakenSeats } from './held-seats.rules.js';
import type { Guest, Place, SeatPolicy, SeatSeeker } from './seat-deed.rules.js';
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
  { id, waitingNumber, ...seeker }: SeatSeeker & Pick<Place, 'id' | 'waitingNumber'>,
  { payerMunicipalityId }: Pick<SeatPolicy, 'payerMunicipalityId'>,
): Claim {
  return {
    enrolmentId: id,
    holders: holdersOf(seeker),
    seatClass: seatClassOf(seeker, payerMunicipalityId),
    number: waitingNumber ?? 0,
  };
}

/** What a guest takes: an open seat, in nobody's order. */
export function guestClaim({ id }: Pick<Guest, 'id'>): Claim {
  return { enrolmentId: id, holders: [], seatClass: 2, number: 0 };
}

export function takenBy(places: readonly Place[], guests: number): TakenSeats {
  const taken = new Map<string, number>(guests > 0 ? [[holdersKey([]), guests]] : []);
  for (const place of places.filter(hasSeat)) {
    const key = holdersKey(holdersOf(place));
    taken.set(key, (taken.get(key) ?? 0) + 1);
  }
  return taken;
}

/** The guests as far as the counts of a session tell: seats that no enrolment has are theirs. */
export function namelessGuests(
  { seatsTaken, seatsAboveCapacity }: { readonly seatsTaken: number; readonly seatsAboveCapacity: number },
  places: readonly Place[],
): Guest[] {
  const count = seatsTaken - places.filter(hasSeat).length;
  const above = seatsAboveCapacity - places.filter(({ aboveCapacity }) => aboveCapacity).length;
  return Array.from({ length: Math.max(0, count) }, (_, index) => ({
    ...{ id: `guest ${index}`, aboveCapacity: index < above },
  }));
}

/** Who got a seat last first; who was only offered one came after everyone who has one. */
export function lastSeatedFirst(places: readonly Place[]): Place[] {
  const seatedAt = ({ confirmedAt }: Place) => confirmedAt?.getTime() ?? Infinity;
  return places
    .filter(hasSeat)
    .toSorted((a, b) => (seatedAt(a) === seatedAt(b) ? (a.id < b.id ? 1 : -1) : seatedAt(b) - seatedAt(a)));
}

function holdersOf({ municipalityId, functionId, organisationId }: SeatSeeker): string[] {
  return [municipalityId, functionId, organisationId];
}

function seatClassOf({ municipalityId, ofMember }: SeatSeeker, payerMunicipalityId: string): SeatClass {
  if (municipalityId === payerMunicipalityId) return 0;
  return ofMember ? 1 : 2;
}
