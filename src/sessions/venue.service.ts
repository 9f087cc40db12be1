import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../shared/actor.js';
import type { Tx } from '../platform/database/database.js';
import { Register, type Outcome } from '../platform/database/register.js';
import { Venue } from './venue.entity.js';

@Injectable()
export class VenueService {
  constructor(@Inject(Register) private readonly register: Register) {}

  /** Brings venues into the register, each known by its municipality and name. */
  async registerVenues(
    tx: Tx,
    actor: Actor,
    rows: readonly Omit<Venue, 'id' | 'regionId'>[],
  ): Promise<Outcome[]> {
    const regionId = actor.regionId!;
    const registered = await this.register.bringIn(tx, actor, {
      entity: Venue,
      subjectType: 'venue',
      within: { regionId },
      key: ['municipalityId', 'name'],
      rows: rows.map((row) => ({ ...row, regionId })),
    });
    return registered.map(({ outcome }) => outcome);
  }
}
