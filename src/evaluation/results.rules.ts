import { spreadOf, type Counts, type Spread } from './effect.rules.js';
import { LEAST_ANSWERS, shownCells } from './hiding.rules.js';
import type { Moment } from './question.rules.js';

export const breakdowns = ['trainers', 'municipality', 'function'] as const;
export type Breakdown = (typeof breakdowns)[number];

/** How often a value was answered, as it is counted in one half-year. */
export interface CountRow {
  readonly courseId: string;
  readonly moment: Moment;
  readonly questionKey: string;
  readonly breakdown: Breakdown | 'all';
  readonly cell: string;
  readonly period: string;
  readonly value: string;
  readonly answers: number;
}

/** What a question was answered with, by a group that may be shown. */
export type Figure = Omit<CountRow, 'value' | 'answers'> & { readonly counts: Counts };

/** What a figure is part of: of each course, moment, question and half-year it is decided apart what is shown. */
const tableOf = ({ courseId, moment, questionKey, period }: Omit<CountRow, 'value' | 'answers'>): string =>
  [courseId, moment, questionKey, period].join(' ');

/**
 * The figures that may be shown. Everything else is added up from these, so that no sum or difference of what is shown
 * under one breakdown tells of fewer than five.
 */
export function publishable(rows: readonly CountRow[]): Figure[] {
  return [...groupBy(rows, tableOf).values()].flatMap((table) => {
    const figures = [...groupBy(table, ({ breakdown, cell }) => `${breakdown} ${cell}`).values()].map(
      figureOf,
    );
    const all = figures.filter(({ breakdown }) => breakdown === 'all');
    const total = all.reduce((sum, figure) => sum + answersIn(figure.counts), 0);
    if (total < LEAST_ANSWERS) return [];
    const shown = breakdowns.flatMap((breakdown) => {
      const own = figures.filter((figure) => figure.breakdown === breakdown);
      const cells = own.map(({ cell, counts }) => ({ cell, answers: answersIn(counts) }));
      const names = shownCells(total, cells);
      return own.filter(({ cell }) => names.has(cell));
    });
    return [...all, ...shown];
  });
}

/** The same question answered by the same group, in all courses and half-years together. */
export function addUp(figures: readonly Figure[]): Counts {
  const sum: Record<string, number> = {};
  for (const { counts } of figures)
    for (const [value, times] of Object.entries(counts)) sum[value] = (sum[value] ?? 0) + times;
  return sum;
}

export const answersIn = (counts: Counts): number =>
  Object.values(counts).reduce((sum, times) => sum + times, 0);

/** The figures of a group: those of one trainer are also those given together with others; null for everyone. */
export function figuresOf(
  figures: readonly Figure[],
  group: { readonly breakdown: Breakdown; readonly id: string } | null,
): Figure[] {
  if (group === null) return figures.filter(({ breakdown }) => breakdown === 'all');
  return figures.filter(
    ({ breakdown, cell }) => breakdown === group.breakdown && cell.split(',').includes(group.id),
  );
}

/** Number, mean and spread of a statement at a moment; null where nothing may be shown. */
export function spreadAt(figures: readonly Figure[], moment: Moment, questionKey: string): Spread | null {
  return spreadOf(
    addUp(figures.filter((figure) => figure.moment === moment && figure.questionKey === questionKey)),
  );
}

/** The figures of one question and group in all half-years together. */
export function wholeFigures(figures: readonly Figure[]): Omit<Figure, 'period'>[] {
  const named = ({ courseId, moment, questionKey, breakdown, cell }: Figure) => ({
    ...{ courseId, moment, questionKey, breakdown, cell },
  });
  return [...groupBy(figures, (figure) => JSON.stringify(named(figure))).values()].map((same) => ({
    ...named(same[0]!),
    counts: addUp(same),
  }));
}

function figureOf(rows: readonly CountRow[]): Figure {
  const { value: _value, answers: _answers, ...named } = rows[0]!;
  return { ...named, counts: Object.fromEntries(rows.map(({ value, answers }) => [value, answers])) };
}

function groupBy<Row>(rows: readonly Row[], keyOf: (row: Row) => string): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const group = groups.get(keyOf(row));
    if (group) group.push(row);
    else groups.set(keyOf(row), [row]);
  }
  return groups;
}
