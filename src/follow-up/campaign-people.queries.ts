import { Inject, Injectable } from '@nestjs/common';
import { Database } from '../platform/database/database.js';
import { pageOf, type Paged } from '../platform/database/paged.js';
import type { Actor } from '../shared/actor.js';
import type { InvitationState } from './follow-up.rules.js';
import { PLACE, STATE } from './invitation-state.queries.js';

/** Someone whom a campaign invites. */
export interface InvitationRow {
  readonly professionalId: string;
  readonly name: string;
  readonly organisation: string;
  readonly municipalityId: string;
  readonly municipality: string;
  readonly wave: number | null;
  readonly dueAt: Date | null;
  readonly invitedAt: Date | null;
  readonly remindedAt: Date | null;
  readonly state: InvitationState;
  /** Instead of whom this person is invited, and who is instead of this person. */
  readonly insteadOf: string | null;
  readonly successor: string | null;
}

export interface InvitationFilter {
  readonly state: InvitationState | null;
  readonly municipalityId: string | null;
  readonly q: string | null;
}

@Injectable()
export class CampaignPeopleQueries {
  constructor(@Inject(Database) private readonly db: Database) {}

  /** One page of the people whom a campaign invites, by name. */
  invitations(
    actor: Actor,
    campaignId: string,
    { state, municipalityId, q }: InvitationFilter,
    page: { readonly page: number; readonly pageSize: number },
  ): Promise<Paged<InvitationRow>> {
    const query = {
      select: `i.professional_id "professionalId", p.name, o.name organisation, m.id "municipalityId", m.name municipality,
        i.wave, w.due_at "dueAt", i.invited_at "invitedAt", i.reminded_at "remindedAt", ${STATE} state, gone.name "insteadOf",
        (select s.name from follow_up_invitation n join professional s on s.id = n.professional_id
         where n.campaign_id = i.campaign_id and n.instead_of = i.professional_id) successor`,
      from: `from follow_up_invitation i join professional p on p.id = i.professional_id
        join organisation o on o.id = p.organisation_id join municipality m on m.id = i.municipality_id
        left join follow_up_wave w on w.campaign_id = i.campaign_id and w.ordinal = i.wave
        left join professional gone on gone.id = i.instead_of ${PLACE}
        where i.campaign_id = $1 and ($2::text is null or ${STATE} = $2)
          and ($3::uuid is null or i.municipality_id = $3)
          and ($4::text is null or position(lower($4) in lower(concat_ws(' ', p.name, o.name))) > 0)`,
      orderBy: 'lower(p.name), i.professional_id',
      params: [campaignId, state, municipalityId, q],
    };
    return this.db.read(actor, (tx) => pageOf<InvitationRow>(tx, query, page));
  }
}
