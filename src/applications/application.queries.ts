import { Inject, Injectable } from '@nestjs/common';
import type { CourseLevel } from '../courses/course-level.rules.js';
import { Database, type Tx } from '../platform/database/database.js';
import type { LinePayer } from '../grants/award.rules.js';
import { DomainError } from '../platform/errors/domain-error.js';
import type { Actor } from '../shared/actor.js';
import type { AskedLine } from './application.rules.js';

/** An application with what it asks in all. Dates are local. */
export interface ApplicationRow {
  readonly id: string;
  readonly reference: string;
  readonly title: string;
  readonly leadMunicipalityId: string;
  readonly leadMunicipality: string;
  readonly firstYear: number;
  readonly lastYear: number;
  readonly version: number;
  readonly submittedOn: string | null;
  readonly refusedOn: string | null;
  readonly grantId: string | null;
  /** The number of the decision that awarded it, and the whole cents that the grant now is. */
  readonly decisionNumber: string | null;
  readonly awardedCents: bigint | null;
}

/** A line of an application with its id. */
export interface ApplicationLineRow extends AskedLine {
  readonly id: string;
}

/** An application with its lines, those of the first year first, trainings before the rest. */
export interface FoundApplication {
  readonly application: ApplicationRow;
  readonly lines: readonly ApplicationLineRow[];
}

/** Something to choose. */
export interface Named {
  readonly id: string;
  readonly name: string;
}

/** What a line can be about, and for whom. */
export interface LineChoices {
  readonly courses: readonly Named[];
  readonly municipalities: readonly Named[];
}

type SqlRow = Omit<ApplicationRow, 'awardedCents'> & { readonly awardedCents: string | null };
interface LineSqlRow {
  readonly id: string;
  readonly applicationId: string;
  readonly year: number;
  readonly title: string;
  readonly paidBy: LinePayer;
  readonly courseId: string | null;
  readonly level: CourseLevel;
  readonly priceCents: string;
  readonly isDemo: boolean;
  readonly shares: readonly {
    readonly municipalityId: string;
    readonly trainings: number | null;
    readonly amountCents: string;
    readonly isDemo: boolean;
  }[];
}

const APPLICATIONS = `
  select a.id, a.reference, a.title, a.lead_municipality_id "leadMunicipalityId", m.name "leadMunicipality",
    a.first_year "firstYear", a.last_year "lastYear", a.version, a.submitted_on::text "submittedOn",
    a.refused_on::text "refusedOn", a.grant_id "grantId", g.decision_number "decisionNumber", g.amount_cents "awardedCents"
  from grant_application a join municipality m on m.id = a.lead_municipality_id left join grant_award g on g.id = a.grant_id`;
const LINES = `
  select l.id, l.application_id "applicationId", l.year, coalesce(c.title, l.title) title, l.paid_by "paidBy", l.course_id "courseId",
    c.level, l.price_cents "priceCents", l.is_demo "isDemo",
    coalesce((select json_agg(json_build_object('municipalityId', s.municipality_id, 'trainings', s.trainings,
        'amountCents', s.amount_cents::text, 'isDemo', s.is_demo) order by m.name)
      from application_share s join municipality m on m.id = s.municipality_id where s.line_id = l.id), '[]') shares
  from application_line l left join course c on c.id = l.course_id
  where l.application_id = any($1) order by l.year, l.course_id is null, l.paid_by, title, l.id`;

@Injectable()
export class ApplicationQueries {
  constructor(@Inject(Database) private readonly db: Database) {}

  /** Every application of the region with its lines, that of the latest year first. */
  list(actor: Actor): Promise<FoundApplication[]> {
    return this.db.read(actor, async (tx) => {
      const rows = await tx.query<SqlRow[]>(`${APPLICATIONS} order by a.first_year desc, a.reference`);
      const lines = await linesOf(
        tx,
        rows.map(({ id }) => id),
      );
      return rows.map((row) => ({ application: applicationOf(row), lines: lines.get(row.id) ?? [] }));
    });
  }

  /** @throws DomainError 'not-found' */
  look(actor: Actor, id: string): Promise<FoundApplication> {
    return this.db.read(actor, (tx) => this.find(tx, id));
  }

  /** The same inside a transaction, to decide on under its lock. */
  async find(tx: Tx, id: string): Promise<FoundApplication> {
    const [row] = await tx.query<SqlRow[]>(`${APPLICATIONS} where a.id = $1`, [id]);
    if (!row) throw new DomainError('not-found');
    return { application: applicationOf(row), lines: (await linesOf(tx, [id])).get(id) ?? [] };
  }

  /** The municipalities of the region. */
  municipalities(actor: Actor): Promise<Named[]> {
    return this.db.read(actor, (tx) =>
      tx.query<Named[]>(
        'select id, name from municipality where region_id = $1 and is_member order by name, id',
        [actor.regionId],
      ),
    );
  }

  /** The courses that are given. */
  courses(actor: Actor): Promise<Named[]> {
    return this.db.read(actor, (tx) =>
      tx.query<Named[]>(
        'select id, title "name" from course where region_id = $1 and is_active order by title, id',
        [actor.regionId],
      ),
    );
  }
}

async function linesOf(
  tx: Tx,
  applicationIds: readonly string[],
): Promise<Map<string, ApplicationLineRow[]>> {
  const found = new Map<string, ApplicationLineRow[]>();
  for (const { applicationId, courseId, level, priceCents, isDemo, ...row } of await tx.query<LineSqlRow[]>(
    LINES,
    [applicationIds],
  )) {
    const course =
      courseId === null ? null : { id: courseId, level, priceCents: BigInt(priceCents), priceIsDemo: isDemo };
    const shares = row.shares.map((share) => ({ ...share, amountCents: BigInt(share.amountCents) }));
    found.set(applicationId, [...(found.get(applicationId) ?? []), { ...row, course, shares }]);
  }
  return found;
}

const applicationOf = (row: SqlRow): ApplicationRow => ({
  ...row,
  awardedCents: row.awardedCents === null ? null : BigInt(row.awardedCents),
});
