import { Inject, Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { Actor } from '../shared/actor.js';
import { Audit, type Deed } from '../platform/audit/audit.js';
import type { Tx } from '../platform/database/database.js';
import { Register, type Change, type RowResult } from '../platform/database/register.js';
import { Course, CourseFunction } from './course.entity.js';
import { CoursePrice } from './course-price.entity.js';
import type { UsualPrice } from './course.rules.js';

/** A course as it is to be; 'as it stands' leaves what there is. */
export interface WholeCourse {
  readonly course: Course;
  /** Whom it is meant for; none is everyone. */
  readonly functionIds: readonly string[] | 'as it stands';
  readonly price: UsualPrice | null | 'as it stands';
}

/** Writes a course with all that belongs to it, and each change in the audit trail. */
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
    const priceChanges = await this.writePrices(tx, actor, entries);
    const results: RowResult[] = [];
    for (const [index, { course, functionIds }] of entries.entries()) {
      const { outcome, changes } = courses[index]!;
      const action = outcome === 'added' ? 'register' : 'change';
      const meantFor =
        functionIds === 'as it stands'
          ? []
          : await this.meantFor(tx, { actor, action }, course.id, functionIds);
      const all = [...changes, ...(priceChanges.get(course.id) ?? []), ...meantFor];
      results.push({ outcome: outcome === 'same' && all.length > 0 ? 'changed' : outcome, changes: all });
    }
    const older = entries.flatMap(({ course }, index) =>
      results[index]!.outcome === 'changed' ? [course.id] : [],
    );
    if (older.length > 0) await tx.increment(Course, { id: In(older) }, 'version', 1);
    return results;
  }

  /** Answers what changed in the prices, by course. */
  private async writePrices(
    tx: Tx,
    actor: Actor,
    entries: readonly WholeCourse[],
  ): Promise<ReadonlyMap<string, readonly Change[]>> {
    const regionId = actor.regionId!;
    const gone = entries.filter(({ price }) => price === null).map(({ course }) => course.id);
    const removed = gone.length === 0 ? [] : await tx.findBy(CoursePrice, { courseId: In(gone) });
    if (removed.length > 0) await tx.delete(CoursePrice, { courseId: In(gone) });
    await this.audit.record(
      tx,
      ...removed.map(({ courseId, priceCents, isDemo, source }) => ({
        ...({ actor, action: 'change', subjectType: 'course-price', subjectId: courseId } as const),
        ...{ before: { priceCents, isDemo, source }, after: { priceCents: null } },
      })),
    );
    const prices = await this.register.bringIn(tx, actor, {
      entity: CoursePrice,
      subjectType: 'course-price',
      within: { regionId },
      key: ['courseId'],
      rows: entries.flatMap(({ price, course }) =>
        price === null || price === 'as it stands' ? [] : [{ ...price, courseId: course.id, regionId }],
      ),
    });
    const found = new Map<string, readonly Change[]>(
      removed.map(({ courseId, priceCents }) => [courseId, [priceChange(priceCents, null)]]),
    );
    for (const { row, outcome, changes } of prices) {
      if (outcome === 'added') found.set(row.courseId, [priceChange(null, row.priceCents)]);
      if (outcome === 'changed') found.set(row.courseId, changes);
    }
    return found;
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

const priceChange = (before: string | null, after: string | null): Change => ({
  field: 'priceCents',
  before,
  after,
});
