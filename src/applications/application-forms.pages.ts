import { z } from 'zod';
import type { Translate } from '../platform/i18n/translator.js';
import {
  blankAsNull,
  centsFromDutch,
  chosen,
  dutchFromCents,
  positiveCents,
  requiredText,
  wholeNumber,
} from '../platform/web/fields.js';
import { buildForm, type FieldSpec, type SentForm } from '../platform/web/forms.js';
import type { ApplicationLineRow, ApplicationRow, LineChoices, Named } from './application.queries.js';
import type { LineInput } from './application.service.js';

const year = wholeNumber(2000, 2100);
const version = wholeNumber(0, 999_999_999);
const MOST_TRAININGS = 1000;

/** The version that was looked at, sent along. */
export const hiddenVersion: FieldSpec = { name: 'version', kind: 'hidden', label: 'applications.title' };

/** What an application says of itself, as the form sends it; one year is enough. */
export const factsForm = z
  .object({
    version: blankAsNull(version),
    reference: requiredText(100),
    title: requiredText(200),
    leadMunicipalityId: chosen,
    firstYear: year,
    lastYear: blankAsNull(year),
  })
  .transform(({ version: seen, lastYear, ...facts }, context) => {
    if (lastYear !== null && lastYear < facts.firstYear)
      context.addIssue({
        code: 'custom',
        path: ['lastYear'],
        params: { key: 'applications.form.yearsReversed' },
      });
    return { version: seen ?? 0, facts: { ...facts, lastYear: lastYear ?? facts.firstYear } };
  });

export const lineKinds = ['trainings', 'amounts'] as const;
export type LineKind = (typeof lineKinds)[number];
export const lineKindQuery = z.object({ kind: z.enum(lineKinds).catch('trainings') });

const shareOf = (value: z.ZodType<bigint | number | null>) =>
  z.array(z.object({ municipalityId: z.uuid(), asked: value })).max(50);
const withBigints = (shares: readonly { municipalityId: string; asked: bigint | number | null }[]) =>
  shares.map(({ municipalityId, asked }) => ({ municipalityId, asked: BigInt(asked ?? 0) }));

const trainingsForm = z
  .object({
    version,
    year,
    courseId: chosen,
    priceCents: positiveCents,
    shares: shareOf(blankAsNull(wholeNumber(0, MOST_TRAININGS))),
  })
  .transform(({ version: seen, year: of, courseId, priceCents, shares }) => ({
    version: seen,
    line: {
      ...{ year: of, title: null, course: { id: courseId, priceCents }, paidBy: 'grant' },
      shares: withBigints(shares),
    } satisfies LineInput,
  }));
const amountsForm = z
  .object({
    version,
    year,
    title: requiredText(200),
    paidBy: z.enum(['grant', 'own']),
    shares: shareOf(blankAsNull(centsFromDutch)),
  })
  .transform(({ version: seen, year: of, title, paidBy, shares }) => ({
    version: seen,
    line: { year: of, title, course: null, paidBy, shares: withBigints(shares) } satisfies LineInput,
  }));

/** The form of a line of this kind. */
export const lineForm = (kind: LineKind) => (kind === 'trainings' ? trainingsForm : amountsForm);

/** The model of `applications/form`; without an application a new one is begun. */
export function factsPage(
  application: ApplicationRow | null,
  municipalities: readonly Named[],
  sent: SentForm,
  t: Translate,
) {
  const specs: readonly FieldSpec[] = [
    hiddenVersion,
    {
      ...{ name: 'reference', kind: 'text', label: 'applications.reference', required: true },
      description: 'applications.form.referenceHint',
    },
    { name: 'title', kind: 'text', label: 'applications.form.title', required: true },
    {
      ...{ name: 'leadMunicipalityId', kind: 'select', label: 'applications.lead', required: true },
      options: municipalities.map(({ id, name }) => ({ value: id, label: name })),
    },
    { name: 'firstYear', kind: 'integer', label: 'applications.form.firstYear', required: true },
    {
      ...{ name: 'lastYear', kind: 'integer', label: 'applications.form.lastYear' },
      description: 'applications.form.lastYearHint',
    },
  ];
  return {
    action: application ? `/grant-applications/${application.id}` : '/grant-applications',
    backHref: application ? `/grant-applications/${application.id}` : '/grant-applications',
    form: buildForm(specs, sent.values, sent.issues, t),
  };
}

