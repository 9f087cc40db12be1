import { Inject, Injectable } from '@nestjs/common';
import { Audit } from '../platform/audit/audit.js';
import { Clock } from '../platform/clock.js';
import { Database, FOR_CHANGE, violatedConstraint, type Tx } from '../platform/database/database.js';
import { DomainError } from '../platform/errors/domain-error.js';
import { formatCents } from '../platform/i18n/format.js';
import type { Actor } from '../shared/actor.js';
import { newId } from '../shared/ids.js';
import { localDateOf } from '../shared/local-date.js';
import { GrantDecision } from './decision.entity.js';
import {
  allotmentChanges,
  amendmentFault,
  budgetChanges,
  shiftFault,
  type AllotmentChange,
  type AskedPlace,
  type Place,
  type Shift,
} from './decision.rules.js';
import { DecisionQueries } from './decision.queries.js';
import { GrantAward } from './grant.entity.js';
import { StandingQueries } from './standing.queries.js';

/** What is told of every decision. */
export interface Decided {
  readonly reference: string;
  /** Local date. */
  readonly decidedOn: string;
  readonly reason: string;
}

/** Records decisions that change an award, budgets or allotments; the database makes the amounts follow. */
@Injectable()
export class DecisionService {
  constructor(
    @Inject(Database) private readonly db: Database,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(Audit) private readonly audit: Audit,
    @Inject(DecisionQueries) private readonly queries: DecisionQueries,
    @Inject(StandingQueries) private readonly standings: StandingQueries,
  ) {}

  /**
   * Gives an award another amount, as the state decided; what is more is not divided yet.
   * @returns the id of the decision
   * @throws DomainError 'not-found', 'decision-in-future', 'amendment-of-nothing', 'amendment-below-divided' or
   *   'amendment-already-recorded'
   */
  async amend(actor: Actor, grantId: string, newCents: bigint, decided: Decided): Promise<string> {
    try {
      return await this.db.transaction(actor, async (tx) => {
        const award = await this.lockAward(tx, grantId);
        const fault = amendmentFault(newCents, award);
        if (fault) throw new DomainError(fault, { divided: formatCents(award.dividedCents, actor.locale) });
        const change = newCents - award.amountCents;
        return this.record(tx, actor, award, { ...decided, kind: 'amendment', awardChangeCents: change });
      });
    } catch (error) {
      if (violatedConstraint(error) !== 'grant_decision_amended_once') throw error;
      throw new DomainError('amendment-already-recorded');
    }
  }

  /**
   * Moves money, trainings or both from one place of a grant to another.
   * @returns the id of the decision
   * @throws DomainError 'not-found', 'decision-in-future', 'no-budget-on-line' or what `shiftFault` says
   */
  async shift(actor: Actor, grantId: string, asked: Shift<AskedPlace>, decided: Decided): Promise<string> {
    return this.db.transaction(actor, async (tx) => {
      const award = await this.lockAward(tx, grantId);
      const shift = await this.mustBeOfGrant(tx, grantId, asked);
      await this.lockBudgets(tx, grantId, shift);
      await this.refuseUnlessThere(tx, actor, award, shift);
      const id = await this.record(tx, actor, award, { ...decided, kind: 'shift', awardChangeCents: 0n });
      await this.moveMoney(tx, { ...award, decisionId: id, source: decided.reference }, shift);
      for (const change of allotmentChanges(shift))
        await this.moveTrainings(tx, { ...award, decisionId: id, source: decided.reference }, change);
      return id;
    });
  }

  private async lockAward(tx: Tx, grantId: string): Promise<Award> {
    const award = await tx.findOne(GrantAward, { where: { id: grantId }, lock: FOR_CHANGE });
    if (!award) throw new DomainError('not-found');
    const dividedCents = await this.queries.divided(tx, grantId);
    return { grantId, regionId: award.regionId, amountCents: BigInt(award.amountCents), dividedCents };
  }

  /** Lines and municipalities come from a form; only those of this grant and region can be meant. */
  private async mustBeOfGrant(tx: Tx, grantId: string, asked: Shift<AskedPlace>): Promise<Shift> {
    const from = await this.placeOf(tx, grantId, asked.from);
    const to = await this.placeOf(tx, grantId, asked.to);
    if (asked.courseId && !(await this.queries.isCourse(tx, asked.courseId)))
      throw new DomainError('not-found');
    if (from && !(await this.queries.hasBudget(tx, from))) throw new DomainError('no-budget-on-line');
    return { ...asked, from, to };
  }

