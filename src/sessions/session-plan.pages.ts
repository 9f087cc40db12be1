import { z } from 'zod';
import type { Translate } from '../platform/i18n/translator.js';
import { buildForm, type Field, type FieldSpec } from '../platform/web/forms.js';
import { MOST_PARTS } from './session-plan.rules.js';
import type { PlanIssues } from './plan-issues.js';
import type { CourseChoice, PayerChoice, RoomChoice, TrainerChoice } from './planning.queries.js';
import { levelLabel } from './session-list.pages.js';
import { trainerSpecs, whenSpecs, whereSpecs } from './session-part.pages.js';

/** What there is to choose from on the form. */
export interface PlanChoices {
  readonly course: CourseChoice;
  readonly payers: readonly PayerChoice[];
  readonly rooms: readonly RoomChoice[];
  readonly trainers: readonly TrainerChoice[];
}

/** A form as the course suggests it: its own numbers, a morning and an afternoon for each day. */
export function suggestedValues({ course }: PlanChoices, payer?: string): Record<string, unknown> {
  return {
    courseId: course.id,
    payerMunicipalityId: payer,
    capacity: course.maxParticipants,
    minimum: course.minParticipants,
    parts: Array.from({ length: course.dayParts }, (_, index) => suggestedPart(index)),
  };
}

/** The same form with one part more; a part after the last one is suggested as its other half of the day. */
export function withOneMorePart(values: Record<string, unknown>): Record<string, unknown> {
  const parts = partsIn(values);
  return parts.length < MOST_PARTS ? { ...values, parts: [...parts, suggestedPart(parts.length)] } : values;
}

/** The model of `sessions/schedule`. */
export function schedulePage(
  choices: PlanChoices,
  values: Record<string, unknown>,
  { issues, slots }: PlanIssues,
  t: Translate,
) {
  const { course, payers } = choices;
  const partCount = Math.max(1, partsIn(values).length);
  const partSpecs = Array.from({ length: partCount }, (_, index) =>
    specsOfPart(index, choices, trainersIn(values, index), t),
  );
  const like: FieldSpec = { name: 'like', kind: 'hidden', label: 'sessions.template.like' };
  const specs = [
    ...(values['like'] ? [like] : []),
    ...partSpecs.flat(),
    ...specsOfSession(choices, t),
    ...payers.flatMap(({ name }, index) => specsOfQuota(index, name)),
  ];
  // One form, so that every issue stands in one summary in the order of the page.
  const form = buildForm(specs, { ...values, quotas: quotasOf(payers, values) }, issues, t);
  const shown = form.fields.filter(({ is }) => !is.hidden);
  const under = (prefix: string): Field[] => shown.filter(({ name }) => name.startsWith(prefix));
  return {
    errorSummary: form.errorSummary,
    slots,
    course: { title: course.title, level: levelLabel(course.level, t), provider: course.provider },
    dayParts: t('sessions.form.dayParts', { count: course.dayParts }),
    hiddenFields: form.fields.filter(({ is }) => is.hidden),
    parts: partSpecs.map((_, index) => ({
      legend: t('sessions.form.part', { number: index + 1 }),
      fields: under(`parts.${index}.`),
    })),
    generalFields: shown.filter(({ name }) => !name.includes('.')),
    quotaFields: under('quotas.'),
    canAddPart: partCount < MOST_PARTS,
    noRooms: choices.rooms.length === 0,
  };
}

function specsOfSession({ course, payers }: PlanChoices, t: Translate): FieldSpec[] {
  return [
    { name: 'courseId', kind: 'hidden', label: 'sessions.form.course' },
    {
      name: 'payerMunicipalityId',
      kind: 'select',
      label: 'sessions.form.payer',
      description: 'sessions.form.payerHelp',
      required: true,
      options: payers.map((payer) => ({ value: payer.id, label: payerLabel(payer, t) })),
    },
    { name: 'capacity', kind: 'integer', label: 'sessions.form.capacity', required: true },
    {
      name: 'minimum',
      kind: 'integer',
      label: 'sessions.form.minimum',
      description: 'sessions.form.minimumHelp',
      required: true,
    },
    {
      name: 'priceCents',
      kind: 'money',
      label: 'sessions.form.price',
      description: course.prices.length === 0 ? 'sessions.form.noPriceHelp' : 'sessions.form.priceHelp',
    },
    {
      name: 'releaseOn',
      kind: 'date',
      label: 'sessions.form.releaseOn',
      description: 'sessions.form.releaseOnHelp',
    },
    {
      name: 'decideOn',
      kind: 'date',
      label: 'sessions.form.decideOn',
      description: 'sessions.form.decideOnHelp',
    },
  ];
}

function specsOfPart(
  index: number,
  { course, rooms, trainers }: PlanChoices,
  chosen: readonly string[],
  t: Translate,
): FieldSpec[] {
  const labelParams = { number: index + 1 };
  return [
    ...whenSpecs(`parts.${index}.`, labelParams, index === 0),
    ...whereSpecs(`parts.${index}.`, labelParams, rooms, index === 0, t),
    ...trainerSpecs(`parts.${index}.`, labelParams, trainers, { courseId: course.id, chosen }),
  ];
}

function specsOfQuota(index: number, municipality: string): FieldSpec[] {
  return [
    {
      name: `quotas.${index}.municipalityId`,
      kind: 'hidden',
      label: 'sessions.form.quota',
      labelParams: { municipality },
    },
    {
      name: `quotas.${index}.seats`,
      kind: 'integer',
      label: 'sessions.form.quota',
      labelParams: { municipality },
    },
  ];
}

/** A municipality that can pay, with what it may still have. */
export function payerLabel({ name, allotments }: PayerChoice, t: Translate): string {
  if (allotments.length === 0) return t('sessions.form.payerWithoutAllotment', { municipality: name });
  const left = allotments.map(({ year, trainings, used, isDemo }) =>
    t(isDemo ? 'sessions.form.allotmentLeftDemo' : 'sessions.form.allotmentLeft', {
      ...{ year, trainings },
      left: trainings - used,
    }),
  );
  return `${name} – ${left.join(', ')}`;
}

function suggestedPart(index: number) {
  return index % 2 === 0
    ? { startTime: '09:30', endTime: '12:30' }
    : { startTime: '13:30', endTime: '16:30' };
}

function partsIn(values: Record<string, unknown>): unknown[] {
  const { parts } = values;
  return Array.isArray(parts) ? (parts as unknown[]).slice(0, MOST_PARTS) : [];
}

function trainersIn(values: Record<string, unknown>, index: number): string[] {
  const part = z.looseObject({ trainerIds: z.array(z.string()) }).safeParse(partsIn(values)[index]).data;
  return part?.trainerIds.filter((id) => id !== '') ?? [];
}

/** One row per municipality of the region, with the seats that were sent for it. */
function quotasOf(payers: readonly PayerChoice[], { quotas }: Record<string, unknown>) {
  const sent = z.array(z.looseObject({ municipalityId: z.string() })).safeParse(quotas).data ?? [];
  return payers.map(({ id }) => ({
    municipalityId: id,
    seats: sent.find(({ municipalityId }) => municipalityId === id)?.['seats'],
  }));
}
