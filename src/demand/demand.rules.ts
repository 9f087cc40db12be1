/** How many people ask for a course: who wait for a seat, who want to hear of a date and do not wait, and numbers that organisations gave. */
export interface Asked {
  readonly waiting: number;
  readonly interested: number;
  readonly polled: number;
}

/** The demand for a course in one municipality, and the trainings that it may still have; null where none were allotted. */
export interface MunicipalDemand {
  readonly municipalityId: string;
  readonly demand: number;
  readonly allotmentLeft: number | null;
}

/** Who pays a session that answers the demand, and for whom its seats are held. */
export interface Proposal {
  /** Null when no municipality that asks has an allotment left. */
  readonly payerMunicipalityId: string | null;
  readonly quotas: readonly { readonly municipalityId: string; readonly seats: number }[];
}

/**
 * How many people a session is needed for. A poll tells numbers and no names, so whoever asked by name may be in its
 * number too: the larger of the two counts, not their sum.
 */
export function demandOf({ waiting, interested, polled }: Asked): number {
  return Math.max(waiting + interested, polled);
}

/**
 * Seats for whoever has an allotment left, as many as are asked for there; where that is more than there are, in
 * proportion. The payer is the one of them that asks most, the first of the list when several do.
 */
export function proposalFor(demand: readonly MunicipalDemand[], capacity: number): Proposal {
  const entitled = demand.filter(
    ({ demand: people, allotmentLeft }) => people > 0 && (allotmentLeft ?? 0) > 0,
  );
  const seats = shares(
    entitled.map((row) => row.demand),
    capacity,
  );
  const most = Math.max(...entitled.map((row) => row.demand));
  return {
    payerMunicipalityId: entitled.find((row) => row.demand === most)?.municipalityId ?? null,
    quotas: entitled
      .map(({ municipalityId }, index) => ({ municipalityId, seats: seats[index]! }))
      .filter((quota) => quota.seats > 0),
  };
}

/** What each gets of what is wanted when there are so many at most: by the largest remainder. */
function shares(wanted: readonly number[], most: number): number[] {
  const total = wanted.reduce((sum, number) => sum + number, 0);
  if (total <= most) return [...wanted];
  const floors = wanted.map((number) => Math.floor((most * number) / total));
  const left = most - floors.reduce((sum, number) => sum + number, 0);
  const byRemainder = wanted
    .map((number, index) => ({ index, remainder: (most * number) % total }))
    .sort((a, b) => b.remainder - a.remainder || a.index - b.index);
  const extra = new Set(byRemainder.slice(0, left).map(({ index }) => index));
  return floors.map((number, index) => number + (extra.has(index) ? 1 : 0));
}
