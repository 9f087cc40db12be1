import { formatDate, formatTimeRange } from '../platform/i18n/format.js';
import type { Translate } from '../platform/i18n/translator.js';
import type { Letter } from '../platform/mail/letter.js';
import type { Locale } from '../shared/locale.js';
import type { Appointment, AppointmentPart } from './appointment.queries.js';
import type { EntryCode } from './entry-codes.service.js';
import { placeOf } from '../sessions/place.rules.js';
import type { Values } from '../wording/mail-kinds.rules.js';

/** When and where, as rows of a letter: everything apart for a single part, one row per part for several. */
export function appointmentDetails(
  appointment: Appointment,
  locale: Locale,
  t: Translate,
): Letter['details'] {
  const { parts } = appointment;
  const [only, ...more] = parts;
  const trainers = trainersOf(appointment);
  const times =
    only && more.length === 0
      ? [
          { label: t('enrolment.letter.date'), value: formatDate(only.date, locale, 'weekday') },
          { label: t('enrolment.letter.time'), value: formatTimeRange(only.startTime, only.endTime) },
          { label: t('enrolment.letter.place'), value: placeInWords(only, t) },
        ]
      : parts.map((part) => ({
          label: t('enrolment.letter.part', { ordinal: part.ordinal }),
          value: [
            formatDate(part.date, locale, 'weekday'),
            formatTimeRange(part.startTime, part.endTime),
            placeInWords(part, t),
          ].join(', '),
        }));
  return [
    ...times,
    ...aboutPlaces(parts, 'route', t('enrolment.letter.route')),
    ...aboutPlaces(parts, 'accessibility', t('enrolment.letter.accessibility')),
    ...(trainers === '' ? [] : [{ label: t('enrolment.letter.trainers'), value: trainers }]),
  ];
}

/** What the words of a letter about a session can name; time and place are those of its first part. */
export function appointmentValues(
  name: string,
  appointment: Appointment,
  locale: Locale,
  t: Translate,
): Values {
  const [first] = appointment.parts;
  const trainers = trainersOf(appointment);
  return {
    name,
    course: appointment.courseTitle,
    date: firstDay(appointment, locale),
    time: formatTimeRange(first!.startTime, first!.endTime),
    place: placeInWords(first!, t),
    trainers: trainers === '' ? null : trainers,
  };
}

/** How to join the parts that are on line: only in a letter to someone with a seat. */
export function joiningDetails({ parts }: Appointment, t: Translate): Letter['details'] {
  return parts.flatMap(({ ordinal, joiningLink }) =>
    joiningLink === null
      ? []
      : [
          {
            label:
              parts.length === 1 ? t('enrolment.letter.join') : t('enrolment.letter.joinPart', { ordinal }),
            value: joiningLink,
          },
        ],
  );
}

/** The codes to come in with, a day each: only in a letter to someone with a seat. */
export function entryDetails(codes: readonly EntryCode[], locale: Locale, t: Translate): Letter['details'] {
  return codes.map(({ date, url }) => ({
    label: t('enrolment.letter.entryCode', { day: formatDate(date, locale, 'weekday') }),
    value: url,
  }));
}

const trainersOf = ({ parts }: Appointment): string =>
  [...new Set(parts.flatMap((part) => part.trainers))].join(', ');

const placeInWords = (part: AppointmentPart, t: Translate): string =>
  placeOf(part) ?? t('enrolment.place.online');

/** What there is to tell about the places of a session, each text once. */
function aboutPlaces(
  parts: readonly AppointmentPart[],
  what: 'route' | 'accessibility',
  label: string,
): Letter['details'] {
  const told = [...new Set(parts.flatMap(({ place }) => place?.[what] ?? []))];
  return told.length === 0 ? [] : [{ label, value: told.join('; ') }];
}

/** The day a session begins, written out: 'donderdag 14 januari 2027'. */
export function firstDay({ parts }: Appointment, locale: Locale): string {
  return formatDate(parts[0]!.date, locale, 'weekday');
}
