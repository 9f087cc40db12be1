import { Inject, Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { hashToken } from '../access/tokens.rules.js';
import { appointments, type Appointment } from '../enrolment/appointment.queries.js';
import { Clock } from '../platform/clock.js';
import { CONFIG, type Config } from '../platform/config/config.js';
import { Database, FOR_CHANGE, type Tx } from '../platform/database/database.js';
import { insertRows } from '../platform/database/insert-rows.js';
import { TRANSLATOR, type Translator } from '../platform/i18n/translator.js';
import { Postbox, type Post } from '../platform/mail/postbox.js';
import { systemActor } from '../shared/actor.js';
import { newToken } from '../shared/ids.js';
import { chooseWords } from '../wording/words.js';
import { latestWords } from '../wording/words.queries.js';
import { municipalitiesWithSeats, openDaysOf, type OpenDays } from './campaign-days.queries.js';
import {
  campaignsWithWork,
  dueInvitations,
  dueReminders,
  toTellCalledOff,
  type FindDue,
  type Recipient,
} from './due-invitations.queries.js';
import { FollowUpCampaign, FollowUpInvitation } from './follow-up.entity.js';
import { calledOffLetter, invitationLetter, invitationValues } from './follow-up.letters.js';
import { remindAt } from './follow-up.rules.js';
import { hasSeatFor } from './waves.rules.js';

const BATCH = 100;

interface Kind {
  readonly key: string;
  readonly reason: Post['reason'];
  readonly words: 'follow-up-invitation' | 'follow-up-reminder';
  readonly due: FindDue;
  /** What is written down about who was mailed. */
  readonly mailed: (campaign: FollowUpCampaign, now: Date) => Partial<FollowUpInvitation>;
}

const invitation: Kind = {
  ...{ key: 'follow-up.invited', reason: 'follow-up.launched', words: 'follow-up-invitation' },
  due: dueInvitations,
  mailed: ({ remindDays }, now) => ({ invitedAt: now, remindAt: remindAt(now, remindDays) }),
};
const reminder: Kind = {
  ...{ key: 'follow-up.reminded', reason: 'follow-up.reminded', words: 'follow-up-reminder' },
  due: dueReminders,
  mailed: (_campaign, now) => ({ remindedAt: now }),
};

/** Mails the invitations and reminders of campaigns when they are due, and that a day is called off. */
@Injectable()
export class InvitationMail {
  constructor(
    @Inject(Database) private readonly db: Database,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
    @Inject(TRANSLATOR) private readonly translator: Translator,
    @Inject(Postbox) private readonly postbox: Postbox,
  ) {}

  /**
   * Writes what is due now: one invitation per person, and one reminder to who did not answer. For whom there is no seat,
   * it waits until there is.
   */
  async sendDue(): Promise<void> {
    for (const id of await this.db.read(systemActor, (tx) => campaignsWithWork(tx, this.clock.now())))
      for (const kind of [invitation, reminder])
        while (await this.db.transaction(systemActor, (tx) => this.sendSome(tx, id, kind)));
  }

  /** Tells once whoever was mailed an invitation and did not answer; who did enrol hears it as a participant. */
  async tellCalledOff(sessionId: string): Promise<void> {
    const rows = await this.db.read(systemActor, (tx) =>
      tx.query<{ id: string }[]>('select campaign_id id from follow_up_day where session_id = $1', [
        sessionId,
      ]),
    );
    for (const { id } of rows)
      while (await this.db.transaction(systemActor, (tx) => this.tellSome(tx, id, sessionId)));
  }

  /** Whether there may be more to send. */
  private async sendSome(tx: Tx, campaignId: string, kind: Kind): Promise<boolean> {
    // The lock keeps two workers, and the news that a day is called off, in their order.
    const campaign = await tx.findOneOrFail(FollowUpCampaign, {
      where: { id: campaignId },
      lock: FOR_CHANGE,
    });
    const now = this.clock.now();
    const open = await openDaysOf(tx, campaignId, now);
    if (campaign.stoppedAt || open.days.length === 0) return false;
    const people = await kind.due(tx, campaignId, now, municipalitiesWithSeats(open.all), BATCH);
    await this.write(tx, campaign, kind, people, open);
    const mailed = In(people.map(({ professionalId }) => professionalId));
    await tx.update(FollowUpInvitation, { campaignId, professionalId: mailed }, kind.mailed(campaign, now));
    return people.length === BATCH;
  }

  private async write(
    tx: Tx,
    campaign: FollowUpCampaign,
    kind: Kind,
    people: readonly Recipient[],
    open: OpenDays,
  ): Promise<void> {
    const links = await this.links(tx, campaign.id, people);
    const wordsOf = new Map<string, Awaited<ReturnType<typeof latestWords>>>();
    for (const person of people) {
      const { municipalityId, locale, professionalId } = person;
      const t = this.translator(locale);
      const days = open.days.filter(({ seats }) => hasSeatFor(seats, municipalityId)).map(({ day }) => day);
      const mail = { regionId: campaign.regionId, municipalityId, locale, kind: kind.words };
      // Many people share the words of their municipality.
      const own = wordsOf.get(municipalityId + locale) ?? (await latestWords(tx, mail));
      wordsOf.set(municipalityId + locale, own);
      const words = chooseWords(mail, own, invitationValues(person, days, t));
      await this.post(tx, campaign, person, days.length === 1 ? days[0]! : null, {
        key: `${kind.key}:${campaign.id}:${professionalId}`,
        ...{ reason: kind.reason, template: kind.words },
        letter: invitationLetter(person, words, days, links.get(professionalId)!, t),
        holdsSecret: true,
      });
    }
  }

  /** Whether there may be more to tell. */
  private async tellSome(tx: Tx, campaignId: string, sessionId: string): Promise<boolean> {
    const campaign = await tx.findOneOrFail(FollowUpCampaign, {
      where: { id: campaignId },
      lock: FOR_CHANGE,
    });
    const day = (await appointments(tx, [sessionId])).get(sessionId)!;
    const { days } = await openDaysOf(tx, campaignId, this.clock.now());
    const key = `follow-up.called-off:${campaignId}:${sessionId}:`;
    const people = await toTellCalledOff(tx, campaignId, sessionId, key, BATCH);
    const links = days.length === 0 ? new Map<string, string>() : await this.links(tx, campaignId, people);
    for (const person of people) {
      const otherDays = links.get(person.professionalId) ?? null;
      const { publicUrl } = this.config;
      await this.post(tx, campaign, person, day, {
        key: key + person.professionalId,
        ...{ reason: 'session.cancelled', template: 'follow-up-called-off' },
        letter: calledOffLetter(person, day, { publicUrl, otherDays }, this.translator(person.locale)),
        holdsSecret: otherDays !== null,
      });
    }
    return people.length === BATCH;
  }

  /** A new link for each of these people, by their id. */
  private async links(
    tx: Tx,
    campaignId: string,
    people: readonly Recipient[],
  ): Promise<ReadonlyMap<string, string>> {
    const tokens = people.map(({ professionalId }) => [professionalId, newToken()] as const);
    const now = this.clock.now();
    await insertRows(
      tx,
      'follow_up_link',
      tokens.map(([professionalId, token]) => ({
        ...{ token_hash: hashToken(token), campaign_id: campaignId },
        ...{ professional_id: professionalId, created_at: now },
      })),
    );
    return new Map(
      tokens.map(([id, token]) => [id, `${this.config.publicUrl}/follow-up-answers/${token}`] as const),
    );
  }

  private async post(
    tx: Tx,
    { regionId }: FollowUpCampaign,
    { professionalId, municipalityId, name, email, locale }: Recipient,
    about: Appointment | null,
    mail: Pick<Post, 'key' | 'reason' | 'template' | 'letter' | 'holdsSecret'>,
  ): Promise<void> {
    await this.postbox.post(tx, {
      ...{ regionId, municipalityId, professionalId, locale, sessionId: about?.sessionId ?? null },
      ...mail,
      to: { name, address: email },
      calendar: null,
    });
  }
}
