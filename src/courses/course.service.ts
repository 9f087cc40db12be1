import { Inject, Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { Actor } from '../shared/actor.js';
import type { Tx } from '../platform/database/database.js';
import { Register, type Outcome } from '../platform/database/register.js';
import { Course, CourseFunction } from './course.entity.js';
import { CoursePrice } from './course-price.entity.js';

/** A course with the functions it is meant for (none: everyone) and what a session usually costs. */
export interface CourseEntry {
  readonly course: Omit<Course, 'id' | 'regionId'>;
  readonly functionIds: readonly string[];
  readonly price: Omit<CoursePrice, 'courseId' | 'regionId'> | null;
}

@Injectable()
export class CourseService {
  constructor(@Inject(Register) private readonly register: Register) {}

  /** Brings courses into the catalogue, each known by its code; a price that is left out stays as it is. */
  async registerCourses(tx: Tx, actor: Actor, entries: readonly CourseEntry[]): Promise<Outcome[]> {
    const regionId = actor.regionId!;
    const courses = await this.register.bringIn(tx, actor, {
      entity: Course,
      subjectType: 'course',
      within: { regionId },
      key: ['code'],
      rows: entries.map(({ course }) => ({ ...course, regionId })),
    });
    const idOf = (index: number) => courses[index]!.row.id;
    const prices = await this.register.bringIn(tx, actor, {
      entity: CoursePrice,
      subjectType: 'course-price',
      within: { regionId },
      key: ['courseId'],
      rows: entries.flatMap(({ price }, index) =>
        price ? [{ ...price, courseId: idOf(index), regionId }] : [],
      ),
    });
    const changed = new Set(
      prices.filter(({ outcome }) => outcome !== 'same').map(({ row }) => row.courseId),
    );
    for (const [index, { functionIds }] of entries.entries())
      if (await this.meantFor(tx, idOf(index), functionIds)) changed.add(idOf(index));
    return courses.map(({ row, outcome }) =>
      outcome === 'same' && changed.has(row.id) ? 'changed' : outcome,
    );
  }

  /** Makes a course meant for exactly these functions; true when that was different before. */
  private async meantFor(tx: Tx, courseId: string, functionIds: readonly string[]): Promise<boolean> {
    const before = new Set((await tx.findBy(CourseFunction, { courseId })).map((row) => row.functionId));
    const gone = [...before].filter((id) => !functionIds.includes(id));
    const added = functionIds.filter((id) => !before.has(id));
    if (gone.length > 0) await tx.delete(CourseFunction, { courseId, functionId: In(gone) });
    if (added.length > 0)
      await tx.insert(
        CourseFunction,
        added.map((functionId) => ({ courseId, functionId })),
      );
    return gone.length + added.length > 0;
  }
}
