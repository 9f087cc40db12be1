/** A result is shown from so many answers on (DOMAIN: small cells are hidden). */
export const LEAST_ANSWERS = 5;

export interface Cell {
  readonly cell: string;
  readonly answers: number;
}

/**
 * Which cells of a table may be shown of which the total is known. Not those under five, and not so many that taking
 * what is shown from the total leaves fewer than five: then the smallest of them is hidden too.
 */
export function shownCells(total: number, cells: readonly Cell[]): ReadonlySet<string> {
  const shown = cells
    .filter(({ answers }) => answers >= LEAST_ANSWERS)
    .sort((a, b) => a.answers - b.answers || (a.cell < b.cell ? -1 : 1));
  const left = shown.reduce((rest, { answers }) => rest - answers, total);
  return new Set((left > 0 && left < LEAST_ANSWERS ? shown.slice(1) : shown).map(({ cell }) => cell));
}
