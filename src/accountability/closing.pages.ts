import { z } from 'zod';
import { amountOf } from '../grants/budget.rules.js';
import { formatCents, formatInstant } from '../platform/i18n/format.js';
import type { Translate } from '../platform/i18n/translator.js';
import { buildForm, type SentForm } from '../platform/web/forms.js';
import type { Locale } from '../shared/locale.js';
import { closingFault, reopenReasons } from './closing.rules.js';
import type { Statement } from './statement.queries.js';
import { totalOf } from './statement.rules.js';
import type { OpenRow, ReopeningRow, YearRow } from './year.queries.js';

interface Reader {
  readonly t: Translate;
  readonly locale: Locale;
}

export const finalForm = z.object({ isFinal: z.enum(['yes', 'no']).transform((sent) => sent === 'yes') });
export const reopeningForm = z.object({ reason: z.enum(reopenReasons) });

/** The model of `accountability/closure`: what closing will do. */
export function closurePage(
  statement: Statement,
  found: { readonly years: readonly YearRow[]; readonly open: readonly OpenRow[]; readonly today: string },
  { t, locale }: Reader,
) {
  const { year, grants } = statement;
  const { years, open, today } = found;
  const total = totalOf(grants.map(({ figures }) => figures));
  const undecided = grants.filter(({ isFinal }) => isFinal === null);
  const fault = closingFault(
    {
      ...{ year, lastClosed: lastClosedOf(years), yearsInUse: years.map((row) => row.year) },
      undecided: undecided.map(({ decisionNumber }) => decisionNumber),
    },
    today,
  );
  return {
    obstacle: fault && t(`problem.${fault.code}.advice`, { year, ...fault }),
    lead: t('accountability.closing.lead', { year, next: year + 1 }),
    keeps: t('accountability.closing.keeps', {
      year,
      spent: formatCents(total.spent, locale),
      cumulative: formatCents(total.cumulative, locale),
    }),
    openText:
      open.length === 0
        ? t('accountability.closing.noneOpen')
        : t('accountability.closing.openText', { count: open.length, year }),
    open: open.map((row) => ({
      course: row.subject,
      municipality: row.municipalityName,
      costDate: row.costDate,
      amount: amountOf(row.openCents, row.isDemo),
      href: `/commitments/${row.id}/invoice`,
    })),
    action: `/accountability/${year}/closure`,
    submit: t('accountability.closing.submit', { year }),
    backHref: `/accountability/${year}`,
  };
}

/** The model of `accountability/reopening`: asking for it, or confirming what someone else asked. */
export function reopeningPage(
  asked: {
    readonly year: number;
    readonly waiting: ReopeningRow | null;
    /** Who reads. */
    readonly accountId: string | null;
  },
  sent: SentForm,
  { t, locale }: Reader,
) {
  const { year, waiting, accountId } = asked;
  const options = reopenReasons.map((value) => ({
    value,
    label: t(`accountability.reopening.reason.${value}`),
  }));
  return {
    lead: waiting ? waitingText(waiting, year, { t, locale }) : t('accountability.reopening.lead', { year }),
    form: waiting
      ? null
      : buildForm(
          [
            {
              name: 'reason',
              kind: 'radios',
              label: 'accountability.reopening.reason',
              options,
              required: true,
            },
          ],
          sent.values,
          sent.issues,
          t,
        ),
    action: `/accountability/${year}/reopening`,
    confirmation:
      waiting && waiting.askedBy !== accountId
        ? {
            lead: t('accountability.reopening.confirmLead', { year }),
            action: `/accountability/${year}/reopening/confirmation`,
            submit: t('accountability.reopening.confirm', { year }),
          }
        : null,
    backHref: `/accountability/${year}`,
  };
}

/** The last closed year among these, or null. */
export function lastClosedOf(years: readonly Pick<YearRow, 'year' | 'closedAt'>[]): number | null {
  const closed = years.filter(({ closedAt }) => closedAt !== null).map(({ year }) => year);
  return closed.length === 0 ? null : Math.max(...closed);
}

/** Who asked to reopen a year, and why. */
export function waitingText(
  { askedAt, askedByName, reason }: ReopeningRow,
  year: number,
  { t, locale }: Reader,
): string {
  return t('accountability.reopening.waiting', {
    ...{ name: askedByName ?? t('accountability.someone'), year },
    moment: formatInstant(askedAt, locale),
    reason: t(`accountability.reopening.reason.${reason}`),
  });
}
