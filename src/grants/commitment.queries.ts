import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../shared/actor.js';
import { Database, type Tx } from '../platform/database/database.js';
import { DomainError } from '../platform/errors/domain-error.js';
import type { CourseLevel } from '../courses/course-level.rules.js';
import { vatTreatmentOf, type VatTreatment } from '../courses/vat.rules.js';
import type { SliceOf } from './slice.rules.js';

/** A commitment with what has been invoiced of it and what is open. Dates are local. */
export interface CommitmentStanding {
  readonly id: string;
  readonly regionId: string;
  /** Null for an order. */
  readonly sessionId: string | null;
  /** The course of the session, or what was ordered. */
  readonly subject: string;
  /** The days of the session, or the date of the cost of an order. */
  readonly dates: readonly string[];
  /** The last of them, on which the cost is made. */
  readonly costDate: string;
  readonly supplier: string;
  readonly vatTreatment: VatTreatment;
  readonly grantLineId: string;
  readonly lineTitle: string;
  readonly decisionNumber: string;
  readonly grantYear: number;
  readonly municipalityId: string;
  readonly municipalityName: string;
  readonly amountCents: bigint;
  /** What of it comes on top of the price of the session. */
  readonly extraCents: bigint;
  readonly isDemo: boolean;
  readonly invoicedCents: bigint;
  readonly openCents: bigint;
  readonly settledAt: Date | null;
  /** Whether the session was called off. */
  readonly calledOff: boolean;
}

interface CommitmentRow {
  readonly id: string;
  readonly region_id: string;
  readonly session_id: string | null;
  readonly subject: string;
  readonly dates: string[];
  readonly cost_date: string;
  readonly supplier: string;
  readonly level: CourseLevel | null;
  readonly crkbo: boolean | null;
  readonly grant_line_id: string;
  readonly line_title: string;
  readonly decision_number: string;
  readonly grant_year: number;
  readonly municipality_id: string;
  readonly municipality_name: string;
  readonly amount_cents: string;
  readonly extra_cents: string;
  readonly is_demo: boolean;
  readonly invoiced_cents: string;
  readonly open_cents: string;
  readonly settled_at: Date | null;
  readonly called_off: boolean;
}

/** Some commitments, with how many there are on all pages and what they add up to. */
export interface CommitmentPage {
  readonly items: readonly CommitmentStanding[];
  readonly total: number;
  readonly sums: CommitmentSums;
}

export interface CommitmentSums {
  readonly amountCents: bigint;
  readonly invoicedCents: bigint;
  readonly openCents: bigint;
  readonly isDemo: boolean;
}

interface SumsRow {
  readonly total: number;
  readonly amount: string;
  readonly invoiced: string;
  readonly open: string;
  readonly demo: boolean;
}

export interface CommitmentFilter {
  readonly onlyOpen: boolean;
  /** Part of the course's title, of what was ordered or from whom, the municipality's name or the line's title. */
  readonly q: string | null;
}

@Injectable()
export class CommitmentQueries {
  constructor(@Inject(Database) private readonly db: Database) {}

  /** Commitments, the session that comes first at the top. */
  list(actor: Actor, { onlyOpen, q }: CommitmentFilter, sliceOf: SliceOf): Promise<CommitmentPage> {
    return this.db.read(actor, async (tx) => {
      const filter = [onlyOpen, q];
      const [sums] = await tx.query<[SumsRow]>(
        `select count(*)::int total, coalesce(sum(amount_cents), 0)::bigint amount, coalesce(sum(invoiced_cents), 0)::bigint invoiced,
           coalesce(sum(open_cents), 0)::bigint open, coalesce(bool_or(is_demo), false) demo
         from (select ${COLUMNS} ${FROM} ${WHERE}) found`,
        filter,
      );
      const { limit, offset } = sliceOf(sums.total);
      const rows = await tx.query<CommitmentRow[]>(
        `select ${COLUMNS} ${FROM} ${WHERE} order by coalesce(d.dates[1], k.cost_date::text), k.id limit $3 offset $4`,
        [...filter, limit, offset],
      );
      return { items: rows.map(standingOf), total: sums.total, sums: sumsOf(sums) };
    });
  }

  /**
   * One commitment.
   * @throws DomainError 'not-found'
   */
  look(actor: Actor, id: string): Promise<CommitmentStanding> {
    return this.db.read(actor, (tx) => this.find(tx, id));
  }

