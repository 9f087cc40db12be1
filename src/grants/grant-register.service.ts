import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../shared/actor.js';
import type { Tx } from '../platform/database/database.js';
import { Register, type RowResult } from '../platform/database/register.js';
import { ActivityRegisterService } from './activity-register.service.js';
import { Allotment, GrantAward, GrantLine, GrantLineBudget } from './grant.entity.js';

type Rows<E> = readonly Omit<E, 'id' | 'regionId'>[];

/** Brings awards, their lines, the budgets and the allotments into the register. */
@Injectable()
export class GrantRegisterService {
  constructor(
    @Inject(Register) private readonly register: Register,
    @Inject(ActivityRegisterService) private readonly activities: ActivityRegisterService,
  ) {}

  async registerGrants(tx: Tx, actor: Actor, rows: Rows<GrantAward>): Promise<RowResult[]> {
    const regionId = actor.regionId!;
    const registered = await this.register.bringIn(tx, actor, {
      entity: GrantAward,
      subjectType: 'grant',
      within: { regionId },
      key: ['decisionNumber'],
      rows: rows.map((row) => ({ ...row, regionId })),
    });
    return registered;
  }

  /** @throws DomainError 'line-without-activity' */
  async registerLines(tx: Tx, actor: Actor, rows: Rows<GrantLine>): Promise<RowResult[]> {
    const regionId = actor.regionId!;
    const placed = await this.activities.place(tx, actor, rows);
    const registered = await this.register.bringIn(tx, actor, {
      entity: GrantLine,
      subjectType: 'grant-line',
      within: { regionId },
      key: ['grantId', 'year', 'code'],
      rows: placed.map((row) => ({ ...row, regionId })),
    });
    return registered;
  }

  async registerBudgets(tx: Tx, actor: Actor, rows: Rows<GrantLineBudget>): Promise<RowResult[]> {
    const regionId = actor.regionId!;
    const registered = await this.register.bringIn(tx, actor, {
      entity: GrantLineBudget,
      subjectType: 'grant-line-budget',
      within: { regionId },
      key: ['grantLineId', 'municipalityId'],
      rows: rows.map((row) => ({ ...row, regionId })),
    });
    return registered;
  }

  async registerAllotments(tx: Tx, actor: Actor, rows: Rows<Allotment>): Promise<RowResult[]> {
    const regionId = actor.regionId!;
    const registered = await this.register.bringIn(tx, actor, {
      entity: Allotment,
      subjectType: 'allotment',
      within: { regionId },
      key: ['grantId', 'year', 'municipalityId', 'courseId'],
      rows: rows.map((row) => ({ ...row, regionId })),
    });
    return registered;
  }
}
