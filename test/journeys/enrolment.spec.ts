import ICAL from 'ical.js';
import { SessionService } from '../../src/sessions/session.service.js';
import { systemActor } from '../../src/shared/actor.js';
import { startApp, type TestApp } from '../support/app.js';
import { apiClient, signIn } from '../support/client.js';
import { cancelEnrolment, enrol, mailsTo, moveSession } from '../support/enrolment.js';
import {
  createAccount,
  createProfessional,
  createRegion,
  createSession,
  type TestProfessional,
  type TestRegion,
} from '../support/region.js';

let app: TestApp;
let region: TestRegion;
let noor: TestProfessional;
let sam: TestProfessional;

beforeAll(async () => {
  app = await startApp();
  region = await createRegion(app.database);
});
afterAll(() => app.stop());
beforeEach(async () => {
  noor = await createProfessional(app.database, region, 'Almere', 'Noor Voorbeeld');
  sam = await createProfessional(app.database, region, 'Dronten', 'Sam Voorbeeld');
});

interface Vevent {
  readonly uid: string;
  readonly sequence: number;
  readonly status: string;
  readonly start: string;
}

function eventsOf(file: string | null): Vevent[] {
  return ICAL.Component.fromString(file!)
    .getAllSubcomponents('vevent')
    .map((vevent) => ({
      uid: vevent.getFirstPropertyValue('uid') as string,
      sequence: Number(vevent.getFirstPropertyValue('sequence')),
      status: vevent.getFirstPropertyValue('status') as string,
      start: (vevent.getFirstPropertyValue('dtstart') as ICAL.Time).toString(),
    }));
}

describe('a professional', () => {
  test('enrols on the page and gets one confirmation with a calendar invitation', async () => {
    const sessionId = await createSession(app.database, region);
    const client = await signIn(app, noor.email);
    const answer = await client.post(`/sessions/${sessionId}/enrolment`);
    expect(answer.location).toBe(`/sessions/${sessionId}`);
    await app.work();
    const mails = await mailsTo(app, noor);
    expect(mails.map(({ template, calendar_method }) => [template, calendar_method])).toEqual([
      ['enrolment-confirmed', 'REQUEST'],
    ]);
    expect(mails[0]!.subject).toBe('U bent ingeschreven: Basistraining op donderdag 12 november 2026');
    expect(mails[0]!.text_body).toMatch(/^Plaats: Voorbeeldzaal, Zaal .*, Voorbeeldplein 1, Almere$/m);
    expect(eventsOf(mails[0]!.calendar_file)).toMatchObject([
      { sequence: 0, status: 'CONFIRMED', start: '2026-11-12T09:30:00' },
    ]);
  });

  test('hears the place in the waiting list of a full session, on the page and by mail', async () => {
    const sessionId = await createSession(app.database, region, { capacity: 1 });
    await enrol(app, region, noor, sessionId);
    const client = await signIn(app, sam.email);
    await client.post(`/sessions/${sessionId}/enrolment`);
    expect((await client.get('/enrolments')).text).toContain('U staat op nummer 1 van de wachtlijst.');
    await app.work();
    const [mail] = await mailsTo(app, sam);
    expect(mail).toMatchObject({ template: 'enrolment-waitlisted', calendar_method: null });
    expect(mail!.text_body).toContain('U staat op nummer 1 van de wachtlijst');
  });

  test('is asked before cancelling, and then leaves the seat to the next', async () => {
    const sessionId = await createSession(app.database, region, { capacity: 1 });
    const enrolmentId = await enrol(app, region, noor, sessionId);
    await enrol(app, region, sam, sessionId);
    await app.work();
    const client = await signIn(app, noor.email);
    const question = await client.get(`/enrolments/${enrolmentId}/cancellation`);
    expect(question.text).toContain('Wilt u zich afmelden voor ‘Basistraining’?');
    const answer = await client.post(`/enrolments/${enrolmentId}/cancellation`);
    expect((await client.follow(answer)).text).toContain('U bent afgemeld.');
    await app.work();
    expect((await mailsTo(app, sam)).map(({ template }) => template)).toEqual([
      'enrolment-waitlisted',
      'enrolment-confirmed',
    ]);
  });

  test('gets a cancellation for the same calendar event, numbered higher', async () => {
    const sessionId = await createSession(app.database, region);
    const enrolmentId = await enrol(app, region, noor, sessionId);
    await app.work();
    await cancelEnrolment(app, region, noor, enrolmentId);
    await app.work();
    const [invitation, cancellation] = await mailsTo(app, noor);
    const [invited] = eventsOf(invitation!.calendar_file);
    expect(cancellation).toMatchObject({ template: 'enrolment-cancelled', calendar_method: 'CANCEL' });
    expect(eventsOf(cancellation!.calendar_file)).toMatchObject([
      { uid: invited!.uid, sequence: 1, status: 'CANCELLED' },
    ]);
  });

  test('who cancelled before the confirmation was written gets no confirmation', async () => {
    const sessionId = await createSession(app.database, region);
    await cancelEnrolment(app, region, noor, await enrol(app, region, noor, sessionId));
    await app.work();
    expect((await mailsTo(app, noor)).map(({ template }) => template)).toEqual(['enrolment-cancelled']);
  });

  test('downloads the appointment as a calendar file', async () => {
    const sessionId = await createSession(app.database, region);
    const enrolmentId = await enrol(app, region, noor, sessionId);
    const file = await (await signIn(app, noor.email)).get(`/enrolments/${enrolmentId}/calendar.ics`);
    expect(file.type).toContain('text/calendar');
    expect(file.text).toContain('METHOD:PUBLISH');
    expect(eventsOf(file.text)[0]!.start).toBe('2026-11-12T09:30:00');
  });

  test('does not find the enrolment of someone else', async () => {
    const sessionId = await createSession(app.database, region);
    const enrolmentId = await enrol(app, region, noor, sessionId);
    const client = await signIn(app, sam.email);
    const answers = [
      await client.get(`/enrolments/${enrolmentId}/calendar.ics`),
      await client.get(`/enrolments/${enrolmentId}/cancellation`),
      await client.post(`/enrolments/${enrolmentId}/cancellation`),
    ];
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404]);
  });

  test('reads mail in the language of the account', async () => {
    await app.database.owner.query("update account set locale = 'en' where id = $1", [noor.accountId]);
    await enrol(app, region, noor, await createSession(app.database, region));
    await app.work();
    expect((await mailsTo(app, noor))[0]!.subject).toMatch(
      /^You are enrolled: Basistraining on Thursday,? 12 November 2026$/,
    );
  });
});

