import { Inject, Injectable } from '@nestjs/common';
import { systemActor, type Actor } from '../shared/actor.js';
import { addToDate, localDateOf } from '../shared/local-date.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import { bandOf, oddsOf, type Odds } from './waiting-odds.rules.js';

/** How far back it still says something. */
const YEARS = 2;

@Injectable()
export class WaitingOddsQueries {
  constructor(
    @Inject(Database) private readonly db: Database,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /**
   * For each of these places in a waiting list how people of the actor's region fared who began about there, in sessions
   * that are over. Who left the list without being asked tells nothing, nor does a session that was called off.
   */
  async odds(actor: Actor, positions: readonly number[]): Promise<ReadonlyMap<number, Odds | null>> {
    if (positions.length === 0) return new Map();
    const since = addToDate(localDateOf(this.clock.now()), { months: -12 * YEARS });
    // The figures count people whom the actor may not see, so the system asks; it tells only the numbers.
    const rows = await this.db.read(systemActor, (tx) =>
      tx.query<{ position: number; people: number; seated: number }[]>(
        `select e.first_waiting_position position, count(*)::int people,
           count(*) filter (where e.confirmed_at is not null or e.end_reason in ('declined', 'offer-expired'))::int seated
         from enrolment e join session s on s.id = e.session_id
         where e.region_id = $1 and s.status = 'closed' and e.first_waiting_position is not null and e.enrolled_at >= $2::date
           and (e.status <> 'cancelled' or e.confirmed_at is not null or e.end_reason in ('declined', 'offer-expired'))
         group by 1`,
        [actor.regionId, since],
      ),
    );
    return new Map(
      positions.map((position) => {
        const band = bandOf(position);
        const alike = rows.filter(
          (row) => row.position >= band.first && (band.last === null || row.position <= band.last),
        );
        const sum = (of: 'people' | 'seated') => alike.reduce((total, row) => total + row[of], 0);
        return [position, oddsOf(band, { people: sum('people'), seated: sum('seated') })] as const;
      }),
    );
  }
}
