import { Inject, Injectable } from '@nestjs/common';
import { IsNull, LessThan } from 'typeorm';
import { SignInService } from '../access/sign-in.service.js';
import { hashToken } from '../access/tokens.rules.js';
import { EnrolmentService } from '../enrolment/enrolment.service.js';
import { hasWishes, type Wishes } from '../enrolment/wishes.rules.js';
import { EnrolmentWishes } from '../enrolment/wishes.service.js';
import { ProfessionalService, type NewProfessional } from '../people/professional.service.js';
import { Clock } from '../platform/clock.js';
import { CONFIG, type Config } from '../platform/config/config.js';
import { Database, type Tx } from '../platform/database/database.js';
import { DomainError } from '../platform/errors/domain-error.js';
import { TRANSLATOR, type Translator } from '../platform/i18n/translator.js';
import { Postbox } from '../platform/mail/postbox.js';
import { takesEnrolments } from '../sessions/session-life.rules.js';
import { systemActor, type Actor } from '../shared/actor.js';
import { newId, newToken } from '../shared/ids.js';
import type { Locale } from '../shared/locale.js';
import { EnrolmentLink } from './enrolment-link.entity.js';
import { accountOf, linkOf, linksSince, newcomerChoices, placeIn } from './newcomer.queries.js';
import { ENROLMENT_LINK_LASTS_MS, MOST_LINKS, organisationsFor } from './newcomer.rules.js';
import { openSession, type OpenSession } from './open-session.queries.js';
import { enrolmentLinkLetter } from './online-enrolment.letters.js';

/** What someone who is not in the register tells; the address is the one that the link was mailed to. */
export type Newcomer = Omit<NewProfessional, 'email'>;

/** Who may enrol with a link, and in what. */
export interface Invited {
  readonly session: OpenSession;
  readonly email: string;
  /** Null for someone who is not in the register yet. */
  readonly person: Actor | null;
}

/** Enrolling without an account: a link to the work address, and behind it one form that registers and enrols. */
@Injectable()
export class OnlineEnrolment {
  constructor(
    @Inject(Database) private readonly db: Database,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
    @Inject(TRANSLATOR) private readonly translator: Translator,
    @Inject(Postbox) private readonly postbox: Postbox,
    @Inject(SignInService) private readonly signIns: SignInService,
    @Inject(ProfessionalService) private readonly professionals: ProfessionalService,
    @Inject(EnrolmentService) private readonly enrolments: EnrolmentService,
    @Inject(EnrolmentWishes) private readonly wishes: EnrolmentWishes,
  ) {}

