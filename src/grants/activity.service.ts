import { Inject, Injectable } from '@nestjs/common';
import { Audit } from '../platform/audit/audit.js';
import { Clock } from '../platform/clock.js';
import { Database, FOR_CHANGE, violatedConstraint, type Tx } from '../platform/database/database.js';
import { DomainError } from '../platform/errors/domain-error.js';
import { formatDate } from '../platform/i18n/format.js';
import type { Actor } from '../shared/actor.js';
import { newId } from '../shared/ids.js';
import { GrantActivity } from './activity.entity.js';
import { ActivityQueries, type CostOutside } from './activity.queries.js';
import { daysFault, type EligibleDays } from './activity.rules.js';
import { GrantAward, GrantLine } from './grant.entity.js';

/** An activity as the decision names it. */
export interface ActivityInput extends EligibleDays {
  /** By which lists name it, once in a grant whatever the capitals. */
  readonly code: string;
  readonly title: string;
}

/** Writes down which activities a decision of the state names, on which days they are paid, and which lines are of them. */
@Injectable()
export class ActivityService {
  constructor(
    @Inject(Database) private readonly db: Database,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(Audit) private readonly audit: Audit,
    @Inject(ActivityQueries) private readonly queries: ActivityQueries,
  ) {}

  /**
   * Adds an activity to a grant.
   * @returns its id
   * @throws DomainError 'not-found', 'activity-days-reversed', 'activity-outside-grant' or 'activity-code-taken'
   */
  async enter(actor: Actor, grantId: string, activity: ActivityInput): Promise<string> {
    const id = newId(this.clock.now());
    await this.refusingDoubles(actor, async (tx) => {
      const { regionId } = await this.refuseUnlessOfGrant(tx, grantId, activity);
      await tx.insert(GrantActivity, { ...activity, id, regionId, grantId, isAssumed: false });
      await this.audit.record(tx, {
        ...({ actor, action: 'enterActivity', subjectType: 'grant-activity', subjectId: id } as const),
        after: { grantId, ...activity },
      });
    });
    return id;
  }

  /**
   * Changes an activity; from then on it counts as what the decision names.
   * @throws DomainError 'not-found', 'changed-meanwhile', 'activity-days-reversed', 'activity-outside-grant',
   *   'activity-code-taken', 'activity-leaves-commitment' or 'activity-leaves-invoice'
   */
  async change(actor: Actor, id: string, version: number, activity: ActivityInput): Promise<void> {
    await this.refusingDoubles(actor, async (tx) => {
      const before = await this.take(tx, id, version);
      // Days that were right before this was kept, such as those of a session that was moved to another year, stay so.
      const isMoved = before.firstDay !== activity.firstDay || before.lastDay !== activity.lastDay;
      if (isMoved) await this.refuseUnlessOfGrant(tx, before.grantId, activity);
      refuseIfOutside(actor, await this.queries.outside(tx, id, activity));
      await tx.update(GrantActivity, id, { ...activity, isAssumed: false });
      const { code, title, firstDay, lastDay } = before;
      await this.audit.record(tx, {
        ...({ actor, action: 'changeActivity', subjectType: 'grant-activity', subjectId: id } as const),
        before: { code, title, firstDay, lastDay },
        after: { ...activity },
      });
    });
  }

  /**
   * Takes an activity away of which there are no lines.
   * @throws DomainError 'not-found', 'changed-meanwhile' or 'activity-has-lines'
   */
  async remove(actor: Actor, id: string, version: number): Promise<void> {
    await this.db.transaction(actor, async (tx) => {
      const { code, title } = await this.take(tx, id, version);
      if (await tx.existsBy(GrantLine, { activityId: id })) throw new DomainError('activity-has-lines');
      await tx.delete(GrantActivity, id);
      await this.audit.record(tx, {
        ...({ actor, action: 'removeActivity', subjectType: 'grant-activity', subjectId: id } as const),
        before: { code, title },
      });
    });
  }

  /**
   * Lets a line be of another activity of its grant.
   * @throws DomainError 'not-found', 'own-line-without-activity', 'activity-leaves-commitment' or 'activity-leaves-invoice'
   */
  async placeLine(actor: Actor, lineId: string, activityId: string): Promise<void> {
    await this.db.transaction(actor, async (tx) => {
      const line = await tx.findOne(GrantLine, { where: { id: lineId }, lock: FOR_CHANGE });
      if (!line) throw new DomainError('not-found');
      const where = { id: activityId, grantId: line.grantId };
      const activity = await tx.findOne(GrantActivity, { where, lock: FOR_CHANGE });
      if (!activity) throw new DomainError('not-found');
      if (line.paidBy === 'own') throw new DomainError('own-line-without-activity');
      if (line.activityId === activityId) return;
      refuseIfOutside(actor, await this.queries.outsideOnLine(tx, lineId, activity));
      await tx.update(GrantLine, lineId, { activityId });
      await this.audit.record(tx, {
        ...({ actor, action: 'placeLine', subjectType: 'grant-line', subjectId: lineId } as const),
        before: { activityId: line.activityId },
        after: { activityId },
      });
    });
  }

  private async take(tx: Tx, id: string, version: number): Promise<GrantActivity> {
    const activity = await tx.findOne(GrantActivity, { where: { id }, lock: FOR_CHANGE });
    if (!activity) throw new DomainError('not-found');
    if (activity.version !== version) throw new DomainError('changed-meanwhile');
    return activity;
  }

  private async refuseUnlessOfGrant(tx: Tx, grantId: string, days: EligibleDays): Promise<GrantAward> {
    const grant = await tx.findOneBy(GrantAward, { id: grantId });
    if (!grant) throw new DomainError('not-found');
    const fault = daysFault(days, grant);
    if (fault) throw new DomainError(fault, { first: grant.firstYear, last: grant.lastYear });
    return grant;
  }

  private async refusingDoubles(actor: Actor, work: (tx: Tx) => Promise<void>): Promise<void> {
    try {
      await this.db.transaction(actor, work);
    } catch (error) {
      if (violatedConstraint(error) !== 'grant_activity_code_unique') throw error;
      throw new DomainError('activity-code-taken');
    }
  }
}

/** Something that is booked stays paid: the days cannot leave it out. */
function refuseIfOutside(actor: Actor, found: CostOutside | null): void {
  if (!found) return;
  throw new DomainError(`activity-leaves-${found.kind}`, {
    ...{ what: found.what, day: formatDate(found.onDay, actor.locale, 'long') },
  });
}
