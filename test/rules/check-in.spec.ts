import fc from 'fast-check';
import { entryCode, isGenuine, readEntryCode, type EntryPass } from '../../src/enrolment/entry-code.rules.js';
import { admit, type Sighting } from '../../src/attendance/check-in/sighting.rules.js';
import {
  isFromTheWall,
  partToEnter,
  readWallCode,
  secondsUntilNextCode,
  wallCode,
} from '../../src/attendance/check-in/wall-code.rules.js';
import { addToDate, localDateOf } from '../../src/shared/local-date.js';

const date = fc.integer({ min: 0, max: 60_000 }).map((days) => addToDate('2020-01-01', { days }));
const pass: fc.Arbitrary<EntryPass> = fc.oneof(
  fc.record({ kind: fc.constant('person' as const), enrolmentId: fc.uuid(), date }),
  fc.record({ kind: fc.constant('group' as const), sessionId: fc.uuid(), organisationId: fc.uuid(), date }),
);
const secret = fc.uint8Array({ minLength: 32, maxLength: 32 });

describe('an entry code', () => {
  it('says whom it lets in and when, as itself and as the address in a QR code', () => {
    fc.assert(
      fc.property(pass, secret, (whom, key) => {
        const code = entryCode(whom, key);
        expect(code).toMatch(whom.kind === 'person' ? /^[\w-]{40}$/ : /^[\w-]{62}$/);
        for (const text of [code, ` ${code}\n`, `https://leerlijn.example/entry/${code}`]) {
          const read = readEntryCode(text)!;
          expect(read.pass).toEqual(whom);
          expect(isGenuine(read, key)).toBe(true);
        }
      }),
    );
  });

  it('is not genuine with the key of another session', () => {
    fc.assert(
      fc.property(pass, secret, secret, (whom, key, other) => {
        fc.pre(Buffer.compare(key, other) !== 0);
        expect(isGenuine(readEntryCode(entryCode(whom, key))!, other)).toBe(false);
      }),
    );
  });

  it('is not genuine, or no code at all, with any one character changed', () => {
    const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
    fc.assert(
      fc.property(pass, secret, fc.nat(), fc.constantFrom(...letters), (whom, key, at, letter) => {
        const code = [...entryCode(whom, key)];
        const place = at % code.length;
        fc.pre(code[place] !== letter);
        const read = readEntryCode(code.with(place, letter).join(''));
        expect(read === null || !isGenuine(read, key)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it('is not found in any other text', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.string({ unit: 'binary' }), fc.webUrl()), (text) => {
        const read = readEntryCode(text);
        expect(read === null || !isGenuine(read, Buffer.alloc(32))).toBe(true);
      }),
    );
  });
});

const DAY = '2026-11-12';
const parts = [
  { id: 'morning', localDate: DAY },
  { id: 'tomorrow', localDate: '2026-11-13' },
];
const people = [{ enrolmentId: 'noor' }, { enrolmentId: 'sem' }];
const instant = fc
  .integer({ min: -48 * 60, max: 72 * 60 })
  .map((minutes) => new Date(new Date('2026-11-12T08:00:00Z').getTime() + minutes * 60_000));
const whom = fc.constantFrom('noor', 'sem', 'stranger');
const what: fc.Arbitrary<Sighting['what']> = fc.oneof(
  whom.map((enrolmentId) => ({ kind: 'name' as const, enrolmentId })),
  whom.map((enrolmentId) => ({ kind: 'withdrawal' as const, enrolmentId, withdraws: 'x' })),
  fc.record({
    kind: fc.constant('code' as const),
    pass: fc.option(
      fc.record({
        kind: fc.constant('person' as const),
        enrolmentId: whom,
        date: fc.constantFrom(DAY, '2026-11-13', '2026-11-19'),
      }),
    ),
  }),
);
const sighting = fc.record({
  id: fc.uuid(),
  partId: fc.constantFrom('morning', 'tomorrow', 'elsewhere'),
  observedAt: instant,
  what,
});
/** Whom a sighting names, and for which date; null where it names nobody. */
function told({ what: seen }: Sighting): { enrolmentId: string; date?: string } | null {
  if (seen.kind !== 'code') return { enrolmentId: seen.enrolmentId };
  return seen.pass?.kind === 'person' ? seen.pass : null;
}

describe('who is let in', () => {
  it('is someone with a seat, on the day of the part, by a code of that day if by a code', () => {
    fc.assert(
      fc.property(sighting, instant, (seen, now) => {
        const decision = admit(seen, { parts, people }, now);
        const part = parts.find(({ id }) => id === seen.partId);
        const at = new Date(Math.min(seen.observedAt.getTime(), now.getTime()));
        const of = told(seen);
        const onThatDay = part !== undefined && localDateOf(at) === part.localDate;
        const ofThatDay = of !== null && (of.date === undefined || of.date === part?.localDate);
        const hasSeat = people.some(({ enrolmentId }) => enrolmentId === of?.enrolmentId);
        expect('refused' in decision).toBe(!(onThatDay && ofThatDay && hasSeat));
      }),
      { numRuns: 2000 },
    );
  });

  it('was never seen later than now, whatever the clock of the device says', () => {
    fc.assert(
      fc.property(sighting, instant, (seen, now) => {
        const decision = admit(seen, { parts, people }, now);
        fc.pre(!('refused' in decision));
        expect((decision as { observedAt: Date }).observedAt.getTime()).toBeLessThanOrEqual(now.getTime());
      }),
    );
  });

  it('is never a whole group at once: whoever is there is named', () => {
    const pass = { kind: 'group', sessionId: 's', organisationId: 'o', date: DAY } as const;
    const now = new Date('2026-11-12T08:00:00Z');
    const seen = { id: 'x', partId: 'morning', observedAt: now, what: { kind: 'code', pass } } as const;
    expect(admit(seen, { parts, people }, now)).toEqual({ refused: 'not-genuine' });
  });
});

describe('the code on the wall', () => {
  const moment = fc.date({ min: new Date('2026-01-01'), max: new Date('2090-01-01'), noInvalidDate: true });
  const after = (now: Date, seconds: number) => new Date(now.getTime() + seconds * 1000);

  it('opens its session while it hangs there and a minute longer, and then never again', () => {
    fc.assert(
      fc.property(fc.uuid(), moment, secret, fc.integer({ min: -200, max: 400 }), (id, now, key, seconds) => {
        const code = readWallCode(wallCode(id, now, key))!;
        expect(code.sessionId).toBe(id);
        const goneAfter = secondsUntilNextCode(now) + 60;
        const later = after(now, seconds);
        const isOpen = isFromTheWall(code, key, later);
        if (seconds >= goneAfter || seconds < -30) expect(isOpen).toBe(false);
        if (seconds >= 0 && seconds < goneAfter - 1) expect(isOpen).toBe(true);
      }),
    );
  });

  it('is another one as soon as its time is over, and the same until then', () => {
    fc.assert(
      fc.property(fc.uuid(), moment, secret, (id, now, key) => {
        const seconds = secondsUntilNextCode(now);
        expect(seconds).toBeGreaterThanOrEqual(1);
        expect(seconds).toBeLessThanOrEqual(30);
        expect(wallCode(id, after(now, seconds), key)).not.toBe(wallCode(id, now, key));
        expect(wallCode(id, after(now, seconds - 1), key)).toBe(wallCode(id, now, key));
      }),
    );
  });

  it('is no entry code, and no entry code is one', () => {
    fc.assert(
      fc.property(pass, fc.uuid(), moment, secret, (whom, id, now, key) => {
        expect(readEntryCode(wallCode(id, now, key))).toBeNull();
        expect(readWallCode(entryCode(whom, key))).toBeNull();
      }),
    );
  });

  it('is not genuine with the key of another session, or with any one character changed', () => {
    const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
    fc.assert(
      fc.property(
        ...([fc.uuid(), moment, secret, secret, fc.nat(), fc.constantFrom(...letters)] as const),
        (id, now, key, other, at, letter) => {
          const code = wallCode(id, now, key);
          fc.pre(Buffer.compare(key, other) !== 0 && code[at % code.length] !== letter);
          expect(isFromTheWall(readWallCode(code)!, other, now)).toBe(false);
          const changed = readWallCode([...code].with(at % code.length, letter).join(''));
          expect(changed === null || !isFromTheWall(changed, key, now)).toBe(true);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('is for the first part of the day that is not over', () => {
    const part = (localDate: string, from: string, to: string) => ({
      ...{ localDate, id: `${localDate} ${from}` },
      endsAt: new Date(`${localDate}T${to}:00+01:00`),
    });
    const parts = [
      part('2026-11-12', '09:30', '12:30'),
      part('2026-11-12', '13:30', '16:30'),
      part('2026-11-13', '09:30', '12:30'),
    ];
    const at = (text: string) => partToEnter(parts, new Date(`${text}:00+01:00`))?.id ?? null;
    expect(at('2026-11-11T23:59')).toBeNull();
    expect(at('2026-11-12T00:00')).toBe('2026-11-12 09:30');
    expect(at('2026-11-12T12:29')).toBe('2026-11-12 09:30');
    expect(at('2026-11-12T12:30')).toBe('2026-11-12 13:30');
    expect(at('2026-11-12T16:30')).toBeNull();
    expect(at('2026-11-13T09:00')).toBe('2026-11-13 09:30');
    expect(at('2026-11-14T09:00')).toBeNull();
  });
});
