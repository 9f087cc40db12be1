import { z } from 'zod';
import {
  type Cell,
  type CellValue,
  centsCell,
  dateCell,
  integerCell,
  textCell,
} from '../platform/files/cell.js';
import type { MessageKey } from '../messages.js';
import { formatCents, formatDate } from '../platform/i18n/format.js';
import type { Translate } from '../platform/i18n/translator.js';
import { isoDate } from '../platform/web/fields.js';
import { listAddress } from '../platform/web/list-address.js';
import { pagination } from '../platform/web/pagination.js';
import type { Locale } from '../shared/locale.js';
import { idQuery, pageQuery, yearField, yearQuery } from './filters.pages.js';
import { choiceOf, untilField } from './ledger.pages.js';
import type { Choice, LedgerFilter } from './ledger.queries.js';
import type { SessionSpendingRow, Spending, SupplierSpendingRow } from './spending.queries.js';

export const SPENDING_PER_PAGE = 50;

/** The filters of what was spent, as the address holds them. */
export const spendingQuery = z.object({
  year: yearQuery,
  line: idQuery,
  municipality: idQuery,
  until: isoDate.optional().catch(undefined),
  page: pageQuery,
});

/** A column of a page and of its downloads; `sum` names what its total is. */
interface Column {
  readonly header: MessageKey;
  readonly width: number;
  readonly kind: CellValue['kind'];
  readonly sum?: string;
}

/** Spending added up in one way: what its page and its downloads both show of a row. */
export interface SpendingTable<Row> {
  readonly address: string;
  readonly title: MessageKey;
  readonly intro: MessageKey;
  readonly fileName: MessageKey;
  readonly columns: readonly Column[];
  readonly cells: (row: Row, t: Translate) => Cell[];
  /** Where the second column leads, if anywhere. */
  readonly href: (row: Row) => string | null;
  readonly other: { readonly href: string; readonly label: MessageKey };
}

export const perSession: SpendingTable<SessionSpendingRow> = {
  address: '/spending/sessions',
  title: 'grants.spending.sessions.title',
  intro: 'grants.spending.sessions.intro',
  fileName: 'grants.spending.sessions.fileName',
  other: { href: '/spending/suppliers', label: 'grants.spending.suppliers.nav' },
  columns: [
    { header: 'grants.ledger.sessionDate', width: 16, kind: 'date' },
    { header: 'grants.spending.course', width: 30, kind: 'text' },
    { header: 'grants.ledger.municipality', width: 24, kind: 'text' },
    { header: 'grants.ledger.decision', width: 18, kind: 'text' },
    { header: 'grants.ledger.line', width: 30, kind: 'text' },
    { header: 'grants.spending.invoiceNumbers', width: 24, kind: 'text' },
    { header: 'grants.spending.reserved', width: 16, kind: 'cents', sum: 'reserved_cents' },
    { header: 'grants.ledger.realised', width: 16, kind: 'cents', sum: 'realised_cents' },
    { header: 'grants.spending.open', width: 16, kind: 'cents', sum: 'open_cents' },
    { header: 'grants.ledger.demo', width: 12, kind: 'text' },
  ],
  cells: (row, t) => [
    dateCell(row.session_date),
    textCell(row.subject),
    textCell(row.municipalities),
    textCell(row.decisions),
    textCell(row.lines),
    textCell(row.invoices),
    centsCell(BigInt(row.reserved_cents)),
    centsCell(BigInt(row.realised_cents)),
    centsCell(BigInt(row.open_cents)),
    row.is_demo ? textCell(t('grants.demo')) : null,
  ],
  href: ({ session_id }) => `/sessions/${session_id}`,
};

export const perSupplier: SpendingTable<SupplierSpendingRow> = {
  address: '/spending/suppliers',
  title: 'grants.spending.suppliers.title',
  intro: 'grants.spending.suppliers.intro',
  fileName: 'grants.spending.suppliers.fileName',
  other: { href: '/spending/sessions', label: 'grants.spending.sessions.nav' },
  columns: [
    { header: 'grants.ledger.supplier', width: 30, kind: 'text' },
    { header: 'grants.ledger.vat', width: 18, kind: 'text' },
    { header: 'grants.spending.invoices', width: 12, kind: 'integer' },
    { header: 'grants.spending.creditNotes', width: 14, kind: 'integer' },
    { header: 'grants.spending.invoiced', width: 16, kind: 'cents', sum: 'invoiced_cents' },
    { header: 'grants.spending.credited', width: 16, kind: 'cents', sum: 'credited_cents' },
    { header: 'grants.ledger.realised', width: 16, kind: 'cents', sum: 'realised_cents' },
  ],
  cells: (row, t) => [
    textCell(row.supplier ?? t('grants.spending.shared')),
    row.vat_treatment && textCell(t(`grants.vat.${row.vat_treatment}`)),
    integerCell(row.invoices),
    integerCell(row.credit_notes),
    centsCell(BigInt(row.invoiced_cents)),
    centsCell(BigInt(row.credited_cents)),
    centsCell(BigInt(row.realised_cents)),
  ],
  href: () => null,
};

/** The model of `grants/spending`. */
export function spendingPage<Row>(
  table: SpendingTable<Row>,
  found: Spending<Row>,
  shown: { readonly filter: LedgerFilter; readonly page: number; readonly locale: Locale },
  offered: {
    readonly years: readonly number[];
    readonly lines: readonly Choice[];
    readonly municipalities: readonly Choice[];
  },
  t: Translate,
) {
  const { filter, page, locale } = shown;
  const { columns, address, other } = table;
  return {
    intro: t(table.intro),
    address,
    filters: [
      yearField(offered.years, filter.year, t),
      choiceOf('line', offered.lines, filter.line, t),
      choiceOf('municipality', offered.municipalities, filter.municipality, t),
      untilField(filter.until, t),
    ],
    headers: columns.map(({ header, kind }) => ({ text: t(header), isNumeric: isNumeric(kind) })),
    rows: found.items.map((row) => ({
      cells: table.cells(row, t).map((cell, index) => ({
        text: shownText(cell, locale),
        isNumeric: isNumeric(columns[index]!.kind),
        href: index === 1 ? table.href(row) : null,
      })),
    })),
    totals: columns.map(({ sum }, index) => ({
      text: totalText(index, sum === undefined ? null : found.sums[sum]!, locale, t),
      isNumeric: sum !== undefined,
    })),
    pagination: pagination(found.total, page, SPENDING_PER_PAGE, (number) =>
      listAddress(address, { ...filter, page: number }),
    ),
    csvHref: listAddress(`${address}.csv`, { ...filter }),
    xlsxHref: listAddress(`${address}.xlsx`, { ...filter }),
    ledgerHref: listAddress('/ledger', { ...filter }),
    other: { href: listAddress(other.href, { ...filter }), label: t(other.label) },
  };
}

/** The columns of a download. */
export function spendingColumns({ columns }: Pick<SpendingTable<never>, 'columns'>, t: Translate) {
  return columns.map(({ header, width, kind }) => ({ header: t(header), width, kind }));
}

function totalText(index: number, sum: bigint | null, locale: Locale, t: Translate): string {
  if (sum !== null) return formatCents(sum, locale);
  return index === 0 ? t('grants.spending.total') : '';
}

function shownText(cell: Cell, locale: Locale): string {
  if (cell === null) return '';
  if (cell.kind === 'cents') return formatCents(cell.value, locale);
  return cell.kind === 'date' ? formatDate(cell.value, locale, 'short') : String(cell.value);
}

const isNumeric = (kind: CellValue['kind']) => kind === 'cents' || kind === 'integer';
