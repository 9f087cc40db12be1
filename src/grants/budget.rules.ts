/** What stands against a budget; every amount in whole cents. */
export interface Standing {
  readonly grantedCents: bigint;
  /** Reserved for confirmed sessions and not yet invoiced. */
  readonly committedCents: bigint;
  readonly realisedCents: bigint;
  readonly grantedIsDemo: boolean;
  readonly committedIsDemo: boolean;
}

/** An amount as it is shown, with whether it is an example. */
export interface Amount {
  readonly cents: bigint;
  readonly isDemo: boolean;
}

/** The budget of one municipality on one grant line. */
export interface BudgetRow extends Standing {
  readonly lineId: string;
  readonly municipalityId: string;
}

export interface Group<Row> {
  readonly rows: readonly Row[];
  readonly total: Standing;
}

export interface BudgetTable<Row> {
  readonly lines: readonly Group<Row>[];
  readonly municipalities: readonly Group<Row>[];
  readonly overall: Standing;
}

/** What can still be committed or spent; negative only where shares of sessions fell on a budget that did not hold them. */
export function freeCents({
  grantedCents,
  committedCents,
  realisedCents,
}: Pick<Standing, 'grantedCents' | 'committedCents' | 'realisedCents'>): bigint {
  return grantedCents - committedCents - realisedCents;
}

/** Granted, committed, realised and free as they are shown: what was invoiced is real, and nothing is no example. */
export function figuresOf(standing: Standing): Record<'granted' | 'committed' | 'realised' | 'free', Amount> {
  const { grantedCents, committedCents, realisedCents } = standing;
  const granted = amountOf(grantedCents, standing.grantedIsDemo);
  const committed = amountOf(committedCents, standing.committedIsDemo);
  return {
    granted,
    committed,
    realised: amountOf(realisedCents, false),
    free: { cents: freeCents(standing), isDemo: granted.isDemo || committed.isDemo },
  };
}

/** An amount of which the whole or a part may be an example; nothing is no example. */
export function amountOf(cents: bigint, isDemo: boolean): Amount {
  return { cents, isDemo: isDemo && cents !== 0n };
}

/** Adds budgets up; one example figure makes its total an example. */
export function totalOf(rows: readonly Standing[]): Standing {
  return {
    grantedCents: sum(rows.map((row) => row.grantedCents)),
    committedCents: sum(rows.map((row) => row.committedCents)),
    realisedCents: sum(rows.map((row) => row.realisedCents)),
    grantedIsDemo: rows.some((row) => row.grantedIsDemo),
    committedIsDemo: rows.some((row) => row.committedIsDemo),
  };
}

/** The budgets per line and per municipality, in the order in which the rows first name them, with totals. */
export function budgetTable<Row extends BudgetRow>(rows: readonly Row[]): BudgetTable<Row> {
  return {
    lines: groupsBy(rows, ({ lineId }) => lineId),
    municipalities: groupsBy(rows, ({ municipalityId }) => municipalityId),
    overall: totalOf(rows),
  };
}

/** The grant year to show: the one asked for, else the current one when there is a grant for it, else the newest. */
export function yearToShow(years: readonly number[], asked: number | undefined, current: number): number {
  return asked ?? (years.includes(current) ? current : Math.max(...years, 0) || current);
}

function groupsBy<Row extends BudgetRow>(rows: readonly Row[], keyOf: (row: Row) => string): Group<Row>[] {
  const groups = new Map<string, Row[]>();
  for (const row of rows) groups.set(keyOf(row), [...(groups.get(keyOf(row)) ?? []), row]);
  return [...groups.values()].map((group) => ({ rows: group, total: totalOf(group) }));
}

function sum(amounts: readonly bigint[]): bigint {
  return amounts.reduce((total, amount) => total + amount, 0n);
}
