import { evidenceAddress } from '../accountability/accountability.pages.js';
import { formatDate } from '../platform/i18n/format.js';
import type { Translate } from '../platform/i18n/translator.js';
import type { Locale } from '../shared/locale.js';
import type { Evidence, Gap } from './evidence-outline.service.js';
import { gapKinds, totalBooked } from './evidence.rules.js';

/** How many of what is missing the page shows; the index in the file tells all. */
const GAPS_SHOWN = 50;

/** What is counted, in the order in which it is told. */
const COUNTED = [
  ...(['bookings', 'decisions', 'decisionDocuments', 'sessions', 'people', 'signedSheets'] as const),
  ...(['certificates', 'orders', 'invoices', 'eInvoices'] as const),
] as const;

/** The model of `evidence/show`: what will be in the file, and what is missing. */
export function evidencePage(
  evidence: Evidence,
  { locale, isFinance }: { readonly locale: Locale; readonly isFinance: boolean },
  t: Translate,
) {
  const { scope, grant, gaps } = evidence;
  const total = totalBooked(evidence.lines);
  const found = countsOf(evidence);
  return {
    lead: `${grant.decisionNumber}, ${grant.title}`,
    upTo: upToText(evidence, t),
    total,
    counts: COUNTED.map((name) => ({
      label: t(`evidence.count.${name}`),
      value: found[name].toLocaleString(locale === 'nl' ? 'nl-NL' : 'en-GB'),
    })),
    size: t('evidence.megabytes', { size: megabytes(evidence, locale) }),
    missing: gaps.length === 0 ? null : t('evidence.missing', { count: gaps.length }),
    perKind: gapKinds
      .map((kind) => ({ kind, count: gaps.filter((gap) => gap.kind === kind).length }))
      .filter(({ count }) => count > 0)
      .map(({ kind, count }) => ({ what: t(`evidence.gap.${kind}`), count })),
    gaps: gaps.slice(0, GAPS_SHOWN).map((gap) => ({
      what: t(`evidence.gap.${gap.kind}`),
      where: placeOf(gap, t, locale),
      href: hrefOf(gap, isFinance),
    })),
    notShown:
      gaps.length > GAPS_SHOWN ? t('evidence.notShown', { shown: GAPS_SHOWN, count: gaps.length }) : null,
    fileHref: `${evidenceAddress(scope.year, scope.grantId)}.zip`,
  };
}

/** How much there is of everything. */
export function countsOf({ lines, decisions, sessions, orders, invoices }: Evidence) {
  const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);
  return {
    bookings: sum(lines.map(({ bookings }) => bookings.length)),
    decisions: decisions.length,
    decisionDocuments: sum(decisions.map(({ documents }) => documents.length)),
    sessions: sessions.length,
    people: sum(sessions.map(({ people }) => people)),
    signedSheets: sum(sessions.map(({ sheets }) => sheets.length)),
    certificates: sum(sessions.map(({ certificates }) => certificates)),
    orders: orders.length,
    invoices: invoices.length,
    eInvoices: invoices.filter(({ document }) => document !== null).length,
  };
}

/** The files that were kept and go into the ZIP as they are: how many, and how many bytes. */
export function keptOf({ decisions, sessions, invoices }: Evidence): { files: number; bytes: number } {
  const kept = [
    ...decisions.flatMap(({ documents }) => documents),
    ...sessions.flatMap(({ sheets }) => sheets),
    ...invoices.flatMap(({ document }) => document ?? []),
  ];
  return { files: kept.length, bytes: kept.reduce((total, { size }) => total + size, 0) };
}

/** Up to which booking the evidence goes, in words. */
export function upToText({ scope: { upTo } }: Pick<Evidence, 'scope'>, t: Translate): string {
  return upTo === '0' ? t('evidence.noEntries') : t('evidence.entry', { number: upTo });
}

/** Of what something is missing, in words. */
export function placeOf(
  { session, order, decision, invoice, path }: Gap,
  t: Translate,
  locale: Locale = 'nl',
): string {
  const paid = session ?? order;
  if (paid) {
    const date = formatDate(paid.date, locale, 'long');
    const params = { number: paid.number, title: paid.title, date, municipality: paid.municipalityName };
    return t(session ? 'evidence.gap.ofSession' : 'evidence.gap.ofOrder', params);
  }
  if (decision)
    return t('evidence.gap.ofDecision', {
      kind: t(`grants.decision.kind.${decision.kind}`),
      reference: decision.reference,
      date: formatDate(decision.decidedOn, locale, 'long'),
    });
  if (invoice) {
    const params = {
      supplier: invoice.supplier,
      number: invoice.invoiceNumber,
      invoice: invoice.creditedNumber ?? '',
    };
    return t(invoice.creditedNumber === null ? 'grants.ledger.invoice' : 'grants.ledger.creditNote', params);
  }
  return path ?? t('evidence.gap.ofAll');
}

/** Where to look at it; an invoice is opened by finance alone. */
function hrefOf({ session, decision, invoice }: Gap, isFinance: boolean): string | null {
  if (session) return `/sessions/${session.sessionId}`;
  if (decision) return `/grant-decisions/${decision.id}`;
  return invoice && isFinance ? `/realisations/${invoice.id}` : null;
}

function megabytes(evidence: Evidence, locale: Locale): string {
  const { bytes } = keptOf(evidence);
  return (bytes / 1_000_000).toLocaleString(locale === 'nl' ? 'nl-NL' : 'en-GB', {
    maximumFractionDigits: 1,
  });
}
