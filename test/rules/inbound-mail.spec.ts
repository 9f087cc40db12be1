import fc from 'fast-check';
import { verdictOn, type Verdict } from '../../src/inbound-mail/inbound-mail.rules.js';
import { appointmentUid, appointmentWith } from '../../src/enrolment/appointment-uid.rules.js';
import { readCalendarReplies } from '../../src/platform/files/calendar-replies.js';
import { readInboundMail } from '../../src/inbound-mail/reading.js';
import { addressWith, tokenIn } from '../../src/platform/mail/inbound-address.rules.js';
import { inboundMail } from '../support/inbound-mail.js';

const INBOUND = 'antwoord@leerlijn.example.nl';
const TOKEN = '0f8fad5b-d9cb-469f-a165-70867728950e';
const returnAddress = addressWith(TOKEN, INBOUND);
const to = 'noor.voorbeeld@example.nl';

const sample = async (name: string) => readInboundMail(await inboundMail(name, { returnAddress, to }));
const undelivered = (isDead: boolean, answer: string): Verdict => ({ kind: 'undelivered', answer, isDead });

describe('what a mail is that comes in', () => {
  test.each<[string, Verdict]>([
    [
      'postfix-user-unknown',
      undelivered(
        true,
        `550 5.1.1 <${to}>: Recipient address rejected: User unknown in virtual mailbox table`,
      ),
    ],
    [
      'postfix-host-not-found',
      undelivered(
        true,
        '5.4.4 Host or domain name not found. Name service error for name=exampel.nl type=AAAA: Host not found',
      ),
    ],
    [
      'exchange-online-user-unknown',
      undelivered(
        true,
        '550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient not found by SMTP address lookup',
      ),
    ],
    ['exim-user-unknown', undelivered(true, '5.1.1')],
    [
      'exchange-online-not-allowed',
      undelivered(
        false,
        '550 5.7.1 TRANSPORT.RULES.RejectMessage; the message was rejected by organization policy',
      ),
    ],
    ['forwarded-user-unknown', undelivered(false, '550 5.1.1 User unknown')],
    [
      'postfix-expired',
      undelivered(false, '4.4.1 connect to mail.example.nl[192.0.2.25]:25: Connection timed out'),
    ],
    [
      'postfix-delayed',
      { kind: 'delayed', answer: '4.4.1 connect to mail.example.nl[192.0.2.25]:25: Connection timed out' },
    ],
    ['receipt', { kind: 'receipt' }],
    ['out-of-office-exchange', { kind: 'auto-reply' }],
    ['out-of-office-older', { kind: 'auto-reply' }],
    ['answer-of-a-person', { kind: 'own-words' }],
  ])('%s', async (name, verdict) => {
    expect(verdictOn(await sample(name), to)).toEqual(verdict);
  });

  test.each([
    ['gmail-user-unknown', true, 'NoSuchUser'],
    ['gmail-mailbox-full', false, 'over quota'],
  ])('%s, which takes several lines to say so', async (name, isDead, words) => {
    expect(verdictOn(await sample(name), to)).toEqual({
      kind: 'undelivered',
      isDead,
      answer: expect.stringContaining(words),
    });
  });

  test('a report kills no address of which it does not speak', async () => {
    const report = await sample('postfix-user-unknown');
    expect(verdictOn(report, 'iemand.anders@example.nl')).toMatchObject({
      kind: 'undelivered',
      isDead: false,
    });
    expect(verdictOn(report, null)).toMatchObject({ kind: 'undelivered', isDead: false });
  });

  test('however the address is written', async () => {
    expect(verdictOn(await sample('postfix-user-unknown'), to.toUpperCase())).toMatchObject({ isDead: true });
  });

  test('only a refusal for good by the mailbox or its domain kills an address', () => {
    const digit = fc.integer({ min: 0, max: 9 });
    const report = fc.record({
      addresses: fc.constant([to]),
      action: fc.constantFrom('failed', 'delayed', 'delivered', 'relayed', 'expanded', 'anders'),
      status: fc.tuple(fc.constantFrom(2, 4, 5), digit, digit).map((parts) => parts.join('.')),
      diagnostic: fc.constant(null),
    });
    fc.assert(
      fc.property(fc.array(report, { minLength: 1, maxLength: 4 }), (reports) => {
        const verdict = verdictOn({ addresses: [], headers: new Map(), reports, replies: [] }, to);
        const failed = reports.filter(({ action }) => action === 'failed');
        expect(verdict.kind === 'undelivered').toBe(failed.length > 0);
        if (verdict.kind === 'undelivered' && verdict.isDead)
          expect(failed.map(({ status }) => status)).toEqual(
            expect.arrayContaining([expect.stringMatching(/^5\.(1|2|4)\./)]),
          );
      }),
    );
  });
});

