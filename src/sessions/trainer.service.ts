import { Inject, Injectable } from '@nestjs/common';
import { AccountService } from '../access/account.service.js';
import type { Actor } from '../shared/actor.js';
import type { Tx } from '../platform/database/database.js';
import { Register, type RowResult } from '../platform/database/register.js';
import { Trainer } from './trainer.entity.js';

@Injectable()
export class TrainerService {
  constructor(
    @Inject(Register) private readonly register: Register,
    @Inject(AccountService) private readonly accounts: AccountService,
  ) {}

  /** Brings trainers into the register, each known by the e-mail address, and lets the new ones sign in. */
  async registerTrainers(
    tx: Tx,
    actor: Actor,
    rows: readonly Omit<Trainer, 'id' | 'regionId'>[],
  ): Promise<RowResult[]> {
    const regionId = actor.regionId!;
    const registered = await this.register.bringIn(tx, actor, {
      entity: Trainer,
      subjectType: 'trainer',
      within: { regionId },
      key: ['email'],
      personal: ['name', 'email'],
      rows: rows.map((row) => ({ ...row, regionId })),
    });
    const added = registered.filter(({ outcome }) => outcome === 'added');
    await this.accounts.openAccounts(
      tx,
      actor,
      added.map(({ row: { id, name, email } }) => ({
        ...{ regionId, role: 'trainer', name, email, locale: 'nl', trainerId: id },
      })),
    );
    return registered;
  }
}
