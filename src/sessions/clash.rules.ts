import { endOf, roomOf, startOf, travelBetween, type PartPlan, type Places } from './part-plan.rules.js';
import { unavailability, type TrainerTimes, type Unavailable } from './trainers/trainer-times.rules.js';

/** A part of another session that stands already. */
export interface Booking {
  readonly sessionId: string;
  readonly course: string;
  readonly date: string;
  readonly startTime: string;
  readonly endTime: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  /** Both null for a part that is on line. */
  readonly roomId: string | null;
  readonly venueId: string | null;
  readonly trainers: readonly { readonly id: string; readonly name: string }[];
  /** Who has a seat both there and in the session that is planned, by name. */
  readonly people: readonly string[];
}

/** What is not free: by other sessions, or because a trainer does not work then. */
export interface Taken {
  readonly bookings: readonly Booking[];
  /** Of the trainers that are asked about. */
  readonly trainers: readonly TrainerTimes[];
}

export const clashKinds = ['trainer', 'travel', 'room', 'people', 'away', 'hours', 'dayOff'] as const;
export type ClashKind = (typeof clashKinds)[number];

/**
 * What is in the way of a part: a booking for which a trainer, the room or people are needed, or from which a trainer
 * cannot get there in time; or a trainer who does not work then.
 */
export type Clash = {
  /** The place of the part among those asked about, from 0, and its date. */
  readonly part: number;
  readonly date: string;
  /** What is needed twice or not there, by name. */
  readonly who: string;
  /** The place of the trainer among those of the part, from 0; null where it is not about one. */
  readonly trainer: number | null;
} & ({ readonly kind: 'trainer' | 'travel' | 'room' | 'people'; readonly booking: Booking } | Unavailable);

/** Everything in the way of these parts, part by part: first who does not work then, then the earliest booking. */
export function clashesOf(parts: readonly PartPlan[], taken: Taken, places: Places): Clash[] {
  const inOrder = [...taken.bookings].sort((a, b) => a.startsAt.getTime() - b.startsAt.getTime());
  return parts.flatMap((part, index) => {
    const at = { part: index, date: part.date };
    const wanted = { ...part, startsAt: startOf(part), endsAt: endOf(part) };
    return [
      ...whoCannot(part, taken.trainers).map((clash): Clash => ({ ...clash, ...at })),
      ...inOrder.flatMap((booking) =>
        clashesBetween(wanted, booking, places).map((clash): Clash => ({ ...clash, ...at, booking })),
      ),
    ];
  });
}

function whoCannot(part: PartPlan, trainers: readonly TrainerTimes[]) {
  return trainers.flatMap((trainer) => {
    const place = part.trainerIds.indexOf(trainer.id);
    const reason = place < 0 ? null : unavailability(part, trainer);
    return reason ? [{ ...reason, who: trainer.name, trainer: place }] : [];
  });
}

interface Stretch {
  readonly startsAt: Date;
  readonly endsAt: Date;
}

function clashesBetween(part: PartPlan & Stretch, booking: Booking, places: Places) {
  const room = roomOf(part, places);
  const trainers = booking.trainers
    .map(({ id, name }) => ({ who: name, trainer: part.trainerIds.indexOf(id) }))
    .filter(({ trainer }) => trainer >= 0);
  const between = minutesBetween(part, booking);
  if (between >= 0) {
    const there = booking.venueId === null ? null : { venueId: booking.venueId };
    return between < travelBetween(room, there, places)
      ? trainers.map((found) => ({ kind: 'travel' as const, ...found }))
      : [];
  }
  return [
    ...trainers.map((found) => ({ kind: 'trainer' as const, ...found })),
    ...(room && booking.roomId === part.roomId
      ? [{ kind: 'room' as const, who: room.name, trainer: null }]
      : []),
    ...booking.people.map((who) => ({ kind: 'people' as const, who, trainer: null })),
  ];
}

/** Minutes from the end of the earlier one to the start of the later; negative when they overlap. */
function minutesBetween(one: Stretch, other: Stretch): number {
  const after = one.startsAt.getTime() - other.endsAt.getTime();
  const before = other.startsAt.getTime() - one.endsAt.getTime();
  return Math.max(after, before) / 60_000;
}
