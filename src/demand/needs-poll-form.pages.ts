import { z } from 'zod';
import { formatDate, formatInstant } from '../platform/i18n/format.js';
import type { Translate } from '../platform/i18n/translator.js';
import { blankAsNull, localDate, requiredText, ticked, wholeNumber } from '../platform/web/fields.js';
import { buildForm, type SentForm } from '../platform/web/forms.js';
import type { Locale } from '../shared/locale.js';
import type { LettersRow, PollChoices } from './needs-poll.queries.js';
import { usualCountsUntil, USUAL_REMIND_DAYS, type PollPlan } from './needs-poll.rules.js';

const MOST_COURSES = 20;
const MOST_DAYS = 365;

/** What the form of a poll sends. */
export const pollForm = z
  .object({
    title: requiredText(120),
    closesOn: localDate,
    remindDays: blankAsNull(wholeNumber(1, MOST_DAYS)),
    countsUntil: blankAsNull(localDate),
    courseIds: ticked(z.uuid()).pipe(z.array(z.uuid()).min(1).max(MOST_COURSES)),
    municipalityIds: ticked(z.uuid()),
    organisationIds: ticked(z.uuid()),
  })
  .transform((form): PollPlan => ({
    ...form,
    countsUntil: form.countsUntil ?? usualCountsUntil(form.closesOn),
  }));

/** Which button was pressed, and the id that was drawn when the letters were shown. */
export const pollStep = z.looseObject({
  then: z.enum(['preview', 'edit', 'send']).catch('preview'),
  id: z.uuid().optional().catch(undefined),
});

/** A form with everyone asked and a reminder, as most polls are. */
export function usualPoll({ municipalities }: PollChoices): Record<string, unknown> {
  return { remindDays: USUAL_REMIND_DAYS, municipalityIds: municipalities.map(({ id }) => id) };
}

/** The model of `demand/poll-form`. */
export function pollFormPage(choices: PollChoices, { values, issues }: SentForm, t: Translate) {
  const named = choices.organisations.map(({ id, name, municipality }) => ({
    ...{ value: id, label: `${name}, ${municipality}` },
  }));
  const options = (rows: PollChoices['courses']) => rows.map(({ id, name }) => ({ value: id, label: name }));
  const { fields, errorSummary } = buildForm(
    [
      {
        ...{ name: 'title', kind: 'text', label: 'demand.poll.title', required: true },
        description: 'demand.poll.titleHelp',
      },
      { name: 'closesOn', kind: 'date', label: 'demand.poll.closesOn', required: true },
      {
        ...{ name: 'remindDays', kind: 'integer', label: 'demand.poll.remindDays' },
        description: 'demand.poll.remindDaysHelp',
      },
      {
        ...{ name: 'countsUntil', kind: 'date', label: 'demand.poll.countsUntil' },
        description: 'demand.poll.countsUntilHelp',
      },
      {
        ...{ name: 'courseIds', kind: 'checkboxes', label: 'demand.poll.courses', required: true },
        options: options(choices.courses),
      },
      {
        ...{ name: 'municipalityIds', kind: 'checkboxes', label: 'demand.poll.municipalities' },
        ...{ description: 'demand.poll.municipalitiesHelp', options: options(choices.municipalities) },
      },
      {
        ...{ name: 'organisationIds', kind: 'checkboxes', label: 'demand.poll.organisations' },
        options: named,
      },
    ],
    values,
    issues,
    t,
  );
  return {
    errorSummary,
    fields: fields.slice(0, -1),
    organisations: choices.organisations.length === 0 ? [] : fields.slice(-1),
    noCourses: choices.courses.length === 0,
  };
}

/** The model of `demand/poll-preview`: how many letters go where, before any is sent. */
export function pollPreviewPage(
  plan: PollPlan,
  id: string,
  sent: { readonly letters: readonly LettersRow[]; readonly remindAt: Date | null },
  choices: PollChoices,
  locale: Locale,
  t: Translate,
) {
  const count = sent.letters.reduce((sum, { letters }) => sum + letters, 0);
  const courses = choices.courses.filter((course) => plan.courseIds.includes(course.id));
  return {
    facts: [
      { label: t('demand.poll.title'), value: plan.title },
      { label: t('demand.poll.courses'), value: courses.map(({ name }) => name).join(', ') },
      { label: t('demand.poll.closesOn'), value: formatDate(plan.closesOn, locale, 'long') },
      {
        label: t('demand.poll.reminder'),
        value: sent.remindAt ? formatInstant(sent.remindAt, locale) : t('demand.poll.noReminder'),
      },
      { label: t('demand.poll.countsUntil'), value: formatDate(plan.countsUntil, locale, 'long') },
    ],
    letters: sent.letters,
    count,
    total: count === 0 ? null : t('demand.poll.letters', { count }),
    hidden: hiddenFields(plan, id, t),
  };
}

/** The plan once more, for the button that sends it. */
function hiddenFields(plan: PollPlan, id: string, t: Translate) {
  const hidden = (name: string, value: string | number | null) =>
    buildForm([{ name, kind: 'hidden', label: 'demand.poll.title' }], { [name]: value }, [], t).fields[0]!;
  const lists = ['courseIds', 'municipalityIds', 'organisationIds'] as const;
  return [
    hidden('id', id),
    ...(['title', 'closesOn', 'remindDays', 'countsUntil'] as const).map((name) => hidden(name, plan[name])),
    ...lists.flatMap((name) => plan[name].map((value) => hidden(name, value))),
  ];
}
