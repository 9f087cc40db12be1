import { z } from 'zod';
import { activityRows } from '../grants/activities.pages.js';
import type { ActivityRow } from '../grants/activity.queries.js';
import { amountOf } from '../grants/budget.rules.js';
import { yearsInWords } from '../grants/grant-years.pages.js';
import { formatDate } from '../platform/i18n/format.js';
import type { Translate } from '../platform/i18n/translator.js';
import { localDate, wholeNumber } from '../platform/web/fields.js';
import { buildForm, type FieldSpec, type SentForm } from '../platform/web/forms.js';
import type { Locale } from '../shared/locale.js';
import { hiddenVersion } from './application-forms.pages.js';
import type { ApplicationRow, FoundApplication, Named } from './application.queries.js';
import { askedOf, askedPerMunicipality, statusOf, type Asked, type AskedLine } from './application.rules.js';

const version = wholeNumber(0, 999_999_999);

/** What a button that changes an application sends. */
export const versionForm = z.object({ version });
export const submissionForm = z.object({ version, submittedOn: localDate });

/** The model of `applications/list`. */
export function listPage(found: readonly FoundApplication[], locale: Locale, t: Translate) {
  return {
    applications: found.map(({ application, lines }) => ({
      ...summaryOf(application, lines, locale, t),
      href: `/grant-applications/${application.id}`,
      reference: application.reference,
      title: application.title,
      awarded: application.awardedCents,
    })),
  };
}

/** The model of `applications/application`. */
export function applicationPage(
  { application, lines }: FoundApplication,
  {
    municipalities,
    mayDecide,
    activities,
    submission,
  }: {
    readonly municipalities: readonly Named[];
    readonly mayDecide: boolean;
    /** What the grant that was awarded pays. */
    readonly activities: readonly ActivityRow[];
    /** The form to submit it with, as it was sent or with today in it. */
    readonly submission: SentForm;
  },
  locale: Locale,
  t: Translate,
) {
  const { id } = application;
  const isDraft = statusOf(application) === 'draft';
  const names = new Map(municipalities.map((one) => [one.id, one.name]));
  const href = `/grant-applications/${id}`;
  return {
    ...summaryOf(application, lines, locale, t),
    lead: application.title,
    leadMunicipality: application.leadMunicipality,
    sentOn: application.submittedOn === null ? null : formatDate(application.submittedOn, locale, 'long'),
    version: application.version,
    lines: lines.map((line) => ({
      heading: line.title,
      year: String(line.year),
      price: line.course ? amountOf(line.course.priceCents, line.course.priceIsDemo) : null,
      isOwn: line.paidBy === 'own',
      shares: line.shares.map((share) => ({
        name: names.get(share.municipalityId) ?? '',
        trainings: share.trainings === null ? '' : String(share.trainings),
        amount: amountOf(share.amountCents, share.isDemo || (line.course?.priceIsDemo ?? false)),
      })),
      total: totalOf(line),
      editHref: isDraft ? `${href}/lines/${line.id}` : null,
      editLabel: t('applications.line.editLabel', { line: line.title, year: line.year }),
      removeAction: `${href}/lines/${line.id}/removal`,
      removeLabel: t('applications.line.removeLabel', { line: line.title, year: line.year }),
    })),
    municipalities: [...askedPerMunicipality(lines)]
      .map(([municipalityId, asked]) => ({ name: names.get(municipalityId) ?? '', ...asked }))
      .sort((one, other) => one.name.localeCompare(other.name, 'nl')),
    draft: isDraft
      ? {
          editHref: `${href}/edit`,
          trainingsHref: `${href}/lines/new?kind=trainings`,
          amountsHref: `${href}/lines/new?kind=amounts`,
          discardAction: `${href}/removal`,
          submitAction: lines.length === 0 ? null : `${href}/submission`,
          form: buildForm([hiddenVersion, submittedOnSpec], submission.values, submission.issues, t),
        }
      : null,
    decideHref: statusOf(application) === 'submitted' && mayDecide ? `${href}/decision` : null,
    ...grantOf(application),
    activities: activityRows(activities, application, locale, t),
  };
}

/** What was awarded, and where the grant stands; nothing as long as it was not. */
function grantOf({ grantId, decisionNumber, awardedCents }: ApplicationRow) {
  return {
    grantHref: grantId === null ? null : `/grants/${grantId}/decisions`,
    activitiesHref: grantId === null ? null : `/grants/${grantId}/activities`,
    decisionNumber,
    awarded: awardedCents,
  };
}

const submittedOnSpec: FieldSpec = {
  ...{ name: 'submittedOn', kind: 'date', label: 'applications.submission.on', required: true },
  description: 'applications.submission.hint',
};

function summaryOf(application: ApplicationRow, lines: readonly AskedLine[], locale: Locale, t: Translate) {
  const status = statusOf(application);
  const kinds = { draft: 'neutral', submitted: 'warning', awarded: 'success', refused: 'error' } as const;
  const on = {
    ...{ draft: null, awarded: null },
    submitted: application.submittedOn,
    refused: application.refusedOn,
  }[status];
  return {
    years: yearsInWords(application, t),
    status: { kind: kinds[status], label: t(`applications.status.${status}`) },
    since: on === null ? '' : formatDate(on, locale, 'long'),
    asked: { ...askedOf(lines), isDemo: lines.some(isDemo) } satisfies Asked & { isDemo: boolean },
  };
}

const isDemo = ({ course, shares }: AskedLine): boolean =>
  (course?.priceIsDemo ?? false) || shares.some((share) => share.isDemo);

function totalOf(line: AskedLine) {
  const { grantCents, ownCents } = askedOf([line]);
  return {
    trainings: line.course
      ? String(line.shares.reduce((sum, { trainings }) => sum + (trainings ?? 0), 0))
      : '',
    amount: amountOf(grantCents + ownCents, isDemo(line)),
  };
}
