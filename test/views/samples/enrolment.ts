import { cancellationPage } from '../../../src/enrolment/cancellation.pages.js';
import type { EnrolmentSummary } from '../../../src/enrolment/enrolment.queries.js';
import type { GuestRow } from '../../../src/enrolment/guest.queries.js';
import { guestsPage } from '../../../src/enrolment/guests.pages.js';
import type { RecognitionRow } from '../../../src/enrolment/recognition.queries.js';
import { exceptionPage, recognitionsPage } from '../../../src/enrolment/recognitions.pages.js';
import type { SeatHolders, SessionSeatsRow } from '../../../src/enrolment/session-seats.queries.js';
import { seatsPage, valuesOfSeats } from '../../../src/enrolment/session-seats.pages.js';
import { enrolPage, ownWishesPage, wishesPage } from '../../../src/enrolment/wishes.pages.js';
import { substitutionPage } from '../../../src/enrolment/substitution.pages.js';
import { transferPage } from '../../../src/enrolment/transfer.pages.js';
import type { OtherRun } from '../../../src/enrolment/transfer.queries.js';
import { messages } from '../../../src/messages.js';
import { createTranslator } from '../../../src/platform/i18n/translator.js';
import { buildForm, type FieldIssue, type SentForm } from '../../../src/platform/web/forms.js';

const t = createTranslator(messages)('nl');
const noPages = { from: 0, to: 0, total: 0, previous: null, next: null, pages: [] };
const manyPages = {
  from: 101,
  to: 150,
  total: 603,
  previous: '?page=2',
  next: '?page=4',
  pages: [1, 2, 3, 4, 13].map((page) => ({
    page,
    href: `?page=${page}`,
    current: page === 3,
    afterGap: page === 13,
  })),
};
const longName = 'Voorbeeld van der Voorbeeldenstein-Özgür-Wojciechowska el Voorbeeldi';
const when = [
  {
    moments: ['donderdag 14 januari 2027, 09:30–17:00', 'vrijdag 15 januari 2027, 09:30–17:00'],
    place: 'Voorbeeldzaal, Voorbeeldplein 1, Almere',
  },
];
const card = {
  title: 'Basistraining herkennen van signalen',
  href: '/sessions/1',
  status: { kind: 'success', label: 'ingeschreven' },
  when,
  waiting: null,
  entryCodesHref: '/enrolments/1/entry-codes',
  calendarHref: '/enrolments/1/calendar.ics',
  offerHref: null,
  substituteHref: '/enrolments/1/substitution',
  transferHref: '/enrolments/1/transfer',
  cancelHref: '/enrolments/1/cancellation',
  wishesHref: '/enrolments/1/wishes',
  certificateHref: null,
  otherDatesHref: null,
};
const search = buildForm(
  [{ name: 'q', kind: 'text', label: 'enrolment.roster.search' }],
  { q: 'voor' },
  [],
  t,
);
const head = {
  sessionHref: '/sessions/1',
  sessionTitle: 'Basistraining',
  lead: 'Basistraining, 14 en 15 januari 2027, Voorbeeldzaal, Voorbeeldplein 1, Almere',
  seats: '12 van 12 plaatsen bezet, 3 op de wachtlijst.',
};
const person = {
  name: longName,
  organisation: `Stichting ${longName}`,
  municipality: 'Noordoostpolder',
  functionName: 'medewerker sociale zaken',
};
const rowActions = {
  cancelHref: '/enrolments/1/cancellation',
  transferHref: '/enrolments/1/transfer',
  entryCodesHref: null,
  substituteHref: null,
  approval: null,
  notes: [],
};
const roster = {
  title: 'Deelnemers',
  ...head,
  statuses: [
    { label: 'Ingeschreven', count: 12, href: '?status=confirmed', current: false },
    { label: 'Wachtlijst', count: 3, href: '?status=waitlisted', current: true },
    { label: 'Afgemeld', count: 0, href: '?status=cancelled', current: false },
  ],
  heading: 'Wachtlijst',
  onlyOwn: true,
  waits: true,
  mayCancel: true,
  search,
  status: 'waitlisted',
  rows: [
    { ...person, ...rowActions, position: 1 },
    {
      ...person,
      ...rowActions,
      position: 2,
      notes: ['boven het maximum', `reden: ${longName}`],
      entryCodesHref: '/enrolments/2/entry-codes',
      substituteHref: '/enrolments/2/substitution',
    },
    { ...person, ...rowActions, position: 3, approval: '/enrolments/3' },
  ],
  pagination: manyPages,
  emptyText: 'Niemand wacht.',
  groupCodesHref: '/sessions/1/group-codes',
  guestsHref: '/sessions/1/guests',
  addHref: '/sessions/1/participants/new',
  groupHref: '/sessions/1/participants/group',
};
const candidates = {
  title: 'Iemand inschrijven',
  ...head,
  action: '/sessions/1/participants',
  full: true,
  ended: false,
  mayExceed: true,
  search,
  rows: [{ ...person, id: '1', email: 'voorbeeld@example.nl' }],
  pagination: manyPages,
  emptyText: 'Niemand gevonden.',
};

