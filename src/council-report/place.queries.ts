import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import { DomainError } from '../platform/errors/domain-error.js';
import type { Actor } from '../shared/actor.js';
import { localDateOf } from '../shared/local-date.js';
import { hasBegun, type HalfYear } from './half-year.rules.js';
import type { Scope } from './report.rules.js';

/** Whom a report is about, as addresses and screens call it: the whole region, or a municipality by its CBS code. */
export interface Place extends Scope {
  readonly code: string;
  readonly name: string;
}

const REGION = 'region';

@Injectable()
export class PlaceQueries {
  constructor(
    @Inject(Clock) private readonly clock: Clock,
    @Inject(Database) private readonly db: Database,
  ) {}

  /** The places of which the actor may read reports: a contact only the own municipality. */
  async list(actor: Actor): Promise<Place[]> {
    const own = actor.role === 'contact' ? actor.municipalityId : null;
    const municipalities = await this.db.read(actor, (tx) =>
      tx.query<Place[]>(
        `select cbs_code code, name, id "municipalityId" from municipality
         where region_id = $1 and is_member and ($2::uuid is null or id = $2) order by name, id`,
        [actor.regionId, own],
      ),
    );
    const region = { code: REGION, name: actor.regionName ?? '', municipalityId: null };
    return own === null ? [region, ...municipalities] : municipalities;
  }

  /**
   * The place of a report.
   * @throws DomainError 'not-found' for a half-year that has not begun, and a place of which the actor may not read reports
   */
  async get(actor: Actor, halfYear: HalfYear, code: string): Promise<Place> {
    if (!hasBegun(halfYear, localDateOf(this.clock.now()))) throw new DomainError('not-found');
    const found = (await this.list(actor)).find((place) => place.code === code);
    if (!found) throw new DomainError('not-found');
    return found;
  }
}
