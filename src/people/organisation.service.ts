import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../shared/actor.js';
import type { Tx } from '../platform/database/database.js';
import { Register, type RowResult } from '../platform/database/register.js';
import { Organisation, ProfessionalFunction } from './organisation.entity.js';

@Injectable()
export class OrganisationService {
  constructor(@Inject(Register) private readonly register: Register) {}

  /** Brings functions into the region's list, each known by its code. */
  async registerFunctions(
    tx: Tx,
    actor: Actor,
    rows: readonly Omit<ProfessionalFunction, 'id' | 'regionId'>[],
  ): Promise<RowResult[]> {
    const regionId = actor.regionId!;
    const registered = await this.register.bringIn(tx, actor, {
      entity: ProfessionalFunction,
      subjectType: 'professional-function',
      within: { regionId },
      key: ['code'],
      rows: rows.map((row) => ({ ...row, regionId })),
    });
    return registered;
  }

  /** Brings organisations into the register, each known by its municipality and name. */
  async registerOrganisations(
    tx: Tx,
    actor: Actor,
    rows: readonly Omit<Organisation, 'id' | 'regionId'>[],
  ): Promise<RowResult[]> {
    const regionId = actor.regionId!;
    const registered = await this.register.bringIn(tx, actor, {
      entity: Organisation,
      subjectType: 'organisation',
      within: { regionId },
      key: ['municipalityId', 'name'],
      personal: ['contactName', 'contactEmail'],
      rows: rows.map((row) => ({ ...row, regionId })),
    });
    return registered;
  }
}
