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
import type { Translate } from '../platform/i18n/translator.js';
import { isoDate } from '../platform/web/fields.js';
import { buildForm } from '../platform/web/forms.js';
import { pagination } from '../platform/web/pagination.js';
import { listAddress } from '../platform/web/list-address.js';
import { amountOf } from './budget.rules.js';
import { filterField, idQuery, pageQuery, yearField, yearQuery } from './filters.pages.js';
import { figureKinds } from './figure.rules.js';
import type { Choice, ExportedBooking, LedgerFilter, LedgerPage, LedgerRow } from './ledger.queries.js';
import { ledgerKinds } from './ledger.rules.js';

export const ENTRIES_PER_PAGE = 50;

/** The filters of the ledger as the address holds them. */
export const ledgerQuery = z.object({
  year: yearQuery,
  line: idQuery,
  municipality: idQuery,
  kind: z.enum(ledgerKinds).optional().catch(undefined),
  grant: idQuery,
  statement: yearQuery,
  figure: z.enum(figureKinds).optional().catch(undefined),
  until: isoDate.optional().catch(undefined),
  page: pageQuery,
});

/** The model of `grants/ledger`. */
export function ledgerPage(
  found: LedgerPage,
  filter: LedgerFilter,
  page: number,
  offered: {
    readonly years: readonly number[];
    readonly lines: readonly Choice[];
    readonly municipalities: readonly Choice[];
  },
  recordsCosts: boolean,
  t: Translate,
) {
  const { year, line, municipality, until } = filter;
  const addedUp = { year, line, municipality, until };
  return {
    recordsCosts,
    adding: addingOf(filter, t),
    filters: [
      yearField(offered.years, filter.year, t),
      choiceOf('line', offered.lines, filter.line, t),
      choiceOf('municipality', offered.municipalities, filter.municipality, t),
      kindField(filter.kind, t),
      untilField(filter.until, t),
    ],
    entries: found.items.map((row) => entryOf(row, t)),
    emptyTitle: t('grants.ledger.emptyTitle'),
    emptyText: t('grants.ledger.emptyText'),
    committed: amountOf(found.committedCents, found.committedIsDemo),
    realised: amountOf(found.realisedCents, false),
    pagination: pagination(found.total, page, ENTRIES_PER_PAGE, (number) =>
      listAddress('/ledger', { ...filter, page: number }),
    ),
    csvHref: listAddress('/ledger.csv', { ...filter }),
    xlsxHref: listAddress('/ledger.xlsx', { ...filter }),
    perSessionHref: listAddress('/spending/sessions', addedUp),
    perSupplierHref: listAddress('/spending/suppliers', addedUp),
  };
}

/** The columns of a download, which has one row for every booking. */
export function ledgerColumns(t: Translate): { header: string; width: number; kind: CellValue['kind'] }[] {
  return [
    { header: t('grants.ledger.bookedOn'), width: 12, kind: 'date' },
    { header: t('grants.ledger.kind'), width: 26, kind: 'text' },
    { header: t('grants.ledger.decision'), width: 18, kind: 'text' },
    { header: t('grants.ledger.lineCode'), width: 12, kind: 'text' },
    { header: t('grants.ledger.line'), width: 30, kind: 'text' },
    { header: t('grants.ledger.municipality'), width: 18, kind: 'text' },
    { header: t('grants.ledger.course'), width: 30, kind: 'text' },
    { header: t('grants.ledger.sessionDate'), width: 16, kind: 'date' },
    { header: t('grants.ledger.costDate'), width: 16, kind: 'date' },
    { header: t('grants.ledger.supplier'), width: 24, kind: 'text' },
    { header: t('grants.ledger.invoiceNumber'), width: 18, kind: 'text' },
    { header: t('grants.ledger.creditedNumber'), width: 22, kind: 'text' },
    { header: t('grants.ledger.vat'), width: 18, kind: 'text' },
    { header: t('grants.ledger.committed'), width: 16, kind: 'cents' },
    { header: t('grants.ledger.realised'), width: 16, kind: 'cents' },
    { header: t('grants.ledger.demo'), width: 12, kind: 'text' },
    { header: t('grants.ledger.number'), width: 12, kind: 'text' },
    { header: t('grants.ledger.countsIn'), width: 12, kind: 'integer' },
    { header: t('grants.ledger.correctionOver'), width: 16, kind: 'integer' },
  ];
}

