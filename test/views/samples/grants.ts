import { allotmentsPage } from '../../../src/grants/allotments.pages.js';
import { anyClosedYearNote } from '../../../src/grants/closed-year.pages.js';
import { budgetPage } from '../../../src/grants/budget.pages.js';
import type { CommitmentStanding } from '../../../src/grants/commitment.queries.js';
import { commitmentsPage } from '../../../src/grants/commitments.pages.js';
import { forecastPage } from '../../../src/grants/forecast.pages.js';
import { confirmationPage } from '../../../src/grants/confirmation.pages.js';
import type { PartRow } from '../../../src/grants/extra-cost.queries.js';
import { extraCostsPage } from '../../../src/grants/extra-costs.pages.js';
import type { Confirmation } from '../../../src/grants/confirmation.queries.js';
import { costPage } from '../../../src/grants/cost.pages.js';
import { activitiesPage, activityPage } from '../../../src/grants/activities.pages.js';
import type { ActivityRow } from '../../../src/grants/activity.queries.js';
import { amendmentPage, shiftPage } from '../../../src/grants/decision-forms.pages.js';
import type { DecisionRow } from '../../../src/grants/decision.queries.js';
import { decisionPage, decisionsPage } from '../../../src/grants/decisions.pages.js';
import { firstValues, invoicePage } from '../../../src/grants/invoice.pages.js';
import type { GrantLineRow } from '../../../src/grants/grant.queries.js';
import { ledgerDownloadsPage } from '../../../src/grants/ledger-download.pages.js';
import type { LedgerDownloadRow } from '../../../src/grants/ledger-download.queries.js';
import { perSession, perSupplier, spendingPage } from '../../../src/grants/spending.pages.js';
import type { SessionSpendingRow, SupplierSpendingRow } from '../../../src/grants/spending.queries.js';
import { ledgerPage } from '../../../src/grants/ledger.pages.js';
import type { LedgerRow } from '../../../src/grants/ledger.queries.js';
import { creditNotePage, firstCreditValues, realisationPage } from '../../../src/grants/realisation.pages.js';
import type { RealisationRow } from '../../../src/grants/realisation.queries.js';
import { orderCancellationPage, orderPage } from '../../../src/grants/orders.pages.js';
import type { ShareRow, SharingRow } from '../../../src/grants/share.queries.js';
import { sharesPage, sharingPage, valuesOfKey } from '../../../src/grants/shares.pages.js';
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
const LONG_NAME = 'Besluit van het regionaal overleg van burgemeesters en wethouders '.repeat(3);
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
  vatTreatment: 'exempt',
  extraCosts: [],
  budget: {
    lineId: ids.basic,
    lineTitle: 'Basistrainingen',
    days: { activity: 'Deskundigheidsbevordering', firstDay: '2026-01-01', lastDay: '2026-12-31' },
    decisionNumber: 'VB-2026',
    grantedCents: 1_500_000n,
    committedCents: 0n,
    realisedCents: 0n,
    grantedIsDemo: true,
    committedIsDemo: false,
  },
  key: 'payer',
  shares: [
    {
      municipalityId: ids.Almere,
      municipalityName: 'Almere',
      units: 0,
      cents: 250_000n,
      freeCents: 1_500_000n,
    },
  ],
  allotment: { id: ids.other, trainings: 6, used: 2, isDemo: false },
};
const together: Confirmation = {
  ...confirmation,
  key: 'enrolled',
  shares: [
    {
      municipalityId: ids.Almere,
      municipalityName: 'Almere',
      units: 2,
      cents: 166_667n,
      freeCents: 1_500_000n,
    },
    {
      municipalityId: ids.Dronten,
      municipalityName: 'Dronten',
      units: 1,
      cents: 83_333n,
      freeCents: 83_332n,
    },
  ],
};
const sharedSession = { id: ids.session, courseTitle: longTitle, dates: ['2026-11-12'], payer: 'Almere' };
const shareRows: ShareRow[] = [
  {
    ...{ municipalityId: ids.Almere, municipalityName: 'Almere', units: 2 },
    ...{ reservedCents: 66_667n, spentCents: 100_000n, isDemo: true },
  },
  {
    ...{ municipalityId: ids.Dronten, municipalityName: 'Dronten', units: 1 },
    ...{ reservedCents: 33_333n, spentCents: 50_000n, isDemo: true },
  },
];
const sharingRows: SharingRow[] = shareRows.map((row, index) => ({
  ...{ number: 1, key: 'enrolled', units: 2 - index, amountCents: 166_667n, isDemo: true },
  ...{ municipalityId: row.municipalityId, municipalityName: row.municipalityName },
  ...{ sharedAt: new Date('2026-11-20T10:00:00Z'), sharedBy: null },
}));
const members = [
  { id: ids.Almere, name: 'Almere' },
  { id: ids.Dronten, name: 'Dronten' },
];

