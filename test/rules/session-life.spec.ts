import fc from 'fast-check';
import {
  asksDecision,
  sessionStatuses,
  shownStatus,
  isToCome,
  type SessionStand,
} from '../../src/sessions/session-life.rules.js';

const now = new Date('2026-11-12T12:00:00Z');
const inHours = (hours: number): Date => new Date(now.getTime() + hours * 3_600_000);

const stand = fc
  .record({
    status: fc.constantFrom(...sessionStatuses),
    seatsTaken: fc.nat(20),
    capacity: fc.integer({ min: 1, max: 18 }),
    startsIn: fc.integer({ min: -48, max: 48 }),
    lasts: fc.integer({ min: 1, max: 72 }),
  })
  .map(({ startsIn, lasts, ...rest }): SessionStand => ({
    ...rest,
    firstStartsAt: inHours(startsIn),
    lastEndsAt: inHours(startsIn + lasts),
  }));

describe('what a session is called', () => {
  it('is its status, or says more of one that is open or goes ahead', () => {
    fc.assert(
      fc.property(stand, (session) => {
        const more = { open: ['full'], confirmed: ['full', 'in-progress', 'ended'] };
        const allowed = [session.status, ...(more[session.status as 'open'] ?? [])];
        expect(allowed).toContain(shownStatus(session, now));
      }),
    );
  });

  it('is full exactly when it is still to come and there is no seat', () => {
    fc.assert(
      fc.property(stand, (session) => {
        const full = isToCome(session, now) && session.seatsTaken >= session.capacity;
        expect(shownStatus(session, now) === 'full').toBe(full);
      }),
    );
  });

  it.each([
    [1, 2, 'confirmed'],
    [0, 2, 'in-progress'],
    [-2, 1, 'in-progress'],
    [-2, 0, 'ended'],
  ])('of one that goes ahead, starts in %p hours and ends in %p is %p', (starts, ends, shown) => {
    const session = { status: 'confirmed', seatsTaken: 3, capacity: 16 } as const;
    const when = { firstStartsAt: inHours(starts), lastEndsAt: inHours(ends) };
    expect(shownStatus({ ...session, ...when }, now)).toBe(shown);
  });
});

it.each([
  ['open', '2026-11-20', false],
  ['open', '2026-11-19', true],
  ['open', '2026-11-01', true],
  ['confirmed', '2026-11-01', false],
] as const)(
  'whether a session that is %s and has its date on %s asks for a decision: %p',
  (status, decideOn, asks) => {
    expect(asksDecision({ status, decideOn }, '2026-11-12')).toBe(asks);
  },
);
