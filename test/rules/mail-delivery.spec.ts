import fc from 'fast-check';
import { judge, tellsDeadAddress, type Answer } from '../../src/platform/mail/delivery.rules.js';
import {
  exhaustedDomains,
  withinLimits,
  type SendingLimits,
} from '../../src/platform/mail/sending-limits.rules.js';

const refused = (responseCode: number | null, text: string): Answer => ({
  kind: 'refused',
  responseCode,
  text,
});

describe('an address that does not exist', () => {
  test.each([
    [550, '550 5.1.1 Mailbox bestaat niet'],
    [550, '550 No such user here'],
    [551, '551 5.1.6 User has moved'],
    [553, '553 5.1.3 Mailbox name not allowed'],
  ])('is told by %i: %s', (code, text) => {
    expect(tellsDeadAddress(refused(code, text))).toBe(true);
  });

  test.each([
    [550, '550 5.7.1 Message rejected as spam'],
    [552, '552 5.2.2 Mailbox full'],
    [554, '554 5.6.0 Message content not accepted'],
    [450, '450 4.2.1 Mailbox busy'],
    [null, 'connect ECONNREFUSED'],
  ])('is not told by %s: %s', (code, text) => {
    expect(tellsDeadAddress(refused(code, text))).toBe(false);
  });

  test('is never told by a mail that was accepted', () => {
    expect(tellsDeadAddress({ kind: 'accepted', text: '250 5.1.1 fine' })).toBe(false);
  });

  test('is told only by an answer that ends the mail as well', () => {
    const code = fc.option(fc.integer({ min: 200, max: 599 }));
    fc.assert(
      fc.property(code, fc.string(), fc.nat(100), (responseCode, text, attempts) => {
        const answer = refused(responseCode, text);
        const now = new Date('2026-10-05T08:00:00Z');
        const verdict = judge(answer, { createdAt: now, attempts }, now, 0.5);
        if (tellsDeadAddress(answer)) expect(verdict.status).toBe('failed');
      }),
    );
  });
});

describe('how much mail leaves in a minute', () => {
  const limit = fc.option(fc.integer({ min: 1, max: 20 }));
  const limits: fc.Arbitrary<SendingLimits> = fc.record({ perMinute: limit, perDomain: limit });
  const domain = fc.constantFrom('a.example', 'b.example', 'c.example');
  const inLine = fc.array(fc.record({ domain }), { maxLength: 60 });
  const lately = fc
    .dictionary(domain, fc.integer({ min: 1, max: 30 }))
    .map((counts) => new Map(Object.entries(counts)));
  const sum = (counts: Iterable<number>) => [...counts].reduce((total, count) => total + count, 0);

  test('is never more than a limit allows with what left in the minute before', () => {
    fc.assert(
      fc.property(inLine, lately, limits, (mails, sent, { perMinute, perDomain }) => {
        const now = withinLimits(mails, sent, { perMinute, perDomain });
        if (perMinute !== null)
          expect(now.length).toBeLessThanOrEqual(Math.max(0, perMinute - sum(sent.values())));
        for (const [name, before] of sent)
          if (perDomain !== null)
            expect(now.filter((mail) => mail.domain === name).length).toBeLessThanOrEqual(
              Math.max(0, perDomain - before),
            );
      }),
    );
  });

  test('keeps the order of the line, and leaves nobody out without need', () => {
    fc.assert(
      fc.property(inLine, lately, limits, (mails, sent, { perMinute, perDomain }) => {
        const now = withinLimits(mails, sent, { perMinute, perDomain });
        expect(now).toEqual(mails.filter((mail) => now.includes(mail)));
        const total = sum(sent.values()) + now.length;
        for (const left of mails.filter((mail) => !now.includes(mail))) {
          const toDomain =
            (sent.get(left.domain) ?? 0) + now.filter((mail) => mail.domain === left.domain).length;
          expect(total >= (perMinute ?? Infinity) || toDomain >= (perDomain ?? Infinity)).toBe(true);
        }
      }),
    );
  });

  test('is nothing for a domain that has had its share', () => {
    fc.assert(
      fc.property(inLine, lately, limits, (mails, sent, some) => {
        const exhausted = exhaustedDomains(sent, some);
        const now = withinLimits(mails, sent, some);
        expect(now.filter((mail) => exhausted.includes(mail.domain))).toEqual([]);
      }),
    );
  });
});
