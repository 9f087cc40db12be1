import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../shared/actor.js';
import { localDateOf } from '../shared/local-date.js';
import { Clock } from '../platform/clock.js';
import { planOn } from './series.rules.js';
import { SessionCopyQueries } from './session-copy.queries.js';
import { SessionScheduling } from './session-scheduling.service.js';

@Injectable()
export class SessionCopyService {
  constructor(
    @Inject(Clock) private readonly clock: Clock,
    @Inject(SessionCopyQueries) private readonly copies: SessionCopyQueries,
    @Inject(SessionScheduling) private readonly scheduling: SessionScheduling,
  ) {}

  /**
   * Makes a draft like this session on each of these first days: all of them, or none.
   * @returns the new sessions, in the order of the days
   * @throws DomainError 'not-found', and what SessionScheduling.schedule throws
   */
  async copyTo(actor: Actor, sessionId: string, firstDates: readonly string[]): Promise<string[]> {
    const { plan } = await this.copies.template(actor, sessionId);
    const today = localDateOf(this.clock.now());
    return this.scheduling.scheduleAll(
      actor,
      firstDates.map((firstDate) => planOn(plan, firstDate, today)),
    );
  }
}
