import { localDateOf } from '../../../src/shared/local-date.js';
import { nothingWrong } from '../../../src/sessions/plan-issues.js';
import { movePartPage, valuesOfPart } from '../../../src/sessions/part-move.pages.js';
import type { CourseChoice, PayerChoice, RoomChoice } from '../../../src/sessions/planning.queries.js';
import { cancellationPage } from '../../../src/sessions/session-cancellation.pages.js';
import { detailPage } from '../../../src/sessions/session-detail.pages.js';
import { detailsPage, valuesOfSession } from '../../../src/sessions/session-details.pages.js';
import { listPage, sessionListQuery } from '../../../src/sessions/session-list.pages.js';
import { schedulePage, suggestedValues, withOneMorePart } from '../../../src/sessions/session-plan.pages.js';
import { chooseCoursePage, templateChoice } from '../../../src/sessions/session-template.pages.js';
import type { SessionPartRow, SessionRow } from '../../../src/sessions/session.queries.js';
import { shownStatuses } from '../../../src/shared/message-status.js';
import { translator } from '../pages.js';

const t = translator('nl');
const now = new Date('2026-09-01T08:00:00Z');
const longName =
  'Voorbeeldtraining omgaan met radicaliseringsvraagstukken & ‘moeilijke gesprekken’ <voor iedereen>';
const id = '00000000-0000-7000-8000-000000000001';

export const session: SessionRow = {
  ...{ id, courseId: id, courseTitle: 'Basistraining', level: 'basic', status: 'open' },
  ...{ payerMunicipalityId: id, payer: 'Almere', capacity: 16, minimum: 8, releaseOn: '2026-10-15' },
  decideOn: '2026-10-29',
  ...{ seatsTaken: 12, waitingCount: 0, version: 1, dates: ['2026-11-12', '2026-11-13'] },
  firstStartsAt: new Date('2026-11-12T08:30:00Z'),
  lastEndsAt: new Date('2026-11-13T15:30:00Z'),
  enrolmentEndsAt: new Date('2026-11-12T08:30:00Z'),
  ...{ enrolUntil: '2026-11-01', cancelUntil: null },
  ...{ venues: 'Voorbeeldzaal', online: false, priceCents: '250000', priceIsDemo: true },
  priceIsAgreed: true,
  ...{ enrolmentId: null, enrolmentStatus: null, trainedByReader: false, asksWishes: false },
  evaluationUrl: null,
  ...{ audience: 'public', organisationId: null, reader: null },
};
const full: SessionRow = {
  ...session,
  courseTitle: longName,
  venues: longName,
  online: true,
  seatsTaken: 16,
  waitingCount: 3,
};

const part: SessionPartRow = {
  ...{ id, ordinal: 1, date: '2026-11-12', startTime: '09:30', endTime: '12:30' },
  startsAt: session.firstStartsAt,
  endsAt: session.lastEndsAt,
  roomId: id,
  place: {
    ...{ venueId: id, venue: 'Voorbeeldtheater', room: 'Foyer', town: 'Almere', address: 'Voorbeeldplein 1' },
    ...{ accessibility: 'Drempelvrij', route: 'Vijf minuten lopen van het station.' },
  },
  ...{ joiningLink: null, trainers: [{ id, name: 'Tess Trainervoorbeeld' }] },
};
const online: SessionPartRow = { ...part, ordinal: 3, roomId: null, place: null };
export const parts = [
  part,
  { ...part, ordinal: 2, trainers: [], place: { ...part.place!, room: 'Voorbeeldtheater', route: null } },
  online,
  { ...online, ordinal: 4, joiningLink: 'https://overleg.example.nl/abc?def=1&ghi=2' },
];

const course: CourseChoice = {
  ...{ id, title: longName, level: 'advanced', dayParts: 4, provider: 'ROR' },
  ...{ minParticipants: 8, maxParticipants: 16, decideDays: 14 },
  prices: [{ validFrom: null, priceCents: '250000', isDemo: true }],
};
const payers: PayerChoice[] = [
  { id, name: 'Almere', allotments: [{ year: 2026, trainings: 6, used: 2, isDemo: false }] },
  { id: `${id}2`, name: 'Urk', allotments: [{ year: 2026, trainings: 2, used: 0, isDemo: true }] },
  { id: `${id}3`, name: 'Dronten', allotments: [] },
];
const rooms: RoomChoice[] = [
  { id, venueId: id, name: 'Voorbeeldtheater, Foyer', town: 'Almere', capacity: 40 },
];
const slots = [{ value: '2026-11-12 2026-11-13 -30', label: 'vrijdag 13 november 2026, 09:00–12:00' }];
const choices = {
  course,
  payers,
  rooms,
  trainers: [{ id, name: 'Tess Trainervoorbeeld', provider: 'ROR', courseIds: [] }],
};
const values = suggestedValues(choices);

const template = templateChoice(
  [{ id, dates: ['2026-03-12', '2026-03-13'], venues: longName, online: true }],
  { courseId: id, like: undefined },
  { locale: 'nl', t },
);

