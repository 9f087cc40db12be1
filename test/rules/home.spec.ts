import fc from 'fast-check';
import { contactHome } from '../../src/home/contact-home.pages.js';
import { isWorkerBehind } from '../../src/home/running.rules.js';
import { GATHER_DAYS, tasksOf, type SessionStand } from '../../src/home/task.rules.js';
import { messages } from '../../src/messages.js';
import { createTranslator } from '../../src/platform/i18n/translator.js';

const now = new Date('2026-09-01T08:00:00Z');
const inDays = (days: number): Date => new Date(now.getTime() + days * 24 * 60 * 60_000);

const stand = fc
  .record({
    status: fc.constantFrom('draft' as const, 'open' as const, 'confirmed' as const),
    seatsTaken: fc.nat(30),
    minimum: fc.integer({ min: 1, max: 30 }),
    waitingCount: fc.nat(5),
    startsIn: fc.integer({ min: -60, max: 60 }),
  })
  .map(({ startsIn, ...rest }): SessionStand => ({
    ...rest,
    firstStartsAt: inDays(startsIn),
    lastEndsAt: inDays(startsIn + 1),
  }));

test('an open session asks to be confirmed exactly when it has enough people', () => {
  fc.assert(
    fc.property(stand, (session) => {
      const asks = tasksOf(session, now).includes('confirm');
      expect(asks).toBe(session.status === 'open' && session.seatsTaken >= session.minimum);
    }),
  );
});

test('no session asks both for more people and to be confirmed', () => {
  fc.assert(
    fc.property(stand, (session) => {
      const asked = tasksOf(session, now);
      expect(asked.includes('gather') && asked.includes('confirm')).toBe(false);
    }),
  );
});

test.each([
  [GATHER_DAYS, ['gather']],
  [GATHER_DAYS + 1, []],
])('a session with too few people that begins in %p days asks %p', (days, asked) => {
  const session = { seatsTaken: 3, minimum: 8, waitingCount: 0, firstStartsAt: inDays(days) };
  expect(tasksOf({ ...session, status: 'open', lastEndsAt: inDays(days + 1) }, now)).toEqual(asked);
});

test('a confirmed session asks to be closed from the moment its last part ends', () => {
  const session = {
    status: 'confirmed',
    seatsTaken: 8,
    minimum: 8,
    waitingCount: 2,
    firstStartsAt: inDays(-1),
  } as const;
  expect(tasksOf({ ...session, lastEndsAt: now }, now)).toEqual(['close']);
  expect(tasksOf({ ...session, lastEndsAt: inDays(0.01) }, now)).toEqual([]);
});

test('a draft asks only to be opened', () => {
  fc.assert(
    fc.property(stand, (session) => {
      expect(tasksOf({ ...session, status: 'draft' }, now)).toEqual(['open']);
    }),
  );
});

test('the worker is behind when anything has waited longer than two minutes', () => {
  expect(isWorkerBehind([null, new Date(now.getTime() - 120_001)], now)).toBe(true);
  expect(isWorkerBehind([null, new Date(now.getTime() - 120_000)], now)).toBe(false);
  expect(isWorkerBehind([null, null], now)).toBe(false);
});

test.each([
  [1, 'Nog 1 van 1 training'],
  [6, 'Nog 6 van 6 trainingen'],
])('of an allotment of %d it says: %s', (trainings, text) => {
  const figures = { people: 1, enrolled: 0, waiting: 0, untrained: 0 };
  const allotment = { course_title: 'Basistraining', trainings, used: 0, is_demo: false };
  const t = createTranslator(messages)('nl');
  const cards = contactHome(figures, [], [], [allotment], { t, locale: 'nl' }).sections.flatMap(
    (section) => section.cards,
  );
  expect(cards.map(({ lines }) => lines)).toEqual([[text]]);
});
