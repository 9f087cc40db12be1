import type { MessageKey } from '../messages.js';
import { readCsvLines, type Line, type LinesProblem } from '../platform/files/csv-lines.js';
import { fault, type Fault } from './fault.js';

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

const faultOf = {
  empty: 'imports.fault.empty',
  spreadsheet: 'imports.fault.spreadsheet',
  'not-text': 'imports.fault.notText',
  'too-many-rows': 'imports.fault.tooManyRows',
  quotes: 'imports.fault.quotes',
} as const satisfies Record<LinesProblem, MessageKey>;

/** Reads a file of which the first line names the columns, and every line has a cell for each. */
export function readTable(bytes: Uint8Array): Read<Table> {
  const read = readCsvLines(bytes, { maxLines: MAX_ROWS + 1 });
  if (!read.ok) return refused(faultOf[read.problem], read.line);
  const [header, ...lines] = read.lines;
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

function withoutEmptyEnd(cells: readonly string[], width: number): readonly string[] {
  return cells.slice(width).every((cell) => cell.trim() === '') ? cells.slice(0, width) : cells;
}
