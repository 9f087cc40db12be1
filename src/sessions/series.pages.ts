import { z } from 'zod';
import type { MessageKey } from '../messages.js';
import { formatDate, formatDateRange } from '../platform/i18n/format.js';
import type { Translate } from '../platform/i18n/translator.js';
import { blankAsNull, isoDate, localDate, wholeNumber } from '../platform/web/fields.js';
import { buildForm, type FieldSpec, type SentForm } from '../platform/web/forms.js';
import { listAddress } from '../platform/web/list-address.js';
import type { Locale } from '../shared/locale.js';
import { clashText } from './clash.pages.js';
import { schoolAreas } from './school-area.rules.js';
import type { SchoolHolidayCoverage, SeriesRow } from './series.queries.js';
import {
  MOST_TIMES,
  MOST_WEEKS_BETWEEN,
  type DayOff,
  type SeriesFault,
  type SeriesWish,
} from './series.rules.js';
import { templateFacts } from './session-copy.pages.js';
import type { SessionTemplate } from './session-copy.queries.js';

const oneEnd = {
  code: 'custom',
  path: ['times'],
  params: { key: 'series.form.oneEnd' satisfies MessageKey },
};

/** How a session is to be repeated, with either a number of times or a last date. */
export const seriesWish = (day: z.ZodType<string>) =>
  z
    .object({
      everyWeeks: wholeNumber(1, MOST_WEEKS_BETWEEN),
      times: blankAsNull(wholeNumber(1, MOST_TIMES)),
      lastDate: blankAsNull(day),
      schoolArea: blankAsNull(z.enum(schoolAreas)),
    })
    .refine(({ times, lastDate }) => (times === null) !== (lastDate === null), oneEnd);
export const seriesForm = seriesWish(localDate);
export type SeriesForm = z.output<typeof seriesForm>;

/** Which of the dates that were shown are to be planned: the ticked ones, as `dates.d20261103`. */
export const chosenDates = z.looseObject({
  dates: z
    .record(z.string().regex(/^d\d{8}$/), z.literal('on'))
    .default({})
    .transform((ticked) => Object.keys(ticked).map(dateIn).sort())
    .pipe(z.array(isoDate).max(MOST_TIMES)),
});

export function wishOf({ everyWeeks, times, lastDate }: SeriesForm): SeriesWish {
  return { everyWeeks, end: times === null ? { lastDate: lastDate! } : { times } };
}

/** The fault of a series as an issue at the field where it is put right. */
export function seriesIssue(fault: SeriesFault): z.core.$ZodIssue {
  const field = { overlapsItself: 'everyWeeks', noDate: 'lastDate', tooMany: 'lastDate' }[fault];
  const key = `series.fault.${fault}` satisfies MessageKey;
  return { code: 'custom', path: [field], message: fault, params: { key, most: MOST_TIMES } };
}

interface Reader {
  readonly locale: Locale;
  readonly t: Translate;
}

/** The model of `sessions/series`. */
export function seriesPage(
  template: SessionTemplate,
  coverage: readonly SchoolHolidayCoverage[],
  sent: SentForm,
  { locale, t }: Reader,
) {
  const specs: FieldSpec[] = [
    {
      ...{ name: 'everyWeeks', kind: 'integer', label: 'series.form.everyWeeks', required: true },
      description: 'series.form.everyWeeksHelp',
    },
    { name: 'times', kind: 'integer', label: 'series.form.times', description: 'series.form.timesHelp' },
    {
      name: 'lastDate',
      kind: 'date',
      label: 'series.form.lastDate',
      description: 'series.form.lastDateHelp',
    },
    {
      name: 'schoolArea',
      kind: 'select',
      label: 'series.form.schoolArea',
      description: 'series.form.schoolAreaHelp',
      emptyLabel: 'series.form.noSchoolArea',
      options: schoolAreas.map((area) => ({
        value: area,
        label: `${t(`series.area.${area}`)} (${knownUntil(
          coverage.find(({ schoolArea }) => schoolArea === area),
          locale,
          t,
        )})`,
      })),
    },
  ];
  return {
    form: buildForm(specs, sent.values, sent.issues, t),
    facts: templateFacts(template, locale, t),
    action: `/sessions/${template.session.id}/series/preview`,
    back: `/sessions/${template.session.id}`,
  };
}

