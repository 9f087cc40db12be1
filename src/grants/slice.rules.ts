/** Which rows of a list are shown. */
export interface Slice {
  readonly limit: number;
  readonly offset: number;
}

/** Tells which rows to show once it is known how many there are. */
export type SliceOf = (total: number) => Slice;

/** The rows of a page, counted from 1; none beyond the end, so that a program that pages through knows when to stop. */
export function pageOf(page: number, pageSize: number): SliceOf {
  return () => ({ limit: pageSize, offset: (page - 1) * pageSize });
}

/** The rows of a page, counted from 1; the last page for whoever asks beyond the end. */
export function nearestPageOf(page: number, pageSize: number): SliceOf {
  return (total) => {
    const last = Math.max(1, Math.ceil(total / pageSize));
    return { limit: pageSize, offset: (Math.min(page, last) - 1) * pageSize };
  };
}
