/** Someone who wants a seat. */
export interface Claim {
  readonly enrolmentId: string;
  readonly municipalityId: string;
}

/** Everything that decides who gets a seat in one session, at one moment. */
export interface Seating {
  readonly capacity: number;
  /** Seats held per municipality; empty from the release date on, when what is unused is open to all. */
  readonly reserved: ReadonlyMap<string, number>;
  /** Confirmed seats per municipality. */
  readonly taken: ReadonlyMap<string, number>;
  /** The waiting list, the one who has waited longest first. */
  readonly waiting: readonly Claim[];
  /** The municipality whose allotment pays the session; its people go first for an open seat. */
  readonly payerMunicipalityId: string;
  /** Nobody moves up any more once the session has begun or is over. */
  readonly mayMoveUp: boolean;
}

/** One request: a new claim, or someone who leaves the own seat or the waiting list. */
export interface Step {
  readonly kind: 'claim' | 'leave';
  readonly claim: Claim;
}
export type SeatOutcome = 'confirmed' | 'waitlisted' | 'left';

export interface Decision {
  readonly seating: Seating;
  /** One outcome per step, in the order of the steps. */
  readonly outcomes: readonly SeatOutcome[];
  /** Who moved up from the waiting list, in that order. */
  readonly movedUp: readonly Claim[];
}

/** Seats that nobody has and no municipality holds. */
export function freeOpenSeats({ capacity, reserved, taken }: Seating): number {
  const municipalities = new Set([...reserved.keys(), ...taken.keys()]);
  let spokenFor = 0;
  for (const id of municipalities) spokenFor += Math.max(reserved.get(id) ?? 0, taken.get(id) ?? 0);
  return Math.max(0, capacity - spokenFor);
}

/** Seats that this municipality holds and has not used. */
function freeReservedSeats({ reserved, taken }: Seating, municipalityId: string): number {
  return Math.max(0, (reserved.get(municipalityId) ?? 0) - (taken.get(municipalityId) ?? 0));
}

function hasSeatFor(seating: Seating, municipalityId: string): boolean {
  return freeReservedSeats(seating, municipalityId) > 0 || freeOpenSeats(seating) > 0;
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
 * Decides the steps in their order of arrival. Before each, whoever waits and can have a seat gets it, so that a
 * newcomer never takes a seat ahead of the list: a person takes a seat held for the own municipality, else an open
 * one; a seat held for another municipality is never taken before the release date.
 */
export function decideSeats(start: Seating, steps: readonly Step[]): Decision {
  const outcomes: SeatOutcome[] = [];
  const movedUp: Claim[] = [];
  let seating = moveUp(start, movedUp);
  for (const step of steps) {
    const taken = takeStep(seating, step);
    outcomes.push(taken.outcome);
    seating = moveUp(taken.seating, movedUp);
  }
  return { seating, outcomes, movedUp };
}

function takeStep(seating: Seating, step: Step): { seating: Seating; outcome: SeatOutcome } {
  const { claim } = step;
  if (step.kind === 'claim')
    return hasSeatFor(seating, claim.municipalityId)
      ? { seating: withSeats(seating, claim.municipalityId, 1), outcome: 'confirmed' }
      : { seating: { ...seating, waiting: [...seating.waiting, claim] }, outcome: 'waitlisted' };
  return seating.waiting.some(({ enrolmentId }) => enrolmentId === claim.enrolmentId)
    ? { seating: withoutWaiting(seating, claim), outcome: 'left' }
    : { seating: withSeats(seating, claim.municipalityId, -1), outcome: 'left' };
}

function moveUp(seating: Seating, movedUp: Claim[]): Seating {
  if (!seating.mayMoveUp) return seating;
  let current = seating;
  for (;;) {
    const next = servingOrder(current).find((claim) => hasSeatFor(current, claim.municipalityId));
    if (!next) return current;
    movedUp.push(next);
    current = withSeats(withoutWaiting(current, next), next.municipalityId, 1);
  }
}

function withSeats(seating: Seating, municipalityId: string, change: 1 | -1): Seating {
  const taken = new Map(seating.taken);
  taken.set(municipalityId, (taken.get(municipalityId) ?? 0) + change);
  return { ...seating, taken };
}

function withoutWaiting(seating: Seating, claim: Claim): Seating {
  return {
    ...seating,
    waiting: seating.waiting.filter(({ enrolmentId }) => enrolmentId !== claim.enrolmentId),
  };
}
