import { allotmentsPage } from '../../../src/grants/allotments.pages.js';
import { budgetPage } from '../../../src/grants/budget.pages.js';
import type { CommitmentStanding } from '../../../src/grants/commitment.queries.js';
import { commitmentsPage, firstValues, invoicePage } from '../../../src/grants/commitments.pages.js';
import { confirmationPage } from '../../../src/grants/confirmation.pages.js';
import type { Confirmation } from '../../../src/grants/confirmation.queries.js';
import { ledgerPage } from '../../../src/grants/ledger.pages.js';
import type { LedgerRow } from '../../../src/grants/ledger.queries.js';
import type { NamedBudgetRow } from '../../../src/grants/standing.queries.js';
import { translator } from '../pages.js';

const t = translator('nl');
const ids = {
  basic: '0198f000-0000-7000-8000-000000000001',
  advanced: '0198f000-0000-7000-8000-000000000002',
  Almere: '0198f000-0000-7000-8000-000000000011',
  Dronten: '0198f000-0000-7000-8000-000000000012',
  session: '0198f000-0000-7000-8000-000000000021',
  other: '0198f000-0000-7000-8000-000000000022',
} as const;
const longTitle = 'Tweedaagse verdiepingstraining voor aandachtsfunctionarissen en beleidsmedewerkers';

const confirmation: Confirmation = {
  sessionId: ids.session,
  regionId: ids.other,
  status: 'open',
  seatsTaken: 3,
  minimum: 8,
  courseTitle: longTitle,
  dates: ['2026-11-12', '2026-11-13'],
  municipalityId: ids.Almere,
  municipalityName: 'Almere',
  priceCents: 250_000n,
  priceIsDemo: true,
  budget: {
    lineId: ids.basic,
    lineTitle: 'Basistrainingen',
    decisionNumber: 'VB-2026',
    grantedCents: 1_500_000n,
    committedCents: 0n,
    realisedCents: 0n,
    grantedIsDemo: true,
    committedIsDemo: false,
  },
  allotment: { id: ids.other, trainings: 6, used: 2, isDemo: false },
};

const allotmentRow = {
  id: ids.other,
  grant_id: ids.other,
  municipality_id: ids.Almere,
  municipality_name: 'Almere',
  course_id: ids.basic,
  course_title: longTitle,
  level: 'advanced',
  trainings: 6,
  used: 6,
  is_demo: false,
  source: 'Aanvraag 2016',
} as const;

const budgetRow = (lineId: string, lineTitle: string, town: 'Almere' | 'Dronten'): NamedBudgetRow => ({
  lineId,
  lineTitle,
  municipalityId: ids[town],
  municipalityName: town,
  grantedCents: 1_500_000n,
  committedCents: 250_000n,
  realisedCents: 123_456n,
  grantedIsDemo: town === 'Almere',
  committedIsDemo: true,
});
const budgets = [
  budgetRow(ids.basic, 'Basistrainingen', 'Almere'),
  budgetRow(ids.basic, 'Basistrainingen', 'Dronten'),
  budgetRow(ids.advanced, longTitle, 'Almere'),
];
const grants = [
  {
    id: ids.other,
    decisionNumber: 'VB-2026',
    title: 'Versterkingsgelden 2026',
    leadMunicipalityId: ids.Almere,
    year: 2026,
    amountCents: 22_783_000n,
    dividedCents: 4_500_000n,
    isDemo: true,
    source: 'Voorbeeld',
  },
];

const commitment: CommitmentStanding = {
  id: ids.other,
  regionId: ids.other,
  sessionId: ids.session,
  courseTitle: longTitle,
  dates: ['2026-11-12'],
  provider: 'Voorbeeldleverancier',
  vatTreatment: 'exempt',
  grantLineId: ids.basic,
  lineTitle: 'Basistrainingen',
  grantYear: 2026,
  municipalityId: ids.Almere,
  municipalityName: 'Almere',
  amountCents: 250_000n,
  isDemo: true,
  invoicedCents: 100_000n,
  openCents: 150_000n,
  settledAt: null,
};

