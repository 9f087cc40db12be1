import { localeOfProfessional } from '../access/account-locale.queries.js';
import { Inject, Injectable } from '@nestjs/common';
import { appointmentValues } from '../enrolment/appointment.letters.js';
import { appointments } from '../enrolment/appointment.queries.js';
import { systemActor } from '../shared/actor.js';
import type { Locale } from '../shared/locale.js';
import { CONFIG, type Config } from '../platform/config/config.js';
import { Database, type Tx } from '../platform/database/database.js';
import { TRANSLATOR, type Translator } from '../platform/i18n/translator.js';
import { Postbox, type Post } from '../platform/mail/postbox.js';
import { wordsFor } from '../wording/words.js';
import { FollowUpCampaign } from './follow-up.entity.js';
import { calledOffLetter, invitationLetter } from './follow-up.letters.js';

interface Invited {
  readonly professionalId: string;
  readonly municipalityId: string;
  readonly name: string;
  readonly email: string;
  readonly locale: Locale;
}

type Write = (tx: Tx, campaign: FollowUpCampaign, after: string) => Promise<Invited[]>;

const BATCH = 100;
const BEFORE_ALL = '00000000-0000-0000-0000-000000000000';

const INVITED = `
  select p.id "professionalId", i.municipality_id "municipalityId", p.name, p.email,
    ${localeOfProfessional('p.id')} locale
  from follow_up_invitation i join professional p on p.id = i.professional_id
  where i.campaign_id = $1 and i.professional_id > $2`;
const IN_ORDER = `order by i.professional_id limit ${BATCH}`;

/** Mails the invitations of a campaign, and that its day is called off. */
@Injectable()
export class InvitationMail {
  constructor(
    @Inject(Database) private readonly db: Database,
    @Inject(CONFIG) private readonly config: Config,
    @Inject(TRANSLATOR) private readonly translator: Translator,
    @Inject(Postbox) private readonly postbox: Postbox,
  ) {}

  /** Writes one mail per person invited; what an earlier run wrote is not written again. */
  async postAll(campaignId: string): Promise<void> {
    await this.inBatches({ id: campaignId }, (tx, campaign, after) => this.invite(tx, campaign, after));
  }

  /** Tells once whoever was mailed an invitation and did not enrol; who did enrol hears it as a participant. */
  async postCalledOff(sessionId: string): Promise<void> {
    await this.inBatches({ sessionId }, (tx, campaign, after) => this.callOff(tx, campaign, after));
  }

  private async inBatches(which: { id: string } | { sessionId: string }, write: Write): Promise<void> {
    let after: string | undefined = BEFORE_ALL;
    while (after !== undefined) {
      const from: string = after;
      after = await this.db.transaction(systemActor, async (tx) => {
        // The lock keeps the last invitations and the news that the day is called off in their order.
        const campaign = await tx.findOne(FollowUpCampaign, {
          where: which,
          lock: { mode: 'pessimistic_write' },
        });
        const people = campaign ? await write(tx, campaign, from) : [];
        return people.at(-1)?.professionalId;
      });
    }
  }

  private async invite(tx: Tx, campaign: FollowUpCampaign, after: string): Promise<Invited[]> {
    const { sessionId } = campaign;
    const appointment = (await appointments(tx, [sessionId])).get(sessionId)!;
    // A day that was called off meanwhile is nothing to invite to.
    if (appointment.status === 'cancelled') return [];
    const people = await tx.query<Invited[]>(`${INVITED} ${IN_ORDER}`, [campaign.id, after]);
    for (const person of people) {
      const { name, locale, municipalityId } = person;
      const t = this.translator(locale);
      const mail = {
        regionId: campaign.regionId,
        municipalityId,
        locale,
        kind: 'follow-up-invitation' as const,
      };
      const words = await wordsFor(tx, mail, appointmentValues(name, appointment, locale, t));
      await this.post(tx, campaign, person, {
        key: invitationKey(campaign.id, person.professionalId),
        reason: 'follow-up.launched',
        template: 'follow-up-invitation',
        letter: invitationLetter(person, words, appointment, this.config.publicUrl, t),
      });
    }
    return people;
  }

  private async callOff(tx: Tx, campaign: FollowUpCampaign, after: string): Promise<Invited[]> {
    const { id, sessionId } = campaign;
    const appointment = (await appointments(tx, [sessionId])).get(sessionId)!;
    const people = await tx.query<Invited[]>(
      `${INVITED}
         and exists (select from message where key = $3 || i.professional_id)
         and not exists (select from enrolment e where e.session_id = $4 and e.professional_id = i.professional_id)
       ${IN_ORDER}`,
      [id, after, invitationKey(id, ''), sessionId],
    );
    for (const person of people)
      await this.post(tx, campaign, person, {
        key: `follow-up.called-off:${id}:${person.professionalId}`,
        reason: 'session.cancelled',
        template: 'follow-up-called-off',
        letter: calledOffLetter(person, appointment, this.config.publicUrl, this.translator(person.locale)),
      });
    return people;
  }

  private async post(
    tx: Tx,
    { regionId, sessionId }: FollowUpCampaign,
    { professionalId, municipalityId, name, email, locale }: Invited,
    mail: Pick<Post, 'key' | 'reason' | 'template' | 'letter'>,
  ): Promise<void> {
    await this.postbox.post(tx, {
      ...{ regionId, municipalityId, professionalId, sessionId, locale },
      ...mail,
      to: { name, address: email },
      calendar: null,
    });
  }
}

const invitationKey = (campaignId: string, professionalId: string) =>
  `follow-up.invited:${campaignId}:${professionalId}`;
