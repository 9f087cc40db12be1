import type { Cell } from '../platform/files/cell.js';
import { formatDate, formatTimeRange } from '../platform/i18n/format.js';
import type { Translate } from '../platform/i18n/translator.js';
import { localDateOf } from '../shared/local-date.js';
import type { SharedRow } from './evidence-commitment.queries.js';
import type { NumberedDecision } from './evidence-outline.service.js';
import type { ProvenCertificate, SessionProof } from './evidence-proof.queries.js';
import type { InvoiceRow } from './evidence.queries.js';
import { rangesOf } from './evidence.rules.js';

/** A list of an evidence file, in Dutch whoever asks. */
export interface Table {
  readonly header: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
}

/** Who was on the roster and how each attended each part. */
export function rosterTable({ parts, people }: SessionProof, t: Translate): Table {
  return {
    header: [
      t('evidence.column.name'),
      t('evidence.column.organisation'),
      t('evidence.column.function'),
      t('evidence.column.municipality'),
      ...parts.map(({ ordinal, localDate, startTime, endTime }) => {
        const date = formatDate(localDate, 'nl', 'short');
        return `${t('attendance.part', { ordinal })}, ${date} ${formatTimeRange(startTime, endTime)}`;
      }),
    ],
    rows: people.map(({ name, organisation, function: does, municipality, marks }) => [
      ...[name, organisation, does, municipality].map(text),
      ...parts.map(({ id }) =>
        text(marks[id] ? t(`attendance.mark.${marks[id]}`) : t('attendance.unmarked')),
      ),
    ]),
  };
}

export function certificateTable(certificates: readonly ProvenCertificate[], t: Translate): Table {
  return {
    header: [
      t('evidence.column.number'),
      t('evidence.column.name'),
      t('evidence.column.issuedOn'),
      t('evidence.column.validUntil'),
      t('evidence.column.revokedOn'),
    ],
    rows: certificates.map(({ number, name, issuedOn, validUntil, revokedOn }) => [
      ...[text(number), text(name), date(issuedOn), date(validUntil), date(revokedOn)],
    ]),
  };
}

/** Invoices with the name of the e-invoice beside it, in order; null for one of which there is none. */
export function invoiceTable(
  invoices: readonly (InvoiceRow & { readonly fileName: string | null })[],
  t: Translate,
): Table {
  return {
    header: [
      t('grants.ledger.supplier'),
      t('grants.ledger.invoiceNumber'),
      t('evidence.column.invoiceDate'),
      t('grants.ledger.costDate'),
      t('evidence.column.amount'),
      t('grants.ledger.vat'),
      t('grants.ledger.creditedNumber'),
      t('grants.credit.reason'),
      t('evidence.column.booked'),
      t('evidence.column.bookings'),
      t('evidence.column.document'),
    ],
    rows: invoices.map((row) => [
      text(row.supplier),
      text(row.invoiceNumber),
      date(row.invoiceDate),
      date(row.costDate),
      { kind: 'cents', value: row.amountCents },
      text(t(`grants.vat.${row.vatTreatment}`)),
      row.creditedNumber === null ? null : text(row.creditedNumber),
      row.reason && text(t(`grants.credit.reason.${row.reason}`)),
      { kind: 'cents', value: row.realisedCents },
      text(rangesOf(row.bookings)),
      row.fileName === null ? null : text(row.fileName),
    ]),
  };
}

/** Every time that the cost of a session was shared, and what each municipality bore from then on. */
export function shareTable(shares: readonly SharedRow[], t: Translate): Table {
  return {
    header: [
      t('evidence.column.sharing'),
      t('evidence.column.sharedOn'),
      t('grants.sharing.key'),
      t('evidence.column.municipality'),
      t('evidence.column.units'),
      t('evidence.column.bears'),
      t('evidence.column.by'),
    ],
    rows: shares.map((row) => [
      { kind: 'integer', value: row.number },
      date(localDateOf(row.sharedAt)),
      text(t(`grants.sharing.${row.key}`)),
      text(row.municipalityName),
      { kind: 'integer', value: row.units },
      { kind: 'cents', value: row.amountCents },
      row.sharedBy === null ? null : text(row.sharedBy),
    ]),
  };
}

/** The decisions on a grant, and below each what it changed in the budgets. */
export function decisionTable(decisions: readonly NumberedDecision[], t: Translate): Table {
  return {
    header: [
      t('evidence.column.decision'),
      t('grants.decision.kind'),
      t('evidence.column.reference'),
      t('evidence.column.decidedOn'),
      t('evidence.column.reason'),
      t('evidence.column.awardChange'),
      t('grants.ledger.line'),
      t('evidence.column.lineYear'),
      t('evidence.column.municipality'),
      t('evidence.column.budgetChange'),
      t('evidence.column.documents'),
      t('evidence.column.by'),
    ],
    rows: decisions.flatMap((row) => {
      const number: Cell = { kind: 'integer', value: row.number };
      const what = [text(t(`grants.decision.kind.${row.kind}`)), text(row.reference), date(row.decidedOn)];
      const award: Cell = { kind: 'cents', value: row.awardChangeCents };
      const documents: Cell = { kind: 'integer', value: row.documents.length };
      const by = row.recordedBy === null ? null : text(row.recordedBy);
      return [
        [number, ...what, text(row.reason), award, null, null, null, null, documents, by],
        ...row.budgets.map(({ line, year, municipality, cents }): Cell[] => [
          ...[number, ...what, null, null, text(line), { kind: 'integer', value: year } as const],
          ...[text(municipality), { kind: 'cents', value: BigInt(cents) } as const, null, null],
        ]),
      ];
    }),
  };
}

function text(value: string): Cell {
  return { kind: 'text', value };
}

function date(value: string | null): Cell {
  return value === null ? null : { kind: 'date', value };
}
