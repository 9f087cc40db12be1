import { z } from 'zod';
import { formatDate, formatDateRange } from '../platform/i18n/format.js';
import type { Translate } from '../platform/i18n/translator.js';
import { localDate } from '../platform/web/fields.js';
import { buildForm, type FieldIssue } from '../platform/web/forms.js';
import { pagination } from '../platform/web/pagination.js';
import { listAddress } from '../platform/web/list-address.js';
import type { Appointment } from '../enrolment/appointment.queries.js';
import { placeOf } from '../sessions/place.rules.js';
import { takesEnrolments } from '../sessions/session-life.rules.js';
import type { Locale } from '../shared/locale.js';
import type { TrainedWindow } from './follow-up.rules.js';
import type { CampaignRow, CampaignShare, FollowUpDay, TrainedRow } from './follow-up.queries.js';

const PREVIEW_SIZE = 50;
const CAMPAIGNS_SIZE = 10;
const page = z.coerce.number().int().min(1).max(100_000).default(1).catch(1);
const dates = { trainedFrom: localDate, trainedUntil: localDate };
const inOrder = ({ trainedFrom, trainedUntil }: TrainedWindow) => trainedFrom <= trainedUntil;
const outOfOrder = {
  path: ['trainedUntil'],
  params: { key: 'follow-up.window.order' },
};

/** What the list of campaigns takes from its URL. */
export const campaignsQuery = z.object({ page });
/** Which day a campaign is for, from the URL; none, or one that is no id, leads to the list of days. */
export const newCampaignQuery = z.looseObject({ session: z.uuid().optional().catch(undefined), page });
/** The window as the coordinator filled it in. */
export const windowForm = z.object(dates).refine(inOrder, outOfOrder);
/** What launches a campaign. */
export const launchForm = z.object({ ...dates, session: z.uuid() }).refine(inOrder, outOfOrder);

/** Which rows a page shows; a page beyond the end shows the last one. */
export const previewSlice = (total: number, wanted: number) => sliceOf(total, wanted, PREVIEW_SIZE);
export const campaignsSlice = (wanted: number) => ({
  limit: CAMPAIGNS_SIZE,
  offset: (wanted - 1) * CAMPAIGNS_SIZE,
});

/** The campaigns with what became of their invitations. */
export function campaignsPage(
  { total, rows }: { readonly total: number; readonly rows: readonly CampaignRow[] },
  wanted: number,
  locale: Locale,
  t: Translate,
) {
  return {
    campaigns: rows.map((row) => ({
      id: row.id,
      title: titleOf(row.appointment, locale),
      sessionHref: `/sessions/${row.sessionId}`,
      calledOff: row.appointment.status === 'cancelled',
      window: t('follow-up.window.text', {
        from: formatDate(row.trainedFrom, locale, 'long'),
        until: formatDate(row.trainedUntil, locale, 'long'),
      }),
      launchedAt: row.launchedAt,
      shares: row.shares,
      sum: sumOf(row.shares),
    })),
    pagination: pagination(total, wanted, CAMPAIGNS_SIZE, (number) => `/follow-up?page=${number}`),
  };
}

/** The follow-up days to choose from; to one where people were invited already nobody can be invited again. */
export function daysPage(days: readonly FollowUpDay[], locale: Locale, t: Translate) {
  return {
    days: days.map((day) => ({
      title: titleOf(day, locale),
      place: placeOf(day.parts[0]!) ?? t('enrolment.place.online'),
      href: day.launchedAt ? null : `/follow-up/new?session=${day.sessionId}`,
      launchedAt: day.launchedAt,
    })),
  };
}

/** Whom a campaign would invite: the window to change, how many people, and who they are. */
export function previewPage(
  day: FollowUpDay,
  form: { readonly values: Record<string, unknown>; readonly issues: readonly FieldIssue[] },
  found: { readonly window: TrainedWindow; readonly total: number; readonly rows: readonly TrainedRow[] },
  wanted: number,
  reader: { readonly locale: Locale; readonly now: Date },
  t: Translate,
) {
  const { locale, now } = reader;
  const { window, total, rows } = found;
  const url = (number: number) =>
    listAddress('/follow-up/new', { session: day.sessionId, ...window, page: number });
  return {
    sessionId: day.sessionId,
    dayTitle: titleOf(day, locale),
    window,
    launchedAt: day.launchedAt,
    takesEnrolments: takesEnrolments(day, now),
    windowIsRight: form.issues.length === 0,
    form: buildForm(
      [
        { name: 'trainedFrom', kind: 'date', label: 'follow-up.window.from', required: true },
        { name: 'trainedUntil', kind: 'date', label: 'follow-up.window.until', required: true },
      ],
      form.values,
      form.issues,
      t,
    ),
    count: total === 0 ? null : t('follow-up.preview.count', { count: total }),
    rows,
    pagination: pagination(total, wanted, PREVIEW_SIZE, url),
  };
}

function titleOf({ courseTitle, parts }: Appointment, locale: Locale): string {
  const days = formatDateRange(
    parts.map(({ date }) => date),
    locale,
  );
  return `${courseTitle}, ${days}`;
}

function sumOf(shares: readonly CampaignShare[]) {
  const sum = { invited: 0, enrolled: 0, waiting: 0 };
  for (const { invited, enrolled, waiting } of shares) {
    sum.invited += invited;
    sum.enrolled += enrolled;
    sum.waiting += waiting;
  }
  return sum;
}

function sliceOf(total: number, wanted: number, size: number) {
  const last = Math.max(1, Math.ceil(total / size));
  return { limit: size, offset: (Math.min(wanted, last) - 1) * size };
}
