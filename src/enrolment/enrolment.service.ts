import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../shared/actor.js';
import { Database } from '../platform/database/database.js';
import { DomainError } from '../platform/errors/domain-error.js';
import { ProfessionalService } from '../people/professional.service.js';
import { Enrolment } from './enrolment.entity.js';
import { SeatDesk, type Seated } from './seat-desk.js';

@Injectable()
export class EnrolmentService {
  constructor(
    @Inject(Database) private readonly db: Database,
    @Inject(ProfessionalService) private readonly professionals: ProfessionalService,
    @Inject(SeatDesk) private readonly desk: SeatDesk,
  ) {}

  /**
   * Enrols a professional: a seat when there is one, otherwise the waiting list. A professional enrols only
   * oneself, a contact the own municipality's people; anyone else's are unknown to them.
   * @throws DomainError 'not-found', 'already-enrolled' or 'enrolment-not-open'
   */
  async enrol(actor: Actor, sessionId: string, professionalId: string): Promise<Seated> {
    const professional = await this.professionals.get(actor, professionalId);
    return this.desk.ask(sessionId, {
      kind: 'enrol',
      actor,
      professionalId,
      municipalityId: professional.municipalityId,
    });
  }

  /**
   * Gives up a seat or a place in the waiting list; whoever is next moves up in the same moment.
   * @throws DomainError 'not-found', 'enrolment-already-cancelled' or 'cancellation-too-late'
   */
  async cancel(actor: Actor, enrolmentId: string): Promise<Seated> {
    const enrolment = await this.db.read(actor, (tx) => tx.findOneBy(Enrolment, { id: enrolmentId }));
    if (!enrolment) throw new DomainError('not-found');
    return this.desk.ask(enrolment.sessionId, { kind: 'cancel', actor, enrolmentId });
  }
}
