import * as fc from 'fast-check';
import { approvals, audiences } from '../../src/courses/course-access.rules.js';
import { courseLevels, entryLevels } from '../../src/courses/course-level.rules.js';
import { courseFaults, differences, type CourseDetails } from '../../src/courses/course.rules.js';
import { vatTreatmentOf } from '../../src/courses/vat.rules.js';

const word = fc.string({ minLength: 1, maxLength: 12 });
const people = fc.integer({ min: 1, max: 1000 });
const orNull = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null });
const course: fc.Arbitrary<CourseDetails> = fc.record({
  code: word,
  title: word,
  level: fc.constantFrom(...courseLevels),
  dayParts: fc.integer({ min: 1, max: 20 }),
  functionIds: fc.uniqueArray(fc.uuid(), { maxLength: 4 }),
  restrictedAudience: orNull(word),
  audience: fc.constantFrom(...audiences),
  entryLevel: orNull(fc.constantFrom(...entryLevels)),
  approval: fc.constantFrom(...approvals),
  oncePerCourse: fc.boolean(),
  decideDays: fc.integer({ min: 0, max: 365 }),
  minParticipants: people,
  maxParticipants: people,
  validityMonths: orNull(people),
  requiredAttendancePercentage: fc.integer({ min: 1, max: 100 }),
  mandatoryParts: fc.uniqueArray(fc.integer({ min: 1, max: 20 }), { maxLength: 4 }),
  requiresFollowUp: fc.boolean(),
  evaluationUrl: orNull(fc.webUrl({ validSchemes: ['https'] })),
  providerId: fc.uuid(),
  isDemo: fc.boolean(),
  source: word,
});
const faultOn = (told: CourseDetails, path: string) =>
  courseFaults(told).some((fault) => fault.path === path);

/** For each of these, another value than a course has. */
const otherThan = {
  title: ({ title }: CourseDetails) => `${title}x`,
  dayParts: ({ dayParts }: CourseDetails) => dayParts + 1,
  oncePerCourse: ({ oncePerCourse }: CourseDetails) => !oncePerCourse,
  decideDays: ({ decideDays }: CourseDetails) => decideDays + 1,
  evaluationUrl: ({ evaluationUrl }: CourseDetails) => `${evaluationUrl ?? ''}x`,
  functionIds: ({ functionIds }: CourseDetails) => [...functionIds, 'another'],
  restrictedAudience: ({ restrictedAudience }: CourseDetails) => (restrictedAudience === null ? 'x' : null),
} satisfies Partial<Record<keyof CourseDetails, (told: CourseDetails) => unknown>>;

describe('what does not go together in a course', () => {
  it('is a largest group below the smallest, and nothing else about the group', () => {
    fc.assert(
      fc.property(course, (told) => {
        expect(faultOn(told, 'maxParticipants')).toBe(told.maxParticipants < told.minParticipants);
      }),
    );
  });

  it('is a mandatory part that the course does not have', () => {
    fc.assert(
      fc.property(course, (told) => {
        const beyond = Math.max(0, ...told.mandatoryParts) > told.dayParts;
        expect(faultOn(told, 'mandatoryParts')).toBe(beyond);
      }),
    );
  });

  it('is a follow-up day that is asked for after a follow-up day or a meeting', () => {
    fc.assert(
      fc.property(course, (told) => {
        const isBeside = told.level === 'follow-up' || told.level === 'meeting';
        expect(faultOn(told, 'requiresFollowUp')).toBe(told.requiresFollowUp && isBeside);
      }),
    );
  });
});

describe('the differences between two tellings', () => {
  it('are none for the same course, whatever the order of its functions', () => {
    fc.assert(
      fc.property(course, (told) => {
        const again = {
          ...told,
          functionIds: [...told.functionIds].reverse(),
        };
        expect(differences(told, again)).toEqual([]);
      }),
    );
  });

  it('name exactly what was changed', () => {
    fc.assert(
      fc.property(
        course,
        fc.subarray(Object.keys(otherThan) as (keyof typeof otherThan)[]),
        (told, names) => {
          const other = {
            ...told,
            ...Object.fromEntries(names.map((name) => [name, otherThan[name](told)])),
          };
          expect(differences(told, other).sort()).toEqual([...names].sort());
        },
      ),
    );
  });
});

describe('VAT', () => {
  it('is charged for what a provider outside the CRKBO register does', () => {
    expect(courseLevels.map((level) => vatTreatmentOf({ level, crkbo: false }))).toEqual(
      courseLevels.map(() => 'standard-21'),
    );
  });

  it('is not charged for trainings of a provider in it, but is for a working meeting', () => {
    expect(courseLevels.filter((level) => vatTreatmentOf({ level, crkbo: true }) !== 'exempt')).toEqual([
      'meeting',
    ]);
  });
});
