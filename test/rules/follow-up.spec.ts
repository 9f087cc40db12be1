import fc from 'fast-check';
import { defaultWindow } from '../../src/follow-up/follow-up.rules.js';

test('the usual window is the last 24 months, today included', () => {
  expect(defaultWindow('2026-11-12')).toEqual({ trainedFrom: '2024-11-12', trainedUntil: '2026-11-12' });
});

test('the usual window of a leap day begins on a day that exists', () => {
  expect(defaultWindow('2028-02-29').trainedFrom).toBe('2026-02-28');
});

test('the usual window never begins after it ends', () => {
  const day = fc
    .date({ min: new Date('2020-01-01'), max: new Date('2040-12-31'), noInvalidDate: true })
    .map((instant) => instant.toISOString().slice(0, 10));
  fc.assert(
    fc.property(day, (today) => {
      const { trainedFrom, trainedUntil } = defaultWindow(today);
      expect(trainedFrom < trainedUntil).toBe(true);
    }),
  );
});
