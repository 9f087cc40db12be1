import { randomUUID } from 'node:crypto';
import { InboundMailService } from '../../src/inbound-mail/inbound-mail.service.js';
import { addressWith } from '../../src/platform/mail/inbound-address.rules.js';
import { startApp, type TestApp } from '../support/app.js';
import { apiClient, signIn } from '../support/client.js';
import { cancelEnrolment, enrol, moveSession } from '../support/enrolment.js';
import { inboundMail } from '../support/inbound-mail.js';
import {
  createAccount,
  createProfessional,
  createRegion,
  createSession,
  type TestProfessional,
  type TestRegion,
} from '../support/region.js';
import { startMailServer, type MailServer } from '../support/smtp.js';

const INBOUND = 'antwoord@leerlijn.example.nl';
const MAIL_FROM = 'leerlijn@example.nl';

let mail: MailServer;
let app: TestApp;
let region: TestRegion;
let noor: TestProfessional;
let sessionId: string;

beforeEach(async () => {
  mail = await startMailServer();
  app = await startApp({ env: { SMTP_URL: mail.url, INBOUND_MAIL_ADDRESS: INBOUND, MAIL_FROM } });
  region = await createRegion(app.database);
  noor = await createProfessional(app.database, region, 'Almere', 'Noor Voorbeeld');
  sessionId = await createSession(app.database, region);
  await enrol(app, region, noor, sessionId);
  await app.work();
  // After the answers of the samples were given.
  app.clock.set('2026-09-01T08:30:00Z');
});
afterEach(async () => {
  await app.stop();
  await mail.stop();
});

/** The organizer and the uid of the appointment that went to Noor last, as a calendar reads them. */
async function appointment(): Promise<{ returnAddress: string; uid: string }> {
  const { rows } = await app.database.owner.query<{ file: string }>(
    'select calendar_file file from message where to_address = $1 and calendar_file is not null order by created_at desc, id desc limit 1',
    [noor.email],
  );
  const file = rows[0]!.file.replace(/\r\n /g, '');
  return {
    returnAddress: /^ORGANIZER.*mailto:(.*)\r$/m.exec(file)![1]!,
    uid: /^UID:(.*)\r$/m.exec(file)![1]!,
  };
}

type Sent = Parameters<typeof inboundMail>[1];
async function answers(sample: string, other: Partial<Sent> = {}, change = (text: string) => text) {
  const raw = await inboundMail(sample, { ...(await appointment()), to: noor.email, ...other });
  await app.app.get(InboundMailService, { strict: false }).takeIn(Buffer.from(change(raw.toString())));
  await app.work();
}

async function answersKept(): Promise<string[]> {
  const { rows } = await app.database.owner.query<{ answer: string }>(
    'select answer from appointment_answer',
  );
  return rows.map(({ answer }) => answer);
}

async function roster(
  role: 'coordinator' | 'contact' = 'coordinator',
  town: 'Almere' | 'Dronten' = 'Almere',
) {
  const more = role === 'contact' ? { municipalityId: region.municipalities[town] } : {};
  const { email } = await createAccount(app.database, region, role, more);
  return (await (await signIn(app, email)).get(`/sessions/${sessionId}/participants`)).text;
}

test('the appointment is answered to an address of its own that stays the same when the session moves', async () => {
  const first = await appointment();
  expect(first.returnAddress).toMatch(/^antwoord\+[0-9a-f]{32}@leerlijn\.example\.nl$/);
  await moveSession(app, region, sessionId, '2026-11-19');
  expect(mail.accepted.filter(({ to }) => to === noor.email)).toHaveLength(2);
  expect(await appointment()).toEqual(first);
});

test('who enrolled before there was such an address keeps the organizer that their calendar knows', async () => {
  await app.database.owner.query('update enrolment set answer_token = null');
  await cancelEnrolment(app, region, noor, await enrolmentId());
  await app.work();
  expect((await appointment()).returnAddress).toBe(MAIL_FROM);
});

test.each([
  ['calendar-accepted-outlook', 'heeft de afspraak in de agenda geaccepteerd'],
  ['calendar-declined-gmail', 'heeft de afspraak in de agenda afgewezen'],
  ['calendar-tentative-apple', 'heeft de afspraak in de agenda onder voorbehoud geaccepteerd'],
])('%s shows in the list of participants, and the seat stays', async (sample, words) => {
  await answers(sample);
  const page = await roster();
  expect(page).toContain(words);
  expect(page).toContain('1 van 12 plaatsen bezet');
  expect(await roster('contact')).toContain(words);
  expect(await roster('contact', 'Dronten')).not.toContain(words);
  expect(mail.accepted.filter(({ to }) => to === noor.email)).toHaveLength(1);
});

