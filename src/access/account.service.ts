import { Inject, Injectable } from '@nestjs/common';
import type { Actor, Role } from '../shared/actor.js';
import { newId } from '../shared/ids.js';
import type { Locale } from '../shared/locale.js';
import { Audit } from '../platform/audit/audit.js';
import { Clock } from '../platform/clock.js';
import { type Tx } from '../platform/database/database.js';
import { Account } from './account.entity.js';

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
        ...added.map(({ id, role }) => ({
          ...{ actor, action: 'openAccount', subjectType: 'account', subjectId: id },
          after: { role },
        })),
      );
    }
    return opened;
  }

  /** An account follows the register when a professional gets another name or municipality. */
  async followProfessional(
    tx: Tx,
    professional: { readonly id: string; readonly name: string; readonly municipalityId: string },
  ): Promise<void> {
    const { id: professionalId, name, municipalityId } = professional;
    await tx.update(Account, { professionalId }, { name, municipalityId });
  }
}
