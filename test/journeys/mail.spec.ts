import PostalMime, { type Email } from 'postal-mime';
import { newId } from '../../src/shared/ids.js';
import { startApp, type TestApp } from '../support/app.js';
import { enrol } from '../support/enrolment.js';
import { createProfessional, createRegion, createSession, type TestRegion } from '../support/region.js';
import { startMailServer, type MailServer } from '../support/smtp.js';

let app: TestApp;
let mail: MailServer;
let region: TestRegion;

beforeAll(async () => {
  mail = await startMailServer();
  app = await startApp({ env: { SMTP_URL: mail.url, PUBLIC_URL: 'https://leerlijn.example.nl' } });
  region = await createRegion(app.database);
});
afterAll(async () => {
  await app.stop();
  await mail.stop();
});
beforeEach(() => {
  mail.accepted.length = 0;
  mail.before = () => undefined;
});

async function queueMail(): Promise<string> {
  const id = newId();
  const now = app.clock.now();
  await app.database.owner.query(
    `insert into message (id, region_id, key, reason, template, locale, to_name, to_address, subject, text_body, html_body, holds_secret, status, next_attempt_at, created_at)
     values ($1, $2, $3, 'test', 'test', 'nl', 'Noor Voorbeeld', 'noor@example.nl', 'Onderwerp', 'Tekst', '<p>Tekst</p>', false, 'queued', $4, $4)`,
    [id, region.id, `test:${id}`, now],
  );
  return id;
}

async function standing(id: string): Promise<{ status: string; attempts: number; answer: string | null }> {
  const { rows } = await app.database.owner.query<{
    status: string;
    attempts: number;
    answer: string | null;
  }>('select status, attempts, provider_answer answer from message where id = $1', [id]);
  return rows[0]!;
}

/** What the mail server answers to the recipient from now on. */
function refuseRecipients(responseCode: number, text: string): void {
  mail.before = (step) => {
    if (step === 'rcpt-to') throw Object.assign(new Error(text), { responseCode });
  };
}

describe('a confirmation as it arrives', () => {
  let email: Email;

  beforeAll(async () => {
    const noor = await createProfessional(app.database, region, 'Almere', 'Noor Voorbeeld');
    await enrol(app, region, noor, await createSession(app.database, region));
    await app.work();
    email = await PostalMime.parse(mail.accepted.find(({ to }) => to === noor.email)!.raw);
  });

  test('has a text and an HTML part that say the same', () => {
    for (const part of [email.text, email.html]) {
      expect(part).toContain('Beste Noor Voorbeeld');
      expect(part).toContain('12 november 2026');
    }
  });

  test('has a calendar part whose method is that of the file, as Outlook wants it', () => {
    const calendar = email.attachments.filter(({ mimeType }) => mimeType.startsWith('text/calendar'));
    expect(calendar.length).toBeGreaterThan(0);
    const content = calendar[0]!.content;
    const text = typeof content === 'string' ? content : Buffer.from(content as ArrayBuffer).toString();
    expect(calendar[0]!.method).toBe('REQUEST');
    expect(text).toContain('METHOD:REQUEST');
    expect(text).toContain('TZID=Europe/Amsterdam:20261112T093000');
  });

  test('says that a machine wrote it, and carries an id of this site', () => {
    const headers = new Map(email.headers.map(({ key, value }) => [key, value]));
    expect(headers.get('auto-submitted')).toBe('auto-generated');
    expect(email.messageId).toMatch(/^<[\w-]{36}@leerlijn\.example\.nl>$/);
  });
});

test('a refusal for the moment is tried again later with the same Message-ID, and then sent', async () => {
  const id = await queueMail();
  refuseRecipients(452, '4.2.2 Mailbox vol');
  await app.recur('mail.send-due');
  expect(await standing(id)).toMatchObject({ status: 'queued', attempts: 1 });
  mail.before = () => undefined;
  await app.recur('mail.send-due');
  expect(mail.accepted).toHaveLength(0);
  app.clock.advance({ minutes: 10 });
  await app.recur('mail.send-due');
  expect(await standing(id)).toMatchObject({ status: 'sent', attempts: 2 });
  expect(mail.accepted.map(({ messageId }) => messageId)).toEqual([`<${id}@leerlijn.example.nl>`]);
});

test('a refusal for good ends it, with the answer of the mail server kept', async () => {
  const id = await queueMail();
  refuseRecipients(550, '5.1.1 Mailbox bestaat niet');
  await app.recur('mail.send-due');
  app.clock.advance({ days: 3 });
  await app.recur('mail.send-due');
  const after = await standing(id);
  expect(after).toMatchObject({ status: 'failed', attempts: 1 });
  expect(after.answer).toContain('Mailbox bestaat niet');
});

test('a mail that is marked sent cannot be made unsent, not even by hand', async () => {
  const id = await queueMail();
  await app.recur('mail.send-due');
  const resend = app.database.owner.query(
    "update message set status = 'queued', sent_at = null where id = $1",
    [id],
  );
  await expect(resend).rejects.toThrow(/for good/);
});

test('the link to sign in is not kept once the mail has left', async () => {
  const { email } = await createProfessional(app.database, region, 'Urk');
  await fetch(`${app.url}/sign-in`, {
    method: 'POST',
    body: new URLSearchParams({ email }),
    headers: { 'sec-fetch-site': 'same-origin' },
    redirect: 'manual',
  });
  await app.work();
  expect(mail.accepted.map(({ raw }) => raw).join()).toContain('/sign-in/links/');
  const { rows } = await app.database.owner.query<{ text_body: string; html_body: string }>(
    "select text_body, html_body from message where to_address = $1 and template = 'sign-in-link'",
    [email],
  );
  expect(rows).toEqual([{ text_body: '', html_body: '' }]);
});
