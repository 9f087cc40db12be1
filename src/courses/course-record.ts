import { Inject, Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { Actor } from '../shared/actor.js';
import { Audit, type Deed } from '../platform/audit/audit.js';
import type { Tx } from '../platform/database/database.js';
import { Register, type Change, type RowResult } from '../platform/database/register.js';
import { Course, CourseFunction } from './course.entity.js';

/** A course as it is to be; 'as it stands' leaves what there is. */
export interface WholeCourse {
  readonly course: Course;
  /** Whom it is meant for; none is everyone. */
  readonly functionIds: readonly string[] | 'as it stands';
}

/** Writes a course and whom it is meant for, and each change in the audit trail. */
@Injectable()
export class CourseRecord {
  constructor(
    @Inject(Audit) private readonly audit: Audit,
    @Inject(Register) private readonly register: Register,
  ) {}

  /** Writes what differs. A course that changes, in whatever way, gets its next version. */
  async write(tx: Tx, actor: Actor, entries: readonly WholeCourse[]): Promise<RowResult[]> {
    const courses = await this.register.bringIn(tx, actor, {
      entity: Course,
      subjectType: 'course',
      within: { regionId: actor.regionId! },
      key: ['id'],
      rows: entries.map(({ course }) => course),
    });
    const results: RowResult[] = [];
    for (const [index, { course, functionIds }] of entries.entries()) {
      const { outcome, changes } = courses[index]!;
      const action = outcome === 'added' ? 'register' : 'change';
      const meantFor =
        functionIds === 'as it stands'
          ? []
          : await this.meantFor(tx, { actor, action }, course.id, functionIds);
      const all = [...changes, ...meantFor];
      results.push({ outcome: outcome === 'same' && all.length > 0 ? 'changed' : outcome, changes: all });
    }
    const older = entries.flatMap(({ course }, index) =>
      results[index]!.outcome === 'changed' ? [course.id] : [],
    );
    if (older.length > 0) await tx.increment(Course, { id: In(older) }, 'version', 1);
    return results;
  }

  /** Makes a course meant for exactly these functions; answers what that changed. */
  private async meantFor(
    tx: Tx,
    deed: Pick<Deed, 'actor' | 'action'>,
    courseId: string,
    functionIds: readonly string[],
  ): Promise<Change[]> {
    const before = (await tx.findBy(CourseFunction, { courseId })).map((row) => row.functionId);
    const gone = before.filter((id) => !functionIds.includes(id));
    const added = functionIds.filter((id) => !before.includes(id));
    if (gone.length + added.length === 0) return [];
    await tx.delete(CourseFunction, { courseId, functionId: In(gone) });
    await tx.insert(
      CourseFunction,
      added.map((functionId) => ({ courseId, functionId })),
    );
    await this.audit.record(tx, {
      ...{ ...deed, subjectType: 'course', subjectId: courseId },
      ...{ before: { functionIds: before }, after: { functionIds } },
    });
    return [{ field: 'functionIds', before, after: functionIds }];
  }
}