/** Makes bookings into rows of a download, in the order of the columns. Each word is looked up once for all of them. */
export function ledgerCells(t: Translate): (row: ExportedBooking) => Cell[] {
  const known = new Map<MessageKey, Cell>();
  const word = (key: MessageKey) => {
    const found = known.get(key) ?? textCell(t(key));
    known.set(key, found);
    return found;
  };
  return (row) => {
    const amount = centsCell(BigInt(row.amount_cents));
    return [
      dateCell(row.booked_on),
      word(whatHappened(row)),
      textCell(row.decision_number),
      textCell(row.line_code),
      textCell(row.line_title),
      textCell(row.municipality_name),
      textCell(row.subject),
      dateCell(row.session_date),
      dateCell(row.cost_date),
      textCell(row.supplier),
      textCell(row.invoice_number),
      textCell(row.credited_number),
      row.vat_treatment && word(`grants.vat.${row.vat_treatment}`),
      row.kind === 'commitment' ? amount : null,
      row.kind === 'realisation' ? amount : null,
      row.is_demo ? word('grants.demo') : null,
      textCell(row.id),
      integerCell(row.year),
      integerCell(row.corrects_year),
    ];
  };
}

function entryOf(row: LedgerRow, t: Translate) {
  const amount = amountOf(BigInt(row.amount_cents), row.is_demo);
  return {
    number: row.id,
    bookedOn: row.booked_on,
    what: t(whatHappened(row)),
    invoice: invoiceOf(row, t),
    vat: row.kind === 'realisation' && row.vat_treatment ? t(`grants.vat.${row.vat_treatment}`) : null,
    line: row.line_title,
    decision: row.decision_number,
    municipality: row.municipality_name,
    course: row.subject,
    sessionDate: row.session_date,
    /** Beside a training only where it is another day. */
    costDate: row.kind === 'realisation' && row.cost_date !== row.session_date ? row.cost_date : null,
    sessionHref: row.session_id && `/sessions/${row.session_id}`,
    counts: countsIn(row, t),
    committed: row.kind === 'commitment' ? amount : null,
    realised: row.kind === 'realisation' ? amount : null,
  };
}

/** In which year a booking counts, where that is not the year of its grant. */
function countsIn({ year, corrects_year, grant_year }: LedgerRow, t: Translate): string | null {
  if (corrects_year !== null) return t('grants.ledger.countsAsCorrection', { year, over: corrects_year });
  return year === grant_year ? null : t('grants.ledger.countsInYear', { year });
}

/** Of which figure of a yearly statement the bookings are shown, where they are. */
function addingOf({ statement, figure }: LedgerFilter, t: Translate) {
  if (statement === undefined || figure === undefined) return null;
  return {
    text: t('grants.ledger.adding', {
      figure: t(`grants.figure.${figure}`, { year: statement, before: statement - 1 }),
    }),
    href: `/accountability/${statement}`,
  };
}

/** The invoice or credit note that a booking follows from, with the address of its page. */
function invoiceOf({ supplier, invoice_number, credited_number, source_id }: LedgerRow, t: Translate) {
  if (supplier === null) return null;
  const params = { supplier, number: invoice_number ?? '', invoice: credited_number ?? '' };
  return {
    href: `/realisations/${source_id}`,
    label: t(credited_number === null ? 'grants.ledger.invoice' : 'grants.ledger.creditNote', params),
  };
}

/** A booking in words: money that is reserved, that is spent, or that is no longer reserved. */
export function whatHappened({
  kind,
  amount_cents,
  source_type,
}: Pick<ExportedBooking, 'kind' | 'amount_cents' | 'source_type'>) {
  if (source_type === 'share')
    return kind === 'realisation' ? 'grants.entry.sharedRealisation' : 'grants.entry.sharedCommitment';
  if (kind === 'realisation')
    return source_type === 'credit-note' ? 'grants.entry.credited' : 'grants.entry.realised';
  if (!amount_cents.startsWith('-')) return 'grants.entry.committed';
  if (source_type === 'order') return 'grants.entry.orderCancelled';
  return source_type === 'invoice' ? 'grants.entry.releasedByInvoice' : 'grants.entry.releasedByCancellation';
}

const choiceTexts = {
  line: { label: 'grants.filter.line', everything: 'grants.filter.allLines' },
  municipality: { label: 'grants.filter.municipality', everything: 'grants.filter.allMunicipalities' },
} as const;

/** A select of a filter of the ledger by its name. */
export function choiceOf(
  name: keyof typeof choiceTexts,
  offered: readonly Choice[],
  chosen: string | undefined,
  t: Translate,
) {
  const choices = offered.map((choice) => ({ value: choice.id, label: choice.name }));
  return filterField({ name, ...choiceTexts[name], choices, chosen }, t);
}

/** The field of a filter for what was booked up to and including a day. */
export function untilField(until: string | undefined, t: Translate) {
  const spec = { name: 'until', kind: 'date', label: 'grants.filter.until', required: false } as const;
  return buildForm([spec], { until: until ?? '' }, [], t).fields[0]!;
}

function kindField(chosen: string | undefined, t: Translate) {
  return filterField(
    {
      name: 'kind',
      label: 'grants.filter.kind',
      choices: ledgerKinds.map((kind) => ({ value: kind, label: t(`grants.kind.${kind}`) })),
      chosen,
      everything: 'grants.filter.allKinds',
    },
    t,
  );
}
