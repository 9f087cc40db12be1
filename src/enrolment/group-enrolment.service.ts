import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../shared/actor.js';
import type { GroupAnswer } from './group-outcome.rules.js';
import { SeatDesk } from './seat-desk.js';
import type { GroupRequest } from './seat-request.js';

/** A group as someone enrols it. */
export type Group = Pick<GroupRequest, 'id' | 'people' | 'together'>;

@Injectable()
export class GroupEnrolment {
  constructor(@Inject(SeatDesk) private readonly desk: SeatDesk) {}

  /** What would become of these people if they were enrolled now, in this order; nothing is saved. */
  foresee(actor: Actor, sessionId: string, professionalIds: readonly string[]): Promise<GroupAnswer> {
    const people = professionalIds.map((professionalId) => ({ professionalId, expected: null }));
    return this.desk.foreseeGroup(sessionId, { kind: 'enrolGroup', actor, id: '', people, together: false });
  }

  /**
   * Enrols a group in one go, so that nobody comes in between. Not saved where it has to fit together and does not.
   * @throws DomainError 'not-found' for a session of another region
   */
  enrol(actor: Actor, sessionId: string, group: Group): Promise<GroupAnswer> {
    return this.desk.enrolGroup(sessionId, { ...group, kind: 'enrolGroup', actor });
  }
}
