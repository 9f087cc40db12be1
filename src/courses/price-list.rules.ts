import { addToDate } from '../shared/local-date.js';

/** A price of a course; it holds from its day (local) until the day of the next one. */
export interface ListedPrice {
  /** Null is from the beginning. */
  readonly validFrom: string | null;
  /** Whole cents, as text. */
  readonly priceCents: string;
  readonly isDemo: boolean;
}

/** A price, with the last day (local) on which it holds; null while no other follows it. */
export type PricePeriod<P extends ListedPrice> = P & { readonly validUntil: string | null };

/** A provider names no price for further ahead than this; a date beyond it is a slip of the pen. */
const YEARS_AHEAD = 10;

/** What a session costs of which the last day is on this date (local), or null when no price holds then. */
export function priceOn<P extends ListedPrice>(prices: readonly P[], date: string): P | null {
  const holding = prices.filter(({ validFrom }) => validFrom === null || validFrom <= date);
  return inOrder(holding).at(-1) ?? null;
}

/** The prices in the order of their days, each with the last day on which it holds. */
export function periodsOf<P extends ListedPrice>(prices: readonly P[]): PricePeriod<P>[] {
  const sorted = inOrder(prices);
  return sorted.map((price, index) => {
    const next = sorted[index + 1]?.validFrom ?? null;
    return { ...price, validUntil: next && addToDate(next, { days: -1 }) };
  });
}

/** What is wrong with a new price that holds from a day (local), or null. */
export function newPriceFault(
  prices: readonly ListedPrice[],
  validFrom: string | null,
  today: string,
): 'price-from-that-day' | 'price-too-far-ahead' | null {
  if (prices.some((price) => price.validFrom === validFrom)) return 'price-from-that-day';
  if (validFrom !== null && validFrom > addToDate(today, { months: 12 * YEARS_AHEAD }))
    return 'price-too-far-ahead';
  return null;
}

/**
 * From which day a price holds of which a file tells no day: from the beginning where there was none, else from today
 * on, so that what was planned and paid before keeps its price.
 */
export function untoldValidFrom(prices: readonly ListedPrice[], today: string): string | null {
  return prices.length === 0 ? null : today;
}

function inOrder<P extends ListedPrice>(prices: readonly P[]): P[] {
  return [...prices].sort((one, other) => dayOf(one).localeCompare(dayOf(other)));
}

const dayOf = ({ validFrom }: ListedPrice) => validFrom ?? '';
