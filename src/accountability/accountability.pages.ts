import { daysInWords } from '../grants/activities.pages.js';
import { figureKinds } from '../grants/figure.rules.js';
import { formatDate, formatInstant } from '../platform/i18n/format.js';
import type { Translate } from '../platform/i18n/translator.js';
import { listAddress } from '../platform/web/list-address.js';
import type { Locale } from '../shared/locale.js';
import { annexFields, columnsOf } from './annex.pages.js';
import { isComplete } from './annex.rules.js';
import { lastClosedOf, waitingText } from './closing.pages.js';
import { reopeningFault } from './closing.rules.js';
import { finalText } from './statement-cells.pages.js';
import type { Statement, StatementGrant } from './statement.queries.js';
import { dueOn, totalOf, type Figures } from './statement.rules.js';
import type { ReopeningRow, VersionRow, YearRow } from './year.queries.js';

interface Reader {
  readonly t: Translate;
  readonly locale: Locale;
  readonly isFinance: boolean;
}

export const fileTypes = ['csv', 'xlsx', 'pdf'] as const;

/** The model of `accountability/years`. */
export function yearsPage(years: readonly YearRow[], { t, locale, isFinance }: Reader) {
  return {
    settingsHref: isFinance ? '/accountability/settings' : null,
    years: years.map((row) => ({
      year: row.year,
      href: `/accountability/${row.year}`,
      due: dueOn(row.year),
      spent: row.spentCents,
      status: statusOf(row, t),
      closedOn:
        row.closedAt &&
        t('accountability.closedOn', {
          moment: formatInstant(row.closedAt, locale),
          name: row.closedByName ?? t('accountability.someone'),
        }),
    })),
    emptyTitle: t('accountability.emptyTitle'),
    emptyText: t('accountability.emptyText'),
  };
}

/** What is known of one year beside its statement. */
export interface YearStanding {
  readonly years: readonly YearRow[];
  readonly waiting: ReopeningRow | null;
  readonly versions: readonly VersionRow[];
}

/** The model of `accountability/statement`. */
export function statementPage(
  statement: Statement,
  { years, waiting, versions }: YearStanding,
  { t, locale, isFinance }: Reader,
) {
  const { year, annex, grants } = statement;
  const row = years.find((one) => one.year === year);
  const isClosed = row?.isClosed ?? false;
  const missing = t('accountability.missing');
  return {
    status: statusOf({ isClosed }, t),
    lead: isClosed
      ? t('accountability.lead.closed')
      : t('accountability.lead.open', { due: formatDate(dueOn(year), locale, 'long') }),
    waiting: waiting && {
      text: waitingText(waiting, year, { t, locale }),
      href: `/accountability/${year}/reopening`,
    },
    isIncomplete: !isComplete(annex),
    settingsHref: isFinance ? '/accountability/settings' : null,
    scheme: annexFields.map((name) => ({
      label: t(`accountability.annex.${name}`),
      value: annex[name] === '' ? missing : annex[name],
    })),
    columns: columnsOf(annex, year, t).map(({ code, label, auditKind, indicator }) => ({
      code: code === '' ? missing : code,
      label,
      audit: auditKind === '' ? null : t('accountability.auditKind', { kind: auditKind }),
      isFigure: figureKinds.some((kind) => kind === indicator),
    })),
    rows: grants.map((grant) => grantRow(grant, year, isFinance && !isClosed, { t, locale })),
    totals: amountsOf(totalOf(grants.map(({ figures }) => figures))),
    files: fileTypes.map((type) => ({
      href: `/accountability/${year}/files/${type}`,
      label: type.toUpperCase(),
    })),
    closeLabel: t('accountability.close', { year }),
    reopenLabel: t('accountability.reopen', { year }),
    closeHref: isFinance && !isClosed ? `/accountability/${year}/closure` : null,
    reopenHref:
      isFinance && waiting === null && reopeningFault(year, lastClosedOf(years)) === null
        ? `/accountability/${year}/reopening`
        : null,
    versions: versions.map((version) => versionOf(version, year, { t, locale })),
  };
}

function grantRow(
  grant: StatementGrant,
  year: number,
  chooses: boolean,
  { t, locale }: Pick<Reader, 't' | 'locale'>,
) {
  const { grantId, decisionNumber, title, grantYear, figures } = grant;
  return {
    decision: decisionNumber,
    title,
    activities: grant.activities.map((activity) =>
      t('accountability.activity', {
        activity: activity.title,
        days: daysInWords(activity, locale, t),
      }),
    ),
    amounts: figureKinds.map((figure) => ({
      cents: figures[figure],
      href: listAddress('/ledger', { year: grantYear, grant: grantId, statement: year, figure }),
    })),
    final: finalText(grant, t),
    evidence: {
      href: evidenceAddress(year, grantId),
      label: t('evidence.linkOf', { decision: decisionNumber }),
    },
    choice: chooses
      ? {
          action: `/accountability/${year}/grants/${grantId}/final`,
          label: t('accountability.chooseFor', { decision: decisionNumber }),
        }
      : null,
  };
}

/** Where the evidence of a grant in the statement of a year is shown. */
export const evidenceAddress = (year: number, grantId: string): string =>
  `/accountability/${year}/grants/${grantId}/evidence`;

function amountsOf(figures: Figures): { readonly cents: bigint }[] {
  return figureKinds.map((kind) => ({ cents: figures[kind] }));
}

function versionOf(row: VersionRow, year: number, { t, locale }: Pick<Reader, 't' | 'locale'>) {
  const sums = { csv: row.csvSha256, xlsx: row.xlsxSha256, pdf: row.pdfSha256 };
  return {
    title: t('accountability.version', { version: row.version }),
    made: t('accountability.version.made', {
      moment: formatInstant(row.madeAt, locale),
      name: row.madeByName ?? t('accountability.someone'),
    }),
    files: fileTypes.map((type) => ({
      href: `/accountability/${year}/versions/${row.version}/files/${type}`,
      label: type.toUpperCase(),
      checksum: sums[type],
    })),
  };
}

function statusOf({ isClosed }: Pick<YearRow, 'isClosed'>, t: Translate) {
  return isClosed
    ? { kind: 'success', label: t('accountability.closed') }
    : { kind: 'neutral', label: t('accountability.open') };
}
