import { inTheWay, type Busy, type Elsewhere } from './double-booking.rules.js';
import type { EnrolmentStatus } from './enrolment-status.rules.js';
import { SeatBoard } from './seat-board.rules.js';
import type { Guest, Place, SeatAnswer, SeatDeed, SeatPolicy, SessionPlaces } from './seat-deed.rules.js';
import { hasSeat, lastSeatedFirst, newcomerOf, seatsOf } from './session-places.rules.js';

type Deed<Kind extends SeatDeed['kind']> = SeatDeed & { readonly kind: Kind };

/**
 * What becomes of one session's enrolments in one turn: requests are taken one after the other in their order of
 * arrival, each as the ones before it left things. Nothing outside is touched; `changed` and `guests` are what there is
 * to write.
 */
export class SeatTurn {
  private readonly board: SeatBoard;

  constructor(
    policy: SeatPolicy,
    private readonly start: SessionPlaces,
    private readonly busy: Busy,
    private readonly now: Date,
  ) {
    this.board = new SeatBoard(policy, start, busy, now);
  }

  take(deed: SeatDeed): SeatAnswer {
    const elsewhere = this.elsewhere(deed);
    if (elsewhere) return { refused: 'professional-double-booked', elsewhere };
    switch (deed.kind) {
      case 'enrol':
        return this.enrol(deed);
      case 'giveSeat':
        return this.giveSeat(deed);
      case 'approve':
        return this.approve(deed.enrolmentId);
      case 'reject':
        return this.reject(deed.enrolmentId);
      case 'acceptOffer':
        return this.acceptOffer(deed.enrolmentId);
      case 'declineOffer':
        return this.declineOffer(deed.enrolmentId);
      case 'cancel':
        return this.cancel(deed);
      case 'substitute':
        return this.substitute(deed);
      case 'transferIn':
        return this.transferIn(deed);
      case 'transferOut':
        return this.transferOut(deed);
      case 'addGuest':
        return this.addGuest(deed);
      case 'removeGuest':
        return this.removeGuest(deed);
      case 'resize':
        return this.resize(deed);
    }
  }

  /** Does several deeds and undoes them all where what came of them is not to be kept. */
  attempt<T>(deeds: () => T, keeps: (result: T) => boolean): { readonly result: T; readonly kept: boolean } {
    const undo = this.board.mark();
    const result = deeds();
    const kept = keeps(result);
    if (!kept) undo();
    return { result, kept };
  }

  /** Every enrolment that is new or not as it was. */
  changed(): { readonly place: Place; readonly before: Place | null }[] {
    const { before } = this.board;
    return this.board
      .all()
      .filter((place) => before.get(place.id) !== place)
      .map((place) => ({ place, before: before.get(place.id) ?? null }));
  }

  /** The guests who are new, and the ids of those who are there no more. */
  guests(): { readonly added: Guest[]; readonly removed: string[] } {
    const { guests } = this.board;
    const was = new Set(this.start.guests.map(({ id }) => id));
    return {
      added: [...guests.values()].filter(({ id }) => !was.has(id)),
      removed: [...was].filter((id) => !guests.has(id)),
    };
  }

  /** Where an enrolment stands after the turn so far; undefined for one that ended before it. */
  statusOf(id: string): EnrolmentStatus | undefined {
    return this.board.place(id)?.status;
  }

  /** The place of everyone who waits after the turn so far, by enrolment; 1 is next. */
  waitingPositions(): ReadonlyMap<string, number> {
    return this.board.waitingPositions();
  }

  /** The status of the place that someone has, waits for or asks; null for who has none. */
  statusFor(professionalId: string): EnrolmentStatus | null {
    return this.board.placeOf(professionalId)?.status ?? null;
  }

  /** The session's own counts after the turn. */
  counts() {
    return this.board.counts();
  }

  private elsewhere(deed: SeatDeed): Elsewhere | null {
    const professionalId =
      'seeker' in deed
        ? deed.seeker.professionalId
        : 'enrolmentId' in deed && this.board.place(deed.enrolmentId)?.professionalId;
    return professionalId ? inTheWay(deed.kind, professionalId, this.busy) : null;
  }

  private enrol({ seeker, needsApproval, entryOverrideReason }: Deed<'enrol'>): SeatAnswer {
    if (!this.board.takesEnrolments()) return { refused: 'enrolment-not-open' };
    if (this.board.placeOf(seeker.professionalId)) return { refused: 'already-enrolled' };
    const newcomer: Place = { ...newcomerOf(seeker, this.now), entryOverrideReason };
    return { place: this.board.comeIn(newcomer, needsApproval) };
  }

  /** The waiting list had its turn: a seat that is free is nobody else's, and one that is not is above the capacity. */
  private giveSeat({ seeker, entryOverrideReason }: Deed<'giveSeat'>): SeatAnswer {
    if (this.board.isOver()) return { refused: 'session-over' };
    const own = this.board.placeOf(seeker.professionalId);
    if (own && hasSeat(own)) return { refused: 'already-enrolled' };
    const seeking = own ?? newcomerOf(seeker, this.now);
    const place = { ...seeking, entryOverrideReason: entryOverrideReason ?? seeking.entryOverrideReason };
    const walkIn = this.board.hasBegun();
    this.board.seat({ ...place, walkIn, aboveCapacity: !this.board.canSit(place) });
    return this.answer(place.id);
  }

