import { amountOf, figuresOf, totalOf, type Amount, type Standing } from '../grants/budget.rules.js';
import { formatCents, formatDate, formatDateRange } from '../platform/i18n/format.js';
import type {
  LineStanding,
  OpenCommitmentRow,
  OverspentRow,
  ReceivedInvoiceRow,
} from './finance-home.queries.js';
import { leftOverSections, type LeftOver } from './left-over.pages.js';
import type { HomeCard, Overview, Reader } from './overview.pages.js';

interface LineRow {
  readonly title: string;
  readonly amounts: readonly Amount[];
}

/** What is committed, realised and free per line, and which sessions wait for their invoice. */
export function financeHome(
  found: {
    readonly lines: readonly LineStanding[];
    readonly toInvoice: readonly OpenCommitmentRow[];
    readonly toAccount: readonly { readonly year: number }[];
    readonly overspent: readonly OverspentRow[];
    readonly received: readonly ReceivedInvoiceRow[];
    readonly leftOver: readonly LeftOver[];
  },
  reader: Reader,
): Overview & {
  readonly year: number | null;
  readonly lines: readonly LineRow[];
  readonly total: LineRow | null;
} {
  const { t } = reader;
  const { lines, toInvoice, toAccount, overspent } = found;
  const open = toInvoice[0]?.total ?? 0;
  return {
    lead: open === 0 ? t('home.finance.leadNone') : t('home.finance.lead', { count: open }),
    figures: [],
    year: lines[0]?.year ?? null,
    lines: lines.map((line) => ({ title: line.title, amounts: amountsOf(line) })),
    total: lines.length === 0 ? null : { title: t('home.finance.total'), amounts: amountsOf(totalOf(lines)) },
    sections: [
      ...overspentSections(overspent, reader),
      ...receivedSections(found.received, reader),
      {
        id: 'to-invoice',
        title: t('home.finance.toInvoice'),
        cards: toInvoice.map((commitment) => commitmentCard(commitment, reader)),
        empty: { title: t('home.finance.noneTitle'), text: t('home.finance.none'), action: null },
        more: [{ href: '/commitments', label: t('home.finance.all') }],
      },
      ...leftOverSections(found.leftOver, reader),
      ...accountSections(toAccount, reader),
    ],
  };
}

/** The budgets that need a decision, where there are any. */
function overspentSections(overspent: readonly OverspentRow[], { t, locale }: Reader): Overview['sections'] {
  if (overspent.length === 0) return [];
  const cards = overspent.map(({ grantId, title, municipality, shortCents, isDemo }) => ({
    title: `${title}, ${municipality}`,
    ...{ href: null, badge: null },
    lines: [
      t('home.finance.short', {
        amount: formatCents(shortCents, locale) + (isDemo ? ` (${t('home.demo')})` : ''),
      }),
    ],
    actions: [{ href: `/grants/${grantId}/shifts/new`, label: t('home.finance.shift') }],
  }));
  return [
    {
      ...{ id: 'overspent', title: t('home.finance.overspent'), cards },
      ...{ empty: { title: '', text: '', action: null }, more: [] },
    },
  ];
}

/** The invoices that were read in and wait to be booked, where there are any. */
function receivedSections(
  received: readonly ReceivedInvoiceRow[],
  { t, locale }: Reader,
): Overview['sections'] {
  const [first] = received;
  if (!first) return [];
  const cards = received.map(({ id, supplier, invoiceNumber, amountCents }) => ({
    title: `${supplier} ${invoiceNumber}`,
    ...{ href: null, badge: null, lines: [formatCents(amountCents, locale)] },
    actions: [{ href: `/received-invoices/${id}`, label: t('home.finance.book') }],
  }));
  return [
    {
      ...{ id: 'received', title: t('home.finance.received', { count: first.total }), cards },
      empty: { title: '', text: '', action: null },
      more: [{ href: '/received-invoices', label: t('home.finance.allReceived') }],
    },
  ];
}

/** The years to account for, where there are any. */
function accountSections(
  years: readonly { readonly year: number }[],
  { t, locale }: Reader,
): Overview['sections'] {
  if (years.length === 0) return [];
  const cards = years.map(({ year }) => ({
    title: t('home.finance.statement', { year }),
    ...{ href: null, badge: null },
    lines: [t('home.finance.due', { due: formatDate(`${year + 1}-07-15`, locale, 'long') })],
    actions: [{ href: `/accountability/${year}`, label: t('home.finance.account') }],
  }));
  return [
    {
      ...{ id: 'to-account', title: t('home.finance.toAccount'), cards },
      ...{ empty: { title: '', text: '', action: null }, more: [] },
    },
  ];
}

/** In the order of the columns. */
function amountsOf(standing: Standing): Amount[] {
  const { granted, committed, realised, free } = figuresOf(standing);
  return [granted, committed, realised, free];
}

function commitmentCard(commitment: OpenCommitmentRow, { t, locale }: Reader): HomeCard {
  const open = amountOf(BigInt(commitment.open_cents), commitment.is_demo);
  const demo = open.isDemo ? ` (${t('home.demo')})` : '';
  return {
    title: commitment.subject,
    href: null,
    badge: null,
    lines: [
      `${formatDateRange(commitment.dates, locale)} · ${commitment.municipality_name}`,
      `${t('home.finance.open', { amount: formatCents(open.cents, locale) })}${demo}`,
    ],
    actions: [{ href: `/commitments/${commitment.id}/invoice`, label: t('home.finance.enter') }],
  };
}
