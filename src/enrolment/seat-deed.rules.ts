import type { Elsewhere } from './double-booking.rules.js';
import type { EndReason, EnrolmentStatus } from './enrolment-status.rules.js';

/** Someone who wants a seat, as far as that decides about whose turn it is. */
export interface SeatSeeker {
  readonly professionalId: string;
  readonly municipalityId: string;
  readonly functionId: string;
  readonly organisationId: string;
  /** Whether the municipality is a member of the region. */
  readonly ofMember: boolean;
}

/** A professional's enrolment, as far as it decides about seats. */
export interface Place extends SeatSeeker {
  readonly id: string;
  readonly status: EnrolmentStatus;
  readonly waitingNumber: number | null;
  /** The place in the waiting list at which someone came in; null for who had a seat at once. */
  readonly firstWaitingPosition: number | null;
  readonly enrolledAt: Date;
  readonly confirmedAt: Date | null;
  readonly cancelledAt: Date | null;
  readonly endReason: EndReason | null;
  readonly cancelReason: string | null;
  /** Given up so late that the municipality still pays for it. */
  readonly stillCharged: boolean;
  readonly offerExpiresAt: Date | null;
  /** Given by a coordinator although the session was full. */
  readonly aboveCapacity: boolean;
  /** Given by a coordinator after the session had begun. */
  readonly walkIn: boolean;
  readonly entryOverrideReason: string | null;
  readonly transferredFrom: string | null;
}

/** Someone who is not in the register and has a seat all the same. */
export interface Guest {
  readonly id: string;
  readonly aboveCapacity: boolean;
}

/** People who have a seat and about whom nothing is asked, as alike to the rule of seats. */
export interface OtherSeats extends Omit<SeatSeeker, 'professionalId' | 'ofMember'> {
  readonly count: number;
  /** How many of these were given although the session was full. */
  readonly aboveCapacity: number;
}

/** Who has, waits for or asks a seat in a session when a turn begins. */
export interface SessionPlaces {
  /** Everyone who may change in the turn, in the order of arrival. */
  readonly places: readonly Place[];
  readonly others: readonly OtherSeats[];
  readonly guests: readonly Guest[];
}

/** What a session says about its seats, at the moment of the turn. */
export interface SeatPolicy {
  readonly version: number;
  readonly capacity: number;
  readonly overbookingPercentage: number;
  /** Seats held, by the id of the municipality, function or organisation. */
  readonly held: ReadonlyMap<string, number>;
  /** From this instant on, held seats that are unused are open to all. */
  readonly releasedAt: Date;
  readonly payerMunicipalityId: string;
  /** Whether who moves up has a seat at once, or is first asked. */
  readonly waitingListMode: 'automatic' | 'offer';
  /** Working hours in which an offer can be accepted. */
  readonly offerHours: number;
  readonly lastWaitingNumber: number;
  /** Open or confirmed. */
  readonly isLive: boolean;
  /** From this instant on nobody enrols or moves up any more; never after the first part begins. */
  readonly enrolmentEndsAt: Date;
  /** From this instant on a seat is given up with a reason; never after the first part begins. */
  readonly freeCancellationEndsAt: Date;
  readonly chargesLateCancellation: boolean;
  readonly firstStartsAt: Date;
  readonly lastEndsAt: Date;
}

/** The seats and terms that a coordinator wants a session to have from now on. */
export type SeatPlan = Pick<
  SeatPolicy,
  | 'capacity'
  | 'overbookingPercentage'
  | 'held'
  | 'releasedAt'
  | 'waitingListMode'
  | 'offerHours'
  | 'enrolmentEndsAt'
  | 'freeCancellationEndsAt'
  | 'chargesLateCancellation'
>;

export type SeatDeed =
  | {
      readonly kind: 'enrol';
      readonly seeker: SeatSeeker;
      /** The municipality's contact decides first. */
      readonly needsApproval: boolean;
      readonly entryOverrideReason: string | null;
    }
  /** A coordinator gives someone a seat, whether there is one or not, until the session is over. */
  | {
      readonly kind: 'giveSeat';
      readonly seeker: SeatSeeker;
      readonly entryOverrideReason: string | null;
    }
  | {
      readonly kind: 'approve' | 'reject' | 'acceptOffer' | 'declineOffer';
      readonly enrolmentId: string;
    }
  | { readonly kind: 'cancel'; readonly enrolmentId: string; readonly reason: string | null }
  | { readonly kind: 'substitute'; readonly enrolmentId: string; readonly seeker: SeatSeeker }
  /** Comes from another session of the course: with the seat there, only to a seat here. */
  | {
      readonly kind: 'transferIn';
      readonly seeker: SeatSeeker;
      readonly from: Pick<Place, 'id' | 'status' | 'entryOverrideReason'>;
    }
  | { readonly kind: 'transferOut'; readonly enrolmentId: string; readonly mayBeLate: boolean }
  | { readonly kind: 'addGuest'; readonly guestId: string }
  | { readonly kind: 'removeGuest'; readonly guestId: string }
  | {
      readonly kind: 'resize';
      readonly plan: SeatPlan;
      /** The version of the session on which the plan was based. */
      readonly version: number;
    };

export type SeatRefusal =
  | 'enrolment-not-open'
  | 'already-enrolled'
  | 'enrolment-already-cancelled'
  | 'cancellation-too-late'
  | 'cancellation-needs-reason'
  | 'substitution-too-late'
  | 'substitution-without-seat'
  | 'substitution-takes-held-seat'
  | 'transfer-too-late'
  | 'transfer-full'
  | 'session-over'
  | 'guest-unknown'
  | 'request-already-decided'
  | 'offer-expired'
  | 'professional-double-booked'
  | 'seats-taken'
  | 'changed-meanwhile';

/**
 * Where an enrolment stands after its request; null where the request was about the session or a guest. A refusal of
 * other seats names whom they would touch, one of a second seat at the same time where the first is.
 */
export type SeatAnswer =
  | { readonly place: Place | null }
  | {
      readonly refused: SeatRefusal;
      readonly touched?: readonly Place[];
      readonly elsewhere?: Elsewhere;
    };
