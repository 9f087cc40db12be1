import { z } from 'zod';
import { pageQuery } from '../grants/filters.pages.js';
import { formatCents } from '../platform/i18n/format.js';
import type { Translate } from '../platform/i18n/translator.js';
import { type Cell, centsCell, textCell } from '../platform/files/cell.js';
import { blankAsNull, wholeNumber } from '../platform/web/fields.js';
import { buildForm, type FieldIssue, type FieldSpec, type SentForm } from '../platform/web/forms.js';
import { listAddress } from '../platform/web/list-address.js';
import { pagination } from '../platform/web/pagination.js';
import type { Locale } from '../shared/locale.js';
import { columnNames, mappingFault, type ColumnMapping, type ColumnName } from './column-mapping.rules.js';
import { outcomes, totalsOf, type Reconciled } from './reconciling.rules.js';
import type { ReconciliationRow } from './reconciliation.queries.js';
import type { LineFault, TheirTable } from './their-lines.js';

export const RECONCILIATIONS_PER_PAGE = 20;
const ROWS_PER_PAGE = 100;
const SAMPLE_LINES = 3;
const MOST_FAULTS = 20;
const ADDRESS = '/reconciliations';

export const listQuery = z.object({ page: pageQuery });

const shows = ['differences', ...outcomes] as const;
/** Which rows of a reconciliation are shown, as the address holds it. */
export const rowsQuery = z.object({ show: z.enum(shows).catch('differences'), page: pageQuery });
type Show = (typeof shows)[number];

const ISSUE_AT = { number: 'number', amount: 'amount', reference: 'reference', twice: '' } as const;

/** Which of the columns holds what, and the year, as the form sends it. */
export function mappingForm(headings: readonly string[]) {
  const heading = blankAsNull(
    z.string().refine((sent) => headings.includes(sent), {
      params: { key: 'web.validation.choose' },
    }),
  );
  const columns = columnNames.map((name) => [name, heading] as const);
  return z
    .object({
      year: wholeNumber(2000, 2100),
      ...(Object.fromEntries(columns) as Record<ColumnName, typeof heading>),
    })
    .transform(({ year, ...mapping }, context) => {
      const fault = mappingFault(mapping);
      if (fault === null) return { year, mapping };
      context.addIssue({
        ...{ code: 'custom', path: [ISSUE_AT[fault]] },
        params: { key: `reconciliation.mapping.${fault}` },
      });
      return z.NEVER;
    });
}

const fileSpec: FieldSpec = {
  name: 'file',
  kind: 'file',
  label: 'reconciliation.file',
  description: 'reconciliation.fileHint',
  required: true,
};

/** The model of `reconciliation/list`. */
export function reconciliationsPage(
  found: { readonly items: readonly ReconciliationRow[]; readonly total: number },
  page: number,
  reader: { readonly uploads: boolean; readonly issues: readonly FieldIssue[] },
  t: Translate,
) {
  return {
    form: reader.uploads ? buildForm([fileSpec], {}, reader.issues, t) : null,
    files: found.items.map((row) => ({
      href: `${ADDRESS}/${row.id}`,
      fileName: row.fileName,
      year: row.year === null ? t('reconciliation.noYear') : String(row.year),
      uploadedAt: row.uploadedAt,
      uploadedBy: row.uploadedBy,
    })),
    pagination: pagination(found.total, page, RECONCILIATIONS_PER_PAGE, (number) =>
      listAddress(ADDRESS, { page: number }),
    ),
  };
}

/** The model of `reconciliation/mapping`: the first lines of the file, and what its columns may hold. */
export function mappingPage(
  id: string,
  table: TheirTable,
  sent: SentForm,
  faults: readonly LineFault[],
  t: Translate,
) {
  const options = [...new Set(table.headings.filter((each) => each !== ''))].map((value) => ({
    value,
    label: value,
  }));
  const specs: FieldSpec[] = [
    { name: 'year', kind: 'integer', label: 'reconciliation.year', required: true },
    ...columnNames.map((name) => ({
      ...({ name, kind: 'select', label: `reconciliation.column.${name}`, options } as const),
      emptyLabel: 'reconciliation.noColumn' as const,
      ...(name === 'amount' ? { description: 'reconciliation.column.amountHint' as const } : {}),
      required: name === 'number' || name === 'reference',
    })),
  ];
  return {
    action: `${ADDRESS}/${id}/mapping`,
    headings: table.headings,
    sample: table.lines
      .slice(0, SAMPLE_LINES)
      .map(({ cells }) => ({ cells: table.headings.map((_, index) => cells[index] ?? '') })),
    faults: faults.slice(0, MOST_FAULTS).map(({ line, key }) => ({ line, message: t(key) })),
    moreFaults:
      faults.length > MOST_FAULTS ? t('received.list.more', { count: faults.length - MOST_FAULTS }) : null,
    form: buildForm(specs, sent.values, sent.issues, t),
  };
}

