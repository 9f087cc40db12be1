import type { Translate } from '../platform/i18n/translator.js';
import type { Locale } from '../shared/locale.js';
import { buildForm, type FieldIssue } from '../platform/web/forms.js';
import { pagination } from '../platform/web/pagination.js';
import { activityRows } from './activities.pages.js';
import type { ActivityRow } from './activity.queries.js';
import { amountOf } from './budget.rules.js';
import type { DecisionDocument } from './decision-document.service.js';
import type { DecidedGrant, DecisionRow } from './decision.queries.js';
import { lineOfYear } from './grant-years.pages.js';

export const DECISIONS_PER_PAGE = 50;

/** The model of `grants/decisions`: what changed a grant since its first division. */
export function decisionsPage(
  grant: DecidedGrant,
  found: { readonly rows: readonly DecisionRow[]; readonly total: number },
  page: number,
  mayDecide: boolean,
  t: Translate,
) {
  return {
    lead: grant.title,
    award: amountOf(grant.amountCents, grant.isDemo),
    undivided: amountOf(grant.undividedCents, grant.undividedIsDemo),
    decisions: found.rows.map((row) => ({ ...factsOf(row, t), href: `/grant-decisions/${row.id}` })),
    pagination: pagination(
      found.total,
      page,
      DECISIONS_PER_PAGE,
      (number) => `/grants/${grant.id}/decisions?page=${number}`,
    ),
    activitiesHref: `/grants/${grant.id}/activities`,
    shiftHref: mayDecide ? `/grants/${grant.id}/shifts/new` : null,
    amendmentHref: mayDecide ? `/grants/${grant.id}/amendments/new` : null,
  };
}

/** What stands with a decision: its documents, and of an award what the grant pays now. */
interface DecisionSurroundings {
  readonly documents: readonly DecisionDocument[];
  readonly activities: readonly ActivityRow[];
}

/** The model of `grants/decision`: one decision with its documents. */
export function decisionPage(
  decision: DecisionRow,
  { documents, activities }: DecisionSurroundings,
  { mayAdd, issues }: { readonly mayAdd: boolean; readonly issues: readonly FieldIssue[] },
  locale: Locale,
  t: Translate,
) {
  return {
    ...factsOf(decision, t),
    recordedBy: decision.recordedBy,
    recordedAt: decision.recordedAt,
    files: documents.map(({ id, number, fileName, uploadedAt }) => ({
      href: `/decision-documents/${id}/file`,
      ...{ number, fileName, uploadedAt },
    })),
    activities: activityRows(activities, decision, locale, t),
    activitiesHref: `/grants/${decision.grantId}/activities`,
    action: mayAdd ? `/grant-decisions/${decision.id}/documents` : null,
    form: buildForm(
      [
        {
          ...{ name: 'file', kind: 'file', label: 'grants.decision.file', required: true },
          description: 'attendance.signed.hint',
        },
      ],
      {},
      issues,
      t,
    ),
  };
}

function factsOf(row: DecisionRow, t: Translate) {
  return {
    kind: t(`grants.decision.kind.${row.kind}`),
    reference: row.reference,
    decidedOn: row.decidedOn,
    reason: row.reason,
    awardChange: row.awardChangeCents === 0n ? null : row.awardChangeCents,
    budgets: row.budgets.map(({ line, year, municipality, cents }) => ({
      what: t('grants.decision.place', { line: lineOfYear(row, line, year), municipality }),
      cents: BigInt(cents),
    })),
    allotments: row.allotments.map(({ year, municipality, trainings, ...of }) => {
      const course = lineOfYear(row, of.course, year);
      const key = trainings > 0 ? 'grants.decision.trainingsMore' : 'grants.decision.trainingsFewer';
      return t(key, { course, municipality, count: Math.abs(trainings) });
    }),
    isWithoutDocument: row.documents === 0,
  };
}
