import { randomUUID } from 'node:crypto';
import { InboundMailService } from '../../src/inbound-mail/inbound-mail.service.js';
import { addressWith } from '../../src/platform/mail/inbound-address.rules.js';
import { startApp, type TestApp } from '../support/app.js';
import { apiClient, signIn } from '../support/client.js';
import { enrol } from '../support/enrolment.js';
import { inboundMail } from '../support/inbound-mail.js';
import {
  createAccount,
  createProfessional,
  createRegion,
  createSession,
  type TestProfessional,
  type TestRegion,
} from '../support/region.js';
import { startMailServer, type Delivery, type MailServer } from '../support/smtp.js';

const INBOUND = 'antwoord@leerlijn.example.nl';
const MAIL_FROM = 'leerlijn@example.nl';

let mail: MailServer;
let app: TestApp;
let region: TestRegion;
let noor: TestProfessional;
let contact: { email: string };

beforeEach(async () => {
  mail = await startMailServer();
  app = await startApp({ env: { SMTP_URL: mail.url, INBOUND_MAIL_ADDRESS: INBOUND, MAIL_FROM } });
  region = await createRegion(app.database);
  noor = await createProfessional(app.database, region, 'Almere', 'Noor Voorbeeld');
  contact = await createAccount(app.database, region, 'contact', {
    municipalityId: region.municipalities.Almere,
  });
});
afterEach(async () => {
  await app.stop();
  await mail.stop();
});

async function enrolNoor(date = '2026-11-12'): Promise<Delivery> {
  await enrol(app, region, noor, await createSession(app.database, region, { date }));
  await app.work();
  return mail.accepted.findLast(({ to }) => to === noor.email)!;
}

const takeIn = (raw: Buffer) => app.app.get(InboundMailService, { strict: false }).takeIn(raw);

/** The sample comes in as the answer to a mail to Noor, or to another return address. */
async function comesBack(sample: string, returnAddress: string): Promise<void> {
  await takeIn(await inboundMail(sample, { returnAddress, to: noor.email }));
  await app.work();
}

const sentTo = (address: string) => mail.accepted.filter(({ to }) => to === address);
const count = async (table: string) =>
  (await app.database.owner.query<{ count: number }>(`select count(*)::int count from ${table}`)).rows[0]!
    .count;

async function coordinatorReads(path: string): Promise<string> {
  const { email } = await createAccount(app.database, region, 'coordinator');
  return (await (await signIn(app, email)).get(path)).text;
}
const idOf = ({ messageId }: Delivery) => messageId.slice(1, 37);

describe('a mail that leaves', () => {
  test('has a return address of its own, and is still from Leerlijn', async () => {
    const first = await enrolNoor('2026-11-12');
    const second = await enrolNoor('2026-11-13');
    expect(first.from).toMatch(/^antwoord\+[0-9a-f]{32}@leerlijn\.example\.nl$/);
    expect(second.from).not.toBe(first.from);
    expect(first.raw).toContain(`From: Leerlijn <${MAIL_FROM}>`);
  });

  test('has the return address that is never told by its Message-ID', async () => {
    const { from, messageId } = await enrolNoor();
    expect(from).not.toBe(addressWith(messageId.slice(1, 37), INBOUND));
  });
});

