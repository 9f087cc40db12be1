import { z } from 'zod';
import type { MessageKey } from '../messages.js';
import type { Translate } from '../platform/i18n/translator.js';
import { blankAsNull, checkbox, localDate, wholeNumber } from '../platform/web/fields.js';
import { buildForm, type Field, type FieldIssue, type FieldSpec } from '../platform/web/forms.js';
import { LARGEST_SESSION } from '../sessions/session-plan.rules.js';
import type { Locale } from '../shared/locale.js';
import type { QuotaRow, SeatHolders, SessionSeatsRow } from './session-seats.queries.js';

export const MOST_OVERBOOKING = 50;
export const LONGEST_OFFER_HOURS = 80;
export const waitingListModes = ['automatic', 'offer'] as const;
/** How many organisations more than there are can be filled in at once. */
const BLANK_ROWS = 3;

const seatCount = blankAsNull(wholeNumber(0, LARGEST_SESSION));
/** Rows of a holder and its seats; those without seats are left out, and seats are held for someone. */
const quotaRows = <Name extends string>(name: Name) =>
  z
    .array(z.looseObject({ [name]: blankAsNull(z.uuid()), seats: seatCount }))
    .default([])
    .transform((rows, context) =>
      rows.flatMap(({ [name]: id, seats }, index) => {
        if (typeof seats !== 'number' || seats === 0) return [];
        if (typeof id === 'string')
          return [{ [name]: id, seats } as Record<Name, string> & { seats: number }];
        const params = { key: 'web.validation.choose' satisfies MessageKey };
        context.addIssue({ code: 'custom', path: [index, name], params });
        return [];
      }),
    );

/** What the form of a session's seats sends; `version` tells on which state it was based. */
export const seatsForm = z.object({
  version: wholeNumber(1, 999_999_999),
  organisationId: blankAsNull(z.uuid()),
  capacity: wholeNumber(1, LARGEST_SESSION),
  minimum: wholeNumber(1, LARGEST_SESSION),
  overbookingPercentage: wholeNumber(0, MOST_OVERBOOKING),
  releaseOn: localDate,
  quotas: quotaRows('municipalityId'),
  functionQuotas: quotaRows('functionId'),
  organisationQuotas: quotaRows('organisationId'),
  enrolUntil: blankAsNull(localDate),
  cancelUntil: blankAsNull(localDate),
  chargesLateCancellation: checkbox,
  waitingListMode: z.enum(waitingListModes),
  offerHours: wholeNumber(1, LONGEST_OFFER_HOURS),
});

/** The form as the seats now are. */
export function valuesOfSeats(session: SessionSeatsRow, holders: SeatHolders): Record<string, unknown> {
  const held = (name: string, rows: readonly QuotaRow[]) =>
    rows.flatMap(({ id, reserved }) => (reserved > 0 ? [{ [name]: id, seats: reserved }] : []));
  return {
    ...session,
    quotas: held('municipalityId', holders.municipalities),
    functionQuotas: held('functionId', holders.functions),
    organisationQuotas: held('organisationId', holders.organisations),
  };
}

/** The model of `enrolment/seats`. */
export function seatsPage(
  session: SessionSeatsRow,
  holders: SeatHolders,
  form: { readonly values: Record<string, unknown>; readonly issues: readonly FieldIssue[] },
  { locale, t }: { readonly locale: Locale; readonly t: Translate },
) {
  const lists = [
    listOf('quotas', 'municipalityId', holders.municipalities, form.values),
    listOf('functionQuotas', 'functionId', namedIn(locale, holders.functions), form.values),
  ];
  const organisations = sentRows(form.values['organisationQuotas'], 'organisationId').filter(
    ({ id, seats }) => id !== '' || seats !== '',
  );
  const specs = [
    ...mainSpecs(session, holders, t),
    ...lists.flatMap(({ specs: each }) => each),
    ...organisationSpecs(organisations.length + BLANK_ROWS, holders.organisations),
  ];
  const values = {
    ...form.values,
    ...Object.fromEntries(lists.map(({ name, rows }) => [name, rows])),
    organisationQuotas: organisations.map(({ id, seats }) => ({ organisationId: id, seats })),
  };
  const built = buildForm(specs, values, form.issues, t);
  return {
    errorSummary: built.errorSummary,
    ...groupsOf(built.fields),
    action: `/sessions/${session.id}/seats`,
    back: `/sessions/${session.id}`,
    now: t('enrolment.seats.now', { taken: session.seatsTaken, waiting: session.waitingCount }),
  };
}

