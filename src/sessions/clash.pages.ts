import type { MessageKey } from '../messages.js';
import { formatDate, formatTimeRange } from '../platform/i18n/format.js';
import type { Translate } from '../platform/i18n/translator.js';
import type { Clash, ClashKind } from './clash.rules.js';

const texts = {
  trainer: 'sessions.fault.trainerBusy',
  travel: 'sessions.fault.trainerTravels',
  room: 'sessions.fault.roomBusy',
  people: 'sessions.fault.participantBusy',
} as const satisfies Record<ClashKind, MessageKey>;

/** Which booking is in the way, and what can be done about it. */
export function clashText(clash: Clash, t: Translate): string {
  return t(texts[clash.kind], bookingParams(clash));
}

/** What a message says about a clash. Dates in figures read the same in both languages; a refusal does not know its reader's. */
export function bookingParams({ who, booking }: Clash): Record<'who' | 'course' | 'date' | 'times', string> {
  const { course, date, startTime, endTime } = booking;
  return {
    ...{ who, course },
    date: formatDate(date, 'nl', 'short'),
    times: formatTimeRange(startTime, endTime),
  };
}
