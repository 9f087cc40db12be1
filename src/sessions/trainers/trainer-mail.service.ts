import { Inject, Injectable } from '@nestjs/common';
import { systemActor } from '../../shared/actor.js';
import { Clock } from '../../platform/clock.js';
import { CONFIG, type Config } from '../../platform/config/config.js';
import { Database, type Tx } from '../../platform/database/database.js';
import { writeCalendarFile } from '../../platform/files/calendar-file.js';
import { TRANSLATOR, type Translator } from '../../platform/i18n/translator.js';
import { Postbox } from '../../platform/mail/postbox.js';
import { placeOf } from '../place.rules.js';
import {
  appointmentKeyOf,
  leftAppointment,
  trainerAppointments,
  trainersOfPart,
  type TrainerAppointment,
  type TrainerPart,
} from './trainer-appointment.queries.js';
import { trainerLetter, type TrainerNews } from './trainer.letters.js';

type Method = 'REQUEST' | 'CANCEL';

/**
 * Tells trainers by mail what they give, with the appointment for their calendar. Each verb looks at what is true when
 * it runs, and the key of each mail makes a second run change nothing. Nobody hears of a draft, nor of the end of what
 * they never heard of.
 */
@Injectable()
export class TrainerMail {
  constructor(
    @Inject(Database) private readonly db: Database,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
    @Inject(TRANSLATOR) private readonly translator: Translator,
    @Inject(Postbox) private readonly postbox: Postbox,
  ) {}

  /**
   * Everyone who gives a part hears when and where; with a part, only who gives that one: nothing changes for the others,
   * and who gives it no more hears that instead.
   */
  async tellPlanned(sessionId: string, partId: string | null): Promise<void> {
    await this.db.transaction(systemActor, async (tx) => {
      const concerned = partId === null ? null : await trainersOfPart(tx, partId);
      for (const to of await trainerAppointments(tx, sessionId))
        if (
          (to.status === 'open' || to.status === 'confirmed') &&
          (concerned?.includes(to.trainerId) ?? true)
        )
          await this.post(tx, to, to.told ? 'changed' : 'planned', {
            method: 'REQUEST',
            key: `${appointmentKeyOf(sessionId, to.trainerId)}${to.sequence}`,
          });
    });
  }

  /** A trainer who was told so hears that someone else gives a part now. */
  async tellLeft(partId: string, trainerId: string): Promise<void> {
    await this.db.transaction(systemActor, async (tx) => {
      const to = await leftAppointment(tx, partId, trainerId);
      if (!to?.told) return;
      const key = `trainer.left:${partId}:${trainerId}:${to.sequence}`;
      await this.post(tx, to, 'left', { method: 'CANCEL', key });
    });
  }

  /** The trainers who were told of a session hear that it does not take place. */
  async tellCalledOff(sessionId: string): Promise<void> {
    await this.db.transaction(systemActor, async (tx) => {
      for (const to of await trainerAppointments(tx, sessionId))
        if (to.told)
          await this.post(tx, to, 'calledOff', {
            method: 'CANCEL',
            key: `trainer.called-off:${sessionId}:${to.trainerId}`,
          });
    });
  }

  private async post(
    tx: Tx,
    to: TrainerAppointment,
    news: TrainerNews,
    { method, key }: { readonly method: Method; readonly key: string },
  ): Promise<void> {
    const { regionId, sessionId, locale } = to;
    await this.postbox.post(tx, {
      ...{ key, reason: `trainer.${news}`, template: `trainer-${news}`, locale },
      to: { name: to.name, address: to.email },
      letter: trainerLetter(to, news, this.config.publicUrl, this.translator(locale)),
      calendar: { method, file: this.calendar(to, method) },
      ...{ regionId, sessionId, municipalityId: null, professionalId: null },
    });
  }

  private calendar(to: TrainerAppointment, method: Method): string {
    return writeCalendarFile({
      method,
      attendee: { name: to.name, email: to.email },
      organizer: { name: 'Leerlijn', email: this.config.mailFrom },
      stampedAt: this.clock.now(),
      events: to.parts.map((part) => this.event(to, part, method)),
    });
  }

  /** A cancellation counts one higher than what it cancels (RFC 5546, 2.1.4). */
  private event(
    { sessionId, trainerId, courseTitle, sequence, partCount }: TrainerAppointment,
    part: TrainerPart,
    method: Method,
  ) {
    const { publicUrl } = this.config;
    const cancels = method === 'CANCEL';
    return {
      uid: `${sessionId}-${trainerId}-${part.ordinal}@${new URL(publicUrl).hostname}`,
      sequence: cancels ? sequence + 1 : sequence,
      summary: partCount > 1 ? `${courseTitle} (${part.ordinal}/${partCount})` : courseTitle,
      description: '',
      location: placeOf(part) ?? (cancels ? '' : (part.joiningLink ?? '')),
      url: `${publicUrl}/sessions/${sessionId}`,
      ...{ date: part.date, startTime: part.startTime, endTime: part.endTime },
      status: cancels ? ('CANCELLED' as const) : ('CONFIRMED' as const),
    };
  }
}
