import { startApp, type TestApp } from '../support/app.js';
import { enrol } from '../support/enrolment.js';
import { imapIsHere, startImapServer, type ImapServer } from '../support/imap.js';
import { inboundMail } from '../support/inbound-mail.js';
import {
  createProfessional,
  createRegion,
  createSession,
  type TestProfessional,
  type TestRegion,
} from '../support/region.js';
import { startMailServer, type MailServer } from '../support/smtp.js';

const INBOUND = 'antwoord@leerlijn.example.nl';
const MAIL_FROM = 'leerlijn@example.nl';

// Without Dovecot the tests of the mailbox are reported as skipped, by name.
const withMailbox = imapIsHere ? describe : describe.skip;

withMailbox('mail in a mailbox', () => {
  let imap: ImapServer;
  let mail: MailServer;
  let app: TestApp;
  let region: TestRegion;
  let noor: TestProfessional;

  beforeEach(async () => {
    imap = await startImapServer();
    mail = await startMailServer();
    app = await startApp({
      env: {
        ...{ SMTP_URL: mail.url, INBOUND_MAIL_ADDRESS: INBOUND, MAIL_FROM },
        INBOUND_IMAP_URL: imap.url,
      },
    });
    region = await createRegion(app.database);
    noor = await createProfessional(app.database, region, 'Almere', 'Noor Voorbeeld');
  });
  afterEach(async () => {
    await app.stop();
    await mail.stop();
    await imap.stop();
  });

  const fetchMail = () => app.recur('inbound-mail.fetch');
  const answer = () => inboundMail('answer-of-a-person', { returnAddress: INBOUND, to: noor.email });
  const passedOn = () => mail.accepted.filter(({ to }) => to === MAIL_FROM);

  async function bounce(): Promise<Buffer> {
    await enrol(app, region, noor, await createSession(app.database, region));
    await app.work();
    const { from } = mail.accepted.findLast(({ to }) => to === noor.email)!;
    return inboundMail('postfix-user-unknown', { returnAddress: from, to: noor.email });
  }
  async function returned(): Promise<number> {
    const { rows } = await app.database.owner.query('select from returned_mail');
    return rows.length;
  }

  test('is taken in and moved to a folder, and not looked at again', async () => {
    await imap.deliver(await bounce());
    await imap.deliver(await answer());
    await fetchMail();
    await fetchMail();
    expect(await returned()).toBe(1);
    expect(passedOn()).toHaveLength(1);
    expect(await imap.subjects('INBOX')).toEqual([]);
    expect(await imap.subjects('Leerlijn')).toEqual([
      'Undelivered Mail Returned to Sender',
      'Re: U bent ingeschreven',
    ]);
  });

  test('stays while it cannot be taken in, and keeps what came later from nothing', async () => {
    const raw = await bounce();
    mail.refuses = (to) =>
      to === MAIL_FROM ? Object.assign(new Error('Try again later'), { responseCode: 451 }) : null;
    await imap.deliver(await answer());
    await imap.deliver(raw);
    await expect(fetchMail()).rejects.toThrow('could not be passed on');
    expect(await returned()).toBe(1);
    expect(await imap.subjects('INBOX')).toEqual(['Re: U bent ingeschreven']);
    mail.refuses = () => null;
    await fetchMail();
    expect(passedOn()).toHaveLength(1);
    expect(await imap.subjects('INBOX')).toEqual([]);
  });

  test('that stays does not keep others waiting, however much of it there is', async () => {
    const raw = await bounce();
    mail.refuses = (to) =>
      to === MAIL_FROM ? Object.assign(new Error('Try again later'), { responseCode: 451 }) : null;
    for (let stuck = 0; stuck < 200; stuck++) await imap.deliver(await answer());
    await imap.deliver(raw);
    await expect(fetchMail()).rejects.toThrow('could not be passed on');
    expect(await returned()).toBe(1);
  }, 60_000);

  test('that was taken in before a crash and not moved yet does it once', async () => {
    const raw = await bounce();
    await imap.deliver(raw);
    await fetchMail();
    // As if it had never been moved.
    await imap.deliver(raw);
    await fetchMail();
    expect(await returned()).toBe(1);
    expect(await imap.subjects('INBOX')).toEqual([]);
  });

  test('is taken in once when several workers look at the same time', async () => {
    await imap.deliver(await answer());
    await Promise.all([fetchMail(), fetchMail(), fetchMail()]);
    expect(passedOn()).toHaveLength(1);
  });

  test('that is too large stays, and the page about jobs tells why', async () => {
    await imap.deliver(Buffer.concat([await answer(), Buffer.alloc(10 * 1024 * 1024, 'x')]));
    await expect(fetchMail()).rejects.toThrow('stays in the mailbox');
    expect(await imap.subjects('INBOX')).toEqual(['Re: U bent ingeschreven']);
    const { rows } = await app.database.owner.query<{ last_error: string }>(
      "select last_error from recurring_run where name = 'inbound-mail.fetch'",
    );
    expect(rows[0]!.last_error).toContain('stays in the mailbox');
  });

  test('waits while the server is away', async () => {
    await imap.stop();
    await expect(fetchMail()).rejects.toThrow('The mailbox could not be opened');
    imap = await startImapServer();
  });
});

test('nothing is fetched where no mailbox is set', async () => {
  const app = await startApp();
  await app.recur('inbound-mail.fetch');
  const { rows } = await app.database.owner.query(
    "select from recurring_run where name = 'inbound-mail.fetch' and last_error is null",
  );
  expect(rows).toHaveLength(1);
  await app.stop();
});
