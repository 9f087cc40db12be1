import { holdersKey, total, unusedHeldSeats } from '../enrolment/held-seats.rules.js';

/** Someone to invite, in the order in which people have their turn: who was trained longest ago first. */
export interface Candidate {
  readonly id: string;
  readonly municipalityId: string;
}

/** Seats that are free: held for someone, by the id of the holder, and open to all. */
export interface FreeSeats {
  readonly own: ReadonlyMap<string, number>;
  readonly open: number;
}

/** How a follow-up day stands. */
export interface DaySeats {
  /** Seats that may be given out, overbooking included. */
  readonly capacity: number;
  /** Seats held at this moment, by the id of the municipality, function or organisation. */
  readonly held: ReadonlyMap<string, number>;
  /** Who has a seat: the ids of municipality, function and organisation, none for guests. */
  readonly taken: readonly { readonly holders: readonly string[]; readonly count: number }[];
}

/** The free seats of a day; those held for a function or an organisation are not open, nor of any municipality. */
export function freeSeats({ capacity, held, taken }: DaySeats): FreeSeats {
  const counts = new Map<string, number>();
  for (const { holders, count } of taken) {
    const key = holdersKey(holders);
    counts.set(key, (counts.get(key) ?? 0) + count);
  }
  const left = Math.max(0, capacity - total(counts));
  const own = new Map<string, number>();
  for (const [holder, seats] of held) {
    const used = taken.reduce((sum, { holders, count }) => sum + (holders.includes(holder) ? count : 0), 0);
    const free = Math.min(left, seats - used);
    if (free > 0) own.set(holder, free);
  }
  return { own, open: Math.max(0, left - unusedHeldSeats(held, counts)) };
}

/** The free seats of several days together. */
export function together(days: Iterable<FreeSeats>): FreeSeats {
  const own = new Map<string, number>();
  let open = 0;
  for (const day of days) {
    open += day.open;
    for (const [holder, seats] of day.own) own.set(holder, (own.get(holder) ?? 0) + seats);
  }
  return { own, open };
}

/** How many seats are free, for anyone. */
export const numberOf = ({ own, open }: FreeSeats): number => open + total(own);

/** Whether someone of this municipality would find a seat. */
export const hasSeatFor = ({ own, open }: FreeSeats, municipalityId: string): boolean =>
  open > 0 || (own.get(municipalityId) ?? 0) > 0;

/**
 * Divides people over at most so many waves, each person once, and answers the waves with who is left over. With a size
 * each wave takes the next so many. Without one a wave takes as many as there are seats: per municipality those held for
 * it, and beyond them the next in line for the open ones. Who can find no seat at all comes in a wave at the end, which
 * goes when there is one.
 */
export function planWaves(
  people: readonly Candidate[],
  seats: FreeSeats,
  { size, most }: { readonly size: number | null; readonly most: number },
): { readonly waves: readonly (readonly Candidate[])[]; readonly left: readonly Candidate[] } {
  const waves: (readonly Candidate[])[] = [];
  let left = people;
  while (left.length > 0 && waves.length < most) {
    const [wave, later] = size === null ? fittingIn(seats, left) : [left.slice(0, size), left.slice(size)];
    const isEnd = wave.length === 0;
    waves.push(isEnd ? later : wave);
    left = isEnd ? [] : later;
  }
  return { waves, left };
}

/** Who fits into the seats, and who does not. */
function fittingIn({ own, open }: FreeSeats, people: readonly Candidate[]): [Candidate[], Candidate[]] {
  const held = new Map(own);
  let openLeft = open;
  const [wave, later]: [Candidate[], Candidate[]] = [[], []];
  for (const person of people) {
    const heldLeft = held.get(person.municipalityId) ?? 0;
    if (heldLeft > 0) held.set(person.municipalityId, heldLeft - 1);
    else if (openLeft > 0) openLeft -= 1;
    else {
      later.push(person);
      continue;
    }
    wave.push(person);
  }
  return [wave, later];
}
