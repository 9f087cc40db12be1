import { Inject, Injectable } from '@nestjs/common';
import { IsNull, MoreThan } from 'typeorm';
import { systemActor, type Actor } from '../shared/actor.js';
import { newId, newToken } from '../shared/ids.js';
import { Audit } from '../platform/audit/audit.js';
import { Clock } from '../platform/clock.js';
import { CONFIG, type Config } from '../platform/config/config.js';
import { Database, type Tx } from '../platform/database/database.js';
import { DomainError } from '../platform/errors/domain-error.js';
import { TRANSLATOR, type Translator } from '../platform/i18n/translator.js';
import { Postbox } from '../platform/mail/postbox.js';
import { Account } from './account.entity.js';
import { SignIn, SignInLink } from './sign-in.entity.js';
import { signInLetter } from './sign-in.letters.js';
import { hashToken, LINK_LASTS_MS, SIGN_IN_LASTS_MS } from './tokens.rules.js';
import { IS_USABLE } from './usable-account.queries.js';

/** Signing in without a password: a link by mail, used once, within 15 minutes. */
@Injectable()
export class SignInService {
  constructor(
    @Inject(Database) private readonly db: Database,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
    @Inject(TRANSLATOR) private readonly translator: Translator,
    @Inject(Postbox) private readonly postbox: Postbox,
    @Inject(Audit) private readonly audit: Audit,
  ) {}

  /** Mails a link to the account of this address; says nothing about whether there is one. */
  async requestLink(email: string, next: string): Promise<void> {
    await this.db.transaction(systemActor, async (tx) => {
      const account = await usableAccount(tx, 'email', email);
      if (!account) return;
      const { id, url } = await this.makeLink(tx, account, next);
      await this.postbox.post(tx, {
        key: `sign-in-link:${id}`,
        reason: 'sign-in-link.requested',
        template: 'sign-in-link',
        locale: account.locale,
        to: { name: account.name, address: account.email },
        letter: signInLetter(account.name, url, this.translator(account.locale)),
        regionId: account.regionId,
        municipalityId: account.municipalityId,
        professionalId: account.professionalId,
        sessionId: null,
        holdsSecret: true,
        calendar: null,
      });
    });
  }

  /** A link for the account of this address without a mail: only the local start shows one per role. */
  async linkFor(email: string): Promise<string> {
    return this.db.transaction(systemActor, async (tx) => {
      const account = await tx.findOneByOrFail(Account, { email });
      return (await this.makeLink(tx, account, '/')).url;
    });
  }

  /**
   * Uses up a link and signs in; returns the secret for the cookie.
   * @throws DomainError 'link-not-valid' when it is unknown, used or too old, or its account is not to be used
   */
  async signIn(linkToken: string): Promise<string> {
    const now = this.clock.now();
    return this.db.transaction(systemActor, async (tx) => {
      const link = await tx.findOneBy(SignInLink, { tokenHash: hashToken(linkToken) });
      const used = await tx.update(
        SignInLink,
        { tokenHash: hashToken(linkToken), usedAt: IsNull(), expiresAt: MoreThan(now) },
        { usedAt: now },
      );
      if (!link || used.affected !== 1) throw new DomainError('link-not-valid');
      const account = await usableAccount(tx, 'id', link.accountId);
      if (!account) throw new DomainError('link-not-valid');
      const { id, role, regionId } = account;
      return this.begin(tx, { role, regionId, accountId: id });
    });
  }

  /** Signs in whoever has shown to be the owner of this account; returns the secret for the cookie. */
  async begin(tx: Tx, who: Pick<Actor, 'role' | 'regionId' | 'accountId'>): Promise<string> {
    const now = this.clock.now();
    const token = newToken();
    const accountId = who.accountId!;
    await tx.insert(SignIn, {
      id: newId(now),
      accountId,
      tokenHash: hashToken(token),
      createdAt: now,
      expiresAt: new Date(now.getTime() + SIGN_IN_LASTS_MS),
      endedAt: null,
    });
    await this.audit.record(tx, {
      actor: { ...systemActor, ...who },
      action: 'signIn',
      subjectType: 'account',
      subjectId: accountId,
    });
    return token;
  }

  async signOut(token: string): Promise<void> {
    const endedAt = this.clock.now();
    await this.db.transaction(systemActor, (tx) =>
      tx.update(SignIn, { tokenHash: hashToken(token), endedAt: IsNull() }, { endedAt }),
    );
  }

  private async makeLink(tx: Tx, account: Account, next: string): Promise<{ id: string; url: string }> {
    const now = this.clock.now();
    const token = newToken();
    const id = newId(now);
    const expiresAt = new Date(now.getTime() + LINK_LASTS_MS);
    await tx.insert(SignInLink, {
      id,
      accountId: account.id,
      tokenHash: hashToken(token),
      createdAt: now,
      expiresAt,
      usedAt: null,
    });
    const suffix = next === '/' ? '' : `?next=${encodeURIComponent(next)}`;
    return { id, url: `${this.config.publicUrl}/sign-in/links/${token}${suffix}` };
  }
}

function usableAccount(tx: Tx, by: 'id' | 'email', value: string): Promise<Account | null> {
  return tx
    .createQueryBuilder(Account, 'a')
    .where(`a.${by} = :value`, { value })
    .andWhere(IS_USABLE)
    .getOne();
}
