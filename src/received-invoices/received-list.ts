import { z } from 'zod';
import { vatTreatments, type VatTreatment } from '../courses/vat.rules.js';
import type { MessageKey } from '../messages.js';
import { readCsvLines, type Line } from '../platform/files/csv-lines.js';
import { blankAsNull, localDate, optionalText, parseCents, requiredText } from '../platform/web/fields.js';
import type { ReceivedDocument } from './received-document.rules.js';

/** What is wrong on a line, counted from 1 as a spreadsheet does; the column where it is about one. */
export interface ListFault {
  readonly line: number;
  readonly column: string | null;
  readonly issue: z.core.$ZodIssue;
}

export type ListRead =
  | { readonly ok: true; readonly documents: readonly ReceivedDocument[] }
  | { readonly ok: false; readonly faults: readonly ListFault[] };

const MOST_LINES = 1_000;
const issueOf = (key: MessageKey, params: Record<string, string | number> = {}) =>
  ({ code: 'custom', params: { key, ...params } }) as const;

const VAT_WORDS: Readonly<Record<string, VatTreatment>> = { vrijgesteld: 'exempt', '21%': 'standard-21' };
const vat = requiredText(20).transform((written, context) => {
  const found = VAT_WORDS[written.toLowerCase()];
  if (found) return found;
  context.addIssue(issueOf('received.list.vat', { choices: Object.keys(VAT_WORDS).join(', ') }));
  return z.NEVER;
});

/** More than nothing: a negative amount is a credit note, and those have a column that says of which invoice. */
const amount = requiredText(30).transform((written, context) => {
  const cents = parseCents(written);
  if (cents !== null && cents > 0n) return cents;
  context.addIssue(issueOf(cents === null ? 'web.validation.money' : 'received.list.negative'));
  return z.NEVER;
});

const schema = z
  .object({
    leverancier: requiredText(120),
    factuurnummer: requiredText(60),
    factuurdatum: localDate,
    bedrag: amount,
    btw: blankAsNull(vat).pipe(z.enum(vatTreatments).nullable()),
    geleverd_op: blankAsNull(localDate),
    omschrijving: optionalText(1_000),
    creditnota_op: optionalText(60),
  })
  .transform((row): ReceivedDocument => ({
    kind: row.creditnota_op === null ? 'invoice' : 'credit-note',
    supplier: row.leverancier,
    invoiceNumber: row.factuurnummer,
    invoiceDate: row.factuurdatum,
    amountCents: row.bedrag,
    vatTreatment: row.btw,
    deliveredOn: row.geleverd_op,
    about: row.omschrijving ?? '',
    credits: row.creditnota_op,
  }));

const needed = ['leverancier', 'factuurnummer', 'factuurdatum', 'bedrag'];
const columns = [...needed, 'btw', 'geleverd_op', 'omschrijving', 'creditnota_op'];

/** Reads a CSV file with an invoice or credit note on every line; null when it is no such file. */
export function readReceivedList(bytes: Uint8Array): ListRead | null {
  const read = readCsvLines(bytes, { maxLines: MOST_LINES + 1 });
  if (!read.ok)
    return read.problem === 'too-many-rows'
      ? faulty(MOST_LINES + 2, 'received.list.tooLong', { most: MOST_LINES })
      : null;
  const [header, ...lines] = read.lines;
  const names =
    header?.cells.map((cell) =>
      cell
        .trim()
        .toLowerCase()
        .replaceAll(/[\s-]+/g, '_'),
    ) ?? [];
  if (!names.some((name) => needed.includes(name))) return null;
  const missing = needed.filter((name) => !names.includes(name));
  const unknown = names.filter((name) => name !== '' && !columns.includes(name));
  if (missing.length > 0) return faulty(1, 'received.list.missing', { names: missing.join(', ') });
  if (unknown.length > 0 || new Set(names).size < names.length)
    return faulty(1, 'received.list.unknown', { names: columns.join(', ') });
  if (lines.length === 0) return faulty(1, 'received.list.empty');
  return readLines(lines, names);
}

function readLines(lines: readonly Line[], names: readonly string[]): ListRead {
  const faults: ListFault[] = [];
  const documents: ReceivedDocument[] = [];
  const seen = new Map<string, number>();
  for (const { line, cells } of lines) {
    const written = new Map(names.map((name, index) => [name, cells[index] ?? '']));
    const row = Object.fromEntries(columns.map((name) => [name, written.get(name) ?? '']));
    const read = schema.safeParse(row, { reportInput: true });
    if (!read.success) {
      faults.push(
        ...read.error.issues.map((issue) => ({ line, column: String(issue.path[0] ?? ''), issue })),
      );
      continue;
    }
    const key = `${read.data.supplier}\n${read.data.invoiceNumber}`.toLowerCase();
    const earlier = seen.get(key);
    if (earlier !== undefined) faults.push(faultAt(line, 'received.list.twice', { earlier }));
    seen.set(key, line);
    documents.push(read.data);
  }
  return faults.length > 0 ? { ok: false, faults } : { ok: true, documents };
}

function faulty(
  line: number,
  key: MessageKey,
  params: Record<string, string | number> = {},
): ListRead & { ok: false } {
  return { ok: false, faults: [faultAt(line, key, params)] };
}

function faultAt(line: number, key: MessageKey, params: Record<string, string | number>): ListFault {
  return { line, column: null, issue: { ...issueOf(key, params), path: [], message: '' } };
}
