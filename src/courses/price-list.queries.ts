import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../shared/actor.js';
import { Database } from '../platform/database/database.js';
import { DomainError } from '../platform/errors/domain-error.js';
import { periodsOf, type ListedPrice, type PricePeriod } from './price-list.rules.js';

/** A price of a course with who tells so. */
export interface PriceRow extends ListedPrice {
  readonly id: string;
  readonly source: string;
}

/** The prices of a course as JSON, in SQL that may join any table; none for who may not see them. */
export const pricesOf = (course: string) => `
  coalesce((select json_agg(json_build_object('validFrom', p.valid_from, 'priceCents', p.price_cents::text, 'isDemo', p.is_demo))
    from course_price p where p.course_id = ${course}), '[]')`;

@Injectable()
export class PriceListQueries {
  constructor(@Inject(Database) private readonly db: Database) {}

  /** Every price of a course in the order of their days, with until when it holds. */
  async ofCourse(actor: Actor, courseId: string): Promise<PricePeriod<PriceRow>[]> {
    const rows = await this.db.read(actor, (tx) =>
      tx.query<PriceRow[]>(
        `select id, valid_from::text "validFrom", price_cents "priceCents", is_demo "isDemo", source
         from course_price where course_id = $1`,
        [courseId],
      ),
    );
    return periodsOf(rows);
  }

  /** One price of a course. @throws DomainError 'not-found' */
  async price(actor: Actor, courseId: string, id: string): Promise<PricePeriod<PriceRow>> {
    const found = (await this.ofCourse(actor, courseId)).find((price) => price.id === id);
    if (!found) throw new DomainError('not-found');
    return found;
  }

  /** How many sessions that are not confirmed yet take their price from this one. */
  async sessionsAt(actor: Actor, courseId: string, price: PricePeriod<PriceRow>): Promise<number> {
    const [found] = await this.db.read(actor, (tx) =>
      tx.query<[{ count: number }]>(
        `select count(*)::int "count" from session s
         join lateral (select max(d.local_date) last from session_part d where d.session_id = s.id) d on true
         where s.course_id = $1 and s.status in ('draft', 'open')
           and not exists (select from session_price a where a.session_id = s.id)
           and ($2::date is null or d.last >= $2) and ($3::date is null or d.last <= $3)`,
        [courseId, price.validFrom, price.validUntil],
      ),
    );
    return found.count;
  }
}
