import { Inject, Injectable } from '@nestjs/common';
import { systemActor } from '../shared/actor.js';
import { Clock } from '../platform/clock.js';
import { CONFIG, type Config } from '../platform/config/config.js';
import { Database, type Tx } from '../platform/database/database.js';
import { TRANSLATOR, type Translator } from '../platform/i18n/translator.js';
import type { Letter } from '../platform/mail/letter.js';
import { Postbox, type Post } from '../platform/mail/postbox.js';
import { appointmentCalendar } from './appointment-calendar.js';
import { appointments, type Appointment } from './appointment.queries.js';
import {
  calledOffLetter,
  cancelledLetter,
  confirmedLetter,
  movedLetter,
  noSeatLetter,
  waitlistedLetter,
  type Addressed,
} from './enrolment.letters.js';
import { activeParticipants, participants, type Participant } from './participant.queries.js';
import { waitingPositions } from './waiting.queries.js';

interface Mail {
  readonly key: string;
  readonly reason: string;
  readonly letter: Letter;
  readonly calendar: 'REQUEST' | 'CANCEL' | null;
}

/**
 * Tells people by mail what became of their enrolment. Each verb looks at what is true when it runs: news that time
 * has overtaken is not sent, and the key of each mail makes a second run change nothing.
 */
@Injectable()
export class EnrolmentMail {
  constructor(
    @Inject(Database) private readonly db: Database,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
    @Inject(TRANSLATOR) private readonly translator: Translator,
    @Inject(Postbox) private readonly postbox: Postbox,
  ) {}

  /** A seat, straight away or after waiting, with the calendar invitation. */
  async tellConfirmed(enrolmentId: string): Promise<void> {
    await this.tellOne(enrolmentId, (who, appointment, to) =>
      who.status === 'confirmed'
        ? {
            key: appointmentKey(who, appointment),
            reason: 'enrolment.confirmed',
            letter: confirmedLetter(to, this.translator(who.locale)),
            calendar: 'REQUEST',
          }
        : null,
    );
  }

  async tellWaitlisted(enrolmentId: string): Promise<void> {
    await this.tellOne(enrolmentId, async (who, _appointment, to, tx) => {
      const position = (await waitingPositions(tx, [enrolmentId])).get(enrolmentId);
      return position === undefined
        ? null
        : {
            key: `enrolment.waitlisted:${enrolmentId}`,
            reason: 'enrolment.waitlisted',
            letter: waitlistedLetter(to, position, this.translator(who.locale)),
            calendar: null,
          };
    });
  }

  async tellCancelled(enrolmentId: string): Promise<void> {
    await this.tellOne(enrolmentId, (who, _appointment, to) => {
      const hadSeat = who.confirmedAt !== null;
      return {
        key: `enrolment.cancelled:${enrolmentId}`,
        reason: 'enrolment.cancelled',
        letter: cancelledLetter(to, hadSeat, this.translator(who.locale)),
        calendar: hadSeat ? 'CANCEL' : null,
      };
    });
  }

  /** Everyone with a seat gets the invitation anew, everyone who waits gets the news. */
  async tellMoved(sessionId: string): Promise<void> {
    await this.db.transaction(systemActor, async (tx) => {
      const appointment = (await appointments(tx, [sessionId])).get(sessionId)!;
      for (const who of await activeParticipants(tx, sessionId)) {
        const hasSeat = who.status === 'confirmed';
        await this.post(tx, who, appointment, {
          key: hasSeat
            ? appointmentKey(who, appointment)
            : `enrolment.moved:${who.enrolmentId}:${appointment.sequence}`,
          reason: 'session.moved',
          letter: movedLetter(this.addressed(who, appointment), hasSeat, this.translator(who.locale)),
          calendar: hasSeat ? 'REQUEST' : null,
        });
      }
    });
  }

  /** Whoever still waited when the session was closed hears that there was no seat. */
  async tellNoSeat(sessionId: string): Promise<void> {
    await this.db.transaction(systemActor, async (tx) => {
      const appointment = (await appointments(tx, [sessionId])).get(sessionId)!;
      const people = await activeParticipants(tx, sessionId);
      for (const who of people.filter(({ status }) => status !== 'confirmed'))
        await this.post(tx, who, appointment, {
          key: `enrolment.no-seat:${who.enrolmentId}`,
          reason: 'enrolment.no-seat',
          letter: noSeatLetter(this.addressed(who, appointment), this.translator(who.locale)),
          calendar: null,
        });
    });
  }

  /** Posts, in the caller's transaction, that the session is called off to someone who had a seat or waited. */
  async postCalledOff(tx: Tx, who: Participant, appointment: Appointment): Promise<void> {
    const hadSeat = who.status === 'confirmed';
    await this.post(tx, who, appointment, {
      key: `session.cancelled:${who.enrolmentId}`,
      reason: 'session.cancelled',
      letter: calledOffLetter(this.addressed(who, appointment), hadSeat, this.translator(who.locale)),
      calendar: hadSeat ? 'CANCEL' : null,
    });
  }

  private async tellOne(
    enrolmentId: string,
    write: (
      who: Participant,
      appointment: Appointment,
      to: Addressed,
      tx: Tx,
    ) => Mail | null | Promise<Mail | null>,
  ): Promise<void> {
    await this.db.transaction(systemActor, async (tx) => {
      const [who] = await participants(tx, [enrolmentId]);
      if (!who) return;
      const appointment = (await appointments(tx, [who.sessionId])).get(who.sessionId)!;
      const mail = await write(who, appointment, this.addressed(who, appointment), tx);
      if (mail) await this.post(tx, who, appointment, mail);
    });
  }

  private addressed({ name, locale }: Participant, appointment: Appointment): Addressed {
    return { name, locale, appointment, publicUrl: this.config.publicUrl };
  }

  private async post(tx: Tx, who: Participant, appointment: Appointment, mail: Mail): Promise<void> {
    const { regionId, municipalityId, professionalId, sessionId, locale } = who;
    const { key, reason, letter } = mail;
    const calendar = mail.calendar && this.calendar(who, appointment, mail.calendar);
    const to = { name: who.name, address: who.email };
    const template = reason.replace('.', '-');
    await this.postbox.post(tx, {
      ...{ key, reason, template, letter, to, calendar },
      ...{ regionId, municipalityId, professionalId, sessionId, locale },
    });
  }

  private calendar(
    who: Participant,
    appointment: Appointment,
    method: 'REQUEST' | 'CANCEL',
  ): NonNullable<Post['calendar']> {
    const { mailFrom, publicUrl } = this.config;
    const file = appointmentCalendar(appointment, {
      ...{ method, publicUrl, enrolmentId: who.enrolmentId },
      attendee: { name: who.name, email: who.email },
      organizer: { name: 'Leerlijn', email: mailFrom },
      stampedAt: this.clock.now(),
    });
    return { method, file };
  }
}

/** One mail per person and version of the appointment: who was confirmed after a move needs no news of the move. */
function appointmentKey({ enrolmentId }: Participant, { sequence }: Appointment): string {
  return `enrolment.appointment:${enrolmentId}:${sequence}`;
}
