import { z } from 'zod';
import { formatInstant } from '../platform/i18n/format.js';
import type { Translate } from '../platform/i18n/translator.js';
import { listAddress } from '../platform/web/list-address.js';
import { pagination } from '../platform/web/pagination.js';
import type { Paged } from '../platform/database/paged.js';
import { takesEnrolments } from '../sessions/session-life.rules.js';
import type { Role } from '../shared/actor.js';
import type { Locale } from '../shared/locale.js';
import type { Campaign, CampaignRow, Figures } from './campaign.queries.js';
import { datesOf, lookedFor, titleOfDay, type Names } from './campaign-words.pages.js';

export const CAMPAIGNS_PER_PAGE = 20;

/** Which page of a list an address asks for. */
export const pageNumber = z.coerce.number().int().min(1).max(100_000).default(1).catch(1);

/** What the list of campaigns takes from its address. */
export const campaignsQuery = z.object({ page: pageNumber });
/** Whether the page of a campaign stays as it is while invitations are written. */
export const standsStill = z.looseObject({ still: z.literal('1').optional().catch(undefined) });

export interface Reader {
  readonly role: Role | 'system';
  readonly locale: Locale;
  readonly now: Date;
}

/** The model of `follow-up/list`. */
export function campaignsPage(
  { rows, total }: Paged<CampaignRow>,
  number: number,
  reader: Reader,
  t: Translate,
) {
  const invites = reader.role === 'coordinator';
  return {
    invites,
    campaigns: rows.map((campaign) => ({
      title: campaign.title,
      href: addressOf(campaign),
      status: statusOf(campaign, reader.now, t),
      days: campaign.days.map((day) => ({
        title: datesOf(day, reader.locale),
        calledOff: day.status === 'cancelled',
      })),
      figures: t('follow-up.list.figures', {
        ...{ invited: campaign.figures.invited, count: campaign.figures.people },
        ...{ answered: campaign.figures.answered, enrolled: campaign.figures.enrolled },
      }),
      launched: t('follow-up.list.launched', { at: formatInstant(campaign.launchedAt, reader.locale) }),
    })),
    pagination: pagination(total, number, CAMPAIGNS_PER_PAGE, (other) =>
      listAddress('/follow-up', { page: other }),
    ),
    emptyText: t(invites ? 'follow-up.list.emptyText' : 'follow-up.list.emptyTextContact'),
  };
}

/** How far writing the invitations that are due has come; null where there are none, or where nobody waits for one. */
function progressOf({ waves, waitForSeats, stoppedAt, ...campaign }: Campaign, now: Date) {
  const due = waves.filter(({ dueAt }) => dueAt <= now);
  const planned = due.reduce((sum, wave) => sum + wave.planned, 0) - waitForSeats;
  const done = due.reduce((sum, { invited }) => sum + invited, 0);
  const goes = stoppedAt === null && campaign.days.some((day) => takesEnrolments(day, now));
  return goes && planned > 0 ? { done, total: done + planned } : null;
}

/** The model of `follow-up/campaign`. */
export function campaignPage(
  campaign: Campaign,
  names: Names,
  isStill: boolean,
  reader: Reader,
  t: Translate,
) {
  const { locale, now } = reader;
  const progress = reader.role === 'coordinator' ? progressOf(campaign, now) : null;
  const at = addressOf(campaign);
  return {
    status: statusOf(campaign, now, t),
    progress: progress && {
      ...progress,
      text: t('follow-up.campaign.progress', { done: progress.done, count: progress.total }),
      refreshes: !isStill,
      stillHref: isStill ? at : `${at}?still=1`,
    },
    waitForSeats:
      campaign.waitForSeats === 0 || campaign.stoppedAt
        ? null
        : t('follow-up.campaign.waitForSeats', { count: campaign.waitForSeats }),
    facts: [
      ...lookedFor(campaign, names, locale, t),
      { label: t('follow-up.reminder'), value: reminderInWords(campaign, t) },
      { label: t('follow-up.campaign.launchedAt'), value: formatInstant(campaign.launchedAt, locale) },
      ...(campaign.stoppedAt
        ? [{ label: t('follow-up.campaign.stoppedAt'), value: formatInstant(campaign.stoppedAt, locale) }]
        : []),
    ],
    days: daysOf(campaign, locale, t),
    withoutSuccessor:
      campaign.withoutSuccessor === 0
        ? null
        : {
            text: t('follow-up.campaign.withoutSuccessor', { count: campaign.withoutSuccessor }),
            href: listAddress(`${at}/people`, { state: 'left' }),
          },
    municipalities: campaign.municipalities.map((row) => ({
      ...row,
      href: listAddress(`${at}/people`, { municipality: row.municipalityId }),
    })),
    sum: campaign.figures satisfies Figures,
    waves: campaign.waves.map(({ ordinal, dueAt, people, invited }) => ({
      ...{ ordinal, people, invited },
      when: formatInstant(dueAt, locale),
    })),
    withoutTurn:
      campaign.withoutTurn === 0 ? null : t('follow-up.preview.withoutTurn', { count: campaign.withoutTurn }),
    peopleHref: `${at}/people`,
    stopHref: reader.role === 'coordinator' && isRunning(campaign, now) ? `${at}/stop` : null,
  };
}

function daysOf({ days, freeSeats }: Campaign, locale: Locale, t: Translate) {
  return days.map((day) => {
    const free = freeSeats.get(day.sessionId);
    return {
      title: titleOfDay(day, locale, t),
      href: `/sessions/${day.sessionId}`,
      calledOff: day.status === 'cancelled',
      free: free === undefined ? null : t('follow-up.campaign.free', { count: free }),
    };
  });
}

/** The model of `follow-up/stop`: what stopping means, before it is done. */
export function stopPage(campaign: Campaign, t: Translate) {
  const planned = campaign.figures.people - campaign.figures.invited;
  const open = campaign.figures.invited - campaign.figures.answered;
  return {
    lead: campaign.title,
    what: [
      t('follow-up.stop.planned', { count: planned }),
      t('follow-up.stop.open', { count: open }),
      t('follow-up.stop.stays'),
    ],
    action: `${addressOf(campaign)}/stop`,
    back: addressOf(campaign),
  };
}

/** Where a campaign stands. */
export const addressOf = ({ id }: Pick<CampaignRow, 'id'>): string => `/follow-up/${id}`;

const isRunning = ({ stoppedAt, days }: CampaignRow, now: Date): boolean =>
  stoppedAt === null && days.some((day) => takesEnrolments(day, now));

function statusOf(campaign: CampaignRow, now: Date, t: Translate) {
  if (campaign.stoppedAt) return { kind: 'warning', label: t('follow-up.status.stopped') };
  return isRunning(campaign, now)
    ? { kind: 'success', label: t('follow-up.status.running') }
    : { kind: 'neutral', label: t('follow-up.status.over') };
}

const reminderInWords = ({ remindDays }: CampaignRow, t: Translate): string =>
  remindDays === null ? t('follow-up.reminder.none') : t('follow-up.reminder.after', { count: remindDays });
