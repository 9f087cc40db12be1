import { Inject, Injectable } from '@nestjs/common';
import type { Actor, Role } from '../shared/actor.js';
import { newId } from '../shared/ids.js';
import type { Locale } from '../shared/locale.js';
import { Audit } from '../platform/audit/audit.js';
import { Clock } from '../platform/clock.js';
import { type Tx } from '../platform/database/database.js';
import { Account } from './account.entity.js';

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

  /** Lets someone sign in from now on; an address that has an account keeps the one it has. */
  async openAccount(tx: Tx, actor: Actor, account: NewAccount): Promise<void> {
    const id = newId(this.clock.now());
    const inserted = await tx
      .createQueryBuilder()
      .insert()
      .into(Account)
      .values({ municipalityId: null, professionalId: null, trainerId: null, ...account, id, closedAt: null })
      .orIgnore()
      .execute();
    const { role } = account;
    if ((inserted.raw as unknown[]).length > 0)
      await this.audit.record(tx, {
        actor,
        action: 'openAccount',
        subjectType: 'account',
        subjectId: id,
        after: { role },
      });
  }
}
