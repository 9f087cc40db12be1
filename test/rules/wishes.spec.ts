import * as fc from 'fast-check';
import {
  hasWishes,
  NO_WISHES,
  onlyAsked,
  type AskedWishes,
  type Wishes,
} from '../../src/enrolment/wishes.rules.js';

const text = fc.option(fc.string({ minLength: 1, maxLength: 300 }));
const wishes: fc.Arbitrary<Wishes> = fc.record({ dietary: text, accessibility: text });
const asked: fc.Arbitrary<AskedWishes> = fc.record({
  asksDietary: fc.boolean(),
  asksAccessibility: fc.boolean(),
});

test('what is not asked is never kept, and what is asked is kept as it was said', () => {
  fc.assert(
    fc.property(wishes, asked, (said, asks) => {
      expect(onlyAsked(said, asks)).toEqual({
        dietary: asks.asksDietary ? said.dietary : null,
        accessibility: asks.asksAccessibility ? said.accessibility : null,
      });
    }),
  );
});

test('keeping only what is asked a second time changes nothing', () => {
  fc.assert(
    fc.property(wishes, asked, (said, asks) => {
      const kept = onlyAsked(said, asks);
      expect(onlyAsked(kept, asks)).toEqual(kept);
    }),
  );
});

test('a session that asks for nothing leaves nothing to keep', () => {
  fc.assert(
    fc.property(wishes, (said) => {
      const kept = onlyAsked(said, { asksDietary: false, asksAccessibility: false });
      expect([kept, hasWishes(kept)]).toEqual([NO_WISHES, false]);
    }),
  );
});
