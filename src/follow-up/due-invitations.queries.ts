import { localeOfProfessional } from '../access/account-locale.queries.js';
import type { Tx } from '../platform/database/database.js';
import type { Locale } from '../shared/locale.js';
import { PLACE, STATE } from './invitation-state.queries.js';

/** Someone to mail about a campaign. */
export interface Recipient {
  readonly professionalId: string;
  readonly municipalityId: string;
  readonly name: string;
  readonly email: string;
  readonly locale: Locale;
}

const RECIPIENT = `
  select i.professional_id "professionalId", i.municipality_id "municipalityId", p.name, p.email,
    ${localeOfProfessional('p.id')} locale
  from follow_up_invitation i join professional p on p.id = i.professional_id ${PLACE}`;
/** Where $3 is given, only people of these municipalities: those for whom there is a seat. */
const HAS_SEAT = '($3::uuid[] is null or i.municipality_id = any($3))';
const PLANNED = `
  ${RECIPIENT} join follow_up_wave w on w.campaign_id = i.campaign_id and w.ordinal = i.wave
  where i.campaign_id = $1 and w.due_at <= $2 and i.invited_at is null and ${STATE} = 'planned'`;

/** The campaigns of which an invitation or a reminder may be due, as long as one of their days is to come. */
export async function campaignsWithWork(tx: Tx, now: Date): Promise<string[]> {
  const rows = await tx.query<{ id: string }[]>(
    `select k.id from follow_up_campaign k where k.stopped_at is null
       and exists (select from follow_up_day d join session s on s.id = d.session_id
         join session_part p on p.session_id = s.id
         where d.campaign_id = k.id and s.status in ('open', 'confirmed') and p.starts_at > $1)
       and (exists (select from follow_up_invitation i
           join follow_up_wave w on w.campaign_id = i.campaign_id and w.ordinal = i.wave
           where i.campaign_id = k.id and i.invited_at is null and i.answer is null and w.due_at <= $1)
         or exists (select from follow_up_invitation i
           where i.campaign_id = k.id and i.remind_at <= $1 and i.reminded_at is null and i.answer is null))
     order by k.id`,
    [now],
  );
  return rows.map(({ id }) => id);
}

export type FindDue = (
  tx: Tx,
  campaignId: string,
  now: Date,
  municipalityIds: readonly string[] | null,
  limit: number,
) => Promise<Recipient[]>;

/** The next people whose wave is due and who have no place yet. */
export const dueInvitations: FindDue = (tx, campaignId, now, municipalityIds, limit) =>
  tx.query<Recipient[]>(`${PLANNED} and ${HAS_SEAT} order by i.wave, i.professional_id limit $4`, [
    ...[campaignId, now, municipalityIds, limit],
  ]);

/** The next people who did not answer until the moment of their reminder. */
export const dueReminders: FindDue = (tx, campaignId, now, municipalityIds, limit) =>
  tx.query<Recipient[]>(
    `${RECIPIENT} where i.campaign_id = $1 and i.remind_at <= $2 and i.reminded_at is null and ${STATE} = 'invited'
       and ${HAS_SEAT} order by i.professional_id limit $4`,
    [campaignId, now, municipalityIds, limit],
  );

/** How many people wait for their invitation although their wave is due, because there is no seat for them. */
export async function waitingForSeats(
  tx: Tx,
  campaignId: string,
  now: Date,
  municipalityIds: readonly string[] | null,
): Promise<number> {
  const [counted] = await tx.query<{ people: number }[]>(
    `select count(*)::int people from (${PLANNED} and not ${HAS_SEAT}) held`,
    [campaignId, now, municipalityIds],
  );
  return counted!.people;
}

/** The next people who were invited, did not answer and were not told yet that this day of the campaign is called off. */
export function toTellCalledOff(
  tx: Tx,
  campaignId: string,
  sessionId: string,
  keyOf: string,
  limit: number,
): Promise<Recipient[]> {
  return tx.query<Recipient[]>(
    `${RECIPIENT} where i.campaign_id = $1 and ${STATE} = 'invited'
       and not exists (select from enrolment e where e.session_id = $2 and e.professional_id = i.professional_id)
       and not exists (select from message m where m.key = $3 || i.professional_id)
     order by i.professional_id limit $4`,
    [campaignId, sessionId, keyOf, limit],
  );
}
