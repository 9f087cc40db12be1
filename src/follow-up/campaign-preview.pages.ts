import { z } from 'zod';
import type { Paged } from '../platform/database/paged.js';
import { formatInstant } from '../platform/i18n/format.js';
import type { Translate } from '../platform/i18n/translator.js';
import { buildForm, type Field } from '../platform/web/forms.js';
import { pagination } from '../platform/web/pagination.js';
import type { Locale } from '../shared/locale.js';
import type { CampaignChoices } from './campaign-form.queries.js';
import type { CampaignPlan } from './campaign-plan.rules.js';
import { lookedFor, titleOfDay, type Names } from './campaign-words.pages.js';
import type { Preview } from './campaign.service.js';
import { leftOutReasons } from './follow-up.rules.js';
import type { TrainedRow } from './trained-people.queries.js';

export const PEOPLE_PER_PAGE = 50;
/** Which page of the people an address asks for. */
export const previewPageQuery = z.looseObject({
  page: z.coerce.number().int().min(1).max(100_000).default(1).catch(1),
});

/** What there is to show before anything is sent. */
export interface Shown {
  readonly plan: CampaignPlan;
  /** Drawn for the button that launches. */
  readonly id: string;
  readonly days: CampaignChoices['days'];
  readonly names: Names;
  readonly preview: Preview;
  readonly people: Paged<TrainedRow>;
  readonly page: number;
}

/** The model of `follow-up/preview`: how many people get a mail, where, when and who, before anything is sent. */
export function campaignPreviewPage(shown: Shown, locale: Locale, t: Translate) {
  const { plan, preview, people, page } = shown;
  const { shares, planned, turns } = preview;
  const trained = shares.reduce((sum, share) => sum + share.trained, 0);
  const address = (path: string, more: Record<string, string> = {}) => `${path}?${queryOf(plan, more)}`;
  return {
    count: turns.length,
    total: turns.length === 0 ? null : t('follow-up.preview.count', { count: turns.length }),
    trained: t('follow-up.preview.trained', { count: trained }),
    leftOut: leftOutReasons.flatMap((reason) => {
      const count = shares.reduce((sum, share) => sum + (share.leftOut[reason] ?? 0), 0);
      return count === 0 ? [] : [t(`follow-up.leftOut.${reason}`, { count })];
    }),
    facts: factsOf(shown, locale, t),
    shares,
    sum: { trained, invited: turns.length },
    waves: planned.waves.map(({ dueAt, people: inWave }, index) => ({
      ordinal: index + 1,
      when: formatInstant(dueAt, locale),
      people: inWave.length,
    })),
    withoutTurn:
      planned.left.length === 0 ? null : t('follow-up.preview.withoutTurn', { count: planned.left.length }),
    rows: people.rows,
    pagination: pagination(people.total, page, PEOPLE_PER_PAGE, (number) =>
      address('/follow-up/preview', { page: String(number) }),
    ),
    hidden: hiddenFields(plan, shown.id, t),
    editHref: address('/follow-up/new'),
  };
}

function factsOf({ plan, days, names }: Shown, locale: Locale, t: Translate) {
  const chosenDays = days.filter(({ sessionId }) => plan.sessionIds.includes(sessionId));
  return [
    { label: t('follow-up.form.title'), value: plan.title },
    ...chosenDays.map((day) => ({ label: t('follow-up.day'), value: titleOfDay(day, locale, t) })),
    ...lookedFor(plan.cohort, names, locale, t),
    {
      label: t('follow-up.reminder'),
      value:
        plan.remindDays === null
          ? t('follow-up.reminder.none')
          : t('follow-up.reminder.after', { count: plan.remindDays }),
    },
  ];
}

/** The plan as its form would have it, by name. */
function valuesOf({ cohort, ...plan }: CampaignPlan): [string, string][] {
  return Object.entries({ ...plan, ...cohort }).flatMap(([name, value]) =>
    value === null ? [] : [value].flat().map((one): [string, string] => [name, String(one)]),
  );
}

const queryOf = (plan: CampaignPlan, more: Record<string, string>): string =>
  new URLSearchParams([...valuesOf(plan), ...Object.entries(more)]).toString();

/** The plan once more, for the button that launches it. */
function hiddenFields(plan: CampaignPlan, id: string, t: Translate): Field[] {
  return [['id', id] as const, ...valuesOf(plan)].map(
    ([name, value]) =>
      buildForm([{ name, kind: 'hidden', label: 'follow-up.form.title' }], { [name]: value }, [], t)
        .fields[0]!,
  );
}
