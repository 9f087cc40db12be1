import { Inject, Injectable } from '@nestjs/common';
import { systemActor } from '../shared/actor.js';
import { Clock } from '../platform/clock.js';
import { CONFIG, type Config } from '../platform/config/config.js';
import { Database, type Tx } from '../platform/database/database.js';
import { insertRows } from '../platform/database/insert-rows.js';
import { TRANSLATOR, type Translator } from '../platform/i18n/translator.js';
import { Postbox, type Post } from '../platform/mail/postbox.js';
import { factsDue, type NoticeFact } from './notice-facts.queries.js';
import { dailyLetter, noticeLetter, type Notice } from './notices.letters.js';
import { grouped, momentsDue, noticeKinds, noticesOf, roundsDue, type Delivery } from './notices.rules.js';
import { regionSettings } from './region-settings.queries.js';

interface Round {
  readonly regionId: string;
  /** Local date. */
  readonly day: string;
  readonly delivery: Delivery;
}

/** Tells people once a day what waits for them, each thing once. */
@Injectable()
export class NoticeSending {
  constructor(
    @Inject(Database) private readonly db: Database,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
    @Inject(TRANSLATOR) private readonly translator: Translator,
    @Inject(Postbox) private readonly postbox: Postbox,
  ) {}

  /** Makes the rounds of today of which the time has come, in every region, each in a transaction of its own. */
  async sendDue(): Promise<void> {
    const failures: unknown[] = [];
    for (const due of roundsDue(this.clock.now()))
      for (const regionId of await this.regionsLeft(due))
        await this.db
          .transaction(systemActor, (tx) => this.makeRound(tx, { regionId, ...due }))
          .catch((error) => failures.push(error));
    // One region that fails keeps the others from nothing, and is still seen.
    if (failures.length > 0) throw failures[0];
  }

  private async regionsLeft({ day, delivery }: Omit<Round, 'regionId'>): Promise<string[]> {
    const left = await this.db.read(systemActor, (tx) =>
      tx.query<{ id: string }[]>(
        `select id from region where not exists (
           select from notice_round r where r.region_id = region.id and r.day = $1 and r.delivery = $2) order by id`,
        [day, delivery],
      ),
    );
    return left.map(({ id }) => id);
  }

  /** A round is made whole or not at all; of two workers the second finds that it has been made. */
  private async makeRound(tx: Tx, round: Round): Promise<void> {
    const { regionId, day, delivery } = round;
    const claimed = await tx.query<object[]>(
      'insert into notice_round (region_id, day, delivery) values ($1, $2, $3) on conflict do nothing returning day',
      [regionId, day, delivery],
    );
    if (claimed.length === 0) return;
    const facts = await this.factsDue(tx, round);
    const told = facts.map(({ accountId, key }) => ({
      ...{ account_id: accountId, key, region_id: regionId, told_at: this.clock.now() },
    }));
    await insertRows(tx, 'notice', told);
    for (const post of this.postsOf(noticesOf(facts), round)) await this.postbox.post(tx, post);
  }

  private async factsDue(tx: Tx, { regionId, day, delivery }: Round): Promise<NoticeFact[]> {
    const { settings } = await regionSettings(tx, regionId);
    const facts: NoticeFact[] = [];
    for (const kind of noticeKinds) {
      const moments = momentsDue(kind, settings[kind], day);
      if (moments)
        facts.push(...(await factsDue(tx, kind, { regionId, delivery, moments, now: this.clock.now() })));
    }
    return facts;
  }

  /** A mail for each notice, or one with all of them for everyone. */
  private postsOf(notices: readonly Notice[], round: Round): Post[] {
    const { day, delivery } = round;
    if (delivery === 'at-once')
      return notices.map((notice) => {
        const [{ kind, subjectId, accountId, locale }] = notice;
        return this.post(notice[0], round, {
          ...{ key: `notice:${kind}:${subjectId}:${accountId}:${day}`, template: `notice-${kind}` },
          letter: noticeLetter(notice, this.config.publicUrl, this.translator(locale)),
        });
      });
    return grouped(notices, ([{ accountId }]) => accountId).map((own) => {
      const [[{ accountId, locale }]] = own;
      return this.post(own[0][0], round, {
        ...{ key: `notices:${accountId}:${day}`, template: 'notices-daily' },
        letter: dailyLetter(own, this.config.publicUrl, this.translator(locale)),
      });
    });
  }

  private post(
    { name, email, locale, municipalityId }: NoticeFact,
    { regionId }: Round,
    mail: Pick<Post, 'key' | 'template' | 'letter'>,
  ): Post {
    return {
      ...{ ...mail, reason: 'notice.due', locale, to: { name, address: email } },
      ...{ regionId, municipalityId, professionalId: null, sessionId: null, calendar: null },
    };
  }
}
