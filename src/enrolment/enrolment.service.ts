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
   * Enrols a professional: a seat when there is one, otherwise the waiting list; where the course
   * asks for it, first a request to the own municipality's contact. A professional enrols only
   * oneself, a contact the own municipality's people; anyone else's are unknown to them.
   * @throws DomainError 'not-found', 'already-enrolled' or 'enrolment-not-open'
   */
  async enrol(actor: Actor, sessionId: string, professionalId: string): Promise<Seated> {
    return this.desk.ask(sessionId, { kind: 'enrol', actor, professionalId, aboveCapacity: false });
  }

  /**
   * Gives someone a seat although there may be none free; only a coordinator does so.
   * @throws DomainError 'not-allowed', 'not-found', 'already-enrolled' or 'enrolment-not-open'
   */
  async addAboveCapacity(actor: Actor, sessionId: string, professionalId: string): Promise<Seated> {
    if (actor.role !== 'coordinator') throw new DomainError('not-allowed');
    return this.desk.ask(sessionId, { kind: 'enrol', actor, professionalId, aboveCapacity: true });
  }

  /**
   * Approves a request, which then takes its place as if approved when it came.
   * @throws DomainError 'not-found', 'request-already-decided' or 'enrolment-not-open'
   */
  async approve(actor: Actor, enrolmentId: string): Promise<Seated> {
    const { sessionId } = await this.own(actor, enrolmentId);
    return this.desk.ask(sessionId, { kind: 'approve', actor, enrolmentId });
  }

  /** @throws DomainError 'not-found' or 'request-already-decided' */
  async reject(actor: Actor, enrolmentId: string): Promise<Seated> {
    const { sessionId } = await this.own(actor, enrolmentId);
    return this.desk.ask(sessionId, { kind: 'reject', actor, enrolmentId });
  }

  /**
   * Takes the seat that was offered; again after that, it is still theirs.
   * @throws DomainError 'not-found' or 'offer-expired'
   */
  async acceptOffer(actor: Actor, enrolmentId: string): Promise<Seated> {
    const { sessionId } = await this.own(actor, enrolmentId);
    return this.desk.ask(sessionId, { kind: 'acceptOffer', actor, enrolmentId });
  }

  /** @throws DomainError 'not-found' or 'offer-expired' */
  async declineOffer(actor: Actor, enrolmentId: string): Promise<Seated> {
    const { sessionId } = await this.own(actor, enrolmentId);
    return this.desk.ask(sessionId, { kind: 'declineOffer', actor, enrolmentId });
  }

  /**
   * Hands the seat over to a colleague of the same municipality, until the first part begins.
   * @throws DomainError 'not-found', 'substitute-unknown', 'substitution-without-seat', 'substitution-too-late' or
   *   'already-enrolled'
   */
  async substitute(actor: Actor, enrolmentId: string, email: string): Promise<Seated> {
    const { sessionId, municipalityId, regionId } = await this.own(actor, enrolmentId);
    const colleague = await this.professionals.colleague({ regionId, municipalityId, email });
    if (!colleague) throw new DomainError('substitute-unknown');
    return this.desk.ask(sessionId, { kind: 'substitute', actor, enrolmentId, professionalId: colleague.id });
  }

  /**
   * Gives up a seat or a place in the waiting list; whoever is next moves up in the same moment.
   * @throws DomainError 'not-found', 'enrolment-already-cancelled' or 'cancellation-too-late'
   */
  async cancel(actor: Actor, enrolmentId: string): Promise<Seated> {
    const { sessionId } = await this.own(actor, enrolmentId);
    return this.desk.ask(sessionId, { kind: 'cancel', actor, enrolmentId });
  }

  /** An enrolment the actor may see. */
  private async own(actor: Actor, enrolmentId: string): Promise<Enrolment> {
    const enrolment = await this.db.read(actor, (tx) => tx.findOneBy(Enrolment, { id: enrolmentId }));
    if (!enrolment) throw new DomainError('not-found');
    return enrolment;
  }
}