const allotmentRow = {
  id: ids.other,
  grant_id: ids.other,
  year: 2026,
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
  ...({ decisionNumber: 'VB-2026', year: 2026, lineCode: '10' } as const),
  paidBy: town === 'Dronten' ? 'own' : 'grant',
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
const outlooks = budgets.map((row, index) => ({
  ...row,
  ...{ plannedSessions: index, plannedCents: BigInt(index) * 800_000n, plannedIsDemo: true },
  ...{ expectedCents: 98_765n, expectedIsDemo: false, useBy: '2026-12-17' },
}));
const grants = [
  {
    id: ids.other,
    decisionNumber: 'VB-2026',
    title: 'Versterkingsgelden 2026',
    leadMunicipalityId: ids.Almere,
    firstYear: 2026,
    lastYear: 2028,
    amountCents: 22_783_000n,
    dividedCents: 4_500_000n,
    dividedIsDemo: true,
    isDemo: true,
    source: 'Voorbeeld',
  },
];

const commitment: CommitmentStanding = {
  id: ids.other,
  regionId: ids.other,
  sessionId: ids.session,
  subject: longTitle,
  dates: ['2026-11-12'],
  costDate: '2026-11-12',
  supplier: 'Voorbeeldleverancier',
  vatTreatment: 'exempt',
  grantLineId: ids.basic,
  lineTitle: 'Basistrainingen',
  decisionNumber: 'VB-2026',
  grantYear: 2026,
  municipalityId: ids.Almere,
  municipalityName: 'Almere',
  amountCents: 250_000n,
  extraCents: 30_000n,
  isDemo: true,
  invoicedCents: 100_000n,
  openCents: 150_000n,
  settledAt: null,
  calledOff: false,
};

const order: CommitmentStanding = {
  ...commitment,
  sessionId: null,
  isDemo: false,
  supplier: LONG_NAME,
  extraCents: 0n,
};
const settled = { ...commitment, settledAt: new Date('2026-11-20T10:00:00Z') };
const sums = { amountCents: 250_000n, invoicedCents: 100_000n, openCents: 150_000n, isDemo: true };

const invoice: RealisationRow = {
  id: ids.other,
  regionId: ids.other,
  commitmentId: ids.other,
  sessionId: ids.session,
  subject: longTitle,
  grantLineId: ids.basic,
  lineTitle: 'Basistrainingen',
  decisionNumber: 'VB-2026',
  grantYear: 2026,
  municipalityId: ids.Almere,
  municipalityName: 'Almere',
  supplier: 'Voorbeeldleverancier',
  invoiceNumber: '2026-1',
  invoiceDate: '2027-01-14',
  costDate: '2026-11-12',
  vatTreatment: 'exempt',
  recordedAt: new Date('2027-01-20T10:00:00Z'),
  invoiceId: null,
  reason: null,
  receivedInvoiceId: ids.other,
  amountCents: 100_000n,
  creditedCents: 40_000n,
};
const creditNote: RealisationRow = {
  ...invoice,
  id: ids.advanced,
  invoiceNumber: 'C-1',
  invoiceId: ids.other,
  reason: 'not-delivered',
  amountCents: -40_000n,
  creditedCents: 0n,
};

const sessionSpending: SessionSpendingRow = {
  ...{
    session_id: ids.basic,
    session_date: '2026-11-12',
    subject: 'Basistraining',
    municipalities: 'Almere, Dronten',
  },
  ...{ decisions: 'B-2026', lines: '10 Basistrainingen', invoices: null, is_demo: true },
  ...{ reserved_cents: '250000', open_cents: '250000', realised_cents: '0' },
};
const supplierSpending: SupplierSpendingRow = {
  ...{ supplier: 'ROR', vat_treatment: 'exempt', invoices: 2, credit_notes: 1 },
  ...{ invoiced_cents: '300', credited_cents: '-100', realised_cents: '200' },
};
const download: LedgerDownloadRow = {
  ...{ id: ids.basic, madeAt: new Date('2026-11-20T10:00:00Z'), madeBy: 'Fien Financiën', format: 'csv' },
  filter: { year: 2026, kind: 'realisation', statement: 2026, figure: 'spent', until: '2026-11-20' },
  ...{ line: 'Basistrainingen', municipality: 'Almere', decision: 'B-2026' },
  ...{ upTo: '120', bookings: 42, layout: 1, sha256: 'a1'.repeat(32) },
};
const ledgerRow: LedgerRow = {
  id: '12',
  booked_on: '2026-11-20',
  year: 2026,
  corrects_year: null,
  grant_year: 2026,
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
  subject: longTitle,
  session_date: '2026-11-12',
  cost_date: '2026-11-13',
  supplier: 'Voorbeeldleverancier',
  invoice_number: '2026-1',
  credited_number: null,
  vat_treatment: 'exempt',
};
const credited: LedgerRow = {
  ...ledgerRow,
  id: '14',
  amount_cents: '-23456',
  source_type: 'credit-note',
  invoice_number: 'C-1',
  credited_number: '2026-1',
};
const cost: LedgerRow = {
  ...ledgerRow,
  id: '13',
  year: 2027,
  corrects_year: 2026,
  session_id: null,
  subject: null,
  session_date: null,
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
const sharedAgain: LedgerRow = { ...released, id: '15', source_type: 'share', amount_cents: '-3' };
const offered = {
  years: [2026, 2019],
  lines: [{ id: ids.basic, name: 'Basistrainingen (VB-2026)' }],
  municipalities: [{ id: ids.Almere, name: 'Almere' }],
};
const year = { year: 2026, years: [2026, 2019], municipality: undefined, isOver: false };
const nothing = { items: [], total: 0, committedCents: 0n, committedIsDemo: false, realisedCents: 0n };

const eligible: ActivityRow = {
  ...{ id: ids.basic, grantId: ids.basic, code: 'deskundigheid', title: LONG_NAME },
  ...{ firstDay: '2026-01-01', lastDay: '2026-12-31', isAssumed: true, version: 2 },
  lines: [{ id: ids.basic, year: 2026, code: '10', title: LONG_NAME }],
};
const grantLine: GrantLineRow = {
  ...{ id: ids.basic, year: 2026, code: '10', title: LONG_NAME, paidBy: 'grant', courseLevel: 'basic' },
  ...{ grantedCents: 1n, committedCents: 0n, realisedCents: 0n, grantedIsDemo: true, committedIsDemo: false },
};
const decidedGrant = {
  ...{
    id: ids.basic,
    decisionNumber: 'VB-2026',
    title: 'Versterkingsgelden',
    firstYear: 2026,
    lastYear: 2028,
  },
  ...{ amountCents: 17_304_300n, undividedCents: 250_000n, isDemo: false, undividedIsDemo: true },
};
const amended: DecisionRow = {
  ...{ id: ids.basic, grantId: ids.basic, firstYear: 2026, lastYear: 2028 },
  ...({ kind: 'amendment', reference: 'Brief 2026-17' } as const),
  ...{ decidedOn: '2026-05-12', reason: LONG_NAME, awardChangeCents: -250_000n, documents: 0 },
  ...{
    recordedAt: new Date('2026-05-12T10:00:00Z'),
    recordedBy: 'Voorbeeld Financiën',
    budgets: [],
    allotments: [],
  },
};
const shifted: DecisionRow = {
  ...{ ...amended, kind: 'shift', reference: LONG_NAME, awardChangeCents: 0n, documents: 1 },
  budgets: [
    { line: 'Basistrainingen', year: 2026, municipality: 'Dronten', cents: '-250000' },
    { line: 'Basistrainingen', year: 2027, municipality: 'Almere', cents: '250000' },
  ],
  allotments: [
    { course: 'Basistraining', year: 2026, municipality: 'Dronten', trainings: -1 },
    { course: 'Basistraining', year: 2027, municipality: 'Almere', trainings: 1 },
  ],
};
const shiftChoices = {
  lines: [{ id: ids.basic, name: 'Basistrainingen', year: 2026 }],
  municipalities: [{ id: ids.Almere, name: 'Almere' }],
  courses: [{ id: ids.basic, name: 'Basistraining' }],
};
const freeBudgets = [{ ...budgetRow(ids.basic, LONG_NAME, 'Almere') }];

const extraCost = {
  ...({ kind: 'venue', description: `Zaal ${LONG_NAME}` } as const),
  ...({ amountCents: 35_000n, vatTreatment: 'standard-21' } as const),
};
const partRows: PartRow[] = [
  {
    ...({ commitmentId: ids.other, number: 1, kind: 'price', description: longTitle } as const),
    ...({ amountCents: 250_000n, vatTreatment: 'exempt', reason: null } as const),
    ...{ recordedAt: new Date('2026-10-20T10:00:00Z'), recordedBy: null },
  },
  {
    ...{ ...extraCost, commitmentId: ids.other, number: 2, amountCents: -5_000n, reason: 'Minder <mensen>' },
    ...{ recordedAt: new Date('2026-10-21T10:00:00Z'), recordedBy: 'Fin Voorbeeld' },
  },
];
const rowSent = { kind: 'venue', description: 'Zaal', amountCents: '350,00', vatTreatment: 'exempt' };
const extrasSent = [
  { values: {}, issues: [] },
  {
    values: { extraCosts: [rowSent, { kind: 'catering' }] },
    issues: [{ path: 'extraCosts.1.amountCents', message: 'Vul dit in.' }],
  },
  { values: { extraCosts: Array.from({ length: 5 }, () => rowSent) }, issues: [] },
];
const unsent = (values: Record<string, unknown>) => ({ values, issues: [] });
const titled = (model: object) => ({ title: 'Voorbeeldpagina', ...model });
const noted = (model: object, index: number) =>
  titled({ ...model, closedNote: index === 0 ? anyClosedYearNote(2026, t) : null });

export const samples = {
  'grants/confirmation': [
    confirmation,
    { ...confirmation, seatsTaken: 12, allotment: null },
    { ...confirmation, budget: null, allotment: null },
    { ...confirmation, status: 'cancelled' as const },
    { ...confirmation, allotment: { id: null, trainings: 0, used: 0, isDemo: false } },
    { ...confirmation, shares: [{ ...confirmation.shares[0]!, cents: 9_900_000n }] },
    together,
    { ...together, shares: together.shares.map((each) => ({ ...each, freeCents: 1_500_000n })) },
    { ...confirmation, priceCents: null },
    { ...confirmation, extraCosts: [extraCost, { ...extraCost, kind: 'catering' as const }] },
  ].map((sample, index) => titled(confirmationPage(sample, extrasSent[index % 3]!, 'nl', t))),
  'grants/extra-costs': [
    extraCostsPage(order, partRows, unsent({}), 'nl', t),
    extraCostsPage({ ...order, calledOff: true }, partRows.slice(0, 1), unsent({}), 'en', t),
    extraCostsPage(
      order,
      partRows,
      { values: { amountCents: '0' }, issues: [{ path: 'amountCents', message: 'Vul een bedrag in.' }] },
      'nl',
      t,
    ),
  ].map(titled),
  'grants/order': [
    orderPage(offered, unsent({}), t),
    orderPage(
      offered,
      { values: { supplier: 'x' }, issues: [{ path: 'amountCents', message: 'Vul een bedrag in.' }] },
      t,
    ),
    orderPage({ lines: [], municipalities: [] }, unsent({}), t),
  ].map(noted),
  'grants/order-cancellation': [
    orderCancellationPage(order, 'nl', t),
    orderCancellationPage({ ...order, settledAt: new Date('2026-11-20T10:00:00Z') }, 'nl', t),
  ].map(titled),
  'grants/shares': [
    sharesPage(
      sharedSession,
      { key: 'enrolled', shares: shareRows, history: sharingRows, parts: partRows },
      { role: 'coordinator', locale: 'nl' },
      t,
    ),
    sharesPage(
      sharedSession,
      { key: 'payer', shares: shareRows.slice(0, 1), history: [], parts: [] },
      { role: 'contact', locale: 'nl' },
      t,
    ),
    sharesPage(
      sharedSession,
      { key: 'fixed', shares: [], history: [], parts: [] },
      { role: 'coordinator', locale: 'nl' },
      t,
    ),
  ].map(titled),
  'grants/sharing': [
    sharingPage(
      sharedSession,
      members,
      unsent(
        valuesOfKey({ key: 'fixed', percentages: [{ municipalityId: ids.Almere, units: 3333 }] }, members),
      ),
      'nl',
      t,
    ),
    sharingPage(
      sharedSession,
      members,
      { values: {}, issues: [{ path: 'shares', message: 'De percentages zijn samen geen 100.' }] },
      'nl',
      t,
    ),
  ].map(titled),
  'grants/allotments': [
    allotmentsPage([allotmentRow, { ...allotmentRow, used: 1, is_demo: true }], year, 'coordinator', t),
    allotmentsPage([allotmentRow], year, 'contact', t),
    allotmentsPage([allotmentRow], { ...year, isOver: true }, 'coordinator', t),
    allotmentsPage([], year, 'coordinator', t),
  ].map(titled),
  'grants/budget': [
    budgetPage({ rows: budgets, grants }, year, 'finance', t),
    budgetPage({ rows: budgets.slice(0, 1), grants: [] }, year, 'contact', t),
    budgetPage({ rows: [], grants }, year, 'coordinator', t),
    budgetPage({ rows: [], grants: [] }, year, 'coordinator', t),
  ].map(titled),
  'grants/forecast': [
    forecastPage(outlooks, { ...year, today: '2026-10-01' }, { role: 'finance', locale: 'nl' }, t),
    forecastPage(
      outlooks.slice(1, 2),
      { ...year, today: '2026-12-31' },
      { role: 'contact', locale: 'en' },
      t,
    ),
    forecastPage([], { ...year, today: '2026-10-01' }, { role: 'coordinator', locale: 'nl' }, t),
  ].map(titled),
  'grants/activities': [
    activitiesPage(
      decidedGrant,
      {
        activities: [eligible, { ...eligible, id: ids.advanced, code: 'x', isAssumed: false, lines: [] }],
        lines: [grantLine, { ...grantLine, paidBy: 'own' }],
      },
      { mayChange: true, placing: { values: {}, issues: [{ path: 'lineId', message: 'Kies een post.' }] } },
      'nl',
      t,
    ),
    activitiesPage(
      decidedGrant,
      { activities: [], lines: [] },
      { mayChange: false, placing: unsent({}) },
      'nl',
      t,
    ),
  ].map(titled),
  'grants/activity': [
    activityPage(decidedGrant, null, unsent({ firstDay: '2026-01-01' }), t),
    activityPage(decidedGrant, eligible, unsent({ version: 1 }), t),
    activityPage(
      decidedGrant,
      { ...eligible, lines: [] },
      { values: { title: LONG_NAME }, issues: [{ path: 'code', message: 'Kies een andere code.' }] },
      t,
    ),
  ].map(titled),
  'grants/decisions': [
    decisionsPage(decidedGrant, { rows: [shifted, amended], total: 120 }, 2, true, t),
    decisionsPage(decidedGrant, { rows: [], total: 0 }, 1, false, t),
  ].map(titled),
  'grants/decision': [
    decisionPage(
      shifted,
      {
        activities: [eligible],
        documents: [
          { id: ids.basic, number: 1, fileName: LONG_NAME, uploadedAt: new Date('2026-05-13T10:00:00Z') },
        ],
      },
      { mayAdd: true, issues: [{ path: 'file', message: 'Kies een bestand.' }] },
      'nl',
      t,
    ),
    decisionPage(amended, { documents: [], activities: [] }, { mayAdd: false, issues: [] }, 'nl', t),
  ].map(titled),
  'grants/amendment': [
    amendmentPage(decidedGrant, unsent({}), t),
    amendmentPage(
      decidedGrant,
      { values: { amountCents: 'x' }, issues: [{ path: 'amountCents', message: 'Vul een bedrag in.' }] },
      t,
    ),
  ].map(titled),
  'grants/shift': [
    shiftPage(decidedGrant, { choices: shiftChoices, budgets: freeBudgets }, unsent({}), t),
    shiftPage(
      decidedGrant,
      { choices: shiftChoices, budgets: [] },
      { values: { toLine: 'undivided' }, issues: [{ path: 'toLine', message: 'Kies een post.' }] },
      t,
    ),
  ].map(titled),
  'grants/spending': [
    spendingPage(
      perSession,
      {
        items: [sessionSpending],
        total: 120,
        sums: { reserved_cents: 250_000n, open_cents: 0n, realised_cents: 249_995n },
      },
      { filter: { year: 2026, until: '2026-11-20' }, page: 2, locale: 'nl' },
      offered,
      t,
    ),
    spendingPage(
      perSupplier,
      {
        items: [supplierSpending, { ...supplierSpending, supplier: null, vat_treatment: null, invoices: 0 }],
        total: 2,
        sums: { invoiced_cents: 300n, credited_cents: -100n, realised_cents: 200n },
      },
      { filter: { year: 2026 }, page: 1, locale: 'nl' },
      offered,
      t,
    ),
    spendingPage(
      perSupplier,
      { items: [], total: 0, sums: { invoiced_cents: 0n, credited_cents: 0n, realised_cents: 0n } },
      { filter: { year: 2026 }, page: 1, locale: 'nl' },
      offered,
      t,
    ),
  ].map(titled),
  'grants/ledger-downloads': [
    ledgerDownloadsPage(
      { items: [download, { ...download, format: 'xlsx', bookings: 1 }], total: 40 },
      1,
      'nl',
      t,
    ),
    ledgerDownloadsPage({ items: [], total: 0 }, 1, 'nl', t),
  ].map(titled),
  'grants/ledger': [
    ledgerPage(
      {
        items: [ledgerRow, credited, cost, released, sharedAgain],
        total: 120,
        committedCents: -250_000n,
        committedIsDemo: true,
        realisedCents: 123_456n,
      },
      { year: 2026, line: ids.basic, kind: 'realisation' },
      2,
      offered,
      true,
      t,
    ),
    ledgerPage(nothing, { year: 2026 }, 1, offered, false, t),
    ledgerPage(
      nothing,
      { year: 2026, grant: ids.basic, statement: 2027, figure: 'correction' },
      1,
      offered,
      false,
      t,
    ),
  ].map(titled),
  'grants/commitments': [
    commitmentsPage(
      { items: [commitment, order], total: 2, sums },
      { q: null, page: 1 },
      { recordsInvoices: true, locale: 'nl' },
      t,
    ),
    commitmentsPage(
      { items: [commitment], total: 60, sums },
      { q: 'basis', page: 2 },
      { recordsInvoices: false, locale: 'nl' },
      t,
    ),
    commitmentsPage(
      { items: [], total: 0, sums },
      { q: 'niets', page: 1 },
      { recordsInvoices: true, locale: 'nl' },
      t,
    ),
  ].map(titled),
  'grants/invoice': [
    invoicePage({ commitment, booked: [invoice, creditNote] }, unsent(firstValues(commitment)), 'nl', t),
    invoicePage(
      { commitment, booked: [] },
      {
        values: { supplier: '', amountCents: '-5' },
        issues: [
          { path: 'amountCents', message: 'Vul een bedrag hoger dan 0 in.' },
          { path: 'vatTreatment', message: 'Kies een van de mogelijkheden.' },
        ],
      },
      'nl',
      t,
    ),
    invoicePage({ commitment: settled, booked: [invoice] }, unsent({}), 'nl', t),
  ].map(noted),
  'grants/realisation': [
    realisationPage({ realisation: invoice, creditNotes: [creditNote] }, true, t),
    realisationPage(
      { realisation: { ...invoice, sessionId: null, subject: null }, creditNotes: [] },
      false,
      t,
    ),
    realisationPage({ realisation: creditNote, creditNotes: [] }, true, t),
  ].map(titled),
  'grants/credit-note': [
    creditNotePage(invoice, unsent(firstCreditValues(invoice)), t),
    creditNotePage(
      invoice,
      { values: { amountCents: '0' }, issues: [{ path: 'amountCents', message: 'Te laag.' }] },
      t,
    ),
    creditNotePage({ ...invoice, creditedCents: 100_000n }, unsent({}), t),
  ].map(noted),
  'grants/cost': [
    costPage(offered, unsent({}), t),
    costPage(
      offered,
      { values: { amountCents: 'x' }, issues: [{ path: 'costDate', message: 'Niet in 2026.' }] },
      t,
    ),
    costPage({ lines: [], municipalities: [] }, unsent({}), t),
  ].map(noted),
};