test('that someone declines is no cancellation, and the page says what to do', async () => {
  await answers('calendar-declined-gmail');
  expect(await roster()).toContain('de plaats blijft bezet: vraag na of iemand komt, en meld anders hier af');
});

test('of a session of several parts the list says which of them an answer is about', async () => {
  await app.database.owner.query(
    `insert into session_part select (jsonb_populate_record(p, jsonb_build_object('id', gen_random_uuid(), 'ordinal', 2,
       'local_date', '2026-11-13', 'starts_at', p.starts_at + interval '1 day', 'ends_at', p.ends_at + interval '1 day'))).*
     from session_part p where session_id = $1`,
    [sessionId],
  );
  const { uid } = await appointment();
  await answers('calendar-accepted-outlook');
  await answers('calendar-declined-gmail', { uid: uid.replace('-1@', '-2@') });
  const page = await roster();
  expect(page).toContain('heeft de afspraak in de agenda geaccepteerd (dagdeel 1)');
  expect(page).toContain('heeft de afspraak in de agenda afgewezen (dagdeel 2)');
});

test('other systems read the answers too', async () => {
  await answers('calendar-declined-gmail');
  const { id } = await createAccount(app.database, region, 'coordinator');
  const found = await (await apiClient(app, region.id, id)).get(`/sessions/${sessionId}/enrolments`);
  expect(found.json()).toMatchObject({
    items: [{ calendarAnswers: [{ ordinal: 1, answer: 'declined' }] }],
  });
});

test('the last answer counts, in whatever order they arrive', async () => {
  await answers('calendar-tentative-apple');
  await answers('calendar-accepted-outlook');
  await answers('calendar-tentative-apple');
  expect(await answersKept()).toEqual(['tentative']);
});

test('a clock that is ahead does not keep a later answer out', async () => {
  await answers('calendar-accepted-outlook', {}, (text) =>
    text.replace('20260901T080500Z', '20990901T080500Z'),
  );
  app.clock.set('2026-09-01T09:00:00Z');
  await answers('calendar-declined-gmail', {}, (text) =>
    text.replace('20260901T080600Z', '20260901T085900Z'),
  );
  expect(await answersKept()).toEqual(['declined']);
});

test('an answer to the appointment as it was before it moved is not shown', async () => {
  await answers('calendar-accepted-outlook');
  await moveSession(app, region, sessionId, '2026-11-19');
  expect(await roster()).not.toContain('geaccepteerd');
  await answers('calendar-accepted-outlook', {}, (text) =>
    text.replace('SEQUENCE:0', 'SEQUENCE:1').replace('20260901T080500Z', '20260901T080900Z'),
  );
  expect(await roster()).toContain('heeft de afspraak in de agenda geaccepteerd');
});

test.each<[string, (own: { returnAddress: string; uid: string }) => Partial<Sent>]>([
  ['from someone else', () => ({ to: 'iemand.anders@example.nl' })],
  ['to an address with another token', () => ({ returnAddress: addressWith(randomUUID(), INBOUND) })],
  ['to the address without a token', () => ({ returnAddress: INBOUND })],
  ['about another enrolment', ({ uid }) => ({ uid: uid.replace(/^.{36}/, randomUUID()) })],
  ['about a part that there is not', ({ uid }) => ({ uid: uid.replace('-1@', '-2@') })],
  ['about an appointment of another system', ({ uid }) => ({ uid: uid.replace(/@.*/, '@elders.example') })],
])('an answer %s changes nothing', async (_how, other) => {
  await answers('calendar-accepted-outlook', other(await appointment()));
  expect(await answersKept()).toEqual([]);
});

test('an answer of who has no seat any more changes nothing', async () => {
  const own = await appointment();
  await cancelEnrolment(app, region, noor, await enrolmentId());
  await answers('calendar-accepted-outlook', own);
  expect(await answersKept()).toEqual([]);
});

test('a version of the appointment that has not been yet is not answered', async () => {
  await answers('calendar-accepted-outlook', {}, (text) => text.replace('SEQUENCE:0', 'SEQUENCE:9'));
  expect(await answersKept()).toEqual([]);
});

test('what is written with an answer, or another time that is proposed, is passed on to people', async () => {
  await answers('calendar-accepted-outlook');
  await answers('calendar-tentative-apple');
  await answers('calendar-counter-outlook');
  const passedOn = mail.accepted.filter(({ to }) => to === MAIL_FROM).map(({ raw }) => raw);
  expect(passedOn).toEqual([
    expect.stringContaining('Ik weet het vrijdag zeker.'),
    expect.stringContaining('Kan het een half uur later?'),
  ]);
});

async function enrolmentId(): Promise<string> {
  const { rows } = await app.database.owner.query<{ id: string }>('select id from enrolment');
  return rows[0]!.id;
}
