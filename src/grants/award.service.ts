import { Inject, Injectable } from '@nestjs/common';
import { Audit } from '../platform/audit/audit.js';
import { Clock } from '../platform/clock.js';
import { violatedConstraint, type Tx } from '../platform/database/database.js';
import { insertRows } from '../platform/database/insert-rows.js';
import { DomainError } from '../platform/errors/domain-error.js';
import type { Actor } from '../shared/actor.js';
import { newId } from '../shared/ids.js';
import { localDateOf } from '../shared/local-date.js';
import { ActivityRegisterService } from './activity-register.service.js';
import type { AwardedLine, AwardedTrainings } from './award.rules.js';
import { GrantDecision } from './decision.entity.js';
import { GrantAward } from './grant.entity.js';

/** A grant as the state awarded it. Amounts are whole cents, dates local. */
export interface Award {
  readonly decisionNumber: string;
  readonly decidedOn: string;
  readonly reason: string;
  readonly amountCents: bigint;
  readonly isDemo: boolean;
  readonly title: string;
  readonly leadMunicipalityId: string;
  readonly firstYear: number;
  readonly lastYear: number;
  readonly lines: readonly AwardedLine[];
  readonly trainings: readonly AwardedTrainings[];
}

/** Records an award with its first division as its first decision: the amounts follow from it, as from every later one. */
@Injectable()
export class AwardService {
  constructor(
    @Inject(Clock) private readonly clock: Clock,
    @Inject(Audit) private readonly audit: Audit,
    @Inject(ActivityRegisterService) private readonly activities: ActivityRegisterService,
  ) {}

  /**
   * Records an award within the caller's transaction.
   * @returns the id of the grant
   * @throws DomainError 'decision-in-future' or 'decision-number-taken'
   */
  async record(tx: Tx, actor: Actor, award: Award): Promise<string> {
    const now = this.clock.now();
    if (award.decidedOn > localDateOf(now)) throw new DomainError('decision-in-future');
    const made = { grantId: newId(now), decisionId: newId(now), regionId: actor.regionId! };
    await this.makeGrant(tx, made, award);
    await this.decide(tx, actor, made, award);
    await this.divide(tx, actor, made, award);
    await this.allot(tx, made, award);
    return made.grantId;
  }

  private async makeGrant(tx: Tx, { grantId, regionId }: Made, award: Award): Promise<void> {
    const { decisionNumber, title, leadMunicipalityId, firstYear, lastYear, isDemo } = award;
    const source = sourceOf(award);
    try {
      await tx.insert(GrantAward, {
        ...{ id: grantId, regionId, decisionNumber, title, leadMunicipalityId, firstYear, lastYear },
        ...{ amountCents: '0', isDemo, source },
      });
    } catch (error) {
      if (violatedConstraint(error) !== 'grant_award_decision_unique') throw error;
      throw new DomainError('decision-number-taken', { decision: decisionNumber });
    }
  }

  private async decide(tx: Tx, actor: Actor, made: Made, award: Award): Promise<void> {
    const { decidedOn, reason, decisionNumber: reference } = award;
    const told = { kind: 'award', reference, decidedOn, reason } as const;
    const changes = { awardChangeCents: String(award.amountCents) };
    const { grantId, decisionId: id, regionId } = made;
    const by = { recordedAt: this.clock.now(), recordedBy: actor.accountId! };
    await tx.insert(GrantDecision, { id, regionId, grantId, ...told, ...changes, ...by });
    await this.audit.record(tx, {
      ...({ actor, action: 'decide', subjectType: 'grant-decision', subjectId: id } as const),
      after: { grantId, ...told, ...changes },
    });
  }

  private async divide(
    tx: Tx,
    actor: Actor,
    { grantId, decisionId, regionId }: Made,
    award: Award,
  ): Promise<void> {
    const awarded = award.lines.map((line) => ({ ...line, grantId, activityId: null }));
    const placed = await this.activities.place(tx, actor, awarded);
    const lines = placed.map((line) => ({ ...line, id: newId(this.clock.now()) }));
    await insertRows(
      tx,
      'grant_line',
      lines.map(({ id, year, code, title, level, paidBy, activityId }) => ({
        ...{ id, grant_id: grantId, region_id: regionId, year, code, title },
        ...{ course_level: level, paid_by: paidBy, activity_id: activityId },
      })),
    );
    const budgets = lines.flatMap(({ id, budgets: shares }) =>
      shares.map((share) => ({
        ...share,
        place: { grant_line_id: id, municipality_id: share.municipalityId, region_id: regionId },
      })),
    );
    const source = sourceOf(award);
    await insertRows(
      tx,
      'grant_line_budget',
      budgets.map(({ place, isDemo }) => ({ ...place, amount_cents: 0, is_demo: isDemo, source })),
    );
    await insertRows(
      tx,
      'budget_change',
      budgets.map(({ place, amountCents }) => ({
        ...{ decision_id: decisionId, ...place, amount_cents: String(amountCents) },
      })),
    );
  }

  private async allot(tx: Tx, { grantId, decisionId, regionId }: Made, award: Award): Promise<void> {
    const source = sourceOf(award);
    const allotments = award.trainings.map((row) => ({ ...row, id: newId(this.clock.now()) }));
    await insertRows(
      tx,
      'allotment',
      allotments.map(({ id, year, municipalityId, courseId, isDemo }) => ({
        ...{ id, region_id: regionId, grant_id: grantId, year, municipality_id: municipalityId },
        ...{ course_id: courseId, trainings: 0, is_demo: isDemo, source },
      })),
    );
    await insertRows(
      tx,
      'allotment_change',
      allotments.map(({ id, municipalityId, trainings }) => ({
        ...{ decision_id: decisionId, allotment_id: id, municipality_id: municipalityId },
        ...{ region_id: regionId, trainings },
      })),
    );
  }
}

/** What was made for an award. */
interface Made {
  readonly grantId: string;
  readonly decisionId: string;
  readonly regionId: string;
}

const sourceOf = ({ decisionNumber }: Award): string => decisionNumber;
