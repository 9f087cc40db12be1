import type { MessageKey } from '../messages.js';
import { formatDate, formatTimeRange } from '../platform/i18n/format.js';
import type { Translate } from '../platform/i18n/translator.js';
import type { Booking, Clash, ClashKind } from './clash.rules.js';
import type { Absence } from './trainers/trainer-times.rules.js';

const texts = {
  trainer: 'sessions.fault.trainerBusy',
  travel: 'sessions.fault.trainerTravels',
  room: 'sessions.fault.roomBusy',
  people: 'sessions.fault.participantBusy',
  away: 'sessions.fault.trainerAway',
  hours: 'sessions.fault.trainerOtherHours',
  dayOff: 'sessions.fault.trainerDayOff',
} as const satisfies Record<ClashKind, MessageKey>;

/** What is in the way, and what can be done about it. */
export function clashText(clash: Clash, t: Translate): string {
  return t(texts[clash.kind], clashParams(clash));
}

/** What a message says about a clash. Dates in figures read the same in both languages; a refusal does not know its reader's. */
export function clashParams(clash: Clash): Record<'who' | 'course' | 'date' | 'times' | 'away', string> {
  const params = { who: clash.who, course: '', date: inFigures(clash.date), times: '', away: '' };
  switch (clash.kind) {
    case 'away':
      return { ...params, away: absenceInFigures(clash.absence) };
    case 'hours':
      return { ...params, times: formatTimeRange(clash.hours.startTime, clash.hours.endTime) };
    case 'dayOff':
      return params;
    default: {
      const { course, date, startTime, endTime } = clash.booking;
      return { ...params, course, date: inFigures(date), times: formatTimeRange(startTime, endTime) };
    }
  }
}

/** 'Basistraining', with when it is: '“Basistraining” (12-11-2026, 09:30–12:30)'. */
export function bookingInFigures(
  booking: Pick<Booking, 'course' | 'date' | 'startTime' | 'endTime'>,
): string {
  const { course, date, startTime, endTime } = booking;
  return `“${course}” (${inFigures(date)}, ${formatTimeRange(startTime, endTime)})`;
}

/** '12-11-2026 13:00 – 14-11-2026', a single whole day as '12-11-2026'. */
function absenceInFigures({ firstDate, startTime, lastDate, endTime }: Absence): string {
  const from = [inFigures(firstDate), startTime].filter((text) => text !== null).join(' ');
  const until = [lastDate === firstDate ? null : inFigures(lastDate), endTime].filter(
    (text) => text !== null,
  );
  return until.length === 0 ? from : `${from} – ${until.join(' ')}`;
}

const inFigures = (date: string): string => formatDate(date, 'nl', 'short');
