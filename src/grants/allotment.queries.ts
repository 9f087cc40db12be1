import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../shared/actor.js';
import { Database } from '../platform/database/database.js';
import type { CourseLevel } from '../courses/course-level.rules.js';

/** How many trainings of a course a municipality was allotted for a year, and how many confirmed sessions used. */
export interface AllotmentRow {
  readonly id: string;
  readonly grant_id: string;
  readonly year: number;
  readonly municipality_id: string;
  readonly municipality_name: string;
  readonly course_id: string;
  readonly course_title: string;
  readonly level: CourseLevel;
  readonly trainings: number;
  readonly used: number;
  readonly is_demo: boolean;
  readonly source: string;
}

@Injectable()
export class AllotmentQueries {
  constructor(@Inject(Database) private readonly db: Database) {}

  /** Every allotment of a grant year that the actor may see, by municipality and course. */
  ofYear(actor: Actor, year: number): Promise<AllotmentRow[]> {
    return this.list(actor, 'a.year = $1', year);
  }

  /** Every allotment of one grant that the actor may see. */
  ofGrant(actor: Actor, grantId: string): Promise<AllotmentRow[]> {
    return this.list(actor, 'a.grant_id = $1', grantId);
  }

  private list(actor: Actor, condition: string, value: string | number): Promise<AllotmentRow[]> {
    return this.db.read(actor, (tx) =>
      tx.query<AllotmentRow[]>(
        `select a.id, a.grant_id, a.year, m.id municipality_id, m.name municipality_name, c.id course_id, c.title course_title, c.level,
           a.trainings, a.is_demo, a.source,
           (select count(*)::int from allotment_use u where u.allotment_id = a.id) used
         from allotment a
         join municipality m on m.id = a.municipality_id
         join course c on c.id = a.course_id
         where ${condition}
         order by a.year, m.name, c.title, a.id`,
        [value],
      ),
    );
  }
}
