import { sessionStatuses, type SessionStatus } from './session-life.rules.js';

/** Which sessions a list shows: those one can enrol in, those still to be finished, all, or those of one status. */
export const sessionShows = ['enrollable', 'active', 'all', ...sessionStatuses] as const;
export type SessionShow = (typeof sessionShows)[number];

export const sessionOrders = ['date', '-date'] as const;
/** By the start of the first part, the earliest first; with a minus the latest first. */
export type SessionOrder = (typeof sessionOrders)[number];

/** What a list of sessions can be narrowed down to; null for no bound. */
export interface SessionFilter {
  readonly q: string | null;
  readonly show: SessionShow;
  readonly level: string | null;
  /** Where the session is held. */
  readonly municipalityId: string | null;
  /** Local date of the first part, or later. */
  readonly from: string | null;
  readonly order: SessionOrder;
}

/** The statuses that a list shows; null for every one. */
export function statusesOf(show: SessionShow): readonly SessionStatus[] | null {
  if (show === 'all') return null;
  if (show === 'active') return ['draft', 'open', 'confirmed'];
  return show === 'enrollable' ? ['open', 'confirmed'] : [show];
}
