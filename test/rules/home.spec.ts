import fc from 'fast-check';
import { contactHome } from '../../src/home/contact-home.pages.js';
import { isWorkerBehind } from '../../src/home/running.rules.js';
import { GATHER_DAYS, tasksOf, type SessionStand } from '../../src/home/task.rules.js';
import { messages } from '../../src/messages.js';
import { addToDate } from '../../src/shared/local-date.js';
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
    decideIn: fc.integer({ min: -30, max: 30 }),
  })
  .map(({ startsIn, decideIn, ...rest }): SessionStand => ({
    ...rest,
    decideOn: addToDate('2026-09-01', { days: decideIn }),
    firstStartsAt: inDays(startsIn),
    lastEndsAt: inDays(startsIn + 1),
  }));

test('an open session asks for a decision from a week before its date on, until there is one', () => {
  fc.assert(
    fc.property(stand, (session) => {
      const near = session.decideOn <= addToDate('2026-09-01', { days: 7 });
      expect(tasksOf(session, now).includes('decide')).toBe(session.status === 'open' && near);
    }),
  );
});

test('an open session asks once for a decision, for people or to be confirmed', () => {
  fc.assert(
    fc.property(stand, (session) => {
      const asked = tasksOf(session, now).filter((task) => ['decide', 'gather', 'confirm'].includes(task));
      expect(asked.length).toBeLessThanOrEqual(1);
    }),
  );
});

test('an open session that is not to be decided about yet asks to be confirmed exactly when it has enough people', () => {
  fc.assert(
    fc.property(stand, (session) => {
      const asked = tasksOf(session, now);
      const enough = session.status === 'open' && session.seatsTaken >= session.minimum;
      expect(asked.includes('confirm')).toBe(enough && !asked.includes('decide'));
    }),
  );
});

test.each([
  [GATHER_DAYS, ['gather']],
  [GATHER_DAYS + 1, []],
])('a session with too few people that begins in %p days asks %p', (days, asked) => {
  const session = {
    seatsTaken: 3,
    minimum: 8,
    waitingCount: 0,
    firstStartsAt: inDays(days),
    decideOn: '2026-09-09',
  };
  expect(tasksOf({ ...session, status: 'open', lastEndsAt: inDays(days + 1) }, now)).toEqual(asked);
});

test('a confirmed session asks to be closed from the moment its last part ends', () => {
  const session = {
    status: 'confirmed',
    seatsTaken: 8,
    minimum: 8,
    waitingCount: 2,
    decideOn: '2026-08-01',
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
