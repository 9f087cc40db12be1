import { z } from 'zod';
import type { ProblemCode } from '../../problems.js';
import type { Paged } from '../../platform/database/paged.js';
import type { Translate } from '../../platform/i18n/translator.js';
import {
  chosen,
  emailAddress,
  optionalText,
  requiredText,
  ticked,
  wholeNumber,
} from '../../platform/web/fields.js';
import { buildForm, type Form, type SentForm } from '../../platform/web/forms.js';
import { listAddress } from '../../platform/web/list-address.js';
import { pagination } from '../../platform/web/pagination.js';
import { archiveStep } from '../archive.pages.js';
import type { TrainerRow } from './trainer.queries.js';

export const TRAINERS_PER_PAGE = 50;

/** The address of the list; what does not make sense in it counts as not filled in. */
export const trainersQuery = z.object({
  page: z.coerce.number().int().min(1).max(100_000).catch(1),
  q: optionalText(100).catch(null),
});
export type TrainersQuery = z.output<typeof trainersQuery>;

export const newTrainerForm = z.object({
  name: requiredText(200),
  email: emailAddress,
  providerId: chosen,
  courseIds: ticked(z.uuid()),
});
/** With the version of the trainer that the reader looked at. */
export const trainerForm = newTrainerForm.extend({ version: wholeNumber(1, 999_999_999) });

/** The model of `trainers/list`. */
export function trainersPage({ rows, total }: Paged<TrainerRow>, query: TrainersQuery, t: Translate) {
  return {
    filters: buildForm([{ name: 'q', kind: 'text', label: 'trainers.search' }], { q: query.q }, [], t).fields,
    trainers: rows.map((row) => ({
      name: row.name,
      email: row.email,
      provider: row.provider,
      courses:
        row.courses.length === 0
          ? t('trainers.allCourses')
          : row.courses.map(({ title }) => title).join(', '),
      hours:
        row.hours.length === 0 ? t('trainers.allHours') : t('trainers.days', { count: row.hours.length }),
      editHref: `/trainers/${row.id}/edit`,
      availabilityHref: `/trainers/${row.id}/availability`,
      ...archiveStep(`/trainers/${row.id}`, row.archivedAt !== null, t),
    })),
    pagination: pagination(total, query.page, TRAINERS_PER_PAGE, (page) =>
      listAddress('/trainers', { ...query, page }),
    ),
    empty:
      query.q === null
        ? { title: t('trainers.noneTitle'), text: t('trainers.none'), action: null }
        : {
            title: t('trainers.noneFoundTitle'),
            text: t('trainers.noneFound'),
            action: { href: '/trainers', label: t('trainers.clear') },
          },
  };
}

/** A trainer as its form shows it. */
export function valuesOf({ name, email, providerId, version, courses }: TrainerRow): Record<string, unknown> {
  return { name, email, providerId, version, courseIds: courses.map(({ id }) => id) };
}

/** What the form of a trainer offers. */
interface TrainerChoices {
  readonly providers: readonly { readonly id: string; readonly name: string }[];
  readonly courses: readonly { readonly id: string; readonly title: string }[];
}

export function trainerFormPage(choices: TrainerChoices, { values, issues }: SentForm, t: Translate): Form {
  return buildForm(
    [
      { name: 'version', kind: 'hidden', label: 'trainers.form.name' },
      { name: 'name', kind: 'text', label: 'trainers.form.name', required: true },
      {
        ...{ name: 'email', kind: 'email', label: 'trainers.form.email', required: true },
        description: 'trainers.form.emailHint',
      },
      {
        ...{ name: 'providerId', kind: 'select', label: 'trainers.form.providerId', required: true },
        description: 'trainers.form.providerIdHint',
        options: choices.providers.map(({ id, name }) => ({ value: id, label: name })),
      },
      {
        ...{ name: 'courseIds', kind: 'checkboxes', label: 'trainers.form.courseIds' },
        description: 'trainers.form.courseIdsHint',
        options: choices.courses.map(({ id, title }) => ({ value: id, label: title })),
      },
    ],
    values,
    issues,
    t,
  );
}

/** The field in which a refusal can be put right; null when there is none. */
export function fieldOfRefusal(code: ProblemCode): string | null {
  const fields: Partial<Record<ProblemCode, string>> = {
    'email-in-use': 'email',
    'address-has-account': 'email',
    'provider-unknown': 'providerId',
    'course-unknown': 'courseIds',
  };
  return fields[code] ?? null;
}
