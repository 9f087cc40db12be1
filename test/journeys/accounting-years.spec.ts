import fc from 'fast-check';
import { StatementQueries, type Statement } from '../../src/accountability/statement.queries.js';
import { startApp, type TestApp } from '../support/app.js';
import { Accounting, GRANT_YEARS, refusalOf, type SqlFigures } from '../support/accounting.js';

let app: TestApp;
let books: Accounting;

beforeAll(async () => {
  app = await startApp({ at: '2027-12-31T10:00:00Z' });
  books = await Accounting.make(app);
});
afterAll(() => app.stop());

const grantYear = fc.constantFrom(...GRANT_YEARS);
const operation = fc.oneof(
  {
    weight: 12,
    arbitrary: fc.record({
      do: fc.constant('book' as const),
      year: grantYear,
      month: fc.integer({ min: 1, max: 12 }),
      cents: fc.integer({ min: 1, max: 500_000 }),
    }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant('credit' as const),
      which: fc.nat(),
      share: fc.integer({ min: 1, max: 100 }),
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('close' as const), year: grantYear }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('reopen' as const), year: grantYear }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('force' as const), year: grantYear }) },
);
type Operation = typeof operation extends fc.Arbitrary<infer Value> ? Value : never;

/** Thousands of operations are one long life of the same books, not many short ones. */
const life = fc.sample(operation, { numRuns: 2_000, seed: 20_270_101 });

const shown = ({ grants }: Statement): SqlFigures[] =>
  grants.map(({ decisionNumber, figures }) => ({
    decision: decisionNumber,
    spent: Number(figures.spent),
    cumulative: Number(figures.cumulative),
    correction: Number(figures.correction),
    earlier: Number(figures.earlierCorrection),
  }));
const statement = async (year: number) =>
  shown(await app.app.get(StatementQueries, { strict: false }).look(books.people[0], year));

test('nothing in a closed year changes, whatever is booked, credited, closed and opened after it', async () => {
  const invoices: { id: string; year: number; cents: number }[] = [];
  /** What each closed year said when it was closed. */
  const frozen = new Map<number, SqlFigures[]>();
  const done: Record<string, number> = {};
  const lastClosed = () => Math.max(0, ...frozen.keys());

  const perform = async (step: Operation): Promise<string | null> => {
    switch (step.do) {
      case 'book':
        invoices.push({ id: await books.book(step.year, step.month, step.cents), ...step });
        return null;
      case 'credit': {
        const invoice = invoices[step.which % Math.max(1, invoices.length)];
        if (!invoice) return 'nothing to credit';
        return refusalOf(
          books.credit(invoice.id, Math.max(1, Math.floor((invoice.cents * step.share) / 100))),
        );
      }
      case 'close': {
        const refusal = await refusalOf(books.close(step.year));
        if (refusal === null) frozen.set(step.year, await books.figures(step.year));
        return refusal;
      }
      case 'reopen': {
        const refusal = await refusalOf(books.reopen(step.year));
        expect(refusal === null).toBe(step.year === lastClosed());
        if (refusal === null) frozen.delete(step.year);
        return refusal;
      }
      case 'force': {
        if (step.year > lastClosed()) return 'open';
        const { grants, region } = books;
        const booking = app.database.owner.query(
          `insert into ledger_entry (region_id, grant_line_id, municipality_id, kind, amount_cents, booked_on, year, recorded_at, source_type, source_id, description)
           values ($1, $2, $3, 'realisation', 1, '2027-01-01', $4, now(), 'session', $1, 'x')`,
          [region.id, grants[step.year].lines.network, region.municipalities.Almere, step.year],
        );
        await expect(booking).rejects.toMatchObject({ constraint: 'ledger_entry_in_open_year' });
        return null;
      }
    }
  };

  for (const [index, step] of life.entries()) {
    const refusal = await perform(step);
    const name = refusal === null ? step.do : `${step.do}: ${refusal}`;
    done[name] = (done[name] ?? 0) + 1;
    if (index % 20 !== 0 && step.do !== 'close') continue;
    for (const [year, figures] of frozen) {
      expect(await books.figures(year)).toEqual(figures);
      expect(await statement(year)).toEqual(figures);
    }
  }

  for (const year of GRANT_YEARS) expect(await statement(year)).toEqual(await books.figures(year));
  // Enough of everything happened for this to mean something.
  for (const what of ['book', 'credit', 'close', 'reopen', 'force', 'close: earlier-year-open'])
    expect([what, (done[what] ?? 0) > 5]).toEqual([what, true]);
}, 240_000);

test('what was booked in all years together is what the invoices and credit notes say', async () => {
  const { rows } = await app.database.owner.query<{ booked: string; said: string; strayed: string }>(
    `select (select sum(amount_cents) from ledger_entry) booked, (select sum(amount_cents) from realisation) said,
       (select count(*) from ledger_entry e join realisation r on r.id = e.source_id
         where coalesce(e.corrects_year, e.year) <> extract(year from r.cost_date)) strayed`,
  );
  expect(rows[0]!.booked).toBe(rows[0]!.said);
  expect(rows[0]!.strayed).toBe('0');
});
