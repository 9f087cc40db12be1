import { localeOfProfessional } from '../access/account-locale.queries.js';
import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '../platform/clock.js';
import { Database, type Tx } from '../platform/database/database.js';
import type { Actor } from '../shared/actor.js';
import { localDateOf } from '../shared/local-date.js';
import type { Locale } from '../shared/locale.js';
import { INVITEES } from './asked.queries.js';

/** Someone who was invited to a session, as a letter needs to know them. */
export interface Invited {
  readonly professionalId: string;
  readonly municipalityId: string;
  readonly name: string;
  readonly email: string;
  readonly locale: Locale;
}

/** Someone to invite to a session. */
export interface Invitee extends Invited {
  /** Where this person waits already, when the course allows one place at a time: from there one changes date. */
  readonly waitsAt: string | null;
}

const INVITED = `
  p.id "professionalId", p.municipality_id "municipalityId", p.name, p.email, 
  ${localeOfProfessional('p.id')} locale`;

@Injectable()
export class InvitationQueries {
  constructor(
    @Inject(Database) private readonly db: Database,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** How many people a session of this course would invite now, per municipality. */
  async invitees(actor: Actor, courseId: string): Promise<ReadonlyMap<string, number>> {
    const now = this.clock.now();
    const rows = await this.db.read(actor, (tx) =>
      tx.query<{ id: string; invited: number }[]>(
        `select p.municipality_id id, count(*)::int invited ${INVITEES('$1', '$2', '$3')} group by p.municipality_id`,
        [courseId, now, localDateOf(now)],
      ),
    );
    return new Map(rows.map(({ id, invited }) => [id, invited]));
  }
}

/**
 * The next people to invite to a session, who were not invited and have asked for no place in it; the transaction is
 * the system's. `on` is the local day on which the session begins.
 */
export function nextInvitees(
  tx: Tx,
  session: { readonly id: string; readonly on: string },
  now: Date,
  limit: number,
): Promise<Invitee[]> {
  return tx.query<Invitee[]>(
    `select ${INVITED},
       (select e.id from enrolment e where c.once_per_course and e.once_course_id = c.id and e.professional_id = p.id
        limit 1) "waitsAt"
     ${INVITEES('(select course_id from session where id = $1)', '$2', '$3')}
       and exists (select from session s where s.id = $1 and (s.organisation_id is null or s.organisation_id = p.organisation_id))
       and not exists (select from session_invitation i where i.session_id = $1 and i.professional_id = p.id)
       and not exists (select from enrolment e where e.session_id = $1 and e.professional_id = p.id and e.status <> 'cancelled')
     order by p.id limit $4`,
    [session.id, now, session.on, limit],
  );
}

/** Who was invited to a session and never enrolled in it; the transaction is the system's. */
export function invitedInVain(tx: Tx, sessionId: string): Promise<Invited[]> {
  return tx.query<Invited[]>(
    `select ${INVITED} from session_invitation i join professional p on p.id = i.professional_id
     where i.session_id = $1
       and not exists (select from enrolment e where e.session_id = $1 and e.professional_id = p.id)
     order by p.id`,
    [sessionId],
  );
}
