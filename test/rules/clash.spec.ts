import fc from 'fast-check';
import { clashesOf, type Booking } from '../../src/sessions/clash.rules.js';
import { freeSlots, shifted } from '../../src/sessions/free-slot.rules.js';
import { endOf, startOf, type PartPlan, type Places } from '../../src/sessions/part-plan.rules.js';
import type { TrainerTimes } from '../../src/sessions/trainers/trainer-times.rules.js';
import { addToDate } from '../../src/shared/local-date.js';

const places: Places = {
  rooms: new Map([
    ['hall', { name: 'Voorbeeldhal', venueId: 'here', capacity: 30 }],
    ['chamber', { name: 'Voorbeeldkamer', venueId: 'here', capacity: 10 }],
    ['barn', { name: 'Voorbeeldschuur', venueId: 'there', capacity: 30 }],
  ]),
  travelMinutes: 30,
};
const setting = { ...places, now: new Date('2026-10-19T06:00:00Z') };

const part = (changes: Partial<PartPlan> = {}): PartPlan => ({
  ...{ date: '2026-10-22', startTime: '09:30', endTime: '12:30' },
  ...{ roomId: 'hall', joiningLink: null, trainerIds: ['tess'] },
  ...changes,
});

const booking = (changes: Partial<PartPlan> & Partial<Pick<Booking, 'people'>> = {}): Booking => {
  const { date, startTime, endTime, roomId, trainerIds, ...more } = part(changes);
  return {
    ...{ sessionId: 'other', course: 'Basistraining', date, startTime, endTime, roomId, people: [], ...more },
    venueId: roomId === null ? null : places.rooms.get(roomId)!.venueId,
    trainers: trainerIds.map((id) => ({ id, name: `Trainer ${id}` })),
    startsAt: startOf({ date, startTime }),
    endsAt: endOf({ date, endTime }),
  };
};

const kinds = (wanted: PartPlan, other: Booking) =>
  clashesOf([wanted], { bookings: [other], trainers: [] }, places).map(({ kind }) => kind);
const online = { roomId: null, joiningLink: 'https://overleg.example.nl/' };

// Around the clock change of 25 October 2026.
const when = fc
  .tuple(fc.integer({ min: 0, max: 7 }), fc.integer({ min: 32, max: 84 }), fc.integer({ min: 1, max: 16 }))
  .map(([days, quarter, length]) => {
    const start = { date: addToDate('2026-10-20', { days }), startTime: '00:00', endTime: '00:00' };
    const from = shifted(start, { toDate: start.date, minutes: 15 * quarter });
    return {
      ...from,
      endTime: shifted(start, { toDate: start.date, minutes: 15 * Math.min(quarter + length, 95) }).endTime,
    };
  });
const what = fc.record({
  roomId: fc.constantFrom('hall', 'chamber', 'barn', null),
  trainerIds: fc.subarray(['tess', 'timo']),
});
const parts = fc.tuple(when, what).map(([time, needs]) => part({ ...time, ...needs }));

describe('two parts', () => {
  it('clash exactly when something that both need is needed at one time, or a trainer cannot get there', () => {
    fc.assert(
      fc.property(parts, parts, (wanted, other) => {
        const overlap = startOf(wanted) < endOf(other) && startOf(other) < endOf(wanted);
        const gap = Math.max(
          startOf(wanted).getTime() - endOf(other).getTime(),
          startOf(other).getTime() - endOf(wanted).getTime(),
        );
        const apart =
          (wanted.roomId === 'barn') !== (other.roomId === 'barn') && wanted.roomId && other.roomId;
        const shared = wanted.trainerIds.some((id) => other.trainerIds.includes(id));
        const sameRoom = wanted.roomId !== null && wanted.roomId === other.roomId;
        const inTheWay = overlap ? shared || sameRoom : Boolean(apart && shared && gap < 30 * 60_000);
        expect(kinds(wanted, booking(other)).length > 0).toBe(inTheWay);
      }),
    );
  });

  it('clash whichever of the two is planned first', () => {
    fc.assert(
      fc.property(parts, parts, (one, other) => {
        expect([...kinds(one, booking(other))].sort()).toEqual([...kinds(other, booking(one))].sort());
      }),
    );
  });

  it.each<[string, Partial<PartPlan>, Parameters<typeof booking>[0], string[]]>([
    ['the same trainer and room', {}, {}, ['trainer', 'room']],
    [
      'the same trainer in rooms of one venue, one after the other',
      {},
      { startTime: '12:30', endTime: '14:00', roomId: 'chamber' },
      [],
    ],
    [
      'the same trainer, a venue away',
      {},
      { startTime: '12:59', endTime: '14:00', roomId: 'barn' },
      ['travel'],
    ],
    [
      'the same trainer, a venue away, with time to travel',
      {},
      { startTime: '13:00', endTime: '14:00', roomId: 'barn' },
      [],
    ],
    ['the same trainer, on line straight after', {}, { startTime: '12:30', endTime: '14:00', ...online }, []],
    ['the same trainer, on line at once', {}, online, ['trainer']],
    ['two parts on line with other trainers', online, { ...online, trainerIds: ['timo'] }, []],
    [
      'someone with a seat in both',
      { trainerIds: [] },
      { roomId: 'barn', people: ['Noor Voorbeeld'] },
      ['people'],
    ],
    [
      'someone with a seat in both, one after the other',
      {},
      { roomId: 'chamber', startTime: '12:30', endTime: '13:00', people: ['Noor Voorbeeld'] },
      [],
    ],
  ])('with %s', (_what, wanted, other, expected) => {
    expect(kinds(part(wanted), booking(other))).toEqual(expected);
  });
});

