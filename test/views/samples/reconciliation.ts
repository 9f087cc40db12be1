import {
  firstMapping,
  mappingPage,
  reconciliationsPage,
  resultPage,
} from '../../../src/reconciliation/reconciliation.pages.js';
import type { Reconciled } from '../../../src/reconciliation/reconciling.rules.js';
import { translator } from '../pages.js';

const t = translator('nl');
const id = '0198f000-0000-7000-8000-000000000001';
const long =
  'grootboekkaart-kostenplaats-versterkingsgelden-radicalisering-en-extremisme-2026-definitief.csv';
const file = {
  ...{ id, year: 2026, fileName: long, uploadedAt: new Date('2026-11-20T10:00:00Z') },
  uploadedBy: 'Femke Voorbeeld',
};
const titled = (model: object) => ({ title: 'Voorbeeldpagina', ...model });
const table = {
  headings: ['Factuurnummer', 'Bedrag', 'Boekstuk', ''],
  lines: [{ line: 2, cells: ['F-1', '1.000,00', 'M-1'] }],
};
const mapping = {
  ...{ number: 'Factuurnummer', amount: 'Bedrag', debit: null, credit: null },
  ...{ reference: 'Boekstuk', supplier: null, date: null },
};
const differs: Reconciled = {
  ...{ outcome: 'amount-differs', invoiceNumber: 'F-1', supplier: 'ROR', theirCents: 100n, ourCents: 90n },
  ...{ references: ['M-1', 'M-2'], lines: [2, 3], realisationId: id },
};
const onlyTheirs: Reconciled = {
  ...{ outcome: 'only-theirs', invoiceNumber: '', supplier: null, theirCents: 100n, ourCents: null },
  ...{ references: [], lines: [4], realisationId: null },
};
const onlyOurs: Reconciled = {
  ...differs,
  ...{ outcome: 'only-ours', theirCents: null, lines: [], references: [] },
};
const all = { show: 'differences', page: 1 } as const;

export const samples = {
  'reconciliation/list': [
    reconciliationsPage(
      { items: [file, { ...file, year: null }], total: 2 },
      1,
      { uploads: true, issues: [] },
      t,
    ),
    reconciliationsPage(
      { items: [], total: 0 },
      1,
      { uploads: true, issues: [{ path: 'file', message: t('received.noFile') }] },
      t,
    ),
    reconciliationsPage({ items: [], total: 0 }, 1, { uploads: false, issues: [] }, t),
  ].map(titled),
  'reconciliation/mapping': [
    mappingPage(id, table, { values: firstMapping(2026, mapping), issues: [] }, [], t),
    mappingPage(
      id,
      table,
      { values: {}, issues: [{ path: 'number', message: t('reconciliation.mapping.number') }] },
      Array.from({ length: 25 }, (_, index) => ({ line: index + 2, key: 'reconciliation.fault.amount' })),
      t,
    ),
  ].map(titled),
  'reconciliation/result': [
    resultPage(file, [differs, onlyTheirs, onlyOurs], all, 'nl', t),
    resultPage(file, [{ ...differs, outcome: 'agrees' }], all, 'nl', t),
  ].map(titled),
};
