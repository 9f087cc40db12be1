import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../shared/actor.js';
import { Database } from '../platform/database/database.js';
import { DomainError } from '../platform/errors/domain-error.js';
import type { CourseLevel } from '../courses/course-level.rules.js';
import type { LinePayer } from './award.rules.js';
import type { Standing } from './budget.rules.js';

/** One award; amounts are cents. */
export interface GrantRow {
  readonly id: string;
  readonly decisionNumber: string;
  readonly title: string;
  readonly leadMunicipalityId: string;
  readonly firstYear: number;
  readonly lastYear: number;
  readonly amountCents: bigint;
  /** What the lines of this grant give out of it. */
  readonly dividedCents: bigint;
  readonly dividedIsDemo: boolean;
  readonly isDemo: boolean;
  readonly source: string;
}

/** A line of a grant with what stands against it, all municipalities together. */
export interface GrantLineRow extends Standing {
  readonly id: string;
  readonly year: number;
  readonly code: string;
  readonly title: string;
  readonly paidBy: LinePayer;
  readonly courseLevel: CourseLevel | null;
}

interface AmountRow {
  readonly id: string;
  readonly title: string;
}
interface GrantSqlRow extends AmountRow {
  readonly decision_number: string;
  readonly lead_municipality_id: string;
  readonly first_year: number;
  readonly last_year: number;
  readonly amount_cents: string;
  readonly divided_cents: string;
  readonly divided_is_demo: boolean;
  readonly is_demo: boolean;
  readonly source: string;
}
interface LineSqlRow extends AmountRow {
  readonly year: number;
  readonly code: string;
  readonly paid_by: LinePayer;
  readonly course_level: CourseLevel | null;
  readonly granted: string;
  readonly committed: string;
  readonly realised: string;
  readonly granted_is_demo: boolean;
  readonly committed_is_demo: boolean;
}

@Injectable()
export class GrantQueries {
  constructor(@Inject(Database) private readonly db: Database) {}

  /** The awards that the actor may see, of one year where it is given, the newest first. */
  async list(actor: Actor, year: number | null): Promise<GrantRow[]> {
    const rows = await this.db.read(actor, (tx) =>
      tx.query<GrantSqlRow[]>(
        `select g.*, d.divided_cents, d.divided_is_demo
         from grant_award g, lateral (
           select coalesce(sum(b.amount_cents), 0)::bigint divided_cents, coalesce(bool_or(b.is_demo), false) divided_is_demo
           from grant_line_budget b join grant_line l on l.id = b.grant_line_id
           where l.grant_id = g.id and l.paid_by = 'grant') d
         where ($1::int is null or $1::int between g.first_year and g.last_year) order by g.first_year desc, g.decision_number`,
        [year],
      ),
    );
    return rows.map((row) => ({
      id: row.id,
      decisionNumber: row.decision_number,
      title: row.title,
      leadMunicipalityId: row.lead_municipality_id,
      firstYear: row.first_year,
      lastYear: row.last_year,
      amountCents: BigInt(row.amount_cents),
      dividedCents: BigInt(row.divided_cents),
      dividedIsDemo: row.divided_is_demo,
      isDemo: row.is_demo,
      source: row.source,
    }));
  }

  /** @throws DomainError 'not-found' when the actor knows no such grant */
  async mustKnow(actor: Actor, grantId: string): Promise<void> {
    const rows = await this.db.read(actor, (tx) =>
      tx.query<unknown[]>('select from grant_award where id = $1', [grantId]),
    );
    if (rows.length === 0) throw new DomainError('not-found');
  }

  /** The lines of a grant by year, in the order of their codes. */
  async lines(actor: Actor, grantId: string): Promise<GrantLineRow[]> {
    const rows = await this.db.read(actor, (tx) =>
      tx.query<LineSqlRow[]>(
        `select l.id, l.year, l.code, l.title, l.paid_by, l.course_level, coalesce(sum(b.granted_cents), 0)::bigint granted,
           coalesce(sum(b.committed_cents), 0)::bigint committed, coalesce(sum(b.realised_cents), 0)::bigint realised,
           coalesce(bool_or(b.granted_is_demo), false) granted_is_demo, coalesce(bool_or(b.committed_is_demo), false) committed_is_demo
         from grant_line l left join budget_standing b on b.grant_line_id = l.id
         where l.grant_id = $1 group by l.id order by l.year, l.code`,
        [grantId],
      ),
    );
    return rows.map((row) => ({
      id: row.id,
      year: row.year,
      code: row.code,
      title: row.title,
      paidBy: row.paid_by,
      courseLevel: row.course_level,
      grantedCents: BigInt(row.granted),
      committedCents: BigInt(row.committed),
      realisedCents: BigInt(row.realised),
      grantedIsDemo: row.granted_is_demo,
      committedIsDemo: row.committed_is_demo,
    }));
  }
}
