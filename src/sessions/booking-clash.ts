import { DomainError } from '../platform/errors/domain-error.js';
import { formatDate } from '../platform/i18n/format.js';
import type { ProblemCode } from '../problems.js';
import { bookingParams } from './clash.pages.js';
import type { Clash, ClashKind } from './clash.rules.js';
import { timesOf } from './free-slot.pages.js';
import type { FreeSlot } from './free-slot.rules.js';

const codes = {
  trainer: 'trainer-double-booked',
  travel: 'trainer-travels',
  room: 'room-double-booked',
  people: 'participant-double-booked',
} as const satisfies Record<ClashKind, ProblemCode>;

/** What is planned needs a trainer, a room or people who are booked already; says by what, and when they are free. */
export class BookingClash extends DomainError {
  constructor(
    readonly clashes: readonly [Clash, ...Clash[]],
    readonly slots: readonly FreeSlot[],
  ) {
    const [first] = clashes;
    super(codes[first.kind], { part: first.part + 1, ...bookingParams(first), slots: slotsInFigures(slots) });
  }
}

const slotsInFigures = (slots: readonly FreeSlot[]): string =>
  slots.map(({ parts, toDate }) => `${formatDate(toDate, 'nl', 'short')} ${timesOf(parts)}`).join('; ') ||
  '–';
