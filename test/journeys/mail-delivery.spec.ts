import { newId } from '../../src/shared/ids.js';
import { startApp, type TestApp } from '../support/app.js';
import { apiClient } from '../support/client.js';
import { enrol } from '../support/enrolment.js';
import {
  createAccount,
  createProfessional,
  createRegion,
  createSession,
  type TestProfessional,
  type TestRegion,
} from '../support/region.js';
import { startMailServer, type MailServer } from '../support/smtp.js';

let mail: MailServer;
let app: TestApp;
let region: TestRegion;

async function begin(env: Record<string, string> = {}): Promise<void> {
  mail = await startMailServer();
  app = await startApp({ env: { SMTP_URL: mail.url, ...env } });
  region = await createRegion(app.database);
}
afterEach(async () => {
  await app.stop();
  await mail.stop();
});

async function queueMail(address: string, count = 1): Promise<string[]> {
  const ids = Array.from({ length: count }, () => newId());
  await app.database.owner.query(
    `insert into message (id, region_id, key, reason, template, locale, to_name, to_address, subject, text_body, html_body, holds_secret, status, next_attempt_at, created_at)
     select id, $2, id::text, 'test', 'test', 'nl', 'Voorbeeld', $3, 'Onderwerp', 'Tekst', '<p>Tekst</p>', false, 'queued', $4, $4 from unnest($1::uuid[]) id`,
    [ids, region.id, address, app.clock.now()],
  );
  return ids;
}

interface Standing {
  readonly reason: string;
  readonly status: string;
  readonly withdrawn: string | null;
}

async function standings(address: string): Promise<Standing[]> {
  const { rows } = await app.database.owner.query<Standing>(
    'select reason, status, withdrawn_reason withdrawn from message where to_address = $1 order by created_at, reason, status',
    [address],
  );
  return rows;
}

const sentTo = (address: string) => mail.accepted.filter(({ to }) => to === address).length;

function refuse(address: string, responseCode: number, text: string): void {
  mail.refuses = (to) => (to === address ? Object.assign(new Error(text), { responseCode }) : null);
}

describe('an address of which the mail server says that it does not exist', () => {
  let noor: TestProfessional;

  beforeEach(async () => {
    await begin();
    noor = await createProfessional(app.database, region, 'Almere', 'Noor Voorbeeld');
    refuse(noor.email, 550, '5.1.1 Mailbox bestaat niet');
  });

  const enrolOn = async (date: string) =>
    enrol(app, region, noor, await createSession(app.database, region, { date }));

  test('gets nothing more, and what is for it is withdrawn with that reason', async () => {
    await enrolOn('2026-11-12');
    await app.work();
    await queueMail('blijft@example.nl');
    await enrolOn('2026-11-13');
    await app.work();
    await app.recur('mail.send-due');
    expect(await standings(noor.email)).toEqual([
      { reason: 'enrolment.confirmed', status: 'failed', withdrawn: null },
      { reason: 'enrolment.confirmed', status: 'withdrawn', withdrawn: 'address-dead' },
    ]);
    expect(sentTo('blijft@example.nl')).toBe(1);
  });

  test('is told once to the contacts of the municipality, however much mail there was', async () => {
    const contact = await createAccount(app.database, region, 'contact', {
      municipalityId: region.municipalities.Almere,
    });
    for (const date of ['2026-11-12', '2026-11-13']) await enrolOn(date);
    await app.work();
    expect(sentTo(contact.email)).toBe(1);
    expect(mail.accepted.find(({ to }) => to === contact.email)!.raw).toContain('Noor Voorbeeld');
  });

  test('is told to the coordinators when mail does not reach the contact either', async () => {
    const coordinator = await createAccount(app.database, region, 'coordinator');
    const municipalityId = region.municipalities.Almere;
    const contact = await createAccount(app.database, region, 'contact', { municipalityId });
    refuse(contact.email, 550, '5.1.1 Mailbox bestaat niet');
    await queueMail(contact.email);
    await app.recur('mail.send-due');
    refuse(noor.email, 550, '5.1.1 Mailbox bestaat niet');
    await enrolOn('2026-11-12');
    await app.work();
    const told = mail.accepted.filter(({ to }) => to === coordinator.email).map(({ raw }) => raw);
    expect(told).toHaveLength(2);
    expect(told[1]).toContain('Noor Voorbeeld');
  });

  test('is still mailed to by another region', async () => {
    await enrolOn('2026-11-12');
    await app.work();
    mail.refuses = () => null;
    const here = region;
    region = await createRegion(app.database, 'Elders');
    await queueMail(noor.email);
    region = here;
    await queueMail('blijft@example.nl');
    await app.recur('mail.send-due');
    expect(sentTo(noor.email)).toBe(1);
  });

  test('keeps no link that decides something in what it withdraws', async () => {
    const secret = (id: string) =>
      app.database.owner.query(
        "update message set holds_secret = true, next_attempt_at = now() + interval '9 years' where id = $1",
        [id],
      );
    const [waiting] = await queueMail(noor.email);
    await secret(waiting!);
    await enrolOn('2026-11-12');
    await app.work();
    const { rows } = await app.database.owner.query(
      'select status, text_body text, html_body html from message where id = $1',
      [waiting],
    );
    expect(rows).toEqual([{ status: 'withdrawn', text: '', html: '' }]);
  });

  test('is not called dead by a server that took the mail for spam', async () => {
    refuse(noor.email, 550, '5.7.1 Rejected as spam');
    for (const date of ['2026-11-12', '2026-11-13']) {
      await enrolOn(date);
      await app.work();
    }
    expect((await standings(noor.email)).map(({ status }) => status)).toEqual(['failed', 'failed']);
  });
});

