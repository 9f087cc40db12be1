import { ClosingService } from '../../src/accountability/closing.service.js';
import { CostService } from '../../src/grants/cost.service.js';
import { CreditNoteService } from '../../src/grants/credit-note.service.js';
import { DomainError } from '../../src/platform/errors/domain-error.js';
import { systemActor, type Actor } from '../../src/shared/actor.js';
import type { TestApp } from './app.js';
import { createGrant, type TestGrant } from './grants.js';
import { createAccount, createRegion, type TestRegion } from './region.js';

/** The years of which the region has a grant. */
export const GRANT_YEARS = [2024, 2025, 2026, 2027] as const;
type GrantYear = (typeof GRANT_YEARS)[number];

/** What stands in the statement of a grant, in cents. */
export interface SqlFigures {
  readonly decision: string;
  readonly spent: number;
  readonly cumulative: number;
  readonly correction: number;
  readonly earlier: number;
}

/** A region with a grant in each of some years, and two people of finance who do what they do through the services. */
export class Accounting {
  private numbers = 0;

  private constructor(
    private readonly app: TestApp,
    readonly region: TestRegion,
    readonly grants: Readonly<Record<GrantYear, TestGrant>>,
    readonly people: readonly [Actor, Actor],
  ) {}

  static async make(app: TestApp): Promise<Accounting> {
    const region = await createRegion(app.database);
    const grants = {} as Record<GrantYear, TestGrant>;
    for (const year of GRANT_YEARS)
      grants[year] = await createGrant(app.database, region, { year, network: { Almere: 10_000_000_000 } });
    const person = async (): Promise<Actor> => ({
      ...systemActor,
      ...{ role: 'finance', accountId: (await createAccount(app.database, region, 'finance')).id },
      ...{ regionId: region.id, regionName: 'Flevoland' },
    });
    return new Accounting(app, region, grants, [await person(), await person()]);
  }

  /** Books a cost of a day in a year; gives the id of the invoice. */
  book(year: GrantYear, month: number, amountCents: number): Promise<string> {
    const grantLineId = this.grants[year].lines.network;
    const budget = { grantLineId, municipalityId: this.region.municipalities.Almere };
    return this.app.app.get(CostService, { strict: false }).record(this.people[0], budget, {
      ...{ supplier: 'Voorbeeldregie', invoiceNumber: `N-${++this.numbers}`, invoiceDate: '2027-12-31' },
      ...{ costDate: `${year}-${String(month).padStart(2, '0')}-15`, vatTreatment: 'exempt' },
      amountCents: BigInt(amountCents),
    });
  }

  /** Takes back a part of an invoice. */
  credit(invoiceId: string, amountCents: number): Promise<string> {
    return this.app.app.get(CreditNoteService, { strict: false }).record(this.people[0], invoiceId, {
      ...{ invoiceNumber: `C-${++this.numbers}`, invoiceDate: '2027-12-31' },
      ...{ amountCents: BigInt(amountCents), reason: 'amount-wrong' },
    });
  }

  /** Says of every grant of a year that more follows, and closes it. */
  async close(year: number): Promise<void> {
    const closing = this.closing();
    for (const grant of Object.values(this.grants))
      await refusalOf(closing.chooseFinal(this.people[0], { year, grantId: grant.id }, false));
    await closing.close(this.people[0], year);
  }

  async reopen(year: number): Promise<void> {
    await refusalOf(this.closing().askReopening(this.people[0], year, 'cost-missing'));
    await this.closing().confirmReopening(this.people[1], year);
  }

  /** The statement of a year, added up by plain SQL and not by the product. */
  async figures(year: number): Promise<SqlFigures[]> {
    const { rows } = await this.app.database.owner.query<Record<keyof SqlFigures, string>>(
      `select g.decision_number decision,
         coalesce(sum(e.amount_cents) filter (where e.year = $2 and e.corrects_year is null), 0) spent,
         coalesce(sum(e.amount_cents) filter (where e.year <= $2), 0) cumulative,
         coalesce(sum(e.amount_cents) filter (where e.year = $2 and e.corrects_year = $2 - 1), 0) correction,
         coalesce(sum(e.amount_cents) filter (where e.year = $2 and e.corrects_year < $2 - 1), 0) earlier
       from grant_award g join grant_line l on l.grant_id = g.id
       left join ledger_entry e on e.grant_line_id = l.id and e.kind = 'realisation'
       where g.region_id = $1 and g.first_year <= $2
       group by g.id order by g.first_year desc`,
      [this.region.id, year],
    );
    return rows.map(({ decision, ...cents }) => ({
      decision,
      spent: Number(cents.spent),
      cumulative: Number(cents.cumulative),
      correction: Number(cents.correction),
      earlier: Number(cents.earlier),
    }));
  }

  private closing(): ClosingService {
    return this.app.app.get(ClosingService, { strict: false });
  }
}

/** The code of the refusal that something met, or null. @throws what is no refusal */
export async function refusalOf(work: Promise<unknown>): Promise<string | null> {
  try {
    await work;
    return null;
  } catch (error) {
    if (error instanceof DomainError) return error.code;
    throw error;
  }
}
