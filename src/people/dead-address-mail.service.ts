import { Inject, Injectable } from '@nestjs/common';
import { systemActor } from '../shared/actor.js';
import type { Locale } from '../shared/locale.js';
import type { FactOf } from '../facts.js';
import { CONFIG, type Config } from '../platform/config/config.js';
import { Database } from '../platform/database/database.js';
import { TRANSLATOR, type Translator } from '../platform/i18n/translator.js';
import { HandlesJob } from '../platform/jobs/job-handlers.js';
import { Postbox } from '../platform/mail/postbox.js';
import { deadAddressLetter } from './dead-address.letters.js';

interface Told {
  readonly accountId: string;
  readonly name: string;
  readonly email: string;
  readonly locale: Locale;
  readonly regionId: string;
  readonly municipalityId: string | null;
  readonly deadName: string;
  readonly deadAddress: string;
}

/** Who looks after the person to whom a mail was: the contacts of the municipality, or the coordinators where it has none whom mail reaches. */
const WHO_TO_TELL = `
  with dead as (
    select m.region_id, m.municipality_id, m.to_name, m.to_address from message m where m.id = $1
  ), reached as (
    select a.* from dead join account a on a.region_id = dead.region_id
    where a.closed_at is null and a.role in ('contact', 'coordinator')
      and not exists (select from dead_address d where d.region_id = a.region_id and d.address = lower(a.email))
  ), contact as (
    select r.* from reached r join dead on r.municipality_id = dead.municipality_id where r.role = 'contact'
  )
  select t.id "accountId", t.name, t.email, t.locale, t.region_id "regionId", dead.municipality_id "municipalityId",
    dead.to_name "deadName", dead.to_address "deadAddress"
  from dead, (select * from contact union all
    select * from reached where role = 'coordinator' and not exists (select from contact)) t
  order by t.email`;

/** Tells who can mend it that a mail address does not exist. */
@Injectable()
export class DeadAddressMail {
  constructor(
    @Inject(Database) private readonly db: Database,
    @Inject(CONFIG) private readonly config: Config,
    @Inject(TRANSLATOR) private readonly translator: Translator,
    @Inject(Postbox) private readonly postbox: Postbox,
  ) {}

  @HandlesJob('people.tell-dead-address')
  async tell({ messageId }: FactOf<'address.died'>): Promise<void> {
    await this.db.transaction(systemActor, async (tx) => {
      for (const to of await tx.query<Told[]>(WHO_TO_TELL, [messageId])) {
        const { accountId, name, email, locale, regionId, municipalityId } = to;
        await this.postbox.post(tx, {
          key: `address.died:${messageId}:${accountId}`,
          ...{ reason: 'address.died', template: 'address-died', locale, calendar: null },
          ...{ to: { name, address: email }, regionId, municipalityId },
          ...{ sessionId: null, professionalId: null },
          letter: deadAddressLetter(to, this.config.publicUrl, this.translator(locale)),
        });
      }
    });
  }
}
