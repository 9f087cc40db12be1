import { moments, type Moment } from './half-year.rules.js';
import {
  atEachMoment,
  now,
  type Column,
  type Line,
  type Named,
  type Scope,
  type Table,
} from './report.rules.js';

/** How many trainings of a course were allotted to a municipality for a year, and used up to the end of a half-year in it. */
export interface AllotmentRow {
  readonly moment: Moment;
  readonly municipalityId: string;
  readonly courseId: string;
  readonly course: string;
  readonly trainings: number;
  readonly used: number;
  readonly isDemo: boolean;
}

/** The budget of a municipality of a year's grants, and what was booked on it up to the end of a half-year in it; cents. */
export interface SpendRow {
  readonly moment: Moment;
  readonly municipalityId: string;
  readonly budget: number;
  readonly spent: number;
  readonly reserved: number;
  readonly isDemo: boolean;
}

/** The tables of trainings that were given against those allotted, per municipality and per course. */
export function trainingsTables(
  rows: readonly AllotmentRow[],
  municipalities: readonly Named[],
  scope: Scope,
): Table[] {
  const own = ownOf(rows, scope);
  const courses = new Map(own.map(({ courseId, course }) => [courseId, course]));
  const columns = atEachMoment('allotted', 'used');
  const lineOf = (label: Line['label'], some: readonly AllotmentRow[]): Line => ({
    ...{ label, isDemo: some.some(({ isDemo }) => isDemo) },
    cells: [
      ...moments.map((moment) => total(some, moment, ({ trainings }) => trainings)),
      ...moments.map((moment) => total(some, moment, ({ used }) => used)),
    ],
  });
  return [
    { ...perMunicipality(own, municipalities, scope, lineOf), code: 'trainings-municipality', columns },
    {
      ...{ code: 'trainings-course', columns },
      lines: [...courses].map(([id, title]) =>
        lineOf(
          { nl: title, en: null },
          own.filter(({ courseId }) => courseId === id),
        ),
      ),
      total: lineOf(NOTHING, own).cells,
    },
  ];
}

/** The table of what was spent and reserved against the budget, per municipality. */
export function spendTable(rows: readonly SpendRow[], municipalities: readonly Named[], scope: Scope): Table {
  const columns: Column[] = [...now('budget'), ...atEachMoment('spent'), ...now('reserved', 'free')];
  const lineOf = (label: Line['label'], some: readonly SpendRow[]): Line => {
    const budget = total(some, 'now', (row) => row.budget);
    const reserved = total(some, 'now', (row) => row.reserved);
    const spent = moments.map((moment) => total(some, moment, (row) => row.spent));
    const cells = [budget, ...spent, reserved, budget - spent[0]! - reserved];
    return { label, isDemo: some.some(({ isDemo }) => isDemo), cells };
  };
  return { ...perMunicipality(ownOf(rows, scope), municipalities, scope, lineOf), code: 'spend', columns };
}

const NOTHING = { nl: '', en: null };

function perMunicipality<Row extends { readonly municipalityId: string }>(
  rows: readonly Row[],
  municipalities: readonly Named[],
  { municipalityId }: Scope,
  lineOf: (label: Line['label'], rows: readonly Row[]) => Line,
): Pick<Table, 'lines' | 'total'> {
  const shown = municipalities.filter(({ id }) =>
    municipalityId === null ? rows.some((row) => row.municipalityId === id) : id === municipalityId,
  );
  return {
    lines: shown.map(({ id, nl, en }) =>
      lineOf(
        { nl, en },
        rows.filter((row) => row.municipalityId === id),
      ),
    ),
    total: municipalityId === null ? lineOf(NOTHING, rows).cells : null,
  };
}

const ownOf = <Row extends { readonly municipalityId: string }>(
  rows: readonly Row[],
  { municipalityId }: Scope,
): readonly Row[] => rows.filter((row) => municipalityId === null || row.municipalityId === municipalityId);

const total = <Row extends { readonly moment: Moment }>(
  rows: readonly Row[],
  moment: Moment,
  valueOf: (row: Row) => number,
): number => rows.filter((row) => row.moment === moment).reduce((sum, row) => sum + valueOf(row), 0);
