import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../shared/actor.js';
import { Database } from '../platform/database/database.js';
import { DomainError } from '../platform/errors/domain-error.js';
import type { Receipt } from '../platform/web/answer-once.js';
import { ProfessionalService } from '../people/professional.service.js';
import { Enrolment } from './enrolment.entity.js';
import type { Seated } from './seat-answer.js';
import { SeatDesk } from './seat-desk.js';

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
   * @throws DomainError 'not-found', 'already-enrolled', 'enrolment-not-open', or one of `AdmissionRefusal`
   */
  async enrol(
    actor: Actor,
    sessionId: string,
    professionalId: string,
    entryOverrideReason: string | null = null,
    receipt: Receipt<Seated> | null = null,
  ): Promise<Seated> {
    refuseUnlessCoordinator(actor, entryOverrideReason !== null);
    const request = { kind: 'enrol', actor, professionalId, entryOverrideReason } as const;
    return this.desk.ask(sessionId, request, receipt);
  }

  /**
   * Gives someone a seat although there may be none free, or enrolment has ended: also one who waits, and one who walks
   * in after the beginning. Only a coordinator does so.
   * @throws DomainError 'not-allowed', 'not-found', 'already-enrolled', 'session-over', or one of `AdmissionRefusal`
   */
  async giveSeat(
    actor: Actor,
    sessionId: string,
    professionalId: string,
    entryOverrideReason: string | null = null,
    receipt: Receipt<Seated> | null = null,
  ): Promise<Seated> {
    refuseUnlessCoordinator(actor, true);
    const request = { kind: 'giveSeat', actor, professionalId, entryOverrideReason } as const;
    return this.desk.ask(sessionId, request, receipt);
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
   * Hands the seat over to a colleague of the same municipality, until the first part begins. Where a contact must agree
   * to who comes, a contact or coordinator does so.
   * @throws DomainError 'not-found', 'substitute-unknown', 'substitution-without-seat', 'substitution-too-late',
   *   'substitution-needs-contact', 'substitution-takes-held-seat', 'already-enrolled', or one of `AdmissionRefusal`
   */
  async substitute(actor: Actor, enrolmentId: string, email: string): Promise<Seated> {
    const { sessionId, municipalityId, regionId } = await this.own(actor, enrolmentId);
    const colleague = await this.professionals.colleague({ regionId, municipalityId, email });
    if (!colleague) throw new DomainError('substitute-unknown');
    return this.desk.ask(sessionId, { kind: 'substitute', actor, enrolmentId, professionalId: colleague.id });
  }

  /**
   * Gives up a seat or a place in the waiting list; whoever is next moves up in the same moment.
   * @param reason needed to give up a seat after the last day to cancel freely; null otherwise
   * @throws DomainError 'not-found', 'enrolment-already-cancelled', 'cancellation-too-late' or 'cancellation-needs-reason'
   */
  async cancel(actor: Actor, enrolmentId: string, reason: string | null = null): Promise<Seated> {
    const { sessionId } = await this.own(actor, enrolmentId);
    return this.desk.ask(sessionId, { kind: 'cancel', actor, enrolmentId, reason });
  }

  /**
   * Changes to another session of the same course: with a seat only when there is a seat, which is then given up here.
   * @throws DomainError 'not-found', 'transfer-other-course', 'transfer-full', 'transfer-too-late', 'enrolment-not-open',
   *   'already-enrolled', or one of `AdmissionRefusal`
   */
  async transfer(actor: Actor, enrolmentId: string, toSessionId: string): Promise<Seated> {
    const from = await this.own(actor, enrolmentId);
    const [same] = await this.db.read(actor, (tx) =>
      tx.query<{ course: boolean }[]>(
        `select s.course_id = o.course_id course from session s join session o on o.id = $2
         where s.id = $1 and s.status <> 'draft'`,
        [toSessionId, from.sessionId],
      ),
    );
    if (!same) throw new DomainError('not-found');
    if (!same.course || toSessionId === from.sessionId) throw new DomainError('transfer-other-course');
    return this.desk.transfer(actor, from, toSessionId);
  }

  /** An enrolment the actor may see. */
  private async own(actor: Actor, enrolmentId: string): Promise<Enrolment> {
    const enrolment = await this.db.read(actor, (tx) => tx.findOneBy(Enrolment, { id: enrolmentId }));
    if (!enrolment) throw new DomainError('not-found');
    return enrolment;
  }
}

function refuseUnlessCoordinator(actor: Actor, asksMore: boolean): void {
  if (asksMore && actor.role !== 'coordinator') throw new DomainError('not-allowed');
}