describe('a session that changes', () => {
  test('sends everyone with a seat the same event on the new date, numbered higher', async () => {
    const sessionId = await createSession(app.database, region);
    await enrol(app, region, noor, sessionId);
    await app.work();
    await moveSession(app, region, sessionId, '2026-11-19');
    const [first, second] = await mailsTo(app, noor);
    const [before] = eventsOf(first!.calendar_file);
    expect(second).toMatchObject({ template: 'session-moved', calendar_method: 'REQUEST' });
    expect(eventsOf(second!.calendar_file)).toMatchObject([
      { uid: before!.uid, sequence: 1, start: '2026-11-19T09:30:00' },
    ]);
  });

  test('that is called off ends every enrolment and tells everyone once', async () => {
    const sessionId = await createSession(app.database, region, { capacity: 1 });
    await enrol(app, region, noor, sessionId);
    await enrol(app, region, sam, sessionId);
    await app.work();
    const sessions = app.app.get(SessionService, { strict: false });
    await sessions.cancel({ ...systemActor, regionId: region.id }, sessionId);
    await app.work();
    expect((await mailsTo(app, noor)).at(-1)).toMatchObject({
      template: 'session-cancelled',
      calendar_method: 'CANCEL',
    });
    expect(
      (await mailsTo(app, sam)).map(({ template, calendar_method }) => [template, calendar_method]),
    ).toEqual([
      ['enrolment-waitlisted', null],
      ['session-cancelled', null],
    ]);
    const { rows } = await app.database.owner.query<{ status: string }>(
      'select distinct status from enrolment where session_id = $1',
      [sessionId],
    );
    expect(rows).toEqual([{ status: 'cancelled' }]);
  });
});

