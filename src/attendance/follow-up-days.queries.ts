import { Inject, Injectable } from '@nestjs/common';
import type { CourseLevel } from '../courses/course-level.rules.js';
import { Database } from '../platform/database/database.js';
import { systemActor } from '../shared/actor.js';
import { completes, type FollowUpDay } from './entitlement.rules.js';

interface Row {
  readonly enrolmentId: string;
  readonly training: { readonly level: CourseLevel; readonly lastDate: string };
  readonly day: FollowUpDay;
}

const LAST_DATE = (session: string) =>
  `(select max(sp.local_date)::text from session_part sp where sp.session_id = ${session}.id)`;
const DAYS = `
  select e.id "enrolmentId", json_build_object('level', c.level, 'lastDate', ${LAST_DATE('s')}) training,
    json_build_object('entryLevel', d.entry_level, 'lastDate', ${LAST_DATE('f')},
      'requiredPercentage', f.required_attendance_percentage, 'mandatoryParts', f.mandatory_parts,
      'marks', array(select am.mark from session_part sp
        left join attendance_mark am on am.part_id = sp.id and am.enrolment_id = seat.id
        where sp.session_id = f.id order by sp.ordinal)) "day"
  from enrolment e
  join session s on s.id = e.session_id
  join course c on c.id = s.course_id
  join enrolment seat on seat.professional_id = e.professional_id and seat.status = 'confirmed'
  join session f on f.id = seat.session_id and f.status = 'closed'
  join course d on d.id = f.course_id and d.level = 'follow-up'
  where e.id = any($1)`;

@Injectable()
export class FollowUpDaysQueries {
  constructor(@Inject(Database) private readonly db: Database) {}

  /** Which of these seats are of people who attended a follow-up day that completes the training. */
  async completed(enrolmentIds: readonly string[]): Promise<ReadonlySet<string>> {
    if (enrolmentIds.length === 0) return new Set();
    // A trainer sees only the own sessions, and the day may have been another's; all that is told is yes or no.
    const rows = await this.db.read(systemActor, (tx) => tx.query<Row[]>(DAYS, [enrolmentIds]));
    return new Set(
      rows.filter(({ day, training }) => completes(day, training)).map(({ enrolmentId }) => enrolmentId),
    );
  }
}
