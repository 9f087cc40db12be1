import { z } from 'zod';
import { type Cell, centsCell, textCell } from '../platform/files/cell.js';
import type { XlsxSheet } from '../platform/files/xlsx-file.js';
import type { Translate } from '../platform/i18n/translator.js';
import type { Role } from '../shared/actor.js';
import { amountOf, budgetTable, figuresOf, freeCents } from './budget.rules.js';
import { emptyYear, filterField, idQuery, yearField, yearQuery } from './filters.pages.js';
import type { GrantRow } from './grant.queries.js';
import type { NamedBudgetRow } from './standing.queries.js';
import { listAddress } from '../platform/web/list-address.js';

/** The filters of the budget as the address holds them. */
export const budgetQuery = z.object({ year: yearQuery, municipality: idQuery });

/** The model of `grants/budget`. */
export function budgetPage(
  found: { readonly rows: readonly NamedBudgetRow[]; readonly grants: readonly GrantRow[] },
  shown: {
    readonly year: number;
    readonly years: readonly number[];
    readonly municipality: string | undefined;
  },
  role: Role | 'system',
  t: Translate,
) {
  const rows = found.rows.filter(
    ({ municipalityId }) => !shown.municipality || municipalityId === shown.municipality,
  );
  const table = budgetTable(rows);
  const filters = [yearField(shown.years, shown.year, t)];
  if (role !== 'contact') filters.push(municipalityField(found.rows, shown.municipality, t));
  return {
    year: String(shown.year),
    ownOnly: role === 'contact',
    filters,
    overall: figuresOf(table.overall),
    isEmpty: rows.length === 0,
    empty: emptyOf(found.grants.length > 0, shown, role, t),
    lines: table.lines.map((group) => ({
      heading: lineName(group.rows[0]!, t),
      /** How many rows of the table the line takes, its total included. */
      height: group.rows.length > 1 ? group.rows.length + 1 : 1,
      rows: group.rows.map((row) => ({ name: row.municipalityName, ...figuresOf(row) })),
      total: group.rows.length > 1 ? figuresOf(group.total) : null,
    })),
    municipalities:
      table.municipalities.length > 1
        ? table.municipalities.map((group) => ({
            name: group.rows[0]!.municipalityName,
            ...figuresOf(group.total),
          }))
        : null,
    grants: found.grants.map(grantOf),
    forecastHref: listAddress('/budget/forecast', { year: shown.year, municipality: shown.municipality }),
    csvHref: listAddress('/budget.csv', { year: shown.year, municipality: shown.municipality }),
    xlsxHref: listAddress('/budget.xlsx', { year: shown.year, municipality: shown.municipality }),
    ledgerHref:
      role === 'contact'
        ? null
        : listAddress('/ledger', { year: shown.year, municipality: shown.municipality }),
  };
}

/** The columns of a download, which has one row for every budget. */
export function budgetColumns(t: Translate): XlsxSheet['columns'] {
  return [
    { header: t('grants.ledger.decision'), width: 18, kind: 'text' },
    { header: t('grants.ledger.lineCode'), width: 12, kind: 'text' },
    { header: t('grants.budget.line'), width: 30, kind: 'text' },
    { header: t('grants.budget.municipality'), width: 18, kind: 'text' },
    { header: t('grants.budget.granted'), width: 16, kind: 'cents' },
    { header: t('grants.budget.committed'), width: 16, kind: 'cents' },
    { header: t('grants.budget.realised'), width: 16, kind: 'cents' },
    { header: t('grants.budget.free'), width: 16, kind: 'cents' },
    { header: t('grants.ledger.demo'), width: 12, kind: 'text' },
  ];
}

/** A line by its title, with whether it is what municipalities put in themselves. */
function lineName({ lineTitle, paidBy }: NamedBudgetRow, t: Translate): string {
  return paidBy === 'own' ? t('grants.ownLine', { line: lineTitle }) : lineTitle;
}

/** One budget as a row of a download, in the order of the columns. */
export function budgetCells(row: NamedBudgetRow, t: Translate): Cell[] {
  return [
    ...[row.decisionNumber, row.lineCode, lineName(row, t), row.municipalityName].map(textCell),
    ...[row.grantedCents, row.committedCents, row.realisedCents, freeCents(row)].map(centsCell),
    textCell(row.grantedIsDemo || row.committedIsDemo ? t('grants.demo') : null),
  ];
}

/** What was awarded, what of it the lines divide among the municipalities, and what is left to divide. */
function grantOf({
  id,
  decisionNumber,
  title,
  source,
  amountCents,
  isDemo,
  dividedCents,
  dividedIsDemo,
}: GrantRow) {
  const award = amountOf(amountCents, isDemo);
  const divided = amountOf(dividedCents, dividedIsDemo);
  const undivided = { cents: amountCents - dividedCents, isDemo: award.isDemo || divided.isDemo };
  const decisionsHref = `/grants/${id}/decisions`;
  return { decisionNumber, decisionsHref, description: title, source, award, divided, undivided };
}

/** An award that is not divided yet is something else than no award. */
function emptyOf(
  isAwarded: boolean,
  shown: Parameters<typeof emptyYear>[0],
  role: Role | 'system',
  t: Translate,
) {
  const empty = emptyYear(shown, role, 'budget', t);
  return isAwarded ? { ...empty, title: t('grants.budget.undividedTitle', { year: shown.year }) } : empty;
}

export function municipalityField(rows: readonly NamedBudgetRow[], chosen: string | undefined, t: Translate) {
  const names = new Map(rows.map((row) => [row.municipalityId, row.municipalityName]));
  const choices = [...names].map(([value, label]) => ({ value, label }));
  return filterField(
    {
      name: 'municipality',
      label: 'grants.filter.municipality',
      choices: choices.sort((a, b) => a.label.localeCompare(b.label, 'nl')),
      chosen,
      everything: 'grants.filter.allMunicipalities',
    },
    t,
  );
}