const session: SessionSeatsRow = {
  ...{ id: '1', courseTitle: longName, version: 3, capacity: 12, minimum: 6, overbookingPercentage: 10 },
  ...{ waitingListMode: 'offer', offerHours: 16, releaseOn: '2027-01-01', firstDate: '2027-01-14' },
  ...{ firstStartsAt: new Date('2027-01-14T08:30:00Z'), smallestRoom: null, status: 'open' },
  ...{ seatsTaken: 12, waitingCount: 3, enrolUntil: '2027-01-10', cancelUntil: null },
  ...{ chargesLateCancellation: true, audience: 'in-company', organisationId: 'o1' },
};
const holders: SeatHolders = {
  municipalities: [
    { id: '1', name: 'Almere', reserved: 2, taken: 3 },
    { id: '2', name: 'Noordoostpolder', reserved: 0, taken: 0 },
  ],
  functions: [{ id: 'f1', name: 'jongerenwerker', nameEn: 'youth worker', reserved: 2, taken: 1 }],
  organisations: [{ id: 'o1', name: `${longName} (Almere)`, reserved: 1, taken: 0 }],
};
const seats = (values: Record<string, unknown>, issues: readonly FieldIssue[]) =>
  seatsPage(session, holders, { values, issues }, { locale: 'nl', t });
const question = { action: '/decisions/1', when, yes: 'Ja', no: 'Nee' };
const summary: EnrolmentSummary = {
  ...{ id: '1', status: 'confirmed', professionalId: '1', professionalName: longName },
  ...{ waitingPosition: null, offerExpiresAt: null, walkIn: false, chargesLateCancellation: true },
  freeCancellationEndsAt: new Date('2027-01-07T23:00:00Z'),
  appointment: {
    ...{
      sessionId: '1',
      courseTitle: 'Basistraining',
      status: 'open',
      sequence: 0,
      asksWishes: true,
      parts: [],
    },
    ...{ firstStartsAt: session.firstStartsAt, lastEndsAt: session.firstStartsAt },
    enrolmentEndsAt: session.firstStartsAt,
  },
};
const substitution = (given: Parameters<typeof substitutionPage>[2]) => ({
  ...substitutionPage(summary, false, given, 'nl', t),
  when,
});
const cancellation = (now: string, given: Parameters<typeof cancellationPage>[3]) => ({
  title: 'Afmelden',
  ...cancellationPage(summary, false, { locale: 'nl', now: new Date(now), t }, given),
  when,
});
const run = (seatsTaken: number): OtherRun => ({
  appointment: {
    ...summary.appointment,
    sessionId: `s${seatsTaken}`,
    parts: [
      {
        ...{ ordinal: 1, date: '2027-02-18', startTime: '09:30', endTime: '12:30', place: null },
        ...{ joiningLink: null, trainers: [] },
      },
    ],
  },
  ...{ capacity: 12, seatsTaken, waitingCount: seatsTaken === 12 ? 3 : 0, guestCount: 0 },
});
const transfer = (runs: readonly OtherRun[], given: Parameters<typeof transferPage>[3]) => ({
  title: 'Een andere datum kiezen',
  ...transferPage(summary, runs, false, given, { locale: 'nl', t }),
  when,
});

const asked = { asksDietary: true, asksAccessibility: true };
const wishedSession = (asks: typeof asked) => ({
  ...{ sessionId: '1', courseTitle: longName, status: 'open' as const, sequence: 0, asksWishes: true },
  ...{
    firstStartsAt: session.firstStartsAt,
    lastEndsAt: session.firstStartsAt,
    enrolmentEndsAt: session.firstStartsAt,
    capacity: 12,
    seatsTaken: 12,
  },
  ...{ waitingCount: 3, guestCount: 2, ...asks },
  parts: [
    {
      ...{ ordinal: 1, date: '2027-01-14', startTime: '09:30', endTime: '17:00', place: null },
      ...{ joiningLink: null, trainers: [] },
    },
  ],
});
const wishing = (asks: typeof asked) => ({
  ...{ id: '1', professionalId: '1', status: 'confirmed' as const, sessionId: '1', courseTitle: longName },
  ...{ firstStartsAt: session.firstStartsAt, ...asks },
});
const guests = (rows: GuestRow[], sent: SentForm) => ({
  title: 'Gasten',
  ...guestsPage(
    wishedSession(asked),
    { rows, total: rows.length },
    1,
    sent,
    { role: 'coordinator', locale: 'nl', now: new Date('2027-01-01T09:00:00Z') },
    t,
  ),
});
const exception = (sent: SentForm) => ({
  title: 'Toelaten zonder certificaat',
  ...exceptionPage(longName, 'basic', '1', sent, t),
});
const recognitions = (rows: RecognitionRow[]) => ({
  title: 'Erkende opleidingen',
  ...recognitionsPage(
    { rows, total: rows.length },
    { page: 1, q: null },
    { role: 'coordinator', locale: 'nl' },
    t,
  ),
});
const nothingAsked = { asksDietary: false, asksAccessibility: false };
const nothingSent = { values: {}, issues: [] };
const wrongSent = {
  values: { dietary: longName },
  issues: [{ path: 'dietary', message: 'Dit is te lang.' }],
};
const wishList = (
  asks: typeof asked,
  rows: Parameters<typeof wishesPage>[1]['rows'],
  role: 'coordinator' | 'trainer',
) =>
  wishesPage(
    wishedSession(asks),
    { counts: { total: rows.length, dietary: 1, accessibility: 2 }, rows },
    1,
    { role, locale: 'nl', now: new Date('2027-01-01T08:00:00Z') },
    t,
  );

