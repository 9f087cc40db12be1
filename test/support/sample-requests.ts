import { indicators } from '../../src/accountability/annex.rules.js';
import { noticeKinds } from '../../src/notices/notices.rules.js';
import { fields as evaluationFields } from './evaluation.js';
import type { BusyRegion } from './busy-region.js';
import { smallLogo } from './pictures.js';
import type { Route } from './routes.js';

/** What a route with a body takes, where it is sent, as it is accepted. Forms hold text only. */
export interface Sample {
  readonly path: string;
  readonly body: Readonly<Record<string, unknown>>;
  readonly headers?: Readonly<Record<string, string>>;
  /** Fields that may be left empty; without it, none. */
  readonly mayBeEmpty?: readonly string[];
  /** Fields with text of which the answer tells, line by line, what is wrong; without it, none. */
  readonly mayBeAnything?: readonly string[];
  /** Fields with an id of which the answer tells that nothing is known; without it, none. */
  readonly mayBeUnknown?: readonly string[];
}

const NO_TOKEN = 'A'.repeat(43);
/** That of the example's first grant. */
const CLOSED_YEAR = '2017';
/** A half-year that is over, of which a report was made final. */
export const REPORTED = '2026-1';
/** An id that nothing has. */
export const NO_ID = '0192f3a0-0000-7000-8000-000000000000';

/** The address of a route with ids that exist. */
export function addressOf({ path }: Route, region: BusyRegion): string {
  return path
    .replace(':number/open-badge', `${region.badgedCertificate}/open-badge`)
    .replace(':number', region.certificate)
    .replace('issuers/:id', `issuers/${region.regionId}`)
    .replace(':keyId', region.badgeKey)
    .replace(':list', '0')
    .replace(':code', region.entryCode)
    .replace(':token', tokenFor(path, region))
    .replace(':ordinal', '1')
    .replace(':year', CLOSED_YEAR)
    .replace(':version', '1')
    .replace(':type', 'csv')
    .replace(':lineId', region.applicationLine)
    .replace(':groupId', region.group)
    .replace(':municipalityId', region.almere)
    .replace(':organisationId', region.youthWork)
    .replace(':professionalId', region.noor)
    .replace(':priceId', region.price)
    .replace(':moment', 'after')
    .replace(':halfYear/:place', `${REPORTED}/region`)
    .replace(':chapter', 'reach')
    .replace(':id', idFor(path, region));
}

function tokenFor(path: string, region: BusyRegion): string {
  if (path.startsWith('/decisions')) return region.decisionToken;
  if (path.startsWith('/poll-answers')) return region.pollToken;
  if (path.startsWith('/follow-up-answers')) return region.campaignToken;
  if (path.startsWith('/evaluation-answers')) return region.evaluationToken;
  return path.startsWith('/enrolment-links') ? region.enrolmentToken : NO_TOKEN;
}

/** The address of a route with well-formed ids of nothing. */
export function addressOfNothing({ path }: Route): string {
  return path
    .replace(':number', 'LL-2026-22222-22222-22222')
    .replace(':keyId', NO_ID)
    .replace(':list', '9999')
    .replace(':code', NO_TOKEN)
    .replace(':token', NO_TOKEN)
    .replace(':ordinal', '99')
    .replace(':year', '2099')
    .replace(':version', '99')
    .replace(':type', 'csv')
    .replace(':lineId', NO_ID)
    .replace(':groupId', NO_ID)
    .replace(':municipalityId', NO_ID)
    .replace(':organisationId', NO_ID)
    .replace(':professionalId', NO_ID)
    .replace(':priceId', NO_ID)
    .replace(':moment', 'after')
    .replace(':halfYear/:place', '2098-2/GM0000')
    .replace(':chapter', 'reach')
    .replace(':id', NO_ID);
}