  private approve(id: string): SeatAnswer {
    const place = this.board.place(id);
    if (place?.status !== 'requested') return { refused: 'request-already-decided' };
    if (!this.board.takesEnrolments()) return { refused: 'enrolment-not-open' };
    this.board.join(place);
    return this.answer(id);
  }

  private reject(id: string): SeatAnswer {
    const place = this.board.place(id);
    if (place?.status !== 'requested') return { refused: 'request-already-decided' };
    this.board.leave(place, 'rejected');
    return this.answer(id);
  }

  private acceptOffer(id: string): SeatAnswer {
    const place = this.board.place(id);
    if (place?.status === 'confirmed') return this.answer(id);
    if (place?.status !== 'offered' || !this.board.policy.isLive) return { refused: 'offer-expired' };
    this.board.confirm(id);
    return this.answer(id);
  }

  private declineOffer(id: string): SeatAnswer {
    const place = this.board.place(id);
    if (place?.status !== 'offered') return { refused: 'offer-expired' };
    this.board.leave(place, 'declined');
    return this.answer(id);
  }

  /** Giving up a seat late takes a reason, and may still be charged; a place in line is always free to leave. */
  private cancel({ enrolmentId: id, reason }: Deed<'cancel'>): SeatAnswer {
    const { isLive, freeCancellationEndsAt, chargesLateCancellation } = this.board.policy;
    const place = this.board.place(id);
    if (!place || place.status === 'cancelled') return { refused: 'enrolment-already-cancelled' };
    // Whoever was let in by mistake while it goes on is taken out again.
    const tooLate = place.walkIn ? this.board.isOver() : !isLive || this.board.hasBegun();
    if (tooLate) return { refused: 'cancellation-too-late' };
    const late = place.status === 'confirmed' && !place.walkIn && this.now >= freeCancellationEndsAt;
    if (late && reason === null) return { refused: 'cancellation-needs-reason' };
    const stillCharged = late && chargesLateCancellation;
    const endReason = place.status === 'offered' ? 'declined' : 'cancelled';
    this.board.leave({ ...place, cancelReason: reason, stillCharged }, endReason);
    return this.answer(id);
  }

  /** Someone of the same municipality takes over the seat; it never becomes free in between. */
  private substitute({ enrolmentId: id, seeker }: Deed<'substitute'>): SeatAnswer {
    const place = this.board.place(id);
    if (place?.status !== 'confirmed') return { refused: 'substitution-without-seat' };
    if (this.board.hasBegun()) return { refused: 'substitution-too-late' };
    const own = this.board.placeOf(seeker.professionalId);
    if (own && hasSeat(own)) return { refused: 'already-enrolled' };
    const successor = { ...(own ?? newcomerOf(seeker, this.now)), aboveCapacity: place.aboveCapacity };
    if (!this.board.canSwap(place, successor)) return { refused: 'substitution-takes-held-seat' };
    this.board.swap(place, successor);
    return this.answer(successor.id);
  }

  /** Whoever waits here had their turn already, so a seat that is free is free for the one who comes. */
  private transferIn({ seeker, from }: Deed<'transferIn'>): SeatAnswer {
    if (!this.board.takesEnrolments()) return { refused: 'enrolment-not-open' };
    if (this.board.placeOf(seeker.professionalId)) return { refused: 'already-enrolled' };
    const { entryOverrideReason, id: transferredFrom } = from;
    const newcomer: Place = { ...newcomerOf(seeker, this.now), entryOverrideReason, transferredFrom };
    if (hasSeat(from) && !this.board.canSit(newcomer)) return { refused: 'transfer-full' };
    return { place: this.board.comeIn(newcomer, from.status === 'requested') };
  }

  private transferOut({ enrolmentId: id, mayBeLate }: Deed<'transferOut'>): SeatAnswer {
    const { isLive, firstStartsAt, freeCancellationEndsAt } = this.board.policy;
    const place = this.board.place(id);
    if (!place || place.status === 'cancelled') return { refused: 'enrolment-already-cancelled' };
    const isFree = mayBeLate || place.status !== 'confirmed';
    const ends = isFree ? firstStartsAt : freeCancellationEndsAt;
    if (!isLive || this.now >= ends) return { refused: 'transfer-too-late' };
    this.board.leave(place, 'transferred');
    return this.answer(id);
  }

  private addGuest({ guestId }: Deed<'addGuest'>): SeatAnswer {
    if (this.board.isOver()) return { refused: 'session-over' };
    this.board.seatGuest(guestId);
    return { place: null };
  }

  private removeGuest({ guestId }: Deed<'removeGuest'>): SeatAnswer {
    return this.board.removeGuest(guestId) ? { place: null } : { refused: 'guest-unknown' };
  }

  private resize({ plan, version }: Deed<'resize'>): SeatAnswer {
    const { policy } = this.board;
    if (version !== policy.version) return { refused: 'changed-meanwhile' };
    const short = this.board.seatsShort(seatsOf({ ...policy, ...plan }, this.now));
    if (short > 0)
      return { refused: 'seats-taken', touched: lastSeatedFirst(this.board.active()).slice(0, short) };
    this.board.resize(plan);
    return { place: null };
  }

  private answer(id: string): SeatAnswer {
    return { place: this.board.place(id)! };
  }
}
