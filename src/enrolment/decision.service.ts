import { Inject, Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { hashToken } from '../access/tokens.rules.js';
import { systemActor } from '../shared/actor.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import { DomainError } from '../platform/errors/domain-error.js';
import { appointments, type Appointment } from './appointment.queries.js';
import { DecisionLink } from './decision-link.entity.js';
import { openDecision, type OpenDecision } from './decision.queries.js';
import { EnrolmentService } from './enrolment.service.js';
import type { Seated } from './seat-answer.js';

/** Deciding from a mail, without signing in: taking an offered seat, or approving a request. A link works once. */
@Injectable()
export class DecisionService {
  constructor(
    @Inject(Database) private readonly db: Database,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(EnrolmentService) private readonly enrolments: EnrolmentService,
  ) {}

  /** @throws DomainError 'link-not-valid' when it is unknown or used; 'offer-expired' or 'request-already-decided' */
  async show(token: string): Promise<OpenDecision & { readonly appointment: Appointment }> {
    return this.db.read(systemActor, async (tx) => {
      const decision = await openDecision(tx, hashToken(token));
      if (!decision) throw new DomainError('link-not-valid');
      if (decision.actor.role === 'professional' && decision.status !== 'offered')
        throw new DomainError('offer-expired');
      if (decision.actor.role !== 'professional' && decision.status !== 'requested')
        throw new DomainError('request-already-decided');
      const { sessionId } = decision;
      return { ...decision, appointment: (await appointments(tx, [sessionId])).get(sessionId)! };
    });
  }

  /** @throws DomainError 'link-not-valid', 'offer-expired', 'request-already-decided' or 'enrolment-not-open' */
  async decide(token: string, agreed: boolean): Promise<Seated> {
    const { actor, enrolmentId } = await this.show(token);
    const seated = await this.carryOut(actor.role === 'professional', agreed)(actor, enrolmentId);
    // Only now: a link must not be used up by a decision that was not taken.
    await this.db.transaction(systemActor, (tx) =>
      tx.update(
        DecisionLink,
        { tokenHash: hashToken(token), usedAt: IsNull() },
        { usedAt: this.clock.now() },
      ),
    );
    return seated;
  }

  private carryOut(isOffer: boolean, agreed: boolean): EnrolmentService['approve'] {
    const { enrolments } = this;
    if (isOffer)
      return (actor, id) => (agreed ? enrolments.acceptOffer(actor, id) : enrolments.declineOffer(actor, id));
    return (actor, id) => (agreed ? enrolments.approve(actor, id) : enrolments.reject(actor, id));
  }
}
