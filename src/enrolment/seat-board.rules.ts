import { whoCanCome, type Busy } from './double-booking.rules.js';
import type { EndReason, EnrolmentStatus } from './enrolment-status.rules.js';
import { offerExpiry } from './offer.rules.js';
import type { Guest, Place, SeatPlan, SeatPolicy, SessionPlaces } from './seat-deed.rules.js';
import {
  canSit,
  decideStep,
  freeOpenSeats,
  seatsShort,
  serveWaiting,
  servingOrder,
  waits,
  type Claim,
  type Decision,
  type Seating,
  type Seats,
  type Step,
} from './seating.rules.js';
import {
  aboveCapacityOf,
  claimOf,
  guestClaim,
  hasSeat,
  isActive,
  seatsOf,
  takenBy,
} from './session-places.rules.js';

/** How a session stands during a turn: who has, waits for or asks a seat, its guests, and the seats there are. */
export class SeatBoard {
  readonly before: ReadonlyMap<string, Place>;
  guests: Map<string, Guest>;
  private places: Map<string, Place>;
  private seating: Seating;

  /** Ends the offers that nobody took in time, and lets who waits move up, before anyone asks. */
  constructor(
    public policy: SeatPolicy,
    private readonly start: SessionPlaces,
    busy: Busy,
    readonly now: Date,
  ) {
    this.before = new Map(start.places.map((place) => [place.id, place]));
    this.places = new Map(this.before);
    this.guests = new Map(start.guests.map((guest) => [guest.id, guest]));
    const waiting = start.places.filter(({ status }) => status === 'waitlisted');
    this.seating = {
      ...seatsOf(policy, now),
      taken: takenBy(start),
      above: aboveCapacityOf(start),
      waiting: servingOrder(whoCanCome(waiting, busy).map((place) => claimOf(place, policy))),
      mayMoveUp: this.takesEnrolments(),
    };
    this.endExpiredOffers();
    this.apply(serveWaiting(this.seating));
  }

  /** Remembers how everything stands; what it returns puts that back. */
  mark(): () => void {
    const { guests, places, seating, policy } = this;
    this.guests = new Map(guests);
    this.places = new Map(places);
    return () => {
      Object.assign(this, { guests, places, seating, policy });
    };
  }

  takesEnrolments(): boolean {
    return this.policy.isLive && this.now < this.policy.enrolmentEndsAt;
  }

  hasBegun(): boolean {
    return this.now >= this.policy.firstStartsAt;
  }

  isOver(): boolean {
    return !this.policy.isLive || this.now >= this.policy.lastEndsAt;
  }

  all(): Place[] {
    return [...this.places.values()];
  }

  active(): Place[] {
    return this.all().filter(isActive);
  }

  place(id: string): Place | undefined {
    return this.places.get(id);
  }

  /** The place that someone has, waits for or asks in this session. */
  placeOf(professionalId: string): Place | undefined {
    for (const place of this.places.values())
      if (place.professionalId === professionalId && isActive(place)) return place;
    return undefined;
  }

  canSit(place: Place): boolean {
    return canSit(this.seating, this.claim(place));
  }

  /** Waits for approval, or joins the waiting list, which is served at once; who is served straight away never waited. */
  comeIn(newcomer: Place, needsApproval: boolean): Place {
    const waitingNumber = this.policy.lastWaitingNumber + 1;
    const place: Place = { ...newcomer, waitingNumber, status: needsApproval ? 'requested' : 'waitlisted' };
    if (needsApproval) this.places.set(place.id, place);
    else this.join(place);
    const standing = this.places.get(place.id)!;
    if (standing.waitingNumber !== null) this.policy = { ...this.policy, lastWaitingNumber: waitingNumber };
    return standing;
  }

  /** Takes a place in the waiting list by the order of arrival, and a seat where there is one. */
  join(place: Place): void {
    this.places.set(place.id, { ...place, status: 'waitlisted' });
    this.apply(decideStep(this.seating, { kind: 'claim', claim: this.claim(place) }), place.id);
    const joined = this.places.get(place.id)!;
    if (joined.status !== 'waitlisted') return;
    const position = this.seating.waiting.findIndex(({ enrolmentId }) => enrolmentId === place.id) + 1;
    this.places.set(place.id, { ...joined, firstWaitingPosition: position });
  }

  /** Gives a seat, whether there is one or not. */
  seat(place: Place): void {
    this.places.set(place.id, place);
    this.confirm(place.id);
    this.step({ kind: 'seat', claim: this.claim(place) });
  }

  /** Whether a seat can go from one to the other without taking one that is held for others. */
  canSwap(from: Place, to: Place): boolean {
    const swap: Step = { kind: 'swap', from: this.claim(from), to: this.claim(to) };
    const swapped = decideStep({ ...this.seating, mayMoveUp: false }, swap).seating;
    return seatsShort(swapped, this.seating) <= seatsShort(this.seating, this.seating);
  }

