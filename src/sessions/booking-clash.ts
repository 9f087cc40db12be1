import { DomainError } from '../platform/errors/domain-error.js';
import { formatDate } from '../platform/i18n/format.js';
import type { ProblemCode } from '../problems.js';
import { clashParams } from './clash.pages.js';
import type { Clash, ClashKind } from './clash.rules.js';
import { timesOf } from './free-slot.pages.js';
import type { FreeSlot } from './free-slot.rules.js';

const codes = {
  trainer: 'trainer-double-booked',
  travel: 'trainer-travels',
  room: 'room-double-booked',
  people: 'participant-double-booked',
  away: 'trainer-away',
  hours: 'trainer-other-hours',
  dayOff: 'trainer-day-off',
} as const satisfies Record<ClashKind, ProblemCode>;

/** What is planned needs a trainer, a room or people who are not free then; says why, and when they are. */
export class BookingClash extends DomainError {
  constructor(
    readonly clashes: readonly [Clash, ...Clash[]],
    readonly slots: readonly FreeSlot[],
  ) {
    const [first] = clashes;
    super(codes[first.kind], { part: first.part + 1, ...clashParams(first), slots: slotsInFigures(slots) });
  }
}

const slotsInFigures = (slots: readonly FreeSlot[]): string =>
  slots.map(({ parts, toDate }) => `${formatDate(toDate, 'nl', 'short')} ${timesOf(parts)}`).join('; ') ||
  '–';
