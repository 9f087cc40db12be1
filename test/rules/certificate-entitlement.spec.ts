import fc from 'fast-check';
import { marks, type Mark } from '../../src/attendance/attendance.rules.js';
import {
  absentMandatory,
  attendedEnough,
  completes,
  entitlement,
  missedMandatory,
  partsAttended,
} from '../../src/attendance/entitlement.rules.js';
import { courseLevels, entryLevels } from '../../src/courses/course-level.rules.js';
import { addToDate } from '../../src/shared/local-date.js';

const mark = fc.option(fc.constantFrom(...marks), { nil: null });
const markList = fc.array(mark, { minLength: 1, maxLength: 20 });
const percentage = fc.integer({ min: 1, max: 100 });
const mandatoryParts = fc.uniqueArray(fc.integer({ min: 1, max: 20 }), { maxLength: 5 });
const policy = fc.record({ requiredPercentage: percentage, mandatoryParts });
const shareOnly = (requiredPercentage: number) => ({ requiredPercentage, mandatoryParts: [] });
const order = { 'not-entitled': 0, waits: 1, entitled: 2 } as const;

describe('who attended enough for a certificate', () => {
  it.each(['present', 'late', 'left-early'] as const)('someone who was %s in every part', (given) => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 20 }), policy, (parts, asked) => {
        expect(attendedEnough(Array<Mark>(parts).fill(given), asked)).toBe(true);
      }),
    );
  });

  it.each(['absent', 'excused', null] as const)('nobody who was %s in every part', (given) => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 20 }), policy, (parts, asked) => {
        expect(attendedEnough(Array<Mark | null>(parts).fill(given), asked)).toBe(false);
      }),
    );
  });

  it('attending one part more never takes a certificate away', () => {
    fc.assert(
      fc.property(markList, policy, fc.boolean(), fc.boolean(), fc.nat(), (list, asked, day, done, place) => {
        const whole = { ...asked, requiresFollowUp: day };
        const better = list.with(place % list.length, 'present');
        expect(order[entitlement(better, whole, done)]).toBeGreaterThanOrEqual(
          order[entitlement(list, whole, done)],
        );
      }),
    );
  });

  it('asking less never takes a certificate away', () => {
    fc.assert(
      fc.property(markList, policy, percentage, fc.nat(), (list, asked, other, left) => {
        const less = {
          requiredPercentage: Math.min(asked.requiredPercentage, other),
          mandatoryParts: asked.mandatoryParts.toSpliced(left % (asked.mandatoryParts.length + 1), 1),
        };
        expect(attendedEnough(list, less) || !attendedEnough(list, asked)).toBe(true);
      }),
    );
  });

  it('nobody who missed a mandatory part, whatever the share', () => {
    fc.assert(
      fc.property(
        markList,
        policy,
        fc.nat(),
        fc.constantFrom('absent', 'excused', null),
        (list, asked, place, missed) => {
          const index = place % list.length;
          const strict = { ...asked, mandatoryParts: [...asked.mandatoryParts, index + 1] };
          expect(attendedEnough(list.with(index, missed), strict)).toBe(false);
        },
      ),
    );
  });

  it('the order of the parts does not matter, but for the mandatory ones', () => {
    fc.assert(
      fc.property(markList, percentage, fc.nat(), (list, required, place) => {
        const index = place % list.length;
        const asked = { requiredPercentage: required, mandatoryParts: [index + 1] };
        const rest = list.toSpliced(index, 1).toReversed();
        expect(attendedEnough(rest.toSpliced(index, 0, list[index]!), asked)).toBe(
          attendedEnough(list, asked),
        );
        expect(attendedEnough(list.toReversed(), shareOnly(required))).toBe(
          attendedEnough(list, shareOnly(required)),
        );
      }),
    );
  });

  it('with 100 percent, who attended all', () => {
    fc.assert(
      fc.property(markList, mandatoryParts, (list, mandatory) => {
        const asked = { requiredPercentage: 100, mandatoryParts: mandatory };
        expect(attendedEnough(list, asked)).toBe(partsAttended(list) === list.length);
      }),
    );
  });

  it('a mandatory part is attended, missed, or not in the session: one of these', () => {
    fc.assert(
      fc.property(markList, mandatoryParts, (list, mandatory) => {
        const [missed, absent] = [missedMandatory(list, mandatory), absentMandatory(list.length, mandatory)];
        expect(missed.filter((part) => absent.includes(part))).toEqual([]);
        const attended = mandatory.filter((part) => !missed.includes(part) && !absent.includes(part));
        expect(partsAttended(list)).toBeGreaterThanOrEqual(attended.length);
        expect(missed.length + absent.length + attended.length).toBe(mandatory.length);
      }),
    );
  });

  it('two of three parts is enough for 66 percent and not for 67', () => {
    const list = ['present', 'late', 'absent'] as const;
    expect([attendedEnough(list, shareOnly(66)), attendedEnough(list, shareOnly(67))]).toEqual([true, false]);
  });
});

describe('a follow-up day that is asked for', () => {
  it('lets who attended enough wait, and changes nothing for others or once it was attended', () => {
    fc.assert(
      fc.property(markList, policy, (list, asked) => {
        const enough = attendedEnough(list, asked);
        const whole = { ...asked, requiresFollowUp: true };
        expect(entitlement(list, whole, false)).toBe(enough ? 'waits' : 'not-entitled');
        expect(entitlement(list, whole, true)).toBe(
          entitlement(list, { ...whole, requiresFollowUp: false }, false),
        );
      }),
    );
  });

  it('is one after the training, for its level, of which enough was attended', () => {
    const lastDate = fc.integer({ min: 0, max: 60 }).map((days) => addToDate('2026-01-01', { days }));
    const entryLevel = fc.option(fc.constantFrom(...entryLevels), { nil: null });
    const day = fc.record({
      entryLevel,
      lastDate,
      marks: markList,
      requiredPercentage: percentage,
      mandatoryParts,
    });
    const training = fc.record({ level: fc.constantFrom(...courseLevels), lastDate });
    fc.assert(
      fc.property(day, training, (given, followed) => {
        const levels: readonly string[] = entryLevels;
        const isHighEnough =
          levels.indexOf(followed.level) >= levels.indexOf(given.entryLevel ?? 'awareness');
        expect(completes(given, followed)).toBe(
          isHighEnough && given.lastDate > followed.lastDate && attendedEnough(given.marks, given),
        );
      }),
    );
  });
});
