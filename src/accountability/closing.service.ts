import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../shared/actor.js';
import { newId } from '../shared/ids.js';
import { localDateOf } from '../shared/local-date.js';
import { Audit } from '../platform/audit/audit.js';
import { Clock } from '../platform/clock.js';
import { Database, type Tx } from '../platform/database/database.js';
import { DomainError } from '../platform/errors/domain-error.js';
import { AccountingYearQueries } from '../grants/accounting-year.queries.js';
import { closingFault, reopeningFault, type ReopenReason } from './closing.rules.js';
import { StatementFiles } from './statement-files.js';
import { keptOf, StatementQueries, YEARS_IN_USE, type Statement } from './statement.queries.js';
import { YearQueries } from './year.queries.js';

@Injectable()
export class ClosingService {
  constructor(
    @Inject(Database) private readonly db: Database,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(Audit) private readonly audit: Audit,
    @Inject(AccountingYearQueries) private readonly accountingYears: AccountingYearQueries,
    @Inject(StatementQueries) private readonly statements: StatementQueries,
    @Inject(StatementFiles) private readonly files: StatementFiles,
    @Inject(YearQueries) private readonly years: YearQueries,
  ) {}

  /**
   * Closes a year: nothing is booked in it any more, and its statement is kept as it stands.
   * @returns which version of the statement that is
   * @throws DomainError 'not-found', 'year-already-closed', 'year-not-over', 'earlier-year-open' or 'final-not-chosen'
   */
  async close(actor: Actor, year: number): Promise<number> {
    return this.db.transaction(actor, async (tx) => {
      const lastClosed = await this.lockYears(tx, actor);
      const statement = await this.statements.find(tx, year);
      await this.refuseUnlessClosable(tx, statement, lastClosed);
      await tx.query(
        `insert into accounting_year (region_id, year, closed_at, closed_by) values ($1, $2, $3, $4)
         on conflict (region_id, year) do update set closed_at = excluded.closed_at, closed_by = excluded.closed_by`,
        [actor.regionId, year, this.clock.now(), actor.accountId],
      );
      const version = await this.keep(tx, actor, statement);
      await this.recordDeed(tx, actor, 'closeYear', { year, version });
      return version;
    });
  }

  /**
   * Asks to open a year again; another person of finance confirms it.
   * @throws DomainError 'year-not-closed', 'later-year-closed' or 'reopening-already-asked'
   */
  async askReopening(actor: Actor, year: number, reason: ReopenReason): Promise<void> {
    await this.db.transaction(actor, async (tx) => {
      refuseUnlessReopenable(year, await this.lockYears(tx, actor));
      if (await this.years.findWaiting(tx, year)) throw new DomainError('reopening-already-asked');
      const now = this.clock.now();
      await tx.query(
        'insert into year_reopening (id, region_id, year, reason, asked_at, asked_by) values ($1, $2, $3, $4, $5, $6)',
        [newId(now), actor.regionId, year, reason, now, actor.accountId],
      );
      await this.recordDeed(tx, actor, 'askReopening', { year, reason });
    });
  }

  /**
   * Opens a year again, as someone else asked.
   * @throws DomainError 'reopening-not-asked', 'reopening-by-same-person' or 'later-year-closed'
   */
  async confirmReopening(actor: Actor, year: number): Promise<void> {
    await this.db.transaction(actor, async (tx) => {
      const lastClosed = await this.lockYears(tx, actor);
      const asked = await this.years.findWaiting(tx, year);
      if (!asked) throw new DomainError('reopening-not-asked');
      refuseUnlessReopenable(year, lastClosed);
      if (asked.askedBy === actor.accountId) throw new DomainError('reopening-by-same-person');
      const now = this.clock.now();
      await tx.query('update year_reopening set confirmed_at = $2, confirmed_by = $3 where id = $1', [
        asked.id,
        now,
        actor.accountId,
      ]);
      await tx.query(
        'update accounting_year set closed_at = null, closed_by = null where region_id = $1 and year = $2',
        [actor.regionId, year],
      );
      await this.recordDeed(tx, actor, 'confirmReopening', { year, reason: asked.reason });
    });
  }