function knownUntil(coverage: SchoolHolidayCoverage | undefined, locale: Locale, t: Translate): string {
  if (!coverage) return t('series.area.unknown');
  const date = formatDate(coverage.knownUntil, locale, 'long');
  return t(coverage.isDemo ? 'series.area.knownUntilDemo' : 'series.area.knownUntil', { date });
}

/** The model of `sessions/series-preview`; `ticked` are the dates chosen before, null for every one that can be. */
export function seriesPreviewPage(
  sessionId: string,
  rows: readonly SeriesRow[],
  asked: { readonly wish: SeriesForm; readonly ticked: readonly string[] | null },
  coverage: readonly SchoolHolidayCoverage[],
  reader: Reader,
) {
  const { t } = reader;
  const { wish, ticked } = asked;
  const shown = rows.map((row) => previewRow(row, ticked, reader));
  const count = shown.filter(({ checkbox }) => checkbox !== null).length;
  const hidden = (['everyWeeks', 'times', 'lastDate', 'schoolArea'] as const).map((name) => ({
    ...{ name, kind: 'hidden', label: 'series.title' },
  })) satisfies FieldSpec[];
  const values = Object.fromEntries(Object.entries(wish).filter(([, value]) => value !== null));
  return {
    summary: t('series.preview.summary', { count, total: rows.length }),
    uncovered: uncovered(rows, wish, coverage, reader),
    hiddenFields: buildForm(hidden, values, [], t).fields,
    rows: shown,
    canPlan: count > 0,
    action: `/sessions/${sessionId}/series`,
    back: listAddress(`/sessions/${sessionId}/series`, wish),
  };
}

function previewRow(row: SeriesRow, ticked: readonly string[] | null, { locale, t }: Reader) {
  const { firstDate, dates, daysOff, faults, clashes } = row;
  const weekday = formatDate(firstDate, locale, 'weekday');
  const when = new Set(dates).size === 1 ? weekday : formatDateRange(dates, locale);
  const reasons = [
    ...daysOff.map((dayOff) => dayOffText(dayOff, { locale, t })),
    ...faults.map(({ reason, params }) => t(`sessions.fault.${reason}`, params)),
    ...clashes.map((clash) => clashText(clash, t)),
  ];
  const name = `dates.d${firstDate.replaceAll('-', '')}`;
  const chosen = ticked === null || ticked.includes(firstDate) ? 'on' : '';
  const spec = {
    name,
    kind: 'checkbox',
    label: 'series.preview.date',
    labelParams: { when },
    required: true,
  };
  const values = { dates: { [name.slice('dates.'.length)]: chosen } };
  return {
    when,
    checkbox: reasons.length > 0 ? null : buildForm([spec as FieldSpec], values, [], t).fields[0]!,
    status:
      daysOff.length > 0
        ? { kind: 'neutral', label: t('series.preview.skipped') }
        : { kind: 'error', label: t('series.preview.impossible') },
    reasons,
  };
}

function dayOffText(dayOff: DayOff, { locale, t }: Reader): string {
  const date = formatDate(dayOff.date, locale, 'long');
  if ('publicHoliday' in dayOff)
    return t('series.preview.dayOff', { name: t(`series.holiday.${dayOff.publicHoliday}`), date });
  const { name, isDemo } = dayOff.schoolHoliday;
  return t(isDemo ? 'series.preview.dayOffDemo' : 'series.preview.dayOff', { name, date });
}

/** Dates after the last school holiday that is known are not checked, and nobody must think they were. */
function uncovered(
  rows: readonly SeriesRow[],
  { schoolArea }: SeriesForm,
  coverage: readonly SchoolHolidayCoverage[],
  { locale, t }: Reader,
): string | null {
  if (schoolArea === null) return null;
  const known = coverage.find((found) => found.schoolArea === schoolArea);
  const area = t(`series.area.${schoolArea}`);
  if (!known) return t('series.preview.noneKnown', { area });
  const last = rows.flatMap(({ dates }) => dates).at(-1);
  if (last === undefined || last <= known.knownUntil) return null;
  return t('series.preview.knownUntil', { area, date: formatDate(known.knownUntil, locale, 'long') });
}

/** 'd20261103' as '2026-11-03'. */
const dateIn = (name: string): string => `${name.slice(1, 5)}-${name.slice(5, 7)}-${name.slice(7, 9)}`;
