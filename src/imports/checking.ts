import type { Line } from '../platform/files/csv-lines.js';
import type { Table } from './csv-reading.js';
import { fault, shown, type Fault } from './fault.js';
import type { CheckedLine, ImportKind } from './import-kind.js';

export type Recognised =
  | { readonly ok: true; readonly kind: ImportKind; readonly columns: readonly string[] }
  | { readonly ok: false; readonly fault: Fault };

/** A column's name as files write it: small letters, `_` for what stands between words. */
export function columnName(written: string): string {
  return written
    .trim()
    .toLowerCase()
    .replaceAll(/[\s_-]+/g, '_');
}

/** Tells by its header what a file holds; else what the kind that it looks most like has more or less. */
export function recognise(header: Line, kinds: readonly ImportKind[]): Recognised {
  const columns = header.cells.map(columnName);
  const seen = new Set<string>();
  const twice = columns.find((column) => seen.size === seen.add(column).size);
  if (twice !== undefined)
    return { ok: false, fault: fault('imports.fault.columnTwice', {}, { ...header, column: twice }) };
  const compared = kinds.map((kind) => ({
    kind,
    shared: columns.filter((column) => kind.columns.includes(column)).length,
    missing: kind.columns.filter((column) => !columns.includes(column) && !kind.optional.includes(column)),
    unknown: columns.filter((column) => !kind.columns.includes(column)),
  }));
  const fitting = compared.find(({ missing, unknown }) => missing.length + unknown.length === 0);
  if (fitting) return { ok: true, kind: fitting.kind, columns };
  const nearest = compared.reduce((best, one) => (likeness(one) > likeness(best) ? one : best));
  return { ok: false, fault: headerFault(nearest) };
}

interface Compared {
  readonly kind: ImportKind;
  readonly shared: number;
  readonly missing: readonly string[];
  readonly unknown: readonly string[];
}

const likeness = ({ shared, missing, unknown }: Compared) => shared - (missing.length + unknown.length) / 100;

function headerFault({ kind, shared, missing, unknown }: Compared): Fault {
  if (shared === 0) return fault('imports.fault.unknownFile', {}, { line: 1 });
  const params = { kind: kind.name, missing: missing.join(', '), unknown: shown(unknown.join(', ')) };
  if (unknown.length === 0) return fault('imports.fault.columnsMissing', params, { line: 1 });
  if (missing.length === 0) return fault('imports.fault.columnsUnknown', params, { line: 1 });
  return fault('imports.fault.columnsDiffer', params, { line: 1 });
}

/** Checks every line by itself. */
export function checkLines(
  { lines }: Table,
  kind: ImportKind,
  columns: readonly string[],
): { readonly lines: readonly CheckedLine[]; readonly faults: readonly Fault[] } {
  const faults: Fault[] = [];
  const checked: CheckedLine[] = [];
  for (const { line, cells } of lines) {
    const written = new Map(columns.map((column, index) => [column, cells[index] ?? '']));
    const values = Object.fromEntries(kind.columns.map((column) => [column, written.get(column) ?? '']));
    const result = kind.schema.safeParse(values, { reportInput: true });
    if (!result.success) {
      for (const issue of result.error.issues) {
        const column = issue.path.length > 0 ? String(issue.path[0]) : null;
        faults.push({ line, column, value: column === null ? null : shown(values[column] ?? ''), issue });
      }
      continue;
    }
    checked.push({ line, cells: kind.columns.map((column) => values[column] ?? ''), row: result.data });
  }
  return { lines: checked, faults };
}
