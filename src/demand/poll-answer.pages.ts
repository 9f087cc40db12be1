import { z } from 'zod';
import { formatDate, formatInstant } from '../platform/i18n/format.js';
import type { Translate } from '../platform/i18n/translator.js';
import { blankAsNull, wholeNumber } from '../platform/web/fields.js';
import { buildForm, type FieldSpec, type SentForm } from '../platform/web/forms.js';
import type { Locale } from '../shared/locale.js';
import { MOST_PEOPLE } from './needs-poll.rules.js';
import type { AskedOrganisation, OpenPoll, PollNumber, PollQuestion } from './poll-answer.queries.js';

/** The secret in the address of a link: 256 bits in base64url. */
export const pollToken = z.string().regex(/^[\w-]{43}$/);

// The names of fields have no dashes and begin with a letter.
const groupOf = (courseId: string) => `c${courseId.replaceAll('-', '')}`;
const fieldOf = (functionId: string) => `f${functionId.replaceAll('-', '')}`;

/**
 * What the form of these questions sends: a number per course and function, or nothing in a field. Gives what was
 * filled in. A field that is absent is refused: a form sends all of them, and less would wipe out what was answered.
 */
export function answerForm(questions: readonly PollQuestion[]) {
  const people = z
    .string()
    .transform((typed): unknown => typed)
    .pipe(blankAsNull(wholeNumber(0, MOST_PEOPLE)));
  const group = ({ functions }: PollQuestion) =>
    z.object(Object.fromEntries(functions.map(({ id }) => [fieldOf(id), people])));
  return z
    .object(Object.fromEntries(questions.map((question) => [groupOf(question.courseId), group(question)])))
    .transform((sent): PollNumber[] =>
      questions.flatMap(({ courseId, functions }) =>
        functions.flatMap(({ id }) => {
          const number = sent[groupOf(courseId)]?.[fieldOf(id)] ?? null;
          return number === null ? [] : [{ courseId, functionId: id, people: number }];
        }),
      ),
    );
}

/** The form as it was answered before. */
export function answeredValues(numbers: readonly PollNumber[]): Record<string, unknown> {
  const values: Record<string, Record<string, number>> = {};
  for (const { courseId, functionId, people } of numbers)
    (values[groupOf(courseId)] ??= {})[fieldOf(functionId)] = people;
  return values;
}

/** Who fills in the form, and where it goes: whoever has the link, or a coordinator on behalf of the organisation. */
export type Answering =
  { readonly by: 'organisation'; readonly token: string } | { readonly by: 'coordinator' };

/** The model of `demand/poll-answer`. */
export function pollAnswerPage(
  poll: OpenPoll,
  answering: Answering,
  { values, issues }: SentForm,
  locale: Locale,
  t: Translate,
) {
  const specs = poll.questions.map((question) => specsOf(question, locale));
  const form = buildForm(specs.flat(), values, issues, t);
  return {
    lead: answering.by === 'coordinator' ? poll.title : poll.organisation,
    intro: t(`demand.poll.answer.intro.${answering.by}`),
    until: t(`demand.poll.answer.until.${answering.by}`, {
      until: formatDate(poll.closesOn, locale, 'long'),
    }),
    answered: poll.answeredAt
      ? t(`demand.poll.answer.before.${answering.by}`, { at: formatInstant(poll.answeredAt, locale) })
      : null,
    errorSummary: form.errorSummary,
    courses: poll.questions.map(({ courseId, course }) => ({
      legend: course,
      fields: form.fields.filter(({ name }) => name.startsWith(`${groupOf(courseId)}.`)),
    })),
    action: answering.by === 'coordinator' ? answerAddress(poll) : `/poll-answers/${answering.token}`,
    send: t(`demand.poll.answer.send.${answering.by}`),
  };
}

/** Where a coordinator answers for an organisation. */
export const answerAddress = ({ pollId, organisationId }: AskedOrganisation): string =>
  `/needs-polls/${pollId}/organisations/${organisationId}/answer`;

/** The model of `demand/poll-answered`. */
export function pollAnsweredPage(poll: OpenPoll, token: string, locale: Locale, t: Translate) {
  const people = poll.numbers.reduce((sum, number) => sum + number.people, 0);
  return {
    text: people === 0 ? t('demand.poll.answer.nobody') : t('demand.poll.answer.kept', { count: people }),
    change: t('demand.poll.answer.change', { until: formatDate(poll.closesOn, locale, 'long') }),
    href: `/poll-answers/${token}`,
  };
}

function specsOf({ courseId, functions }: PollQuestion, locale: Locale): FieldSpec[] {
  return functions.map(({ id, nl, en }) => ({
    name: `${groupOf(courseId)}.${fieldOf(id)}`,
    kind: 'integer',
    label: 'demand.poll.answer.people',
    labelParams: { function: locale === 'nl' ? nl : en },
  }));
}