export const samples = {
  'enrolment/enrol': [nothingSent, wrongSent].map((sent) => ({
    title: 'Inschrijven',
    ...enrolPage(wishedSession(asked), sent, 'nl', t),
  })),
  'enrolment/own-wishes': [
    { title: 'Mijn wensen', ...ownWishesPage(wishing(asked), wrongSent, t) },
    { title: 'Mijn wensen', ...ownWishesPage(wishing(nothingAsked), nothingSent, t) },
  ],
  'enrolment/wishes': [
    {
      title: 'Wensen van deelnemers',
      ...wishList(
        asked,
        [
          { name: longName, dietary: 'Geen noten', accessibility: null },
          { name: longName, dietary: null, accessibility: longName.repeat(4) },
        ],
        'coordinator',
      ),
    },
    { title: 'Wensen van deelnemers', ...wishList(asked, [], 'trainer') },
    { title: 'Wensen van deelnemers', ...wishList(nothingAsked, [], 'coordinator') },
  ],
  'enrolment/own': [
    {
      title: 'Mijn trainingen',
      coming: [
        card,
        {
          ...card,
          title: longName,
          waiting: 'U staat op nummer 2 van de wachtlijst.',
          status: { kind: 'warning', label: 'op de wachtlijst' },
          calendarHref: null,
        },
      ],
      earlier: [
        { ...card, calendarHref: null, cancelHref: null, certificateHref: '/certificates/1/pdf' },
        { ...card, calendarHref: null, cancelHref: null, otherDatesHref: '/sessions?q=Basistraining' },
      ],
    },
    { title: 'Mijn trainingen', coming: [], earlier: [] },
  ],
  'enrolment/cancel': [
    cancellation('2027-01-01T09:00:00Z', { values: {}, issues: [] }),
    cancellation('2027-01-10T09:00:00Z', {
      values: {},
      issues: [{ path: 'reason', message: 'Vul dit in.' }],
    }),
  ],
  'enrolment/transfer': [
    transfer([run(3), run(12)], { values: {}, issues: [] }),
    transfer([run(12)], { values: {}, issues: [{ path: 'sessionId', message: 'Kies een andere datum.' }] }),
    transfer([], { values: {}, issues: [] }),
  ],
  'enrolment/guests': [
    guests([], { values: {}, issues: [] }),
    guests([{ id: 'g1', name: longName, organisation: longName, aboveCapacity: true }], {
      ...{ values: { name: '' }, issues: [{ path: 'name', message: 'Vul dit in.' }] },
    }),
  ],
  'enrolment/exception': [
    exception({ values: { professionalId: '1' }, issues: [] }),
    exception({ values: { way: 'override' }, issues: [{ path: 'reason', message: 'Vul dit in.' }] }),
  ],
  'enrolment/recognitions': [
    recognitions([
      {
        ...{ id: 'r1', professionalId: '1', name: longName, municipality: 'Almere', level: 'basic' },
        ...{ basis: longName, validUntil: '2027-12-31' },
      },
    ]),
    recognitions([]),
  ],
  'enrolment/roster': [
    roster,
    {
      ...roster,
      onlyOwn: false,
      waits: false,
      mayCancel: false,
      addHref: null,
      groupHref: null,
      rows: roster.rows.map((row) => ({ ...row, position: null })),
    },
    { ...roster, rows: [], pagination: noPages },
  ],
  'enrolment/seats': [
    { title: 'Plaatsen wijzigen', ...seats(valuesOfSeats(session, holders), []) },
    {
      title: 'Plaatsen wijzigen',
      ...seats({ ...valuesOfSeats(session, holders), capacity: 'tien' }, [
        { path: 'capacity', message: `Dit raakt wie het laatst een plaats kreeg: ${longName}.` },
      ]),
    },
  ],
  'enrolment/decision': [
    { title: 'Wilt u deze plaats?', ...question, text: 'Er is een plaats voor u.' },
    { title: `Mag ${longName} meedoen?`, ...question, text: `${longName} wil deelnemen.` },
  ],
  'enrolment/decided': [{ title: 'Gedaan', text: 'U hebt de plaats.' }],
  'enrolment/substitution': [
    { title: 'Plaats overdragen', ...substitution({ values: {}, issues: [] }) },
    {
      title: 'Plaats overdragen',
      ...substitution({ values: { email: '<x>' }, issues: [{ path: 'email', message: 'Vul dit in.' }] }),
    },
  ],
  'enrolment/candidates': [
    candidates,
    { ...candidates, full: false, ended: true, mayExceed: false, rows: [], pagination: noPages },
  ],
};
