import type { Cell } from '../files/cell.js';
import { csvLines } from '../files/csv-file.js';
import type { WebReply } from './request.js';

/** Answers with a CSV file of this name, of which nothing stays with the browser but what the reader saves. */
export function sendCsv(
  reply: WebReply,
  fileName: string,
  header: readonly string[],
  rows: Iterable<readonly Cell[]>,
): WebReply {
  return reply
    .type('text/csv; charset=utf-8')
    .header('content-disposition', `attachment; filename="${fileName}"`)
    .header('cache-control', 'no-store')
    .send(csvLines(header, rows));
}
