import { Inject, Injectable } from '@nestjs/common';
import { facts, type FactName, type FactOf } from '../../facts.js';
import { Clock } from '../clock.js';
import type { Tx } from '../database/database.js';
import { insertRows } from '../database/insert-rows.js';

/** Facts leave a feature only through here: committed with what they tell of, or not at all. */
@Injectable()
export class Outbox {
  constructor(@Inject(Clock) private readonly clock: Clock) {}

  async publish<N extends FactName>(tx: Tx, fact: N, payload: FactOf<N>): Promise<void> {
    await this.publishAll(tx, fact, [payload]);
  }

  /** Publishes one fact per payload in a single statement, in their order. */
  async publishAll<N extends FactName>(tx: Tx, fact: N, payloads: readonly FactOf<N>[]): Promise<void> {
    const created_at = this.clock.now();
    await insertRows(
      tx,
      'outbox',
      payloads.map((payload) => ({ fact, payload: facts[fact].parse(payload), created_at })),
    );
  }
}
