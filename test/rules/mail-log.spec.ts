import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { overtakenBy } from '../../src/enrolment/overtaken-mail.rules.js';
import { withoutOutsideLinks } from '../../src/mail-log/outside-links.rules.js';
import { hindranceOf } from '../../src/mail-log/resending.rules.js';
import { messages } from '../../src/messages.js';
import { viewsFolder } from '../../src/platform/web/views.js';
import { shownStatuses, withdrawnReasons } from '../../src/shared/message-status.js';

const OWN = 'https://leerlijn.example';

describe('the reasons for which mail is posted', () => {
  const sources = readdirSync(join(viewsFolder, '../src'), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(service|jobs)\.ts$/.test(file))
    .map((file) => readFileSync(join(viewsFolder, '../src', file), 'utf8'))
    .filter((source) => source.includes('ostbox.post('));
  const posted = sources.flatMap((source) =>
    [...source.matchAll(/\breason: '([a-z-]+\.[A-Za-z-]+)'/g)].map(([, reason]) => reason!),
  );

  test('all have a name in both languages', () => {
    expect(posted.length).toBeGreaterThan(15);
    for (const reason of posted)
      for (const texts of [messages.nl, messages.en]) expect(texts).toHaveProperty([`mail.reason.${reason}`]);
  });

  test('have names that differ', () => {
    for (const texts of [messages.nl, messages.en]) {
      const names = Object.entries(texts).flatMap(([key, name]) =>
        key.startsWith('mail.reason.') ? [name] : [],
      );
      expect(new Set(names).size).toBe(names.length);
    }
  });
});

describe('the text of a mail for who did not get it', () => {
  const path = fc.webPath();

  test('keeps every address of our own', () => {
    fc.assert(
      fc.property(path, fc.string(), (where, text) => {
        const said = text.replaceAll(/https?:/g, '');
        expect(withoutOutsideLinks(`${said} ${OWN}${where || '/'}`, OWN)).toBe(
          `${said} ${OWN}${where || '/'}`,
        );
      }),
    );
  });

  test('keeps no other address, not even one that begins like ours', () => {
    const outside = fc.oneof(
      fc.webUrl(),
      path.map((where) => `${OWN}.kwaad.example${where}`),
      path.map((where) => `${OWN}@kwaad.example${where}`),
    );
    fc.assert(
      fc.property(outside, fc.constantFrom('', ' ', '"', '<br>'), (address, after) => {
        const left = withoutOutsideLinks(`Deelnemen: ${address}${after}`, OWN);
        expect(left).not.toMatch(/https?:/);
        expect(left.startsWith('Deelnemen: […]')).toBe(true);
      }),
    );
  });
});

describe('whether a mail may be sent again', () => {
  const code = fc.constantFrom(
    ...['enrolment.requested', 'enrolment.waitlisted', 'enrolment.offered', 'enrolment.confirmed'],
    ...['enrolment.cancelled', 'session.moved', 'session.changed', 'session.cancelled', 'reminder.due'],
    ...['trainer.planned', 'trainer.calledOff', 'contact.moved', 'certificate.issued', 'session.opened'],
  );
  const told = fc.record({ reason: code, enrolmentId: fc.constantFrom('a', 'b', null) });
  const status = fc.constantFrom(...shownStatuses);
  const written = fc
    .tuple(told, status, fc.constantFrom(...withdrawnReasons), fc.boolean())
    .map(([of, stands, why, holdsSecret]) => ({
      ...{ ...of, status: stands, holdsSecret },
      withdrawnReason: stands === 'withdrawn' ? why : null,
    }));
  const since = fc.record({
    repeats: fc.array(fc.record({ status }), { maxLength: 3 }),
    news: fc.array(told, { maxLength: 4 }),
    isDead: fc.boolean(),
  });
  const waits = ({ status: stands }: { status: string }) => stands === 'queued' || stands === 'sending';

  test('never one with a secret, one that waits or is repeated already, nor one to an address that does not exist', () => {
    fc.assert(
      fc.property(written, since, (mail, what) => {
        if (hindranceOf(mail, what) !== null) return;
        expect(mail.holdsSecret || what.isDead || [mail, ...what.repeats].some(waits)).toBe(false);
        expect(['sent', 'returned', 'failed', 'withdrawn']).toContain(mail.status);
        expect(mail.withdrawnReason === null || mail.withdrawnReason === 'address-dead').toBe(true);
      }),
    );
  });

  test('always one that left, or had no address, when nothing came after it', () => {
    fc.assert(
      fc.property(told, fc.constantFrom('sent', 'failed', 'withdrawn'), (of, stands) => {
        const withdrawnReason = stands === 'withdrawn' ? 'address-dead' : null;
        const mail = { ...of, status: stands, withdrawnReason, holdsSecret: false } as const;
        expect(hindranceOf(mail, { repeats: [{ status: 'sent' }], news: [], isDead: false })).toBeNull();
      }),
    );
  });

  test('not one about an enrolment of which newer news would have withdrawn it, whatever became of that news', () => {
    fc.assert(
      fc.property(told, told, (older, newer) => {
        fc.pre(older.enrolmentId !== null);
        const mail = { ...older, status: 'sent', withdrawnReason: null, holdsSecret: false } as const;
        const found = hindranceOf(mail, { repeats: [], news: [newer], isDead: false });
        const overtaken = overtakenBy(newer.reason);
        const isOvertaken =
          newer.enrolmentId === older.enrolmentId &&
          overtaken !== null &&
          (overtaken.reasons?.includes(older.reason) ?? true);
        expect(found).toEqual(isOvertaken ? { code: 'message-overtaken', news: newer } : null);
      }),
    );
  });

  test.each([
    ['trainer.planned', 'trainer.changed', true],
    ['trainer.changed', 'trainer.calledOff', true],
    ['contact.moved', 'contact.calledOff', true],
    ['contact.moved', 'trainer.calledOff', false],
    ['session.opened', 'session.cancelled', true],
    ['session.opened', 'enrolment.cancelled', false],
    ['certificate.issued', 'trainer.changed', false],
  ])('of %s that was about no enrolment, after %s: overtaken is %s', (reason, newer, isOvertaken) => {
    const mail = {
      reason,
      enrolmentId: null,
      status: 'sent',
      withdrawnReason: null,
      holdsSecret: false,
    } as const;
    const news = [{ reason: newer, enrolmentId: newer.startsWith('enrolment') ? 'a' : null }];
    expect(hindranceOf(mail, { repeats: [], news, isDead: false }) !== null).toBe(isOvertaken);
  });

  test('the newest of what overtakes it is named', () => {
    const mail = {
      ...{ reason: 'reminder.due', enrolmentId: 'a', status: 'sent' as const, withdrawnReason: null },
      holdsSecret: false,
    };
    const [last, before] = [
      { reason: 'session.cancelled', enrolmentId: 'a' },
      { reason: 'session.moved', enrolmentId: 'a' },
    ];
    const found = hindranceOf(mail, { repeats: [], news: [last, before], isDead: true });
    expect(found).toEqual({ code: 'message-overtaken', news: last });
  });
});