const tess = (changes: Partial<TrainerTimes> = {}): TrainerTimes => ({
  ...{ id: 'tess', name: 'Tess Trainervoorbeeld', hours: [], absences: [] },
  ...changes,
});
// 2026-10-22 is a Thursday.
const thursday = { weekday: 4, startTime: '09:00', endTime: '13:00' } as const;
const away = (firstDate: string, startTime: string | null, lastDate: string, endTime: string | null) => ({
  absences: [{ firstDate, startTime, lastDate, endTime }],
});
const keptBy = (wanted: PartPlan, trainers: readonly TrainerTimes[]) =>
  clashesOf([wanted], { bookings: [], trainers }, places).map(({ kind, trainer }) => [kind, trainer]);

describe('a trainer', () => {
  it.each<[string, Partial<PartPlan>, Partial<TrainerTimes>, unknown[]]>([
    ['without hours works at all times', { startTime: '06:00' }, {}, []],
    [
      'works within the hours of the weekday',
      { startTime: '09:00', endTime: '13:00' },
      { hours: [thursday] },
      [],
    ],
    ['does not work before them', { startTime: '08:45' }, { hours: [thursday] }, [['hours', 0]]],
    ['does not work after them', { endTime: '13:15' }, { hours: [thursday] }, [['hours', 0]]],
    ['does not work on another weekday', { date: '2026-10-23' }, { hours: [thursday] }, [['dayOff', 0]]],
    ['is away the whole day', {}, away('2026-10-22', null, '2026-10-22', null), [['away', 0]]],
    [
      'is away from the evening before',
      {},
      away('2026-10-21', '17:00', '2026-10-22', '09:45'),
      [['away', 0]],
    ],
    ['is back when the part begins', {}, away('2026-10-21', null, '2026-10-22', '09:30'), []],
    ['leaves when the part ends', {}, away('2026-10-22', '12:30', '2026-10-30', null), []],
    ['is back the day after', {}, away('2026-10-14', null, '2026-10-21', null), []],
    [
      'is in nobody’s way who is not asked',
      { trainerIds: ['timo'] },
      away('2026-10-22', null, '2026-10-22', null),
      [],
    ],
    [
      'is named as the second one',
      { trainerIds: ['timo', 'tess'] },
      away('2026-10-22', null, '2026-10-22', null),
      [['away', 1]],
    ],
  ])('%s', (_what, wanted, times, expected) => {
    expect(keptBy(part(wanted), [tess(times)])).toEqual(expected);
  });

  it('is away for as long as the clock on the wall says, whichever way it goes', () => {
    const days = fc.integer({ min: 0, max: 10 }).map((count) => addToDate('2026-10-20', { days: count }));
    fc.assert(
      fc.property(parts, days, days, (wanted, one, other) => {
        const [firstDate, lastDate] = [one, other].sort() as [string, string];
        const kept = keptBy({ ...wanted, trainerIds: ['tess'] }, [
          tess(away(firstDate, null, lastDate, null)),
        ]);
        expect(kept.length > 0).toBe(firstDate <= wanted.date && wanted.date <= lastDate);
      }),
    );
  });
});

