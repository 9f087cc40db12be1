import { z } from 'zod';
import { formatDate } from '../platform/i18n/format.js';
import type { Translate } from '../platform/i18n/translator.js';
import { chosen, localDate, requiredText, wholeNumber } from '../platform/web/fields.js';
import { buildForm, type FieldSpec, type SentForm } from '../platform/web/forms.js';
import type { ProblemCode } from '../problems.js';
import type { Locale } from '../shared/locale.js';
import type { ActivityRow } from './activity.queries.js';
import { daysOfGrant, type EligibleDays } from './activity.rules.js';
import { aboveDecisions } from './decision-forms.pages.js';
import type { DecidedGrant } from './decision.queries.js';
import { lineOfYear, yearsInWords } from './grant-years.pages.js';
import type { GrantLineRow } from './grant.queries.js';

export const activityCode = requiredText(60);
export const activityTitle = requiredText(200);

const version = wholeNumber(1, 999_999_999);
export const activityForm = z.object({
  ...{ code: activityCode, title: activityTitle, firstDay: localDate, lastDay: localDate },
});
export const changedActivityForm = activityForm.extend({ version });
export const versionForm = z.object({ version });
export const placeForm = z.object({ lineId: chosen, activityId: chosen });

/** What a grant may pay, as `partials/activities` shows it. */
export function activityRows(
  activities: readonly ActivityRow[],
  grant: Pick<DecidedGrant, 'firstYear' | 'lastYear'>,
  locale: Locale,
  t: Translate,
  hrefOf: (id: string) => string | null = () => null,
) {
  return activities.map((row) => ({
    code: row.code,
    title: row.title,
    href: hrefOf(row.id),
    days: daysInWords(row, locale, t),
    isAssumed: row.isAssumed,
    lines: row.lines.map(({ title, year }) => lineOfYear(grant, title, year)),
  }));
}

/** The days of an activity: '1 januari 2026 tot en met 31 december 2026'. */
export function daysInWords({ firstDay, lastDay }: EligibleDays, locale: Locale, t: Translate): string {
  const [first, last] = [formatDate(firstDay, locale, 'long'), formatDate(lastDay, locale, 'long')];
  return t('grants.activity.days', { first, last });
}

/** The model of `grants/activities`. */
export function activitiesPage(
  grant: DecidedGrant,
  found: { readonly activities: readonly ActivityRow[]; readonly lines: readonly GrantLineRow[] },
  { mayChange, placing }: { readonly mayChange: boolean; readonly placing: SentForm },
  locale: Locale,
  t: Translate,
) {
  const paid = found.lines.filter(({ paidBy }) => paidBy === 'grant');
  const own = found.lines.filter(({ paidBy }) => paidBy === 'own');
  const hrefOf = (id: string) => (mayChange ? `/grant-activities/${id}` : null);
  const activities = activityRows(found.activities, grant, locale, t, hrefOf);
  return {
    lead: t('grants.decisionOfYear', { decision: grant.decisionNumber, year: yearsInWords(grant, t) }),
    activities,
    isAssumed: activities.some(({ isAssumed }) => isAssumed),
    ownLines:
      own.length > 0 &&
      t('grants.activities.ownLines', {
        lines: own.map(({ title, year }) => lineOfYear(grant, title, year)).join(', '),
      }),
    newHref: mayChange ? `/grants/${grant.id}/activities/new` : null,
    action: `/grants/${grant.id}/activities/lines`,
    form:
      mayChange && paid.length > 0 && activities.length > 1
        ? buildForm(placeSpecs(grant, paid, found.activities), placing.values, placing.issues, t)
        : null,
  };
}

/** The model of `grants/activity`: a new one, or one to change. */
export function activityPage(
  grant: DecidedGrant,
  activity: ActivityRow | null,
  sent: SentForm,
  t: Translate,
) {
  const specs: readonly FieldSpec[] = [
    {
      ...{ name: 'code', kind: 'text', label: 'grants.activity.code', required: true },
      description: 'grants.activity.codeHint',
    },
    {
      ...{ name: 'title', kind: 'text', label: 'grants.activity.title', required: true },
      description: 'grants.activity.titleHint',
    },
    {
      ...{ name: 'firstDay', kind: 'date', label: 'grants.activity.firstDay', required: true },
      description: 'grants.activity.daysHint',
    },
    { name: 'lastDay', kind: 'date', label: 'grants.activity.lastDay', required: true },
    ...(activity
      ? ([{ name: 'version', kind: 'hidden', label: 'sessions.form.version' }] satisfies FieldSpec[])
      : []),
  ];
  const at = activity ? `/grant-activities/${activity.id}` : `/grants/${grant.id}/activities`;
  return {
    lead: t('grants.decisionOfYear', { decision: grant.decisionNumber, year: yearsInWords(grant, t) }),
    action: at,
    form: buildForm(specs, sent.values, sent.issues, t),
    removal: activity?.lines.length === 0 ? { action: `${at}/removal`, version: activity.version } : null,
    backHref: `/grants/${grant.id}/activities`,
  };
}

/** What the form holds when it is opened: for a new activity the days of the grant. */
export function firstValues(grant: DecidedGrant, activity: ActivityRow | null): Record<string, unknown> {
  if (!activity) return { ...daysOfGrant(grant) };
  const { code, title, firstDay, lastDay } = activity;
  return { code, title, firstDay, lastDay, version: activity.version };
}

/** The pages above the activities of a grant, and above one of them. */
export const aboveActivities = (grant: DecidedGrant, t: Translate) => aboveDecisions(grant, t);
export const aboveActivity = (grant: DecidedGrant, t: Translate) => [
  ...aboveDecisions(grant, t),
  {
    href: `/grants/${grant.id}/activities`,
    label: t('grants.activities.title', { decision: grant.decisionNumber }),
  },
];

/** At which field of a form the reader can put a refusal right; null when it is not to be mended in the form. */
export function fieldOfActivity(code: ProblemCode): string | null {
  switch (code) {
    case 'activity-code-taken':
      return 'code';
    case 'activity-outside-grant':
      return 'firstDay';
    case 'activity-days-reversed':
    case 'activity-leaves-commitment':
    case 'activity-leaves-invoice':
      return 'lastDay';
    case 'changed-meanwhile':
      return '';
    default:
      return null;
  }
}

function placeSpecs(
  grant: DecidedGrant,
  lines: readonly GrantLineRow[],
  activities: readonly ActivityRow[],
): readonly FieldSpec[] {
  return [
    {
      ...{ name: 'lineId', kind: 'select', label: 'grants.activity.line', required: true },
      options: lines.map(({ id, title, year }) => ({ value: id, label: lineOfYear(grant, title, year) })),
    },
    {
      ...{ name: 'activityId', kind: 'select', label: 'grants.activity.one', required: true },
      options: activities.map(({ id, title }) => ({ value: id, label: title })),
    },
  ];
}
