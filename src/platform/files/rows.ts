import type { Cell } from './cell.js';

/** The rows of a download: all at hand, or read in batches while they are written. */
export type Rows = Iterable<readonly Cell[]> | AsyncIterable<Iterable<readonly Cell[]>>;

// Long enough that handing a piece on costs little beside writing it.
const PIECE_LENGTH = 64 * 1024;

/** The rows in the batches in which they come. */
export async function* batchesOf(rows: Rows): AsyncGenerator<Iterable<readonly Cell[]>> {
  if (Symbol.asyncIterator in rows) yield* rows;
  else yield rows;
}

/** What is written of the rows one by one, in pieces of a length that is good to send. */
export async function* inPieces(rows: Rows, write: (row: readonly Cell[]) => string): AsyncGenerator<string> {
  let piece = '';
  for await (const batch of batchesOf(rows))
    for (const row of batch) {
      piece += write(row);
      if (piece.length < PIECE_LENGTH) continue;
      yield piece;
      piece = '';
    }
  if (piece !== '') yield piece;
}
