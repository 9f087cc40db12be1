import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../shared/actor.js';
import { Database, type Tx } from '../platform/database/database.js';
import { DomainError } from '../platform/errors/domain-error.js';
import type { CourseLevel } from '../courses/course-level.rules.js';
import { vatTreatmentOf, type VatTreatment } from '../courses/vat.rules.js';
import type { SessionStatus } from '../sessions/session-life.rules.js';
import type { DaysOfLine } from './activity.queries.js';
import type { Standing } from './budget.rules.js';
import { totalCents, type ExtraCost } from './extra-cost.rules.js';
import { PAYING_LINE } from './paying-line.queries.js';
import { ShareQueries } from './share.queries.js';
import { bearersOf, share, type SharingKey, type Unit } from './share.rules.js';
import { StandingQueries } from './standing.queries.js';

/** Everything that bears on confirming one session. Dates are local, the first part's first. */
export interface Confirmation {
  readonly sessionId: string;
  readonly regionId: string;
  readonly status: SessionStatus;
  readonly seatsTaken: number;
  readonly minimum: number;
  readonly courseTitle: string;
  readonly dates: readonly string[];
  readonly municipalityId: string;
  readonly municipalityName: string;
  /** Null when nothing was agreed and the list has no price on the last day. */
  readonly priceCents: bigint | null;
  readonly priceIsDemo: boolean;
  readonly vatTreatment: VatTreatment;
  /** What comes on top of the price. */
  readonly extraCosts: readonly ExtraCost[];
  /** The budget that pays; null when no grant of that year has one for this level and municipality. */
  readonly budget:
    | (Standing & {
        readonly lineId: string;
        readonly lineTitle: string;
        readonly decisionNumber: string;
        /** On which days it pays, and for what. */
        readonly days: DaysOfLine | null;
      })
    | null;
  /** By what price and extra costs are shared, and who would bear what of it. */
  readonly key: SharingKey;
  readonly shares: readonly PlannedShare[];
  /** The paying municipality's allotment of the course, none if it has none; null when the grant allots this course to nobody. */
  readonly allotment: {
    readonly id: string | null;
    readonly trainings: number;
    readonly used: number;
    readonly isDemo: boolean;
  } | null;
}

/** What one municipality would bear of a price, with what weighs for it and what is free on its budget of the line. */
export interface PlannedShare extends Unit {
  readonly municipalityName: string;
  readonly cents: bigint;
  readonly freeCents: bigint;
}

interface ConfirmationRow {
  readonly session_id: string;
  readonly region_id: string;
  readonly status: SessionStatus;
  readonly seats_taken: number;
  readonly minimum: number;
  readonly course_title: string;
  readonly dates: string[];
  readonly municipality_id: string;
  readonly municipality_name: string;
  readonly price_cents: string | null;
  readonly price_is_demo: boolean | null;
  readonly level: CourseLevel;
  readonly crkbo: boolean;
  readonly line_id: string | null;
  readonly line_title: string;
  readonly decision_number: string;
  readonly days: DaysOfLine | null;
  readonly granted_cents: string;
  readonly granted_is_demo: boolean;
  readonly committed_cents: string;
  readonly committed_is_demo: boolean;
  readonly realised_cents: string;
  readonly allotment_id: string | null;
  readonly trainings: number | null;
  readonly allotment_is_demo: boolean | null;
  readonly used: number;
  readonly course_is_allotted: boolean;
}

@Injectable()
export class ConfirmationQueries {
  constructor(
    @Inject(Database) private readonly db: Database,
    @Inject(ShareQueries) private readonly shares: ShareQueries,
    @Inject(StandingQueries) private readonly standings: StandingQueries,
  ) {}

  /**
   * What confirming this session with these extra costs would do, as it stands now.
   * @throws DomainError 'not-found'
   */
  look(actor: Actor, sessionId: string, extraCosts: readonly ExtraCost[]): Promise<Confirmation> {
    return this.db.read(actor, (tx) => this.find(tx, sessionId, extraCosts));
  }

  /** The same inside a transaction, to decide on under its locks. */
  async find(tx: Tx, sessionId: string, extraCosts: readonly ExtraCost[]): Promise<Confirmation> {
    const rows = await tx.query<ConfirmationRow[]>(CONFIRMATION, [sessionId]);
    if (!rows[0]) throw new DomainError('not-found');
    const confirmation = { ...confirmationOf(rows[0]), extraCosts };
    const { key } = await this.shares.findChosen(tx, sessionId);
    return { ...confirmation, key, shares: await this.sharesOf(tx, confirmation) };
  }

