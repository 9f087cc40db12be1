import { Inject, Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { takesInterest } from '../courses/course-access.rules.js';
import { ProfessionalService } from '../people/professional.service.js';
import { Audit } from '../platform/audit/audit.js';
import { Clock } from '../platform/clock.js';
import { Database, violatedConstraint, type Tx } from '../platform/database/database.js';
import { DomainError } from '../platform/errors/domain-error.js';
import { systemActor, type Actor } from '../shared/actor.js';
import { newId } from '../shared/ids.js';
import { Interest, type InterestEnd } from './interest.entity.js';
import { courseToAsk, hasSeat, professionalWith, seatedInterests } from './interest.queries.js';

/** Whose interest in what. */
interface Wanted {
  readonly courseId: string;
  readonly professionalId: string;
}

@Injectable()
export class InterestService {
  constructor(
    @Inject(Database) private readonly db: Database,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(Audit) private readonly audit: Audit,
    @Inject(ProfessionalService) private readonly professionals: ProfessionalService,
  ) {}

  /**
   * Writes down that someone wants to hear when there is a date: oneself, a contact for the own municipality's people,
   * a coordinator for anyone of the region.
   * @throws DomainError 'not-found', 'course-takes-no-interest', 'interest-has-seat' or 'already-interested'
   */
  async record(actor: Actor, { courseId, professionalId }: Wanted): Promise<string> {
    const { regionId, municipalityId } = await this.professionals.get(actor, professionalId);
    try {
      return await this.db.transaction(actor, async (tx) => {
        const course = await courseToAsk(tx, regionId, courseId);
        if (!course) throw new DomainError('not-found');
        if (!takesInterest(course)) throw new DomainError('course-takes-no-interest');
        const now = this.clock.now();
        if (await hasSeat(tx, { courseId, professionalId, now })) throw new DomainError('interest-has-seat');
        const id = newId(now);
        await tx.insert(Interest, {
          ...{ id, regionId, courseId, professionalId, municipalityId },
          recordedAt: now,
        });
        await this.audit.record(tx, {
          ...{ actor, action: 'recordInterest', subjectType: 'interest', subjectId: id },
          after: { courseId, professionalId },
        });
        return id;
      });
    } catch (error) {
      if (violatedConstraint(error) === 'interest_once_per_course')
        throw new DomainError('already-interested');
      throw error;
    }
  }

  /** The same for whoever has this work address; a contact knows only the own municipality's people. @throws what `record` throws, and 'professional-unknown' */
  async recordFor(actor: Actor, courseId: string, email: string): Promise<string> {
    const professionalId = await this.db.read(actor, (tx) => professionalWith(tx, email));
    if (!professionalId) throw new DomainError('professional-unknown');
    return this.record(actor, { courseId, professionalId });
  }

  /** Takes interest back; once it has ended there is nothing left to do. @throws DomainError 'not-found' */
  async withdraw(actor: Actor, id: string): Promise<void> {
    await this.db.transaction(actor, async (tx) => {
      const interest = await tx.findOneBy(Interest, { id });
      if (!interest) throw new DomainError('not-found');
      await this.end(tx, actor, id, 'withdrawn');
    });
  }

  /** Ends the interest of someone who got a seat in a session of the course. */
  async endForSeat(enrolmentId: string): Promise<void> {
    await this.db.transaction(systemActor, async (tx) => {
      for (const { id, regionId } of await seatedInterests(tx, enrolmentId))
        await this.end(tx, { ...systemActor, regionId }, id, 'seated');
    });
  }

  private async end(tx: Tx, actor: Actor, id: string, endReason: InterestEnd): Promise<void> {
    const ended = await tx.update(
      Interest,
      { id, endedAt: IsNull() },
      { endedAt: this.clock.now(), endReason },
    );
    if (ended.affected === 0) return;
    const action = endReason === 'withdrawn' ? 'withdrawInterest' : 'endInterest';
    await this.audit.record(tx, { actor, action, subjectType: 'interest', subjectId: id });
  }
}
