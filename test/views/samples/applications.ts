import type { SentForm } from '../../../src/platform/web/forms.js';
import { askedValues, decisionPage } from '../../../src/applications/application-decision.pages.js';
import {
  factsOf,
  factsPage,
  linePage,
  lineValues,
} from '../../../src/applications/application-forms.pages.js';
import { applicationPage, listPage } from '../../../src/applications/application.pages.js';
import type { ApplicationLineRow, ApplicationRow } from '../../../src/applications/application.queries.js';
import { translator } from '../pages.js';

const t = translator('nl');
const id = '0198f000-0000-7000-8000-000000000001';
const LONG_NAME =
  'Versterkingsgelden voor de lokale en regionale aanpak van radicalisering en extremisme '.repeat(2);
const municipalities = [
  { id, name: 'Noordoostpolder' },
  { id: '0198f000-0000-7000-8000-000000000002', name: 'Urk' },
];
const choices = { courses: [{ id, name: LONG_NAME }], municipalities };

const draft: ApplicationRow = {
  ...{ id, reference: '2026-001', title: LONG_NAME, leadMunicipalityId: id, leadMunicipality: 'Almere' },
  ...{ firstYear: 2026, lastYear: 2028, version: 4, submittedOn: null, refusedOn: null, grantId: null },
  ...{ decisionNumber: null, awardedCents: null },
};
const sent = { ...draft, submittedOn: '2026-01-28' };
const awarded = { ...sent, grantId: id, decisionNumber: 'VG-2026', awardedCents: 1_500_000n };
const share = { municipalityId: id, trainings: 6, amountCents: 1_650_000n, isDemo: false };
const lines: ApplicationLineRow[] = [
  {
    ...{ id, year: 2026, title: LONG_NAME, paidBy: 'grant', shares: [share] },
    course: { id, level: 'basic', priceCents: 275_000n, priceIsDemo: true },
  },
  {
    ...{ id, year: 2027, title: 'Zaalhuur', paidBy: 'own', course: null },
    shares: [{ ...share, trainings: null, isDemo: true }],
  },
];
const activities = [
  {
    ...{ id, grantId: id, code: 'netwerkregie', title: LONG_NAME, isAssumed: true, version: 1 },
    ...{ firstDay: '2026-03-01', lastDay: '2028-12-31' },
    lines: [{ id, year: 2026, code: 'regie', title: LONG_NAME }],
  },
];
const unsent: SentForm = { values: {}, issues: [] };
const wrong = (path: string) => ({ values: {}, issues: [{ path, message: 'Vul dit anders in.' }] });
const shown = (
  application: ApplicationRow,
  of: ApplicationLineRow[],
  submission = unsent,
  mayDecide = true,
) =>
  applicationPage(
    { application, lines: of },
    { municipalities, mayDecide, activities: application.grantId ? activities : [], submission },
    'nl',
    t,
  );
const titled = <Model extends object>(model: Model) => ({ title: 'Aanvraag', ...model });

/** Models of the pages of applications. */
export const samples = {
  'applications/list': [
    listPage(
      [
        { application: draft, lines: [] },
        { application: awarded, lines },
        { application: { ...sent, refusedOn: '2026-03-01' }, lines },
      ],
      'nl',
      t,
    ),
    listPage([], 'nl', t),
  ].map(titled),
  'applications/application': [
    shown(draft, []),
    shown(draft, lines, wrong('submittedOn')),
    shown(sent, lines),
    shown(awarded, lines, unsent, false),
  ].map(titled),
  'applications/form': [
    factsPage(null, municipalities, unsent, t),
    factsPage(draft, municipalities, { values: factsOf(draft), issues: wrong('reference').issues }, t),
    linePage(draft, { kind: 'trainings', lineId: null, choices }, wrong('shares.0.asked'), t),
    linePage(
      draft,
      { kind: 'amounts', lineId: id, choices },
      { values: lineValues(draft, lines[1]!, municipalities), issues: [] },
      t,
    ),
  ].map(titled),
  'applications/decision': [
    decisionPage(
      { application: sent, lines },
      municipalities,
      { award: { values: askedValues(lines), issues: [] }, refusal: unsent },
      t,
    ),
    decisionPage(
      { application: sent, lines },
      municipalities,
      { award: wrong('granted.l0.m0'), refusal: unsent },
      t,
    ),
    decisionPage(
      { application: sent, lines },
      municipalities,
      { award: unsent, refusal: wrong('refusedOn') },
      t,
    ),
  ].map(titled),
};