describe('mail that comes back because the address does not exist', () => {
  test('shows at the mail, with what the server said, in the list and through the API', async () => {
    const sent = await enrolNoor();
    await comesBack('postfix-user-unknown', sent.from);
    const page = await coordinatorReads(`/messages/${idOf(sent)}`);
    expect(page).toContain('Teruggekomen');
    expect(page).toContain('Recipient address rejected: User unknown');
    expect(await coordinatorReads('/messages?status=returned')).toContain(noor.email);
    expect(await coordinatorReads('/messages?status=sent')).not.toContain(noor.email);
    const { id } = await createAccount(app.database, region, 'coordinator');
    const api = await apiClient(app, region.id, id);
    expect((await api.get(`/messages/${idOf(sent)}`)).json()).toMatchObject({
      status: 'returned',
      returns: [{ kind: 'undelivered', answer: expect.stringContaining('550 5.1.1') }],
    });
  });

  test('ends all mail to the address, and is told to the contact once, however often it comes', async () => {
    const sent = await enrolNoor();
    await comesBack('exchange-online-user-unknown', sent.from);
    await comesBack('exchange-online-user-unknown', sent.from);
    await enrolNoor('2026-11-13');
    expect(sentTo(noor.email)).toHaveLength(1);
    expect(sentTo(contact.email)).toHaveLength(1);
    expect(sentTo(contact.email)[0]!.raw).toContain(noor.email);
  });

  test('kills an address once: after it is switched on again the same report does nothing', async () => {
    const sent = await enrolNoor();
    await comesBack('postfix-user-unknown', sent.from);
    await app.database.owner.query('delete from dead_address');
    await comesBack('gmail-user-unknown', sent.from);
    expect(await count('dead_address')).toBe(0);
  });

  test('is taken in once when the same report comes twice at the same time', async () => {
    const { from } = await enrolNoor();
    const raw = await inboundMail('postfix-user-unknown', { returnAddress: from, to: noor.email });
    await Promise.all([takeIn(raw), takeIn(raw), takeIn(raw)]);
    await app.work();
    expect(await count('returned_mail')).toBe(1);
    expect(sentTo(contact.email)).toHaveLength(1);
  });
});

describe('a report that somebody made up', () => {
  test.each([
    [
      'with the Message-ID for a token',
      ({ messageId }: Delivery) => addressWith(messageId.slice(1, 37), INBOUND),
    ],
    ['with a token of nobody', () => addressWith(randomUUID(), INBOUND)],
    ['to the address without a token', () => INBOUND],
  ])('%s does nothing and goes nowhere', async (_how, addressFor) => {
    const sent = await enrolNoor();
    const before = mail.accepted.length;
    await comesBack('postfix-user-unknown', addressFor(sent));
    expect(await count('returned_mail')).toBe(0);
    expect(await count('dead_address')).toBe(0);
    expect(mail.accepted).toHaveLength(before);
  });
});

describe('what says nothing against the address', () => {
  test.each([
    ['postfix-delayed', 'Vertraagd', 'Connection timed out'],
    ['gmail-mailbox-full', 'Teruggekomen', 'over quota'],
    ['exchange-online-not-allowed', 'Teruggekomen', 'organization policy'],
    ['forwarded-user-unknown', 'Teruggekomen', 'User unknown'],
    ['out-of-office-exchange', 'Automatisch antwoord', '1 september 2026'],
  ])('%s is shown at the mail and has no other consequence', async (sample, label, words) => {
    const sent = await enrolNoor();
    await comesBack(sample, sent.from);
    const page = await coordinatorReads(`/messages/${idOf(sent)}`);
    expect(page).toContain(label);
    expect(page).toContain(words);
    expect(await count('dead_address')).toBe(0);
    await enrolNoor('2026-11-13');
    expect(sentTo(noor.email)).toHaveLength(2);
  });

  test('the text of an out-of-office reply is not kept', async () => {
    await comesBack('out-of-office-exchange', (await enrolNoor()).from);
    const { rows } = await app.database.owner.query('select * from returned_mail');
    expect(rows).toHaveLength(1);
    expect(JSON.stringify(rows)).not.toContain('vakantie');
  });

  test('a receipt leaves no trace', async () => {
    await comesBack('receipt', (await enrolNoor()).from);
    expect(await count('returned_mail')).toBe(0);
  });
});