describe('mail that newer news overtakes before it has left', () => {
  beforeEach(async () => {
    await begin();
    mail.refuses = () => Object.assign(new Error('4.3.2 Later'), { responseCode: 421 });
  });

  const later = async () => {
    mail.refuses = () => null;
    app.clock.advance({ minutes: 30 });
    await app.recur('mail.send-due');
  };

  test('is withdrawn: who is taken off again hears only that', async () => {
    const noor = await createProfessional(app.database, region, 'Almere', 'Noor Voorbeeld');
    const id = await enrol(app, region, noor, await createSession(app.database, region));
    await app.work();
    const coordinator = await createAccount(app.database, region, 'coordinator');
    const api = await apiClient(app, region.id, coordinator.id);
    expect((await api.post(`/enrolments/${id}/cancellation`, {})).status).toBeLessThan(300);
    await app.work();
    await later();
    expect(new Set(await standings(noor.email))).toEqual(
      new Set([
        { reason: 'enrolment.confirmed', status: 'withdrawn', withdrawn: 'cancelled' },
        { reason: 'enrolment.cancelled', status: 'sent', withdrawn: null },
      ]),
    );
  });

  test('leaves what is sent as it is', async () => {
    mail.refuses = () => null;
    const noor = await createProfessional(app.database, region, 'Almere', 'Noor Voorbeeld');
    const sessionId = await createSession(app.database, region);
    await enrol(app, region, noor, sessionId);
    await app.work();
    const coordinator = await createAccount(app.database, region, 'coordinator');
    const api = await apiClient(app, region.id, coordinator.id);
    expect((await api.post(`/sessions/${sessionId}/cancellation`, {})).status).toBeLessThan(300);
    await app.work();
    expect(await standings(noor.email)).toEqual([
      { reason: 'enrolment.confirmed', status: 'sent', withdrawn: null },
      { reason: 'session.cancelled', status: 'sent', withdrawn: null },
    ]);
  });
});

describe('a limit of the mail server', () => {
  test('to one domain holds back only what is to that domain, until the next minute', async () => {
    await begin({ MAIL_PER_MINUTE_AND_DOMAIN: '3' });
    await queueMail('a@druk.example', 7);
    await queueMail('b@rustig.example', 2);
    const leave = async () => {
      await app.recur('mail.send-due');
      return [sentTo('a@druk.example'), sentTo('b@rustig.example')];
    };
    expect(await leave()).toEqual([3, 2]);
    app.clock.advance({ minutes: 0.5 });
    expect(await leave()).toEqual([3, 2]);
    app.clock.advance({ minutes: 0.6 });
    expect(await leave()).toEqual([6, 2]);
    app.clock.advance({ minutes: 1 });
    expect(await leave()).toEqual([7, 2]);
  });

  test('to all is kept by workers that send at the same moment', async () => {
    await begin({ MAIL_PER_MINUTE: '10' });
    await queueMail('a@druk.example', 30);
    await Promise.all([app.recur('mail.send-due'), app.recur('mail.send-due'), app.recur('mail.send-due')]);
    expect(sentTo('a@druk.example')).toBe(10);
  });
});

describe('while mail is stopped', () => {
  test('nothing leaves, what is under way is finished, and all of it leaves afterwards once', async () => {
    await begin();
    const administrator = await createAccount(app.database, region, 'administrator');
    await queueMail('a@example.nl', 40);
    // The first mail that the server takes makes someone press the button.
    let pressed: Promise<unknown> | null = null;
    mail.before = (step) => {
      if (step === 'accept')
        pressed ??= app.database.owner.query(
          'insert into mail_stop (stopped_at, account_id) values (now(), $1)',
          [administrator.id],
        );
      return pressed?.then(() => undefined);
    };
    await app.recur('mail.send-due');
    const leftBefore = sentTo('a@example.nl');
    // As many as are sent before the first mark tells of it: four connections, five mails each.
    expect(leftBefore).toBeLessThanOrEqual(20);
    await app.recur('mail.send-due');
    expect(sentTo('a@example.nl')).toBe(leftBefore);
    expect((await standings('a@example.nl')).filter(({ status }) => status === 'queued')).toHaveLength(
      40 - leftBefore,
    );
    await app.database.owner.query('delete from mail_stop');
    await app.recur('mail.send-due');
    expect(new Set(mail.accepted.map(({ messageId }) => messageId)).size).toBe(40);
    expect(mail.accepted).toHaveLength(40);
  });
});
