import { endOf, roomOf, startOf, travelBetween, type PartPlan, type Places } from './session-plan.rules.js';

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

export const clashKinds = ['trainer', 'travel', 'room', 'people'] as const;
export type ClashKind = (typeof clashKinds)[number];

/** A booking in the way of a part: a trainer, the room or people are needed there, or a trainer cannot get there in time. */
export interface Clash {
  /** The place of the part among those asked about, from 0. */
  readonly part: number;
  readonly kind: ClashKind;
  /** What is needed twice, by name. */
  readonly who: string;
  readonly booking: Booking;
}

/** Every booking in the way of these parts, part by part, the earliest first. */
export function clashesOf(parts: readonly PartPlan[], bookings: readonly Booking[], places: Places): Clash[] {
  const inOrder = [...bookings].sort((a, b) => a.startsAt.getTime() - b.startsAt.getTime());
  return parts.flatMap((part, index) => {
    const wanted = { ...part, startsAt: startOf(part), endsAt: endOf(part) };
    return inOrder.flatMap((booking) =>
      clashesBetween(wanted, booking, places).map((clash) => ({ ...clash, part: index, booking })),
    );
  });
}

interface Stretch {
  readonly startsAt: Date;
  readonly endsAt: Date;
}

function clashesBetween(
  part: PartPlan & Stretch,
  booking: Booking,
  places: Places,
): Pick<Clash, 'kind' | 'who'>[] {
  const room = roomOf(part, places);
  const trainers = booking.trainers.filter(({ id }) => part.trainerIds.includes(id));
  const between = minutesBetween(part, booking);
  if (between >= 0) {
    const there = booking.venueId === null ? null : { venueId: booking.venueId };
    return between < travelBetween(room, there, places)
      ? trainers.map(({ name }) => ({ kind: 'travel', who: name }))
      : [];
  }
  return [
    ...trainers.map(({ name }) => ({ kind: 'trainer', who: name }) as const),
    ...(room && booking.roomId === part.roomId ? [{ kind: 'room', who: room.name } as const] : []),
    ...booking.people.map((who) => ({ kind: 'people', who }) as const),
  ];
}

/** Minutes from the end of the earlier one to the start of the later; negative when they overlap. */
function minutesBetween(one: Stretch, other: Stretch): number {
  const after = one.startsAt.getTime() - other.endsAt.getTime();
  const before = other.startsAt.getTime() - one.endsAt.getTime();
  return Math.max(after, before) / 60_000;
}