describe('what a person wrote', () => {
  test('is passed on, as it was, to where answers to our mail go, and nothing answers it by itself', async () => {
    await comesBack('answer-of-a-person', (await enrolNoor()).from);
    const [passedOn] = sentTo(MAIL_FROM);
    expect(passedOn).toMatchObject({ from: '', messageId: '<a1b2c3@example.nl>' });
    expect(passedOn!.raw).toContain('mag ik een half uur later binnenkomen?');
    expect(await count('returned_mail')).toBe(0);
  });

  test('does not go round when it is sent here once more', async () => {
    await comesBack('answer-of-a-person', INBOUND);
    const raw = sentTo(MAIL_FROM)[0]!.raw;
    await takeIn(Buffer.from(`From leerlijn@example.nl Tue Sep  1 10:16:00 2026\n${raw}`));
    expect(sentTo(MAIL_FROM)).toHaveLength(1);
  });

  test('is offered again when it cannot be passed on now', async () => {
    mail.refuses = () => Object.assign(new Error('Try again later'), { responseCode: 451 });
    await expect(comesBack('answer-of-a-person', INBOUND)).rejects.toThrow('could not be passed on');
  });
});

test('a contact sees what came back for the own people only', async () => {
  const sent = await enrolNoor();
  await comesBack('postfix-user-unknown', sent.from);
  const dronten = await createAccount(app.database, region, 'contact', {
    municipalityId: region.municipalities.Dronten,
  });
  expect((await (await signIn(app, contact.email)).get(`/messages/${idOf(sent)}`)).text).toContain(
    'Recipient address rejected',
  );
  expect((await (await signIn(app, dronten.email)).get(`/messages/${idOf(sent)}`)).status).toBe(404);
});

describe('a mail service that brings mail over HTTP', () => {
  const TOKEN = 'een-geheim-van-minstens-twintig';
  let web: TestApp;

  beforeEach(async () => {
    web = await startApp({
      database: app.database,
      env: { SMTP_URL: mail.url, INBOUND_MAIL_ADDRESS: INBOUND, MAIL_FROM, INBOUND_MAIL_TOKEN: TOKEN },
    });
  });
  afterEach(() => web.stop());

  const bring = async (body: Buffer, headers: Record<string, string> = {}) =>
    fetch(`${web.url}/api/v1/inbound-mails`, {
      method: 'POST',
      body: new Uint8Array(body),
      headers: { authorization: `Bearer ${TOKEN}`, 'content-type': 'message/rfc822', ...headers },
    });
  const bounce = async () =>
    inboundMail('postfix-user-unknown', { returnAddress: (await enrolNoor()).from, to: noor.email });

  test('has it taken in, once for each mail', async () => {
    const raw = await bounce();
    const answers = [await bring(raw), await bring(raw)];
    expect(answers.map(({ status }) => status)).toEqual([204, 204]);
    expect(await count('dead_address')).toBe(1);
  });

  test.each<[string, Record<string, string>, number]>([
    ['without the secret', { authorization: '' }, 404],
    ['with another secret', { authorization: `Bearer ${TOKEN}x` }, 404],
    ['as something else', { 'content-type': 'application/json' }, 400],
    ['as plain text', { 'content-type': 'text/plain' }, 415],
    ['as a file of a form', { 'content-type': 'multipart/form-data; boundary=x' }, 415],
  ])('%s nothing is taken in', async (_how, headers, status) => {
    expect((await bring(await bounce(), headers)).status).toBe(status);
    expect(await count('returned_mail')).toBe(0);
  });

  test('is told that a mail is too large, and that there is nothing for who does not know the secret', async () => {
    const raw = Buffer.concat([await bounce(), Buffer.alloc(10 * 1024 * 1024, 'x')]);
    expect((await bring(raw)).status).toBe(413);
    expect((await bring(raw, { authorization: 'Bearer x' })).status).toBe(404);
    expect(await count('returned_mail')).toBe(0);
  });

  test('is to offer a mail again that cannot be passed on now', async () => {
    mail.refuses = () => Object.assign(new Error('Try again later'), { responseCode: 451 });
    const raw = await inboundMail('answer-of-a-person', { returnAddress: INBOUND, to: noor.email });
    expect((await bring(raw)).status).toBe(500);
  });
});

test('over HTTP nothing comes in where no secret is set', async () => {
  const answer = await fetch(`${app.url}/api/v1/inbound-mails`, {
    method: 'POST',
    body: 'x',
    headers: { authorization: 'Bearer null', 'content-type': 'message/rfc822' },
  });
  expect(answer.status).toBe(404);
});
