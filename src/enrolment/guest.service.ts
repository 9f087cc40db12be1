import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../shared/actor.js';
import { newId } from '../shared/ids.js';
import { Clock } from '../platform/clock.js';
import { GuestQueries } from './guest.queries.js';
import { SeatDesk } from './seat-desk.js';

/** Who a guest is, for the list at the door. */
export interface NewGuest {
  readonly name: string;
  readonly organisation: string;
}

/** Guests take a seat without being in the register: no account, no mail, no certificate. */
@Injectable()
export class GuestService {
  constructor(
    @Inject(Clock) private readonly clock: Clock,
    @Inject(GuestQueries) private readonly queries: GuestQueries,
    @Inject(SeatDesk) private readonly desk: SeatDesk,
  ) {}

  /**
   * Gives a guest a seat: a free one, or else one above the maximum. The waiting list has had its turn by then.
   * @returns the guest's id
   * @throws DomainError 'not-found' or 'session-over'
   */
  async add(actor: Actor, sessionId: string, guest: NewGuest): Promise<string> {
    const guestId = newId(this.clock.now());
    await this.desk.arrange(sessionId, { kind: 'addGuest', actor, guestId, ...guest });
    return guestId;
  }

  /**
   * Takes a guest off the list; the seat goes to who waits.
   * @returns the session the guest was to come to
   * @throws DomainError 'not-found' or 'guest-unknown'
   */
  async remove(actor: Actor, guestId: string): Promise<string> {
    const sessionId = await this.queries.sessionOf(actor, guestId);
    await this.desk.arrange(sessionId, { kind: 'removeGuest', actor, guestId });
    return sessionId;
  }
}
