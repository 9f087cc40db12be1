import { Inject, Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Audit } from '../platform/audit/audit.js';
import { Clock } from '../platform/clock.js';
import type { Tx } from '../platform/database/database.js';
import { Register, type RowResult } from '../platform/database/register.js';
import { DomainError } from '../platform/errors/domain-error.js';
import type { Actor } from '../shared/actor.js';
import { newId } from '../shared/ids.js';
import { GrantActivity } from './activity.entity.js';
import { daysOfGrant, placeOf } from './activity.rules.js';
import type { LinePayer } from './award.rules.js';
import { GrantAward, GrantLine } from './grant.entity.js';

/** An activity as a list tells of it; without days those of the grant hold. */
export interface ListedActivity {
  readonly grantId: string;
  readonly code: string;
  readonly title: string;
  readonly firstDay: string | null;
  readonly lastDay: string | null;
}

/** A line of which the activity is to be found. */
export interface LineWithoutPlace {
  readonly grantId: string;
  readonly year: number;
  readonly code: string;
  readonly title: string;
  readonly paidBy: LinePayer;
  /** The activity that is named; null where none is. */
  readonly activityId: string | null;
}

/** Brings in activities by lists, and finds the activity of lines that come in by lists and awards. */
@Injectable()
export class ActivityRegisterService {
  constructor(
    @Inject(Register) private readonly register: Register,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(Audit) private readonly audit: Audit,
  ) {}

  async registerActivities(tx: Tx, actor: Actor, rows: readonly ListedActivity[]): Promise<RowResult[]> {
    const regionId = actor.regionId!;
    const grants = await tx.findBy(GrantAward, { id: In(rows.map(({ grantId }) => grantId)) });
    return this.register.bringIn(tx, actor, {
      entity: GrantActivity,
      subjectType: 'grant-activity',
      within: { regionId },
      key: ['grantId', 'code'],
      rows: rows.map(({ firstDay, lastDay, ...row }) => {
        const days = daysOfGrant(grants.find(({ id }) => id === row.grantId)!);
        return {
          ...{ ...row, regionId, isAssumed: false },
          ...{ firstDay: firstDay ?? days.firstDay, lastDay: lastDay ?? days.lastDay },
        } as Omit<GrantActivity, 'id'>;
      }),
    });
  }

  /**
   * The lines with their activities; those that nobody named and that are not there yet are made.
   * @throws DomainError 'line-without-activity' where somebody told what the decision names and a line names nothing of it
   */
  async place<Line extends LineWithoutPlace>(tx: Tx, actor: Actor, lines: readonly Line[]): Promise<Line[]> {
    const grantIds = [...new Set(lines.map(({ grantId }) => grantId))];
    const grants = await tx.findBy(GrantAward, { id: In(grantIds) });
    const standing = await tx.findBy(GrantLine, { grantId: In(grantIds) });
    const activities = await tx.findBy(GrantActivity, { grantId: In(grantIds) });
    const placed: Line[] = [];
    for (const line of lines) {
      const grant = grants.find(({ id }) => id === line.grantId)!;
      const same = standing.find(
        ({ grantId, year, code }) => grantId === grant.id && year === line.year && code === line.code,
      );
      const own = activities.filter(({ grantId }) => grantId === grant.id);
      const place = placeOf({ ...line, named: line.activityId, current: same?.activityId ?? null }, own);
      if ('fault' in place)
        throw new DomainError(place.fault, { line: line.title, decision: grant.decisionNumber });
      if ('activityId' in place) placed.push({ ...line, activityId: place.activityId });
      else {
        const made = await this.assume(tx, actor, grant, line);
        activities.push(made);
        placed.push({ ...line, activityId: made.id });
      }
    }
    return placed;
  }

  private async assume(
    tx: Tx,
    actor: Actor,
    grant: GrantAward,
    { code, title }: LineWithoutPlace,
  ): Promise<GrantActivity> {
    const id = newId(this.clock.now());
    const told = { grantId: grant.id, code, title, ...daysOfGrant(grant) };
    const activity = { ...told, id, regionId: grant.regionId, isAssumed: true };
    await tx.insert(GrantActivity, activity);
    await this.audit.record(tx, {
      ...({ actor, action: 'assumeActivity', subjectType: 'grant-activity', subjectId: id } as const),
      after: told,
    });
    return { ...activity, version: 1 };
  }
}
