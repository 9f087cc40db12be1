import { Inject, Injectable } from '@nestjs/common';
import { systemActor } from '../shared/actor.js';
import { Clock } from '../platform/clock.js';
import { CONFIG, type Config } from '../platform/config/config.js';
import { Database, type Tx } from '../platform/database/database.js';
import { formatInstant } from '../platform/i18n/format.js';
import { TRANSLATOR, type Translate, type Translator } from '../platform/i18n/translator.js';
import type { Letter } from '../platform/mail/letter.js';
import { addressWith } from '../platform/mail/inbound-address.rules.js';
import { Postbox, type Post } from '../platform/mail/postbox.js';
import type { MailKind, Values } from '../wording/mail-kinds.rules.js';
import { wordsFor, type Words } from '../wording/words.js';
import { appointmentCalendar } from './appointment-calendar.js';
import { appointmentValues } from './appointment.letters.js';
import { appointments, type Appointment } from './appointment.queries.js';
import { approversOf, type Approver } from './decision.queries.js';
import { DecisionLinks } from './decision-links.service.js';
import {
  approvalLetter,
  calledOffLetter,
  cancelledLetter,
  confirmedLetter,
  endedLetter,
  handedOverLetter,
  movedLetter,
  offeredLetter,
  requestedLetter,
  waitlistedLetter,
  type Addressed,
} from './enrolment.letters.js';
import { EntryCodes } from './entry-codes.service.js';
import { overtakenBy } from './overtaken-mail.rules.js';
import { activeParticipants, participants, type Participant } from './participant.queries.js';
import { waitingPositions } from './waiting.queries.js';