  private async sharesOf(
    tx: Tx,
    confirmation: Omit<Confirmation, 'key' | 'shares'>,
  ): Promise<PlannedShare[]> {
    const { budget, priceCents, extraCosts } = confirmation;
    const counted = await this.shares.count(tx, confirmation.sessionId);
    const units = bearersOf(counted, confirmation.municipalityId);
    const free = budget ? await this.standings.freeOnLine(tx, budget.lineId) : new Map<string, bigint>();
    const names = await this.shares.namesOf(tx, units);
    const reservedCents = (priceCents ?? 0n) + totalCents(extraCosts);
    const burdens = share({ reservedCents, spentCents: 0n }, units);
    return burdens.map(({ municipalityId, reservedCents: cents }) => ({
      municipalityId,
      units: counted.find((unit) => unit.municipalityId === municipalityId)?.units ?? 0,
      municipalityName: names.get(municipalityId)!,
      cents,
      freeCents: free.get(municipalityId) ?? 0n,
    }));
  }
}

function confirmationOf(row: ConfirmationRow): Omit<Confirmation, 'key' | 'shares' | 'extraCosts'> {
  return {
    sessionId: row.session_id,
    regionId: row.region_id,
    status: row.status,
    seatsTaken: row.seats_taken,
    minimum: row.minimum,
    courseTitle: row.course_title,
    dates: row.dates,
    municipalityId: row.municipality_id,
    municipalityName: row.municipality_name,
    priceCents: row.price_cents === null ? null : BigInt(row.price_cents),
    priceIsDemo: row.price_is_demo ?? false,
    vatTreatment: vatTreatmentOf(row),
    budget: row.line_id === null ? null : { lineId: row.line_id, ...budgetOf(row) },
    allotment: row.course_is_allotted
      ? {
          id: row.allotment_id,
          trainings: row.trainings ?? 0,
          used: row.used,
          isDemo: row.allotment_is_demo ?? false,
        }
      : null,
  };
}

function budgetOf(row: ConfirmationRow) {
  return {
    lineTitle: row.line_title,
    decisionNumber: row.decision_number,
    days: row.days,
    grantedCents: BigInt(row.granted_cents),
    grantedIsDemo: row.granted_is_demo,
    committedCents: BigInt(row.committed_cents),
    committedIsDemo: row.committed_is_demo,
    realisedCents: BigInt(row.realised_cents),
  };
}

// The year is that of the last part, when the training has been delivered.
const CONFIRMATION = `
  select s.id session_id, s.region_id, s.status, s.seats_taken, s.minimum, c.title course_title,
    d.dates, m.id municipality_id, m.name municipality_name,
    sp.price_cents, sp.is_demo price_is_demo, c.level, v.crkbo,
    l.line_id, l.line_title, l.decision_number,
    (select json_build_object('activity', y.title, 'firstDay', y.first_day, 'lastDay', y.last_day) from grant_activity y where y.id = l.activity_id) days,
    b.granted_cents, b.granted_is_demo, b.committed_cents, b.committed_is_demo, b.realised_cents,
    a.id allotment_id, a.trainings, a.is_demo allotment_is_demo,
    (select count(*)::int from allotment_use u where u.allotment_id = a.id) used,
    exists (select from allotment x where x.grant_id = l.grant_id and x.year = l.year and x.course_id = s.course_id) course_is_allotted
  from session s
  join course c on c.id = s.course_id
  join provider v on v.id = c.provider_id
  join municipality m on m.id = s.payer_municipality_id
  join priced_session sp on sp.session_id = s.id
  join lateral (
    select array_agg(p.local_date::text order by p.ordinal) dates, max(p.local_date) last
    from session_part p where p.session_id = s.id) d on true
  left join ${PAYING_LINE('s.payer_municipality_id', 'c.level', 's.region_id', 'd.last')} l on true
  left join budget_standing b on b.grant_line_id = l.line_id and b.municipality_id = s.payer_municipality_id
  left join allotment a on a.grant_id = l.grant_id and a.year = l.year and a.municipality_id = s.payer_municipality_id and a.course_id = s.course_id
  where s.id = $1`;
