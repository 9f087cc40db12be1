export const sharingKeys = ['payer', 'reserved', 'enrolled', 'attended', 'fixed'] as const;
/** By what a session's cost is shared: one municipality pays, or by seats, by people, or by percentages agreed on. */
export type SharingKey = (typeof sharingKeys)[number];

/** Hundredths of a percent in a whole. */
export const WHOLE = 10_000;

/** How much weighs for one municipality: seats, people or hundredths of a percent. */
export interface Unit {
  readonly municipalityId: string;
  readonly units: number;
}

/** A cost as it stands: what is reserved of it and what is spent. Whole cents. */
export interface Cost {
  readonly reservedCents: bigint;
  readonly spentCents: bigint;
}

/** What one municipality bears of a cost, or how much more or less it does. */
export interface Burden extends Cost {
  readonly municipalityId: string;
}

/**
 * Divides whole cents by weights: everyone gets the part rounded down, and the cents that are left go to the largest
 * remainders, of equal ones to who comes first. Always adds up.
 * @throws Error when there is something to divide and nothing weighs
 */
export function divide(cents: bigint, weights: readonly bigint[]): bigint[] {
  const total = weights.reduce((sum, weight) => sum + weight, 0n);
  if (total === 0n && cents === 0n) return weights.map(() => 0n);
  if (total === 0n) throw new Error('A cost was divided over nobody');
  const parts = weights.map((weight) => (cents * weight) / total);
  const left = Number(cents - parts.reduce((sum, part) => sum + part, 0n));
  const byRemainder = weights
    .map((weight, index) => ({ index, remainder: (cents * weight) % total }))
    .sort((one, other) => Number(other.remainder - one.remainder) || one.index - other.index);
  for (const { index } of byRemainder.slice(0, left)) parts[index]! += 1n;
  return parts;
}

/**
 * Shares a cost over municipalities. What each bears in all is divided by the units; what is spent of it is divided by
 * that, so that nobody has spent more than it bears.
 */
export function share({ reservedCents, spentCents }: Cost, units: readonly Unit[]): Burden[] {
  const borne = divide(
    reservedCents + spentCents,
    units.map((unit) => BigInt(unit.units)),
  );
  const spent = divide(spentCents, borne);
  return units.map(({ municipalityId }, index) => ({
    municipalityId,
    reservedCents: borne[index]! - spent[index]!,
    spentCents: spent[index]!,
  }));
}

/** What to book so that municipalities that bear the one will bear the other; nothing for who bears the same. */
export function movesBetween(before: readonly Burden[], after: readonly Burden[]): Burden[] {
  const ids = new Set([...before, ...after].map(({ municipalityId }) => municipalityId));
  return [...ids]
    .map((municipalityId) => {
      const was = burdenOf(before, municipalityId);
      const becomes = burdenOf(after, municipalityId);
      return {
        municipalityId,
        reservedCents: becomes.reservedCents - was.reservedCents,
        spentCents: becomes.spentCents - was.spentCents,
      };
    })
    .filter(({ reservedCents, spentCents }) => reservedCents !== 0n || spentCents !== 0n);
}

/** Who bears a cost by these units: those for whom something weighs; the payer when nothing weighs (yet). */
export function bearersOf(units: readonly Unit[], payerId: string): readonly Unit[] {
  const weighing = units.filter((unit) => unit.units > 0);
  return weighing.length === 0 ? [{ municipalityId: payerId, units: 1 }] : weighing;
}

/** Whether the same municipalities bear a cost by the same units. */
export function isSameSharing(one: readonly Unit[], other: readonly Unit[]): boolean {
  return (
    one.length === other.length &&
    one.every(({ municipalityId, units }) =>
      other.some((unit) => unit.municipalityId === municipalityId && unit.units === units),
    )
  );
}

/** The first municipality on whose budget the moves do not fit, or null. A budget that is not there holds nothing. */
export function shortBudget(
  moves: readonly Burden[],
  freeCents: ReadonlyMap<string, bigint>,
): { readonly municipalityId: string; readonly neededCents: bigint; readonly freeCents: bigint } | null {
  for (const { municipalityId, reservedCents, spentCents } of moves) {
    const neededCents = reservedCents + spentCents;
    const free = freeCents.get(municipalityId) ?? 0n;
    if (neededCents > 0n && neededCents > free) return { municipalityId, neededCents, freeCents: free };
  }
  return null;
}

/** All municipalities together. */
export function totalBurden(burdens: readonly Burden[]): Cost {
  return burdens.reduce<Cost>(
    (sum, { reservedCents, spentCents }) => ({
      reservedCents: sum.reservedCents + reservedCents,
      spentCents: sum.spentCents + spentCents,
    }),
    { reservedCents: 0n, spentCents: 0n },
  );
}

function burdenOf(burdens: readonly Burden[], municipalityId: string): Cost {
  return (
    burdens.find((burden) => burden.municipalityId === municipalityId) ?? {
      reservedCents: 0n,
      spentCents: 0n,
    }
  );
}
