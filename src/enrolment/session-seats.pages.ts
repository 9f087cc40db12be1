import { z } from 'zod';
import type { Translate } from '../platform/i18n/translator.js';
import { blankAsNull, localDate, wholeNumber } from '../platform/web/fields.js';
import { buildForm, type FieldIssue, type FieldSpec } from '../platform/web/forms.js';
import { LARGEST_SESSION } from '../sessions/session-plan.rules.js';
import type { QuotaRow, SessionSeatsRow } from './session-seats.queries.js';

export const MOST_OVERBOOKING = 50;
export const LONGEST_OFFER_HOURS = 80;
export const waitingListModes = ['automatic', 'offer'] as const;

/** What the form of a session's seats sends; `version` tells on which state it was based. */
export const seatsForm = z.object({
  version: wholeNumber(1, 999_999_999),
  capacity: wholeNumber(1, LARGEST_SESSION),
  minimum: wholeNumber(1, LARGEST_SESSION),
  overbookingPercentage: wholeNumber(0, MOST_OVERBOOKING),
  releaseOn: localDate,
  quotas: z
    .array(z.object({ municipalityId: z.uuid(), seats: blankAsNull(wholeNumber(0, LARGEST_SESSION)) }))
    .default([])
    .transform((quotas) =>
      quotas.flatMap(({ municipalityId, seats }) => (seats ? [{ municipalityId, seats }] : [])),
    ),
  waitingListMode: z.enum(waitingListModes),
  offerHours: wholeNumber(1, LONGEST_OFFER_HOURS),
});

/** The form as the seats now are. */
export function valuesOfSeats(
  session: SessionSeatsRow,
  quotas: readonly QuotaRow[],
): Record<string, unknown> {
  return {
    ...session,
    quotas: quotas.map(({ municipalityId, reserved }) => ({ municipalityId, seats: reserved || '' })),
  };
}

/** The model of `enrolment/seats`. */
export function seatsPage(
  session: SessionSeatsRow,
  quotas: readonly QuotaRow[],
  values: Record<string, unknown>,
  issues: readonly FieldIssue[],
  t: Translate,
) {
  const specs = [...seatSpecs(t), ...quotas.flatMap(quotaSpecs)];
  const form = buildForm(specs, { ...values, quotas: rowsOf(quotas, values) }, issues, t);
  const shown = form.fields.filter(({ is }) => !is.hidden);
  const waiting = ['waitingListMode', 'offerHours'];
  return {
    errorSummary: form.errorSummary,
    hiddenFields: form.fields.filter(({ is }) => is.hidden),
    seatFields: shown.filter(({ name }) => !name.includes('.') && !waiting.includes(name)),
    quotaFields: shown.filter(({ name }) => name.startsWith('quotas.')),
    waitingFields: shown.filter(({ name }) => waiting.includes(name)),
    action: `/sessions/${session.id}/seats`,
    back: `/sessions/${session.id}`,
    now: t('enrolment.seats.now', { taken: session.seatsTaken, waiting: session.waitingCount }),
  };
}

function seatSpecs(t: Translate): FieldSpec[] {
  return [
    { name: 'version', kind: 'hidden', label: 'sessions.form.version' },
    { name: 'capacity', kind: 'integer', label: 'sessions.form.capacity', required: true },
    {
      ...{ name: 'minimum', kind: 'integer', label: 'sessions.form.minimum', required: true },
      description: 'sessions.form.minimumHelp',
    },
    {
      ...{ name: 'overbookingPercentage', kind: 'integer', label: 'enrolment.seats.overbooking' },
      ...{ description: 'enrolment.seats.overbookingHelp', required: true },
    },
    {
      ...{ name: 'releaseOn', kind: 'date', label: 'sessions.form.releaseOn', required: true },
      description: 'enrolment.seats.releaseOnHelp',
    },
    {
      ...{ name: 'waitingListMode', kind: 'radios', label: 'enrolment.seats.mode', required: true },
      options: waitingListModes.map((value) => ({ value, label: t(`enrolment.seats.mode.${value}`) })),
    },
    {
      ...{ name: 'offerHours', kind: 'integer', label: 'enrolment.seats.offerHours', required: true },
      description: 'enrolment.seats.offerHoursHelp',
    },
  ];
}

function quotaSpecs({ municipality }: QuotaRow, index: number): FieldSpec[] {
  const named = { label: 'sessions.form.quota', labelParams: { municipality } } as const;
  return [
    { name: `quotas.${index}.municipalityId`, kind: 'hidden', ...named },
    { name: `quotas.${index}.seats`, kind: 'integer', ...named },
  ];
}

/** One row per municipality of the region, with the seats that were filled in for it. */
function rowsOf(quotas: readonly QuotaRow[], { quotas: sent }: Record<string, unknown>) {
  const filled = z.array(z.looseObject({ municipalityId: z.string() })).safeParse(sent).data ?? [];
  return quotas.map(({ municipalityId }) => ({
    municipalityId,
    seats: filled.find((row) => row.municipalityId === municipalityId)?.['seats'],
  }));
}