function idFor(path: string, region: BusyRegion): string {
  if (/mailbox|\/mail\/|\/messages\//.test(path)) return region.mail;
  if (/\/feeds\//.test(path)) return region.feed;
  if (/^\/accounts\//.test(path)) return region.account;
  if (/^\/api-keys\//.test(path)) return region.apiKey;
  if (/\/badge-keys\//.test(path)) return region.badgeKey;
  if (/\/imports\//.test(path)) return region.importFile;
  if (/\/signed-sheets\//.test(path)) return region.signedSheet;
  if (/\/grant-applications\/:id\/(decision|award|refusal)/.test(path)) return region.submittedApplication;
  if (/\/grant-applications\//.test(path)) return region.application;
  if (/\/grant-activities\//.test(path)) return region.activity;
  if (/\/grant-lines\//.test(path)) return region.grantLine;
  if (/\/grants\//.test(path)) return region.grant;
  if (/\/reconciliations\//.test(path)) return region.reconciliation;
  if (/\/ledger-downloads\//.test(path)) return region.ledgerDownload;
  if (/\/received-invoices\//.test(path)) return region.receivedInvoice;
  if (/\/grant-decisions\//.test(path)) return region.grantDecision;
  if (/\/decision-documents\//.test(path)) return region.decisionDocument;
  if (/\/needs-polls\//.test(path)) return region.poll;
  if (/\/follow-up(-campaigns)?\//.test(path)) return region.campaign;
  if (/\/interests\/:id/.test(path)) return region.interest;
  if (/\/evaluations\/comments\//.test(path)) return region.comment;
  if (/\/courses\//.test(path)) return region.course;
  if (/\/providers\//.test(path)) return region.provider;
  if (/\/reminder-rules\//.test(path)) return region.reminderRule;
  if (/\/mail-texts\//.test(path)) return 'enrolment-confirmed-nl';
  if (/\/venues\//.test(path)) return region.venue;
  if (/\/rooms\//.test(path)) return region.room;
  if (/\/recognitions\//.test(path)) return region.recognition;
  if (/\/guests\//.test(path)) return region.guest;
  if (/\/trainers\//.test(path)) return region.trainer;
  if (/\/trainer-absences\//.test(path)) return region.absence;
  if (/\/orders\//.test(path)) return region.order;
  if (/\/commitments\//.test(path)) return region.commitment;
  if (/\/offer/.test(path)) return region.offered;
  if (/\/realisations\//.test(path)) return region.realisation;
  if (path.endsWith('/attendance-correction')) return region.closedEnrolment;
  if (/^(\/api\/v1)?\/enrolments\//.test(path)) return region.enrolment;
  return /(attendance|closure)$/.test(path) ? region.given : region.open;
}

/** A request that goes well for every route that reads a body, by '<path of the route>'. */
export function sampleRequests(region: BusyRegion): Readonly<Record<string, Sample>> {
  return {
    ...formsOf(region),
    ...catalogueOf(region),
    ...placesAndTrainersOf(region),
    ...reminderRulesOf(region),
    ...noticesOf(),
    ...evaluationsOf(region),
    ...activitiesOf(region),
    ...applicationsOf(region),
    ...curriculumOf(region),
    ...looksOf(region),
    ...mailTextsOf(),
    ...councilReportsOf(),
    ...documentsOf(region),
  };
}

/** The form of a text in a report to the council, and what another system sends of one. */
function councilReportsOf(): Record<string, Sample> {
  const path = `/council-reports/${REPORTED}/region/texts/reach`;
  return {
    '/council-reports/:halfYear/:place/texts/:chapter': {
      ...{ path, body: { version: '0', text: 'Er kwamen meer mensen.' }, mayBeEmpty: ['text'] },
    },
    '/api/v1/council-reports/:halfYear/:place/texts/:chapter': {
      ...{ path: `/api/v1${path}`, body: { text: 'Er kwamen meer mensen.' }, mayBeEmpty: ['text'] },
      headers: { 'if-match': '"0"' },
    },
  };
}

const decided = { reference: 'Overleg 12 mei', decidedOn: '2026-05-12', reason: 'Zo besloten.' };
/** Forms and documents of applications: one that is drawn up and one that waits for its decision. */
function activitiesOf({ grant, activity, grantLine }: BusyRegion): Record<string, Sample> {
  const form = { code: 'deskundigheid', title: 'Scholing', firstDay: '1-1-2026', lastDay: '31-12-2026' };
  const document = { ...form, firstDay: '2026-01-01', lastDay: '2026-12-31' };
  const mayBeAnything = ['code', 'title'];
  const at = `/grant-activities/${activity}`;
  const place = `/grants/${grant}/activities`;
  return {
    '/grants/:id/activities': { path: place, body: { ...form, code: 'nieuw' }, mayBeAnything },
    '/grants/:id/activities/lines': {
      path: `${place}/lines`,
      body: { lineId: grantLine, activityId: activity },
    },
    '/grant-activities/:id': { path: at, body: { ...form, version: '1' }, mayBeAnything },
    '/grant-activities/:id/removal': { path: `${at}/removal`, body: { version: '1' } },
    '/api/v1/grants/:id/activities': { path: `/api/v1${place}`, body: { ...document, code: 'anders' } },
    '/api/v1/grant-activities/:id': {
      ...{ path: `/api/v1${at}`, body: document, headers: { 'if-match': '"1"' } },
    },
    '/api/v1/grant-lines/:id/activity': {
      path: `/api/v1/grant-lines/${grantLine}/activity`,
      body: { activityId: activity },
    },
  };
}

function applicationsOf(region: BusyRegion): Record<string, Sample> {
  const { application, applicationLine, submittedApplication, submittedLine, almere, course } = region;
  const facts = { reference: '2027-002', title: 'Versterkingsgelden', leadMunicipalityId: almere };
  const trainings = {
    ...{ version: '2', year: '2027', courseId: course, priceCents: '10,00' },
    ...{ 'shares.0.municipalityId': almere, 'shares.0.asked': '2' },
  };
  const line = {
    ...{ year: 2027, course: { id: course, priceCents: 1000 }, paidBy: 'grant' },
    shares: [{ municipalityId: almere, asked: 2 }],
  };
  const at = `/grant-applications/${application}`;
  const waiting = `/grant-applications/${submittedApplication}`;
  const api = '/api/v1/grant-applications';
  const headers = { 'if-match': '"2"' };
  return {
    '/grant-applications': {
      path: '/grant-applications',
      body: { version: '', ...facts, firstYear: '2027', lastYear: '' },
      mayBeEmpty: ['version', 'lastYear'],
      mayBeAnything: ['reference', 'title'],
    },
    '/grant-applications/:id': {
      path: at,
      body: { version: '2', ...facts, reference: '2027-001', firstYear: '2027', lastYear: '' },
      mayBeEmpty: ['lastYear'],
      mayBeAnything: ['reference', 'title'],
    },
    '/grant-applications/:id/lines': { path: `${at}/lines?kind=trainings`, body: trainings },
    '/grant-applications/:id/lines/:lineId': { path: `${at}/lines/${applicationLine}`, body: trainings },
    '/grant-applications/:id/lines/:lineId/removal': {
      path: `${at}/lines/${applicationLine}/removal`,
      body: { version: '1' },
    },
    // Nothing is thrown away that other requests need: somebody else was first.
    '/grant-applications/:id/removal': { path: `${at}/removal`, body: { version: '1' } },
    '/grant-applications/:id/submission': {
      path: `${at}/submission`,
      body: { version: '2', submittedOn: '28-1-2026' },
    },
    '/grant-applications/:id/award': {
      path: `${waiting}/award`,
      body: {
        ...{ decisionNumber: 'VG-X', decidedOn: '2-3-2026', amountCents: '20,00' },
        'granted.l0.m0': '2',
      },
      mayBeEmpty: ['granted.l0.m0'],
    },
    '/grant-applications/:id/refusal': { path: `${waiting}/refusal`, body: { refusedOn: '2-3-2026' } },
    [api]: { path: api, body: { ...facts, reference: '2027-003', firstYear: 2027, lastYear: 2027 } },
    [`${api}/:id`]: {
      path: `/api/v1${at}`,
      body: { ...facts, reference: '2027-001', firstYear: 2027, lastYear: 2027 },
      headers,
    },
    [`${api}/:id/lines`]: { path: `/api/v1${at}/lines`, body: line, headers },
    [`${api}/:id/lines/:lineId`]: { path: `/api/v1${at}/lines/${applicationLine}`, body: line, headers },
    [`${api}/:id/submission`]: {
      path: `/api/v1${at}/submission`,
      body: { submittedOn: '2026-01-28' },
      headers,
    },
    [`${api}/:id/award`]: {
      path: `/api/v1${waiting}/award`,
      body: {
        ...{ decisionNumber: 'VG-Y', decidedOn: '2026-03-02', amountCents: 2000 },
        granted: [{ lineId: submittedLine, municipalityId: almere, granted: 2 }],
      },
    },
    [`${api}/:id/refusal`]: { path: `/api/v1${waiting}/refusal`, body: { refusedOn: '2026-03-02' } },
  };
}

/** How certificates look: the form is sent with a file, so only the API reads it as a document. */
function looksOf({ almere }: BusyRegion): Record<string, Sample> {
  const path = `/api/v1/certificate-looks/${almere}`;
  const sample = { body: { accent: '#0b5c4b', logo: smallLogo }, mayBeEmpty: ['accent', 'logo'] };
  return {
    '/api/v1/certificate-looks/:municipalityId': { ...sample, path, headers: { 'if-match': '"1"' } },
    '/api/v1/certificate-looks/:municipalityId/preview': { ...sample, path: `${path}/preview` },
  };
}

/** The form of a curriculum, what another system sends of one, and whom to invite. */
function curriculumOf({ almere, functionFields, professionalFunction }: BusyRegion): Record<string, Sample> {
  const levels = functionFields.map((name) => `levels.${name}`);
  return {
    '/curriculum/:municipalityId': {
      path: `/curriculum/${almere}`,
      body: { version: '1', ...Object.fromEntries(levels.map((name) => [name, 'basic'])) },
      mayBeEmpty: levels,
    },
    '/api/v1/curricula/:municipalityId': {
      path: `/api/v1/curricula/${almere}`,
      body: { requirements: [{ functionId: professionalFunction, level: 'basic' }] },
      headers: { 'if-match': '"1"' },
      mayBeEmpty: ['requirements.0.level'],
    },
    '/coverage/invitation': {
      path: '/coverage/invitation',
      body: { show: 'lacking', municipality: almere, function: '', organisation: '', q: '' },
      mayBeEmpty: ['municipality', 'function', 'organisation', 'q'],
    },
  };
}

/** Forms of evaluations: a questionnaire that there is not yet, an answer and the removal of a comment. */
function evaluationsOf(region: BusyRegion): Record<string, Sample> {
  const { statement, remark } = evaluationFields;
  const questions = [{ kind: 'scale', text: { nl: 'Ik leerde iets.', en: 'I learned something.' } }];
  return {
    '/courses/:id/questionnaires/:moment': {
      path: `/courses/${region.course}/questionnaires/later`,
      body: {
        ...{ version: '0', isAsked: 'on', monthsAfter: '3' },
        ...{ 'questions.0.nl': 'Ik leerde iets.', 'questions.0.kind': 'scale' },
      },
    },
    '/evaluation-answers/:token': {
      path: `/evaluation-answers/${region.evaluationToken}`,
      body: { [statement]: '4', [remark]: 'Meer oefenen.' },
      mayBeEmpty: [remark],
    },
    '/evaluations/comments/:id/removal': {
      path: `/evaluations/comments/${region.comment}/removal`,
      body: { reason: 'person' },
    },
    '/api/v1/courses/:id/questionnaires/:moment': {
      path: `/api/v1/courses/${region.course}/questionnaires/before`,
      body: { isAsked: true, daysBefore: 7, monthsAfter: 3, questions },
      mayBeEmpty: ['questions.0.text.en'],
    },
  };
}

const successor = { successorEmail: 'opvolger@voorbeeld.example', successorName: 'Opvolger Voorbeeld' };

/** A campaign as another system sends it: for Daan, whose earlier education was recognised. */
const campaignOf = (region: BusyRegion) => ({
  ...{ title: 'Terugkomdagen', sessionIds: [region.followUpDay], levels: ['basic'] },
  ...{ trainedFrom: '2024-10-29', trainedUntil: '2026-10-29', municipalityIds: [region.almere] },
  ...{ firstOn: '2026-10-29', waveSize: 10, waveDays: 5, remindDays: 5 },
});

/** The forms about accounting for a year. */
function accountabilityOf(region: BusyRegion): Record<string, Sample> {
  const annex = {
    ...{ provider: 'Ministerie (voorbeeld)', code: 'X1', name: 'Voorbeeldregeling' },
    ...{ legalGround: 'Voorbeeldbesluit', recipient: 'Almere', taskField: '1.2' },
  };
  const ofIndicators = indicators.flatMap((indicator) =>
    ['code', 'label', 'auditKind'].map((name) => [`indicators.${indicator}.${name}`, 'R'] as const),
  );
  const body = { ...annex, ...Object.fromEntries(ofIndicators) };
  return {
    '/accountability/settings': {
      ...{ path: '/accountability/settings', body, mayBeEmpty: Object.keys(body) },
    },
    '/accountability/:year/reopening': {
      path: `/accountability/${CLOSED_YEAR}/reopening`,
      body: { reason: 'cost-missing' },
    },
    '/accountability/:year/grants/:id/final': {
      path: `/accountability/2026/grants/${region.grant}/final`,
      body: { isFinal: 'no' },
    },
  };
}

/** What is done with an invoice as its supplier sent it. */
function receivedInvoicesOf(region: BusyRegion): Record<string, Sample> {
  const address = `/received-invoices/${region.receivedInvoice}`;
  return {
    '/received-invoices/:id/commitment': {
      path: `${address}/commitment`,
      body: { proposed: region.commitment, vatTreatment: 'exempt' },
    },
    '/received-invoices/:id/credited-invoice': {
      path: `${address}/credited-invoice`,
      body: { proposed: region.realisation, reason: 'amount-wrong' },
    },
    '/received-invoices/:id/cost': {
      path: `${address}/cost`,
      body: {
        ...{ grantLineId: region.grantLine, municipalityId: region.almere },
        ...{ costDate: '2026-10-28', vatTreatment: 'exempt' },
      },
    },
    '/api/v1/received-invoices/:id/booking': {
      path: `/api/v1${address}/booking`,
      body: { on: 'commitment', commitmentId: region.commitment, vatTreatment: 'exempt', isFinal: true },
    },
    '/api/v1/received-invoices/:id/setting-aside': {
      path: `/api/v1${address}/setting-aside`,
      body: { reason: 'not-ours' },
    },
    '/received-invoices/:id/set-aside': { path: `${address}/set-aside`, body: { setAside: 'not-ours' } },
  };
}

/** The forms of campaigns; the person of the one that there is can still hand over. */
function campaignsOf(region: BusyRegion): Record<string, Sample> {
  const handOver = `/follow-up/${region.campaign}/people/${region.noor}/hand-over`;
  return {
    '/follow-up': {
      path: '/follow-up',
      body: {
        ...{ id: NO_ID, title: 'Terugkomdagen', sessionIds: region.followUpDay, levels: 'basic' },
        ...{ trainedFrom: '2024-10-29', trainedUntil: '2026-10-29', municipalityIds: region.almere },
        ...{ firstOn: '2026-10-29', waveSize: '10', waveDays: '5', remindDays: '5' },
      },
      mayBeEmpty: ['waveSize', 'remindDays'],
      // Whoever sends a campaign draws its id.
      mayBeUnknown: ['id'],
    },
    '/follow-up-answers/:token': {
      path: `/follow-up-answers/${region.campaignToken}`,
      body: { answer: 'unavailable' },
    },
    '/follow-up/:id/people/:professionalId/hand-over': {
      path: handOver,
      body: successor,
      mayBeEmpty: ['successorEmail', 'successorName'],
    },
  };
}

/** Of the same municipality as Daan, whose seat it is. */
const colleague = { email: 'ozgur.verzinsel@jongerenwerk-almere.example' };

const guest = { name: 'Gerda Gast', organisation: 'Sprekersbureau' };

function formsOf(region: BusyRegion): Record<string, Sample> {
  const { open, given, almere, course, room, trainer, certificate, badgedCertificate, commitment } = region;
  return {
    '/language': { path: '/language', body: { language: 'nl' } },
    '/sign-in': { path: '/sign-in', body: { email: 'beheer@flevoland.example' } },
    '/sign-in/links/:token': { path: `/sign-in/links/${region.link}`, body: {} },
    '/open-sessions/:id/link': {
      path: `/open-sessions/${open}/link`,
      body: { email: 'zelf@jongerenwerk-almere.example' },
    },
    '/enrolment-links/:token': {
      path: `/enrolment-links/${region.enrolmentToken}`,
      body: {
        ...{ name: 'Nieuw Voorbeeld', organisationId: region.youthWork, dietary: 'Geen noten' },
        ...{ functionId: region.professionalFunction, accessibility: 'Grote letters' },
      },
      mayBeEmpty: ['dietary', 'accessibility'],
    },
    '/messages/:id/resending': { path: `/messages/${region.mail}/resending`, body: { seen: '0' } },
    '/sessions/:id/attendance': {
      path: `/sessions/${given}/attendance?part=1`,
      body: { [region.givenEnrolment]: 'present' },
    },
    '/entry/:code': {
      path: `/entry/${region.entryCode}`,
      body: { part: region.givenPart, who: region.givenEnrolment },
    },
    '/check-in/sightings': {
      path: '/check-in/sightings',
      body: { sightings: [{ ...sighting(region), sessionId: given }] },
      mayBeUnknown: unknownIn('sightings'),
    },
    '/enrolments/:id/remark': {
      path: `/enrolments/${region.givenEnrolment}/remark`,
      body: { text: 'Deed alleen het ochtenddeel mee.' },
      mayBeEmpty: ['text'],
    },
    '/enrolments/:id/attendance-correction': {
      path: `/enrolments/${region.closedEnrolment}/attendance-correction`,
      body: {
        ...{ 'parts.0.mark': 'late', 'parts.0.minutes': '10', 'parts.1.mark': 'present' },
        ...{ 'parts.1.minutes': '', reason: 'sheet' },
      },
      mayBeEmpty: ['parts.0.minutes', 'parts.1.minutes'],
    },
    '/certificates/:number/replacement': {
      path: `/certificates/${certificate}/replacement`,
      body: { tell: 'on' },
      mayBeEmpty: ['tell'],
    },
    '/certificates/:number/open-badge': {
      path: `/certificates/${badgedCertificate}/open-badge`,
      body: { withName: 'on' },
      mayBeEmpty: ['withName'],
    },
    '/certificates/:number/revocation': {
      path: `/certificates/${certificate}/revocation`,
      body: { reason: 'own-request' },
    },
    ...campaignsOf(region),
    '/commitments/:id/invoice': {
      path: `/commitments/${commitment}/invoice`,
      body: {
        ...{ supplier: 'ROR', invoiceNumber: 'V-1', invoiceDate: '2026-10-28', amountCents: '10,00' },
        ...{ vatTreatment: 'exempt' },
      },
    },
    ...accountabilityOf(region),
    ...receivedInvoicesOf(region),
    '/sessions/:id/confirmation': {
      path: `/sessions/${open}/confirmation`,
      body: {
        then: 'count',
        ...{ 'extraCosts.0.kind': 'venue', 'extraCosts.0.description': 'Zaal' },
        ...{ 'extraCosts.0.amountCents': '350,00', 'extraCosts.0.vatTreatment': 'standard-21' },
      },
    },
    '/commitments/:id/extra-costs': {
      path: `/commitments/${commitment}/extra-costs`,
      body: { ...extraCost, amountCents: '1,00', reason: 'Er komen meer deelnemers' },
    },
    '/commitments/orders': {
      path: '/commitments/orders',
      body: {
        ...{ grantLineId: region.grantLine, municipalityId: almere, supplier: 'Voorbeeldregie' },
        ...{ description: 'Netwerkregisseur', costDate: '2026-12-31', amountCents: '10,00' },
      },
    },
    '/reconciliations/:id/mapping': {
      path: `/reconciliations/${region.reconciliation}/mapping`,
      body: { year: '2026', number: 'nummer', amount: 'bedrag', reference: 'kenmerk' },
    },
    '/realisations': {
      path: '/realisations',
      body: {
        ...{ grantLineId: region.grantLine, municipalityId: almere, supplier: 'ROR', invoiceNumber: 'V-3' },
        ...{
          invoiceDate: '2026-10-28',
          costDate: '2026-10-28',
          amountCents: '10,00',
          vatTreatment: 'exempt',
        },
      },
    },
    '/grants/:id/amendments': {
      path: `/grants/${region.grant}/amendments`,
      body: { ...decided, amountCents: '9.000.000,00' },
    },
    '/grants/:id/shifts': {
      path: `/grants/${region.grant}/shifts`,
      body: {
        ...{ fromLine: region.grantLine, fromMunicipality: almere, toLine: 'undivided', toMunicipality: '' },
        ...{ amountCents: '1,00', courseId: '', trainings: '', ...decided },
      },
      mayBeEmpty: ['toMunicipality', 'courseId', 'trainings'],
    },
    '/realisations/:id/credit-note': {
      path: `/realisations/${region.realisation}/credit-note`,
      body: {
        ...{ invoiceNumber: 'C-1', invoiceDate: '2026-10-29', amountCents: '1,00', reason: 'amount-wrong' },
      },
    },
    '/professionals': {
      path: '/professionals',
      body: {
        ...{ name: 'Vera Voorbeeld', email: 'vera@voorbeeld.example' },
        ...{ organisationId: region.organisation, functionId: region.professionalFunction },
      },
    },
    '/needs-polls': {
      path: '/needs-polls',
      body: {
        ...{ title: 'Peiling', closesOn: '2026-12-31', remindDays: '7', countsUntil: '2027-12-31' },
        ...{ courseIds: course, municipalityIds: almere },
      },
      mayBeEmpty: ['remindDays', 'countsUntil'],
    },
    '/poll-answers/:token': pollAnswer(`/poll-answers/${region.pollToken}`, region),
    '/needs-polls/:id/organisations/:organisationId/answer': pollAnswer(
      `/needs-polls/${region.poll}/organisations/${region.youthWork}/answer`,
      region,
    ),
    '/demand/courses/:id/session': {
      path: `/demand/courses/${course}/session`,
      body: {
        ...{ payerMunicipalityId: almere, capacity: '12', minimum: '6', releaseOn: '2026-11-23' },
        ...{ priceCents: '2.750,00', 'parts.0.date': '2026-11-30', 'parts.0.startTime': '09:30' },
        ...{ 'parts.0.endTime': '11:00', 'parts.0.roomId': room, 'parts.0.trainerIds.0': trainer },
        ...{ 'quotas.0.municipalityId': almere, 'quotas.0.seats': '2' },
      },
      mayBeEmpty: ['parts.0.trainerIds.0', 'quotas.0.seats', 'priceCents'],
    },
    '/demand/courses/:id/interests': {
      path: `/demand/courses/${course}/interests`,
      body: { email: 'emre.testema@jongerenwerk-emmeloord.example' },
    },
    '/accounts': {
      path: '/accounts',
      body: {
        ...{ role: 'contact', name: 'Xandra Voorbeeld', email: 'xandra@voorbeeld.example' },
        ...{ locale: 'nl', municipalityId: almere },
      },
    },
    '/api-keys': {
      path: '/api-keys',
      body: { name: 'Koppeling', accountId: region.account, days: '90' },
    },
    '/sessions/new': {
      path: '/sessions/new',
      body: {
        ...{ courseId: course, payerMunicipalityId: almere, capacity: '12', minimum: '6' },
        ...{ releaseOn: '2026-11-20', decideOn: '2026-11-12', priceCents: '2.750,00' },
        ...{ 'parts.0.date': '2026-11-26', 'parts.0.startTime': '09:30', 'parts.0.endTime': '11:00' },
        ...{ 'parts.0.roomId': room, 'parts.0.trainerIds.0': trainer },
        ...{ 'parts.1.date': '2026-11-26', 'parts.1.startTime': '13:30', 'parts.1.endTime': '16:00' },
        ...{ 'parts.1.roomId': room, 'quotas.0.municipalityId': almere, 'quotas.0.seats': '2' },
      },
      mayBeEmpty: ['priceCents', 'parts.0.trainerIds.0', 'quotas.0.seats'],
    },
    '/sessions/:id/parts/:ordinal': {
      path: `/sessions/${open}/parts/1`,
      body: {
        ...{ version: region.openVersion, date: '2026-11-12', startTime: '09:15' },
        ...{ endTime: '11:00', roomId: room, 'trainerIds.0': trainer },
      },
      mayBeEmpty: ['trainerIds.0'],
    },
    '/sessions/:id/edit': {
      path: `/sessions/${region.draft}/edit`,
      body: { version: '1', decideOn: '2026-11-06', payerMunicipalityId: almere, priceCents: '2.500,00' },
      mayBeEmpty: ['priceCents'],
    },
    '/sessions/:id/seats': {
      path: `/sessions/${open}/seats`,
      body: {
        ...{ version: region.openVersion, capacity: '10', minimum: '1', overbookingPercentage: '10' },
        ...{ releaseOn: '2026-11-10', waitingListMode: 'offer', offerHours: '16' },
        ...{ 'quotas.0.municipalityId': almere, 'quotas.0.seats': '2' },
      },
      mayBeEmpty: ['quotas.0.seats'],
    },
    '/enrolments/:id/offer': { path: `/enrolments/${region.offered}/offer`, body: { answer: 'yes' } },
    '/decisions/:token': { path: `/decisions/${region.decisionToken}`, body: { answer: 'yes' } },
    '/enrolments/:id/substitution': { path: `/enrolments/${region.enrolment}/substitution`, body: colleague },
    '/sessions/:id/exceptions': {
      path: `/sessions/${open}/exceptions`,
      body: { professionalId: region.noor, way: 'override', reason: 'Gaf de training zelf.', validUntil: '' },
      mayBeEmpty: ['validUntil'],
    },
    '/sessions/:id/guests': { path: `/sessions/${open}/guests`, body: guest },
    '/enrolments/:id/transfer': {
      path: `/enrolments/${region.enrolment}/transfer`,
      body: { sessionId: region.otherRun },
    },
    '/enrolments/:id/cancellation': {
      path: `/enrolments/${region.enrolment}/cancellation`,
      body: { reason: 'Ziek.' },
      mayBeEmpty: ['reason'],
    },
    '/sessions/:id/copy': { path: `/sessions/${open}/copy`, body: { firstDate: '2026-11-24' } },
    '/sessions/:id/series': {
      path: `/sessions/${open}/series`,
      body: { everyWeeks: '3', times: '2', schoolArea: 'north', 'dates.d20261203': 'on' },
      mayBeEmpty: ['schoolArea'],
    },
    '/calendar/feeds': { path: '/calendar/feeds', body: { about: `municipality:${almere}` } },
    '/sessions/:id/enrolment': {
      path: `/sessions/${region.followUpDay}/enrolment`,
      body: { dietary: 'Geen noten', accessibility: 'Grote letters' },
      mayBeEmpty: ['dietary', 'accessibility'],
    },
    '/sessions/:id/wishes': { path: `/sessions/${open}/wishes`, body: { asksDietary: 'on' } },
    '/sessions/:id/sharing': {
      path: `/sessions/${open}/sharing`,
      body: { key: 'fixed', 'shares.0.municipalityId': almere, 'shares.0.percentage': '100' },
    },
    '/enrolments/:id/wishes': {
      path: `/enrolments/${region.enrolment}/wishes`,
      body: { dietary: 'Geen noten', accessibility: 'Grote letters' },
      mayBeEmpty: ['dietary', 'accessibility'],
    },
    '/sessions/:id/participants': {
      path: `/sessions/${open}/participants`,
      body: { professionalId: region.noor },
    },
    '/sessions/:id/participants/group': {
      path: `/sessions/${open}/participants/group`,
      body: { pasted: `naam;e-mail\nNoor;${colleague.email}` },
      mayBeAnything: ['pasted'],
    },
    '/sessions/:id/participants/group/:groupId': {
      path: `/sessions/${open}/participants/group/${NO_ID}`,
      body: {
        ...{ shown: `1/${region.noor}/confirmed`, together: 'no' },
        [`people.p${region.noor.replaceAll('-', '')}`]: 'on',
      },
    },
  };
}

function catalogueOf({ course, provider, professionalFunction }: BusyRegion): Record<string, Sample> {
  const details = {
    ...{ title: 'Voorbeeldtraining', level: 'basic', audience: 'public', approval: 'none' },
    ...{ providerId: provider, source: 'voorbeeld' },
  };
  const form = (code: string) => ({
    ...{ ...details, code, dayParts: '2', minParticipants: '8', maxParticipants: '16', decideDays: '14' },
    ...{ requiredAttendancePercentage: '100', isDemo: 'on' },
    ...{ functionIds: professionalFunction, restrictedAudience: 'Voorbeeldgroep', entryLevel: 'basic' },
    ...{ oncePerCourse: 'on', validityMonths: '24', evaluationUrl: 'https://enquete.example.nl/a' },
  });
  const document = (code: string) => ({
    ...{ ...details, code, dayParts: 2, minParticipants: 8, maxParticipants: 16, decideDays: 14 },
    ...{ requiredAttendancePercentage: 100, isDemo: true },
    ...{
      functionIds: [professionalFunction],
      oncePerCourse: true,
      evaluationUrl: 'https://enquete.example.nl/a',
    },
  });
  const mayBeEmpty = ['restrictedAudience', 'entryLevel', 'validityMonths', 'evaluationUrl'];
  const office = (name: string) => ({ name, crkbo: true, source: 'voorbeeld' });
  const headers = { 'if-match': '"1"' };
  return {
    '/courses': { path: '/courses', body: form('nieuw-1'), mayBeEmpty },
    '/courses/:id': {
      path: `/courses/${course}`,
      body: { ...form('basis-1d'), version: '1' },
      mayBeEmpty,
    },
    '/courses/:id/prices': {
      path: `/courses/${course}/prices`,
      body: { validFrom: '01-02-2027', priceCents: '2.850,00', source: 'voorbeeldprijs', isDemo: 'on' },
      mayBeEmpty: ['validFrom'],
    },
    '/api/v1/courses/:id/prices': {
      path: `/api/v1/courses/${course}/prices`,
      body: { validFrom: '2027-03-01', priceCents: 285000, source: 'voorbeeldprijs', isDemo: true },
    },
    '/providers': { path: '/providers', body: { ...office('Bureau Een'), crkbo: 'on' } },
    '/providers/:id': {
      path: `/providers/${provider}`,
      body: { ...office('ROR'), crkbo: 'on', version: '1' },
    },
    '/api/v1/courses': { path: '/api/v1/courses', body: document('nieuw-2'), mayBeEmpty: ['evaluationUrl'] },
    '/api/v1/courses/:id': {
      ...{ path: `/api/v1/courses/${course}`, body: document('basis-1d'), headers },
      mayBeEmpty: ['evaluationUrl'],
    },
    '/providers/:id/cancellation-terms': {
      path: `/providers/${provider}/cancellation-terms`,
      body: { 'steps.0.daysBefore': '28', 'steps.0.percentage': '50' },
      mayBeEmpty: ['steps.0.daysBefore', 'steps.0.percentage'],
    },
    '/api/v1/providers/:id/cancellation-terms': {
      path: `/api/v1/providers/${provider}/cancellation-terms`,
      body: { steps: [{ daysBefore: 28, percentage: 50 }] },
    },
    '/api/v1/providers': { path: '/api/v1/providers', body: office('Bureau Twee') },
    '/api/v1/providers/:id': { path: `/api/v1/providers/${provider}`, body: office('ROR'), headers },
  };
}

function reminderRulesOf({ reminderRule }: BusyRegion): Record<string, Sample> {
  const rule = (localTime: string) => ({ dayKind: 'working', daysBefore: 4, localTime, isOn: true });
  const form = (localTime: string) => ({ ...rule(localTime), daysBefore: '4', isOn: 'on' });
  return {
    '/reminder-rules': { path: '/reminder-rules', body: form('10:00') },
    '/reminder-rules/:id': {
      path: `/reminder-rules/${reminderRule}`,
      body: { ...form('11:00'), version: '1' },
    },
    '/api/v1/reminder-rules': { path: '/api/v1/reminder-rules', body: rule('12:00') },
    '/api/v1/reminder-rules/:id': {
      ...{ path: `/api/v1/reminder-rules/${reminderRule}`, body: rule('13:00') },
      headers: { 'if-match': '"1"' },
    },
  };
}

function noticesOf(): Record<string, Sample> {
  const each = <T>(setting: T) => Object.fromEntries(noticeKinds.map((kind) => [kind, setting]));
  const inForm = noticeKinds.map((kind) => [
    [`settings.${kind}.isOn`, 'on'],
    [`settings.${kind}.leadDays`, '4'],
  ]);
  return {
    '/notices': { path: '/notices', body: { delivery: 'daily' } },
    '/notice-settings': {
      path: '/notice-settings',
      body: { ...Object.fromEntries(inForm.flat() as [string, string][]), version: '1' },
    },
    '/api/v1/notice-settings': {
      ...{ path: '/api/v1/notice-settings', body: each({ isOn: true, leadDays: 4 }) },
      headers: { 'if-match': '"1"' },
    },
    '/api/v1/notice-preferences': { path: '/api/v1/notice-preferences', body: { delivery: 'daily' } },
  };
}

function mailTextsOf(): Record<string, Sample> {
  const texts = (opening: string) => ({
    subject: 'Tot ziens op {{date}}',
    ...{ opening, practical: 'Parkeren kan achter het stadhuis.', closing: 'Tot dan, {{name}}.' },
  });
  const form = { ...texts('U bent erbij.'), version: '0' };
  const mayBeEmpty = ['practical', 'closing'];
  const mayBeNull = ['subject', 'opening', 'practical', 'closing'];
  const page = '/mail-texts/enrolment-confirmed-nl';
  const resource = '/api/v1/mail-texts/enrolment-confirmed-nl';
  return {
    '/mail-texts/:id': { path: page, body: form, mayBeEmpty },
    '/mail-texts/:id/test-mail': { path: `${page}/test-mail`, body: form, mayBeEmpty },
    '/mail-texts/:id/preview': { path: `${page}/preview`, body: form, mayBeEmpty },
    '/api/v1/mail-texts/:id': {
      ...{ path: resource, body: texts('U doet mee.'), mayBeEmpty: mayBeNull },
      headers: { 'if-match': '"0"' },
    },
    '/api/v1/mail-texts/:id/preview': {
      path: `${resource}/preview`,
      body: texts('U mag komen.'),
      mayBeEmpty: mayBeNull,
    },
  };
}

function placesAndTrainersOf(region: BusyRegion): Record<string, Sample> {
  const { almere, course, provider, room, trainer, venue } = region;
  const headers = { 'if-match': '"1"' };
  const hall = (name: string) => ({ name, municipalityId: almere, address: 'Plein 1', route: 'Met de bus.' });
  const chamber = (name: string) => ({ name, accessibility: 'Drempelvrij' });
  const who = (name: string) => ({
    ...{ name, email: `${name.toLowerCase()}@voorbeeld.example`, providerId: provider },
  });
  const days = Object.fromEntries(
    Array.from({ length: 7 }, (_, day) => [
      [`hours.${day}.startTime`, '08:00'],
      [`hours.${day}.endTime`, '22:00'],
    ]).flat(),
  ) as Record<string, string>;
  return {
    '/venues': { path: '/venues', body: hall('Hal Een'), mayBeEmpty: ['route'] },
    '/venues/:id': {
      path: `/venues/${venue}`,
      body: { ...hall('Voorbeeldlocatie'), version: '1' },
      mayBeEmpty: ['route'],
    },
    '/venues/:id/rooms': { path: `/venues/${venue}/rooms`, body: { ...chamber('Zaal Een'), capacity: '30' } },
    '/rooms/:id': { path: `/rooms/${room}`, body: { ...chamber('Zaal'), capacity: '90', version: '1' } },
    '/trainers': { path: '/trainers', body: { ...who('Xena'), courseIds: course } },
    '/trainers/:id': {
      path: `/trainers/${trainer}`,
      body: { ...who('Yara'), courseIds: course, version: '1' },
    },
    '/trainers/:id/hours': { path: `/trainers/${trainer}/hours`, body: { ...days, version: '1' } },
    '/trainers/:id/absences': {
      path: `/trainers/${trainer}/absences`,
      body: { firstDate: '2028-02-01', startTime: '09:00', lastDate: '2028-02-02', endTime: '12:00' },
      mayBeEmpty: ['startTime', 'endTime'],
    },
    '/api/v1/venues': { path: '/api/v1/venues', body: hall('Hal Twee'), mayBeEmpty: ['route'] },
    '/api/v1/venues/:id': {
      ...{ path: `/api/v1/venues/${venue}`, body: hall('Voorbeeldlocatie'), headers },
      mayBeEmpty: ['route'],
    },
    '/api/v1/venues/:id/rooms': {
      path: `/api/v1/venues/${venue}/rooms`,
      body: { ...chamber('Zaal Twee'), capacity: 30 },
    },
    '/api/v1/rooms/:id': {
      path: `/api/v1/rooms/${room}`,
      body: { ...chamber('Zaal'), capacity: 90 },
      headers,
    },
    '/api/v1/trainers': { path: '/api/v1/trainers', body: { ...who('Zoë'), email: 'zoe@voorbeeld.example' } },
    '/api/v1/trainers/:id': { path: `/api/v1/trainers/${trainer}`, body: who('Yara'), headers },
    '/api/v1/trainers/:id/hours': {
      path: `/api/v1/trainers/${trainer}/hours`,
      body: {
        hours: [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, startTime: '08:00', endTime: '22:00' })),
      },
      headers,
    },
    '/api/v1/trainers/:id/absences': {
      path: `/api/v1/trainers/${trainer}/absences`,
      body: { firstDate: '2028-03-01', startTime: '09:00', lastDate: '2028-03-02', endTime: '12:00' },
      mayBeEmpty: ['startTime', 'endTime'],
    },
  };
}

/** The form of a poll about one course, with a number for each function that it is meant for. */
function pollAnswer(path: string, { pollFields }: BusyRegion): Sample {
  const body = Object.fromEntries(pollFields.map((name) => [name, '3']));
  return { path, body, mayBeEmpty: pollFields };
}

const pollOf = ({ course, almere }: BusyRegion) => ({
  ...{
    title: 'Peiling',
    closesOn: '2026-12-31',
    remindDays: 7,
    courseIds: [course],
    municipalityIds: [almere],
  },
});

const sighting = ({ givenPart, givenEnrolment }: BusyRegion) => ({
  ...{ id: NO_ID.replace('0192', '0193'), partId: givenPart, observedAt: '2026-10-29T08:00:00Z' },
  what: { kind: 'name', enrolmentId: givenEnrolment },
});

/** Each sighting gets an answer of its own, also one about nobody. */
const unknownIn = (list: string) =>
  ['id', 'sessionId', 'partId', 'what.enrolmentId'].map((field) => `${list}.0.${field}`);

const extraCost = { kind: 'venue', description: 'Zaal voor een dag', vatTreatment: 'standard-21' };

function documentsOf(region: BusyRegion): Record<string, Sample> {
  const api = (path: string, body: object, at = path, more: Partial<Sample> = {}) => ({
    [`/api/v1${path}`]: { path: `/api/v1${at}`, body: body as Record<string, unknown>, ...more },
  });
  const part = (startTime: string, endTime: string) => ({
    ...{ date: '2026-11-27', startTime, endTime, roomId: region.room, trainerIds: [region.trainer] },
  });
  return {
    ...api('/attendance-marks', {
      sessionId: region.given,
      marks: [{ enrolmentId: region.givenEnrolment, partId: region.givenPart, mark: 'present' }],
    }),
    ...api(
      '/enrolments/:id/attendance-correction',
      { marks: [{ partId: region.closedPart, mark: 'late', minutes: 10 }], reason: 'sheet' },
      `/enrolments/${region.closedEnrolment}/attendance-correction`,
      { mayBeEmpty: ['marks.0.minutes'] },
    ),
    ...api('/commitments/orders', {
      ...{ grantLineId: region.grantLine, municipalityId: region.almere, supplier: 'Voorbeeldregie' },
      ...{ description: 'Netwerkregisseur', costDate: '2026-12-31', amountCents: 1 },
    }),
    ...api(
      '/sessions/:id/sharing',
      { key: 'fixed', percentages: [{ municipalityId: region.almere, hundredths: 10_000 }] },
      `/sessions/${region.open}/sharing`,
    ),
    ...api(
      '/enrolments/:id/remark',
      { text: 'Deed alleen het ochtenddeel mee.' },
      `/enrolments/${region.givenEnrolment}/remark`,
      { mayBeEmpty: ['text'] },
    ),
    ...api(
      '/sessions/:id/check-ins',
      { checkIns: [sighting(region)] },
      `/sessions/${region.given}/check-ins`,
      {
        mayBeUnknown: unknownIn('checkIns'),
      },
    ),
    ...api(
      '/certificates/:number/replacement',
      { tell: true },
      `/certificates/${region.certificate}/replacement`,
    ),
    ...api(
      '/certificates/:number/open-badge',
      { withName: true },
      `/certificates/${region.badgedCertificate}/open-badge`,
    ),
    ...api(
      '/certificates/:number/revocation',
      { reason: 'own-request' },
      `/certificates/${region.certificate}/revocation`,
    ),
    ...api(
      '/sessions/:id/enrolments',
      { professionalId: region.noor },
      `/sessions/${region.open}/enrolments`,
    ),
    ...api(
      '/sessions/:id/group-enrolment-previews',
      { emails: [colleague.email] },
      `/sessions/${region.open}/group-enrolment-previews`,
    ),
    ...api(
      '/sessions/:id/group-enrolments',
      { professionalIds: [region.noor], together: false },
      `/sessions/${region.open}/group-enrolments`,
      { mayBeUnknown: ['professionalIds.0'] },
    ),
    ...api('/enrolments/:id/substitution', colleague, `/enrolments/${region.enrolment}/substitution`),
    ...api(
      '/enrolments/:id/cancellation',
      { reason: 'Ziek.' },
      `/enrolments/${region.enrolment}/cancellation`,
      { mayBeEmpty: ['reason'] },
    ),
    ...api(
      '/recognitions',
      { professionalId: region.noor, level: 'basic', basis: 'Opleiding elders', validUntil: '2027-12-31' },
      '/recognitions',
      { mayBeEmpty: ['validUntil'] },
    ),
    ...api('/sessions/:id/guests', guest, `/sessions/${region.open}/guests`),
    ...api(
      '/enrolments/:id/transfer',
      { sessionId: region.otherRun },
      `/enrolments/${region.enrolment}/transfer`,
    ),
    ...api(
      '/sessions/:id/seats',
      {
        ...{ version: Number(region.openVersion), capacity: 10, minimum: 1, overbookingPercentage: 10 },
        ...{ releaseOn: '2026-11-10', waitingListMode: 'offer', offerHours: 16 },
        quotas: [{ municipalityId: region.almere, seats: 2 }],
      },
      `/sessions/${region.open}/seats`,
    ),
    ...api(
      '/sessions/:id/asked-wishes',
      { asksDietary: true, asksAccessibility: false },
      `/sessions/${region.open}/asked-wishes`,
    ),
    '/api/v1/enrolments/:id/wishes': {
      path: `/api/v1/enrolments/${region.enrolment}/wishes`,
      body: { dietary: 'Geen noten', accessibility: 'Grote letters' },
      mayBeEmpty: ['dietary', 'accessibility'],
    },
    '/api/v1/sessions/:id': {
      path: `/api/v1/sessions/${region.draft}`,
      body: { payerMunicipalityId: region.almere, decideOn: '2026-11-06', priceCents: 250000 },
      mayBeEmpty: ['priceCents'],
      headers: { 'if-match': '"1"' },
    },
    '/api/v1/sessions/:id/parts/:ordinal': {
      path: `/api/v1/sessions/${region.draft}/parts/1`,
      body: {
        ...{ date: '2026-11-13', startTime: '09:15', endTime: '11:00', roomId: region.room },
        trainerIds: [region.trainer],
      },
      headers: { 'if-match': '"1"' },
    },
    ...api('/sessions/:id/copies', { firstDates: ['2026-12-15'] }, `/sessions/${region.open}/copies`),
    ...api('/needs-polls', pollOf(region), '/needs-polls', { mayBeEmpty: ['remindDays', 'countsUntil'] }),
    ...api('/needs-polls/previews', pollOf(region), '/needs-polls/previews', {
      mayBeEmpty: ['remindDays', 'countsUntil'],
    }),
    ...api(
      '/needs-polls/:id/answers',
      {
        organisationId: region.youthWork,
        numbers: [{ courseId: region.course, functionId: region.professionalFunction, people: 3 }],
      },
      `/needs-polls/${region.poll}/answers`,
    ),
    ...api('/interests', { courseId: region.course, professionalId: region.noor }),
    ...api('/follow-up-campaigns', campaignOf(region), '/follow-up-campaigns', {
      mayBeEmpty: ['waveSize', 'remindDays'],
    }),
    ...api('/follow-up-campaigns/previews', campaignOf(region), '/follow-up-campaigns/previews', {
      mayBeEmpty: ['waveSize', 'remindDays'],
    }),
    ...api(
      '/follow-up-campaigns/:id/invitations/:professionalId/hand-over',
      successor,
      `/follow-up-campaigns/${region.campaign}/invitations/${region.noor}/hand-over`,
      { mayBeEmpty: ['successorEmail', 'successorName'] },
    ),
    ...api(
      '/grants/:id/amendments',
      { ...decided, reference: 'Brief 2026-17', amountCents: 900_000_001 },
      `/grants/${region.grant}/amendments`,
    ),
    ...api(
      '/grants/:id/shifts',
      {
        ...decided,
        from: { grantLineId: region.grantLine, municipalityId: region.almere },
        to: null,
        amountCents: 100,
      },
      `/grants/${region.grant}/shifts`,
      { mayBeEmpty: ['from', 'to'] },
    ),
    ...api('/statements/:year/reopening', { reason: 'cost-missing' }, `/statements/${CLOSED_YEAR}/reopening`),
    ...api(
      '/statements/:year/grants/:id/final',
      { isFinal: false },
      `/statements/2026/grants/${region.grant}/final`,
    ),
    ...api('/realisations', {
      ...{ commitmentId: region.commitment, supplier: 'ROR', invoiceNumber: 'V-2' },
      ...{ invoiceDate: '2026-10-28', amountCents: 1000, vatTreatment: 'exempt', isFinal: false },
    }),
    ...api(
      '/realisations/:id/credit-note',
      { ...{ invoiceNumber: 'C-2', invoiceDate: '2026-10-29', amountCents: 100, reason: 'amount-wrong' } },
      `/realisations/${region.realisation}/credit-note`,
    ),
    ...api('/professionals', {
      ...{ name: 'Wim Voorbeeld', email: 'wim@voorbeeld.example' },
      ...{ organisationId: region.organisation, functionId: region.professionalFunction },
    }),
    ...api(
      '/sessions',
      {
        ...{ courseId: region.course, payerMunicipalityId: region.almere, capacity: 12, minimum: 6 },
        ...{ releaseOn: '2026-11-20', decideOn: '2026-11-12', priceCents: 275000 },
        parts: [part('09:30', '11:00'), part('13:30', '15:00')],
        quotas: [{ municipalityId: region.almere, seats: 2 }],
      },
      '/sessions',
      { mayBeEmpty: ['priceCents'] },
    ),
    ...api(
      '/sessions/:id/confirmation',
      { extraCosts: [{ ...extraCost, amountCents: 35000 }] },
      `/sessions/${region.open}/confirmation`,
    ),
    ...api(
      '/commitments/:id/extra-costs',
      { ...extraCost, amountCents: 100, reason: 'Er komen meer deelnemers' },
      `/commitments/${region.commitment}/extra-costs`,
    ),
  };
}
