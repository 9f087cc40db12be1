import { Inject, Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { Actor } from '../shared/actor.js';
import { newId } from '../shared/ids.js';
import { Audit } from '../platform/audit/audit.js';
import { Clock } from '../platform/clock.js';
import type { Tx } from '../platform/database/database.js';
import { Register, type Outcome } from '../platform/database/register.js';
import { Course, CourseFunction } from './course.entity.js';
import { CoursePrice } from './course-price.entity.js';

type Details = Omit<Course, 'id' | 'regionId' | 'isActive' | 'version'>;
/** What a file may leave out; a course that is there keeps what it has. */
type Extra = Pick<Course, 'entryLevel' | 'approval' | 'audience' | 'restrictedAudience' | 'oncePerCourse'>;

/** A course with the functions it is meant for (none: everyone) and what a session usually costs. */
export interface CourseEntry {
  readonly course: Omit<Details, keyof Extra> & Partial<Extra>;
  readonly functionIds: readonly string[];
  readonly price: Omit<CoursePrice, 'courseId' | 'regionId'> | null;
}

const unlessTold: Extra & Pick<Course, 'isActive' | 'version'> = {
  ...{ entryLevel: null, approval: 'none', audience: 'public', restrictedAudience: null },
  ...{ oncePerCourse: false, isActive: true, version: 1 },
};

@Injectable()
export class CourseService {
  constructor(
    @Inject(Audit) private readonly audit: Audit,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(Register) private readonly register: Register,
  ) {}

  /** Brings courses into the catalogue, each known by its code; what a file leaves out stays as it is. */
  async registerCourses(tx: Tx, actor: Actor, entries: readonly CourseEntry[]): Promise<Outcome[]> {
    const regionId = actor.regionId!;
    const lock = { mode: 'for_no_key_update' } as const;
    const standing = await tx.find(Course, { where: { regionId }, lock });
    const byCode = new Map(standing.map((course) => [course.code, course]));
    return this.write(
      tx,
      actor,
      entries.map((entry) => {
        const before = byCode.get(entry.course.code) ?? {
          ...unlessTold,
          id: newId(this.clock.now()),
          regionId,
        };
        return { ...entry, course: { ...before, ...entry.course } };
      }),
    );
  }

  /** Writes the courses as they are to be, with their functions and prices; a price that is left out stays. */
  private async write(
    tx: Tx,
    actor: Actor,
    entries: readonly (Omit<CourseEntry, 'course'> & { readonly course: Course })[],
  ): Promise<Outcome[]> {
    const regionId = actor.regionId!;
    const courses = await this.register.bringIn(tx, actor, {
      entity: Course,
      subjectType: 'course',
      within: { regionId },
      key: ['id'],
      rows: entries.map(({ course }) => course),
    });
    const prices = await this.register.bringIn(tx, actor, {
      entity: CoursePrice,
      subjectType: 'course-price',
      within: { regionId },
      key: ['courseId'],
      rows: entries.flatMap(({ price, course }) =>
        price ? [{ ...price, courseId: course.id, regionId }] : [],
      ),
    });
    const changed = new Set([
      ...courses.filter(({ outcome }) => outcome === 'changed').map(({ row }) => row.id),
      ...prices.filter(({ outcome }) => outcome !== 'same').map(({ row }) => row.courseId),
    ]);
    for (const { course, functionIds } of entries)
      if (await this.meantFor(tx, actor, course.id, functionIds)) changed.add(course.id);
    const added = new Set(courses.filter(({ outcome }) => outcome === 'added').map(({ row }) => row.id));
    const older = [...changed].filter((id) => !added.has(id));
    if (older.length > 0) await tx.increment(Course, { id: In(older) }, 'version', 1);
    return courses.map(({ row: { id }, outcome }) =>
      outcome === 'same' && changed.has(id) ? 'changed' : outcome,
    );
  }

  /** Makes a course meant for exactly these functions; true when that was different before. */
  private async meantFor(
    tx: Tx,
    actor: Actor,
    courseId: string,
    functionIds: readonly string[],
  ): Promise<boolean> {
    const before = (await tx.findBy(CourseFunction, { courseId })).map((row) => row.functionId);
    const gone = before.filter((id) => !functionIds.includes(id));
    const added = functionIds.filter((id) => !before.includes(id));
    if (gone.length + added.length === 0) return false;
    await tx.delete(CourseFunction, { courseId, functionId: In(gone) });
    await tx.insert(
      CourseFunction,
      added.map((functionId) => ({ courseId, functionId })),
    );
    await this.audit.record(tx, {
      ...{ actor, action: 'change', subjectType: 'course', subjectId: courseId },
      ...{ before: { functionIds: before }, after: { functionIds } },
    });
    return true;
  }
}