  /** The seat goes from one to the other; it never becomes free in between. */
  swap(from: Place, to: Place): void {
    this.end(from.id, 'substituted');
    this.leaveQueue(to);
    this.places.set(to.id, to);
    this.confirm(to.id);
    this.step({ kind: 'swap', from: this.claim(from), to: this.claim(to) });
  }

  confirm(id: string, more: Partial<Place> = {}): void {
    const confirmed = { status: 'confirmed', confirmedAt: this.now, offerExpiresAt: null } as const;
    this.places.set(id, { ...this.places.get(id)!, ...confirmed, ...more });
  }

  /** Gives up a seat, which goes to who waits, or a place in line. */
  leave(place: Place, reason: EndReason): void {
    this.places.set(place.id, place);
    this.end(place.id, reason);
    if (hasSeat(place)) this.step({ kind: 'leave', claim: this.claim(place) });
    else this.leaveQueue(place);
  }

  seatGuest(id: string): void {
    const guest = { id, aboveCapacity: freeOpenSeats(this.seating) === 0 };
    this.guests.set(id, guest);
    this.step({ kind: 'seat', claim: guestClaim(guest) });
  }

  removeGuest(id: string): boolean {
    const guest = this.guests.get(id);
    if (!guest) return false;
    this.guests.delete(id);
    this.step({ kind: 'leave', claim: guestClaim(guest) });
    return true;
  }

  /** How many seats too few a plan has for those who have one now and for what it holds. */
  seatsShort(seats: Seats): number {
    return seatsShort(this.seating, seats) - this.counts().seatsAboveCapacity;
  }

  resize(plan: SeatPlan): void {
    this.policy = { ...this.policy, ...plan, version: this.policy.version + 1 };
    const seats = seatsOf(this.policy, this.now);
    this.step({ kind: 'resize', seats, mayMoveUp: this.takesEnrolments() });
  }

  /** The place of everyone who waits in the order in which seats are given out (1 is next), also of who is busy now. */
  waitingPositions(): ReadonlyMap<string, number> {
    const waiting = this.active().filter(({ status }) => status === 'waitlisted');
    const order = servingOrder(waiting.map((place) => this.claim(place)));
    return new Map(order.map(({ enrolmentId }, index) => [enrolmentId, index + 1]));
  }

  /** The session's own counts as it stands. */
  counts() {
    const active = this.active();
    const guests = [...this.guests.values()];
    const above = [...active, ...guests].filter(({ aboveCapacity }) => aboveCapacity).length;
    const others = (what: 'count' | 'aboveCapacity') => sum(this.start.others.map((other) => other[what]));
    return {
      seatsTaken: active.filter(hasSeat).length + guests.length + others('count'),
      seatsAboveCapacity: above + others('aboveCapacity'),
      waitingCount: active.filter(({ status }) => status === 'waitlisted').length,
      lastWaitingNumber: this.policy.lastWaitingNumber,
    };
  }

  private endExpiredOffers(): void {
    for (const place of this.active())
      if (place.status === 'offered' && (place.offerExpiresAt! <= this.now || this.hasBegun()))
        this.leave(place, 'offer-expired');
  }

  /** Who has asked for approval, or is busy elsewhere, stands in no queue that is served. */
  private leaveQueue(place: Place): void {
    const claim = this.claim(place);
    if (waits(this.seating, claim)) this.step({ kind: 'leave', claim });
  }

  private end(id: string, endReason: EndReason): void {
    const ended = { status: 'cancelled', cancelledAt: this.now, endReason, offerExpiresAt: null } as const;
    this.places.set(id, { ...this.places.get(id)!, ...ended });
  }

  private step(step: Step): void {
    this.apply(decideStep(this.seating, step));
  }

  /** Who came just now has the seat; who waited has it at once, or is asked first. */
  private apply({ seating, seated }: Decision, newcomerId?: string): void {
    this.seating = seating;
    for (const { enrolmentId: id } of seated) {
      if (id === newcomerId) this.confirm(id, this.before.has(id) ? {} : { waitingNumber: null });
      else if (this.policy.waitingListMode === 'automatic') this.confirm(id);
      else this.offer(id);
    }
  }

  private offer(id: string): void {
    const offerExpiresAt = offerExpiry(this.now, this.policy);
    const offered: EnrolmentStatus = 'offered';
    this.places.set(id, { ...this.places.get(id)!, status: offered, offerExpiresAt });
  }

  private claim(place: Place): Claim {
    return claimOf(place, this.policy);
  }
}

const sum = (counts: readonly number[]): number => counts.reduce((total, count) => total + count, 0);
