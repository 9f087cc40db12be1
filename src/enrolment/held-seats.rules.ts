/** Seats held until the release date, by the id of the municipality, function or organisation they are held for. */
export type HeldSeats = ReadonlyMap<string, number>;

/** People who have a seat, counted by whom seats could be held for: see `holdersKey`. */
export type TakenSeats = ReadonlyMap<string, number>;

interface Group {
  readonly holders: readonly string[];
  readonly count: number;
}

/** What people have in common for whom the same seats can be held: the ids of municipality, function and organisation. */
export function holdersKey(holders: readonly string[]): string {
  return holders.join(' ');
}

/**
 * How many held seats are not used, when everyone who has a seat sits as far as possible on one that is held for them: a
 * maximum matching of people to held seats, found by augmenting paths (Kuhn). One person may fit several kinds.
 */
export function unusedHeldSeats(held: HeldSeats, taken: TakenSeats): number {
  const seats = new Map([...held].map(([holder, free]) => [holder, new Seats(free)]));
  let used = 0;
  for (const group of groupsOf(held, taken)) {
    let sat = sitOnFree(group, seats);
    // Where one of a group finds no seat, no other of that group will.
    while (sat < group.count && sitDown(group, seats, new Set())) sat++;
    used += sat;
  }
  return total(held) - used;
}

export function total(counts: ReadonlyMap<string, number>): number {
  let sum = 0;
  for (const count of counts.values()) sum += count;
  return sum;
}

/** The seats held for one holder, and who sits on them. */
class Seats {
  readonly sitting = new Map<Group, number>();

  constructor(private free: number) {}

  /** Seats as many of a group as there are free seats; returns how many. */
  take(group: Group, count: number): number {
    const sat = Math.min(this.free, count);
    this.free -= sat;
    if (sat > 0) this.change(group, sat);
    return sat;
  }

  swap(leaves: Group, comes: Group): void {
    this.change(leaves, -1);
    this.change(comes, 1);
  }

  private change(group: Group, by: number): void {
    const left = (this.sitting.get(group) ?? 0) + by;
    if (left > 0) this.sitting.set(group, left);
    else this.sitting.delete(group);
  }
}

/** Seats as many of a group as find a free seat that is held for them, moving nobody; returns how many. */
function sitOnFree(group: Group, seats: ReadonlyMap<string, Seats>): number {
  return group.holders.reduce((sat, holder) => sat + seats.get(holder)!.take(group, group.count - sat), 0);
}

/** Finds a seat for one of a group, where needed by moving others to another seat that is held for them. */
function sitDown(group: Group, seats: ReadonlyMap<string, Seats>, tried: Set<string>): boolean {
  for (const holder of group.holders) {
    if (tried.has(holder)) continue;
    tried.add(holder);
    const here = seats.get(holder)!;
    if (here.take(group, 1) > 0) return true;
    for (const other of [...here.sitting.keys()]) {
      if (!sitDown(other, seats, tried)) continue;
      here.swap(other, group);
      return true;
    }
  }
  return false;
}

function groupsOf(held: HeldSeats, taken: TakenSeats): Group[] {
  const counts = new Map<string, number>();
  for (const [key, count] of taken) {
    const own = holdersKey(key.split(' ').filter((holder) => held.has(holder)));
    if (own !== '') counts.set(own, (counts.get(own) ?? 0) + count);
  }
  return [...counts].map(([key, count]) => ({ holders: key.split(' '), count }));
}
