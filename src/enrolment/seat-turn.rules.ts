import { newId } from '../shared/ids.js';
import { inTheWay, whoCanCome, type Busy, type Elsewhere } from './double-booking.rules.js';
import { offerExpiry } from './offer.rules.js';
import type { Place, SeatAnswer, SeatDeed, SeatPolicy } from './seat-deed.rules.js';
import type { EndReason, EnrolmentStatus } from './enrolment-status.rules.js';
import {
  decideStep,
  seatsShort,
  serveWaiting,
  type Claim,
  type Decision,
  type Seating,
  type Seats,
  type Step,
} from './seating.rules.js';

const ACTIVE: readonly EnrolmentStatus[] = ['requested', 'waitlisted', 'offered', 'confirmed'];
const HAS_SEAT: readonly EnrolmentStatus[] = ['offered', 'confirmed'];

/** Seats that may be given out: the capacity and so many per cent more, rounded down. */
function seatsToGive({
  capacity,
  overbookingPercentage,
}: Pick<SeatPolicy, 'capacity' | 'overbookingPercentage'>): number {
  return capacity + Math.floor((capacity * overbookingPercentage) / 100);
}

/**
 * What becomes of one session's enrolments in one turn: requests are taken one after the other in their order of
 * arrival, each as the ones before it left things. Nothing outside is touched; `changed` is what there is to write.
 */
export class SeatTurn {
  private readonly places: Map<string, Place>;
  private readonly before: ReadonlyMap<string, Place>;
  private seating: Seating;
  private policy: SeatPolicy;

  constructor(
    policy: SeatPolicy,
    active: readonly Place[],
    private readonly busy: Busy,
    private readonly now: Date,
  ) {
    this.policy = policy;
    this.before = new Map(active.map((place) => [place.id, place]));
    this.places = new Map(this.before);
    this.seating = {
      ...seatsOf(policy, now),
      taken: countByMunicipality(active.filter(({ status }) => HAS_SEAT.includes(status))),
      waiting: whoCanCome(
        active.filter(({ status }) => status === 'waitlisted'),
        busy,
      ).map(claimOf),
      payerMunicipalityId: policy.payerMunicipalityId,
      mayMoveUp: policy.takesEnrolments,
    };
    this.endExpiredOffers();
    this.apply(serveWaiting(this.seating));
  }

  take(deed: SeatDeed): SeatAnswer {
    const elsewhere = this.elsewhere(deed);
    if (elsewhere) return { refused: 'professional-double-booked', elsewhere };
    switch (deed.kind) {
      case 'enrol':
        return this.enrol(deed);
      case 'approve':
        return this.approve(deed.enrolmentId);
      case 'reject':
        return this.reject(deed.enrolmentId);
      case 'acceptOffer':
        return this.acceptOffer(deed.enrolmentId);
      case 'declineOffer':
        return this.declineOffer(deed.enrolmentId);
      case 'cancel':
        return this.cancel(deed.enrolmentId);
      case 'substitute':
        return this.substitute(deed.enrolmentId, deed.professionalId);
      case 'resize':
        return this.resize(deed);
    }
  }

  /** Every enrolment that is new or not as it was; those that ended come first. */
  changed(): { readonly place: Place; readonly before: Place | null }[] {
    return [...this.places.values()]
      .filter((place) => this.before.get(place.id) !== place)
      .map((place) => ({ place, before: this.before.get(place.id) ?? null }))
      .sort((a, b) => Number(a.place.status !== 'cancelled') - Number(b.place.status !== 'cancelled'));
  }

  /** Where an enrolment stands after the turn so far. */
  statusOf(id: string): EnrolmentStatus {
    return this.places.get(id)!.status;
  }

  /** The session's own counts after the turn. */
  counts() {
    const active = this.active();
    const having = (status: EnrolmentStatus) => active.filter((place) => place.status === status).length;
    return {
      seatsTaken: having('confirmed') + having('offered'),
      seatsAboveCapacity: active.filter(({ aboveCapacity }) => aboveCapacity).length,
      waitingCount: having('waitlisted'),
      lastWaitingNumber: this.policy.lastWaitingNumber,
    };
  }

