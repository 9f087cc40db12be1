import { pipeline, Readable } from 'node:stream';
import { stringify } from 'csv-stringify';
import type { Cell } from './cell.js';

/**
 * Streams a CSV file that Dutch Excel opens right: semicolons, a byte order mark, CRLF, a decimal comma and
 * dates as dd-mm-jjjj. Rows are read one at a time; destroying the stream ends the reading of the rows, and an
 * error in the rows arrives as the stream's error.
 */
export function csvLines(
  header: readonly string[],
  rows: AsyncIterable<readonly Cell[]> | Iterable<readonly Cell[]>,
): Readable {
  const lines = stringify({
    delimiter: ';',
    bom: true,
    record_delimiter: 'windows',
    quote_record_delimiter: true,
  });
  // The error itself reaches the reader, because pipeline destroys `lines` with it.
  pipeline(Readable.from(records(header, rows)), lines, () => {});
  return lines;
}

async function* records(
  header: readonly string[],
  rows: AsyncIterable<readonly Cell[]> | Iterable<readonly Cell[]>,
): AsyncGenerator<string[]> {
  yield header.map(guardText);
  for await (const row of rows) yield row.map(csvText);
}

function csvText(cell: Cell): string {
  if (cell === null) return '';
  switch (cell.kind) {
    case 'text':
      return guardText(cell.value);
    case 'cents':
      return decimalComma(cell.value);
    case 'integer':
      return String(cell.value);
    case 'date':
      return cell.value.split('-').reverse().join('-');
  }
}

// OWASP "CSV Injection": Excel runs a text that starts with one of these. Numbers keep their minus sign.
function guardText(text: string): string {
  return /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
}

function decimalComma(cents: bigint): string {
  const digits = (cents < 0n ? -cents : cents).toString().padStart(3, '0');
  return `${cents < 0n ? '-' : ''}${digits.slice(0, -2)},${digits.slice(-2)}`;
}
