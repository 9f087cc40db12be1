import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../shared/actor.js';
import { newId } from '../shared/ids.js';
import { instantOf, ZONE } from '../shared/local-date.js';
import { Audit } from '../platform/audit/audit.js';
import { Clock } from '../platform/clock.js';
import { Database, type Tx } from '../platform/database/database.js';
import { agreePrice } from './agreed-price.js';
import { PlanCheck } from './plan-check.service.js';
import { JoiningLink, SeatQuota, Session, SessionPart, SessionPartTrainer } from './session.entity.js';
import type { PartPlan } from './part-plan.rules.js';
import type { PlanSetting, SessionPlan } from './session-plan.rules.js';
import { timeRange } from './time-range.js';

/** What is done beside scheduling a session. */
type GoesWith = (tx: Tx, sessionId: string) => Promise<void>;
const nothingMore: GoesWith = () => Promise.resolve();

@Injectable()
export class SessionScheduling {
  constructor(
    @Inject(Database) private readonly db: Database,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(Audit) private readonly audit: Audit,
    @Inject(PlanCheck) private readonly check: PlanCheck,
  ) {}

  /**
   * Schedules a session as a draft; only coordinators see it before it is opened. What goes `with` it is done in the
   * same transaction, or not at all.
   * @throws InvalidInput that names every fault of the plan; BookingClash that names what is booked already
   */
  async schedule(actor: Actor, plan: SessionPlan, goesWith: GoesWith = nothingMore): Promise<string> {
    const [id] = await this.scheduleAll(actor, [plan], goesWith);
    return id!;
  }

  /**
   * Schedules several sessions as drafts: all of them, or none.
   * @throws InvalidInput that names every fault of the first faulty plan; BookingClash of the first that clashes
   */
  async scheduleAll(
    actor: Actor,
    plans: readonly SessionPlan[],
    goesWith: GoesWith = nothingMore,
  ): Promise<string[]> {
    return this.check.naming(async () => {
      const checked: { plan: SessionPlan; setting: PlanSetting }[] = [];
      for (const plan of plans) checked.push({ plan, setting: await this.check.refuseFaulty(actor, plan) });
      return this.db.transaction(actor, async (tx) => {
        await this.check.takeTrainers(
          tx,
          plans.flatMap(({ parts }) => parts),
        );
        const ids: string[] = [];
        for (const { plan, setting } of checked) {
          const toBook = { parts: plan.parts, around: { previous: null, next: null }, sessionId: null };
          await this.check.refuseClashes(tx, actor, toBook, setting);
          const id = await this.insertDraft(tx, actor, plan);
          await goesWith(tx, id);
          ids.push(id);
        }
        return ids;
      });
    });
  }

  private async insertDraft(tx: Tx, actor: Actor, plan: SessionPlan): Promise<string> {
    const id = newId(this.clock.now());
    await this.insertSession(tx, actor, id, plan);
    await this.insertParts(tx, id, plan);
    const { terms, ...shape } = plan;
    const { functionQuotas, organisationQuotas } = terms;
    await tx.insert(
      SeatQuota,
      [...plan.quotas, ...functionQuotas, ...organisationQuotas].map((quota) => ({
        sessionId: id,
        ...quota,
      })),
    );
    await this.audit.record(tx, {
      actor,
      action: 'schedule',
      subjectType: 'session',
      subjectId: id,
      after: {
        ...{ ...shape, ...terms },
        ...{
          parts: plan.parts.map(withoutLink),
          priceCents: plan.priceCents === null ? null : String(plan.priceCents),
        },
      },
    });
    return id;
  }

  private async insertSession(tx: Tx, actor: Actor, id: string, plan: SessionPlan): Promise<void> {
    const { courseId, payerMunicipalityId, capacity, minimum, releaseOn, decideOn } = plan;
    const { functionQuotas: _, organisationQuotas: __, ...terms } = plan.terms;
    const regionId = actor.regionId!;
    await tx.insert(Session, {
      ...{ id, regionId, courseId, payerMunicipalityId, capacity, minimum, releaseOn, decideOn },
      ...terms,
      status: 'draft',
      seatsTaken: 0,
      waitingCount: 0,
      lastWaitingNumber: 0,
      calendarSequence: 0,
      version: 1,
      createdAt: this.clock.now(),
    });
    await agreePrice(tx, { id, regionId }, plan);
  }

  private async insertParts(tx: Tx, sessionId: string, plan: SessionPlan): Promise<void> {
    for (const [index, part] of plan.parts.entries()) {
      const id = newId(this.clock.now());
      const startsAt = instantOf(part.date, part.startTime);
      const endsAt = instantOf(part.date, part.endTime);
      await tx.insert(SessionPart, {
        ...{ id, sessionId, startsAt, endsAt, roomId: part.roomId, calledOff: false },
        ordinal: index + 1,
        localDate: part.date,
        startTime: part.startTime,
        endTime: part.endTime,
        timeZone: ZONE,
      });
      if (part.joiningLink !== null) await tx.insert(JoiningLink, { partId: id, url: part.joiningLink });
      const during = timeRange(startsAt, endsAt);
      if (part.trainerIds.length > 0)
        await tx.insert(
          SessionPartTrainer,
          part.trainerIds.map((trainerId) => ({ partId: id, trainerId, during })),
        );
    }
  }
}

/** A part as the audit trail may keep it: whoever reads the trail need not be among those who come. */
function withoutLink<Part extends Pick<PartPlan, 'joiningLink'>>(part: Part): Omit<Part, 'joiningLink'> {
  const { joiningLink: _, ...rest } = part;
  return rest;
}
