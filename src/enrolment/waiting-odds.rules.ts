/** Places in a waiting list that fare about alike, both included; null as the last place means without end. */
export interface Band {
  readonly first: number;
  readonly last: number | null;
}

const LAST_PLACES = [1, 3, 6, 10, 20];
/** Fewer people than this tell nothing about who comes next. */
const FEWEST = 10;

/** The band in which a place in the waiting list (1 is next) falls: 1, 2-3, 4-6, 7-10, 11-20, or 21 and on. */
export function bandOf(position: number): Band {
  const index = LAST_PLACES.findIndex((last) => position <= last);
  if (index === -1) return { first: LAST_PLACES.at(-1)! + 1, last: null };
  return { first: index === 0 ? 1 : LAST_PLACES[index - 1]! + 1, last: LAST_PLACES[index]! };
}

/** How people fared who began in the same band: those of whom it is known whether they were given a seat. */
export interface Odds extends Band {
  readonly people: number;
  readonly seated: number;
}

/** What may be said of the chance of a seat: what happened to others, or null where too few went before. */
export function oddsOf(band: Band, fared: { readonly people: number; readonly seated: number }): Odds | null {
  return fared.people < FEWEST ? null : { ...band, ...fared };
}
