import type { Cell, ColumnCode, Table, TableCode } from './report.rules.js';

/** What the bars of a table's chart stand for; a table without any has no chart. */
const barsOf: Readonly<Partial<Record<TableCode, readonly ColumnCode[]>>> = {
  ...{ 'reach-municipality': ['people'], 'reach-function': ['people'], 'reach-level': ['people'] },
  ...{ 'trainings-municipality': ['used'], 'trainings-course': ['used'] },
  ...{ 'coverage-municipality': ['covered', 'lacking'], 'coverage-function': ['covered', 'lacking'] },
  ...{ 'follow-up': ['attended'], spend: ['spent'] },
};

/** How bars differ, on paper without colour too: filled, striped, or an outline. */
const fills = ['solid', 'striped', 'open'] as const;
type Fill = (typeof fills)[number];

/** A bar, or in its place what is said where there is no number to show. */
interface Bar {
  readonly y: number;
  /** Where the text beside it stands, on its base line. */
  readonly textX: number;
  readonly textY: number;
  readonly width: number;
  readonly text: string;
  readonly fill: Fill;
  readonly is: Readonly<Record<Fill, boolean>>;
}

/** Bars with their texts, in units of which the whole is 400 wide. */
export interface Chart {
  readonly width: number;
  readonly height: number;
  readonly barHeight: number;
  readonly legend: readonly Bar[];
  readonly groups: readonly { readonly label: string; readonly y: number; readonly bars: readonly Bar[] }[];
}

const WIDTH = 400;
const LONGEST_BAR = 290;
const BAR = 10;
const STEP = 14;
const LABEL = 16;
const GAP = 8;
const SWATCH = 24;

/** The chart of a table, of which the table says the same in numbers; null where bars would say nothing. */
export function chartOf(
  table: Table,
  texts: {
    readonly labels: readonly string[];
    readonly headers: readonly string[];
    readonly textOf: (column: number, cell: Cell) => string;
  },
): Chart | null {
  const codes = barsOf[table.code] ?? [];
  const shown = table.columns.flatMap(({ code }, index) => (codes.includes(code) ? [index] : []));
  const numbers = table.lines.flatMap(({ cells }) => shown.map((index) => lengthOf(cells[index]!)));
  const largest = Math.max(0, ...numbers);
  if (largest === 0) return null;
  const legend = shown.map((column, index) =>
    barAt(index * STEP + STEP / 2, SWATCH, texts.headers[column]!, index),
  );
  const top = shown.length * STEP + GAP + STEP;
  const groupHeight = LABEL + shown.length * STEP + GAP;
  const groups = table.lines.map(({ cells }, line) => {
    const y = top + line * groupHeight;
    const bars = shown.map((column, index) => {
      const cell = cells[column]!;
      const width = Math.round((lengthOf(cell) / largest) * LONGEST_BAR);
      return barAt(y + 4 + index * STEP, width, texts.textOf(column, cell), index);
    });
    return { label: texts.labels[line]!, y, bars };
  });
  return { width: WIDTH, height: top + groups.length * groupHeight, barHeight: BAR, legend, groups };
}

const lengthOf = (cell: Cell): number => (typeof cell === 'number' && cell > 0 ? cell : 0);

function barAt(y: number, width: number, text: string, index: number): Bar {
  const fill = fills[index]!;
  const is = { solid: fill === 'solid', striped: fill === 'striped', open: fill === 'open' };
  return { y, textX: width + 6, textY: y + BAR - 1, width, text, fill, is };
}
