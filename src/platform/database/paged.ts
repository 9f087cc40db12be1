import type { Tx } from './database.js';

/** A list in SQL, taken apart so that it can be counted and cut. */
export interface ListQuery {
  readonly select: string;
  /** From `from` on, with its conditions; `params` fill $1, $2... */
  readonly from: string;
  readonly orderBy: string;
  readonly params: readonly unknown[];
}

export interface Paged<Row> {
  readonly rows: Row[];
  readonly total: number;
}

/** One page of a list (the first is 1) and how long the whole list is; a page beyond the end is the last one. */
export async function pageOf<Row>(
  tx: Tx,
  { select, from, orderBy, params }: ListQuery,
  { page, pageSize }: { readonly page: number; readonly pageSize: number },
): Promise<Paged<Row>> {
  const counted = await tx.query<{ total: number }[]>(`select count(*)::int total ${from}`, [...params]);
  const total = counted[0]!.total;
  const shown = Math.min(page, Math.max(1, Math.ceil(total / pageSize)));
  const rows = await tx.query<Row[]>(
    `select ${select} ${from} order by ${orderBy} limit $${params.length + 1} offset $${params.length + 2}`,
    [...params, pageSize, (shown - 1) * pageSize],
  );
  return { rows, total };
}