interface Mail {
  readonly key: string;
  readonly reason: Post['reason'];
  readonly kind: MailKind;
  /** What the words of this mail can name beside who it is to and the session. */
  readonly values?: Values;
  readonly letter: (to: Addressed, words: Words, t: Translate) => Letter;
  readonly calendar: 'REQUEST' | 'CANCEL' | null;
  readonly holdsSecret?: true;
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
    @Inject(DecisionLinks) private readonly links: DecisionLinks,
    @Inject(EntryCodes) private readonly codes: EntryCodes,
  ) {}

  /** A seat, straight away or after waiting, with the calendar invitation. */
  async tellConfirmed(enrolmentId: string): Promise<void> {
    await this.tellOne(enrolmentId, async (who, appointment, tx) => {
      // Who walks in while it is going on needs no invitation.
      if (who.status !== 'confirmed' || this.clock.now() >= appointment.firstStartsAt) return null;
      const codesOf = await this.codes.forSessions(tx, [appointment.sessionId]);
      const codes = codesOf(who, appointment.parts);
      return {
        key: appointmentKey(who, appointment),
        reason: 'enrolment.confirmed',
        kind: 'enrolment-confirmed',
        letter: (to, words, t) => confirmedLetter(to, words, { enrolmentId, codes }, t),
        calendar: 'REQUEST',
      };
    });
  }

  async tellWaitlisted(enrolmentId: string): Promise<void> {
    await this.tellOne(enrolmentId, async (_who, _appointment, tx) => {
      const position = (await waitingPositions(tx, [enrolmentId])).get(enrolmentId);
      return position === undefined
        ? null
        : {
            key: `enrolment.waitlisted:${enrolmentId}`,
            reason: 'enrolment.waitlisted',
            kind: 'enrolment-waitlisted',
            values: { position: String(position) },
            letter: (to, words, t) => waitlistedLetter(to, words, position, t),
            calendar: null,
          };
    });
  }

  /** Tells the professional who decides, and asks them. */
  async tellRequested(enrolmentId: string): Promise<void> {
    await this.tellOne(enrolmentId, async (who, appointment, tx) => {
      if (who.status !== 'requested') return null;
      const approvers = await approversOf(tx, enrolmentId);
      for (const approver of approvers) await this.askApproval(tx, who, appointment, approver);
      return {
        key: `enrolment.requested:${enrolmentId}`,
        reason: 'enrolment.requested',
        kind: 'enrolment-requested',
        letter: (to, words, t) => requestedLetter(to, words, approvers, t),
        calendar: null,
      };
    });
  }

  /** Offers a seat that became free, with a link to answer. */
  async tellOffered(enrolmentId: string): Promise<void> {
    await this.tellOne(enrolmentId, async (who, _appointment, tx) => {
      if (who.status !== 'offered') return null;
      const until = formatInstant(who.offerExpiresAt!, who.locale);
      const url = await this.links.make(tx, enrolmentId, null);
      return {
        key: `enrolment.offered:${enrolmentId}:${who.offerExpiresAt!.toISOString()}`,
        reason: 'enrolment.offered',
        kind: 'enrolment-offered',
        values: { until },
        letter: (to, words, t) => offeredLetter(to, words, until, url, t),
        calendar: null,
        holdsSecret: true,
      };
    });
  }

  async tellCancelled(enrolmentId: string): Promise<void> {
    await this.tellOne(enrolmentId, (who) => ({
      key: `enrolment.cancelled:${enrolmentId}`,
      reason: 'enrolment.cancelled',
      ...endOf(who),
      calendar: who.confirmedAt === null ? null : 'CANCEL',
    }));
  }

  /**
   * Everyone with a seat gets the invitation anew; who waits gets the news of another time or place, and not of another
   * trainer or joining link.
   */
  async tellMoved(sessionId: string, news: 'moved' | 'changed'): Promise<void> {
    await this.db.transaction(systemActor, async (tx) => {
      const appointment = (await appointments(tx, [sessionId])).get(sessionId)!;
      const codesOf = await this.codes.forSessions(tx, [sessionId]);
      for (const who of await activeParticipants(tx, sessionId)) {
        const { status } = who;
        const hasSeat = status === 'confirmed';
        const codes = hasSeat ? codesOf(who, appointment.parts) : null;
        if (news === 'changed' && !hasSeat) continue;
        await this.post(tx, who, appointment, {
          key: hasSeat
            ? appointmentKey(who, appointment)
            : `enrolment.moved:${who.enrolmentId}:${appointment.sequence}`,
          reason: `session.${news}`,
          kind: `session-${news}`,
          letter: (to, words, t) => movedLetter(to, words, { status, codes }, t),
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
          kind: 'enrolment-no-seat',
          letter: endedLetter,
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
      kind: 'session-cancelled',
      letter: (to, words, t) => calledOffLetter(to, words, who.status, t),
      calendar: hadSeat ? 'CANCEL' : null,
    });
  }

  private async tellOne(
    enrolmentId: string,
    write: (who: Participant, appointment: Appointment, tx: Tx) => Mail | null | Promise<Mail | null>,
  ): Promise<void> {
    await this.db.transaction(systemActor, async (tx) => {
      const [who] = await participants(tx, [enrolmentId]);
      if (!who) return;
      const appointment = (await appointments(tx, [who.sessionId])).get(who.sessionId)!;
      const mail = await write(who, appointment, tx);
      if (mail) await this.post(tx, who, appointment, mail);
    });
  }

  private async askApproval(tx: Tx, who: Participant, appointment: Appointment, approver: Approver) {
    const { name, email, locale, accountId } = approver;
    const to = { name, locale, appointment, publicUrl: this.config.publicUrl };
    const url = await this.links.make(tx, who.enrolmentId, approver);
    await this.postbox.post(tx, {
      ...{
        key: `enrolment.approval:${who.enrolmentId}:${accountId ?? 'organisation'}`,
        reason: 'enrolment.requested',
      },
      ...{ template: 'enrolment-approval', locale, to: { name, address: email }, calendar: null },
      letter: approvalLetter(to, approver, who.name, url, this.translator(locale)),
      ...{ regionId: who.regionId, municipalityId: who.municipalityId, sessionId: who.sessionId },
      // The mail is the approver's own; the professional does not see it among theirs.
      professionalId: null,
      enrolmentId: who.enrolmentId,
      holdsSecret: true,
    });
  }

  private async post(tx: Tx, who: Participant, appointment: Appointment, mail: Mail): Promise<void> {
    const { regionId, municipalityId, professionalId, sessionId, locale, name } = who;
    const { key, reason, kind } = mail;
    const t = this.translator(locale);
    const values = { ...appointmentValues(name, appointment, locale, t), ...mail.values };
    const words = await wordsFor(tx, { regionId, municipalityId, kind, locale }, values);
    const letter = mail.letter({ name, locale, appointment, publicUrl: this.config.publicUrl }, words, t);
    const calendar = mail.calendar && this.calendar(who, appointment, mail.calendar);
    const to = { name, address: who.email };
    const template = reason.replace('.', '-');
    await this.postbox.post(tx, {
      ...{ key, reason, template, letter, to, calendar },
      ...{ regionId, municipalityId, professionalId, sessionId, locale },
      ...{ enrolmentId: who.enrolmentId, overtakes: overtakenBy(reason) },
      ...(mail.holdsSecret && { holdsSecret: true }),
    });
  }

  private calendar(
    who: Participant,
    appointment: Appointment,
    method: 'REQUEST' | 'CANCEL',
  ): NonNullable<Post['calendar']> {
    const { inboundAddress, mailFrom, publicUrl } = this.config;
    const file = appointmentCalendar(appointment, {
      ...{ method, publicUrl, enrolmentId: who.enrolmentId },
      attendee: { name: who.name, email: who.email },
      organizer: {
        name: 'Leerlijn',
        // Calendars answer to the organizer.
        email: inboundAddress && who.answerToken ? addressWith(who.answerToken, inboundAddress) : mailFrom,
      },
      stampedAt: this.clock.now(),
    });
    return { method, file };
  }
}

/** One mail per person and version of the appointment: who was confirmed after a move needs no news of the move. */
function appointmentKey({ enrolmentId }: Participant, { sequence }: Appointment): string {
  return `enrolment.appointment:${enrolmentId}:${sequence}`;
}

/** Which mail tells how an enrolment ended. */
function endOf({ endReason, confirmedAt }: Participant): Pick<Mail, 'kind' | 'letter'> {
  const hadSeat = confirmedAt !== null;
  const cancelled: Mail['letter'] = (to, words, t) => cancelledLetter(to, words, hadSeat, t);
  if (endReason === 'rejected' || endReason === 'offer-expired')
    return { kind: `enrolment-${endReason}`, letter: endedLetter };
  if (endReason === 'substituted') return { kind: 'enrolment-handed-over', letter: handedOverLetter };
  if (endReason === 'transferred') return { kind: 'enrolment-transferred', letter: cancelled };
  return { kind: hadSeat ? 'enrolment-cancelled' : 'enrolment-wait-ended', letter: cancelled };
}