  private elsewhere(deed: SeatDeed): Elsewhere | null {
    if (deed.kind === 'resize') return null;
    const professionalId =
      'professionalId' in deed ? deed.professionalId : this.places.get(deed.enrolmentId)?.professionalId;
    return professionalId === undefined ? null : inTheWay(deed.kind, professionalId, this.busy);
  }

  private enrol(deed: SeatDeed & { kind: 'enrol' }): SeatAnswer {
    if (!this.policy.takesEnrolments) return { refused: 'enrolment-not-open' };
    if (this.placeOf(deed.professionalId)) return { refused: 'already-enrolled' };
    const place: Place = {
      ...this.newcomer(deed.professionalId, deed.municipalityId),
      status: deed.needsApproval ? 'requested' : 'waitlisted',
      waitingNumber: this.policy.lastWaitingNumber + 1,
    };
    this.places.set(place.id, place);
    if (!deed.needsApproval) this.join(place, deed.aboveCapacity);
    if (this.places.get(place.id)!.waitingNumber !== null)
      this.policy = { ...this.policy, lastWaitingNumber: this.policy.lastWaitingNumber + 1 };
    return this.answer(place.id);
  }

  /** Joins the waiting list, which is served at once; who is served straight away never waited. */
  private join(place: Place, aboveCapacity: boolean): void {
    this.apply(decideStep(this.seating, { kind: 'claim', claim: claimOf(place) }), place.id);
    if (this.places.get(place.id)!.status !== 'waitlisted' || !aboveCapacity) return;
    this.step({ kind: 'leave', claim: claimOf(place) });
    this.step({ kind: 'seat', claim: claimOf(place) });
    this.confirm(place.id, { aboveCapacity: true });
  }

  private approve(id: string): SeatAnswer {
    const place = this.places.get(id);
    if (place?.status !== 'requested') return { refused: 'request-already-decided' };
    if (!this.policy.takesEnrolments) return { refused: 'enrolment-not-open' };
    this.places.set(id, { ...place, status: 'waitlisted' });
    this.join(place, false);
    return this.answer(id);
  }

  private reject(id: string): SeatAnswer {
    if (this.places.get(id)?.status !== 'requested') return { refused: 'request-already-decided' };
    this.end(id, 'rejected');
    return this.answer(id);
  }

  private acceptOffer(id: string): SeatAnswer {
    const place = this.places.get(id);
    if (place?.status === 'confirmed') return this.answer(id);
    if (place?.status !== 'offered') return { refused: 'offer-expired' };
    this.confirm(id);
    return this.answer(id);
  }

  private declineOffer(id: string): SeatAnswer {
    const place = this.places.get(id);
    if (place?.status !== 'offered') return { refused: 'offer-expired' };
    this.leave(place, 'declined');
    return this.answer(id);
  }

  private cancel(id: string): SeatAnswer {
    const place = this.places.get(id);
    if (!place || place.status === 'cancelled') return { refused: 'enrolment-already-cancelled' };
    if (!this.policy.takesEnrolments) return { refused: 'cancellation-too-late' };
    this.leave(place, place.status === 'offered' ? 'declined' : 'cancelled');
    return this.answer(id);
  }

  /** Someone of the same municipality takes over the seat; it never becomes free in between. */
  private substitute(id: string, professionalId: string): SeatAnswer {
    const place = this.places.get(id);
    if (place?.status !== 'confirmed') return { refused: 'substitution-without-seat' };
    if (this.now >= this.policy.firstStartsAt) return { refused: 'substitution-too-late' };
    const own = this.placeOf(professionalId);
    if (own && HAS_SEAT.includes(own.status)) return { refused: 'already-enrolled' };
    this.end(id, 'substituted');
    const successor = own ?? this.newcomer(professionalId, place.municipalityId);
    this.leaveQueue(successor);
    this.places.set(successor.id, { ...successor, aboveCapacity: place.aboveCapacity });
    this.confirm(successor.id);
    return this.answer(successor.id);
  }

