import { Inject, Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { Actor } from '../shared/actor.js';
import { newId } from '../shared/ids.js';
import { Clock } from '../platform/clock.js';
import { Database, FOR_CHANGE, violatedConstraint, type Tx } from '../platform/database/database.js';
import { Register, type RowResult } from '../platform/database/register.js';
import { DomainError } from '../platform/errors/domain-error.js';
import { Provider } from './provider.entity.js';

/** What is told about a provider. */
export type ProviderDetails = Pick<Provider, 'name' | 'crkbo' | 'source'>;

@Injectable()
export class ProviderService {
  constructor(
    @Inject(Clock) private readonly clock: Clock,
    @Inject(Database) private readonly db: Database,
    @Inject(Register) private readonly register: Register,
  ) {}

  /** Brings providers into the register, each known by its name, in capitals or not. */
  async registerProviders(tx: Tx, actor: Actor, rows: readonly ProviderDetails[]): Promise<RowResult[]> {
    const regionId = actor.regionId!;
    const standing = await tx.find(Provider, { where: { regionId }, lock: FOR_CHANGE });
    const byName = new Map(standing.map((provider) => [provider.name.toLowerCase(), provider]));
    const whole = rows.map((row) => ({
      ...(byName.get(row.name.toLowerCase()) ?? this.newProvider(regionId)),
      ...row,
    }));
    return this.write(tx, actor, whole);
  }

  /** @throws DomainError 'provider-name-in-use' */
  async add(actor: Actor, details: ProviderDetails): Promise<string> {
    const provider = { ...this.newProvider(actor.regionId!), ...details };
    await this.withNameFree(details.name, () =>
      this.db.transaction(actor, (tx) => this.write(tx, actor, [provider])),
    );
    return provider.id;
  }

  /**
   * Makes a provider as told, when it is still of the version that the teller looked at.
   * @throws DomainError 'not-found', 'changed-meanwhile' or 'provider-name-in-use'
   */
  async change(actor: Actor, id: string, version: number, details: ProviderDetails): Promise<void> {
    await this.withNameFree(details.name, () =>
      this.db.transaction(actor, async (tx) => {
        const provider = await tx.findOne(Provider, { where: { id }, lock: FOR_CHANGE });
        if (!provider) throw new DomainError('not-found');
        if (provider.version !== version) throw new DomainError('changed-meanwhile');
        await this.write(tx, actor, [{ ...provider, ...details }]);
      }),
    );
  }

  private async write(tx: Tx, actor: Actor, providers: readonly Provider[]): Promise<RowResult[]> {
    const registered = await this.register.bringIn(tx, actor, {
      entity: Provider,
      subjectType: 'provider',
      within: { regionId: actor.regionId! },
      key: ['id'],
      rows: providers,
    });
    const changed = registered.filter(({ outcome }) => outcome === 'changed').map(({ row }) => row.id);
    if (changed.length > 0) await tx.increment(Provider, { id: In(changed) }, 'version', 1);
    return registered;
  }

  private async withNameFree<T>(name: string, work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      if (violatedConstraint(error) !== 'provider_name_unique') throw error;
      throw new DomainError('provider-name-in-use', { name });
    }
  }

  private newProvider(regionId: string): Pick<Provider, 'id' | 'regionId' | 'version'> {
    return { id: newId(this.clock.now()), regionId, version: 1 };
  }
}
