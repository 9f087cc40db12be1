/** Someone who has, or wants, a seat. */
export interface Claim {
  readonly enrolmentId: string;
  readonly municipalityId: string;
  /** The place in the order of arrival in this session. */
  readonly number: number;
}

/** How many seats there are, and for whom they are held. */
export interface Seats {
  /** Seats that may be given out, overbooking included. */
  readonly capacity: number;
  /** Seats held per municipality; empty from the release date on, when what is unused is open to all. */
  readonly reserved: ReadonlyMap<string, number>;
}

/** Everything that decides who gets a seat in one session, at one moment. */
export interface Seating extends Seats {
  /** Seats confirmed or offered per municipality. */
  readonly taken: ReadonlyMap<string, number>;
  /** The waiting list, in the order of arrival. */
  readonly waiting: readonly Claim[];
  /** The municipality whose allotment pays the session; its people go first for an open seat. */
  readonly payerMunicipalityId: string;
  /** Nobody moves up any more once enrolment has ended or the session has begun. */
  readonly mayMoveUp: boolean;
}

/**
 * Someone comes, or gives up the own seat or place in the waiting list, or is given a seat although there is none, or
 * there are other seats from now on.
 */
export type Step =
  | { readonly kind: 'claim'; readonly claim: Claim }
  | { readonly kind: 'leave'; readonly claim: Claim }
  | { readonly kind: 'seat'; readonly claim: Claim }
  | { readonly kind: 'resize'; readonly seats: Seats };

export interface Decision {
  readonly seating: Seating;
  /** Who got a seat by this step, in that order: the one who came, or who waited. */
  readonly seated: readonly Claim[];
}

/** Seats that nobody has and no municipality holds. */
export function freeOpenSeats(seating: Seats & Pick<Seating, 'taken'>): number {
  return Math.max(0, seating.capacity - seatsSpokenFor(seating));
}

/** How many seats too few there would be for those who have one and for what is held; 0 when everything fits. */
export function seatsShort({ taken }: Pick<Seating, 'taken'>, seats: Seats): number {
  return Math.max(0, seatsSpokenFor({ ...seats, taken }) - seats.capacity);
}

function seatsSpokenFor({ reserved, taken }: Seats & Pick<Seating, 'taken'>): number {
  const municipalities = new Set([...reserved.keys(), ...taken.keys()]);
  return [...municipalities].reduce(
    (sum, id) => sum + Math.max(reserved.get(id) ?? 0, taken.get(id) ?? 0),
    0,
  );
}

/** Seats that this municipality holds and has not used. */
function freeReservedSeats({ reserved, taken }: Seating, municipalityId: string): number {
  return Math.max(0, (reserved.get(municipalityId) ?? 0) - (taken.get(municipalityId) ?? 0));
}

/** The waiting list in the order in which it is served: first the paying municipality, and inside each group who came first. */
export function servingOrder({
  waiting,
  payerMunicipalityId,
}: Pick<Seating, 'waiting' | 'payerMunicipalityId'>): Claim[] {
  return [
    ...waiting.filter((claim) => claim.municipalityId === payerMunicipalityId),
    ...waiting.filter((claim) => claim.municipalityId !== payerMunicipalityId),
  ];
}

/**
 * Decides one step. Before it and after it, whoever waits and can have a seat gets it, so that a newcomer never takes a
 * seat ahead of the list: a person takes a seat held for the own municipality, else an open one; a seat held for
 * another municipality is never taken before the release date. Other seats never take a seat from who has one: see
 * `seatsShort` before such a step.
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
    const current = seating;
    const open = freeOpenSeats(current) > 0;
    const next = servingOrder(current).find(
      ({ municipalityId }) => open || freeReservedSeats(current, municipalityId) > 0,
    );
    if (!next) return { seating, seated };
    seated.push(next);
    seating = withSeats(withoutWaiting(current, next), next.municipalityId, 1);
  }
}

function takeStep(seating: Seating, step: Step): Seating {
  if (step.kind === 'resize') return { ...seating, ...step.seats };
  const { claim } = step;
  if (step.kind === 'claim') return withWaiting(seating, claim);
  if (step.kind === 'seat') return withSeats(seating, claim.municipalityId, 1);
  return seating.waiting.some(({ enrolmentId }) => enrolmentId === claim.enrolmentId)
    ? withoutWaiting(seating, claim)
    : withSeats(seating, claim.municipalityId, -1);
}

function withSeats(seating: Seating, municipalityId: string, change: 1 | -1): Seating {
  const taken = new Map(seating.taken);
  taken.set(municipalityId, (taken.get(municipalityId) ?? 0) + change);
  return { ...seating, taken };
}

/** A request that was approved only now keeps the place at which it came. */
function withWaiting(seating: Seating, claim: Claim): Seating {
  return { ...seating, waiting: [...seating.waiting, claim].sort((a, b) => a.number - b.number) };
}

function withoutWaiting(seating: Seating, claim: Claim): Seating {
  return {
    ...seating,
    waiting: seating.waiting.filter(({ enrolmentId }) => enrolmentId !== claim.enrolmentId),
  };
}
