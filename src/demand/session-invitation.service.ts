import { Inject, Injectable } from '@nestjs/common';
import { appointmentValues } from '../enrolment/appointment.letters.js';
import { appointments } from '../enrolment/appointment.queries.js';
import { Audit } from '../platform/audit/audit.js';
import { Clock } from '../platform/clock.js';
import { CONFIG, type Config } from '../platform/config/config.js';
import { Database, FOR_CHANGE, type Tx } from '../platform/database/database.js';
import { insertRows } from '../platform/database/insert-rows.js';
import { TRANSLATOR, type Translator } from '../platform/i18n/translator.js';
import { Postbox, type Post } from '../platform/mail/postbox.js';
import { wordsFor } from '../wording/words.js';
import { takesEnrolments } from '../sessions/session-life.rules.js';
import { systemActor } from '../shared/actor.js';
import { DemandAnswer } from './demand-answer.entity.js';
import { invitedInVain, nextInvitees, type Invited } from './invitation.queries.js';
import { calledOffLetter, invitationLetter } from './invitation.letters.js';

const BATCH = 100;

/** Invites those who asked for a course to the session that answers them. */
@Injectable()
export class SessionInvitations {
  constructor(
    @Inject(Database) private readonly db: Database,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
    @Inject(TRANSLATOR) private readonly translator: Translator,
    @Inject(Audit) private readonly audit: Audit,
    @Inject(Postbox) private readonly postbox: Postbox,
  ) {}

  /** Invites everyone who asks at this moment, once; a session that answers no demand, or has invited, invites nobody. */
  async invite(sessionId: string): Promise<void> {
    while (await this.db.transaction(systemActor, (tx) => this.inviteSome(tx, sessionId)));
  }

  /** Tells who was invited and did not enrol that the session is called off; who did enrol hears it as such. */
  async tellCalledOff(sessionId: string): Promise<void> {
    await this.db.transaction(systemActor, async (tx) => {
      // Invitations that are being written are waited for, so that nobody is missed.
      const answer = await tx.findOne(DemandAnswer, { where: { sessionId }, lock: FOR_CHANGE });
      if (!answer) return;
      const appointment = (await appointments(tx, [sessionId])).get(sessionId)!;
      for (const person of await invitedInVain(tx, sessionId))
        await this.post(tx, answer, person, {
          key: `demand.called-off:${sessionId}:${person.professionalId}`,
          ...{ reason: 'session.cancelled', template: 'demand-called-off' },
          letter: calledOffLetter(person, appointment, this.config.publicUrl, this.translator(person.locale)),
        });
    });
  }

  /** Whether there may be more to invite. */
  private async inviteSome(tx: Tx, sessionId: string): Promise<boolean> {
    const answer = await tx.findOne(DemandAnswer, { where: { sessionId }, lock: FOR_CHANGE });
    if (!answer || answer.invitedAt) return false;
    const now = this.clock.now();
    const appointment = (await appointments(tx, [sessionId])).get(sessionId)!;
    // A session that was called off meanwhile, or has begun, is nothing to invite to.
    if (!takesEnrolments(appointment, now)) return false;
    const on = appointment.parts[0]!.date;
    const people = await nextInvitees(tx, { id: sessionId, on }, now, BATCH);
    await insertRows(
      tx,
      'session_invitation',
      people.map(({ professionalId }) => ({
        ...{ session_id: sessionId, professional_id: professionalId },
        ...{ invited_by: answer.madeBy, invited_at: now },
      })),
    );
    for (const person of people) {
      const { name, locale, municipalityId } = person;
      const t = this.translator(locale);
      const mail = { regionId: answer.regionId, municipalityId, locale, kind: 'session-invitation' as const };
      const words = await wordsFor(tx, mail, appointmentValues(name, appointment, locale, t));
      await this.post(tx, answer, person, {
        key: `demand.invited:${sessionId}:${person.professionalId}`,
        ...{ reason: 'session.opened', template: 'demand-invitation' },
        letter: invitationLetter(person, words, appointment, this.config.publicUrl, t),
      });
    }
    if (people.length === BATCH) return true;
    await this.finish(tx, answer, now);
    return false;
  }

  private async post(
    tx: Tx,
    { sessionId, regionId }: DemandAnswer,
    person: Invited,
    mail: Pick<Post, 'key' | 'reason' | 'template' | 'letter'>,
  ): Promise<void> {
    const { professionalId, municipalityId, name, email, locale } = person;
    await this.postbox.post(tx, {
      ...{ regionId, municipalityId, professionalId, sessionId, locale },
      ...mail,
      to: { name, address: email },
      calendar: null,
    });
  }

  private async finish(tx: Tx, { sessionId, regionId }: DemandAnswer, now: Date): Promise<void> {
    await tx.update(DemandAnswer, { sessionId }, { invitedAt: now });
    const [counted] = await tx.query<{ invited: number }[]>(
      'select count(*)::int invited from session_invitation where session_id = $1',
      [sessionId],
    );
    await this.audit.record(tx, {
      actor: { ...systemActor, regionId },
      ...{ action: 'launch', subjectType: 'session', subjectId: sessionId },
      after: { invited: counted!.invited },
    });
  }
}
