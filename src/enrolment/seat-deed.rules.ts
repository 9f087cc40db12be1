import type { Elsewhere } from './double-booking.rules.js';
import type { EndReason, EnrolmentStatus } from './enrolment-status.rules.js';

/** A professional's enrolment, as far as it decides about seats. */
export interface Place {
  readonly id: string;
  readonly professionalId: string;
  readonly municipalityId: string;
  readonly status: EnrolmentStatus;
  readonly waitingNumber: number | null;
  readonly enrolledAt: Date;
  readonly confirmedAt: Date | null;
  readonly cancelledAt: Date | null;
  readonly endReason: EndReason | null;
  readonly offerExpiresAt: Date | null;
  /** Added by a coordinator although the session was full. */
  readonly aboveCapacity: boolean;
}

/** What a session says about its seats, at the moment of the turn. */
export interface SeatPolicy {
  readonly version: number;
  readonly capacity: number;
  readonly overbookingPercentage: number;
  readonly reserved: ReadonlyMap<string, number>;
  /** From this instant on, reserved seats that are unused are open to all. */
  readonly releasedAt: Date;
  readonly payerMunicipalityId: string;
  /** Whether who moves up has a seat at once, or is first asked. */
  readonly waitingListMode: 'automatic' | 'offer';
  /** Working hours in which an offer can be accepted. */
  readonly offerHours: number;
  readonly lastWaitingNumber: number;
  readonly takesEnrolments: boolean;
  readonly firstStartsAt: Date;
}

/** The seats that a coordinator wants a session to have from now on. */
export type SeatPlan = Pick<
  SeatPolicy,
  'capacity' | 'overbookingPercentage' | 'reserved' | 'releasedAt' | 'waitingListMode' | 'offerHours'
>;

export type SeatDeed =
  | {
      readonly kind: 'enrol';
      readonly professionalId: string;
      readonly municipalityId: string;
      /** The municipality's contact decides first. */
      readonly needsApproval: boolean;
      /** A coordinator adds someone although the session is full. */
      readonly aboveCapacity: boolean;
    }
  | {
      readonly kind: 'approve' | 'reject' | 'acceptOffer' | 'declineOffer' | 'cancel';
      readonly enrolmentId: string;
    }
  | { readonly kind: 'substitute'; readonly enrolmentId: string; readonly professionalId: string }
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
  | 'substitution-too-late'
  | 'substitution-without-seat'
  | 'request-already-decided'
  | 'offer-expired'
  | 'professional-double-booked'
  | 'seats-taken'
  | 'changed-meanwhile';

/**
 * Where an enrolment stands after its request; null where the request was about the session. A refusal of other seats
 * names whom they would touch, one of a second seat at the same time where the first is.
 */
export type SeatAnswer =
  | { readonly place: Place | null }
  | {
      readonly refused: SeatRefusal;
      readonly touched?: readonly Place[];
      readonly elsewhere?: Elsewhere;
    };