const roles = ['coordinator', 'contact', 'trainer', 'professional', 'finance'] as const;
const query = sessionListQuery.parse({ page: '2', q: 'a', level: 'basic', from: localDateOf(now) });
const reader = (role: (typeof roles)[number]) => ({ role, locale: 'nl', t, now }) as const;
const messages = {
  total: 140,
  rows: shownStatuses.map((status) => ({
    ...{ id, subject: longName, toName: 'Noor Voorbeeld', status, createdAt: now },
  })),
};
const seats = [
  { municipalityId: id, municipality: 'Almere', reserved: 0, taken: 10, waiting: 3 },
  { municipalityId: `${id}2`, municipality: 'Urk', reserved: 3, taken: 2, waiting: 0 },
];

const titled = <Model extends object>(title: string, model: Model) => ({ title, ...model });
const detail = {
  session,
  parts,
  seats: null,
  messages: null,
  invitations: null,
  waitingPosition: null,
  guests: 2,
  organisation: null,
};
const statuses = ['draft', 'open', 'confirmed', 'closed', 'cancelled'] as const;

const callingOff = {
  ...{ provider: 'ROR', steps: [{ daysBefore: 28, percentage: 50 }], daysLeft: 3, isDemo: true },
  ...{ amountCents: 250_000n, invoicedCents: 0n, openCents: 250_000n },
};

export const samples = {
  'sessions/list': [
    ...roles.map((role) =>
      titled('Trainingen', listPage({ rows: [session, full], total: 120 }, query, payers, reader(role))),
    ),
    titled('Trainingen', listPage({ rows: [], total: 0 }, query, [], reader('coordinator'))),
    titled('Trainingen', listPage({ rows: [], total: 0 }, query, [], reader('professional'))),
  ],
  'sessions/choose-course': [
    titled('Welke training?', chooseCoursePage([course, { ...course, dayParts: 1 }], t)),
    titled('Welke training?', chooseCoursePage([], t)),
  ],
  'sessions/schedule': [
    titled('Plannen', { ...schedulePage(choices, values, nothingWrong, t), template, takenOver: null }),
    titled('Plannen', {
      ...schedulePage(
        { ...choices, rooms: [] },
        withOneMorePart(values),
        {
          issues: [
            { path: 'capacity', message: 'Te veel.' },
            { path: 'parts.0.date', message: 'Vul een datum in.' },
            { path: 'courseId', message: 'Kies.' },
          ],
          slots,
        },
        t,
      ),
      template: null,
      takenOver: [{ label: 'Wachtlijst', value: longName }],
    }),
  ],
  'sessions/detail': [
    ...statuses.flatMap((status) =>
      roles.map((role) =>
        titled(
          longName,
          detailPage(
            { ...detail, session: { ...full, status, trainedByReader: true }, seats, messages },
            reader(role),
          ),
        ),
      ),
    ),
    ...(['confirmed', 'waitlisted'] as const).map((enrolmentStatus) =>
      titled(
        'Basistraining',
        detailPage(
          { ...detail, session: { ...session, enrolmentId: id, enrolmentStatus }, waitingPosition: 2 },
          reader('professional'),
        ),
      ),
    ),
    titled(
      'Terugkomdag',
      detailPage(
        {
          ...detail,
          session: { ...session, level: 'follow-up', status: 'confirmed' },
          seats: [],
          messages: { total: 0, rows: [] },
          invitations: { asking: 12, answersDemand: false, invited: 0, seated: 0 },
        },
        reader('coordinator'),
      ),
    ),
    titled(
      'Basistraining',
      detailPage(
        {
          ...detail,
          session: { ...session, status: 'confirmed' },
          invitations: { asking: null, answersDemand: true, invited: 40, seated: 1 },
        },
        { ...reader('coordinator'), now: new Date('2026-12-01T08:00:00Z') },
      ),
    ),
  ],
  'sessions/cancellation': [
    titled(
      'Afgelasten',
      cancellationPage({ ...full, status: 'confirmed' }, { invited: 3, seated: 1 }, callingOff, 2, 'nl', t),
    ),
    titled(
      'Afgelasten',
      cancellationPage({ ...session, seatsTaken: 0 }, { invited: 0, seated: 0 }, null, 0, 'nl', t),
    ),
  ],
  'sessions/details': [
    titled('Wijzigen', detailsPage(session, payers, { values: valuesOfSession(session), issues: [] }, t)),
    titled(
      'Wijzigen',
      detailsPage(session, [], { values: {}, issues: [{ path: 'decideOn', message: 'Te laat.' }] }, t),
    ),
  ],
  'sessions/move-part': [
    titled(
      'Verplaatsen',
      movePartPage(session, part, choices, 1, valuesOfPart(session, part), nothingWrong, t),
    ),
    titled(
      'Verplaatsen',
      movePartPage(
        { ...session, seatsTaken: 0 },
        part,
        { rooms: [], trainers: [] },
        0,
        {},
        { issues: [{ path: 'date', message: 'Vul dit in.' }], slots },
        t,
      ),
    ),
  ],
};
