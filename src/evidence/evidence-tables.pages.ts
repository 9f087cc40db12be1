import { type Cell, centsCell, dateCell, integerCell, textCell } from '../platform/files/cell.js';
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
      ...[name, organisation, does, municipality].map(textCell),
      ...parts.map(({ id }) =>
        textCell(marks[id] ? t(`attendance.mark.${marks[id]}`) : t('attendance.unmarked')),
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
      ...[textCell(number), textCell(name), dateCell(issuedOn), dateCell(validUntil), dateCell(revokedOn)],
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
      textCell(row.supplier),
      textCell(row.invoiceNumber),
      dateCell(row.invoiceDate),
      dateCell(row.costDate),
      centsCell(row.amountCents),
      textCell(t(`grants.vat.${row.vatTreatment}`)),
      textCell(row.creditedNumber),
      row.reason && textCell(t(`grants.credit.reason.${row.reason}`)),
      centsCell(row.realisedCents),
      textCell(rangesOf(row.bookings)),
      textCell(row.fileName),
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
      integerCell(row.number),
      dateCell(localDateOf(row.sharedAt)),
      textCell(t(`grants.sharing.${row.key}`)),
      textCell(row.municipalityName),
      integerCell(row.units),
      centsCell(row.amountCents),
      textCell(row.sharedBy),
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
      const number = integerCell(row.number);
      const what = [
        textCell(t(`grants.decision.kind.${row.kind}`)),
        textCell(row.reference),
        dateCell(row.decidedOn),
      ];
      const award = centsCell(row.awardChangeCents);
      const documents = integerCell(row.documents.length);
      const by = textCell(row.recordedBy);
      return [
        [number, ...what, textCell(row.reason), award, null, null, null, null, documents, by],
        ...row.budgets.map(({ line, year, municipality, cents }): Cell[] => [
          ...[number, ...what, null, null, textCell(line), integerCell(year)],
          ...[textCell(municipality), centsCell(BigInt(cents)), null, null],
        ]),
      ];
    }),
  };
}
