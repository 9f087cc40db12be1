import { localDateOf } from '../../shared/local-date.js';
import type { EntryPass } from '../../enrolment/entry-code.rules.js';

/** What a device saw: someone checked in by name or by code, or a check-in that was a mistake. */
export interface Sighting {
  /** Made on the device, so that what is sent twice counts once. */
  readonly id: string;
  readonly partId: string;
  /** By the clock of the device, put right at its last contact. */
  readonly observedAt: Date;
  readonly what:
    | { readonly kind: 'name'; readonly enrolmentId: string }
    /** Null for a code that is not genuine. */
    | { readonly kind: 'code'; readonly pass: EntryPass | null }
    | { readonly kind: 'withdrawal'; readonly enrolmentId: string; readonly withdraws: string };
}

/** Whom and what a sighting may be about. */
export interface Door {
  readonly parts: readonly { readonly id: string; readonly localDate: string }[];
  readonly people: readonly { readonly enrolmentId: string }[];
}

type Refused = {
  readonly refused: 'unknown-part' | 'not-that-day' | 'not-genuine' | 'other-day' | 'no-seat';
};

/** Whom a sighting is of, and when it was at the latest; or why it cannot count. */
export type Admitted = { readonly enrolmentId: string; readonly observedAt: Date } | Refused;

/**
 * Whether a sighting counts: on the local date of its part and no other, of someone with a seat. A code must be genuine
 * and of that date. A device whose clock runs ahead has seen nothing later than `now`.
 */
export function admit(sighting: Sighting, door: Door, now: Date): Admitted {
  const part = door.parts.find(({ id }) => id === sighting.partId);
  if (!part) return { refused: 'unknown-part' };
  const observedAt = sighting.observedAt < now ? sighting.observedAt : now;
  if (localDateOf(observedAt) !== part.localDate) return { refused: 'not-that-day' };
  const whom = whomOf(sighting, part.localDate);
  if ('refused' in whom) return whom;
  const hasSeat = door.people.some(({ enrolmentId }) => enrolmentId === whom.enrolmentId);
  return hasSeat ? { enrolmentId: whom.enrolmentId, observedAt } : { refused: 'no-seat' };
}

function whomOf({ what }: Sighting, date: string): { readonly enrolmentId: string } | Refused {
  if (what.kind !== 'code') return what;
  if (what.pass?.kind !== 'person') return { refused: 'not-genuine' };
  return what.pass.date === date ? what.pass : { refused: 'other-day' };
}
