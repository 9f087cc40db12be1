import fc from 'fast-check';
import { renewedUntil } from '../../src/certificates/renewal.rules.js';
import { courseLevels, entryLevels } from '../../src/courses/course-level.rules.js';
import { addToDate } from '../../src/shared/local-date.js';

const localDate = fc.integer({ min: 0, max: 4_000 }).map((days) => addToDate('2022-01-01', { days }));
const validity = fc.oneof(
  fc.record({ months: fc.integer({ min: 1, max: 60 }) }),
  fc.record({ days: fc.integer({ min: 1, max: 1_800 }) }),
);
const entryLevel = fc.option(fc.constantFrom(...entryLevels), { nil: null });
const day = fc.record({ entryLevel, lastDate: localDate });
const certificate = fc.record({
  level: fc.constantFrom(...courseLevels),
  issuedOn: localDate,
  validUntil: fc.option(localDate, { nil: null }),
});

describe('a follow-up day', () => {
  it('renews a certificate of its level that was still valid, for as long as the course gives', () => {
    const basic = { level: 'basic', issuedOn: '2025-01-10', validUntil: '2027-01-10' } as const;
    const followUp = { entryLevel: 'basic', lastDate: '2026-11-12' } as const;
    expect(renewedUntil(followUp, basic, { months: 24 })).toBe('2028-11-12');
    expect(renewedUntil({ ...followUp, lastDate: '2027-01-10' }, basic, { months: 24 })).toBe('2029-01-10');
    expect(renewedUntil({ ...followUp, lastDate: '2027-01-11' }, basic, { months: 24 })).toBeNull();
    expect(renewedUntil({ ...followUp, entryLevel: 'advanced' }, basic, { months: 24 })).toBeNull();
    expect(renewedUntil({ ...followUp, entryLevel: null }, basic, { months: 24 })).toBe('2028-11-12');
  });

  it('never makes a certificate end earlier, and leaves one that stays valid as it is', () => {
    fc.assert(
      fc.property(day, certificate, fc.option(validity, { nil: null }), (given, held, span) => {
        const until = renewedUntil(given, held, span);
        expect(until === null || (held.validUntil !== null && until > held.validUntil)).toBe(true);
      }),
    );
  });

  it('renews once: what it gave is not renewed by the same day, whenever that is asked again', () => {
    fc.assert(
      fc.property(day, certificate, validity, fc.nat({ max: 400 }), (given, held, span, later) => {
        const validUntil = renewedUntil(given, held, span);
        fc.pre(validUntil !== null);
        const issuedOn = addToDate(given.lastDate, { days: later });
        expect(renewedUntil(given, { ...held, issuedOn, validUntil }, span)).toBeNull();
      }),
    );
  });

  it('renews nothing of before it, of a lower level, or of no level at all', () => {
    fc.assert(
      fc.property(day, certificate, validity, (given, held, span) => {
        fc.pre(renewedUntil(given, held, span) !== null);
        const order: readonly string[] = entryLevels;
        expect(order.indexOf(held.level)).toBeGreaterThanOrEqual(
          order.indexOf(given.entryLevel ?? 'awareness'),
        );
        expect(held.issuedOn <= given.lastDate && held.validUntil! >= given.lastDate).toBe(true);
      }),
    );
  });
});
