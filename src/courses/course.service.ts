import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../shared/actor.js';
import { newId } from '../shared/ids.js';
import { Clock } from '../platform/clock.js';
import { Database, FOR_CHANGE, violatedConstraint, type Tx } from '../platform/database/database.js';
import type { RowResult } from '../platform/database/register.js';
import { DomainError } from '../platform/errors/domain-error.js';
import { Course } from './course.entity.js';
import { CourseRecord, type WholeCourse } from './course-record.js';
import { DECIDE_DAYS, type CourseDetails } from './course.rules.js';
import { PriceListService, type NewPrice } from './price-list.service.js';
import { Provider } from './provider.entity.js';

/** What a file may leave out; a course that is there keeps what it has. */
type MayLack = Pick<
  Course,
  | 'entryLevel'
  | 'approval'
  | 'audience'
  | 'restrictedAudience'
  | 'oncePerCourse'
  | 'decideDays'
  | 'mandatoryParts'
  | 'requiresFollowUp'
  | 'evaluationUrl'
>;
type Untold = Pick<Course, 'id' | 'regionId' | 'isActive' | 'version'>;
type Told = Omit<Course, keyof Untold>;

/** A course as a file tells of it; a price without a day holds from now on. */
export type CourseEntry = Omit<WholeCourse, 'course'> & {
  readonly course: Omit<Told, keyof MayLack> & Partial<MayLack>;
  readonly price: NewPrice | 'as it stands';
};

const unlessTold: MayLack = {
  ...{ entryLevel: null, approval: 'none', audience: 'public', restrictedAudience: null },
  oncePerCourse: false,
  decideDays: DECIDE_DAYS,
  ...{ mandatoryParts: [], requiresFollowUp: false },
  evaluationUrl: null,
};

@Injectable()
export class CourseService {
  constructor(
    @Inject(Clock) private readonly clock: Clock,
    @Inject(Database) private readonly db: Database,
    @Inject(CourseRecord) private readonly record: CourseRecord,
    @Inject(PriceListService) private readonly prices: PriceListService,
  ) {}

  /** Brings courses into the catalogue, each known by its code; what a file leaves out stays as it is. */
  async registerCourses(tx: Tx, actor: Actor, entries: readonly CourseEntry[]): Promise<RowResult[]> {
    const regionId = actor.regionId!;
    const standing = await tx.find(Course, { where: { regionId }, lock: FOR_CHANGE });
    const byCode = new Map(standing.map((course) => [course.code, course]));
    const whole = entries.map((entry) => {
      const before = byCode.get(entry.course.code) ?? { ...unlessTold, ...this.newCourse(regionId) };
      return { ...entry, course: { ...before, ...entry.course } };
    });
    const results = await this.record.write(tx, actor, whole);
    return this.withPrices(tx, actor, whole, results);
  }

  private async withPrices(
    tx: Tx,
    actor: Actor,
    entries: readonly (WholeCourse & Pick<CourseEntry, 'price'>)[],
    results: readonly RowResult[],
  ): Promise<RowResult[]> {
    const all: RowResult[] = [];
    for (const [index, { course, price }] of entries.entries()) {
      const { outcome, changes } = results[index]!;
      const priced = price === 'as it stands' ? [] : await this.prices.bringIn(tx, actor, course.id, price);
      const counts = outcome === 'same' && priced.length > 0;
      all.push({ outcome: counts ? 'changed' : outcome, changes: [...changes, ...priced] });
    }
    return all;
  }

  /**
   * Adds a course to the catalogue.
   * @throws DomainError 'provider-unknown', 'function-unknown' or 'course-code-in-use'
   */
  add(actor: Actor, details: CourseDetails): Promise<string> {
    return this.write(actor, details, () => this.newCourse(actor.regionId!));
  }

  /**
   * Makes a course as told, when it is still of the version that the teller looked at.
   * @throws DomainError 'not-found', 'changed-meanwhile', 'provider-unknown', 'function-unknown' or 'course-code-in-use'
   */
  async change(actor: Actor, id: string, version: number, details: CourseDetails): Promise<void> {
    await this.write(actor, details, async (tx) => {
      const course = await this.lock(tx, id);
      if (course.version !== version) throw new DomainError('changed-meanwhile');
      return course;
    });
  }

  /** Plans no new sessions of a course from now on (or does again); those that were planned go on. */
  async offer(actor: Actor, id: string, isActive: boolean): Promise<void> {
    await this.db.transaction(actor, async (tx) => {
      const course = { ...(await this.lock(tx, id)), isActive };
      await this.record.write(tx, actor, [{ course, functionIds: 'as it stands' }]);
    });
  }

  private async write(
    actor: Actor,
    { functionIds, ...details }: CourseDetails,
    standing: (tx: Tx) => Untold | Promise<Untold>,
  ): Promise<string> {
    try {
      return await this.db.transaction(actor, async (tx) => {
        const course = { ...(await standing(tx)), ...details };
        await this.refuseUnknown(tx, details.providerId, functionIds);
        await this.record.write(tx, actor, [{ course, functionIds }]);
        return course.id;
      });
    } catch (error) {
      if (violatedConstraint(error) !== 'course_code_unique') throw error;
      throw new DomainError('course-code-in-use', { code: details.code });
    }
  }

  private async lock(tx: Tx, id: string): Promise<Course> {
    const course = await tx.findOne(Course, { where: { id }, lock: FOR_CHANGE });
    if (!course) throw new DomainError('not-found');
    return course;
  }

  /** Row-level security answers only what is of the actor's own region. */
  private async refuseUnknown(tx: Tx, providerId: string, functionIds: readonly string[]): Promise<void> {
    if (!(await tx.existsBy(Provider, { id: providerId }))) throw new DomainError('provider-unknown');
    const [unknown] = await tx.query<object[]>(
      'select from unnest($1::uuid[]) asked (id) where not exists (select from professional_function f where f.id = asked.id)',
      [functionIds],
    );
    if (unknown) throw new DomainError('function-unknown');
  }

  private newCourse(regionId: string): Untold {
    return { id: newId(this.clock.now()), regionId, isActive: true, version: 1 };
  }
}
