import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../shared/actor.js';
import { newId } from '../shared/ids.js';
import { Audit } from '../platform/audit/audit.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import { DomainError } from '../platform/errors/domain-error.js';
import { ProfessionalService } from '../people/professional.service.js';
import { Recognition } from './recognition.entity.js';

export type NewRecognition = Pick<Recognition, 'professionalId' | 'level' | 'validUntil'> & {
  readonly basis: string;
};

/** Earlier education that counts where a course asks for a level. What it rests on stays out of the audit trail. */
@Injectable()
export class RecognitionService {
  constructor(
    @Inject(Database) private readonly db: Database,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(Audit) private readonly audit: Audit,
    @Inject(ProfessionalService) private readonly professionals: ProfessionalService,
  ) {}

  /**
   * Lets earlier education count as a certificate from now on.
   * @returns its id
   * @throws DomainError 'not-found' for someone the actor may not see
   */
  async recognise(actor: Actor, recognition: NewRecognition): Promise<string> {
    const { regionId, municipalityId } = await this.professionals.get(actor, recognition.professionalId);
    const recordedAt = this.clock.now();
    const id = newId(recordedAt);
    await this.db.transaction(actor, async (tx) => {
      await tx.insert(Recognition, {
        ...{ ...recognition, id, regionId, municipalityId, recordedAt },
        recordedBy: actor.accountId!,
      });
      const { professionalId, level, validUntil } = recognition;
      await this.audit.record(tx, {
        ...{ actor, action: 'recognise', subjectType: 'recognition', subjectId: id },
        after: { professionalId, level, validUntil },
      });
    });
    return id;
  }

  /**
   * Takes a recognition back; who got a seat with it keeps the seat.
   * @throws DomainError 'not-found'
   */
  async withdraw(actor: Actor, id: string): Promise<void> {
    await this.db.transaction(actor, async (tx) => {
      const found = await tx.findOneBy(Recognition, { id });
      if (!found) throw new DomainError('not-found');
      await tx.delete(Recognition, { id });
      const { professionalId, level, validUntil } = found;
      await this.audit.record(tx, {
        ...{ actor, action: 'withdrawRecognition', subjectType: 'recognition', subjectId: id },
        before: { professionalId, level, validUntil },
      });
    });
  }
}
