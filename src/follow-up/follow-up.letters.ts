import { appointmentDetails, appointmentValues, firstDay } from '../enrolment/appointment.letters.js';
import type { Appointment } from '../enrolment/appointment.queries.js';
import { formatDate, formatTimeRange } from '../platform/i18n/format.js';
import type { Translate } from '../platform/i18n/translator.js';
import type { Letter } from '../platform/mail/letter.js';
import { placeOf } from '../sessions/place.rules.js';
import type { Locale } from '../shared/locale.js';
import type { Values } from '../wording/mail-kinds.rules.js';
import { wordedLetter } from '../wording/worded-letter.js';
import type { Words } from '../wording/words.js';

interface Invited {
  readonly name: string;
  readonly locale: Locale;
}

/** What the words of an invitation can name: of several days what they have in common, or each with 'or' between them. */
export function invitationValues(
  { name, locale }: Invited,
  days: readonly Appointment[],
  t: Translate,
): Values {
  const each = days.map((day) => appointmentValues(name, day, locale, t));
  const either = (value: 'course' | 'date' | 'time' | 'place' | 'trainers') => {
    const values = [...new Set(each.flatMap((values) => values[value] ?? []))];
    return values.length === 0 ? null : new Intl.ListFormat(locale, { type: 'disjunction' }).format(values);
  };
  return {
    name,
    ...{ course: either('course'), date: either('date'), time: either('time') },
    ...{ place: either('place'), trainers: either('trainers') },
  };
}

/** The invitation to one or more follow-up days, or the reminder of it; behind the link one chooses a day, or says no. */
export function invitationLetter(
  to: Invited,
  words: Words,
  days: readonly Appointment[],
  url: string,
  t: Translate,
): Letter {
  const [only, ...more] = days;
  const details =
    only && more.length === 0
      ? appointmentDetails(only, to.locale, t)
      : days.map((day) => ({ label: dayOf(day, to.locale), value: whenAndWhere(day, t) }));
  const action = { label: t('follow-up.letter.action'), url };
  const letter = wordedLetter(words, to.name, { details, action }, t);
  return { ...letter, closing: [...letter.closing, t('follow-up.letter.cannotCome')] };
}

/** A day is called off, to someone who was invited and did not enrol; with a link where there are other days. */
export function calledOffLetter(
  to: Invited,
  appointment: Appointment,
  links: { readonly publicUrl: string; readonly otherDays: string | null },
  t: Translate,
): Letter {
  const about = { course: appointment.courseTitle, date: firstDay(appointment, to.locale) };
  const { publicUrl, otherDays } = links;
  return {
    subject: t('enrolment.calledOff.subject', about),
    greeting: t('access.letter.greeting', { name: to.name }),
    paragraphs: [t(otherDays ? 'follow-up.calledOff.otherDays' : 'follow-up.calledOff.text', about)],
    details: [],
    action: otherDays
      ? { label: t('follow-up.letter.action'), url: otherDays }
      : { label: t('enrolment.letter.otherDates'), url: `${publicUrl}/sessions` },
    closing: otherDays ? [] : [t('enrolment.calledOff.next')],
  };
}

/** The day or days of a session, as a heading: 'donderdag 3 december 2026'. */
function dayOf({ parts }: Appointment, locale: Locale): string {
  const dates = [...new Set(parts.map(({ date }) => date))].map((date) =>
    formatDate(date, locale, 'weekday'),
  );
  return new Intl.ListFormat(locale, { type: 'conjunction' }).format(dates);
}

function whenAndWhere({ parts }: Appointment, t: Translate): string {
  const first = parts[0]!;
  const time = formatTimeRange(first.startTime, parts.at(-1)!.endTime);
  return `${time}, ${placeOf(first) ?? t('enrolment.place.online')}`;
}
