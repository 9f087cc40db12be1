import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../shared/actor.js';
import { Database } from '../platform/database/database.js';
import { DomainError } from '../platform/errors/domain-error.js';
import { Professional } from './professional.entity.js';

@Injectable()
export class ProfessionalService {
  constructor(@Inject(Database) private readonly db: Database) {}

  /** @throws DomainError 'not-found', also when the actor may not see this professional */
  async get(actor: Actor, id: string): Promise<Professional> {
    const professional = await this.db.read(actor, (tx) => tx.findOneBy(Professional, { id }));
    if (!professional) throw new DomainError('not-found');
    return professional;
  }
}
