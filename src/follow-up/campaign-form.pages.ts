import { z } from 'zod';
import { courseLevels, entryLevels } from '../courses/course-level.rules.js';
import type { Translate } from '../platform/i18n/translator.js';
import { blankAsNull, localDate, requiredText, ticked, wholeNumber } from '../platform/web/fields.js';
import { buildForm, type Field, type FieldSpec, type SentForm } from '../platform/web/forms.js';
import type { Locale } from '../shared/locale.js';
import type { CampaignChoices } from './campaign-form.queries.js';
import { titleOfDay } from './campaign-words.pages.js';
import type { CampaignPlan } from './campaign-plan.rules.js';
import { defaultWindow, USUAL_REMIND_DAYS, USUAL_WAVE_DAYS } from './follow-up.rules.js';

const MOST_DAYS = 20;
const LONGEST_TERM = 60;
const LARGEST_WAVE = 9999;
const lists = [
  ...(['sessionIds', 'courseIds', 'levels'] as const),
  ...(['municipalityIds', 'functionIds', 'organisationIds'] as const),
];

/** What the form of a campaign sends, in its address before anything is sent and in its body to launch it. */
export const campaignForm = z
  .object({
    title: requiredText(120),
    sessionIds: ticked(z.uuid()).pipe(z.array(z.uuid()).min(1).max(MOST_DAYS)),
    trainedFrom: localDate,
    trainedUntil: localDate,
    courseIds: ticked(z.uuid()),
    levels: ticked(z.enum(courseLevels)),
    municipalityIds: ticked(z.uuid()),
    functionIds: ticked(z.uuid()),
    organisationIds: ticked(z.uuid()),
    firstOn: localDate,
    waveSize: blankAsNull(wholeNumber(1, LARGEST_WAVE)),
    waveDays: wholeNumber(1, LONGEST_TERM),
    remindDays: blankAsNull(wholeNumber(1, LONGEST_TERM)),
  })
  .transform(({ title, sessionIds, firstOn, waveSize, waveDays, remindDays, ...cohort }): CampaignPlan => ({
    ...{ title, sessionIds, cohort, firstOn, waveSize, waveDays, remindDays },
  }));

/** The id that was drawn when the preview was shown. */
export const launchId = z.looseObject({ id: z.uuidv7() });
/** Which day a link to the form is about; none, or one that is no id, is all of them. */
export const aboutDay = z.looseObject({ session: z.uuid().optional().catch(undefined) });

/** A form for everyone trained in the last two years, to the day that the link is about or to all that there are. */
export function usualCampaign(
  { days }: CampaignChoices,
  { today, session }: { readonly today: string; readonly session: string | undefined },
  t: Translate,
): Record<string, unknown> {
  const about = days.filter(({ sessionId }) => sessionId === session);
  const chosen = about.length > 0 ? about : days.slice(0, MOST_DAYS);
  return {
    ...{ title: chosen[0]?.courseTitle ?? t('follow-up.list.title'), ...defaultWindow(today) },
    ...{ sessionIds: chosen.map(({ sessionId }) => sessionId), levels: entryLevels },
    ...{ firstOn: today, waveDays: USUAL_WAVE_DAYS, remindDays: USUAL_REMIND_DAYS },
  };
}

/** The model of `follow-up/form`. */
export function campaignFormPage(
  choices: CampaignChoices,
  { values, issues }: SentForm,
  locale: Locale,
  t: Translate,
) {
  const specs = specsOf(choices, locale, t);
  const form = buildForm(Object.values(specs).flat(), values, issues, t);
  const group = (name: keyof typeof specs) =>
    form.fields.filter((field) => specs[name].some((spec) => spec.name === field.name));
  return {
    errorSummary: form.errorSummary,
    noDays: choices.days.length === 0,
    what: group('what'),
    who: group('who'),
    // A long list is open where something in it was chosen.
    narrower: group('narrower').map((field) => ({ field, open: field.options.some(isChosen) })),
    when: group('when'),
  };
}

const isChosen = ({ chosen }: Field['options'][number]) => chosen;

function specsOf(choices: CampaignChoices, locale: Locale, t: Translate) {
  const options = (rows: CampaignChoices['courses']) =>
    rows.map(({ id, name }) => ({ value: id, label: name }));
  const functions = choices.functions.map(({ id, name, nameEn }) => ({
    ...{ value: id, label: locale === 'nl' ? name : nameEn },
  }));
  const days = choices.days.map((day) => ({ value: day.sessionId, label: titleOfDay(day, locale, t) }));
  const date = (
    name: 'trainedFrom' | 'trainedUntil' | 'firstOn',
    more: Partial<FieldSpec> = {},
  ): FieldSpec => ({ name, kind: 'date', label: `follow-up.form.${name}`, required: true, ...more });
  const boxes = (
    name: (typeof lists)[number],
    among: NonNullable<FieldSpec['options']>,
    more: Partial<FieldSpec> = {},
  ): FieldSpec => ({ name, kind: 'checkboxes', label: `follow-up.form.${name}`, options: among, ...more });
  const number = (name: 'waveSize' | 'waveDays' | 'remindDays', required: boolean): FieldSpec => ({
    ...({ name, kind: 'integer', label: `follow-up.form.${name}`, required } as const),
    description: `follow-up.form.${name}Help`,
  });
  const title: FieldSpec = {
    ...{ name: 'title', kind: 'text', label: 'follow-up.form.title', required: true },
    description: 'follow-up.form.titleHelp',
  };
  return {
    what: [
      title,
      boxes('sessionIds', days, { required: true, description: 'follow-up.form.sessionIdsHelp' }),
    ],
    who: [
      date('trainedFrom'),
      date('trainedUntil'),
      boxes(
        'levels',
        courseLevels.map((level) => ({ value: level, label: t(`courses.level.${level}`) })),
        { description: 'follow-up.form.allHelp' },
      ),
      boxes('municipalityIds', options(choices.municipalities), { description: 'follow-up.form.allHelp' }),
    ],
    narrower: [
      boxes('courseIds', options(choices.courses)),
      boxes('functionIds', functions),
      boxes('organisationIds', options(choices.organisations)),
    ].filter(({ options: among }) => among!.length > 0),
    when: [
      date('firstOn', { description: 'follow-up.form.firstOnHelp' }),
      number('waveSize', false),
      number('waveDays', true),
      number('remindDays', false),
    ],
  } satisfies Record<string, readonly FieldSpec[]>;
}

/** What came in an address, as the form shows it again: a single box that is ticked comes as one text. */
export function valuesAgain(values: Record<string, unknown>): Record<string, unknown> {
  return { ...values, ...Object.fromEntries(lists.map((name) => [name, [values[name] ?? []].flat()])) };
}
