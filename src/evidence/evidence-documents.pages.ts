import { figureKinds } from '../grants/figure.rules.js';
import { whatHappened } from '../grants/ledger.pages.js';
import { formatDate, formatDateRange } from '../platform/i18n/format.js';
import type { Translate } from '../platform/i18n/translator.js';
import type { CommitmentEvidence } from './evidence-commitment.queries.js';
import { commitmentPath, HASHES } from './evidence-name.rules.js';
import type { Evidence, EvidenceOrder, EvidenceSession, Gap } from './evidence-outline.service.js';
import { placeOf, upToText } from './evidence.pages.js';
import { rangesOf, totalBooked, type Booked } from './evidence.rules.js';

/** What is told of a file in an evidence file. */
export interface FileTold {
  readonly path: string;
  /** What it is, in Dutch. */
  readonly what: string;
  /** The numbers of the bookings that it is about. */
  readonly bookings: readonly string[];
}

/** A file that was put in; its size in bytes. */
export interface ListedFile extends FileTold {
  readonly size: number;
  readonly sha256: string;
}

/** The model of `evidence/index`: what an accountant opens first. */
export function indexDocument(
  evidence: Evidence,
  { files, gaps }: { readonly files: readonly ListedFile[]; readonly gaps: readonly Gap[] },
  { isDemo, t }: { readonly isDemo: boolean; readonly t: Translate },
) {
  const { scope, grant, figures, lines, sessions, orders, otherCosts } = evidence;
  const { year } = scope;
  return {
    title: t('evidence.title', { year }),
    lead: `${grant.decisionNumber}, ${grant.title}`,
    isDemo,
    hashes: HASHES,
    facts: [
      { label: t('evidence.region'), value: grant.regionName },
      { label: t('evidence.lead'), value: grant.leadMunicipality },
      { label: t('evidence.state'), value: t(grant.isKept ? 'evidence.kept' : 'evidence.draft', { year }) },
      { label: t('evidence.upTo'), value: upToText(evidence, t) },
    ],
    figures: figureKinds.map((kind) => ({
      label: t(`grants.figure.${kind}`, { year, before: year - 1 }),
      cents: figures[kind],
    })),
    lines: lines.map((line) => ({
      name: t('evidence.lineName', { code: line.code, title: line.title, year: line.year }),
      paidBy: t(`evidence.paidBy.${line.paidBy}`),
      ...amounts(line),
    })),
    total: totalBooked(lines),
    gaps: gaps.map((gap) => ({ what: t(`evidence.gap.${gap.kind}`), where: placeOf(gap, t) })),
    sections: [
      section(t('evidence.sessions'), sessions),
      section(t('evidence.orders'), orders),
      ...(otherCosts.bookings.length === 0
        ? []
        : [
            {
              title: t('evidence.otherCosts'),
              rows: [otherRow(otherCosts, t)],
              total: totalBooked([otherCosts]),
            },
          ]),
    ].filter(({ rows }) => rows.length > 0),
    files: files
      .toSorted((one, other) => (one.path < other.path ? -1 : 1))
      .map((file) => ({
        ...{ path: file.path, href: hrefOf(file.path), what: file.what, sha256: file.sha256 },
        ...{ size: t('evidence.bytes', { size: file.size }), bookings: rangesOf(file.bookings) },
      })),
  };
}

/** The model of `evidence/commitment`: from what a session or an order is paid, and who decided that when. */
export function commitmentDocument(
  paid: EvidenceSession | EvidenceOrder,
  { facts, parts, bookings }: CommitmentEvidence,
  t: Translate,
) {
  const isSession = 'sessionId' in paid;
  const line = { code: facts.lineCode, title: facts.lineTitle, year: facts.lineYear };
  const first = bookings.find(({ kind, sourceType }) => kind === 'commitment' && sourceType !== 'share');
  return {
    title: paid.title,
    lead: t(isSession ? 'evidence.sessionNumber' : 'evidence.orderNumber', { number: paid.number }),
    facts: [
      {
        label: t('evidence.days'),
        value: isSession ? formatDateRange(facts.dates, 'nl') : formatDate(paid.date, 'nl', 'long'),
      },
      ...(isSession ? [{ label: t('evidence.status'), value: t(`sessions.status.${paid.status}`) }] : []),
      { label: t('grants.ledger.supplier'), value: facts.supplier },
      { label: t('evidence.payer'), value: paid.municipalityName },
      { label: t('grants.ledger.decision'), value: facts.decisionNumber },
      { label: t('grants.ledger.line'), value: t('evidence.lineName', line) },
    ],
    amountCents: facts.amountCents,
    isDemo: facts.isDemo,
    committedAt: facts.committedAt,
    committedBy: first?.recordedBy ?? null,
    settledAt: facts.settledAt,
    openCents: paid.openCents,
    parts: parts.map((part) => ({
      kind: t(`grants.extra.kind.${part.kind}`),
      ...{
        description: part.description,
        cents: part.amountCents,
        vat: t(`grants.vat.${part.vatTreatment}`),
      },
      ...{ reason: part.reason, recordedAt: part.recordedAt, recordedBy: part.recordedBy },
    })),
    bookings: bookings.map((row) => ({
      ...{ number: row.id, bookedOn: row.bookedOn, municipality: row.municipalityName },
      what: t(
        whatHappened({ kind: row.kind, amount_cents: String(row.amountCents), source_type: row.sourceType }),
      ),
      invoice: [row.supplier, row.invoiceNumber].filter(Boolean).join(', '),
      committedCents: row.kind === 'commitment' ? row.amountCents : null,
      realisedCents: row.kind === 'realisation' ? row.amountCents : null,
      ...{ recordedAt: row.recordedAt, recordedBy: row.recordedBy },
    })),
    total: totalBooked([paid]),
  };
}

function section(title: string, paid: readonly (EvidenceSession | EvidenceOrder)[]) {
  return {
    title,
    rows: paid.map((row) => ({
      number: String(row.number),
      name: row.title,
      href: hrefOf(commitmentPath(row.folder)),
      day: formatDate(row.date, 'nl', 'short'),
      municipality: row.municipalityName,
      ...amounts(row),
    })),
    total: totalBooked(paid),
  };
}

function otherRow(row: Evidence['otherCosts'], t: Translate) {
  return {
    number: '',
    name: t('evidence.otherCosts.name'),
    href: null,
    day: '',
    municipality: '',
    ...amounts(row),
  };
}

function amounts(row: Booked & { readonly bookings: readonly string[] }) {
  const { committedCents, realisedCents, bookings } = row;
  return { committedCents, realisedCents, bookings: rangesOf(bookings) };
}

/** The address of a file from the index beside it; the names hold spaces and letters of every script. */
function hrefOf(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/');
}
