import type { CourseLevel } from '../courses/course-level.rules.js';
import { moments, type Moment } from './half-year.rules.js';
import { addUp, hiddenIn, type Counts, type Cross, type Hidden } from './hiding.rules.js';
import {
  atEachMoment,
  now,
  type Cell,
  type Column,
  type Named,
  type Scope,
  type Table,
  type TableCode,
} from './report.rules.js';

/** Of a half-year, so many people of a municipality and function by their highest level, and participations by level. */
export interface ReachRow {
  readonly moment: Moment;
  readonly municipalityId: string;
  readonly functionId: string;
  readonly level: CourseLevel;
  readonly people: number;
  readonly participations: number;
}

/** Of how many people a level is asked, and how many have it; now. */
export interface CoverageRow {
  readonly municipalityId: string;
  readonly functionId: string;
  readonly covered: number;
  readonly lacking: number;
}

/** How many people were invited to follow-up days of which the last was in a half-year, and came to one or not. */
export interface FollowUpRow {
  readonly moment: Moment;
  readonly municipalityId: string;
  readonly attended: number;
  readonly missed: number;
}

export interface Names {
  readonly municipalities: readonly Named[];
  readonly functions: readonly Named[];
  readonly levels: readonly Named[];
}

/** The tables of unique people and participations, per municipality, function and level. */
export function reachTables(rows: readonly ReachRow[], names: Names, scope: Scope): Table[] {
  const functions = names.functions.filter(({ id }) => rows.some(({ functionId }) => functionId === id));
  const levels = names.levels.filter(({ id }) => rows.some(({ level }) => level === id));
  const countsOf = ({ people, participations }: ReachRow): Counts => [people, participations];
  const by = (columns: readonly Named[], columnOf: (row: ReachRow) => string): Side[] =>
    moments.map((moment) =>
      sideOf(
        rows.filter((row) => row.moment === moment),
        { municipalities: names.municipalities, columns, columnOf, countsOf },
      ),
    );
  const byFunction = by(functions, ({ functionId }) => functionId);
  const byLevel = by(levels, ({ level }) => level);
  const columns = atEachMoment('people', 'participations');
  const shape = (sides: readonly Side[], read: Read) =>
    [0, 1].flatMap((kind) => sides.map((side) => read(side)?.[kind] ?? null));
  return [
    municipalTable('reach-municipality', columns, names, scope, (read) => shape(byFunction, read)),
    otherTable('reach-function', columns, functions, scope, (read) => shape(byFunction, read)),
    otherTable('reach-level', columns, levels, scope, (read) => shape(byLevel, read)),
  ];
}

/** The tables of who has the level that the curriculum asks, per municipality and function. */
export function coverageTables(rows: readonly CoverageRow[], names: Names, scope: Scope): Table[] {
  const functions = names.functions.filter(({ id }) => rows.some(({ functionId }) => functionId === id));
  const side = sideOf(rows, {
    municipalities: names.municipalities,
    columns: functions,
    columnOf: ({ functionId }) => functionId,
    countsOf: ({ covered, lacking }) => [covered, lacking],
  });
  const columns = now('asked', 'covered', 'lacking');
  const shape = (read: Read): Cell[] => {
    const [covered, lacking] = read(side) ?? [];
    if (covered === undefined || lacking === undefined) return [null, null, null];
    return [covered + lacking, covered, lacking];
  };
  return [
    municipalTable('coverage-municipality', columns, names, scope, shape),
    otherTable('coverage-function', columns, functions, scope, shape),
  ];
}

/** The table of who was invited to follow-up days, and who came. */
export function followUpTable(rows: readonly FollowUpRow[], names: Names, scope: Scope): Table {
  const sides = moments.map((moment) =>
    sideOf(
      rows.filter((row) => row.moment === moment),
      {
        municipalities: names.municipalities,
        columns: [EVERYONE],
        columnOf: () => EVERYONE.id,
        countsOf: ({ attended, missed }) => [attended, missed],
      },
    ),
  );
  const shape = (read: Read): Cell[] => {
    const counts = sides.map(read);
    return [
      ...counts.map((known) => known && known[0]! + known[1]!),
      ...counts.map((known) => known && known[0]!),
    ];
  };
  return municipalTable('follow-up', atEachMoment('invited', 'attended'), names, scope, shape);
}

const EVERYONE: Named = { id: 'everyone', nl: '', en: null };

/** Counts by municipality and something else, with what of it must not be shown. */
interface Side {
  readonly cross: Cross;
  readonly hidden: Hidden;
}
/** Looks up counts that may be shown; null where they may not. */
type Read = (side: Side) => Counts | null;

function sideOf<Row extends { readonly municipalityId: string }>(
  rows: readonly Row[],
  of: {
    readonly municipalities: readonly Named[];
    readonly columns: readonly Named[];
    readonly columnOf: (row: Row) => string;
    readonly countsOf: (row: Row) => Counts;
  },
): Side {
  const counted = new Map<string, Counts>();
  for (const row of rows) {
    const key = `${row.municipalityId} ${of.columnOf(row)}`;
    const before = counted.get(key);
    counted.set(key, before ? addUp([before, of.countsOf(row)]) : of.countsOf(row));
  }
  const cross: Cross = {
    rows: of.municipalities.map(({ id }) => id),
    columns: of.columns.map(({ id }) => id),
    at: (row, column) => counted.get(`${row} ${column}`) ?? [0, 0],
  };
  return { cross, hidden: hiddenIn(cross) };
}

const allOf = ({ cross, hidden }: Side): Counts | null =>
  hidden.everything
    ? null
    : sumOf(cross.rows.flatMap((row) => cross.columns.map((column) => cross.at(row, column))));
const rowOf =
  (row: string): Read =>
  ({ cross, hidden }) =>
    hidden.rows.has(row) ? null : sumOf(cross.columns.map((column) => cross.at(row, column)));
const columnOf =
  (column: string): Read =>
  ({ cross, hidden }) =>
    hidden.columns.has(column) ? null : sumOf(cross.rows.map((row) => cross.at(row, column)));
const cellOf =
  (row: string, column: string): Read =>
  ({ cross, hidden }) =>
    hidden.isHidden(row, column) ? null : cross.at(row, column);

const sumOf = (counts: readonly Counts[]): Counts => (counts.length === 0 ? [0, 0] : addUp(counts));

/** A line for each municipality and the region's total, or only the line of one municipality. */
function municipalTable(
  code: TableCode,
  columns: readonly Column[],
  { municipalities }: Names,
  { municipalityId }: Scope,
  shape: (read: Read) => Cell[],
): Table {
  const shown = municipalities.filter(({ id }) => municipalityId === null || id === municipalityId);
  const lines = shown.map(({ id, nl, en }) => ({
    label: { nl, en },
    isDemo: false,
    cells: shape(rowOf(id)),
  }));
  return { code, columns, lines, total: municipalityId === null ? shape(allOf) : null };
}

/** A line for each function or level, of the region or of one municipality, with their total. */
function otherTable(
  code: TableCode,
  columns: readonly Column[],
  shown: readonly Named[],
  { municipalityId }: Scope,
  shape: (read: Read) => Cell[],
): Table {
  const lines = shown.map(({ id, nl, en }) => ({
    label: { nl, en },
    isDemo: false,
    cells: shape(municipalityId === null ? columnOf(id) : cellOf(municipalityId, id)),
  }));
  return { code, columns, lines, total: shape(municipalityId === null ? allOf : rowOf(municipalityId)) };
}
