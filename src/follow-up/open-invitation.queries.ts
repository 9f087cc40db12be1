import { appointments, type Appointment } from '../enrolment/appointment.queries.js';
import type { Tx } from '../platform/database/database.js';
import type { Locale } from '../shared/locale.js';
import { localeOfProfessional } from '../access/account-locale.queries.js';
import type { InvitationState } from './follow-up.rules.js';
import { PLACE, STATE } from './invitation-state.queries.js';

/** An invitation to a campaign, with whom it is for and how it stands. */
export interface OpenInvitation {
  readonly campaignId: string;
  readonly regionId: string;
  readonly professionalId: string;
  readonly municipalityId: string;
  readonly name: string;
  readonly organisationId: string;
  readonly organisation: string;
  readonly functionId: string;
  readonly locale: Locale;
  readonly title: string;
  readonly stoppedAt: Date | null;
  readonly state: InvitationState;
  /** All days of the campaign, the first one first. */
  readonly days: readonly Appointment[];
  /** Which of them this person has or asked a place in; null for none. */
  readonly placeIn: string | null;
  readonly hasSuccessor: boolean;
}

type Row = Omit<OpenInvitation, 'days'> & { readonly sessionIds: readonly string[] };

const INVITATION = `
  select i.campaign_id "campaignId", i.region_id "regionId", i.professional_id "professionalId",
    i.municipality_id "municipalityId", p.name, o.id "organisationId", o.name organisation, p.function_id "functionId",
    ${localeOfProfessional('p.id')} locale, k.title, k.stopped_at "stoppedAt", ${STATE} state,
    (select array_agg(d.session_id) from follow_up_day d where d.campaign_id = k.id) "sessionIds",
    (select e.session_id from enrolment e join follow_up_day d on d.session_id = e.session_id and d.campaign_id = k.id
     where e.professional_id = p.id and e.status <> 'cancelled' limit 1) "placeIn",
    exists (select from follow_up_invitation n where n.campaign_id = k.id and n.instead_of = p.id) "hasSuccessor"
  from follow_up_invitation i join follow_up_campaign k on k.id = i.campaign_id
  join professional p on p.id = i.professional_id join organisation o on o.id = p.organisation_id ${PLACE}`;

/** The invitation behind a link; null when there is none. Nobody is signed in, so the system looks. */
export function invitationByLink(tx: Tx, tokenHash: string): Promise<OpenInvitation | null> {
  return one(
    tx,
    `${INVITATION} join follow_up_link l on l.campaign_id = i.campaign_id and l.professional_id = i.professional_id
     where l.token_hash = $1`,
    [tokenHash],
  );
}

/** Someone's invitation to a campaign; null when there is none, or the transaction's actor may not see it. */
export function invitationOf(
  tx: Tx,
  { campaignId, professionalId }: Pick<OpenInvitation, 'campaignId' | 'professionalId'>,
): Promise<OpenInvitation | null> {
  return one(tx, `${INVITATION} where i.campaign_id = $1 and i.professional_id = $2`, [
    campaignId,
    professionalId,
  ]);
}

async function one(tx: Tx, sql: string, params: readonly unknown[]): Promise<OpenInvitation | null> {
  const [row] = await tx.query<Row[]>(sql, [...params]);
  if (!row) return null;
  const { sessionIds, ...invitation } = row;
  const found = [...(await appointments(tx, sessionIds)).values()];
  return {
    ...invitation,
    days: found.sort((a, b) => a.firstStartsAt.getTime() - b.firstStartsAt.getTime()),
  };
}
