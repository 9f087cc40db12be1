import { formatCents } from '../platform/i18n/format.js';
import type { Translate } from '../platform/i18n/translator.js';
import type { Role } from '../shared/actor.js';
import type { Locale } from '../shared/locale.js';
import type { CourseRow } from './course.queries.js';
import { vatTreatmentOf } from './vat.rules.js';

/** Whoever looks at the catalogue. */
export interface Reader {
  readonly role: Role | 'system';
  readonly locale: Locale;
}

export interface Fact {
  readonly label: string;
  readonly value: string;
}

/** A number as told, with the mark of an example where it is one. */
const figure = (value: string, isDemo: boolean, t: Translate) =>
  isDemo ? t('courses.demoFigure', { value }) : value;

/** What everyone may know of a course, who may take part first. */
export function courseFacts(row: CourseRow, { locale }: Reader, t: Translate): Fact[] {
  const participants = t('courses.participants', { min: row.min_participants, max: row.max_participants });
  const validity = row.validity_months === null ? null : t('courses.months', { count: row.validity_months });
  return [
    ...takingPart(row, locale, t),
    {
      label: t('courses.length'),
      value: figure(t('courses.dayParts', { count: row.day_parts }), row.is_demo, t),
    },
    { label: t('courses.participantsLabel'), value: figure(participants, row.is_demo, t) },
    { label: t('courses.decision'), value: t('courses.decideDays', { count: row.decide_days }) },
    {
      label: t('courses.validity'),
      value: validity === null ? t('courses.always') : figure(validity, row.is_demo, t),
    },
    { label: t('courses.provider'), value: row.provider },
  ];
}

/** What cannot be asked of everyone stands there only where it is asked. */
function takingPart(row: CourseRow, locale: Locale, t: Translate): Fact[] {
  const functions = locale === 'nl' ? row.functions_nl : row.functions_en;
  const list = new Intl.ListFormat(locale, { type: 'conjunction' });
  const facts: Fact[] = [
    {
      label: t('courses.meantFor'),
      value: functions.length === 0 ? t('courses.everyone') : list.format(functions),
    },
  ];
  if (row.restricted_audience !== null)
    facts.push({ label: t('courses.onlyFor'), value: row.restricted_audience });
  if (row.audience !== 'public')
    facts.push({ label: t('courses.access'), value: t(`courses.audience.${row.audience}`) });
  if (row.entry_level !== null) {
    const level = t(`courses.level.${row.entry_level}`);
    facts.push({ label: t('courses.entry'), value: t('courses.entryLevel', { level }) });
  }
  if (row.approval !== 'none')
    facts.push({ label: t('courses.approvalFirst'), value: t(`courses.approval.${row.approval}`) });
  return facts;
}

/** What those who plan and pay want to know besides. */
export function inwardFacts(row: CourseRow, { role, locale }: Reader, t: Translate): Fact[] {
  const facts: Fact[] = [
    { label: t('courses.code'), value: row.code },
    {
      label: t('courses.attendance'),
      value: certificateTerms(row, locale, t),
    },
    {
      label: t('courses.places'),
      value: t(row.once_per_course ? 'courses.places.one' : 'courses.places.more'),
    },
    { label: t('courses.evaluation'), value: row.evaluation_url ?? t('courses.noEvaluation') },
  ];
  if (!seesPrices(role)) return facts;
  const price = row.price_cents === null ? null : formatCents(BigInt(row.price_cents), locale);
  return [
    ...facts,
    {
      label: t('courses.price'),
      value: price === null ? t('courses.noPrice') : figure(price, row.price_is_demo ?? false, t),
    },
    ...(row.price_source === null ? [] : [{ label: t('courses.priceSource'), value: row.price_source }]),
    { label: t('courses.vat'), value: t(`grants.vat.${vatTreatmentOf(row)}`) },
  ];
}

/** What a certificate takes, in words. */
function certificateTerms(row: CourseRow, locale: Locale, t: Translate): string {
  const parts = new Intl.ListFormat(locale, { type: 'conjunction' }).format(row.mandatory_parts.map(String));
  return [
    t('courses.attendanceShare', { percentage: row.required_attendance_percentage }),
    ...(parts === '' ? [] : [t('courses.mandatoryParts', { count: row.mandatory_parts.length, parts })]),
    ...(row.requires_follow_up ? [t('courses.followUpFirst')] : []),
  ].join(', ');
}

const seesPrices = (role: Reader['role']) => role === 'coordinator' || role === 'finance';
