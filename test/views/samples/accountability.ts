import { statementPage, yearsPage } from '../../../src/accountability/accountability.pages.js';
import { settingsPage } from '../../../src/accountability/annex.pages.js';
import { emptyAnnex, indicators, type AnnexSetting } from '../../../src/accountability/annex.rules.js';
import { closurePage, reopeningPage } from '../../../src/accountability/closing.pages.js';
import type { Statement } from '../../../src/accountability/statement.queries.js';
import type { ReopeningRow, VersionRow, YearRow } from '../../../src/accountability/year.queries.js';
import { translator } from '../pages.js';

const t = translator('nl');
const id = '0198f000-0000-7000-8000-000000000001';
const long = 'Versterkingsgelden voor de regionale aanpak van radicalisering, extremisme en polarisatie';
const finance = { t, locale: 'nl', isFinance: true } as const;
const coordinator = { ...finance, isFinance: false };

const grant = {
  ...{ grantId: id, decisionNumber: 'VB-2026', title: long, grantYear: 2026, isFinal: null },
  activities: [{ title: long, firstDay: '2026-01-01', lastDay: '2026-12-31' }],
  figures: { spent: 123_456n, cumulative: 123_456n, correction: 0n, earlierCorrection: 0n },
};
const statement: Statement = {
  year: 2026,
  annex: emptyAnnex,
  grants: [grant, { ...grant, decisionNumber: 'VB-2025', grantYear: 2025, isFinal: true }],
};
const filledIn: AnnexSetting = {
  ...{ provider: 'Voorbeeldministerie', code: 'X1', name: long, legalGround: long, recipient: 'Almere' },
  taskField: '1.2 Openbare orde en veiligheid',
  indicators: Object.fromEntries(
    indicators.map((name) => [name, { code: 'X1/01', label: long, auditKind: 'R' }]),
  ) as AnnexSetting['indicators'],
};
const open: YearRow = {
  ...{ year: 2026, isClosed: false, closedAt: null, closedByName: null, spentCents: 123_456n },
};
const closed: YearRow = {
  ...{ ...open, isClosed: true, closedAt: new Date('2027-02-01T10:00:00Z'), closedByName: 'Fin Voorbeeld' },
};
const waiting: ReopeningRow = {
  ...{ id, reason: 'auditor-asked', askedAt: new Date('2027-03-01T10:00:00Z'), askedBy: id },
  askedByName: 'Fin Voorbeeld',
};
const version: VersionRow = {
  ...{ version: 1, madeAt: new Date('2027-02-01T10:00:00Z'), madeByName: null },
  ...{ csvSha256: 'a'.repeat(64), xlsxSha256: 'b'.repeat(64), pdfSha256: 'c'.repeat(64) },
};
const commitment = {
  ...{ id, subject: long, municipalityName: 'Almere', costDate: '2026-11-13', isDemo: true },
  openCents: 250_000n,
};
const unsent = { values: {}, issues: [] };
const titled = (model: object) => ({ title: 'Voorbeeldpagina', ...model });

export const samples = {
  'accountability/years': [yearsPage([open, closed], finance), yearsPage([], coordinator)].map(titled),
  'accountability/statement': [
    statementPage(statement, { years: [open], waiting: null, versions: [] }, finance),
    statementPage(
      { ...statement, annex: filledIn },
      { years: [closed], waiting: null, versions: [version] },
      finance,
    ),
    statementPage(statement, { years: [closed], waiting, versions: [version] }, coordinator),
    statementPage({ ...statement, grants: [] }, { years: [open], waiting: null, versions: [] }, finance),
  ].map(titled),
  'accountability/closure': [
    closurePage(statement, { years: [open], open: [commitment], today: '2027-02-01' }, finance),
    closurePage(
      { ...statement, grants: [{ ...grant, isFinal: false }] },
      { years: [open], open: [], today: '2027-02-01' },
      finance,
    ),
  ].map(titled),
  'accountability/reopening': [
    reopeningPage({ year: 2026, waiting: null, accountId: id }, unsent, finance),
    reopeningPage({ year: 2026, waiting, accountId: id }, unsent, finance),
    reopeningPage({ year: 2026, waiting, accountId: null }, unsent, finance),
    reopeningPage(
      { year: 2026, waiting: null, accountId: id },
      { values: {}, issues: [{ path: 'reason', message: 'Kies een van de mogelijkheden.' }] },
      finance,
    ),
  ].map(titled),
  'accountability/settings': [
    settingsPage({ values: { ...emptyAnnex }, issues: [] }, t),
    settingsPage({ values: { ...filledIn }, issues: [{ path: 'code', message: 'Te lang.' }] }, t),
  ].map(titled),
};
