import { Inject, Injectable } from '@nestjs/common';
import { hashToken } from '../access/tokens.rules.js';
import type { Appointment } from '../enrolment/appointment.queries.js';
import { EnrolmentService } from '../enrolment/enrolment.service.js';
import type { Seated } from '../enrolment/seat-answer.js';
import { Audit } from '../platform/audit/audit.js';
import { Clock } from '../platform/clock.js';
import { Database, FOR_CHANGE, type Tx } from '../platform/database/database.js';
import { DomainError } from '../platform/errors/domain-error.js';
import { systemActor, type Actor } from '../shared/actor.js';
import { openDaysOf } from './campaign-days.queries.js';
import { FollowUpInvitation } from './follow-up.entity.js';
import type { Refusal } from './follow-up.rules.js';
import { invitationByLink, type OpenInvitation } from './open-invitation.queries.js';
import { hasSeatFor } from './waves.rules.js';

/** An invitation with the days that can be chosen now, and whether there is a seat for this person. */
export interface Answerable extends OpenInvitation {
  readonly choices: readonly { readonly day: Appointment; readonly hasSeat: boolean }[];
}

/** Answering an invitation from a mail, without signing in; another answer can be given as long as a day is to come. */
@Injectable()
export class AnswerService {
  constructor(
    @Inject(Database) private readonly db: Database,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(Audit) private readonly audit: Audit,
    @Inject(EnrolmentService) private readonly enrolments: EnrolmentService,
  ) {}

  /** @throws DomainError 'link-not-valid' */
  show(token: string): Promise<Answerable> {
    // Nobody is signed in; the system looks at the one invitation behind the link.
    return this.db.read(systemActor, async (tx) => {
      const invitation = await byLink(tx, token);
      const { days } = await openDaysOf(tx, invitation.campaignId, this.clock.now());
      const choices = days.map(({ day, seats }) => ({
        day,
        hasSeat: hasSeatFor(seats, invitation.municipalityId),
      }));
      return { ...invitation, choices };
    });
  }

  /**
   * Enrols in one of the days: a seat when there is one, otherwise the waiting list; null when this person had a place in
   * it already.
   * @throws DomainError 'link-not-valid', 'enrolment-not-open', 'follow-up-has-date', or what `EnrolmentService.enrol` throws
   */
  async choose(token: string, sessionId: string): Promise<Seated | null> {
    const invitation = await this.show(token);
    if (invitation.placeIn === sessionId) return null;
    if (invitation.placeIn) throw new DomainError('follow-up-has-date');
    if (!invitation.choices.some(({ day }) => day.sessionId === sessionId))
      throw new DomainError('enrolment-not-open');
    const actor = actorOf(invitation);
    const seated = await this.enrolments.enrol(actor, sessionId, invitation.professionalId);
    await this.db.transaction(systemActor, (tx) => this.keep(tx, actor, invitation, null));
    return seated;
  }

  /** Keeps that someone will not come, and why. @throws DomainError 'link-not-valid' or 'follow-up-has-date' */
  async refuse(token: string, refusal: Refusal): Promise<void> {
    await this.db.transaction(systemActor, async (tx) => {
      const invitation = await byLink(tx, token);
      if (invitation.placeIn) throw new DomainError('follow-up-has-date');
      await this.keep(tx, actorOf(invitation), invitation, refusal);
    });
  }

  private async keep(
    tx: Tx,
    actor: Actor,
    { campaignId, professionalId }: OpenInvitation,
    answer: Refusal | null,
  ): Promise<void> {
    const which = { campaignId, professionalId };
    const before = await tx.findOneOrFail(FollowUpInvitation, { where: which, lock: FOR_CHANGE });
    if (before.answer === answer) return;
    const answeredAt = answer === null ? null : this.clock.now();
    await tx.update(FollowUpInvitation, which, { answer, answeredAt });
    await this.audit.record(tx, {
      ...{ actor, action: 'answerInvitation', subjectType: 'follow-up-campaign', subjectId: campaignId },
      before: { professionalId, answer: before.answer },
      after: { professionalId, answer },
    });
  }
}

async function byLink(tx: Tx, token: string): Promise<OpenInvitation> {
  const invitation = await invitationByLink(tx, hashToken(token));
  if (!invitation) throw new DomainError('link-not-valid');
  return invitation;
}

/** Whoever holds the link is the one it was mailed to. */
function actorOf({ regionId, municipalityId, professionalId, name, locale }: OpenInvitation): Actor {
  return { ...systemActor, role: 'professional', regionId, municipalityId, professionalId, name, locale };
}
