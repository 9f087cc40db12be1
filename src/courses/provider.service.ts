import { Inject, Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { Actor } from '../shared/actor.js';
import { newId } from '../shared/ids.js';
import { Clock } from '../platform/clock.js';
import type { Tx } from '../platform/database/database.js';
import { Register, type Outcome } from '../platform/database/register.js';
import { Provider } from './provider.entity.js';

/** What is told about a provider. */
export type ProviderDetails = Pick<Provider, 'name' | 'crkbo' | 'source'>;

@Injectable()
export class ProviderService {
  constructor(
    @Inject(Clock) private readonly clock: Clock,
    @Inject(Register) private readonly register: Register,
  ) {}

  /** Brings providers into the register, each known by its name, in capitals or not. */
  async registerProviders(tx: Tx, actor: Actor, rows: readonly ProviderDetails[]): Promise<Outcome[]> {
    const regionId = actor.regionId!;
    const lock = { mode: 'for_no_key_update' } as const;
    const standing = await tx.find(Provider, { where: { regionId }, lock });
    const byName = new Map(standing.map((provider) => [provider.name.toLowerCase(), provider]));
    const registered = await this.register.bringIn(tx, actor, {
      entity: Provider,
      subjectType: 'provider',
      within: { regionId },
      key: ['id'],
      rows: rows.map((row) => {
        const before = byName.get(row.name.toLowerCase()) ?? {
          id: newId(this.clock.now()),
          regionId,
          version: 1,
        };
        return { ...before, ...row };
      }),
    });
    const changed = registered.filter(({ outcome }) => outcome === 'changed').map(({ row }) => row.id);
    if (changed.length > 0) await tx.increment(Provider, { id: In(changed) }, 'version', 1);
    return registered.map(({ outcome }) => outcome);
  }
}
