import { Inject, Injectable } from '@nestjs/common';
import { appointmentValues } from '../enrolment/appointment.letters.js';
import { appointments, type Appointment } from '../enrolment/appointment.queries.js';
import { EntryCodes, type EntryCode } from '../enrolment/entry-codes.service.js';
import { participants, type Participant } from '../enrolment/participant.queries.js';
import { systemActor } from '../shared/actor.js';
import { Clock } from '../platform/clock.js';
import { CONFIG, type Config } from '../platform/config/config.js';
import { Database, type Tx } from '../platform/database/database.js';
import { TRANSLATOR, type Translator } from '../platform/i18n/translator.js';
import { Postbox } from '../platform/mail/postbox.js';
import { wordsFor } from '../wording/words.js';
import { reminderLetter } from './reminder.letters.js';
import type { WithdrawnReason } from './reminder-status.rules.js';

interface DueReminder {
  readonly id: string;
  readonly enrolmentId: string;
}

/** What someone comes to, and with which codes. */
interface Coming {
  readonly appointment: Appointment;
  readonly codes: readonly EntryCode[];
}

const BATCH = 50;

/** Turns reminders that are due into mail: the row is marked sent in the transaction that writes the mail down. */
@Injectable()
export class ReminderSending {
  constructor(
    @Inject(Database) private readonly db: Database,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
    @Inject(TRANSLATOR) private readonly translator: Translator,
    @Inject(Postbox) private readonly postbox: Postbox,
    @Inject(EntryCodes) private readonly codes: EntryCodes,
  ) {}

  /** Handles every reminder that is due now. */
  async sendDue(): Promise<void> {
    while ((await this.db.transaction(systemActor, (tx) => this.sendBatch(tx))) === BATCH);
  }

  /** Several workers may run this at once: each claims rows that no other holds. Returns how many it handled. */
  private async sendBatch(tx: Tx): Promise<number> {
    const now = this.clock.now();
    const due = await tx.query<DueReminder[]>(
      `select id, enrolment_id "enrolmentId" from reminder where status = 'planned' and due_at <= $1
       order by due_at, id limit $2 for update skip locked`,
      [now, BATCH],
    );
    if (due.length === 0) return 0;
    const people = await participants(
      tx,
      due.map(({ enrolmentId }) => enrolmentId),
    );
    const byEnrolment = new Map(people.map((who) => [who.enrolmentId, who]));
    const sessionIds = people.map(({ sessionId }) => sessionId);
    const sessions = await appointments(tx, sessionIds);
    const codesOf = await this.codes.forSessions(tx, sessionIds);
    for (const reminder of due) {
      const who = byEnrolment.get(reminder.enrolmentId)!;
      const appointment = sessions.get(who.sessionId)!;
      await this.settle(tx, reminder, who, { appointment, codes: codesOf(who, appointment.parts) }, now);
    }
    return due.length;
  }

  private async settle(
    tx: Tx,
    { id }: DueReminder,
    who: Participant,
    coming: Coming,
    now: Date,
  ): Promise<void> {
    const reason = reasonNotToSend(who, coming.appointment, now);
    if (reason === null) await this.post(tx, id, who, coming);
    await tx.query('update reminder set status = $2, withdrawn_reason = $3 where id = $1', [
      id,
      reason === null ? 'sent' : 'withdrawn',
      reason,
    ]);
  }

  private async post(tx: Tx, id: string, who: Participant, { appointment, codes }: Coming): Promise<void> {
    const { regionId, municipalityId, professionalId, sessionId, enrolmentId, locale } = who;
    const t = this.translator(locale);
    const mail = { regionId, municipalityId, locale, kind: 'reminder' as const };
    const words = await wordsFor(tx, mail, appointmentValues(who.name, appointment, locale, t));
    await this.postbox.post(tx, {
      ...{ regionId, municipalityId, professionalId, sessionId, enrolmentId, locale },
      key: `reminder:${id}`,
      reason: 'reminder.due',
      template: 'reminder',
      to: { name: who.name, address: who.email },
      letter: reminderLetter(who, words, { appointment, codes, publicUrl: this.config.publicUrl }, t),
      calendar: null,
    });
  }
}

// What cancels a reminder withdraws it by a job of its own, which may not have run yet.
function reasonNotToSend(
  { status }: Participant,
  appointment: Appointment,
  now: Date,
): WithdrawnReason | null {
  if (appointment.status === 'cancelled') return 'session-cancelled';
  if (status !== 'confirmed') return 'enrolment-cancelled';
  return now >= appointment.firstStartsAt ? 'session-begun' : null;
}
