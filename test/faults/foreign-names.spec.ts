import { startApp, type TestApp } from '../support/app.js';
import { makeBusy, type BusyRegion } from '../support/busy-region.js';
import { signIn, type Client } from '../support/client.js';
import { startMailServer, type MailServer } from '../support/smtp.js';

// Names from right to left and with emoji, from the register to the certificate: everything that shows, sends or
// writes a name meets one of them here.
const NAME = 'نور مثال 🎓 Voorbeeld';
const EMAIL = 'nour@voorbeeld.example';

let app: TestApp;
let mail: MailServer;
let region: BusyRegion;
let coordinator: Client;
let professional: Client;

beforeAll(async () => {
  mail = await startMailServer();
  app = await startApp({ at: '2026-10-05T08:00:00Z', env: { SMTP_URL: mail.url } });
  region = await makeBusy(app);
  coordinator = await signIn(app, 'coordinator@flevoland.example');
}, 120_000);
afterAll(async () => {
  await app.stop();
  await mail.stop();
});

test('the register takes the name, and shows it and finds it', async () => {
  const { organisation: organisationId, professionalFunction: functionId } = region;
  const answer = await coordinator.post('/professionals', {
    ...{ name: NAME, email: EMAIL, organisationId, functionId },
  });
  expect(answer.status).toBe(303);
  const found = await coordinator.get(`/professionals?q=${encodeURIComponent('مثال 🎓')}`);
  expect(found.text).toContain(NAME);
  expect((await coordinator.get('/professionals.csv')).text).toContain(NAME);
});

test('the person enrols, and the mail is addressed to the name and speaks to it', async () => {
  professional = await signIn(app, EMAIL);
  expect((await professional.post(`/sessions/${region.given}/enrolment`)).status).toBe(409);
  expect((await professional.post(`/sessions/${region.open}/enrolment`)).status).toBe(303);
  await app.work();
  const { rows } = await app.database.owner.query<{ text_body: string }>(
    "select text_body from message where to_address = $1 and template <> 'sign-in-link' and status = 'sent'",
    [EMAIL],
  );
  expect(rows[0]!.text_body).toContain(NAME);
  const [delivery] = mail.accepted.filter(({ to }) => to === EMAIL);
  expect(decodedWords(/^To: (.*(?:\r\n[ \t].*)*)/m.exec(delivery!.raw)![1]!)).toContain(NAME);
});

test('the list of participants and the attendance show the name', async () => {
  app.clock.set('2026-11-10T09:00:00Z');
  coordinator = await signIn(app, 'coordinator@flevoland.example');
  expect((await coordinator.post(`/sessions/${region.open}/confirmation`)).status).toBe(303);
  expect((await coordinator.get(`/sessions/${region.open}/participants`)).text).toContain(NAME);
  app.clock.set('2026-11-12T13:00:00Z');
  coordinator = await signIn(app, 'coordinator@flevoland.example');
  expect((await coordinator.get(`/sessions/${region.open}/attendance?part=1`)).text).toContain(NAME);
  for (const part of [1, 2]) {
    const path = `/sessions/${region.open}/attendance?part=${part}`;
    expect((await coordinator.post(path, { rest: 'present' })).status).toBe(303);
  }
});

test('the certificate is issued, mailed, downloaded and checked', async () => {
  expect((await coordinator.post(`/sessions/${region.open}/closure`)).status).toBe(303);
  await app.work();
  const { rows } = await app.database.owner.query<{ number: string }>(
    'select number from certificate where professional_name = $1',
    [NAME],
  );
  const { number } = rows[0]!;
  professional = await signIn(app, EMAIL);
  expect((await professional.get('/certificates')).text).toContain(NAME);
  const pdf = await professional.get(`/certificates/${number}/pdf`);
  expect([pdf.status, pdf.text.slice(0, 5)]).toEqual([200, '%PDF-']);
  expect((await coordinator.get(`/check/${number}`)).text).toContain(NAME);
  expect((await coordinator.get(`/certificates?q=${encodeURIComponent('نور')}`)).text).toContain(number);
});

test('nothing of all that failed on the way', async () => {
  await app.work();
  const { rows } = await app.database.owner.query<{ failed: number }>(
    `select (select count(*) from job where status = 'failed' or last_error is not null)::int
       + (select count(*) from message where status <> 'sent')::int failed`,
  );
  expect(rows[0]!.failed).toBe(0);
});

/** The words of a mail header as people see them (RFC 2047). */
function decodedWords(header: string): string {
  return header
    .replace(/\?=\s+=\?/g, '?==?')
    .replace(/=\?utf-8\?(B|Q)\?([^?]*)\?=/gi, (_word, kind: string, coded: string) =>
      kind.toUpperCase() === 'B'
        ? Buffer.from(coded, 'base64').toString()
        : Buffer.from(
            coded
              .replaceAll('_', ' ')
              .replace(/=([\dA-F]{2})/g, (_code, hex: string) =>
                String.fromCharCode(Number.parseInt(hex, 16)),
              ),
            'latin1',
          ).toString(),
    );
}
