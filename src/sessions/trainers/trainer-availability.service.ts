import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../../shared/actor.js';
import { newId } from '../../shared/ids.js';
import { Audit } from '../../platform/audit/audit.js';
import { Clock } from '../../platform/clock.js';
import { Database } from '../../platform/database/database.js';
import { DomainError } from '../../platform/errors/domain-error.js';
import { bookingInFigures } from '../clash.pages.js';
import { timeRange } from '../time-range.js';
import { Trainer, TrainerAbsence, TrainerHours } from './trainer.entity.js';
import { bookingsOf } from './trainer-bookings.queries.js';
import { TrainerService } from './trainer.service.js';
import { awayFrom, type Absence, type DayHours } from './trainer-times.rules.js';

/** So many bookings are named when they are in the way of an absence. */
const NAMED = 5;

/** When a trainer can be planned; the trainer and the coordinators keep it. */
@Injectable()
export class TrainerAvailability {
  constructor(
    @Inject(Clock) private readonly clock: Clock,
    @Inject(Database) private readonly db: Database,
    @Inject(Audit) private readonly audit: Audit,
    @Inject(TrainerService) private readonly trainers: TrainerService,
  ) {}

  /**
   * Sets on which weekdays, and when, a trainer works; none for at all times. What is planned already stays.
   * @throws DomainError 'not-found' or 'changed-meanwhile'
   */
  async setHours(
    actor: Actor,
    trainerId: string,
    version: number,
    hours: readonly DayHours[],
  ): Promise<void> {
    await this.db.transaction(actor, async (tx) => {
      const trainer = await this.trainers.lock(tx, trainerId);
      if (trainer.version !== version) throw new DomainError('changed-meanwhile');
      const before = await tx.find(TrainerHours, { where: { trainerId }, order: { weekday: 'ASC' } });
      await tx.delete(TrainerHours, { trainerId });
      await tx.insert(
        TrainerHours,
        hours.map((day) => ({ trainerId, ...day })),
      );
      await tx.increment(Trainer, { id: trainerId }, 'version', 1);
      await this.audit.record(tx, {
        ...{ actor, action: 'change', subjectType: 'trainer', subjectId: trainerId },
        before: { hours: before.map(inWords) },
        after: { hours: hours.map(inWords) },
      });
    });
  }

  /**
   * Writes down that a trainer is away.
   * @throws DomainError 'not-found', or 'trainer-booked-when-away', which names what the trainer gives then
   */
  async reportAbsence(actor: Actor, trainerId: string, absence: Absence): Promise<string> {
    const { startsAt, endsAt } = awayFrom(absence);
    const id = newId(this.clock.now());
    await this.db.transaction(actor, async (tx) => {
      const { name: who, regionId } = await this.trainers.lock(tx, trainerId);
      const booked = await bookingsOf(tx, trainerId, { startsAt, endsAt }, NAMED);
      if (booked.length > 0)
        throw new DomainError('trainer-booked-when-away', {
          who,
          bookings: booked.map(bookingInFigures).join('; '),
        });
      const during = timeRange(startsAt, endsAt);
      await tx.insert(TrainerAbsence, { id, regionId, trainerId, ...absence, during });
      await this.audit.record(tx, {
        ...{ actor, action: 'reportAbsence', subjectType: 'trainer', subjectId: trainerId },
        after: { ...absence },
      });
    });
    return id;
  }

  /**
   * Takes an absence back: the trainer can be planned again then. Answers of which trainer it was.
   * @throws DomainError 'not-found', also for a trainer who asks about the absence of another one
   */
  async withdrawAbsence(actor: Actor, id: string): Promise<string> {
    return this.db.transaction(actor, async (tx) => {
      const absence = await tx.findOneBy(TrainerAbsence, { id });
      if (!absence) throw new DomainError('not-found');
      const { trainerId, firstDate, startTime, lastDate, endTime } = absence;
      await tx.delete(TrainerAbsence, { id });
      await this.audit.record(tx, {
        ...{ actor, action: 'withdrawAbsence', subjectType: 'trainer', subjectId: trainerId },
        before: { firstDate, startTime, lastDate, endTime },
      });
      return trainerId;
    });
  }
}

const inWords = ({ weekday, startTime, endTime }: DayHours): string =>
  `${weekday}: ${startTime.slice(0, 5)}–${endTime.slice(0, 5)}`;
