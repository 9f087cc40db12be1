import type { Appointment, AppointmentPart } from '../enrolment/appointment.queries.js';
import type { EntryCode } from '../enrolment/entry-codes.service.js';
import { formatDate, formatTimeRange } from '../platform/i18n/format.js';
import type { Translate } from '../platform/i18n/translator.js';
import { placeOf } from '../sessions/place.rules.js';
import type { Locale } from '../shared/locale.js';
import type { RosterPerson } from './attendance.queries.js';
import type { SheetDay, SignInSheet } from './sign-in-sheet.js';

/** Someone on the list, with a code for each day. */
export type ExpectedPerson = Pick<RosterPerson, 'name' | 'organisation'> & {
  readonly codes: readonly EntryCode[];
};

/** Puts a session into the words of its sign-in sheet: every day of it, with everyone who is expected. */
export function signInSheet(
  appointment: Appointment,
  people: readonly ExpectedPerson[],
  { regionName, printedAt }: { readonly regionName: string; readonly printedAt: Date },
  { locale, t }: { readonly locale: Locale; readonly t: Translate },
): SignInSheet {
  const dates = [...new Set(appointment.parts.map(({ date }) => date))];
  return {
    ...{ regionName, printedAt, locale },
    title: t('attendance.sheet.title', { course: appointment.courseTitle }),
    labels: {
      nameColumn: t('attendance.sheet.name'),
      codeColumn: t('attendance.sheet.code'),
      walkIn: t('attendance.sheet.walkIn'),
    },
    days: dates.map((date) => dayOf(date, appointment, people, { locale, t })),
  };
}

function dayOf(
  date: string,
  { parts }: Appointment,
  people: readonly ExpectedPerson[],
  { locale, t }: { readonly locale: Locale; readonly t: Translate },
): SheetDay {
  const day = formatDate(date, locale, 'weekday');
  const own = parts.filter((part) => part.date === date);
  return {
    heading: day,
    lines: [...new Set(own.flatMap((part) => aboutPart(part, t)))],
    parts: own.map(({ ordinal, startTime, endTime }) =>
      t('attendance.sheet.part', { ordinal, when: formatTimeRange(startTime, endTime) }),
    ),
    people: people.map(({ name, organisation, codes }) => ({
      ...{ name, organisation },
      code: {
        url: codes.find((code) => code.date === date)!.url,
        description: t('check-in.qr', { name, day }),
      },
    })),
  };
}

function aboutPart(part: AppointmentPart, t: Translate): string[] {
  const trainers = part.trainers.join(', ');
  return [
    placeOf(part) ?? t('enrolment.place.online'),
    ...(trainers === '' ? [] : [t('attendance.sheet.trainers', { trainers })]),
  ];
}
