import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../shared/actor.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';

/** A part of a training that the reader has a seat in or waits for. Times are local, as HH:MM:SS. */
export interface OwnPartRow {
  readonly enrolment_id: string;
  readonly session_id: string;
  readonly status: 'requested' | 'waitlisted' | 'offered' | 'confirmed';
  readonly course_title: string;
  readonly local_date: string;
  readonly start_time: string;
  readonly end_time: string;
  /** The venue, its room where it has several, and its address; null for a part that is on line. */
  readonly place: string | null;
}

export interface OwnCertificateRow {
  readonly number: string;
  readonly course_title: string;
  readonly issued_on: string;
  readonly valid_until: string | null;
  /** Whether it is one of ours, of which there is a file. */
  readonly has_file: boolean;
}

/** A training of which the certificate waits for a follow-up day. */
export interface OwnWaitRow {
  readonly session_id: string;
  readonly course_title: string;
}

@Injectable()
export class ProfessionalHomeQueries {
  constructor(
    @Inject(Database) private readonly db: Database,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** The parts still to come of the reader's own trainings, in their order. */
  comingParts(actor: Actor): Promise<OwnPartRow[]> {
    return this.db.read(actor, (tx) =>
      tx.query<OwnPartRow[]>(
        `select e.id enrolment_id, s.id session_id, e.status, c.title course_title,
           p.local_date::text, p.start_time::text, p.end_time::text, nullif(concat_ws(', ', v.name, nullif(r.name, v.name), v.address), '') place
         from enrolment e
         join session s on s.id = e.session_id and s.status in ('open', 'confirmed')
         join course c on c.id = s.course_id
         join session_part p on p.session_id = s.id
         left join room r on r.id = p.room_id
         left join venue v on v.id = r.venue_id
         where e.professional_id = $1 and e.status <> 'cancelled' and p.ends_at > $2
           and (e.status = 'confirmed' or $2 < (select min(starts_at) from session_part where session_id = s.id))
         order by p.starts_at, e.id`,
        [actor.professionalId, this.clock.now()],
      ),
    );
  }

  /** What the reader followed and gets a certificate of after a follow-up day, the longest ago first. */
  waits(actor: Actor): Promise<OwnWaitRow[]> {
    return this.db.read(actor, (tx) =>
      tx.query<OwnWaitRow[]>(
        `select e.session_id, c.title course_title from certificate_wait w
         join enrolment e on e.id = w.enrolment_id join course c on c.id = w.course_id
         where w.professional_id = $1 order by w.since, w.enrolment_id`,
        [actor.professionalId],
      ),
    );
  }

  /** The reader's own certificates, the newest first, at most five. */
  certificates(actor: Actor): Promise<OwnCertificateRow[]> {
    return this.db.read(actor, (tx) =>
      tx.query<OwnCertificateRow[]>(
        `select number, course_title, issued_on::text, valid_until::text, source is null has_file from certificate
         where professional_id = $1 and revoked_at is null order by issued_on desc, id desc limit 5`,
        [actor.professionalId],
      ),
    );
  }
}
