import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../shared/actor.js';
import { Clock } from '../platform/clock.js';
import { DomainError } from '../platform/errors/domain-error.js';
import { PlanCheck, refuse } from '../sessions/plan-check.service.js';
import { resizeFaults } from '../sessions/session-seats.rules.js';
import type { SeatsOfSession } from '../sessions/session.service.js';
import { SeatDesk } from './seat-desk.js';
import { SessionSeatsQueries } from './session-seats.queries.js';

@Injectable()
export class SessionSeats {
  constructor(
    @Inject(Clock) private readonly clock: Clock,
    @Inject(PlanCheck) private readonly check: PlanCheck,
    @Inject(SeatDesk) private readonly desk: SeatDesk,
    @Inject(SessionSeatsQueries) private readonly queries: SessionSeatsQueries,
  ) {}

  /**
   * Sets how many seats a session has, for whom they are held, and until when people can come and go; who waits moves up where that makes room. Nobody who
   * has a seat loses it.
   * @throws InvalidInput that names every fault; DomainError 'not-found', 'changed-meanwhile', 'session-not-in-this-state'
   *   or 'seats-taken', which names whom too few seats would touch
   */
  async resize(actor: Actor, sessionId: string, seats: SeatsOfSession, version: number): Promise<void> {
    await this.check.naming(async () => {
      const session = await this.queries.session(actor, sessionId);
      const over = session.status === 'closed' || session.status === 'cancelled';
      if (over || (session.status !== 'draft' && session.firstStartsAt <= this.clock.now()))
        throw new DomainError('session-not-in-this-state');
      const known = await this.queries.known(actor, holdersOf(seats));
      refuse(resizeFaults(seats, { ...session, known }));
      await this.desk.arrange(sessionId, { kind: 'resize', actor, seats, version });
    });
  }
}

function holdersOf({ organisationId, quotas, functionQuotas, organisationQuotas }: SeatsOfSession): string[] {
  return [
    ...(organisationId === null ? [] : [organisationId]),
    ...quotas.map(({ municipalityId }) => municipalityId),
    ...functionQuotas.map(({ functionId }) => functionId),
    ...organisationQuotas.map((quota) => quota.organisationId),
  ];
}
