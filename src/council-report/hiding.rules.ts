/** Groups of so many people or more are shown (DOMAIN: small cells are hidden). */
const LEAST = 5;

/** The counts of one cell, such as people and participations: they are shown together or not at all. */
export type Counts = readonly number[];

/** Counts of people by two things at once, such as municipality and function. */
export interface Cross {
  readonly rows: readonly string[];
  readonly columns: readonly string[];
  readonly at: (row: string, column: string) => Counts;
}

/** What of a cross table must not be shown: of its totals and of its cells. */
export interface Hidden {
  /** Not even how many there are in all. */
  readonly everything: boolean;
  readonly rows: ReadonlySet<string>;
  readonly columns: ReadonlySet<string>;
  readonly isHidden: (row: string, column: string) => boolean;
}

const isSmall = (count: number): boolean => count > 0 && count < LEAST;
const hasSmall = (counts: Counts): boolean => counts.some(isSmall);

/** Counts added up, each with its own kind. */
export function addUp(all: readonly Counts[]): Counts {
  return (all[0] ?? []).map((_, kind) => all.reduce((sum, counts) => sum + counts[kind]!, 0));
}

/**
 * Which lines of a table may not be shown beside their total, as indexes. Those with one to four of something, and so
 * many more that those hidden are together none or five or more of everything: then nothing follows from the total.
 * Where even the total is small, all of them.
 */
export function hiddenLines(lines: readonly Counts[]): ReadonlySet<number> {
  const all = lines.map((_, index) => index);
  if (hasSmall(addUp(lines))) return new Set(all);
  const hidden = new Set(all.filter((index) => hasSmall(lines[index]!)));
  for (const next of smallestFirst(all, (index) => lines[index]!)) {
    const sum = addUp([...hidden].map((index) => lines[index]!));
    if (!hasSmall(sum)) break;
    hidden.add(next);
  }
  return hidden;
}

/**
 * What may not be shown of a cross table of which the totals of rows, columns and everything are shown too. Lines by
 * their totals as in `hiddenLines`, with all cells in them. Of the other cells those with one to four of something, and
 * then one by one the smallest in a line, until in each line what is hidden adds up to none or five and more, and every
 * hidden one to four could as well be another number: there is another table that shows the same.
 */
export function hiddenIn(cross: Cross): Hidden {
  const lineOf = (row: string): Counts => addUp(cross.columns.map((column) => cross.at(row, column)));
  const columnOf = (column: string): Counts => addUp(cross.rows.map((row) => cross.at(row, column)));
  const rows = named(cross.rows, hiddenLines(cross.rows.map(lineOf)));
  const columns = named(cross.columns, hiddenLines(cross.columns.map(columnOf)));
  const cells = cross.rows.flatMap((row) =>
    cross.columns.map((column) => ({ row, column, counts: cross.at(row, column) })),
  );
  const hidden = new Set(
    cells
      .filter(({ row, column, counts }) => rows.has(row) || columns.has(column) || hasSmall(counts))
      .map(nameOf),
  );
  const table = { cross, rows, columns, hidden };
  for (let tight = tightCell(table, cells); tight !== null; tight = tightCell(table, cells)) {
    const { row, column } = tight;
    const open = cells.filter((cell) => !hidden.has(nameOf(cell)));
    const near = open.filter((cell) => cell.row === row || cell.column === column);
    const [next] = smallestFirst(near.length > 0 ? near : open, ({ counts }) => counts);
    hidden.add(nameOf(next!));
  }
  return {
    everything: hasSmall(addUp(cells.map(({ counts }) => counts))),
    ...{ rows, columns },
    isHidden: (row, column) => hidden.has(nameOf({ row, column })),
  };
}

interface Cell {
  readonly row: string;
  readonly column: string;
  readonly counts: Counts;
}
interface Table {
  readonly cross: Cross;
  readonly rows: ReadonlySet<string>;
  readonly columns: ReadonlySet<string>;
  readonly hidden: ReadonlySet<string>;
}

/** A hidden cell of which something follows from what is shown; null where nothing does. */
function tightCell(table: Table, cells: readonly Cell[]): Cell | null {
  const { rows, columns, hidden } = table;
  // In a line of which the total is hidden, someone could as well be in another such line.
  const inner = cells.filter(
    (cell) => hidden.has(nameOf(cell)) && !rows.has(cell.row) && !columns.has(cell.column),
  );
  const isTight = ({ row, column, counts }: Cell): boolean =>
    counts.some((count, kind) => isSmall(count) && !couldDiffer(table, { row, column, kind }));
  return inner.find(isTight) ?? smallSum(table, cells);
}

/** A hidden cell in a line of which the total is shown while what is hidden of it adds up to one to four. */
function smallSum({ rows, columns, hidden }: Table, cells: readonly Cell[]): Cell | null {
  const concealed = cells.filter((cell) => hidden.has(nameOf(cell)));
  const sumOf = (same: (cell: Cell) => boolean) => addUp(concealed.filter(same).map(({ counts }) => counts));
  const isIn = (cell: Cell): boolean =>
    (!rows.has(cell.row) && hasSmall(sumOf(({ row }) => row === cell.row))) ||
    (!columns.has(cell.column) && hasSmall(sumOf(({ column }) => column === cell.column)));
  return concealed.find(isIn) ?? null;
}

/**
 * Whether a count could be one more or one less with the same totals of rows and columns: of two rows and two columns in
 * which all four cells are hidden, two get one more and the other two one less.
 */
function couldDiffer(
  { cross, hidden }: Table,
  { row, column, kind }: { readonly row: string; readonly column: string; readonly kind: number },
): boolean {
  const isHidden = (some: string, other: string): boolean => hidden.has(nameOf({ row: some, column: other }));
  const has = (some: string, other: string): boolean => cross.at(some, other)[kind]! > 0;
  return cross.rows.some(
    (other) =>
      other !== row &&
      isHidden(other, column) &&
      cross.columns.some(
        (beside) =>
          beside !== column &&
          isHidden(row, beside) &&
          isHidden(other, beside) &&
          (has(other, beside) || (has(row, beside) && has(other, column))),
      ),
  );
}

/** The smallest first, and those in which there is nobody last: hiding those would not help. */
function smallestFirst<Line>(lines: readonly Line[], countsOf: (line: Line) => Counts): Line[] {
  const size = (line: Line): number => countsOf(line)[0]! || Number.MAX_SAFE_INTEGER;
  return lines.toSorted((one, other) => size(one) - size(other));
}

const named = (names: readonly string[], indexes: ReadonlySet<number>): ReadonlySet<string> =>
  new Set(names.filter((_, index) => indexes.has(index)));

const nameOf = ({ row, column }: Omit<Cell, 'counts'>): string => `${row} ${column}`;
