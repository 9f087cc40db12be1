import { z } from 'zod';
import type { MessageKey } from '../../messages.js';
import { formatDate, formatTimeRange } from '../../platform/i18n/format.js';
import type { Paged } from '../../platform/database/paged.js';
import type { Translate } from '../../platform/i18n/translator.js';
import { blankAsNull, localDate, localTime, wholeNumber } from '../../platform/web/fields.js';
import { buildForm, type FieldIssue, type FieldSpec, type SentForm } from '../../platform/web/forms.js';
import { pagination } from '../../platform/web/pagination.js';
import type { Locale } from '../../shared/locale.js';
import { addToDate } from '../../shared/local-date.js';
import type { TrainerBooking } from './trainer-bookings.queries.js';
import type { AbsenceRow, TrainerRow } from './trainer.queries.js';
import { awayFrom, weekdays, type Absence, type DayHours, type Weekday } from './trainer-times.rules.js';

export const ABSENCES_PER_PAGE = 50;

export const availabilityQuery = z.object({
  page: z.coerce.number().int().min(1).max(100_000).catch(1),
});

const reason = (key: MessageKey) => ({ code: 'custom', params: { key } }) as const;

const dayForm = z
  .object({ startTime: blankAsNull(localTime), endTime: blankAsNull(localTime) })
  .superRefine(({ startTime, endTime }, context) => {
    if (startTime === null && endTime !== null)
      context.addIssue({ ...reason('web.validation.required'), path: ['startTime'] });
    if (startTime !== null && endTime === null)
      context.addIssue({ ...reason('web.validation.required'), path: ['endTime'] });
    if (startTime !== null && endTime !== null && endTime <= startTime)
      context.addIssue({ ...reason('trainers.fault.endsBeforeStart'), path: ['endTime'] });
  });

/** The hours of the week, Monday first; a day without times is a day off. */
export const hoursForm = z.object({
  version: wholeNumber(1, 999_999_999),
  hours: z
    .array(dayForm)
    .length(weekdays.length)
    .transform((days) =>
      days.flatMap(({ startTime, endTime }, index): DayHours[] =>
        startTime === null || endTime === null ? [] : [{ weekday: weekdays[index]!, startTime, endTime }],
      ),
    ),
});

/** Refuses an absence that ends before it begins. */
export function refuseBackwards(absence: Absence, context: z.RefinementCtx): void {
  // What is no date or time is refused already.
  if (context.issues.length > 0) return;
  const { startsAt, endsAt } = awayFrom(absence);
  if (endsAt > startsAt) return;
  const path = absence.lastDate < absence.firstDate ? 'lastDate' : 'endTime';
  context.addIssue({ ...reason('trainers.fault.endsBeforeStart'), path: [path] });
}

export const absenceForm = z
  .object({
    firstDate: localDate,
    startTime: blankAsNull(localTime),
    lastDate: localDate,
    endTime: blankAsNull(localTime),
  })
  .superRefine(refuseBackwards);

/** What is kept of when a trainer can be planned. */
export interface AvailabilityFound {
  readonly trainer: TrainerRow;
  readonly absences: Paged<AbsenceRow>;
  /** What is planned outside the hours. */
  readonly outside: readonly TrainerBooking[];
}

interface Reader {
  readonly locale: Locale;
  readonly t: Translate;
  /** Whether the reader is this trainer. */
  readonly own: boolean;
}

const nothingSent: SentForm = { values: {}, issues: [] };

