import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../shared/actor.js';
import { newId } from '../shared/ids.js';
import { localDateOf } from '../shared/local-date.js';
import { Audit } from '../platform/audit/audit.js';
import { Clock } from '../platform/clock.js';
import { Database, FOR_CHANGE, type Tx } from '../platform/database/database.js';
import type { Change } from '../platform/database/register.js';
import { DomainError } from '../platform/errors/domain-error.js';
import { Course } from './course.entity.js';
import { CoursePrice } from './course-price.entity.js';
import { newPriceFault, priceOn, untoldValidFrom } from './price-list.rules.js';

/** What a session of a course costs, in whole cents as text, and who tells so. */
export interface ToldPrice {
  readonly priceCents: string;
  readonly isDemo: boolean;
  readonly source: string;
}

/** The same from a day (local) on; null is from the beginning. */
export interface NewPrice extends ToldPrice {
  readonly validFrom: string | null;
}

/** Keeps the prices of courses: one follows the other, none is changed, and what was committed keeps its amount. */
@Injectable()
export class PriceListService {
  constructor(
    @Inject(Audit) private readonly audit: Audit,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(Database) private readonly db: Database,
  ) {}

  /**
   * Adds a price to those of a course.
   * @returns its id
   * @throws DomainError 'not-found', 'price-from-that-day' or 'price-too-far-ahead'
   */
  add(actor: Actor, courseId: string, price: NewPrice): Promise<string> {
    return this.db.transaction(actor, async (tx) => {
      await this.lock(tx, courseId);
      const fault = newPriceFault(await tx.findBy(CoursePrice, { courseId }), price.validFrom, this.today());
      if (fault) throw new DomainError(fault);
      return this.insert(tx, actor, courseId, price);
    });
  }

  /**
   * Takes a price off the list, as if it had never stood there; the audit trail keeps it.
   * @throws DomainError 'not-found'
   */
  withdraw(actor: Actor, courseId: string, id: string): Promise<void> {
    return this.db.transaction(actor, async (tx) => {
      await this.lock(tx, courseId);
      const price = await tx.findOneBy(CoursePrice, { id, courseId });
      if (!price) throw new DomainError('not-found');
      await this.remove(tx, actor, price);
    });
  }

  /**
   * Makes the list say what a file tells of a course, whose lock the caller holds. A price that a file tells without a
   * day, and that does not hold today already, holds from today on. Answers what that changed.
   */
  async bringIn(
    tx: Tx,
    actor: Actor,
    courseId: string,
    { validFrom, ...told }: ToldPrice & { readonly validFrom: string | null },
  ): Promise<Change[]> {
    const prices = await tx.findBy(CoursePrice, { courseId });
    const holding = priceOn(prices, validFrom ?? this.today());
    if (holding && isSame(holding, told) && (validFrom === null || holding.validFrom === validFrom))
      return [];
    const day = validFrom ?? untoldValidFrom(prices, this.today());
    const replaced = prices.find((price) => price.validFrom === day);
    if (replaced) await this.remove(tx, actor, replaced);
    await this.insert(tx, actor, courseId, { ...told, validFrom: day });
    return [{ field: 'priceCents', before: holding?.priceCents ?? null, after: told.priceCents }];
  }

  private async insert(tx: Tx, actor: Actor, courseId: string, price: NewPrice): Promise<string> {
    const id = newId(this.clock.now());
    await tx.insert(CoursePrice, { id, courseId, regionId: actor.regionId!, ...price });
    await this.audit.record(tx, {
      ...({ actor, action: 'addPrice', subjectType: 'course-price', subjectId: courseId } as const),
      after: { ...price },
    });
    return id;
  }

  private async remove(tx: Tx, actor: Actor, price: CoursePrice): Promise<void> {
    const { id, courseId, validFrom, priceCents, isDemo, source } = price;
    await tx.delete(CoursePrice, { id });
    await this.audit.record(tx, {
      ...({ actor, action: 'withdrawPrice', subjectType: 'course-price', subjectId: courseId } as const),
      before: { validFrom, priceCents, isDemo, source },
    });
  }

  private async lock(tx: Tx, courseId: string): Promise<void> {
    const course = await tx.findOne(Course, { where: { id: courseId }, lock: FOR_CHANGE });
    if (!course) throw new DomainError('not-found');
  }

  private today(): string {
    return localDateOf(this.clock.now());
  }
}

function isSame(one: ToldPrice, other: ToldPrice): boolean {
  return one.priceCents === other.priceCents && one.isDemo === other.isDemo && one.source === other.source;
}