/** What the form of an application holds when it is opened. */
export function factsOf({
  version: seen,
  reference,
  title,
  leadMunicipalityId,
  firstYear,
  lastYear,
}: ApplicationRow) {
  return {
    ...{ version: seen, reference, title, leadMunicipalityId, firstYear },
    lastYear: lastYear === firstYear ? '' : lastYear,
  };
}

/** The model of `applications/form` for a line. */
export function linePage(
  application: ApplicationRow,
  {
    kind,
    lineId,
    choices,
  }: { readonly kind: LineKind; readonly lineId: string | null; readonly choices: LineChoices },
  sent: SentForm,
  t: Translate,
) {
  const { id, firstYear, lastYear } = application;
  const years = Array.from({ length: lastYear - firstYear + 1 }, (_, index) => String(firstYear + index));
  const courses = choices.courses.map((course) => ({ value: course.id, label: course.name }));
  const about: readonly FieldSpec[] =
    kind === 'trainings'
      ? [
          {
            name: 'courseId',
            kind: 'select',
            label: 'applications.line.course',
            options: courses,
            required: true,
          },
          {
            ...{ name: 'priceCents', kind: 'money', label: 'applications.line.price', required: true },
            description: 'applications.line.priceHint',
          },
        ]
      : [
          {
            ...{ name: 'title', kind: 'text', label: 'applications.line.title', required: true },
            description: 'applications.line.titleHint',
          },
          {
            ...{ name: 'paidBy', kind: 'radios', label: 'applications.line.paidBy', required: true },
            options: (['grant', 'own'] as const).map((value) => ({
              value,
              label: t(`applications.paidBy.${value}`),
            })),
          },
        ];
  const shares = shareSpecs(kind, choices.municipalities);
  const yearSpec: FieldSpec = {
    ...{ name: 'year', kind: 'select', label: 'applications.year', required: true },
    options: years.map((value) => ({ value, label: value })),
  };
  return {
    action: `/grant-applications/${id}/lines${lineId === null ? `?kind=${kind}` : `/${lineId}`}`,
    backHref: `/grant-applications/${id}`,
    form: buildForm([hiddenVersion, yearSpec, ...about, ...shares], sent.values, sent.issues, t),
  };
}

/** What the form of a line holds when it is opened; a municipality that asks nothing is there to fill in. */
export function lineValues(
  { version: seen, firstYear }: ApplicationRow,
  line: ApplicationLineRow | null,
  municipalities: readonly Named[],
): Record<string, unknown> {
  const asked = (municipalityId: string) => {
    const share = line?.shares.find((one) => one.municipalityId === municipalityId);
    if (!share) return '';
    return share.trainings === null ? dutchFromCents(String(share.amountCents)) : String(share.trainings);
  };
  return {
    ...{ version: seen, year: String(line?.year ?? firstYear) },
    ...(line ? { courseId: line.course?.id, title: line.title, paidBy: line.paidBy } : { paidBy: 'grant' }),
    priceCents: line?.course ? dutchFromCents(String(line.course.priceCents)) : '',
    shares: municipalities.map(({ id }) => ({ municipalityId: id, asked: asked(id) })),
  };
}

/** What is asked for each municipality. */
function shareSpecs(kind: LineKind, municipalities: readonly Named[]): FieldSpec[] {
  return municipalities.flatMap(({ name }, index): FieldSpec[] => [
    { name: `shares.${index}.municipalityId`, kind: 'hidden', label: 'applications.municipality' },
    {
      name: `shares.${index}.asked`,
      ...(kind === 'trainings'
        ? ({ kind: 'integer', label: 'applications.line.trainingsOf' } as const)
        : ({ kind: 'money', label: 'applications.line.amountOf' } as const)),
      labelParams: { municipality: name },
    },
  ]);
}
