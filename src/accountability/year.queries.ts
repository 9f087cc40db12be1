import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../shared/actor.js';
import { Database, type Tx } from '../platform/database/database.js';
import type { ReopenReason } from './closing.rules.js';
import { YEARS_IN_USE } from './statement.queries.js';

/** A year in the list of years to account for. */
export interface YearRow {
  readonly year: number;
  /** Closed itself, or before the last year that was closed. */
  readonly isClosed: boolean;
  readonly closedAt: Date | null;
  readonly closedByName: string | null;
  readonly spentCents: bigint;
}

/** A wish to open a year again that waits for a second person. */
export interface ReopeningRow {
  readonly id: string;
  readonly reason: ReopenReason;
  readonly askedAt: Date;
  readonly askedBy: string;
  readonly askedByName: string | null;
}

/** A statement that was kept, and the checksums of its files. */
export interface VersionRow {
  readonly version: number;
  readonly madeAt: Date;
  readonly madeByName: string | null;
  readonly csvSha256: string;
  readonly xlsxSha256: string;
  readonly pdfSha256: string;
}

/** A commitment that is open while its year is closed. */
export interface OpenRow {
  readonly id: string;
  /** The course of the session, or what was ordered. */
  readonly subject: string;
  readonly municipalityName: string;
  readonly costDate: string;
  readonly openCents: bigint;
  readonly isDemo: boolean;
}

export type StatementFileType = 'csv' | 'xlsx' | 'pdf';

@Injectable()
export class YearQueries {
  constructor(@Inject(Database) private readonly db: Database) {}

  /** The years with a grant or with bookings, the newest first. */
  async list(actor: Actor): Promise<YearRow[]> {
    const rows = await this.db.read(actor, (tx) =>
      tx.query<(Omit<YearRow, 'spentCents'> & { readonly spentCents: string })[]>(
        `select u.year, coalesce(u.year <= c.last, false) "isClosed", y.closed_at "closedAt", account_name(y.closed_by) "closedByName",
           (select coalesce(sum(e.amount_cents), 0)::bigint from ledger_entry e join grant_line l on l.id = e.grant_line_id
             where e.kind = 'realisation' and e.year = u.year and l.paid_by = 'grant') "spentCents"
         from (${YEARS_IN_USE}) u cross join (select max(year) last from accounting_year where closed_at is not null) c
         left join accounting_year y on y.year = u.year order by u.year desc`,
      ),
    );
    return rows.map((row) => ({ ...row, spentCents: BigInt(row.spentCents) }));
  }

  /** The wish to open this year again that waits, or null. */
  async waiting(actor: Actor, year: number): Promise<ReopeningRow | null> {
    return this.db.read(actor, (tx) => this.findWaiting(tx, year));
  }

  /** The same inside a transaction. */
  async findWaiting(tx: Tx, year: number): Promise<ReopeningRow | null> {
    const [row] = await tx.query<ReopeningRow[]>(
      `select id, reason, asked_at "askedAt", asked_by "askedBy", account_name(asked_by) "askedByName"
       from year_reopening where year = $1 and confirmed_at is null`,
      [year],
    );
    return row ?? null;
  }

  /** What was kept of a year, the newest first. */
  versions(actor: Actor, year: number): Promise<VersionRow[]> {
    return this.db.read(actor, (tx) =>
      tx.query<VersionRow[]>(
        `select version, made_at "madeAt", account_name(made_by) "madeByName", csv_sha256 "csvSha256",
           xlsx_sha256 "xlsxSha256", pdf_sha256 "pdfSha256"
         from statement_version where year = $1 order by version desc`,
        [year],
      ),
    );
  }

  /** The bytes of a file that was kept, or null. */
  async file(
    actor: Actor,
    {
      year,
      version,
      type,
    }: { readonly year: number; readonly version: number; readonly type: StatementFileType },
  ): Promise<Buffer | null> {
    const [row] = await this.db.read(actor, (tx) =>
      tx.query<{ content: Buffer }[]>(
        `select ${type} content from statement_version where year = $1 and version = $2`,
        [year, version],
      ),
    );
    return row?.content ?? null;
  }

  /** The same of the last version of a year that is closed, or null. */
  async lastFile(actor: Actor, year: number, type: StatementFileType): Promise<Buffer | null> {
    const [row] = await this.db.read(actor, (tx) =>
      tx.query<{ content: Buffer }[]>(
        `select v.${type} content from statement_version v join accounting_year y using (region_id, year)
         where v.year = $1 and y.closed_at is not null order by v.version desc limit 1`,
        [year],
      ),
    );
    return row?.content ?? null;
  }

  /** Commitments of trainings and orders up to and with this year that are not settled, the oldest first. */
  async open(actor: Actor, year: number): Promise<OpenRow[]> {
    const rows = await this.db.read(actor, (tx) =>
      tx.query<(Omit<OpenRow, 'openCents'> & { readonly openCents: string })[]>(
        `select k.id, coalesce(c.title, k.description) subject, m.name "municipalityName", coalesce(d.cost_date, k.cost_date)::text "costDate", k.is_demo "isDemo",
           (select coalesce(sum(e.amount_cents), 0)::bigint from ledger_entry e
             where e.commitment_id = k.id and e.kind = 'commitment') "openCents"
         from commitment k
         left join session s on s.id = k.session_id
         left join course c on c.id = s.course_id
         join municipality m on m.id = k.municipality_id
         join lateral (select max(p.local_date) cost_date from session_part p where p.session_id = k.session_id) d on true
         where k.settled_at is null and extract(year from coalesce(d.cost_date, k.cost_date)) <= $1
         order by coalesce(d.cost_date, k.cost_date), k.id`,
        [year],
      ),
    );
    return rows.map((row) => ({ ...row, openCents: BigInt(row.openCents) }));
  }
}