  private async placeOf(tx: Tx, grantId: string, asked: AskedPlace | null): Promise<Place | null> {
    if (!asked) return null;
    const line = await this.queries.lineOf(tx, grantId, asked);
    if (!line) throw new DomainError('not-found');
    return { ...asked, ...line };
  }

  /**
   * Locks every budget of the municipalities concerned, in one order: who commits a price or uses a training holds one
   * of them (LedgerService.lock).
   */
  private async lockBudgets(tx: Tx, grantId: string, { from, to }: Shift): Promise<void> {
    await tx.query(
      `select from grant_line_budget b where b.municipality_id = any($2)
         and b.grant_line_id in (select id from grant_line where grant_id = $1)
       order by b.grant_line_id, b.municipality_id for no key update`,
      [grantId, [from, to].flatMap((place) => (place ? [place.municipalityId] : []))],
    );
  }

  private async refuseUnlessThere(tx: Tx, actor: Actor, award: Award, shift: Shift): Promise<void> {
    const { from, to, courseId } = shift;
    const undivided = to?.paidBy === 'own' ? shift.amountCents : award.amountCents - award.dividedCents;
    const freeCents = from ? await this.standings.free(tx, from) : undivided;
    const trainingsLeft =
      from && courseId ? await this.queries.trainingsLeft(tx, award.grantId, from, courseId) : null;
    const fault = shiftFault(shift, { freeCents, trainingsLeft });
    if (fault)
      throw new DomainError(fault, {
        free: formatCents(freeCents > 0n ? freeCents : 0n, actor.locale),
        left: trainingsLeft ?? 0,
      });
  }

  private async record(
    tx: Tx,
    actor: Actor,
    { grantId, regionId }: Award,
    { awardChangeCents, ...told }: Decided & Pick<GrantDecision, 'kind'> & { awardChangeCents: bigint },
  ): Promise<string> {
    const now = this.clock.now();
    if (told.decidedOn > localDateOf(now)) throw new DomainError('decision-in-future');
    const id = newId(now);
    const changes = { awardChangeCents: String(awardChangeCents) };
    const by = { recordedAt: now, recordedBy: actor.accountId! };
    await tx.insert(GrantDecision, { id, regionId, grantId, ...told, ...changes, ...by });
    await this.audit.record(tx, {
      ...({ actor, action: 'decide', subjectType: 'grant-decision' } as const),
      subjectId: id,
      after: { grantId, ...told, ...changes },
    });
    return id;
  }

  private async moveMoney(tx: Tx, deciding: Deciding, shift: Shift): Promise<void> {
    for (const { amountCents, ...place } of budgetChanges(shift)) {
      await this.makeBudget(tx, deciding, place);
      await tx.query(
        `insert into budget_change (decision_id, grant_line_id, municipality_id, region_id, amount_cents)
         values ($1, $2, $3, $4, $5)`,
        [
          deciding.decisionId,
          place.grantLineId,
          place.municipalityId,
          deciding.regionId,
          String(amountCents),
        ],
      );
    }
  }

  private async makeBudget(tx: Tx, { regionId, source }: Deciding, place: AskedPlace): Promise<void> {
    await tx.query(
      `insert into grant_line_budget (grant_line_id, municipality_id, region_id, amount_cents, is_demo, source)
       values ($1, $2, $3, 0, false, $4) on conflict do nothing`,
      [place.grantLineId, place.municipalityId, regionId, source],
    );
  }

  private async moveTrainings(
    tx: Tx,
    { grantId, regionId, decisionId, source }: Deciding,
    { year, municipalityId, courseId, trainings }: AllotmentChange,
  ): Promise<void> {
    await tx.query(
      `insert into allotment (id, region_id, grant_id, year, municipality_id, course_id, trainings, is_demo, source)
       values ($1, $2, $3, $4, $5, $6, 0, false, $7) on conflict do nothing`,
      [newId(this.clock.now()), regionId, grantId, year, municipalityId, courseId, source],
    );
    await tx.query(
      `insert into allotment_change (decision_id, allotment_id, municipality_id, region_id, trainings)
       select $1, a.id, a.municipality_id, a.region_id, $6 from allotment a
       where a.grant_id = $2 and a.year = $3 and a.municipality_id = $4 and a.course_id = $5`,
      [decisionId, grantId, year, municipalityId, courseId, trainings],
    );
  }
}

/** An award under its lock; whole cents. */
interface Award {
  readonly grantId: string;
  readonly regionId: string;
  readonly amountCents: bigint;
  readonly dividedCents: bigint;
}

interface Deciding extends Award {
  readonly decisionId: string;
  /** Who tells of a budget or an allotment that did not exist yet. */
  readonly source: string;
}
