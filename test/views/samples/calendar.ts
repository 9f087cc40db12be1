import { feedConfirmation, feedsPage } from '../../../src/sessions/calendar-feed.pages.js';
import type { FeedRow } from '../../../src/sessions/calendar-feed.queries.js';
import { calendarPage, calendarQuery } from '../../../src/sessions/session-calendar.pages.js';
import type { CalendarPart } from '../../../src/sessions/session-calendar.queries.js';
import { translator } from '../pages.js';

const t = translator('nl');
const reader = { locale: 'nl', t } as const;
const longName = 'Voorbeeldtraining <omgaan> met radicaliseringsvraagstukken & ‘moeilijke gesprekken’';
const id = '00000000-0000-7000-8000-000000000001';

const part = (date: string, changes: Partial<CalendarPart> = {}): CalendarPart => ({
  ...{ sessionId: id, ordinal: 1, partCount: 2, sequence: 0, courseTitle: longName, level: 'basic' },
  ...{ status: 'open', date, startTime: '09:30', endTime: '12:30', trainers: ['Tess Trainervoorbeeld'] },
  place: { venue: 'Voorbeeldtheater', room: 'Foyer', address: 'Voorbeeldplein 1', town: 'Almere' },
  ...{ seatsTaken: 16, capacity: 16 },
  firstStartsAt: new Date('2026-11-12T08:30:00Z'),
  enrolmentEndsAt: new Date('2026-11-12T08:30:00Z'),
  lastEndsAt: new Date('2026-11-13T15:30:00Z'),
  enrolmentStatus: null,
  ...changes,
});
const calendarParts = [
  part('2026-11-12'),
  part('2026-11-12', { ordinal: 2, enrolmentStatus: 'confirmed' }),
  part('2026-11-13', {
    partCount: 1,
    trainers: [],
    place: null,
    status: 'draft',
    enrolmentStatus: 'waitlisted',
  }),
];
const choices = {
  municipalities: [{ id, name: 'Almere' }],
  trainers: [{ id, name: 'Tess Trainervoorbeeld', isArchived: true }],
  rooms: [{ id, name: 'Voorbeeldzaal, Almere', isArchived: false }],
};
const calendarReader = { ...reader, now: new Date('2026-11-12T08:00:00Z') };
const calendar = (
  query: object,
  shown: CalendarPart[],
  role: 'coordinator' | 'professional' | 'finance',
) => ({
  title: 'Agenda',
  ...calendarPage(shown, calendarQuery.parse(query), choices, { ...calendarReader, role }),
});

const feeds: FeedRow[] = [
  { id, kind: 'municipality', about: 'Almere', createdAt: new Date('2026-09-01T08:00:00Z') },
  { id: `${id}2`, kind: 'trainer', about: longName, createdAt: new Date('2026-09-01T08:00:00Z') },
  { id: `${id}4`, kind: 'room', about: longName, createdAt: new Date('2026-09-01T08:00:00Z') },
  { id: `${id}3`, kind: 'professional', about: null, createdAt: new Date('2026-09-01T08:00:00Z') },
];

export const samples = {
  'sessions/calendar': [
    ...(['coordinator', 'professional', 'finance'] as const).flatMap((role) =>
      (['month', 'week', 'list'] as const).flatMap((view) => [
        calendar({ view }, calendarParts, role),
        calendar({ view, date: '2026-12-25', municipality: id }, [], role),
      ]),
    ),
  ],
  'sessions/calendar-feeds': [
    { title: 'Agenda', ...feedsPage(feeds, choices, [{ path: 'about', message: 'Kies.' }], reader) },
    { title: 'Agenda', ...feedsPage([], null, [], reader) },
  ],
  'sessions/calendar-feed-made': [
    { title: 'Klaar', address: `https://leerlijn.example/${'A'.repeat(43)}.ics` },
  ],
  'sessions/calendar-feed-confirmation': [
    { title: 'Vervangen', ...feedConfirmation(feeds[0]!, 'renewal', t) },
    { title: 'Intrekken', ...feedConfirmation(feeds[1]!, 'revocation', t) },
  ],
};
