import fc from 'fast-check';
import { marks, type Mark } from '../../src/attendance/attendance.rules.js';
import { isEntitled } from '../../src/attendance/entitlement.rules.js';

const mark = fc.option(fc.constantFrom(...marks), { nil: null });
const markList = fc.array(mark, { minLength: 1, maxLength: 20 });
const percentage = fc.integer({ min: 1, max: 100 });

describe('who gets a certificate', () => {
  it.each(['present', 'late', 'left-early'] as const)('someone who was %s in every part', (given) => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 20 }), percentage, (parts, required) => {
        expect(isEntitled(Array<Mark>(parts).fill(given), required)).toBe(true);
      }),
    );
  });

  it.each(['absent', 'excused', null] as const)('nobody who was %s in every part', (given) => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 20 }), percentage, (parts, required) => {
        expect(isEntitled(Array<Mark | null>(parts).fill(given), required)).toBe(false);
      }),
    );
  });

  it('attending one part more never takes a certificate away', () => {
    fc.assert(
      fc.property(markList, percentage, fc.nat(), (list, required, place) => {
        const better = list.with(place % list.length, 'present');
        expect(isEntitled(better, required) || !isEntitled(list, required)).toBe(true);
      }),
    );
  });

  it('asking less attendance never takes a certificate away', () => {
    fc.assert(
      fc.property(markList, percentage, percentage, (list, one, other) => {
        const [low, high] = [Math.min(one, other), Math.max(one, other)];
        expect(isEntitled(list, low) || !isEntitled(list, high)).toBe(true);
      }),
    );
  });

  it('the order of the parts does not matter', () => {
    fc.assert(
      fc.property(markList, percentage, (list, required) => {
        expect(isEntitled(list.toReversed(), required)).toBe(isEntitled(list, required));
      }),
    );
  });

  it('two of three parts is enough for 66 percent and not for 67', () => {
    const list = ['present', 'late', 'absent'] as const;
    expect([isEntitled(list, 66), isEntitled(list, 67)]).toEqual([true, false]);
  });
});
