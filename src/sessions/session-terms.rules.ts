import { addToDate, instantOf } from '../shared/local-date.js';

/** How people come into a session and leave it again, beside the seats that its plan names; a copy takes it over. */
export interface SessionTerms {
  readonly overbookingPercentage: number;
  readonly waitingListMode: 'automatic' | 'offer';
  readonly offerHours: number;
  /** Local dates; null until the first part begins. */
  readonly enrolUntil: string | null;
  readonly cancelUntil: string | null;
  readonly chargesLateCancellation: boolean;
  readonly organisationId: string | null;
  readonly asksDietary: boolean;
  readonly asksAccessibility: boolean;
  readonly functionQuotas: readonly { readonly functionId: string; readonly seats: number }[];
  readonly organisationQuotas: readonly { readonly organisationId: string; readonly seats: number }[];
}

/** The terms of a session of which nobody said anything else. */
export const USUAL_TERMS: SessionTerms = {
  ...{ overbookingPercentage: 0, waitingListMode: 'automatic', offerHours: 16 },
  ...{ enrolUntil: null, cancelUntil: null, chargesLateCancellation: true, organisationId: null },
  ...{ asksDietary: false, asksAccessibility: false, functionQuotas: [], organisationQuotas: [] },
};

/**
 * The instant at which a term ends: at the end of its last local day, and in any case when the session begins; without a
 * last day when the session begins.
 */
export function termEndsAt(lastDay: string | null, firstStartsAt: Date): Date {
  if (lastDay === null) return firstStartsAt;
  const ends = instantOf(addToDate(lastDay, { days: 1 }), '00:00');
  return ends < firstStartsAt ? ends : firstStartsAt;
}
