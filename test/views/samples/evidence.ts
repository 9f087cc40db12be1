import { commitmentDocument, indexDocument } from '../../../src/evidence/evidence-documents.pages.js';
import type { BookingRow, CommitmentEvidence } from '../../../src/evidence/evidence-commitment.queries.js';
import type {
  Evidence,
  EvidenceOrder,
  EvidenceSession,
  NumberedDecision,
} from '../../../src/evidence/evidence-outline.service.js';
import type { InvoiceRow, KeptDocument } from '../../../src/evidence/evidence.queries.js';
import { evidencePage } from '../../../src/evidence/evidence.pages.js';
import { emptyAnnex } from '../../../src/accountability/annex.rules.js';
import { translator } from '../pages.js';

const t = translator('nl');
const id = '0198f000-0000-7000-8000-000000000001';
const long = 'Versterkingsgelden voor de regionale aanpak van <radicalisering>, extremisme & polarisatie';
const at = new Date('2026-11-20T15:00:00Z');
const sums = { bookings: ['1', '2', '5'], committedCents: 150_000n, realisedCents: -100n };
const kept: KeptDocument = {
  id,
  size: 1_234_567,
  sha256: 'a'.repeat(64),
  keptOn: '2026-11-20',
  type: 'image/png',
};
const invoice: InvoiceRow = {
  ...{ ...sums, id, commitmentId: id, supplier: long, invoiceNumber: 'F/1', invoiceDate: '2026-11-01' },
  ...{
    costDate: '2026-10-14',
    amountCents: 100n,
    vatTreatment: 'exempt',
    creditedNumber: null,
    reason: null,
  },
  document: null,
};
const credit: InvoiceRow = { ...invoice, creditedNumber: 'F/1', reason: 'amount-wrong', document: kept };
const order: EvidenceOrder = {
  ...{
    ...sums,
    commitmentId: id,
    title: long,
    date: '2026-09-30',
    municipalityName: 'Almere',
    openCents: 1n,
  },
  ...{ number: 1, folder: '5 bestellingen/001', invoices: [invoice] },
};
const session: EvidenceSession = {
  ...{ ...order, sessionId: id, status: 'confirmed', people: 12, certificates: 0, sheets: [kept] },
  folder: '4 uitvoeringen/001 2026-09-30 #?%',
};
const decision: NumberedDecision = {
  ...{ id, number: 1, kind: 'shift', reference: 'Overleg', decidedOn: '2026-09-10', reason: long },
  ...{ awardChangeCents: 0n, recordedAt: at, recordedBy: null, budgets: [], documents: [] },
};
const evidence: Evidence = {
  scope: { grantId: id, year: 2026, upTo: '13' },
  proofOf: { regionId: id, grantId: id },
  statement: { year: 2026, annex: emptyAnnex, grants: [] },
  figures: { spent: 1n, cumulative: 2n, correction: 0n, earlierCorrection: -1n },
  grant: {
    ...{ decisionNumber: 'VB-2026', title: long, leadMunicipality: 'Almere', regionName: 'Flevoland' },
    ...{ bookedAt: at, isKept: true },
  },
  lines: [
    { ...sums, code: '10', title: long, year: 2026, paidBy: 'grant' },
    { ...sums, code: '90', title: 'Eigen', year: 2026, paidBy: 'own' },
  ],
  ...{ sessions: [session], orders: [order], decisions: [decision] },
  ...{ otherCosts: sums, invoices: [invoice, credit], otherInvoices: [credit] },
  gaps: [
    { kind: 'draft-statement' },
    { kind: 'no-decision-document', decision },
    { kind: 'no-signed-sheet', session },
    { kind: 'not-invoiced', order },
    { kind: 'no-invoice-document', invoice },
    { kind: 'no-invoice-document', invoice: credit },
  ],
};
const empty: Evidence = {
  ...{ ...evidence, lines: [], sessions: [], orders: [], decisions: [], invoices: [], otherInvoices: [] },
  ...{ otherCosts: { bookings: [], committedCents: 0n, realisedCents: 0n }, gaps: [] },
  grant: { ...evidence.grant, bookedAt: null, isKept: false },
};
const many: Evidence = { ...evidence, gaps: Array.from({ length: 60 }, () => evidence.gaps[2]!) };
const finance = { locale: 'nl', isFinance: true } as const;
const file = {
  path: `${session.folder}/a.png`,
  what: long,
  bookings: ['1'],
  size: 12,
  sha256: 'b'.repeat(64),
};
const booking: BookingRow = {
  ...{ id: '1', bookedOn: '2026-10-01', kind: 'commitment', amountCents: 150_000n, sourceType: 'session' },
  ...{ municipalityName: 'Almere', supplier: null, invoiceNumber: null, recordedAt: at, recordedBy: 'Co' },
};
const commitment: CommitmentEvidence = {
  facts: {
    ...{ decisionNumber: 'VB-2026', lineCode: '10', lineTitle: long, lineYear: 2026, supplier: 'ROR' },
    ...{ amountCents: 150_000n, isDemo: true, committedAt: at, settledAt: null },
    dates: ['2026-10-14', '2026-10-15'],
  },
  parts: [
    {
      ...{ kind: 'price', description: long, amountCents: 150_000n, vatTreatment: 'exempt', reason: null },
      ...{ recordedAt: at, recordedBy: null },
    },
  ],
  bookings: [
    booking,
    {
      ...{ ...booking, id: '2', kind: 'realisation', amountCents: -100n, sourceType: 'credit-note' },
      ...{ supplier: 'ROR', invoiceNumber: 'F/1', recordedBy: null },
    },
  ],
  shares: [],
};
const titled = (model: object) => ({ title: 'Voorbeeldpagina', ...model });

export const samples = {
  'evidence/show': [
    evidencePage(evidence, finance, t),
    evidencePage(many, { locale: 'en', isFinance: false }, translator('en')),
    evidencePage(empty, finance, t),
  ].map(titled),
  'evidence/index': [
    indexDocument(evidence, { files: [file], gaps: evidence.gaps }, { isDemo: true, t }),
    indexDocument(empty, { files: [], gaps: [] }, { isDemo: false, t }),
  ],
  'evidence/commitment': [
    commitmentDocument(session, commitment, t),
    commitmentDocument(
      order,
      { ...commitment, parts: [], bookings: [], facts: { ...commitment.facts, dates: [], settledAt: at } },
      t,
    ),
  ],
};
