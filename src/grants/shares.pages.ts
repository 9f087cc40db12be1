import { z } from 'zod';
import { formatDateRange, formatInstant } from '../platform/i18n/format.js';
import type { Translate } from '../platform/i18n/translator.js';
import { blankAsNull, dutchFromCents, parseCents, requiredText } from '../platform/web/fields.js';
import { buildForm, type FieldSpec, type SentForm } from '../platform/web/forms.js';
import type { Role } from '../shared/actor.js';
import type { Locale } from '../shared/locale.js';
import { amountOf } from './budget.rules.js';
import type { PartRow } from './extra-cost.queries.js';
import { totalCents } from './extra-cost.rules.js';
import { partRow } from './extra-costs.pages.js';
import type { ChosenKey, ShareRow, SharingRow } from './share.queries.js';
import { sharingKeys, totalBurden, WHOLE, type SharingKey } from './share.rules.js';

/** A percentage in hundredths, written the Dutch way: '33,33'. */
const percentage = requiredText(10).transform((written, context) => {
  const hundredths = parseCents(written);
  if (hundredths !== null && hundredths >= 0n && hundredths <= BigInt(WHOLE)) return Number(hundredths);
  context.addIssue({ code: 'custom', params: { key: 'grants.sharing.percentageWrong' } });
  return z.NEVER;
});

/** What the form sends: a percentage for every municipality of the region, of which fixed percentages need a hundred. */
export const sharingForm = z
  .object({
    key: z.enum(sharingKeys),
    shares: z
      .array(z.object({ municipalityId: z.uuid(), percentage: blankAsNull(percentage) }))
      .max(50)
      .default([]),
  })
  .transform(({ key, shares }, context): ChosenKey => {
    if (key !== 'fixed') return { key, percentages: [] };
    const percentages = shares.flatMap(({ municipalityId, percentage: units }) =>
      units ? [{ municipalityId, units }] : [],
    );
    if (sharesWhole(percentages)) return { key, percentages };
    context.addIssue({ code: 'custom', path: ['shares'], params: { key: 'grants.sharing.notWhole' } });
    return z.NEVER;
  });

/** Whether percentages are a hundred together, each municipality once. */
export function sharesWhole(percentages: ChosenKey['percentages']): boolean {
  const ids = new Set(percentages.map(({ municipalityId }) => municipalityId));
  return ids.size === percentages.length && percentages.reduce((sum, { units }) => sum + units, 0) === WHOLE;
}

/** The session that the pages of its shares are about. */
export interface SharedSession {
  readonly id: string;
  readonly courseTitle: string;
  readonly dates: readonly string[];
  readonly payer: string;
}

/** The model of `grants/shares`: who bears what of a session, and how that came about. */
export function sharesPage(
  session: SharedSession,
  found: {
    readonly key: SharingKey;
    readonly shares: readonly ShareRow[];
    readonly history: readonly SharingRow[];
    /** What the commitment is made of; nothing for a contact. */
    readonly parts: readonly PartRow[];
  },
  reader: { readonly role: Role | 'system'; readonly locale: Locale },
  t: Translate,
) {
  const { history, shares, parts } = found;
  const ownOnly = reader.role === 'contact';
  const key = ownOnly ? (history[0]?.key ?? 'payer') : found.key;
  const isDemo = shares.some((row) => row.isDemo);
  return {
    lead: leadOf(session, reader.locale, t),
    ownOnly,
    sharing: t(`grants.sharing.${key}`),
    sharingHelp: t(`grants.sharing.help.${key}`, { payer: session.payer }),
    changeHref: reader.role === 'coordinator' ? `/sessions/${session.id}/sharing` : null,
    confirmationHref: reader.role === 'coordinator' ? `/sessions/${session.id}/confirmation` : null,
    ...partsOf(parts, isDemo, reader.locale, t),
    shares: shares.map((row) => ({
      municipality: row.municipalityName,
      units:
        row.units === null ? t('grants.sharing.all') : unitsText(history[0]?.key ?? 'payer', row.units, t),
      ...amountsOf(row, row.isDemo),
    })),
    total: ownOnly || shares.length < 2 ? null : amountsOf(totalBurden(shares), isDemo),
    history: timesOf(history).map((rows) => ({
      at: formatInstant(rows[0]!.sharedAt, reader.locale),
      by: rows[0]!.sharedBy ?? t('grants.sharing.byFacts'),
      sharing: t(`grants.sharing.${rows[0]!.key}`),
      height: rows.length,
      rows: rows.map((row) => ({
        municipality: row.municipalityName,
        units: unitsText(row.key, row.units, t),
        amount: amountOf(row.amountCents, row.isDemo),
      })),
    })),
  };
}

