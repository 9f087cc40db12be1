import { z } from 'zod';
import { optionalText } from './fields.js';

/** What every list takes from its URL; a feature extends it with its own filters. */
export const listQuery = z.object({
  page: z.coerce.number().int().min(1).max(100_000).default(1),
  q: optionalText(100),
  sort: optionalText(40),
});

export interface PageLink {
  readonly page: number;
  readonly href: string;
  readonly current: boolean;
  /** True when pages are left out between this one and the one before. */
  readonly afterGap: boolean;
}

export interface Pagination {
  /** Places of the first and last row shown, counted from 1; both 0 in an empty list. */
  readonly from: number;
  readonly to: number;
  readonly total: number;
  readonly previous: string | null;
  readonly next: string | null;
  /** Empty when everything fits on one page. */
  readonly pages: readonly PageLink[];
}

/**
 * The links under a list of `total` rows: the first page, the last, and the ones around `page` (from 1; a
 * page beyond the end counts as the last). `urlOf` gives the address of a page with its filters kept.
 */
export function pagination(
  total: number,
  page: number,
  pageSize: number,
  urlOf: (page: number) => string,
): Pagination {
  const last = Math.max(1, Math.ceil(total / pageSize));
  const current = Math.min(page, last);
  const numbers = [...new Set([1, current - 1, current, current + 1, last])]
    .filter((number) => number >= 1 && number <= last)
    .sort((a, b) => a - b);
  return {
    from: total === 0 ? 0 : (current - 1) * pageSize + 1,
    to: Math.min(current * pageSize, total),
    total,
    previous: current > 1 ? urlOf(current - 1) : null,
    next: current < last ? urlOf(current + 1) : null,
    pages:
      last === 1
        ? []
        : numbers.map((number, index) => ({
            page: number,
            href: urlOf(number),
            current: number === current,
            afterGap: number - (numbers[index - 1] ?? number) > 1,
          })),
  };
}
