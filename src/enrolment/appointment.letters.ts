import { formatDate, formatTimeRange } from '../platform/i18n/format.js';
import type { Translate } from '../platform/i18n/translator.js';
import type { Letter } from '../platform/mail/letter.js';
import type { Locale } from '../shared/locale.js';
import type { Appointment } from './appointment.queries.js';
import { placeOf } from './place.rules.js';

/** When and where, as rows of a letter: everything apart for a single part, one row per part for several. */
export function appointmentDetails({ parts }: Appointment, locale: Locale, t: Translate): Letter['details'] {
  const [only, ...more] = parts;
  const trainers = [...new Set(parts.flatMap((part) => part.trainers))].join(', ');
  const times =
    only && more.length === 0
      ? [
          { label: t('enrolment.letter.date'), value: formatDate(only.date, locale, 'weekday') },
          { label: t('enrolment.letter.time'), value: formatTimeRange(only.startTime, only.endTime) },
          { label: t('enrolment.letter.place'), value: placeOf(only) },
        ]
      : parts.map((part) => ({
          label: t('enrolment.letter.part', { ordinal: part.ordinal }),
          value: [
            formatDate(part.date, locale, 'weekday'),
            formatTimeRange(part.startTime, part.endTime),
            placeOf(part),
          ].join(', '),
        }));
  return [
    ...times,
    {
      label: t('enrolment.letter.accessibility'),
      value: [...new Set(parts.map((part) => part.accessibility))].join('; '),
    },
    ...(trainers === '' ? [] : [{ label: t('enrolment.letter.trainers'), value: trainers }]),
  ];
}

/** The day a session begins, written out: 'donderdag 14 januari 2027'. */
export function firstDay({ parts }: Appointment, locale: Locale): string {
  return formatDate(parts[0]!.date, locale, 'weekday');
}
