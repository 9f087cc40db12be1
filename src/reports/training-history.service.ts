import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../shared/actor.js';
import type { Tx } from '../platform/database/database.js';
import { Register, type RowResult } from '../platform/database/register.js';
import { TrainingHistory } from './training-history.entity.js';

@Injectable()
export class TrainingHistoryService {
  constructor(@Inject(Register) private readonly register: Register) {}

  /** Brings figures of earlier years into the register, each known by its municipality and year. */
  async registerHistory(
    tx: Tx,
    actor: Actor,
    rows: readonly Omit<TrainingHistory, 'id' | 'regionId'>[],
  ): Promise<RowResult[]> {
    const regionId = actor.regionId!;
    const registered = await this.register.bringIn(tx, actor, {
      entity: TrainingHistory,
      subjectType: 'training-history',
      within: { regionId },
      key: ['municipalityId', 'year'],
      rows: rows.map((row) => ({ ...row, regionId })),
    });
    return registered;
  }
}
