import { Inject, Injectable } from '@nestjs/common';
import { hashToken } from '../access/tokens.rules.js';
import { appointmentValues } from '../enrolment/appointment.letters.js';
import { appointments, type Appointment } from '../enrolment/appointment.queries.js';
import { Clock } from '../platform/clock.js';
import { CONFIG, type Config } from '../platform/config/config.js';
import { Database, type Tx } from '../platform/database/database.js';
import { insertRows } from '../platform/database/insert-rows.js';
import { TRANSLATOR, type Translator } from '../platform/i18n/translator.js';
import { Postbox, type Post } from '../platform/mail/postbox.js';
import { systemActor } from '../shared/actor.js';
import { newId, newToken } from '../shared/ids.js';
import { wordsFor } from '../wording/words.js';
import {
  daysAgo,
  isTimeToAsk,
  KEPT_DAYS,
  LINK_DAYS,
  REMIND_DAYS,
  timeToAsk,
  timeToRemindBefore,
} from './asking.rules.js';
import {
  askedBefore,
  closedSession,
  peopleToAsk,
  peopleToRemind,
  sessionsToAsk,
  stillToRemind,
  type Asked,
  type DueSession,
  type Reminded,
} from './due-questions.queries.js';
import { evaluationLetter } from './evaluation.letters.js';
import type { Moment } from './question.rules.js';

type AskedSession = Pick<DueSession, 'sessionId' | 'courseId' | 'regionId'>;
type Kind = Moment | 'reminder' | 'before-reminder';

/** Mails participants a link to the questions about their training, once per moment, and one reminder. */
@Injectable()
export class AskingService {
  constructor(
    @Inject(Database) private readonly db: Database,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
    @Inject(TRANSLATOR) private readonly translator: Translator,
    @Inject(Postbox) private readonly postbox: Postbox,
  ) {}

  /** Thanks whoever came to a session that was closed, and asks what they thought of it. */
  async askAfter(sessionId: string): Promise<void> {
    const session = await this.db.read(systemActor, (tx) => closedSession(tx, sessionId));
    if (session) await this.askEveryone(session, 'after', null);
  }

  /** Asks and reminds whoever it is time for; several workers may run this at once. */
  async askDue(): Promise<void> {
    const now = this.clock.now();
    for (const session of await this.db.read(systemActor, (tx) => sessionsToAsk(tx, now))) {
      if (!isTimeToAsk(session, session.askedFrom, now)) continue;
      const isTooLate = timeToAsk(session).from < session.askedFrom;
      await this.askEveryone(session, session.moment, isTooLate ? session.askedFrom : null);
    }
    const over = (tx: Tx) => peopleToRemind(tx, daysAgo(now, REMIND_DAYS), daysAgo(now, LINK_DAYS));
    await this.remind('reminder', over);
    const toCome = await this.db.read(systemActor, (tx) => askedBefore(tx, now));
    const due = toCome.filter(({ askedAt, firstStartsAt }) => {
      const time = timeToRemindBefore(askedAt, firstStartsAt);
      return time !== null && time <= now;
    });
    const ids = due.map(({ invitationId }) => invitationId);
    await this.remind('before-reminder', (tx) => stillToRemind(tx, ids));
  }

  /** Forgets who was asked about what is over, long after a link works; counts and comments do not know them. */
  async forgetInvitations(): Promise<void> {
    const now = this.clock.now();
    await this.db.transaction(systemActor, (tx) =>
      tx.query(
        `delete from evaluation_invitation i where i.asked_at < $1 and not exists (
           select from enrolment e join session_part p on p.session_id = e.session_id
           where e.id = i.enrolment_id and p.starts_at > $2)`,
        [daysAgo(now, KEPT_DAYS), now],
      ),
    );
  }

  private async askEveryone(session: AskedSession, moment: Moment, seatedSince: Date | null): Promise<void> {
    while (
      await this.db.transaction(systemActor, async (tx) => {
        const people = await peopleToAsk(tx, session.sessionId, moment, seatedSince);
        if (people.length > 0) await this.ask(tx, session, moment, people);
        return people.length > 0;
      })
    );
  }

