import fc from 'fast-check';
import {
  boundsOf,
  halfYearAt,
  halfYearOf,
  hasBegun,
  listedHalfYears,
} from '../../src/council-report/half-year.rules.js';
import {
  addUp,
  hiddenIn,
  hiddenLines,
  type Counts,
  type Cross,
} from '../../src/council-report/hiding.rules.js';
import { reachTables } from '../../src/council-report/people-tables.rules.js';
import { rankOf } from '../support/rank.js';

/** Counts with many small ones, such as of a region; the second of a pair is never less than the first. */
const count = fc.oneof(
  { weight: 3, arbitrary: fc.integer({ min: 0, max: 7 }) },
  { weight: 1, arbitrary: fc.integer({ min: 0, max: 40 }) },
);
const pair = fc
  .tuple(count, fc.integer({ min: 0, max: 3 }))
  .map(([people, more]) => [people, people && people + more]);
const tables = fc
  .tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 6 }))
  .chain(([rows, columns]) =>
    fc.array(fc.array(pair, { minLength: columns, maxLength: columns }), {
      minLength: rows,
      maxLength: rows,
    }),
  );

function crossOf(table: readonly (readonly Counts[])[]): Cross {
  return {
    rows: table.map((_, row) => `r${row}`),
    columns: table[0]!.map((_, column) => `c${column}`),
    at: (row, column) => table[Number(row.slice(1))]![Number(column.slice(1))]!,
  };
}

/** One thing that is shown, as the unknowns that it adds up: 1 for those in it. */
type Equation = readonly number[];

/** What a cross table shows: the sums that are not hidden, over the cells as unknowns. */
function shownSums(cross: Cross): Equation[] {
  const hidden = hiddenIn(cross);
  const cells = cross.rows.flatMap((row) => cross.columns.map((column) => ({ row, column })));
  const over = (isIn: (cell: { row: string; column: string }) => boolean) =>
    cells.map((cell) => Number(isIn(cell)));
  return [
    ...(hidden.everything ? [] : [over(() => true)]),
    ...cross.rows.filter((row) => !hidden.rows.has(row)).map((name) => over(({ row }) => row === name)),
    ...cross.columns
      .filter((column) => !hidden.columns.has(column))
      .map((name) => over(({ column }) => column === name)),
    ...cells
      .filter(({ row, column }) => !hidden.isHidden(row, column))
      .map((shown) => over((cell) => cell.row === shown.row && cell.column === shown.column)),
  ];
}

/** Whether a sum of cells follows from what is shown by adding and subtracting. */
const follows = (equations: readonly Equation[], sum: Equation): boolean =>
  rankOf([...equations, sum]) === rankOf(equations);

/** Whether there is a table of whole people that shows the same, with so many in one cell; only for small tables. */
function couldBe(
  equations: readonly Equation[],
  totals: readonly number[],
  cell: number,
  people: number,
): boolean {
  const cells = equations[0]!.length;
  const lastIn = equations.map((equation) => equation.lastIndexOf(1));
  const fill = (index: number, rest: readonly number[]): boolean => {
    if (index === cells) return true;
    const most = Math.min(
      ...equations.flatMap((equation, at) => (equation[index] === 1 ? [rest[at]!] : [])),
      9,
    );
    for (
      let some = index === cell ? people : 0;
      some <= (index === cell ? Math.min(people, most) : most);
      some++
    ) {
      const left = rest.map((total, at) => total - some * equations[at]![index]!);
      if (left.every((total, at) => lastIn[at] !== index || total === 0) && fill(index + 1, left))
        return true;
    }
    return false;
  };
  return fill(0, totals);
}