/** What the form holds before anyone fills it in. */
export function firstMapping(year: number, mapping: ColumnMapping): Record<string, string> {
  const filled = columnNames.map((name) => [name, mapping[name] ?? ''] as const);
  return { year: String(year), ...Object.fromEntries(filled) };
}

/** The model of `reconciliation/result`. */
export function resultPage(
  file: ReconciliationRow,
  rows: readonly Reconciled[],
  { show, page }: z.infer<typeof rowsQuery>,
  locale: Locale,
  t: Translate,
) {
  const { theirCents, ourCents, differenceCents } = totalsOf(rows);
  const chosen = rowsToShow(rows, show);
  const from = (page - 1) * ROWS_PER_PAGE;
  const address = `${ADDRESS}/${file.id}`;
  return {
    intro: t('reconciliation.result.intro', { year: file.year!, file: file.fileName }),
    uploaded: { by: file.uploadedBy, at: file.uploadedAt },
    verdict: verdictOf(rows, locale, t),
    totals: { theirs: shown(theirCents), ours: shown(ourCents), difference: shown(differenceCents) },
    shows: shows.map((each) => ({
      href: listAddress(address, { show: each === 'differences' ? undefined : each }),
      label: t(`reconciliation.show.${each}`, { count: rowsToShow(rows, each).length }),
      current: each === show,
    })),
    csvHref: listAddress(`${address}/rows.csv`, { show }),
    rows: chosen.slice(from, from + ROWS_PER_PAGE).map((row) => ({
      number: row.invoiceNumber === '' ? t('reconciliation.noNumber') : row.invoiceNumber,
      href: row.realisationId && `/realisations/${row.realisationId}`,
      supplier: row.supplier ?? '–',
      outcome: t(`reconciliation.outcome.${row.outcome}`),
      theirs: row.theirCents === null ? null : shown(row.theirCents),
      ours: row.ourCents === null ? null : shown(row.ourCents),
      references: row.references.join(', '),
      lines: row.lines.length === 0 ? null : t('reconciliation.lines', { lines: row.lines.join(', ') }),
    })),
    pagination: pagination(chosen.length, page, ROWS_PER_PAGE, (number) =>
      listAddress(address, { show: show === 'differences' ? undefined : show, page: number }),
    ),
  };
}

function verdictOf(rows: readonly Reconciled[], locale: Locale, t: Translate) {
  const count = rowsToShow(rows, 'differences').length;
  if (count === 0) return { kind: 'ok', text: t('reconciliation.result.agrees') };
  const { differenceCents } = totalsOf(rows);
  const amount = formatCents(differenceCents < 0n ? -differenceCents : differenceCents, locale);
  const side = differenceCents === 0n ? 'even' : differenceCents > 0n ? 'higher' : 'lower';
  const text = `${t('reconciliation.result.differs', { count })} ${t(`reconciliation.balance.${side}`, { amount })}`;
  return { kind: 'warning', text };
}

/** The rows of one kind, or all that differ. */
export function rowsToShow(rows: readonly Reconciled[], show: Show): readonly Reconciled[] {
  return rows.filter(({ outcome }) => (show === 'differences' ? outcome !== 'agrees' : outcome === show));
}

export function reconciledColumns(t: Translate): string[] {
  return (
    ['number', 'supplier', 'outcome', 'theirs', 'ours', 'difference', 'references', 'fileLines'] as const
  ).map((name) => t(`reconciliation.csv.${name}`));
}

export function reconciledCells(row: Reconciled, t: Translate): Cell[] {
  return [
    textCell(row.invoiceNumber || null),
    textCell(row.supplier),
    textCell(t(`reconciliation.outcome.${row.outcome}`)),
    centsCell(row.theirCents),
    centsCell(row.ourCents),
    centsCell((row.theirCents ?? 0n) - (row.ourCents ?? 0n)),
    textCell(row.references.join(', ') || null),
    textCell(row.lines.join(', ') || null),
  ];
}

const shown = (cents: bigint) => ({ cents, isDemo: false });
