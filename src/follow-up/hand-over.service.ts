import { Inject, Injectable } from '@nestjs/common';
import type { MessageKey } from '../messages.js';
import { ProfessionalService } from '../people/professional.service.js';
import { Audit } from '../platform/audit/audit.js';
import { Clock } from '../platform/clock.js';
import { Database, FOR_CHANGE, violatedConstraint, type Tx } from '../platform/database/database.js';
import { DomainError } from '../platform/errors/domain-error.js';
import { InvalidInput } from '../platform/web/validation.pipe.js';
import type { Actor } from '../shared/actor.js';
import { FollowUpInvitation } from './follow-up.entity.js';
import { canHandOver } from './follow-up.rules.js';
import { invitationOf, type OpenInvitation } from './open-invitation.queries.js';

/** Whose invitation to which campaign. */
export interface WhoseInvitation {
  readonly campaignId: string;
  readonly professionalId: string;
}

/** Who comes instead; a name is needed only for who is not in the register of the municipality yet. */
export interface Successor {
  readonly email: string;
  readonly name: string | null;
}

/** What became of it: nobody is invited instead, someone is, or someone who was invited already. */
export type HandedOver = 'left' | 'invited' | 'invited-before';

/** Says of people who were invited that they left, and invites who came in their place. */
@Injectable()
export class HandOverService {
  constructor(
    @Inject(Database) private readonly db: Database,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(Audit) private readonly audit: Audit,
    @Inject(ProfessionalService) private readonly professionals: ProfessionalService,
  ) {}

  /**
   * @throws DomainError 'not-found', also when the actor may not see this person, 'follow-up-has-date' or
   * 'follow-up-handed-over'
   */
  async show(actor: Actor, whose: WhoseInvitation): Promise<OpenInvitation> {
    const invitation = await this.db.read(actor, (tx) => invitationOf(tx, whose));
    if (!invitation) throw new DomainError('not-found');
    if (!canHandOver(invitation.state)) throw new DomainError('follow-up-has-date');
    if (invitation.hasSuccessor) throw new DomainError('follow-up-handed-over');
    return invitation;
  }

  /**
   * Marks that someone left, and invites the successor in the same wave. A successor who is new gets the organisation and
   * function of who left.
   * @throws what `show` throws; InvalidInput when a new successor has no name, or is who left; DomainError 'email-in-use'
   */
  async handOver(actor: Actor, whose: WhoseInvitation, successor: Successor | null): Promise<HandedOver> {
    const invitation = await this.show(actor, whose);
    const successorId = successor && (await this.registered(actor, invitation, successor));
    try {
      return await this.db.transaction(actor, (tx) => this.write(tx, actor, whose, successorId));
    } catch (error) {
      if (violatedConstraint(error) === 'follow_up_invitation_one_successor')
        throw new DomainError('follow-up-handed-over');
      throw error;
    }
  }

  private async registered(actor: Actor, left: OpenInvitation, { email, name }: Successor): Promise<string> {
    const { regionId, municipalityId, organisationId, functionId } = left;
    const known = await this.professionals.colleague({ regionId, municipalityId, email });
    if (known?.id === left.professionalId) throw wrong('successorEmail', 'follow-up.handOver.samePerson');
    if (known) return known.id;
    if (name === null) throw wrong('successorName', 'follow-up.handOver.nameNeeded');
    return this.professionals.registerOne(actor, { name, email, organisationId, functionId });
  }

  private async write(
    tx: Tx,
    actor: Actor,
    whose: WhoseInvitation,
    successorId: string | null,
  ): Promise<HandedOver> {
    const { campaignId, professionalId } = whose;
    const left = await tx.findOneOrFail(FollowUpInvitation, { where: whose, lock: FOR_CHANGE });
    await tx.update(FollowUpInvitation, whose, {
      answer: 'left',
      answeredAt: left.answer === 'left' ? left.answeredAt : this.clock.now(),
    });
    const isNew = successorId !== null && (await inviteInstead(tx, left, successorId));
    await this.audit.record(tx, {
      ...{ actor, action: 'handOverInvitation', subjectType: 'follow-up-campaign', subjectId: campaignId },
      before: { professionalId, answer: left.answer },
      after: { professionalId, answer: 'left', successorId },
    });
    if (successorId === null) return 'left';
    return isNew ? 'invited' : 'invited-before';
  }
}

/** Whether this person was not invited by the campaign yet. */
async function inviteInstead(tx: Tx, left: FollowUpInvitation, professionalId: string): Promise<boolean> {
  const { campaignId, regionId, municipalityId, wave } = left;
  const rows = await tx.query<unknown[]>(
    `insert into follow_up_invitation (campaign_id, professional_id, region_id, municipality_id, wave, instead_of)
     values ($1, $2, $3, $4, $5, $6) on conflict (campaign_id, professional_id) do nothing returning 1`,
    [campaignId, professionalId, regionId, municipalityId, wave, left.professionalId],
  );
  return rows.length > 0;
}

function wrong(field: string, key: MessageKey): InvalidInput {
  return new InvalidInput([{ code: 'custom', path: [field], message: key, params: { key } }]);
}
