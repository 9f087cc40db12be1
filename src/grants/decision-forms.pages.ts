import { z } from 'zod';
import type { Translate } from '../platform/i18n/translator.js';
import {
  blankAsNull,
  centsFromDutch,
  chosen,
  localDate,
  requiredText,
  wholeNumber,
} from '../platform/web/fields.js';
import { buildForm, type FieldSpec, type SentForm } from '../platform/web/forms.js';
import type { ProblemCode } from '../problems.js';
import { amountOf, figuresOf } from './budget.rules.js';
import type { DecidedGrant, ShiftChoices } from './decision.queries.js';
import type { AskedPlace, Shift } from './decision.rules.js';
import { lineOfYear, yearsInWords } from './grant-years.pages.js';
import type { NamedBudgetRow } from './standing.queries.js';

/** What of an award is not divided yet, where a line can be chosen. */
const UNDIVIDED = 'undivided';
const MOST_TRAININGS = 1000;

const decided = { reference: requiredText(100), decidedOn: localDate, reason: requiredText(500) };

export const amendmentForm = z.object({ ...decided, amountCents: centsFromDutch });

const place = z.union([z.literal(UNDIVIDED), chosen]);
const shiftFields = z.object({
  ...{ fromLine: place, fromMunicipality: blankAsNull(chosen) },
  ...{ toLine: place, toMunicipality: blankAsNull(chosen) },
  amountCents: blankAsNull(centsFromDutch),
  courseId: blankAsNull(chosen),
  trainings: blankAsNull(wholeNumber(0, MOST_TRAININGS)),
  ...decided,
});

/** A shift as the form sends it: a line needs its municipality, a number its training. */
export const shiftForm = shiftFields.transform((sent, context) => {
  const missing = (path: string) =>
    context.addIssue({ code: 'custom', path: [path], params: { key: 'web.validation.choose' } });
  const at = (line: string, municipality: string | null, path: string) => {
    if (line === UNDIVIDED) return null;
    if (municipality === null) missing(path);
    return { grantLineId: line, municipalityId: municipality ?? '' };
  };
  if (sent.trainings && sent.courseId === null) missing('courseId');
  const { reference, decidedOn, reason } = sent;
  const told = { reference, decidedOn, reason };
  const shift: Shift<AskedPlace> = {
    from: at(sent.fromLine, sent.fromMunicipality, 'fromMunicipality'),
    to: at(sent.toLine, sent.toMunicipality, 'toMunicipality'),
    amountCents: sent.amountCents ?? 0n,
    courseId: sent.trainings ? sent.courseId : null,
    trainings: sent.trainings ?? 0,
  };
  return { shift, decided: told };
});

const decidedSpecs: readonly FieldSpec[] = [
  {
    ...{ name: 'reference', kind: 'text', label: 'grants.decision.reference', required: true },
    description: 'grants.decision.referenceHint',
  },
  { name: 'decidedOn', kind: 'date', label: 'grants.decision.decidedOn', required: true },
  {
    ...{ name: 'reason', kind: 'textarea', label: 'grants.decision.reason', required: true },
    description: 'grants.decision.reasonHint',
  },
];

/** The model of `grants/amendment`. */
export function amendmentPage(grant: DecidedGrant, sent: SentForm, t: Translate) {
  const amount: FieldSpec = {
    ...{ name: 'amountCents', kind: 'money', label: 'grants.amendment.amount', required: true },
    description: 'grants.amendment.amountHint',
  };
  return {
    ...factsOf(grant, t),
    action: `/grants/${grant.id}/amendments`,
    form: buildForm([amount, ...decidedSpecs], sent.values, sent.issues, t),
  };
}

/** The model of `grants/shift`, with what is free now. */
export function shiftPage(
  grant: DecidedGrant,
  { choices, budgets }: { readonly choices: ShiftChoices; readonly budgets: readonly NamedBudgetRow[] },
  sent: SentForm,
  t: Translate,
) {
  const lines = [
    ...choices.lines.map(({ id, name, year }) => ({ value: id, label: lineOfYear(grant, name, year) })),
    { value: UNDIVIDED, label: t('grants.shift.undivided') },
  ];
  const municipalities = choices.municipalities.map(({ id, name }) => ({ value: id, label: name }));
  const courses = choices.courses.map(({ id, name }) => ({ value: id, label: name }));
  const specs: readonly FieldSpec[] = [
    { name: 'fromLine', kind: 'select', label: 'grants.shift.fromLine', options: lines, required: true },
    {
      name: 'fromMunicipality',
      kind: 'select',
      label: 'grants.shift.fromMunicipality',
      description: 'grants.shift.municipalityHint',
      options: municipalities,
    },
    { name: 'toLine', kind: 'select', label: 'grants.shift.toLine', options: lines, required: true },
    {
      name: 'toMunicipality',
      kind: 'select',
      label: 'grants.shift.toMunicipality',
      description: 'grants.shift.municipalityHint',
      options: municipalities,
    },
    {
      ...{ name: 'amountCents', kind: 'money', label: 'grants.shift.amount' },
      description: 'grants.invoice.amountHint',
    },
    {
      ...{ name: 'courseId', kind: 'select', label: 'grants.shift.course', options: courses },
      description: 'grants.shift.courseHint',
    },
    { name: 'trainings', kind: 'integer', label: 'grants.shift.trainings' },
    ...decidedSpecs,
  ];
  return {
    ...factsOf(grant, t),
    action: `/grants/${grant.id}/shifts`,
    budgets: budgets.map((row) => ({
      ...{ lineTitle: lineOfYear(grant, row.lineTitle, row.year), municipalityName: row.municipalityName },
      free: figuresOf(row).free,
    })),
    form: buildForm(specs, sent.values, sent.issues, t),
  };
}

function factsOf(grant: DecidedGrant, t: Translate) {
  return {
    lead: t('grants.decisionOfYear', { decision: grant.decisionNumber, year: yearsInWords(grant, t) }),
    award: amountOf(grant.amountCents, grant.isDemo),
    undivided: amountOf(grant.undividedCents, grant.undividedIsDemo),
  };
}

/** The pages above one of the decisions on a grant. */
export function aboveDecisions(
  { id, firstYear, decisionNumber }: Pick<DecidedGrant, 'id' | 'firstYear' | 'decisionNumber'>,
  t: Translate,
) {
  return [
    { href: `/budget?year=${firstYear}`, label: t('grants.nav.budget') },
    { href: `/grants/${id}/decisions`, label: t('grants.decisions.title', { decision: decisionNumber }) },
  ];
}

/** At which field of a form the reader can put a refusal right; null when it is not to be mended in the form. */
export function fieldOfDecision(code: ProblemCode): string | null {
  switch (code) {
    case 'decision-in-future':
      return 'decidedOn';
    case 'amendment-already-recorded':
      return 'reference';
    case 'amendment-of-nothing':
    case 'amendment-below-divided':
    case 'shift-of-nothing':
    case 'shift-over-budget':
      return 'amountCents';
    case 'shift-to-itself':
    case 'shift-of-own-money':
      return 'toLine';
    case 'shift-of-trainings-within':
    case 'shift-over-allotment':
      return 'trainings';
    case 'no-budget-on-line':
      return 'fromMunicipality';
    default:
      return null;
  }
}
