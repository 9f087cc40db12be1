import { Inject, Injectable } from '@nestjs/common';
import { appointments, type Appointment } from '../enrolment/appointment.queries.js';
import { systemActor } from '../shared/actor.js';
import type { Locale } from '../shared/locale.js';
import { CONFIG, type Config } from '../platform/config/config.js';
import { Database, type Tx } from '../platform/database/database.js';
import { TRANSLATOR, type Translator } from '../platform/i18n/translator.js';
import { Postbox } from '../platform/mail/postbox.js';
import { FollowUpCampaign } from './follow-up.entity.js';
import { invitationLetter } from './follow-up.letters.js';

interface Invited {
  readonly professionalId: string;
  readonly municipalityId: string;
  readonly name: string;
  readonly email: string;
  readonly locale: Locale;
}

const BATCH = 100;
const BEFORE_ALL = '00000000-0000-0000-0000-000000000000';

/** Mails the invitations of a campaign. */
@Injectable()
export class InvitationMail {
  constructor(
    @Inject(Database) private readonly db: Database,
    @Inject(CONFIG) private readonly config: Config,
    @Inject(TRANSLATOR) private readonly translator: Translator,
    @Inject(Postbox) private readonly postbox: Postbox,
  ) {}

  /** Writes one mail per person invited, a batch per transaction; what an earlier run wrote is not written again. */
  async postAll(campaignId: string): Promise<void> {
    let last: string | null = BEFORE_ALL;
    while (last !== null) last = await this.postBatch(campaignId, last);
  }

  /** Posts to the next people in order of id; returns the last of them, or null when there was nobody left. */
  private postBatch(campaignId: string, after: string): Promise<string | null> {
    return this.db.transaction(systemActor, async (tx) => {
      const campaign = await tx.findOneByOrFail(FollowUpCampaign, { id: campaignId });
      const appointment = (await appointments(tx, [campaign.sessionId])).get(campaign.sessionId)!;
      // A day that was called off meanwhile is nothing to invite to.
      if (appointment.status === 'cancelled') return null;
      const people = await tx.query<Invited[]>(
        `select p.id "professionalId", i.municipality_id "municipalityId", p.name, p.email,
           coalesce((select a.locale from account a where a.professional_id = p.id and a.closed_at is null limit 1), 'nl') locale
         from follow_up_invitation i join professional p on p.id = i.professional_id
         where i.campaign_id = $1 and i.professional_id > $2 order by i.professional_id limit $3`,
        [campaignId, after, BATCH],
      );
      for (const person of people) await this.post(tx, campaign, person, appointment);
      return people.at(-1)?.professionalId ?? null;
    });
  }

  private async post(
    tx: Tx,
    { id, regionId, sessionId }: FollowUpCampaign,
    { professionalId, municipalityId, name, email, locale }: Invited,
    appointment: Appointment,
  ): Promise<void> {
    await this.postbox.post(tx, {
      ...{ regionId, municipalityId, professionalId, sessionId, locale },
      key: `follow-up.invited:${id}:${professionalId}`,
      reason: 'follow-up.launched',
      template: 'follow-up-invitation',
      to: { name, address: email },
      letter: invitationLetter({ name, locale }, appointment, this.config.publicUrl, this.translator(locale)),
      calendar: null,
    });
  }
}
