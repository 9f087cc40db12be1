import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../shared/actor.js';
import { Database, type Tx } from '../platform/database/database.js';
import { DomainError } from '../platform/errors/domain-error.js';
import type { LinePayer } from './award.rules.js';
import { freeCents, type BudgetRow } from './budget.rules.js';

/** The budget of one municipality on one line, with the names that screens show. */
export interface NamedBudgetRow extends BudgetRow {
  readonly decisionNumber: string | null;
  readonly year: number;
  readonly lineCode: string;
  readonly lineTitle: string;
  readonly paidBy: LinePayer;
  readonly municipalityName: string;
}

type AmountsRow = Pick<
  StandingRow,
  'municipality_id' | 'granted_cents' | 'committed_cents' | 'realised_cents'
>;

interface StandingRow {
  /** Null for who may not see the award. */
  readonly decision_number: string | null;
  readonly year: number;
  readonly line_code: string;
  readonly grant_line_id: string;
  readonly line_title: string;
  readonly paid_by: LinePayer;
  readonly municipality_id: string;
  readonly municipality_name: string;
  readonly granted_cents: string;
  readonly granted_is_demo: boolean;
  readonly committed_cents: string;
  readonly committed_is_demo: boolean;
  readonly realised_cents: string;
}

// Whether figures are examples takes a look at every commitment; who decides on an amount need not know.
const AMOUNTS = 'municipality_id, granted_cents, committed_cents, realised_cents';
const NAMED = `
  select b.*, l.year, l.code line_code, l.title line_title, l.paid_by, m.name municipality_name, g.decision_number
  from budget_standing b
  join grant_line l on l.id = b.grant_line_id
  join municipality m on m.id = b.municipality_id
  left join grant_award g on g.id = l.grant_id`;
const IN_ORDER = 'order by l.grant_id, l.year, l.code, l.id, m.name, m.id';

@Injectable()
export class StandingQueries {
  constructor(@Inject(Database) private readonly db: Database) {}

  /** Every budget of a grant year that the actor may see, by line and municipality. */
  async ofYear(actor: Actor, year: number): Promise<NamedBudgetRow[]> {
    const rows = await this.db.read(actor, (tx) =>
      tx.query<StandingRow[]>(`${NAMED} where l.year = $1 ${IN_ORDER}`, [year]),
    );
    return rows.map(budgetRowOf);
  }

  /** Every budget of one grant, in the same order. */
  async ofGrant(actor: Actor, grantId: string): Promise<NamedBudgetRow[]> {
    const rows = await this.db.read(actor, (tx) =>
      tx.query<StandingRow[]>(`${NAMED} where l.grant_id = $1 ${IN_ORDER}`, [grantId]),
    );
    return rows.map(budgetRowOf);
  }

  /** The years of which the actor may see a grant, a budget or an allotment, the newest first. */
  async years(actor: Actor): Promise<number[]> {
    const rows = await this.db.read(actor, (tx) =>
      tx.query<{ year: number }[]>(
        `select year from (
           select l.year from grant_line_budget b join grant_line l on l.id = b.grant_line_id
           union select year from allotment
           union select generate_series(first_year, last_year) from grant_award) seen
         order by year desc`,
      ),
    );
    return rows.map(({ year }) => year);
  }

  /**
   * The grant year of the budget of one municipality on one line.
   * @throws DomainError 'no-budget-on-line'
   */
  async budget(
    tx: Tx,
    { grantLineId, municipalityId }: { grantLineId: string; municipalityId: string },
  ): Promise<{ year: number; regionId: string }> {
    const rows = await tx.query<{ year: number; regionId: string }[]>(
      `select l.year, b.region_id "regionId" from grant_line_budget b
       join grant_line l on l.id = b.grant_line_id where b.grant_line_id = $1 and b.municipality_id = $2`,
      [grantLineId, municipalityId],
    );
    if (!rows[0]) throw new DomainError('no-budget-on-line');
    return rows[0];
  }

  /** What is free on one budget, in cents; asked inside a transaction that holds its lock. */
  async free(tx: Tx, budget: { grantLineId: string; municipalityId: string }): Promise<bigint> {
    const rows = await tx.query<AmountsRow[]>(
      `select ${AMOUNTS} from budget_standing where grant_line_id = $1 and municipality_id = $2`,
      [budget.grantLineId, budget.municipalityId],
    );
    if (!rows[0]) throw new Error('A budget that was locked is not there');
    return freeCents(amountsOf(rows[0]));
  }

  /** What is free on each budget of a line, in cents, by municipality; asked inside a transaction that holds its lock. */
  async freeOnLine(tx: Tx, grantLineId: string): Promise<Map<string, bigint>> {
    const rows = await tx.query<AmountsRow[]>(
      `select ${AMOUNTS} from budget_standing where grant_line_id = $1`,
      [grantLineId],
    );
    return new Map(rows.map((row) => [row.municipality_id, freeCents(amountsOf(row))]));
  }
}

function budgetRowOf(row: StandingRow): NamedBudgetRow {
  return {
    decisionNumber: row.decision_number,
    lineId: row.grant_line_id,
    year: row.year,
    lineCode: row.line_code,
    lineTitle: row.line_title,
    paidBy: row.paid_by,
    municipalityId: row.municipality_id,
    municipalityName: row.municipality_name,
    ...amountsOf(row),
    grantedIsDemo: row.granted_is_demo,
    committedIsDemo: row.committed_is_demo,
  };
}

function amountsOf(row: AmountsRow) {
  return {
    grantedCents: BigInt(row.granted_cents),
    committedCents: BigInt(row.committed_cents),
    realisedCents: BigInt(row.realised_cents),
  };
}