const ledgerRow: LedgerRow = {
  id: '12',
  booked_on: '2026-11-20',
  recorded_at: new Date('2026-11-20T10:00:00Z'),
  kind: 'realisation',
  amount_cents: '123456',
  is_demo: false,
  source_type: 'invoice',
  source_id: ids.other,
  description: 'Voorbeeldleverancier 2026-1',
  session_id: ids.session,
  grant_line_id: ids.basic,
  line_code: '10',
  line_title: 'Basistrainingen',
  municipality_id: ids.Almere,
  municipality_name: 'Almere',
  decision_number: 'VB-2026',
  course_title: longTitle,
  session_date: '2026-11-12',
  supplier: 'Voorbeeldleverancier',
  invoice_number: '2026-1',
  vat_treatment: 'exempt',
};
const released: LedgerRow = {
  ...ledgerRow,
  id: '11',
  kind: 'commitment',
  amount_cents: '-250000',
  is_demo: true,
  source_type: 'session',
  supplier: null,
  invoice_number: null,
  vat_treatment: null,
};
const offered = {
  years: [2026, 2019],
  lines: [{ id: ids.basic, name: 'Basistrainingen (VB-2026)' }],
  municipalities: [{ id: ids.Almere, name: 'Almere' }],
};
const year = { year: 2026, years: [2026, 2019], municipality: undefined };
const nothing = { items: [], total: 0, committedCents: 0n, committedIsDemo: false, realisedCents: 0n };

const titled = (model: object) => ({ title: 'Voorbeeldpagina', ...model });

export const samples = {
  'grants/confirmation': [
    confirmation,
    { ...confirmation, seatsTaken: 12, allotment: null },
    { ...confirmation, budget: null, allotment: null },
    { ...confirmation, status: 'cancelled' as const },
    { ...confirmation, allotment: { id: null, trainings: 0, used: 0, isDemo: false } },
    { ...confirmation, priceCents: 9_900_000n },
  ].map((sample) => titled(confirmationPage(sample, 'nl', t))),
  'grants/allotments': [
    allotmentsPage([allotmentRow, { ...allotmentRow, used: 1, is_demo: true }], year, 'coordinator', t),
    allotmentsPage([allotmentRow], year, 'contact', t),
    allotmentsPage([], year, 'coordinator', t),
  ].map(titled),
  'grants/budget': [
    budgetPage({ rows: budgets, grants }, year, 'finance', t),
    budgetPage({ rows: budgets.slice(0, 1), grants: [] }, year, 'contact', t),
    budgetPage({ rows: [], grants: [] }, year, 'coordinator', t),
  ].map(titled),
  'grants/ledger': [
    ledgerPage(
      {
        items: [ledgerRow, released],
        total: 120,
        committedCents: -250_000n,
        committedIsDemo: true,
        realisedCents: 123_456n,
      },
      { year: 2026, line: ids.basic, kind: 'realisation' },
      2,
      offered,
      t,
    ),
    ledgerPage(nothing, { year: 2026 }, 1, offered, t),
  ].map(titled),
  'grants/commitments': [
    commitmentsPage(
      { items: [commitment], total: 1 },
      { q: null, page: 1 },
      { recordsInvoices: true, locale: 'nl' },
      t,
    ),
    commitmentsPage(
      { items: [commitment], total: 60 },
      { q: 'basis', page: 2 },
      { recordsInvoices: false, locale: 'nl' },
      t,
    ),
    commitmentsPage(
      { items: [], total: 0 },
      { q: 'niets', page: 1 },
      { recordsInvoices: true, locale: 'nl' },
      t,
    ),
  ].map(titled),
  'grants/invoice': [
    invoicePage(commitment, firstValues(commitment), [], 'nl', t),
    invoicePage(
      commitment,
      { supplier: '', amountCents: '-5' },
      [
        { path: 'amountCents', message: 'Vul een bedrag van 0 of hoger in.' },
        { path: 'vatTreatment', message: 'Kies een van de mogelijkheden.' },
      ],
      'nl',
      t,
    ),
    invoicePage({ ...commitment, settledAt: new Date('2026-11-20T10:00:00Z') }, {}, [], 'nl', t),
  ].map(titled),
};
