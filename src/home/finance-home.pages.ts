import { formatCents, formatDateRange } from '../platform/i18n/format.js';
import type { LineStandingRow, OpenCommitmentRow } from './finance-home.queries.js';
import type { HomeCard, Overview, Reader } from './overview.pages.js';

interface Amount {
  readonly cents: bigint;
  readonly isDemo: boolean;
}
interface LineRow {
  readonly title: string;
  readonly amounts: readonly Amount[];
}

/** What is committed, realised and free per line, and which sessions wait for their invoice. */
export function financeHome(
  lines: readonly LineStandingRow[],
  toInvoice: readonly OpenCommitmentRow[],
  reader: Reader,
): Overview & {
  readonly year: number | null;
  readonly lines: readonly LineRow[];
  readonly total: LineRow | null;
} {
  const { t } = reader;
  const rows = lines.map((line) => ({ title: line.title, amounts: amountsOf(line) }));
  const open = toInvoice[0]?.total ?? 0;
  return {
    lead: open === 0 ? t('home.finance.leadNone') : t('home.finance.lead', { count: open }),
    figures: [],
    year: lines[0]?.year ?? null,
    lines: rows,
    total: rows.length === 0 ? null : { title: t('home.finance.total'), amounts: totals(rows) },
    sections: [
      {
        id: 'to-invoice',
        title: t('home.finance.toInvoice'),
        cards: toInvoice.map((commitment) => commitmentCard(commitment, reader)),
        empty: { title: t('home.finance.noneTitle'), text: t('home.finance.none'), action: null },
        more: [{ href: '/commitments', label: t('home.finance.all') }],
      },
    ],
  };
}

/** Granted, committed, realised and what is left of the first. */
function amountsOf({ granted_cents, committed_cents, realised_cents, is_demo }: LineStandingRow): Amount[] {
  const [granted, committed, realised] = [granted_cents, committed_cents, realised_cents].map(BigInt) as [
    bigint,
    bigint,
    bigint,
  ];
  return [granted, committed, realised, granted - committed - realised].map((cents) => ({
    cents,
    isDemo: is_demo,
  }));
}

function totals(rows: readonly LineRow[]): Amount[] {
  return [0, 1, 2, 3].map((column) => ({
    cents: rows.reduce((total, { amounts }) => total + amounts[column]!.cents, 0n),
    isDemo: rows.some(({ amounts }) => amounts[column]!.isDemo),
  }));
}

function commitmentCard(commitment: OpenCommitmentRow, { t, locale }: Reader): HomeCard {
  const demo = commitment.is_demo ? ` (${t('home.demo')})` : '';
  return {
    title: commitment.course_title,
    href: null,
    badge: null,
    lines: [
      `${formatDateRange(commitment.dates, locale)} · ${commitment.municipality_name}`,
      `${formatCents(BigInt(commitment.amount_cents), locale)}${demo}`,
    ],
    actions: [{ href: `/commitments/${commitment.id}/invoice`, label: t('home.finance.enter') }],
  };
}