function partsOf(parts: readonly PartRow[], isDemo: boolean, locale: Locale, t: Translate) {
  const id = parts[0]?.commitmentId;
  return {
    parts: parts.map((part) => partRow(part, isDemo, locale, t)),
    partsTotal: amountOf(totalCents(parts), isDemo),
    partsHref: id === undefined ? null : `/commitments/${id}/extra-costs`,
  };
}

/** The model of `grants/sharing`: by what the cost of a session is shared. */
export function sharingPage(
  session: SharedSession,
  members: readonly { readonly id: string; readonly name: string }[],
  { values, issues }: SentForm,
  locale: Locale,
  t: Translate,
) {
  const key: FieldSpec = {
    ...{ name: 'key', kind: 'radios', label: 'grants.sharing.key', required: true },
    options: sharingKeys.map((value) => ({
      value,
      label: `${t(`grants.sharing.${value}`)}: ${t(`grants.sharing.help.${value}`, { payer: session.payer })}`,
    })),
  };
  const percentages = members.flatMap(({ name }, index): FieldSpec[] => [
    { name: `shares.${index}.municipalityId`, kind: 'hidden', label: 'grants.budget.municipality' },
    {
      ...{ name: `shares.${index}.percentage`, kind: 'money', label: 'grants.sharing.percentageOf' },
      labelParams: { municipality: name },
    },
  ]);
  const form = buildForm([key, ...percentages], values, issues, t);
  return {
    lead: leadOf(session, locale, t),
    keyField: form.fields[0]!,
    percentageFields: form.fields.slice(1),
    errorSummary: form.errorSummary,
    action: `/sessions/${session.id}/sharing`,
    back: `/sessions/${session.id}/shares`,
  };
}

/** The values of the form as the session is shared now. */
export function valuesOfKey(
  { key, percentages }: ChosenKey,
  members: readonly { readonly id: string }[],
): Record<string, unknown> {
  const unitsOf = (id: string) => percentages.find(({ municipalityId }) => municipalityId === id)?.units;
  return {
    key,
    shares: members.map(({ id }) => {
      const units = unitsOf(id);
      return { municipalityId: id, percentage: units === undefined ? '' : dutchFromCents(String(units)) };
    }),
  };
}

/** What was counted, in words: '4 plaatsen', '33,33%'. */
export function unitsText(key: SharingKey, units: number, t: Translate): string {
  if (key === 'payer') return t('grants.sharing.all');
  if (key === 'fixed') return t('grants.sharing.percent', { percentage: dutchFromCents(String(units)) });
  return t(`grants.sharing.count.${key}`, { count: units });
}

function leadOf({ courseTitle, dates, payer }: SharedSession, locale: Locale, t: Translate): string {
  return t('grants.sharing.lead', { course: courseTitle, dates: formatDateRange(dates, locale), payer });
}

function amountsOf(
  { reservedCents, spentCents }: Pick<ShareRow, 'reservedCents' | 'spentCents'>,
  isDemo: boolean,
) {
  return {
    reserved: amountOf(reservedCents, isDemo),
    spent: amountOf(spentCents, false),
    together: { cents: reservedCents + spentCents, isDemo: isDemo && reservedCents !== 0n },
  };
}

/** The rows of each time that the cost was shared, in their order. */
function timesOf(history: readonly SharingRow[]): SharingRow[][] {
  const times = new Map<number, SharingRow[]>();
  for (const row of history) times.set(row.number, [...(times.get(row.number) ?? []), row]);
  return [...times.values()];
}
