import { holdersKey, total, unusedHeldSeats, type HeldSeats, type TakenSeats } from './held-seats.rules.js';

/** Whose turn it is for an open seat: first the municipality that pays, then the region's other members, then others. */
export type SeatClass = 0 | 1 | 2;

/** Someone who has, or wants, a seat. */
export interface Claim {
  readonly enrolmentId: string;
  /** For whom seats can be held that this person may take: the own municipality, function and organisation. */
  readonly holders: readonly string[];
  readonly seatClass: SeatClass;
  /** The place in the order of arrival in this session. */
  readonly number: number;
  /** Whether the seat was given although there was none. */
  readonly aboveCapacity: boolean;
}

/** How many seats there are, and for whom they are held. */
export interface Seats {
  /** Seats that may be given out, overbooking included. */
  readonly capacity: number;
  /** Empty from the release date on, when what is unused is open to all. */
  readonly held: HeldSeats;
}

/** Everything that decides who gets a seat in one session, at one moment. */
export interface Seating extends Seats {
  /** Seats confirmed, offered or given to a guest. */
  readonly taken: TakenSeats;
  /** How many of these were given although there was none. */
  readonly above: number;
  /** The waiting list, in the order in which it is served. */
  readonly waiting: readonly Claim[];
  /** Nobody moves up any more once enrolment has ended or the session has begun. */
  readonly mayMoveUp: boolean;
}

/**
 * Someone comes, or gives up the own seat or place in the waiting list, or is given a seat whether there is one or not,
 * or hands it to another, or there are other seats from now on.
 */
export type Step =
  | { readonly kind: 'claim'; readonly claim: Claim }
  | { readonly kind: 'leave'; readonly claim: Claim }
  | { readonly kind: 'seat'; readonly claim: Claim }
  | { readonly kind: 'swap'; readonly from: Claim; readonly to: Claim }
  | { readonly kind: 'resize'; readonly seats: Seats; readonly mayMoveUp: boolean };

export interface Decision {
  readonly seating: Seating;
  /** Who got a seat by this step, in that order: the one who came, or who waited. */
  readonly seated: readonly Claim[];
}

type Filled = Seats & Pick<Seating, 'taken' | 'above'>;

/** Seats that nobody has and that are held for nobody. */
export function freeOpenSeats(seating: Filled): number {
  return Math.max(0, seating.capacity - seatsSpokenFor(seating));
}

/** How many seats too few there would be for those who have one and for what is held; 0 when everything fits. */
export function seatsShort({ taken, above }: Pick<Seating, 'taken' | 'above'>, seats: Seats): number {
  return Math.max(0, seatsSpokenFor({ ...seats, taken, above }) - seats.capacity);
}

function seatsSpokenFor({ held, taken }: Filled): number {
  return total(taken) + unusedHeldSeats(held, taken);
}

/** Whether there is a seat for someone: an open one, or one that is held for people like them. */
export function canSit(seating: Filled, { holders }: Pick<Claim, 'holders'>): boolean {
  return freeOpenSeats(seating) > 0 || usesHeldSeat(seating, holdersKey(holders));
}

/** Someone may have come in above the capacity on what is now held, or fit no held seat any more: then none is left. */
function usesHeldSeat({ capacity, held, taken, above }: Filled, key: string): boolean {
  if (total(taken) - above >= capacity) return false;
  return unusedHeldSeats(held, counted(taken, key, 1)) < unusedHeldSeats(held, taken);
}

/** The order in which those who wait are served: by class, and inside each class who came first. */
export function servingOrder(waiting: readonly Claim[]): Claim[] {
  return waiting.toSorted(whoIsFirst);
}

function whoIsFirst(a: Claim, b: Claim): number {
  return a.seatClass - b.seatClass || a.number - b.number;
}

/**
 * Decides one step. Before it and after it, whoever waits and can have a seat gets it, so that a newcomer never takes a
 * seat ahead of the list: a person takes a seat that is held for them, else an open one; a seat held for others is never
 * taken before the release date. Other seats never take a seat from who has one: see `seatsShort` before such a step.
 */
export function decideStep(start: Seating, step: Step): Decision {
  const before = serveWaiting(start);
  const after = serveWaiting(takeStep(before.seating, step));
  return { seating: after.seating, seated: [...before.seated, ...after.seated] };
}

/** Gives seats to who waits and can have one. */
export function serveWaiting(start: Seating): Decision {
  if (!start.mayMoveUp) return { seating: start, seated: [] };
  const seated: Claim[] = [];
  let seating = start;
  for (;;) {
    const next = nextToSit(seating);
    if (!next) return { seating, seated };
    seated.push(next);
    seating = withSeats(withoutWaiting(seating, next), next, 1);
  }
}

function nextToSit(seating: Seating): Claim | undefined {
  const { waiting } = seating;
  if (waiting.length === 0 || freeOpenSeats(seating) > 0) return waiting[0];
  if (unusedHeldSeats(seating.held, seating.taken) === 0) return undefined;
  // Many wait who are alike to this question.
  const fits = new Map<string, boolean>();
  return waiting.find(({ holders }) => {
    const key = holdersKey(holders);
    if (!fits.has(key)) fits.set(key, usesHeldSeat(seating, key));
    return fits.get(key);
  });
}

function takeStep(seating: Seating, step: Step): Seating {
  switch (step.kind) {
    case 'resize':
      return { ...seating, ...step.seats, mayMoveUp: step.mayMoveUp };
    case 'claim':
      return { ...seating, waiting: queued(seating.waiting, step.claim) };
    case 'seat':
      return withSeats(withoutWaiting(seating, step.claim), step.claim, 1);
    case 'swap':
      return withSeats(withSeats(seating, step.from, -1), step.to, 1);
    case 'leave':
      return waits(seating, step.claim)
        ? withoutWaiting(seating, step.claim)
        : withSeats(seating, step.claim, -1);
  }
}

/** Whether someone stands in the waiting list that is served. */
export function waits({ waiting }: Pick<Seating, 'waiting'>, { enrolmentId: id }: Claim): boolean {
  return waiting.some(({ enrolmentId }) => enrolmentId === id);
}

function withSeats(seating: Seating, { holders, aboveCapacity }: Claim, change: 1 | -1): Seating {
  const above = seating.above + (aboveCapacity ? change : 0);
  return { ...seating, above, taken: counted(seating.taken, holdersKey(holders), change) };
}

function counted(taken: TakenSeats, key: string, change: 1 | -1): TakenSeats {
  return new Map(taken).set(key, (taken.get(key) ?? 0) + change);
}

function queued(waiting: readonly Claim[], claim: Claim): Claim[] {
  const before = waiting.findIndex((other) => whoIsFirst(claim, other) < 0);
  return before === -1 ? [...waiting, claim] : waiting.toSpliced(before, 0, claim);
}

function withoutWaiting(seating: Seating, { enrolmentId: id }: Claim): Seating {
  return { ...seating, waiting: seating.waiting.filter(({ enrolmentId }) => enrolmentId !== id) };
}
