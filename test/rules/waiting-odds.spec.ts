import fc from 'fast-check';
import { bandOf, oddsOf } from '../../src/enrolment/waiting-odds.rules.js';

const place = fc.integer({ min: 1, max: 60 });

test('every place in a waiting list falls in one band, and neighbours in the same or the next', () => {
  fc.assert(
    fc.property(place, (position) => {
      const { first, last } = bandOf(position);
      expect(first).toBeLessThanOrEqual(position);
      expect(position).toBeLessThanOrEqual(last ?? Infinity);
      const next = bandOf(position + 1);
      expect([first, (last ?? 0) + 1]).toContain(next.first);
    }),
  );
});

test('nothing is said about the chance of a seat when fewer than ten went before', () => {
  expect(oddsOf(bandOf(1), { people: 9, seated: 9 })).toBeNull();
  expect(oddsOf(bandOf(2), { people: 10, seated: 3 })).toEqual({ first: 2, last: 3, people: 10, seated: 3 });
});
