import { Inject, Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { systemActor, type Actor, type Role } from '../shared/actor.js';
import { newId } from '../shared/ids.js';
import type { Locale } from '../shared/locale.js';
import { Audit, type Deed } from '../platform/audit/audit.js';
import { Clock } from '../platform/clock.js';
import { Database, type Tx } from '../platform/database/database.js';
import { DomainError } from '../platform/errors/domain-error.js';
import { Account } from './account.entity.js';
import { ApiKey } from './api-key.entity.js';
import { SignIn, SignInLink } from './sign-in.entity.js';

// PostgreSQL takes 65,535 values in a statement.
const ROWS_PER_STATEMENT = 1_000;

/** Whom an account is for. */
export interface NewAccount {
  readonly regionId: string;
  readonly role: Role;
  readonly name: string;
  readonly email: string;
  readonly locale: Locale;
  readonly municipalityId?: string | null;
  readonly professionalId?: string | null;
  readonly trainerId?: string | null;
}

@Injectable()
export class AccountService {
  constructor(
    @Inject(Database) private readonly db: Database,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(Audit) private readonly audit: Audit,
  ) {}

  /** Lets someone sign in from now on; false when the address has an account already, which it keeps. */
  async openAccount(tx: Tx, actor: Actor, account: NewAccount): Promise<boolean> {
    return (await this.openAccounts(tx, actor, [account])).length === 1;
  }

  /** Lets people sign in from now on, and answers the addresses that had no account before; others keep the one they have. */
  async openAccounts(tx: Tx, actor: Actor, accounts: readonly NewAccount[]): Promise<string[]> {
    const opened: string[] = [];
    for (let start = 0; start < accounts.length; start += ROWS_PER_STATEMENT) {
      const rows = accounts.slice(start, start + ROWS_PER_STATEMENT).map((account) => ({
        ...{ municipalityId: null, professionalId: null, trainerId: null, ...account },
        id: newId(this.clock.now()),
        closedAt: null,
      }));
      const inserted = await tx
        .createQueryBuilder()
        .insert()
        .into(Account)
        .values(rows)
        .orIgnore()
        .updateEntity(false)
        .returning(['id', 'email', 'role'])
        .execute();
      const added = inserted.raw as { id: string; email: string; role: Role }[];
      opened.push(...added.map(({ email }) => email));
      await this.audit.record(
        tx,
        ...added.map(({ id, role }): Deed => ({
          ...{ actor, action: 'openAccount', subjectType: 'account', subjectId: id },
          after: { role },
        })),
      );
    }
    return opened;
  }

  /** Accounts follow the register when professionals get another name or municipality. */
  async followProfessionals(
    tx: Tx,
    professionals: readonly { readonly id: string; readonly name: string; readonly municipalityId: string }[],
  ): Promise<void> {
    await tx.query(
      `update account set name = current.name, municipality_id = current.municipality_id
       from unnest($1::uuid[], $2::text[], $3::uuid[]) current (id, name, municipality_id)
       where account.professional_id = current.id`,
      [
        professionals.map(({ id }) => id),
        professionals.map(({ name }) => name),
        professionals.map(({ municipalityId }) => municipalityId),
      ],
    );
  }

  /** The account of a trainer follows when the trainer gets another name or address; who uses it stays signed in. */
  async followTrainer(
    tx: Tx,
    { id, name, email }: { readonly id: string; readonly name: string; readonly email: string },
  ): Promise<void> {
    await tx.update(Account, { trainerId: id }, { name, email });
  }

  /**
   * Opens an account by hand, in the actor's own region.
   * @throws DomainError 'address-has-account', or 'not-found' for a municipality of another region
   */
  async openByHand(actor: Actor, account: Omit<NewAccount, 'regionId'>): Promise<void> {
    await this.db.transaction(actor, async (tx) => {
      const { municipalityId } = account;
      if (municipalityId) {
        const known = await tx.query<object[]>('select from municipality where id = $1', [municipalityId]);
        if (known.length === 0) throw new DomainError('not-found');
      }
      const opened = await this.openAccount(tx, actor, { ...account, regionId: actor.regionId! });
      if (!opened) throw new DomainError('address-has-account');
    });
  }

  /**
   * Closes an account of the actor's region: who used it is signed out everywhere and its API keys stop working.
   * @throws DomainError 'not-found', or 'own-account', so that a region never loses its last administrator
   */
  async closeAccount(actor: Actor, id: string): Promise<void> {
    if (id === actor.accountId) throw new DomainError('own-account');
    const now = this.clock.now();
    const open = { id, regionId: actor.regionId!, closedAt: IsNull() };
    // Sign-ins are the system's own: nobody, an administrator included, may read them.
    await this.db.transaction(systemActor, async (tx) => {
      const closed = await tx.update(Account, open, { closedAt: now });
      if (closed.affected !== 1) throw new DomainError('not-found');
      await tx.update(SignInLink, { accountId: id, usedAt: IsNull() }, { usedAt: now });
      await tx.update(SignIn, { accountId: id, endedAt: IsNull() }, { endedAt: now });
      await tx.update(ApiKey, { accountId: id, revokedAt: IsNull() }, { revokedAt: now });
      await this.audit.record(tx, { actor, action: 'closeAccount', subjectType: 'account', subjectId: id });
    });
  }
}
