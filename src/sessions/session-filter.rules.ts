import { shownStatuses, type SessionStatus } from './session-life.rules.js';

/**
 * Which sessions a list shows: those one can enrol in, those still to be finished, those to decide about this week, all,
 * or those of one status. Open and going ahead are so also when they are full, or going ahead when it has begun.
 */
export const sessionShows = ['enrollable', 'active', 'to-decide', 'all', ...shownStatuses] as const;
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
  switch (show) {
    case 'all':
      return null;
    case 'active':
      return ['draft', 'open', 'confirmed'];
    case 'enrollable':
    case 'full':
      return ['open', 'confirmed'];
    case 'to-decide':
      return ['open'];
    case 'in-progress':
    case 'ended':
      return ['confirmed'];
    default:
      return [show];
  }
}