  private resize({ plan, version }: SeatDeed & { kind: 'resize' }): SeatAnswer {
    if (version !== this.policy.version) return { refused: 'changed-meanwhile' };
    const policy = { ...this.policy, ...plan, version: version + 1 };
    const seats = seatsOf(policy, this.now);
    const short = seatsShort(this.seating, seats) - this.counts().seatsAboveCapacity;
    if (short > 0) return { refused: 'seats-taken', touched: this.lastSeated(short) };
    this.policy = policy;
    this.step({ kind: 'resize', seats });
    return { place: null };
  }

  private lastSeated(count: number): Place[] {
    return this.active()
      .filter(({ status }) => HAS_SEAT.includes(status))
      .sort((a, b) => (seatedAt(a) === seatedAt(b) ? (a.id < b.id ? 1 : -1) : seatedAt(b) - seatedAt(a)))
      .slice(0, count);
  }

  private endExpiredOffers(): void {
    for (const place of this.active())
      if (place.status === 'offered' && place.offerExpiresAt! <= this.now) this.leave(place, 'offer-expired');
  }

  private leave(place: Place, reason: EndReason): void {
    this.end(place.id, reason);
    if (HAS_SEAT.includes(place.status)) this.step({ kind: 'leave', claim: claimOf(place) });
    else this.leaveQueue(place);
  }

  /** Who has asked for approval, or is busy elsewhere, stands in no queue that is served. */
  private leaveQueue(place: Place): void {
    if (this.seating.waiting.some(({ enrolmentId }) => enrolmentId === place.id))
      this.step({ kind: 'leave', claim: claimOf(place) });
  }

  private end(id: string, endReason: EndReason): void {
    const ended = { status: 'cancelled', cancelledAt: this.now, endReason, offerExpiresAt: null } as const;
    this.places.set(id, { ...this.places.get(id)!, ...ended });
  }

  private confirm(id: string, more: Partial<Place> = {}): void {
    const confirmed = { status: 'confirmed', confirmedAt: this.now, offerExpiresAt: null } as const;
    this.places.set(id, { ...this.places.get(id)!, ...confirmed, ...more });
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
      else this.places.set(id, { ...this.places.get(id)!, status: 'offered', offerExpiresAt: this.expiry() });
    }
  }

  private newcomer(professionalId: string, municipalityId: string): Place {
    return {
      ...{ id: newId(this.now), professionalId, municipalityId, status: 'waitlisted', enrolledAt: this.now },
      ...{ waitingNumber: null, confirmedAt: null, cancelledAt: null, endReason: null },
      ...{ offerExpiresAt: null, aboveCapacity: false },
    };
  }

  private expiry(): Date {
    return offerExpiry(this.now, this.policy);
  }

  private active(): Place[] {
    return [...this.places.values()].filter(({ status }) => ACTIVE.includes(status));
  }

  private placeOf(professionalId: string): Place | undefined {
    return this.active().find((place) => place.professionalId === professionalId);
  }

  private answer(id: string): SeatAnswer {
    return { place: this.places.get(id)! };
  }
}

function seatsOf(policy: SeatPolicy, now: Date): Seats {
  return {
    capacity: seatsToGive(policy),
    reserved: now >= policy.releasedAt ? new Map() : policy.reserved,
  };
}

const claimOf = ({ id, municipalityId, waitingNumber }: Place): Claim => ({
  enrolmentId: id,
  municipalityId,
  number: waitingNumber ?? 0,
});

/** Who was only offered a seat came after everyone who has one. */
const seatedAt = ({ confirmedAt }: Place): number => confirmedAt?.getTime() ?? Infinity;

function countByMunicipality(places: readonly Place[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { municipalityId } of places) counts.set(municipalityId, (counts.get(municipalityId) ?? 0) + 1);
  return counts;
}