/** The model of `trainers/availability`; of the two forms one can have been sent. */
export function availabilityPage(
  { trainer, absences, outside }: AvailabilityFound,
  page: number,
  sent: { readonly hours?: SentForm; readonly absence?: SentForm },
  { locale, t, own }: Reader,
) {
  const at = `/trainers/${trainer.id}`;
  const hours = hoursFields(trainer, sent.hours, locale, t);
  const { fields, errorSummary } = buildForm(absenceSpecs, ...partsOf(sent.absence ?? nothingSent), t);
  return {
    intro: own
      ? t('trainers.availability.introOwn')
      : t('trainers.availability.intro', { name: trainer.name }),
    errorSummary: hours.errorSummary ?? errorSummary,
    hoursAction: `${at}/hours`,
    ...{ hiddenFields: hours.hiddenFields, days: hours.days },
    absenceAction: `${at}/absences`,
    absenceFields: fields,
    absences: absences.rows.map((absence) => ({
      when: absenceInWords(absence, locale, t),
      withdrawHref: `/trainer-absences/${absence.id}/withdrawal`,
    })),
    pagination: pagination(
      absences.total,
      page,
      ABSENCES_PER_PAGE,
      (number) => `${at}/availability?page=${number}`,
    ),
    outside: outside.map(({ sessionId, course, date, startTime, endTime }) => ({
      href: `/sessions/${sessionId}`,
      text: `${course}, ${formatDate(date, locale, 'weekday')}, ${formatTimeRange(startTime, endTime)}`,
    })),
  };
}

const partsOf = ({ values, issues }: SentForm): [Record<string, unknown>, readonly FieldIssue[]] => [
  values,
  issues,
];

function hoursFields(
  { hours, version }: TrainerRow,
  sent: SentForm | undefined,
  locale: Locale,
  t: Translate,
) {
  const values = sent?.values ?? {
    version,
    hours: weekdays.map((day) => hours.find(({ weekday }) => weekday === day) ?? {}),
  };
  const specs = weekdays.flatMap((day, index): FieldSpec[] =>
    (['startTime', 'endTime'] as const).map((name) => ({
      ...{ name: `hours.${index}.${name}`, kind: 'time', label: `trainers.hours.${name}` },
      labelParams: { day: dayName(day, locale) },
    })),
  );
  const version_: FieldSpec = { name: 'version', kind: 'hidden', label: 'trainers.form.name' };
  const form = buildForm([version_, ...specs], values, sent?.issues ?? [], t);
  return {
    errorSummary: form.errorSummary,
    hiddenFields: form.fields.filter(({ is }) => is.hidden),
    days: weekdays.map((day, index) => ({
      legend: dayName(day, locale),
      fields: form.fields.filter(({ name }) => name.startsWith(`hours.${index}.`)),
    })),
  };
}

/** 'maandag': 2024-01-01 was one. */
const dayName = (day: Weekday, locale: Locale): string =>
  formatDate(addToDate('2024-01-01', { days: day - 1 }), locale, 'dayName');

const absenceSpecs: readonly FieldSpec[] = [
  { name: 'firstDate', kind: 'date', label: 'trainers.absence.firstDate', required: true },
  {
    ...{ name: 'startTime', kind: 'time', label: 'trainers.absence.startTime' },
    description: 'trainers.absence.wholeDay',
  },
  { name: 'lastDate', kind: 'date', label: 'trainers.absence.lastDate', required: true },
  {
    name: 'endTime',
    kind: 'time',
    label: 'trainers.absence.endTime',
    description: 'trainers.absence.wholeDay',
  },
];

/** 'donderdag 12 november 2026, 13:00 tot en met vrijdag 13 november 2026'. */
function absenceInWords(
  { firstDate, startTime, lastDate, endTime }: Absence,
  locale: Locale,
  t: Translate,
): string {
  const day = (date: string) => formatDate(date, locale, 'weekday');
  const from = startTime === null ? day(firstDate) : `${day(firstDate)}, ${startTime}`;
  if (endTime !== null)
    return t('trainers.absence.until', {
      from,
      until: lastDate === firstDate ? endTime : `${day(lastDate)}, ${endTime}`,
    });
  if (lastDate === firstDate) return startTime === null ? from : t('trainers.absence.restOfDay', { from });
  return t('trainers.absence.through', { from, through: day(lastDate) });
}