describe('what a report hides', () => {
  test('no hidden count of one to four follows from all that is shown by adding and subtracting', () => {
    fc.assert(
      fc.property(tables, (table) => {
        const cross = crossOf(table);
        const equations = shownSums(cross);
        const cells = table.flat();
        const of = (isIn: (row: number, column: number) => boolean) =>
          table.flatMap((line, row) => line.map((_, column) => Number(isIn(row, column))));
        // Each cell, and the total of each row and column.
        const sums = [
          ...table.flatMap((line, row) => line.map((_, column) => of((r, c) => r === row && c === column))),
          ...table.map((_, row) => of((r) => r === row)),
          ...table[0]!.map((_, column) => of((_row, c) => c === column)),
        ];
        for (const kind of [0, 1])
          for (const sum of sums) {
            const people = sum.reduce((total, isIn, index) => total + isIn * cells[index]![kind]!, 0);
            if (people >= 1 && people <= 4) expect(follows(equations, sum)).toBe(false);
          }
      }),
      { numRuns: 300 },
    );
  });

  test('what is hidden in a line, of which the total is shown, is never one to four together', () => {
    fc.assert(
      fc.property(tables, (table) => {
        const cross = crossOf(table);
        const hidden = hiddenIn(cross);
        const rests = [
          ...cross.rows
            .filter((row) => !hidden.rows.has(row))
            .map((row) =>
              cross.columns.filter((column) => hidden.isHidden(row, column)).map((c) => cross.at(row, c)),
            ),
          ...cross.columns
            .filter((column) => !hidden.columns.has(column))
            .map((column) =>
              cross.rows.filter((row) => hidden.isHidden(row, column)).map((r) => cross.at(r, column)),
            ),
          cross.rows
            .filter((row) => hidden.rows.has(row))
            .map((row) => addUp(cross.columns.map((c) => cross.at(row, c)))),
        ];
        for (const rest of hidden.everything ? [] : rests)
          for (const people of addUp(rest)) expect(people === 0 || people >= 5).toBe(true);
      }),
    );
  });

  test('every hidden count of one to four could be another whole number that is not negative', () => {
    const small = fc.array(fc.array(fc.integer({ min: 0, max: 6 }), { minLength: 2, maxLength: 3 }), {
      minLength: 2,
      maxLength: 3,
    });
    const rectangular = small.map((table) =>
      table.map((line) => table[0]!.map((_, column) => [line[column] ?? 0])),
    );
    fc.assert(
      fc.property(rectangular, (table) => {
        const cross = crossOf(table);
        const equations = shownSums(cross);
        const cells = table.flat().map(([people]) => people!);
        if (equations.length === 0) return;
        const totals = equations.map((sum) =>
          sum.reduce((total, isIn, index) => total + isIn * cells[index]!, 0),
        );
        const certain = cells.flatMap((people, index) =>
          people >= 1 &&
          people <= 4 &&
          !couldBe(equations, totals, index, people - 1) &&
          !couldBe(equations, totals, index, people + 1)
            ? [index]
            : [],
        );
        expect(certain).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });

  test('a table in which every group has five or more, or nobody, is shown whole', () => {
    const large = fc.constantFrom(0, 5, 6, 30).map((people) => [people, people]);
    fc.assert(
      fc.property(
        fc.array(fc.array(large, { minLength: 3, maxLength: 3 }), { minLength: 1, maxLength: 5 }),
        (table) => {
          const cross = crossOf(table);
          const hidden = hiddenIn(cross);
          expect([hidden.everything, hidden.rows.size, hidden.columns.size]).toEqual([false, 0, 0]);
          expect(cross.rows.some((row) => cross.columns.some((column) => hidden.isHidden(row, column)))).toBe(
            false,
          );
        },
      ),
    );
  });

  test('a group that is hidden takes the smallest other one with it, and not one in which there is nobody', () => {
    expect([...hiddenLines([[30], [3], [0], [12], [8]])].sort()).toEqual([1, 4]);
    expect([...hiddenLines([[30], [3], [4], [12], [8]])].sort()).toEqual([1, 2]);
    expect([...hiddenLines([[30], [1], [2], [12], [8]])].sort()).toEqual([1, 2, 4]);
    expect([...hiddenLines([[3], [0]])].sort()).toEqual([0, 1]);
    expect([...hiddenLines([[0], [0]])]).toEqual([]);
  });
});

describe('the reports of a region and of all its municipalities side by side', () => {
  const levels = ['basic', 'advanced', 'specialist'] as const;
  const towns = ['a', 'b', 'c', 'd'];
  const functions = ['e', 'f', 'g'];
  const named = (ids: readonly string[]) => ids.map((id) => ({ id, nl: id, en: id }));
  const names = { municipalities: named(towns), functions: named(functions), levels: named(levels) };
  /** Someone with the levels of the courses followed. */
  const person = fc.record({
    town: fc.constantFrom('a', 'a', 'a', 'b', 'b', 'c', 'd'),
    job: fc.constantFrom('e', 'e', 'e', 'f', 'g'),
    followed: fc.subarray([...levels], { minLength: 1 }),
  });
  type Group = { readonly town: string; readonly job: string; readonly level: string };
  const groups: Group[] = towns.flatMap((town) =>
    functions.flatMap((job) => levels.map((level) => ({ town, job, level }))),
  );

  test('no one to four people or participations follow from them by adding and subtracting', () => {
    fc.assert(
      fc.property(fc.array(person, { maxLength: 90 }), (people) => {
        const counted = people.flatMap(({ town, job, followed }) =>
          followed.map((level, index) => ({
            town,
            job,
            level,
            people: Number(index === followed.length - 1),
          })),
        );
        const rows = counted.map(({ town, job, level, people: one }) => ({
          ...{ moment: 'now' as const, municipalityId: town, functionId: job, level },
          ...{ people: one, participations: 1 },
        }));
        for (const kind of ['people', 'participations'] as const) {
          const shown: number[][] = [];
          const small: number[][] = [];
          const weigh = (isIn: (group: Group) => boolean, cell: unknown) => {
            const sum = groups.map((group) => Number(isIn(group)));
            const real = counted
              .filter(isIn)
              .reduce((total, one) => total + (kind === 'people' ? one.people : 1), 0);
            if (cell !== null) {
              expect(cell).toBe(real);
              shown.push(sum);
            }
            if (real >= 1 && real <= 4) small.push(sum);
          };
          for (const town of [null, ...towns])
            for (const { code, columns, lines, total } of reachTables(rows, names, {
              municipalityId: town,
            })) {
              const place = columns.findIndex((column) => column.code === kind && column.moment === 'now');
              const isHere = (group: Group) => town === null || group.town === town;
              const isLine = (name: string) => (group: Group) =>
                (({ 'reach-municipality': group.town, 'reach-function': group.job })[code as string] ??
                  group.level) === name;
              for (const { label, cells } of lines)
                weigh((group) => isHere(group) && isLine(label.nl)(group), cells[place]);
              if (total) weigh(isHere, total[place]);
            }
          const rank = rankOf(shown);
          for (const sum of small) expect(rankOf([...shown, sum])).toBe(rank + 1);
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe('half-years', () => {
  test('every day is in one half-year, between its first and last day', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('2015-01-01'), max: new Date('2090-12-31'), noInvalidDate: true }),
        (date) => {
          const day = date.toISOString().slice(0, 10);
          const { from, until } = boundsOf(halfYearOf(day));
          expect(from <= day && day <= until).toBe(true);
        },
      ),
    );
  });

  test('a half-year is compared with the one before it and the same one a year before', () => {
    expect(halfYearAt('2026-2', 'previous')).toBe('2026-1');
    expect(halfYearAt('2026-1', 'previous')).toBe('2025-2');
    expect(halfYearAt('2026-1', 'yearBefore')).toBe('2025-1');
    expect(halfYearAt('2026-2', 'now')).toBe('2026-2');
  });

  test('the list begins with the half-year of today and goes back four years', () => {
    expect(listedHalfYears('2026-07-01')).toEqual([
      ...['2026-2', '2026-1', '2025-2', '2025-1', '2024-2', '2024-1', '2023-2', '2023-1'],
    ]);
    expect(listedHalfYears('2026-12-31')[0]).toBe('2026-2');
  });

  test('there is a report from the first day of a half-year on', () => {
    expect([hasBegun('2026-2', '2026-06-30'), hasBegun('2026-2', '2026-07-01')]).toEqual([false, true]);
  });
});
