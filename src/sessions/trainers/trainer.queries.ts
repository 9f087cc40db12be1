import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../../shared/actor.js';
import { Clock } from '../../platform/clock.js';
import { Database } from '../../platform/database/database.js';
import { pageOf, type Paged } from '../../platform/database/paged.js';
import { DomainError } from '../../platform/errors/domain-error.js';
import type { TrainerBooking } from './trainer-bookings.queries.js';
import type { Absence, DayHours } from './trainer-times.rules.js';

interface Slice {
  readonly page: number;
  readonly pageSize: number;
}

export interface TrainerRow {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly providerId: string;
  readonly provider: string;
  /** From when on nobody plans with the trainer any more; null while one can. */
  readonly archivedAt: Date | null;
  readonly version: number;
  /** The courses that the trainer can give, by title; none for all. */
  readonly courses: readonly { readonly id: string; readonly title: string }[];
  /** The weekdays on which the trainer works, in order; none for at all times. */
  readonly hours: readonly DayHours[];
}

export interface AbsenceRow extends Absence {
  readonly id: string;
}

const OUTSIDE_SHOWN = 50;

const OUTSIDE_HOURS = `
  select s.id "sessionId", c.title course, p.local_date::text date, left(p.start_time::text, 5) "startTime",
    left(p.end_time::text, 5) "endTime"
  from session_part_trainer b join session_part p on p.id = b.part_id
  join session s on s.id = p.session_id join course c on c.id = s.course_id
  where b.trainer_id = $1 and not p.called_off and p.ends_at > $2
    and exists (select from trainer_hours h where h.trainer_id = $1)
    and not exists (select from trainer_hours h where h.trainer_id = $1
      and h.weekday = extract(isodow from p.local_date) and h.start_time <= p.start_time and p.end_time <= h.end_time)
  order by p.starts_at, p.id limit $3`;

const TRAINER = `t.id, t.name, t.email, t.provider_id "providerId", v.name provider, t.archived_at "archivedAt", t.version,
  (select coalesce(json_agg(json_build_object('id', c.id, 'title', c.title) order by c.title), '[]')
    from trainer_skill s join course c on c.id = s.course_id where s.trainer_id = t.id) courses,
  (select coalesce(json_agg(json_build_object('weekday', h.weekday, 'startTime', left(h.start_time::text, 5),
    'endTime', left(h.end_time::text, 5)) order by h.weekday), '[]')
    from trainer_hours h where h.trainer_id = t.id) hours`;

const FROM = 'from trainer t join provider v on v.id = t.provider_id';

/** Who can give sessions, and when. A trainer sees only the own row. */
@Injectable()
export class TrainerQueries {
  constructor(
    @Inject(Database) private readonly db: Database,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  trainers(actor: Actor, q: string | null, slice: Slice): Promise<Paged<TrainerRow>> {
    return this.db.read(actor, (tx) =>
      pageOf<TrainerRow>(
        tx,
        {
          select: TRAINER,
          from: `${FROM} where t.region_id = $1
            and ($2::text is null or position(lower($2) in lower(t.name || ' ' || v.name)) > 0)`,
          orderBy: 't.archived_at is not null, lower(t.name), t.id',
          params: [actor.regionId, q],
        },
        slice,
      ),
    );
  }

  /** @throws DomainError 'not-found', also for a trainer who asks about another one */
  async trainer(actor: Actor, id: string): Promise<TrainerRow> {
    const own = actor.role === 'trainer' ? actor.trainerId : null;
    const rows = await this.db.read(actor, (tx) =>
      tx.query<TrainerRow[]>(
        `select ${TRAINER} ${FROM} where t.id = $1 and t.region_id = $2 and ($3::uuid is null or t.id = $3)`,
        [id, actor.regionId, own],
      ),
    );
    if (!rows[0]) throw new DomainError('not-found');
    return rows[0];
  }

  /** The absences of a trainer that are not over, the first one first. */
  absences(actor: Actor, trainerId: string, slice: Slice): Promise<Paged<AbsenceRow>> {
    return this.db.read(actor, (tx) =>
      pageOf<AbsenceRow>(
        tx,
        {
          select: `id, first_date::text "firstDate", left(start_time::text, 5) "startTime",
            last_date::text "lastDate", left(end_time::text, 5) "endTime"`,
          from: 'from trainer_absence where trainer_id = $1 and upper(during) > $2',
          orderBy: 'lower(during), id',
          params: [trainerId, this.clock.now()],
        },
        slice,
      ),
    );
  }

  /** What a trainer gives that is still to come and not within the hours, the first one first, at most fifty. */
  outsideHours(actor: Actor, trainerId: string): Promise<TrainerBooking[]> {
    return this.db.read(actor, (tx) =>
      tx.query<TrainerBooking[]>(OUTSIDE_HOURS, [trainerId, this.clock.now(), OUTSIDE_SHOWN]),
    );
  }

  /** The providers that a trainer can work for. */
  providers(actor: Actor): Promise<{ id: string; name: string }[]> {
    return this.db.read(actor, (tx) =>
      tx.query<{ id: string; name: string }[]>(
        'select id, name from provider where region_id = $1 order by lower(name), id',
        [actor.regionId],
      ),
    );
  }

  /** The courses that a trainer can be said to give. */
  courses(actor: Actor): Promise<{ id: string; title: string }[]> {
    return this.db.read(actor, (tx) =>
      tx.query<{ id: string; title: string }[]>(
        'select id, title from course where region_id = $1 and is_active order by title, id',
        [actor.regionId],
      ),
    );
  }
}
