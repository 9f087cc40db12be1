import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../shared/actor.js';
import { SessionQueries, type SeatRow, type SessionPartRow, type SessionRow } from './session.queries.js';
import type { SessionPlan } from './session-plan.rules.js';

/** A session that others are made after, and the plan that would make it once more. */
export interface SessionTemplate {
  readonly session: SessionRow;
  readonly parts: readonly SessionPartRow[];
  readonly held: readonly SeatRow[];
  readonly plan: SessionPlan;
}

@Injectable()
export class SessionCopyQueries {
  constructor(@Inject(SessionQueries) private readonly sessions: SessionQueries) {}

  /** @throws DomainError 'not-found' */
  async template(actor: Actor, sessionId: string): Promise<SessionTemplate> {
    const session = await this.sessions.get(actor, sessionId);
    const parts = await this.sessions.parts(actor, sessionId);
    const held = (await this.sessions.seats(actor, sessionId)).filter(({ reserved }) => reserved > 0);
    return { session, parts, held, plan: planOf(session, parts, held) };
  }
}

function planOf(
  session: SessionRow,
  parts: readonly SessionPartRow[],
  held: readonly SeatRow[],
): SessionPlan {
  const { courseId, payerMunicipalityId, capacity, minimum, releaseOn, decideOn } = session;
  const { priceCents, priceIsDemo } = session;
  return {
    ...{ courseId, payerMunicipalityId, capacity, minimum, releaseOn, decideOn },
    priceCents: BigInt(priceCents ?? 0),
    priceIsDemo: priceIsDemo ?? false,
    parts: parts.map(({ date, startTime, endTime, roomId, joiningLink, trainers }) => ({
      ...{ date, startTime, endTime, roomId, joiningLink },
      trainerIds: trainers.map(({ id }) => id),
    })),
    quotas: held.map(({ municipalityId, reserved }) => ({ municipalityId, seats: reserved })),
  };
}