  /**
   * Says whether a year's statement is the last one of a grant.
   * @throws DomainError 'not-found' or 'year-already-closed'
   */
  async chooseFinal(
    actor: Actor,
    { year, grantId }: { readonly year: number; readonly grantId: string },
    isFinal: boolean,
  ): Promise<void> {
    await this.db.transaction(actor, async (tx) => {
      const lastClosed = await this.accountingYears.hold(tx, actor.regionId!);
      const { grants } = await this.statements.find(tx, year);
      const grant = grants.find((one) => one.grantId === grantId);
      if (!grant) throw new DomainError('not-found');
      if (lastClosed !== null && year <= lastClosed) throw new DomainError('year-already-closed', { year });
      await tx.query(
        `insert into final_choice (grant_id, year, region_id, is_final, chosen_at, chosen_by) values ($1, $2, $3, $4, $5, $6)
         on conflict (grant_id, year) do update set is_final = excluded.is_final, chosen_at = excluded.chosen_at, chosen_by = excluded.chosen_by`,
        [grantId, year, actor.regionId, isFinal, this.clock.now(), actor.accountId],
      );
      await this.audit.record(tx, {
        ...{ actor, action: 'chooseFinal', subjectType: 'grant', subjectId: grantId },
        before: { year, isFinal: grant.isFinal },
        after: { year, isFinal },
      });
    });
  }

  /** Lets no booking in before this transaction ends; gives the last year that has been closed. */
  private async lockYears(tx: Tx, actor: Actor): Promise<number | null> {
    await tx.query('select pg_advisory_xact_lock($1, hashtext($2))', [ACCOUNTING, actor.regionId]);
    return this.accountingYears.hold(tx, actor.regionId!);
  }

  private async refuseUnlessClosable(
    tx: Tx,
    { year, grants }: Statement,
    lastClosed: number | null,
  ): Promise<void> {
    const used = await tx.query<{ year: number }[]>(YEARS_IN_USE);
    const undecided = grants
      .filter(({ isFinal }) => isFinal === null)
      .map(({ decisionNumber }) => decisionNumber);
    const fault = closingFault(
      { year, lastClosed, yearsInUse: used.map((row) => row.year), undecided },
      localDateOf(this.clock.now()),
    );
    if (!fault) return;
    const { code, ...more } = fault;
    throw new DomainError(code, { year, ...more });
  }

  private async keep(tx: Tx, actor: Actor, statement: Statement): Promise<number> {
    const now = this.clock.now();
    const making = { regionName: actor.regionName ?? '', at: now, isDraft: false };
    const { csv, xlsx, pdf } = await this.files.all(statement, making);
    const [{ version }] = await tx.query<[{ version: number }]>(
      `insert into statement_version (region_id, year, version, made_at, made_by, statement, csv, xlsx, pdf)
       values ($1, $2, (select count(*) + 1 from statement_version where region_id = $1 and year = $2), $3, $4, $5, $6, $7, $8)
       returning version`,
      [actor.regionId, statement.year, now, actor.accountId, keptOf(statement), csv, xlsx, pdf],
    );
    return version;
  }

  private async recordDeed(
    tx: Tx,
    actor: Actor,
    action: 'closeYear' | 'askReopening' | 'confirmReopening',
    after: { readonly year: number; readonly version?: number; readonly reason?: ReopenReason },
  ): Promise<void> {
    await this.audit.record(tx, {
      ...{ actor, action, subjectType: 'accounting-year', subjectId: String(after.year), after },
    });
  }
}

/** The lock of migration 0053 that bookings share. */
const ACCOUNTING = 7_253;

function refuseUnlessReopenable(year: number, lastClosed: number | null): void {
  const fault = reopeningFault(year, lastClosed);
  if (fault) throw new DomainError(fault, { year });
}
