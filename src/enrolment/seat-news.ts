import { Inject, Injectable } from '@nestjs/common';
import type { FactName } from '../facts.js';
import type { Tx } from '../platform/database/database.js';
import { Outbox } from '../platform/outbox/outbox.js';
import type { EnrolmentStatus } from './enrolment-status.rules.js';
import type { Place } from './seat-deed.rules.js';

const factOf = {
  requested: 'enrolment.requested',
  waitlisted: 'enrolment.waitlisted',
  offered: 'enrolment.offered',
  confirmed: 'enrolment.confirmed',
  cancelled: 'enrolment.cancelled',
} as const satisfies Record<EnrolmentStatus, FactName>;

/** Publishes what became of enrolments: one fact for each whose status is new. */
@Injectable()
export class SeatNews {
  constructor(@Inject(Outbox) private readonly outbox: Outbox) {}

  async tell(tx: Tx, changed: readonly { place: Place; before: Place | null }[]): Promise<void> {
    const published = Object.entries(factOf).map(([status, fact]) => {
      const news = changed.filter(
        ({ place, before }) => place.status === status && before?.status !== status,
      );
      return this.outbox.publishAll(
        tx,
        fact,
        news.map(({ place }) => ({ enrolmentId: place.id })),
      );
    });
    await Promise.all(published);
  }
}
