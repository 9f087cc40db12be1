import { Inject, Injectable } from '@nestjs/common';
import { Database, type Tx } from '../platform/database/database.js';
import { DomainError } from '../platform/errors/domain-error.js';
import type { Actor } from '../shared/actor.js';
import type { AskedPlace, DecisionKind, Place } from './decision.rules.js';

/** A grant by the name that its decisions go by; whole cents. */
export interface DecidedGrant {
  readonly id: string;
  readonly decisionNumber: string;
  readonly title: string;
  readonly firstYear: number;
  readonly lastYear: number;
  readonly amountCents: bigint;
  readonly undividedCents: bigint;
  readonly isDemo: boolean;
  readonly undividedIsDemo: boolean;
}

/** A decision as it is listed. */
export interface DecisionRow {
  readonly id: string;
  readonly grantId: string;
  readonly firstYear: number;
  readonly lastYear: number;
  readonly kind: DecisionKind;
  readonly reference: string;
  /** Local date. */
  readonly decidedOn: string;
  readonly reason: string;
  readonly awardChangeCents: bigint;
  readonly recordedAt: Date;
  readonly recordedBy: string;
  readonly documents: number;
  readonly budgets: readonly {
    readonly line: string;
    readonly year: number;
    readonly municipality: string;
    readonly cents: string;
  }[];
  readonly allotments: readonly {
    readonly course: string;
    readonly year: number;
    readonly municipality: string;
    readonly trainings: number;
  }[];
}

/** What can be chosen in a shift: the lines of the grant, and the municipalities and courses of the region. */
export interface ShiftChoices {
  readonly lines: readonly { readonly id: string; readonly name: string; readonly year: number }[];
  readonly municipalities: readonly { readonly id: string; readonly name: string }[];
  readonly courses: readonly { readonly id: string; readonly name: string }[];
}

const DIVIDED = `
  select coalesce(sum(b.amount_cents), 0)::bigint cents, coalesce(bool_or(b.is_demo), false) is_demo
  from grant_line_budget b join grant_line l on l.id = b.grant_line_id and l.paid_by = 'grant'`;
const DECISIONS = `
  select d.id, d.grant_id "grantId", g.first_year "firstYear", g.last_year "lastYear", d.kind, d.reference, d.decided_on::text "decidedOn", d.reason,
    d.award_change_cents "awardChangeCents", d.recorded_at "recordedAt", account_name(d.recorded_by) "recordedBy",
    (select count(*)::int from decision_document x where x.decision_id = d.id) documents,
    coalesce((select json_agg(json_build_object('line', l.title, 'year', l.year, 'municipality', m.name, 'cents', c.amount_cents::text)
        order by c.amount_cents, l.year, l.code, m.name)
      from budget_change c join grant_line l on l.id = c.grant_line_id join municipality m on m.id = c.municipality_id
      where c.decision_id = d.id), '[]') budgets,
    coalesce((select json_agg(json_build_object('course', co.title, 'year', t.year, 'municipality', m.name, 'trainings', c.trainings)
        order by c.trainings, t.year, co.title, m.name)
      from allotment_change c join allotment t on t.id = c.allotment_id join course co on co.id = t.course_id
      join municipality m on m.id = t.municipality_id where c.decision_id = d.id), '[]') allotments
  from grant_decision d join grant_award g on g.id = d.grant_id`;

@Injectable()
export class DecisionQueries {
  constructor(@Inject(Database) private readonly db: Database) {}

  /** @throws DomainError 'not-found' */
  async grant(actor: Actor, grantId: string): Promise<DecidedGrant> {
    const [row] = await this.db.read(actor, (tx) =>
      tx.query<
        (Omit<DecidedGrant, 'amountCents' | 'undividedCents'> & { amount: string; divided: string })[]
      >(
        `select g.id, g.decision_number "decisionNumber", g.title, g.first_year "firstYear", g.last_year "lastYear", g.amount_cents amount, g.is_demo "isDemo",
           d.cents divided, g.is_demo or d.is_demo "undividedIsDemo"
         from grant_award g, lateral (${DIVIDED} where l.grant_id = g.id) d
         where g.id = $1`,
        [grantId],
      ),
    );
    if (!row) throw new DomainError('not-found');
    const { amount, divided, ...grant } = row;
    return { ...grant, amountCents: BigInt(amount), undividedCents: BigInt(amount) - BigInt(divided) };
  }