describe('an answer in a calendar', () => {
  const uid = '019c1c7e-0000-7000-8000-000000000001-1@leerlijn.example.nl';
  const answered = async (name: string) =>
    verdictOn(await readInboundMail(await inboundMail(name, { returnAddress, to, uid })), null);

  test.each([
    ['calendar-accepted-outlook', 'accepted', '2026-09-01T08:05:00Z', false],
    ['calendar-declined-gmail', 'declined', '2026-09-01T08:06:00Z', false],
    ['calendar-tentative-apple', 'tentative', '2026-09-01T08:07:00Z', true],
  ])('%s', async (name, answer, stamp, hasComment) => {
    const reply = { uid, attendee: to, answer, sequence: 0, stampedAt: new Date(stamp), hasComment };
    expect(await answered(name)).toEqual({ kind: 'calendar-reply', replies: [reply], hasComment });
  });

  test('that proposes another time is for people to read', async () => {
    expect(await answered('calendar-counter-outlook')).toEqual({ kind: 'own-words' });
  });

  test('in a mail that someone sends along is not theirs', async () => {
    const answer = await inboundMail('calendar-accepted-outlook', { returnAddress, to, uid });
    const head = `To: ${returnAddress}\r\nContent-Type: multipart/mixed; boundary=along\r\n\r\n`;
    const along = `${head}--along\r\nContent-Type: message/rfc822\r\n\r\n${answer.toString()}\r\n--along--\r\n`;
    expect(verdictOn(await readInboundMail(Buffer.from(along)), to)).toEqual({ kind: 'own-words' });
  });

  test('is read from any file without failing, and never of several people', () => {
    const line = fc.constantFrom(
      ...[
        'BEGIN:VCALENDAR',
        'END:VCALENDAR',
        'BEGIN:VEVENT',
        'END:VEVENT',
        'METHOD:REPLY',
        'UID:x',
        'SEQUENCE:x',
      ],
      ...['SEQUENCE:-1', 'SEQUENCE:99999999999', 'DTSTAMP:nonsense', 'DTSTAMP:20260901T080500Z', ''],
      ...[
        'ATTENDEE;PARTSTAT=ACCEPTED:mailto:a@example.nl',
        'ATTENDEE;PARTSTAT=DELEGATED:x',
        'COMMENT:',
        '\u0000;:',
      ],
    );
    const event = fc.array(line, { maxLength: 12 }).map((lines) => lines.join('\r\n'));
    const whole = event.map((text) =>
      ['BEGIN:VCALENDAR', 'METHOD:REPLY', 'BEGIN:VEVENT', text, 'END:VEVENT', 'END:VCALENDAR'].join('\r\n'),
    );
    fc.assert(
      fc.property(fc.oneof(event, whole, fc.string()), (text) => {
        for (const { sequence, stampedAt } of readCalendarReplies(text)) {
          expect(sequence).toBeGreaterThanOrEqual(0);
          expect(sequence).toBeLessThan(2 ** 31);
          expect(stampedAt === null || !Number.isNaN(stampedAt.getTime())).toBe(true);
          expect(text.match(/^ATTENDEE/gm)).not.toBeNull();
        }
      }),
    );
  });

  test('belongs to the appointment of one enrolment for one part, and to no other', () => {
    fc.assert(
      fc.property(
        fc.uuid(),
        fc.integer({ min: 1, max: 200 }),
        fc.webUrl(),
        (enrolmentId, ordinal, publicUrl) => {
          const own = appointmentUid({ enrolmentId, ordinal }, publicUrl);
          expect(appointmentWith(own, publicUrl)).toEqual({ enrolmentId, ordinal });
          expect(appointmentWith(own, 'https://elders.voorbeeld.test')).toBeNull();
          expect(appointmentWith(`${own}x`, publicUrl)).toBeNull();
        },
      ),
    );
  });
});

describe('reading', () => {
  test('never fails, whatever the bytes are', async () => {
    const lines = fc.array(
      fc.constantFrom(
        'Content-Type: multipart/report; boundary="x"',
        'Content-Type: message/delivery-status',
        'Content-Transfer-Encoding: base64',
        'Final-Recipient: rfc822; noor.voorbeeld@example.nl',
        'Action: failed',
        'Status: 5.1.1',
        'Diagnostic-Code: smtp;',
        `To: ${returnAddress}`,
        '--x',
        '--x--',
        '',
        '\u0000\ud83d ',
      ),
      { maxLength: 40 },
    );
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 500 }),
      lines.map((text) => Buffer.from(text.join('\r\n'))),
    );
    await fc.assert(
      fc.asyncProperty(bytes, async (raw) => {
        const mail = await readInboundMail(raw);
        expect(verdictOn(mail, to).kind).toMatch(/./);
      }),
    );
  });

  test('leaves our own mail inside a report closed', async () => {
    const { addresses, headers } = await sample('postfix-user-unknown');
    expect(addresses).not.toContain(to);
    expect(headers.get('auto-submitted')).toBe('auto-replied');
  });

  test.each(['<', 'a', 'a@', ' ', '"', '('])(
    'is over within seconds, also of a line of a million times %p',
    async (text) => {
      const raw = Buffer.from(`To: ${text.repeat(1_000_000)}\r\nX-Other: ${text}\r\n\r\n${text}`);
      expect((await readInboundMail(raw)).reports).toEqual([]);
    },
    20_000,
  );
});

describe('the token in a return address', () => {
  const local = fc.stringMatching(/^[a-z0-9][a-z0-9._-]{0,20}$/);
  const inbound = fc.tuple(local, local).map(([name, domain]) => `${name}@${domain}.example.nl`);

  test('is found back, however the address is written and whatever stands beside it', () => {
    fc.assert(
      fc.property(fc.uuid(), inbound, fc.array(fc.emailAddress()), (token, base, others) => {
        const address = addressWith(token, base);
        expect(tokenIn([...others, address], base)).toBe(token);
        expect(tokenIn([address.toUpperCase()], base)).toBe(token);
        expect(address.split('@')[0]!.length).toBeLessThanOrEqual(base.split('@')[0]!.length + 33);
      }),
    );
  });

  test('counts only at our own address', () => {
    expect(tokenIn([returnAddress], 'antwoord@elders.example.nl')).toBeNull();
    expect(tokenIn([INBOUND, 'antwoord+kort@leerlijn.example.nl'], INBOUND)).toBeNull();
    expect(tokenIn([`x${returnAddress}`, `${returnAddress}.example`], INBOUND)).toBeNull();
  });
});