describe('the roster', () => {
  test('lets a contact enrol an own professional and says the place in the waiting list', async () => {
    const sessionId = await createSession(app.database, region, { capacity: 1 });
    await enrol(app, region, noor, sessionId);
    const contact = await createAccount(app.database, region, 'contact', {
      municipalityId: region.municipalities.Dronten,
    });
    const client = await signIn(app, contact.email);
    const list = await client.get(`/sessions/${sessionId}/participants/new?q=sam+voor`);
    expect(list.text).toContain(sam.email);
    const answer = await client.post(`/sessions/${sessionId}/participants`, { professionalId: sam.id });
    expect((await client.follow(answer)).text).toContain('Sam Voorbeeld staat op nummer 1 van de wachtlijst');
  });

  test('hides the people of another municipality from a contact', async () => {
    const sessionId = await createSession(app.database, region);
    await enrol(app, region, noor, sessionId);
    await enrol(app, region, sam, sessionId);
    const contact = await createAccount(app.database, region, 'contact', {
      municipalityId: region.municipalities.Dronten,
    });
    const client = await signIn(app, contact.email);
    const roster = await client.get(`/sessions/${sessionId}/participants`);
    expect(roster.text).toContain('Sam Voorbeeld');
    expect(roster.text).not.toContain('Noor Voorbeeld');
    const enrolled = await client.post(`/sessions/${sessionId}/participants`, { professionalId: noor.id });
    expect(enrolled.status).toBe(404);
  });

  test('shows the waiting list in the order in which seats are given out', async () => {
    const sessionId = await createSession(app.database, region, { capacity: 1, payer: 'Almere' });
    const mia = await createProfessional(app.database, region, 'Almere', 'Mia Voorbeeld');
    await enrol(app, region, noor, sessionId);
    await enrol(app, region, sam, sessionId);
    await enrol(app, region, mia, sessionId);
    const coordinator = await createAccount(app.database, region, 'coordinator');
    const client = await signIn(app, coordinator.email);
    const { text } = await client.get(`/sessions/${sessionId}/participants?status=waitlisted`);
    expect(text.indexOf('Mia Voorbeeld')).toBeLessThan(text.indexOf('Sam Voorbeeld'));
  });

  test('lets a coordinator cancel a place, and tells that person', async () => {
    const sessionId = await createSession(app.database, region);
    const enrolmentId = await enrol(app, region, noor, sessionId);
    const coordinator = await createAccount(app.database, region, 'coordinator');
    const client = await signIn(app, coordinator.email);
    const answer = await client.post(`/enrolments/${enrolmentId}/cancellation`);
    expect(answer.location).toBe(`/sessions/${sessionId}/participants`);
    await app.work();
    expect((await mailsTo(app, noor)).at(-1)!.template).toBe('enrolment-cancelled');
  });

  test('is for the trainer of that session only', async () => {
    const sessionId = await createSession(app.database, region);
    const trainer = await createAccount(app.database, region, 'trainer', { trainerId: region.trainerId });
    const client = await signIn(app, trainer.email);
    expect((await client.get(`/sessions/${sessionId}/participants`)).status).toBe(404);
    await app.database.owner.query(
      `insert into session_part_trainer (part_id, trainer_id, during)
       select id, $2, tstzrange(starts_at, ends_at) from session_part where session_id = $1`,
      [sessionId, region.trainerId],
    );
    await enrol(app, region, noor, sessionId);
    const roster = await client.get(`/sessions/${sessionId}/participants`);
    expect(roster.text).toContain('Noor Voorbeeld');
    expect(roster.text).not.toContain('/cancellation');
  });

  test.each(['page=abc', 'page=0', 'status=onzin', 'q=%00', `q=${'a'.repeat(500)}`, 'page=99999'])(
    'takes the query string %s for one that was not given',
    async (query) => {
      const sessionId = await createSession(app.database, region);
      const coordinator = await createAccount(app.database, region, 'coordinator');
      const client = await signIn(app, coordinator.email);
      expect((await client.get(`/sessions/${sessionId}/participants?${query}`)).status).toBe(200);
      expect((await client.get(`/sessions/${sessionId}/participants/new?${query}`)).status).toBe(200);
    },
  );
});

describe('the API', () => {
  test('lists the enrolments of a session with their places in the waiting list', async () => {
    const sessionId = await createSession(app.database, region, { capacity: 1 });
    await enrol(app, region, noor, sessionId);
    app.clock.advance({ minutes: 1 });
    await enrol(app, region, sam, sessionId);
    const coordinator = await createAccount(app.database, region, 'coordinator');
    const client = await apiClient(app, region.id, coordinator.id);
    const answer = (await client.get(`/sessions/${sessionId}/enrolments`)).json();
    expect(answer).toMatchObject({
      total: 2,
      items: [
        { professionalId: noor.id, status: 'confirmed', waitingPosition: null },
        { professionalId: sam.id, status: 'waitlisted', waitingPosition: 1 },
      ],
    });
  });

  test('lists to a professional only the own enrolments', async () => {
    const sessionId = await createSession(app.database, region);
    await enrol(app, region, noor, sessionId);
    await enrol(app, region, sam, sessionId);
    const client = await apiClient(app, region.id, sam.accountId);
    expect((await client.get('/enrolments')).json()).toMatchObject({
      total: 1,
      items: [{ professionalId: sam.id }],
    });
  });
});
