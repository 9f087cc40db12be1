import { receivedCostPage } from '../../../src/received-invoices/received-cost.pages.js';
import { receivedInvoicePage } from '../../../src/received-invoices/received-invoice.pages.js';
import type {
  CommitmentCandidate,
  InvoiceCandidate,
  ReceivedRow,
} from '../../../src/received-invoices/received-invoice.queries.js';
import { receivedPage } from '../../../src/received-invoices/received-invoices.pages.js';
import { translator } from '../pages.js';

const t = translator('nl');
const id = '0198f000-0000-7000-8000-000000000001';
const other = '0198f000-0000-7000-8000-000000000002';
const long = 'Opleidingsinstituut voor deskundigheidsbevordering van eerstelijnsprofessionals Voorbeeld B.V.';
const finance = { books: true, locale: 'nl', t } as const;
const titled = (model: object) => ({ title: 'Voorbeeldpagina', ...model });

const waiting: ReceivedRow = {
  ...{ id, fileId: other, fileName: `${long}.xml`, receivedAt: new Date('2026-11-20T10:00:00Z') },
  ...{ receivedBy: 'Femke Voorbeeld', state: 'waiting', setAsideReason: null, setAsideBy: null },
  ...{ realisationId: null, kind: 'invoice', supplier: long, invoiceNumber: '2026-0117' },
  ...{ invoiceDate: '2026-11-18', amountCents: 250_000n, vatTreatment: null, deliveredOn: '2026-11-12' },
  ...{ about: `Basistraining 12 november 2026 · ${long}`, credits: null },
};
const creditNote: ReceivedRow = { ...waiting, kind: 'credit-note', credits: '2026-0099' };
const booked: ReceivedRow = { ...waiting, state: 'booked', realisationId: other, vatTreatment: 'exempt' };
const setAside: ReceivedRow = {
  ...waiting,
  ...{ state: 'set-aside', setAsideReason: 'disputed', setAsideBy: 'Femke Voorbeeld', about: '' },
};
const commitment: CommitmentCandidate = {
  ...{ id, subject: long, municipalityName: 'Almere', lineTitle: 'Basistrainingen', isDemo: true },
  ...{ supplier: long, openCents: 250_000n, dates: ['2026-11-12'], names: [] },
};
const invoice: InvoiceCandidate = {
  ...{ id, invoiceNumber: '2026-0099', municipalityName: 'Almere', lineTitle: 'Basistrainingen' },
  ...{ supplier: long, openCents: 250_000n, dates: ['2026-11-12'], names: ['2026-0099'] },
};
const none = { commitments: [], invoices: [] };
const some = {
  commitments: [commitment, { ...commitment, id: other, supplier: 'Ander', openCents: 1n, dates: [] }],
  invoices: [invoice],
};
const counts = { waiting: 2, booked: 0, 'set-aside': 1 };
const first = { state: 'waiting', page: 1 } as const;
const lines = [{ id, name: long }];

export const samples = {
  'received-invoices/list': [
    receivedPage({ items: [waiting, creditNote], counts }, first, { receives: true, issues: [] }, t),
    receivedPage(
      { items: [], counts },
      { state: 'booked', page: 1 },
      { receives: true, issues: [{ path: 'file', message: 'Kies een bestand.' }] },
      t,
    ),
    receivedPage({ items: [], counts }, first, { receives: false, issues: [] }, t),
  ].map(titled),
  'received-invoices/invoice': [
    receivedInvoicePage(waiting, some, null, finance),
    receivedInvoicePage(waiting, none, null, finance),
    receivedInvoicePage(creditNote, some, null, finance),
    receivedInvoicePage(
      waiting,
      some,
      { form: 'book', values: {}, issues: [{ path: 'proposed', message: t('received.choose') }] },
      finance,
    ),
    receivedInvoicePage(
      waiting,
      some,
      { form: 'set-aside', values: {}, issues: [{ path: 'setAside', message: t('web.validation.choose') }] },
      finance,
    ),
    receivedInvoicePage(booked, none, null, { ...finance, books: false }),
    receivedInvoicePage(setAside, none, null, finance),
  ].map(titled),
  'received-invoices/cost': [
    { ...receivedCostPage(waiting, { lines, municipalities: lines }, null, t), closedNote: null },
    { ...receivedCostPage(booked, { lines, municipalities: lines }, null, t), closedNote: 'Let op.' },
  ].map(titled),
};
