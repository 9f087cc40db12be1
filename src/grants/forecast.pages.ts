import { type Cell, centsCell, dateCell, textCell } from '../platform/files/cell.js';
import type { XlsxSheet } from '../platform/files/xlsx-file.js';
import { formatDate } from '../platform/i18n/format.js';
import type { Translate } from '../platform/i18n/translator.js';
import { listAddress } from '../platform/web/list-address.js';
import type { Role } from '../shared/actor.js';
import type { Locale } from '../shared/locale.js';
import { municipalityField } from './budget.pages.js';
import { amountOf, figuresOf, type Amount } from './budget.rules.js';
import { emptyYear, yearField } from './filters.pages.js';
import type { ForecastRow } from './forecast.queries.js';
import { forecastOf, outlookOf, type Outlook } from './forecast.rules.js';

/** What of the forecast is shown. */
export interface ShownForecast {
  readonly year: number;
  readonly years: readonly number[];
  readonly municipality: string | undefined;
  /** Local date. */
  readonly today: string;
}

/** The model of `grants/forecast`. */
export function forecastPage(
  found: readonly ForecastRow[],
  shown: ShownForecast,
  reader: { readonly role: Role | 'system'; readonly locale: Locale },
  t: Translate,
) {
  const rows = rowsShown(found, shown.municipality);
  const filters = [yearField(shown.years, shown.year, t)];
  if (reader.role !== 'contact') filters.push(municipalityField(found, shown.municipality, t));
  const filter = { year: shown.year, municipality: shown.municipality };
  return {
    filters,
    caption: t('grants.forecast.caption', { year: shown.year }),
    isEmpty: rows.length === 0,
    empty: emptyYear(shown, reader.role, 'budget', t),
    lines: linesOf(rows).map((line) => ({
      heading: line[0]!.lineTitle,
      /** How many rows of the table the line takes, its total included. */
      height: line.length > 1 ? line.length + 1 : 1,
      rows: line.map((row) => ({ name: row.municipalityName, ...rowFigures(row, shown, reader.locale, t) })),
      total: line.length > 1 ? outlookFigures(outlookOf(line), t) : null,
    })),
    overall: outlookFigures(outlookOf(rows), t),
    budgetHref: listAddress('/budget', filter),
    csvHref: listAddress('/budget/forecast.csv', filter),
    xlsxHref: listAddress('/budget/forecast.xlsx', filter),
  };
}

/** The columns of a download, which has one row for every budget. */
export function forecastColumns(t: Translate): XlsxSheet['columns'] {
  const cents = { width: 16, kind: 'cents' } as const;
  return [
    { header: t('grants.ledger.decision'), width: 18, kind: 'text' },
    { header: t('grants.ledger.lineCode'), width: 12, kind: 'text' },
    { header: t('grants.budget.line'), width: 30, kind: 'text' },
    { header: t('grants.budget.municipality'), width: 18, kind: 'text' },
    { header: t('grants.budget.granted'), ...cents },
    { header: t('grants.budget.realised'), ...cents },
    { header: t('grants.budget.committed'), ...cents },
    { header: t('grants.forecast.planned'), ...cents },
    { header: t('grants.forecast.expected'), ...cents },
    { header: t('grants.forecast.forecast'), ...cents },
    { header: t('grants.forecast.left'), ...cents },
    { header: t('grants.forecast.useBy'), width: 16, kind: 'date' },
    { header: t('grants.ledger.demo'), width: 12, kind: 'text' },
  ];
}

/** One budget as a row of a download, in the order of the columns. */
export function forecastCells(row: ForecastRow, t: Translate): Cell[] {
  const { forecastCents, leftCents } = forecastOf(row);
  const amounts = [row.grantedCents, row.realisedCents, row.committedCents, row.plannedCents];
  return [
    ...[row.decisionNumber, row.lineCode, row.lineTitle, row.municipalityName].map(textCell),
    ...[...amounts, row.expectedCents, forecastCents, leftCents].map(centsCell),
    dateCell(row.useBy),
    textCell(isExample(row) ? t('grants.demo') : null),
  ];
}

/** The budgets of the municipality that was asked for, or all. */
export function rowsShown<Row extends { readonly municipalityId: string }>(
  rows: readonly Row[],
  municipality: string | undefined,
): Row[] {
  return rows.filter(({ municipalityId }) => !municipality || municipalityId === municipality);
}

/** The budgets of each line, in the order in which lines first come. */
export function linesOf(rows: readonly ForecastRow[]): ForecastRow[][] {
  const lines = new Map<string, ForecastRow[]>();
  for (const row of rows) lines.set(row.lineId, [...(lines.get(row.lineId) ?? []), row]);
  return [...lines.values()];
}

function rowFigures(row: ForecastRow, { today }: ShownForecast, locale: Locale, t: Translate) {
  const date = formatDate(row.useBy, locale, 'short');
  return {
    ...outlookFigures(row, t),
    sessions:
      row.plannedSessions === 0 ? null : t('grants.forecast.sessions', { count: row.plannedSessions }),
    useBy: today <= row.useBy ? date : t('grants.forecast.tooLate', { date }),
  };
}

function outlookFigures(outlook: Outlook, t: Translate) {
  const { granted, committed, realised } = figuresOf(outlook);
  const { forecastCents, leftCents } = forecastOf(outlook);
  const isDemo = isExample(outlook);
  const forecast: Amount = { cents: forecastCents, isDemo: isDemo && forecastCents !== 0n };
  return {
    ...{ granted, committed, realised, forecast },
    planned: amountOf(outlook.plannedCents, outlook.plannedIsDemo),
    expected: amountOf(outlook.expectedCents, outlook.expectedIsDemo),
    left: { cents: leftCents, isDemo },
    shortText: leftCents < 0n ? t('grants.forecast.short') : null,
  };
}

function isExample(outlook: Outlook): boolean {
  const { grantedIsDemo, committedIsDemo, plannedIsDemo, expectedIsDemo } = outlook;
  return grantedIsDemo || committedIsDemo || plannedIsDemo || expectedIsDemo;
}
