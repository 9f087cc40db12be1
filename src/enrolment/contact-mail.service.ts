import { Inject, Injectable } from '@nestjs/common';
import { systemActor } from '../shared/actor.js';
import type { Locale } from '../shared/locale.js';
import { CONFIG, type Config } from '../platform/config/config.js';
import { Database, type Tx } from '../platform/database/database.js';
import { TRANSLATOR, type Translator } from '../platform/i18n/translator.js';
import { Postbox } from '../platform/mail/postbox.js';
import { appointments } from './appointment.queries.js';
import { contactLetter } from './enrolment.letters.js';

/** A contact of a municipality of which people have a seat in a session or wait for one. */
interface ConcernedContact {
  readonly accountId: string;
  readonly regionId: string;
  readonly municipalityId: string;
  readonly name: string;
  readonly email: string;
  readonly locale: Locale;
  /** How many people of the municipality it concerns. */
  readonly people: number;
}

const CONCERNED = `
  select a.id "accountId", a.region_id "regionId", a.municipality_id "municipalityId", a.name, a.email, a.locale,
    count(*)::int people
  from enrolment e join account a on a.municipality_id = e.municipality_id and a.role = 'contact'
  where e.session_id = $1 and e.status <> 'cancelled' and a.closed_at is null group by a.id order by a.email`;

/** Tells contacts by mail what becomes of a session that people of their municipality come to. */
@Injectable()
export class ContactMail {
  constructor(
    @Inject(Database) private readonly db: Database,
    @Inject(CONFIG) private readonly config: Config,
    @Inject(TRANSLATOR) private readonly translator: Translator,
    @Inject(Postbox) private readonly postbox: Postbox,
  ) {}

  async tellMoved(sessionId: string): Promise<void> {
    await this.db.transaction(systemActor, (tx) => this.post(tx, sessionId, 'moved'));
  }

  /** Posts that a session is called off, in the transaction that then ends its enrolments. */
  async postCalledOff(tx: Tx, sessionId: string): Promise<void> {
    await this.post(tx, sessionId, 'calledOff');
  }

  private async post(tx: Tx, sessionId: string, news: 'moved' | 'calledOff'): Promise<void> {
    const appointment = (await appointments(tx, [sessionId])).get(sessionId)!;
    for (const contact of await tx.query<ConcernedContact[]>(CONCERNED, [sessionId])) {
      const { accountId, regionId, municipalityId, name, email, locale, people } = contact;
      const to = { name, locale, appointment, publicUrl: this.config.publicUrl };
      await this.postbox.post(tx, {
        key: `contact.${news}:${sessionId}:${accountId}:${appointment.sequence}`,
        ...{ reason: `contact.${news}`, template: `contact-${news}`, locale, calendar: null },
        ...{ to: { name, address: email }, regionId, municipalityId, sessionId, professionalId: null },
        letter: contactLetter(to, news, people, this.translator(locale)),
      });
    }
  }
}