  /**
   * Mails a link to enrol in a session. It does the same for every address, known or not, so that neither the answer
   * nor the time it takes tells who is in the register; an address that asks too often gets no more for a while.
   * @throws DomainError 'not-found' or 'enrolment-not-open'
   */
  async askLink(sessionId: string, email: string, locale: Locale): Promise<void> {
    const now = this.clock.now();
    await this.db.transaction(systemActor, async (tx) => {
      const session = await this.enrollable(tx, sessionId);
      // Two presses at once must not both find room for one more.
      await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [email]);
      const since = new Date(now.getTime() - ENROLMENT_LINK_LASTS_MS);
      if ((await linksSince(tx, email, since)) >= MOST_LINKS) return;
      const [id, token] = [newId(now), newToken()];
      const expiresAt = new Date(now.getTime() + ENROLMENT_LINK_LASTS_MS);
      const tokenHash = hashToken(token);
      await tx.insert(EnrolmentLink, {
        id,
        sessionId,
        email,
        tokenHash,
        createdAt: now,
        expiresAt,
        usedAt: null,
      });
      const url = `${this.config.publicUrl}/enrolment-links/${token}`;
      await this.postbox.post(tx, {
        ...{
          key: `enrolment-link:${id}`,
          reason: 'enrolment-link.requested',
          template: 'enrolment-link',
          locale,
        },
        to: { name: email, address: email },
        letter: enrolmentLinkLetter(session, url, locale, this.translator(locale)),
        // Whose address it is nobody has shown yet, so the mail is of no municipality, person or session.
        ...{ regionId: session.regionId, municipalityId: null, professionalId: null, sessionId: null },
        ...{ holdsSecret: true, calendar: null },
      });
    });
  }

  /**
   * @throws DomainError 'enrolment-link-not-valid' when it is unknown, used or too old; 'enrolment-not-open';
   *   'entry-level-missing' for someone new; or 'address-not-for-enrolment' for someone who cannot enrol here
   */
  async show(token: string): Promise<Invited> {
    return this.db.read(systemActor, async (tx) => {
      const link = await linkOf(tx, hashToken(token), this.clock.now());
      if (!link) throw new DomainError('enrolment-link-not-valid');
      const session = await this.enrollable(tx, link.sessionId);
      const person = await this.personOf(tx, link.email, session);
      // Who is new has no certificate; better said before the form than after it.
      if (!person && session.entryLevel !== null) throw new DomainError('entry-level-missing');
      return { session, email: link.email, person };
    });
  }

  /** What someone who is not in the register yet has to choose from. */
  async choices({ session, email }: Pick<Invited, 'session' | 'email'>) {
    const { organisations, ...others } = await this.db.read(systemActor, (tx) =>
      newcomerChoices(tx, session.regionId),
    );
    return { ...others, ...organisationsFor(email, organisations) };
  }

  /**
   * Enrols whoever has the link, after registering who is not in the register yet, and signs them in. Whoever had a
   * place keeps it. A press that found the link unused goes through, also when another came between: people press twice.
   * @param invited what `show` told of this link when the button was pressed
   * @returns the secret for the cookie, and the enrolment
   * @throws DomainError what ProfessionalService.registerOneself and EnrolmentService.enrol throw, or
   *   'organisation-unknown' for one that was not to choose from; then the link still works
   */
  async enrol(
    token: string,
    invited: Invited,
    newcomer: Newcomer | null,
    wishes: Wishes,
  ): Promise<{ readonly secret: string; readonly sessionId: string; readonly enrolmentId: string }> {
    const { session } = invited;
    const person = invited.person ?? (await this.register(invited, newcomer));
    const enrolmentId = await this.placeOf(person, session.id);
    if (hasWishes(wishes)) await this.wishes.write(person, enrolmentId, wishes);
    const secret = await this.db.transaction(systemActor, async (tx) => {
      await tx.update(
        EnrolmentLink,
        { tokenHash: hashToken(token), usedAt: IsNull() },
        { usedAt: this.clock.now() },
      );
      return this.signIns.begin(tx, person);
    });
    return { secret, sessionId: session.id, enrolmentId };
  }

  /** Deletes the links that are too old to work, with their addresses. */
  async forgetOldLinks(): Promise<void> {
    await this.db.transaction(systemActor, (tx) =>
      tx.delete(EnrolmentLink, { expiresAt: LessThan(this.clock.now()) }),
    );
  }

  private async enrollable(tx: Tx, sessionId: string): Promise<OpenSession> {
    const session = await openSession(tx, sessionId, this.clock.now());
    if (!session) throw new DomainError('not-found');
    if (!takesEnrolments(session, this.clock.now())) throw new DomainError('enrolment-not-open');
    return session;
  }

  private async personOf(tx: Tx, email: string, { regionId }: OpenSession): Promise<Actor | null> {
    const account = await accountOf(tx, email);
    if (!account) return null;
    const { actor, isClosed } = account;
    if (isClosed || actor.role !== 'professional' || actor.regionId !== regionId)
      throw new DomainError('address-not-for-enrolment');
    return actor;
  }

  private async register({ session, email }: Invited, newcomer: Newcomer | null): Promise<Actor> {
    if (!newcomer) throw new DomainError('changed-meanwhile');
    const { choices } = await this.choices({ session, email });
    if (!choices.some(({ id }) => id === newcomer.organisationId))
      throw new DomainError('organisation-unknown');
    try {
      await this.professionals.registerOneself(session.regionId, { ...newcomer, email });
    } catch (error) {
      // Registered in the meantime, by another press or by someone else: that is who enrols.
      if (!(error instanceof DomainError) || error.code !== 'email-in-use') throw error;
    }
    const person = await this.db.read(systemActor, (tx) => this.personOf(tx, email, session));
    if (!person) throw new DomainError('address-not-for-enrolment');
    return person;
  }

  /** The place that this person gets, or has. */
  private async placeOf(person: Actor, sessionId: string): Promise<string> {
    try {
      return (await this.enrolments.enrol(person, sessionId, person.professionalId!)).enrolmentId;
    } catch (error) {
      if (!(error instanceof DomainError) || error.code !== 'already-enrolled') throw error;
      const had = await this.db.read(systemActor, (tx) => placeIn(tx, sessionId, person.professionalId!));
      if (had === null) throw error;
      return had;
    }
  }
}
