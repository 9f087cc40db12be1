import type { MessageKey } from '../messages.js';
import { readCsvLines, type Line, type LinesProblem } from '../platform/files/csv-lines.js';
import { parseCents } from '../platform/web/fields.js';
import { cleanText } from '../shared/text.js';
import type { ColumnMapping, ColumnName } from './column-mapping.rules.js';

const MOST_LINES = 5_000;

/** A file of the financial administration, as far as it can be read without knowing what its columns hold. */
export interface TheirTable {
  readonly headings: readonly string[];
  readonly lines: readonly Line[];
}

export type TableRead =
  { readonly ok: true; readonly table: TheirTable } | { readonly ok: false; readonly problem: LinesProblem };

/** A line with what its columns hold; whole cents. */
export interface NewLine {
  readonly line: number;
  readonly invoiceNumber: string;
  readonly supplier: string | null;
  readonly bookedOn: string | null;
  readonly reference: string;
  readonly amountCents: bigint;
}

/** What cannot be read on a line. */
export interface LineFault {
  readonly line: number;
  readonly key: MessageKey;
}

/** Reads a CSV file of which the first line names the columns, at most 5,000 lines. */
export function readTable(bytes: Uint8Array): TableRead {
  const read = readCsvLines(bytes, { maxLines: MOST_LINES + 1 });
  if (!read.ok) return { ok: false, problem: read.problem };
  const [header, ...lines] = read.lines;
  const headings = header?.cells.map((cell) => cell.trim()) ?? [];
  const isTable = headings.filter((heading) => heading !== '').length > 1 && lines.length > 0;
  return isTable ? { ok: true, table: { headings, lines } } : { ok: false, problem: 'empty' };
}

/** Takes from every line what the mapping says; what cannot be read is a fault, and then nothing counts. */
export function takeLines(
  { headings, lines }: TheirTable,
  mapping: ColumnMapping,
): { readonly lines: readonly NewLine[]; readonly faults: readonly LineFault[] } {
  const faults: LineFault[] = [];
  const taken = lines.map(({ line, cells }) => {
    const cell = (name: ColumnName) => {
      const heading = mapping[name];
      return heading === null ? '' : (cells[headings.indexOf(heading)] ?? '').trim();
    };
    const text = (name: ColumnName) => {
      const clean = cleanText(cell(name), 'one');
      if (clean === null) faults.push({ line, key: 'web.validation.characters' });
      return (clean ?? '').slice(0, 120);
    };
    const amountCents = centsOf(cell('amount'), cell('debit'), cell('credit'), mapping);
    if (amountCents === null) faults.push({ line, key: 'reconciliation.fault.amount' });
    const bookedOn = cell('date') === '' ? null : dateOf(cell('date'));
    if (cell('date') !== '' && bookedOn === null) faults.push({ line, key: 'reconciliation.fault.date' });
    return {
      ...{ line, invoiceNumber: text('number'), supplier: text('supplier') || null, bookedOn },
      ...{ reference: text('reference'), amountCents: amountCents ?? 0n },
    };
  });
  return { lines: taken, faults };
}

function centsOf(amount: string, debit: string, credit: string, mapping: ColumnMapping): bigint | null {
  if (mapping.amount !== null) return signedCents(amount);
  const [spent, back] = [debit === '' ? 0n : signedCents(debit), credit === '' ? 0n : signedCents(credit)];
  return spent === null || back === null ? null : spent - back;
}

/** Also with the minus behind the amount, as some administrations write it. */
function signedCents(written: string): bigint | null {
  return parseCents(written.endsWith('-') ? `-${written.slice(0, -1)}` : written);
}

function dateOf(written: string): string | null {
  const [, day, month, year] = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})/.exec(written) ?? [];
  const iso = day && month && year ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` : written;
  const [date] = /^\d{4}-\d{2}-\d{2}/.exec(iso) ?? [];
  if (!date || Number.isNaN(Date.parse(date))) return null;
  return new Date(date).toISOString().slice(0, 10) === date ? date : null;
}