  private async ask(
    tx: Tx,
    { sessionId, courseId, regionId }: AskedSession,
    moment: Moment,
    people: readonly Asked[],
  ): Promise<void> {
    const now = this.clock.now();
    const rows = people.map(({ enrolmentId, municipalityId }) => ({
      ...{ id: newId(now), region_id: regionId, municipality_id: municipalityId },
      ...{ enrolment_id: enrolmentId, moment, asked_at: now },
    }));
    // Another worker may ask the same people: each is asked by the one whose row it is.
    const asked = await tx.query<{ id: string; enrolmentId: string }[]>(
      `insert into evaluation_invitation (id, region_id, municipality_id, enrolment_id, moment, asked_at)
       select id, region_id, municipality_id, enrolment_id, moment, asked_at
       from json_populate_recordset(null::evaluation_invitation, $1)
       on conflict on constraint evaluation_invitation_once do nothing returning id, enrolment_id "enrolmentId"`,
      [JSON.stringify(rows)],
    );
    const idOf = new Map(asked.map(({ id, enrolmentId }) => [enrolmentId, id]));
    const invited = people.flatMap((person) => {
      const invitationId = idOf.get(person.enrolmentId);
      return invitationId ? [{ ...person, invitationId, sessionId, regionId }] : [];
    });
    await this.mail(tx, moment, invited);
    await tx.query(
      `insert into evaluation_box (course_id, moment, region_id, asked, answered, waiting) values ($1, $2, $3, $4, 0, 0)
       on conflict (course_id, moment) do update set asked = evaluation_box.asked + excluded.asked`,
      [courseId, moment, regionId, invited.length],
    );
  }

  /** A few people at a time, for as long as there are any. */
  private async remind(kind: Kind, next: (tx: Tx) => Promise<readonly Reminded[]>): Promise<void> {
    while (
      await this.db.transaction(systemActor, async (tx) => {
        const people = await next(tx);
        await this.mail(tx, kind, people);
        await tx.query('update evaluation_invitation set reminded_at = $2 where id = any($1)', [
          people.map(({ invitationId }) => invitationId),
          this.clock.now(),
        ]);
        return people.length > 0;
      })
    );
  }

  /** A letter with a link of its own for each of these people: of an earlier link only the hash is known. */
  private async mail(tx: Tx, kind: Kind, people: readonly Reminded[]): Promise<void> {
    const sessions = await appointments(tx, [...new Set(people.map(({ sessionId }) => sessionId))]);
    const tokens = people.map(() => newToken());
    await insertRows(
      tx,
      'evaluation_link',
      people.map(({ invitationId }, index) => ({
        ...{ token_hash: hashToken(tokens[index]!), invitation_id: invitationId },
      })),
    );
    for (const [index, person] of people.entries())
      await this.post(tx, kind, person, sessions.get(person.sessionId)!, tokens[index]!);
  }

  private async post(
    tx: Tx,
    kind: Kind,
    person: Reminded,
    appointment: Appointment,
    token: string,
  ): Promise<void> {
    const { regionId, municipalityId, professionalId, sessionId, enrolmentId, locale, name, email } = person;
    const t = this.translator(locale);
    const mail = { regionId, municipalityId, locale, kind: `evaluation-${kind}` as const };
    const words = await wordsFor(tx, mail, appointmentValues(name, appointment, locale, t));
    const isReminder = kind === 'reminder' || kind === 'before-reminder';
    const reason: Post['reason'] = isReminder ? 'evaluation.reminded' : 'evaluation.asked';
    await this.postbox.post(tx, {
      ...{ regionId, municipalityId, professionalId, sessionId, enrolmentId, locale, reason },
      key: `${reason}:${person.invitationId}`,
      template: mail.kind,
      to: { name, address: email },
      letter: evaluationLetter(name, words, `${this.config.publicUrl}/evaluation-answers/${token}`, t),
      holdsSecret: true,
      calendar: null,
    });
  }
}
