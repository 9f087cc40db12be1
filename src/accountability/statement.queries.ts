import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../shared/actor.js';
import type { EligibleDays } from '../grants/activity.rules.js';
import { Database, type Tx } from '../platform/database/database.js';
import { DomainError } from '../platform/errors/domain-error.js';
import { emptyAnnex, type AnnexSetting } from './annex.rules.js';
import { eachFigure, figuresOf, isListed, type BookedSum, type Figures } from './statement.rules.js';

/** What a grant pays, on costs of which days (local dates). */
export interface StatementActivity extends EligibleDays {
  readonly title: string;
}

/** One line of a statement. */
export interface StatementGrant {
  readonly grantId: string;
  readonly decisionNumber: string;
  readonly title: string;
  /** The first year that the grant is for. */
  readonly grantYear: number;
  readonly figures: Figures;
  /** Nothing in statements that were kept before activities were. */
  readonly activities: readonly StatementActivity[];
  /** Whether it is the last statement of this grant; null as long as nobody said so. */
  readonly isFinal: boolean | null;
}

/** What a year's statement says. */
export interface Statement {
  readonly year: number;
  readonly annex: AnnexSetting;
  readonly grants: readonly StatementGrant[];
}

interface GrantRow extends Omit<StatementGrant, 'figures'> {
  readonly finalIn: number | null;
}
type SumRow = Omit<BookedSum, 'cents'> & { readonly cents: string };

/** A statement as JSON keeps it: amounts as text. */
interface KeptStatement extends Omit<Statement, 'grants'> {
  readonly grants: readonly (Omit<StatementGrant, 'figures' | 'activities'> & {
    readonly activities?: readonly StatementActivity[];
    readonly figures: Readonly<Record<keyof Figures, string>>;
  })[];
}

@Injectable()
export class StatementQueries {
  constructor(@Inject(Database) private readonly db: Database) {}

  /**
   * The statement of a year: as it was kept when the year was closed, or as it stands now, or stood at this booking.
   * @throws DomainError 'not-found' for a year in which there is no grant and nothing was booked
   */
  look(actor: Actor, year: number, upTo: string | null = null): Promise<Statement> {
    return this.db.read(
      actor,
      async (tx) => (await this.kept(tx, year)) ?? (await this.find(tx, year, upTo)),
    );
  }

  /** The statement of a year as it stands now, or by what was booked up to this booking. */
  async find(tx: Tx, year: number, upTo: string | null = null): Promise<Statement> {
    const known = await tx.query<unknown[]>(`select from (${YEARS_IN_USE}) u where u.year = $1`, [year]);
    if (known.length === 0) throw new DomainError('not-found');
    const grants = await tx.query<GrantRow[]>(GRANTS, [year]);
    const sums = await tx.query<SumRow[]>(SUMS, [year, upTo]);
    const booked = sums.map(({ cents, ...rest }) => ({ ...rest, cents: BigInt(cents) }));
    return {
      year,
      annex: await this.annex(tx),
      grants: grants.flatMap(({ finalIn, ...grant }) => {
        const own = booked.filter(({ grantId }) => grantId === grant.grantId);
        if (!isListed({ year: grant.grantYear, finalIn }, own, year)) return [];
        return [{ ...grant, figures: figuresOf(own, year) }];
      }),
    };
  }

  /** How the annex names things in the actor's region. */
  lookAnnex(actor: Actor): Promise<AnnexSetting> {
    return this.db.read(actor, (tx) => this.annex(tx));
  }

  private async annex(tx: Tx): Promise<AnnexSetting> {
    const [row] = await tx.query<{ annex: AnnexSetting }[]>('select annex from annex_setting');
    return row?.annex ?? emptyAnnex;
  }

  private async kept(tx: Tx, year: number): Promise<Statement | null> {
    const [row] = await tx.query<{ statement: KeptStatement }[]>(
      `select v.statement from statement_version v join accounting_year y using (region_id, year)
       where v.year = $1 and y.closed_at is not null order by v.version desc limit 1`,
      [year],
    );
    return row ? statementOf(row.statement) : null;
  }
}

function statementOf({ grants, ...kept }: KeptStatement): Statement {
  return {
    ...kept,
    grants: grants.map((grant) => ({
      ...{ ...grant, activities: grant.activities ?? [] },
      figures: eachFigure((kind) => BigInt(grant.figures[kind])),
    })),
  };
}

/** A statement as it is written in JSON. */
export function keptOf({ grants, ...statement }: Statement): KeptStatement {
  return {
    ...statement,
    grants: grants.map(({ figures, ...grant }) => ({
      ...grant,
      figures: {
        spent: String(figures.spent),
        cumulative: String(figures.cumulative),
        correction: String(figures.correction),
        earlierCorrection: String(figures.earlierCorrection),
      },
    })),
  };
}

/** Years with a grant, or in which something was booked. */
export const YEARS_IN_USE = `select generate_series(first_year, last_year) "year" from grant_award union select "year" from ledger_entry where kind = 'realisation'`;

const GRANTS = `
  select g.id "grantId", g.decision_number "decisionNumber", g.title, g.first_year "grantYear", f.is_final "isFinal",
    coalesce((select json_agg(json_build_object('title', a.title, 'firstDay', a.first_day, 'lastDay', a.last_day) order by a.code)
      from grant_activity a where a.grant_id = g.id), '[]') activities,
    (select min(o.year) from final_choice o where o.grant_id = g.id and o.is_final) "finalIn"
  from grant_award g left join final_choice f on f.grant_id = g.id and f.year = $1
  order by g.first_year desc, g.decision_number`;

const SUMS = `
  select l.grant_id "grantId", e.year, e.corrects_year "correctsYear", sum(e.amount_cents)::bigint cents
  from ledger_entry e join grant_line l on l.id = e.grant_line_id
  where e.kind = 'realisation' and e.year <= $1 and l.paid_by = 'grant' and ($2::bigint is null or e.id <= $2)
  group by l.grant_id, e.year, e.corrects_year`;