  /**
   * One order.
   * @throws DomainError 'not-found', also for the commitment of a session
   */
  lookAtOrder(actor: Actor, id: string): Promise<CommitmentStanding> {
    return this.db.read(actor, (tx) => this.findOrder(tx, id));
  }

  /** The commitment of a session. @throws DomainError 'not-found', also for an order */
  lookAtSession(actor: Actor, id: string): Promise<CommitmentStanding> {
    return this.db.read(actor, (tx) => this.findOfSession(tx, id));
  }

  /** An order inside a transaction, to decide on under its lock. */
  async findOrder(tx: Tx, id: string): Promise<CommitmentStanding> {
    const found = await this.find(tx, id);
    if (found.sessionId !== null) throw new DomainError('not-found');
    return found;
  }

  /** The commitment of a session, inside a transaction. @throws DomainError 'not-found', also for an order */
  async findOfSession(tx: Tx, id: string): Promise<CommitmentStanding> {
    const found = await this.find(tx, id);
    if (found.sessionId === null) throw new DomainError('not-found');
    return found;
  }

  /** One commitment inside a transaction, to decide on under its lock. */
  async find(tx: Tx, id: string): Promise<CommitmentStanding> {
    const rows = await tx.query<CommitmentRow[]>(`select ${COLUMNS} ${FROM} where k.id = $1`, [id]);
    if (!rows[0]) throw new DomainError('not-found');
    return standingOf(rows[0]);
  }
}

const COLUMNS = `k.id, k.region_id, k.session_id, coalesce(c.title, k.description) subject,
  coalesce(d.dates, array[k.cost_date::text]) dates, coalesce(d.cost_date, k.cost_date::text) cost_date,
  coalesce(v.name, k.supplier) supplier, c.level, v.crkbo,
  k.grant_line_id, l.title line_title, g.decision_number, l.year grant_year, m.id municipality_id, m.name municipality_name,
  k.amount_cents, k.is_demo, k.settled_at, coalesce(s.status = 'cancelled', false) called_off,
  (select coalesce(sum(x.amount_cents), 0)::bigint from commitment_part x where x.commitment_id = k.id and x.kind <> 'price') extra_cents,
  (select coalesce(sum(r.amount_cents), 0)::bigint from realisation r where r.commitment_id = k.id) invoiced_cents,
  (select coalesce(sum(e.amount_cents), 0)::bigint from ledger_entry e
    where e.commitment_id = k.id and e.kind = 'commitment') open_cents`;

const FROM = `from commitment k
  left join session s on s.id = k.session_id
  left join course c on c.id = s.course_id
  left join provider v on v.id = c.provider_id
  join grant_line l on l.id = k.grant_line_id
  join grant_award g on g.id = l.grant_id
  join municipality m on m.id = k.municipality_id
  join lateral (
    select array_agg(p.local_date::text order by p.ordinal) dates, max(p.local_date)::text cost_date from session_part p where p.session_id = k.session_id) d on true`;

const WHERE = `where (not $1 or k.settled_at is null)
  and ($2::text is null or strpos(lower(concat_ws(' ', c.title, k.description, k.supplier, m.name, l.title)), lower($2)) > 0)`;

function sumsOf({ amount, invoiced, open, demo }: SumsRow): CommitmentSums {
  return {
    amountCents: BigInt(amount),
    invoicedCents: BigInt(invoiced),
    openCents: BigInt(open),
    isDemo: demo,
  };
}

function standingOf(row: CommitmentRow): CommitmentStanding {
  return {
    id: row.id,
    regionId: row.region_id,
    sessionId: row.session_id,
    subject: row.subject,
    dates: row.dates,
    costDate: row.cost_date,
    supplier: row.supplier,
    vatTreatment: vatOf(row),
    grantLineId: row.grant_line_id,
    lineTitle: row.line_title,
    decisionNumber: row.decision_number,
    grantYear: row.grant_year,
    municipalityId: row.municipality_id,
    municipalityName: row.municipality_name,
    amountCents: BigInt(row.amount_cents),
    extraCents: BigInt(row.extra_cents),
    isDemo: row.is_demo,
    invoicedCents: BigInt(row.invoiced_cents),
    openCents: BigInt(row.open_cents),
    settledAt: row.settled_at,
    calledOff: row.called_off,
  };
}

/** That of the course; of an order nobody knows yet, so that it is taxed unless the invoice says otherwise. */
function vatOf({ level, crkbo }: CommitmentRow): VatTreatment {
  return level === null || crkbo === null ? 'standard-21' : vatTreatmentOf({ level, crkbo });
}
