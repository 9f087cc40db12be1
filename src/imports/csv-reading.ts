import { CsvError, parse } from 'csv-parse/sync';
import type { MessageKey } from '../messages.js';
import { fault, type Fault } from './fault.js';

/** A line of a table with its number in the file, counted from 1. */
export interface Line {
  readonly line: number;
  readonly cells: readonly string[];
}

export interface Table {
  readonly header: Line;
  readonly lines: readonly Line[];
}

export type Read<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly fault: Fault };

/** More rows than this are refused: the register of the largest region holds a tenth of it. */
export const MAX_ROWS = 50_000;

const refused = (key: MessageKey, line: number | null = null): { ok: false; fault: Fault } => ({
  ok: false,
  fault: fault(key, {}, { line }),
});

/**
 * Reads a file as people save it: CSV with `;`, `,` or tabs, with or without byte order mark, in UTF-8 or in the
 * Windows-1252 of older Dutch Excel. Blank lines are skipped; a cell that a download of ours guarded against running
 * as a formula loses its guard.
 */
export function readTable(bytes: Uint8Array): Read<Table> {
  const text = decode(bytes);
  if (!text.ok) return text;
  const records = parseRecords(text.value);
  if (!records.ok) return records;
  const [header, ...lines] = records.value;
  if (!header) return refused('imports.fault.empty');
  const width = header.cells.findLastIndex((cell) => cell.trim() !== '') + 1;
  const trimmed = [header, ...lines].map((line) => ({ ...line, cells: withoutEmptyEnd(line.cells, width) }));
  const uneven = trimmed.find(({ cells }) => cells.length !== width);
  if (uneven) {
    const params = { found: uneven.cells.length, expected: width };
    return { ok: false, fault: fault('imports.fault.cells', params, { line: uneven.line }) };
  }
  return { ok: true, value: { header: trimmed[0]!, lines: trimmed.slice(1) } };
}

function decode(bytes: Uint8Array): Read<string> {
  if (bytes.length === 0) return refused('imports.fault.empty');
  // ZIP: what a spreadsheet program saves when one does not choose CSV.
  if (bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3) return refused('imports.fault.spreadsheet');
  if (bytes.includes(0)) return refused('imports.fault.notText');
  try {
    return { ok: true, value: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch {
    return { ok: true, value: fromWindows1252(bytes) };
  }
}

// Where Windows-1252 differs from Latin-1: the characters of 0x80 to 0x9f, a space where there is none. Node's own
// decoder of that name reads Latin-1 in some versions, and so would refuse the curly quotes of Dutch texts.
const WINDOWS_1252 = '€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ';

function fromWindows1252(bytes: Uint8Array): string {
  return Buffer.from(bytes)
    .toString('latin1')
    .replaceAll(/[\u0080-\u009f]/g, (mark) => {
      const known = WINDOWS_1252[mark.charCodeAt(0) - 0x80];
      return known === undefined || known === ' ' ? mark : known;
    });
}

function parseRecords(text: string): Read<Line[]> {
  try {
    const records = parse(text, {
      delimiter: delimiterOf(text),
      info: true,
      relax_column_count: true,
      to: MAX_ROWS + 2,
    }) as unknown as { record: string[]; info: { lines: number } }[];
    const lines = records
      .map(({ record, info }) => ({ line: firstLine(info.lines, record), cells: record.map(withoutGuard) }))
      .filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
    if (lines.length > MAX_ROWS + 1) return refused('imports.fault.tooManyRows');
    return { ok: true, value: lines };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = typeof error['lines'] === 'number' ? error['lines'] : null;
    return refused('imports.fault.quotes', line);
  }
}

/** The separator that the first line has most of, outside quotes. */
function delimiterOf(text: string): string {
  const [firstLine = ''] = text.replaceAll(/"[^"]*"/g, '').split(/\r?\n/, 1);
  const counted = [';', ',', '\t'].map((mark) => ({ mark, count: firstLine.split(mark).length }));
  return counted.reduce((most, one) => (one.count > most.count ? one : most)).mark;
}

/** csv-parse tells the line on which a record ends; a quoted value may hold line ends. */
function firstLine(lastLine: number, record: readonly string[]): number {
  return lastLine - record.reduce((count, cell) => count + cell.split(/\r\n|\r|\n/).length - 1, 0);
}

function withoutGuard(cell: string): string {
  return /^'[=+\-@\t\r]/.test(cell) ? cell.slice(1) : cell;
}

function withoutEmptyEnd(cells: readonly string[], width: number): readonly string[] {
  return cells.slice(width).every((cell) => cell.trim() === '') ? cells.slice(0, width) : cells;
}