function groupsOf(fields: readonly Field[]) {
  const shown = fields.filter(({ is }) => !is.hidden);
  const named = (...names: string[]) => shown.filter(({ name }) => names.includes(name.split('.')[0]!));
  return {
    hiddenFields: fields.filter(({ is }) => is.hidden),
    seatFields: named('organisationId', 'capacity', 'minimum', 'overbookingPercentage', 'releaseOn'),
    quotaFields: named('quotas'),
    functionFields: named('functionQuotas'),
    organisationFields: named('organisationQuotas'),
    termFields: named('enrolUntil', 'cancelUntil', 'chargesLateCancellation'),
    waitingFields: named('waitingListMode', 'offerHours'),
  };
}

function mainSpecs({ audience }: SessionSeatsRow, { organisations }: SeatHolders, t: Translate): FieldSpec[] {
  return [
    { name: 'version', kind: 'hidden', label: 'sessions.form.version' },
    ...(audience === 'in-company' ? [inCompanySpec(organisations)] : []),
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
      ...{ name: 'enrolUntil', kind: 'date', label: 'enrolment.seats.enrolUntil' },
      description: 'enrolment.seats.enrolUntilHelp',
    },
    {
      ...{ name: 'cancelUntil', kind: 'date', label: 'enrolment.seats.cancelUntil' },
      description: 'enrolment.seats.cancelUntilHelp',
    },
    { name: 'chargesLateCancellation', kind: 'checkbox', label: 'enrolment.seats.chargesLateCancellation' },
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

function inCompanySpec(organisations: readonly QuotaRow[]): FieldSpec {
  return {
    ...{ name: 'organisationId', kind: 'select', label: 'enrolment.seats.organisation', required: true },
    options: organisations.map(({ id, name }) => ({ value: id, label: name })),
  };
}

/** One row per holder, with the seats that were filled in for it. */
function listOf(
  list: 'quotas' | 'functionQuotas',
  idName: string,
  holders: readonly QuotaRow[],
  { [list]: sent }: Record<string, unknown>,
) {
  const filled = new Map(sentRows(sent, idName).map(({ id, seats }) => [id, seats]));
  return {
    name: list,
    rows: holders.map(({ id }) => ({ [idName]: id, seats: filled.get(id) })),
    specs: holders.flatMap(({ name }, index): FieldSpec[] => {
      const named = { label: 'enrolment.seats.heldFor', labelParams: { name } } as const;
      return [
        { name: `${list}.${index}.${idName}`, kind: 'hidden', ...named },
        { name: `${list}.${index}.seats`, kind: 'integer', ...named },
      ];
    }),
  };
}

function organisationSpecs(count: number, organisations: readonly QuotaRow[]): FieldSpec[] {
  const options = organisations.map(({ id, name }) => ({ value: id, label: name }));
  return Array.from({ length: organisations.length === 0 ? 0 : count }, (_, index): FieldSpec[] => [
    {
      ...{ name: `organisationQuotas.${index}.organisationId`, kind: 'select', options },
      ...{ label: 'enrolment.seats.organisationRow', labelParams: { number: index + 1 } },
    },
    {
      ...{ name: `organisationQuotas.${index}.seats`, kind: 'integer' },
      ...{ label: 'enrolment.seats.organisationSeats', labelParams: { number: index + 1 } },
    },
  ]).flat();
}

function sentRows(sent: unknown, idName: string): { id: string; seats: unknown }[] {
  const rows = z.array(z.looseObject({ [idName]: z.string().nullish() })).safeParse(sent).data ?? [];
  return rows.map((row) => ({ id: (row[idName] as string | null) ?? '', seats: row['seats'] ?? '' }));
}

function namedIn(locale: Locale, functions: SeatHolders['functions']): QuotaRow[] {
  return functions.map((each) => ({ ...each, name: locale === 'nl' ? each.name : each.nameEn }));
}
