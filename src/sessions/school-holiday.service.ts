import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../shared/actor.js';
import type { Tx } from '../platform/database/database.js';
import { Register, type RowResult } from '../platform/database/register.js';
import { SchoolHoliday } from './school-holiday.entity.js';

@Injectable()
export class SchoolHolidayService {
  constructor(@Inject(Register) private readonly register: Register) {}

  /** Brings school holidays into the register, each known by its school year, name and part of the country. */
  async registerSchoolHolidays(
    tx: Tx,
    actor: Actor,
    rows: readonly Omit<SchoolHoliday, 'id' | 'regionId'>[],
  ): Promise<RowResult[]> {
    const regionId = actor.regionId!;
    return this.register.bringIn(tx, actor, {
      entity: SchoolHoliday,
      subjectType: 'school-holiday',
      within: { regionId },
      key: ['schoolYear', 'name', 'schoolArea'],
      rows: rows.map((row) => ({ ...row, regionId })),
    });
  }
}
