import fc from 'fast-check';
import {
  budgetTable,
  figuresOf,
  freeCents,
  totalOf,
  yearToShow,
  type BudgetRow,
} from '../../src/grants/budget.rules.js';

const cents = fc.bigInt({ min: 0n, max: 99_999_999_999n });
const row = fc.record({
  lineId: fc.constantFrom('basic', 'advanced', 'network'),
  municipalityId: fc.constantFrom('Almere', 'Dronten', 'Urk', 'Zeewolde'),
  grantedCents: cents,
  committedCents: cents,
  realisedCents: cents,
  grantedIsDemo: fc.boolean(),
  committedIsDemo: fc.boolean(),
});
const rows = fc.uniqueArray(row, {
  selector: ({ lineId, municipalityId }) => `${lineId} ${municipalityId}`,
  maxLength: 12,
});

test('the totals of the lines, of the municipalities and of everything are the same to the cent', () => {
  fc.assert(
    fc.property(rows, (budgets: BudgetRow[]) => {
      const table = budgetTable(budgets);
      expect(totalOf(table.lines.map(({ total }) => total))).toEqual(table.overall);
      expect(totalOf(table.municipalities.map(({ total }) => total))).toEqual(table.overall);
    }),
  );
});

test('every budget stands in one line and in one municipality', () => {
  fc.assert(
    fc.property(rows, (budgets: BudgetRow[]) => {
      const table = budgetTable(budgets);
      expect(new Set(table.lines.flatMap((group) => group.rows))).toEqual(new Set(budgets));
      expect(new Set(table.municipalities.flatMap((group) => group.rows))).toEqual(new Set(budgets));
    }),
  );
});

test('what is free adds up like the rest', () => {
  fc.assert(
    fc.property(rows, (budgets: BudgetRow[]) => {
      const free = budgets.reduce((sum, budget) => sum + freeCents(budget), 0n);
      expect(freeCents(budgetTable(budgets).overall)).toBe(free);
    }),
  );
});

test('what was invoiced is never an example, and neither is nothing', () => {
  fc.assert(
    fc.property(row, (budget) => {
      const { granted, committed, realised } = figuresOf({ ...budget, committedCents: 0n });
      expect([granted.isDemo, committed.isDemo, realised.isDemo]).toEqual([
        budget.grantedIsDemo && budget.grantedCents !== 0n,
        false,
        false,
      ]);
    }),
  );
});

test('what is free is an example when what it was reckoned from is', () => {
  const real = { grantedCents: 9n, committedCents: 4n, realisedCents: 1n, grantedIsDemo: false };
  expect(figuresOf({ ...real, committedIsDemo: true }).free).toEqual({ cents: 4n, isDemo: true });
  expect(figuresOf({ ...real, committedIsDemo: false }).free).toEqual({ cents: 4n, isDemo: false });
});

test('free is what was granted, less what is committed and what is realised', () => {
  expect(freeCents({ grantedCents: 1000n, committedCents: 300n, realisedCents: 250n })).toBe(450n);
});

test('a total with one example figure in it is an example', () => {
  fc.assert(
    fc.property(rows, (budgets: BudgetRow[]) => {
      expect(totalOf(budgets).grantedIsDemo).toBe(budgets.some(({ grantedIsDemo }) => grantedIsDemo));
    }),
  );
});

test.each([
  ['the year asked for', [2026, 2025], 2019, 2026, 2019],
  ['the current year when it has a grant', [2027, 2026], undefined, 2026, 2026],
  ['the newest year otherwise', [2019, 2017], undefined, 2026, 2019],
  ['the current year when there is no grant at all', [], undefined, 2026, 2026],
])('the year shown is %s', (_case, years, asked, current, shown) => {
  expect(yearToShow(years, asked, current)).toBe(shown);
});