  /** The decisions on a grant, the newest first. */
  async list(
    actor: Actor,
    grantId: string,
    { limit, offset }: { readonly limit: number; readonly offset: number },
  ): Promise<{ total: number; rows: DecisionRow[] }> {
    return this.db.read(actor, async (tx) => {
      const [counted] = await tx.query<{ total: number }[]>(
        'select count(*)::int total from grant_decision where grant_id = $1',
        [grantId],
      );
      const rows = await tx.query<SqlRow[]>(
        `${DECISIONS} where d.grant_id = $1 order by d.id desc limit $2 offset $3`,
        [grantId, limit, offset],
      );
      return { total: counted!.total, rows: rows.map(decisionOf) };
    });
  }

  /** @throws DomainError 'not-found' */
  async decision(actor: Actor, id: string): Promise<DecisionRow> {
    const [row] = await this.db.read(actor, (tx) => tx.query<SqlRow[]>(`${DECISIONS} where d.id = $1`, [id]));
    if (!row) throw new DomainError('not-found');
    return decisionOf(row);
  }

  choices(actor: Actor, grantId: string): Promise<ShiftChoices> {
    return this.db.read(actor, async (tx) => ({
      lines: await tx.query<ShiftChoices['lines'][number][]>(
        'select id, title "name", year from grant_line where grant_id = $1 order by year, code',
        [grantId],
      ),
      municipalities: await tx.query<ShiftChoices['lines'][number][]>(
        `select m.id, m.name from municipality m join grant_award g on g.region_id = m.region_id
         where g.id = $1 order by m.name`,
        [grantId],
      ),
      courses: await tx.query<ShiftChoices['lines'][number][]>(
        `select c.id, c.title "name" from course c join grant_award g on g.region_id = c.region_id
         where g.id = $1 and (c.is_active or exists (
           select from allotment a where a.grant_id = g.id and a.course_id = c.id)) order by c.title`,
        [grantId],
      ),
    }));
  }

  /** What the lines of a grant divide, in cents; inside the caller's transaction. */
  async divided(tx: Tx, grantId: string): Promise<bigint> {
    const [row] = await tx.query<{ cents: string }[]>(`${DIVIDED} where l.grant_id = $1`, [grantId]);
    return BigInt(row!.cents);
  }

  /** Of which year a line is and who pays it; null when the line or the municipality is not of the grant. */
  async lineOf(tx: Tx, grantId: string, place: AskedPlace): Promise<Pick<Place, 'year' | 'paidBy'> | null> {
    const rows = await tx.query<Pick<Place, 'year' | 'paidBy'>[]>(
      `select l.year, l.paid_by "paidBy" from grant_line l join municipality m on m.region_id = l.region_id
       where l.grant_id = $1 and l.id = $2 and m.id = $3`,
      [grantId, place.grantLineId, place.municipalityId],
    );
    return rows[0] ?? null;
  }

  async isCourse(tx: Tx, courseId: string): Promise<boolean> {
    return (await tx.query<unknown[]>('select from course where id = $1', [courseId])).length > 0;
  }

  async hasBudget(tx: Tx, place: AskedPlace): Promise<boolean> {
    const rows = await tx.query<unknown[]>(
      'select from grant_line_budget where grant_line_id = $1 and municipality_id = $2',
      [place.grantLineId, place.municipalityId],
    );
    return rows.length > 0;
  }

  /** The trainings of a course that a municipality was allotted for the year of the place, and no session used. */
  async trainingsLeft(
    tx: Tx,
    grantId: string,
    { year, municipalityId }: Place,
    courseId: string,
  ): Promise<number> {
    const [row] = await tx.query<{ left: number }[]>(
      `select a.trainings - (select count(*)::int from allotment_use u where u.allotment_id = a.id) "left"
       from allotment a where a.grant_id = $1 and a.year = $2 and a.municipality_id = $3 and a.course_id = $4`,
      [grantId, year, municipalityId, courseId],
    );
    return row?.left ?? 0;
  }
}

type SqlRow = Omit<DecisionRow, 'awardChangeCents'> & { readonly awardChangeCents: string };

const decisionOf = (row: SqlRow): DecisionRow => ({ ...row, awardChangeCents: BigInt(row.awardChangeCents) });