describe('the free slots that are proposed', () => {
  const day = fc.tuple(parts, fc.array(parts, { maxLength: 12 })).map(([wanted, others]) => ({
    block: { parts: [wanted], previous: null, next: null },
    taken: { bookings: others.map((other) => booking(other)), trainers: [] },
  }));
  const minutesAway = (wanted: PartPlan, { toDate, minutes }: { toDate: string; minutes: number }) =>
    Math.abs(Date.parse(toDate) - Date.parse(wanted.date)) / 60_000 + Math.abs(minutes);

  it('are free, as long as what was asked, on working days between 8:00 and 22:00 within two weeks, and to come', () => {
    fc.assert(
      fc.property(day, ({ block, taken }) => {
        const [wanted] = block.parts;
        for (const {
          parts: [slot],
        } of freeSlots(block, taken, setting)) {
          expect(clashesOf([slot!], taken, places)).toEqual([]);
          expect(endOf(slot!).getTime() - startOf(slot!).getTime()).toBe(
            endOf(wanted!).getTime() - startOf(wanted!).getTime(),
          );
          expect(slot!.startTime >= '08:00' && slot!.endTime <= '22:00').toBe(true);
          expect([0, 6]).not.toContain(new Date(slot!.date).getUTCDay());
          expect(Math.abs(Date.parse(slot!.date) - Date.parse(wanted!.date))).toBeLessThanOrEqual(
            14 * 86_400_000,
          );
          expect(startOf(slot!) > setting.now).toBe(true);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('come the nearest first, and nothing free is nearer than the first', () => {
    fc.assert(
      fc.property(day, ({ block, taken }) => {
        const wanted = block.parts[0]!;
        const found = freeSlots(block, taken, setting);
        const distances = found.map((slot) => minutesAway(wanted, slot));
        expect(distances).toEqual([...distances].sort((a, b) => a - b));
        const length = minutesBetween(wanted);
        for (let days = -14; days <= 14; days++)
          for (let at = 8 * 60; at + length <= 22 * 60; at += 15) {
            const shift = {
              toDate: addToDate(wanted.date, { days }),
              minutes: at - minuteOf(wanted.startTime),
            };
            const distance = minutesAway(wanted, shift);
            const weekend = [0, 6].includes(new Date(shift.toDate).getUTCDay());
            if (distance === 0 || weekend || distance >= (distances[0] ?? Infinity)) continue;
            const slot = shifted(wanted, shift);
            expect(startOf(slot) <= setting.now || clashesOf([slot], taken, places).length > 0).toBe(true);
          }
      }),
      { numRuns: 15 },
    );
  });

  it('keep the break between the parts of a day', () => {
    const block = {
      parts: [part(), part({ startTime: '13:30', endTime: '16:30' })],
      ...{ previous: null, next: null },
    };
    const [slot] = freeSlots(block, { bookings: [booking()], trainers: [] }, setting);
    expect(slot!.parts.map(({ date, startTime, endTime }) => `${date} ${startTime}-${endTime}`)).toEqual([
      '2026-10-22 12:30-15:30',
      '2026-10-22 16:30-19:30',
    ]);
  });

  it('stay between the parts before and after that day', () => {
    const block = {
      parts: [part()],
      previous: part({ startTime: '08:00', endTime: '09:00' }),
      next: part({ date: '2026-10-23', startTime: '09:00', endTime: '12:00' }),
    };
    const slots = freeSlots(block, { bookings: [booking()], trainers: [] }, setting);
    expect(slots.map(({ toDate }) => toDate)).toEqual(['2026-10-22', '2026-10-22', '2026-10-22']);
  });

  it('are when the trainer works', () => {
    const trainers = [
      tess({
        hours: [{ ...thursday, weekday: 2 }, thursday],
        ...away('2026-10-22', null, '2026-10-26', null),
      }),
    ];
    const block = { parts: [part()], previous: null, next: null };
    const slots = freeSlots(block, { bookings: [], trainers }, setting);
    expect(slots.map(({ parts: [slot] }) => `${slot!.date} ${slot!.startTime}`)).toEqual([
      '2026-10-20 09:30',
      '2026-10-27 09:30',
      '2026-10-29 09:30',
    ]);
  });

  it('skip public holidays', () => {
    const slots = freeSlots(
      {
        parts: [part({ date: '2026-12-24', startTime: '08:00', endTime: '22:00' })],
        previous: null,
        next: null,
      },
      {
        bookings: ['2026-12-22', '2026-12-23', '2026-12-24'].map((date) => booking({ date })),
        trainers: [],
      },
      setting,
    );
    expect(slots.map(({ toDate }) => toDate)).toEqual(['2026-12-21', '2026-12-28', '2026-12-29']);
  });
});

const minuteOf = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
const minutesBetween = ({ startTime, endTime }: PartPlan) => minuteOf(endTime) - minuteOf(startTime);
