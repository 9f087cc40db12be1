import { CsvError, parse } from 'csv-parse/sync';

/** A line of a table with its number in the file, counted from 1. */
export interface Line {
  readonly line: number;
  readonly cells: readonly string[];
}

export type LinesProblem = 'empty' | 'spreadsheet' | 'not-text' | 'too-many-rows' | 'quotes';

export type LinesRead =
  | { readonly ok: true; readonly lines: readonly Line[] }
  | { readonly ok: false; readonly problem: LinesProblem; readonly line: number | null };

interface Reading {
  readonly maxLines: number;
  /** A list that someone made by hand: quotes stand as they were typed, and the first line need not be the header. */
  readonly byHand?: boolean;
}

const refused = (problem: LinesProblem, line: number | null = null) =>
  ({ ok: false, problem, line }) as const;

/**
 * Reads a file as people save it: CSV with `;`, `,` or tabs, with or without byte order mark, in UTF-8 or in the
 * Windows-1252 of older Dutch Excel. Blank lines are skipped; a cell that a download of ours guarded against running
 * as a formula loses its guard.
 */
export function readCsvLines(bytes: Uint8Array, reading: Reading): LinesRead {
  if (bytes.length === 0) return refused('empty');
  if (isZip(bytes)) return refused('spreadsheet');
  if (bytes.includes(0)) return refused('not-text');
  return parseLines(decode(bytes), reading);
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return fromWindows1252(bytes);
  }
}

/** ZIP: what a spreadsheet program saves when one does not choose CSV. */
export function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3;
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

/** Reads what someone pasted, or what was decoded from a file. */
export function parseLines(text: string, { maxLines, byHand = false }: Reading): LinesRead {
  try {
    const records = parse(text, {
      delimiter: byHand ? delimiterOfMost(text) : delimiterOfFirst(text),
      bom: true,
      info: true,
      relax_column_count: true,
      relax_quotes: byHand,
      to: maxLines + 1,
    }) as unknown as { record: string[]; info: { lines: number } }[];
    const lines = records
      .map(({ record, info }) => ({ line: firstLine(info.lines, record), cells: record.map(withoutGuard) }))
      .filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
    return lines.length > maxLines ? refused('too-many-rows') : { ok: true, lines };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return refused('quotes', typeof error['lines'] === 'number' ? error['lines'] : null);
  }
}

const SEPARATORS = [';', '\t', ','] as const;

const outsideQuotes = (text: string): string => text.replaceAll(/"[^"]*"/g, '');

/** The separator that the first line has most of, outside quotes. */
function delimiterOfFirst(text: string): string {
  const [firstLine = ''] = outsideQuotes(text).split(/\r?\n/, 1);
  return mostOf((mark) => firstLine.split(mark).length);
}

/** The separator that most lines have: above the header there may be a title, and names may hold commas. */
function delimiterOfMost(text: string): string {
  const lines = outsideQuotes(text).split(/\r\n|\r|\n/);
  return mostOf((mark) => lines.filter((line) => line.includes(mark)).length);
}

function mostOf(count: (mark: string) => number): string {
  const counted = SEPARATORS.map((mark) => ({ mark, count: count(mark) }));
  return counted.reduce((most, one) => (one.count > most.count ? one : most)).mark;
}

/** csv-parse tells the line on which a record ends; a quoted value may hold line ends. */
function firstLine(lastLine: number, record: readonly string[]): number {
  return lastLine - record.reduce((count, cell) => count + cell.split(/\r\n|\r|\n/).length - 1, 0);
}

function withoutGuard(cell: string): string {
  return /^'[=+\-@\t\r]/.test(cell) ? cell.slice(1) : cell;
}
