import { startApp, type TestApp } from '../support/app.js';
import {
  byIcalJs,
  byPython,
  calendarAfter,
  pythonIsHere,
  type CalendarReader,
} from '../support/calendar-readers.js';
import { Client, signIn } from '../support/client.js';
import { cancelEnrolment, enrol, mailsTo } from '../support/enrolment.js';
import {
  createAccount,
  createProfessional,
  createRegion,
  createSession,
  type TestProfessional,
  type TestRegion,
} from '../support/region.js';
import { instantOf } from '../../src/shared/local-date.js';

/** Parts around and over both changes of the clock: what is read on the wall, and which instants that are. */
const PARTS = [
  ['2026-10-24', '09:30', '17:00', '2026-10-24T07:30:00.000Z', '2026-10-24T15:00:00.000Z'],
  ['2026-10-25', '01:30', '03:30', '2026-10-24T23:30:00.000Z', '2026-10-25T02:30:00.000Z'],
  ['2026-10-25', '09:30', '17:00', '2026-10-25T08:30:00.000Z', '2026-10-25T16:00:00.000Z'],
  ['2026-10-26', '09:30', '17:00', '2026-10-26T08:30:00.000Z', '2026-10-26T16:00:00.000Z'],
  ['2027-03-27', '09:30', '17:00', '2027-03-27T08:30:00.000Z', '2027-03-27T16:00:00.000Z'],
  ['2027-03-28', '01:30', '03:30', '2027-03-28T00:30:00.000Z', '2027-03-28T01:30:00.000Z'],
  ['2027-03-28', '09:30', '17:00', '2027-03-28T07:30:00.000Z', '2027-03-28T15:00:00.000Z'],
  ['2027-03-29', '09:30', '17:00', '2027-03-29T07:30:00.000Z', '2027-03-29T15:00:00.000Z'],
] as const;
const planned = PARTS.map(([, , , start, end]) => [start, end]);
/** The same, with the last part moved from after one change of the clock to after the next. */
const moved = [...planned.slice(0, -1), ['2027-11-02T08:30:00.000Z', '2027-11-02T16:00:00.000Z']];

let app: TestApp;
let region: TestRegion;
let coordinator: Client;

beforeAll(async () => {
  app = await startApp({ at: '2026-10-01T08:00:00Z' });
  region = await createRegion(app.database);
  coordinator = await signIn(app, (await createAccount(app.database, region, 'coordinator')).email);
});
afterAll(() => app.stop());

async function sessionOfParts(): Promise<string> {
  const { owner } = app.database;
  const id = await createSession(app.database, region, { date: PARTS[0][0] });
  for (const [index, [date, start, end]] of PARTS.slice(1).entries())
    await owner.query(
      `insert into session_part (id, session_id, ordinal, local_date, start_time, end_time, time_zone, starts_at, ends_at, room_id)
       select gen_random_uuid(), session_id, $2, $3, $4, $5, time_zone, $6, $7, room_id
       from session_part where session_id = $1 and ordinal = 1`,
      [id, index + 2, date, start, end, instantOf(date, start), instantOf(date, end)],
    );
  return id;
}

async function moveLastPart(session: string): Promise<void> {
  const { rows } = await app.database.owner.query<{ version: string; roomId: string }>(
    'select version::text, room_id "roomId" from session s join session_part p on p.session_id = s.id where s.id = $1',
    [session],
  );
  const place = { date: '2027-11-02', startTime: '09:30', endTime: '17:00' };
  const answer = await coordinator.post(`/sessions/${session}/parts/${PARTS.length}`, {
    ...place,
    ...rows[0],
  });
  if (answer.status !== 303) throw new Error(`Moving failed: ${answer.status} ${answer.text}`);
  await app.work();
}

async function filesTo(person: TestProfessional): Promise<string[]> {
  await app.work();
  return (await mailsTo(app, person)).flatMap(({ calendar_file: file }) => (file === null ? [] : [file]));
}

/** When the appointments are in the calendar of someone who gets these files. */
const instants = (files: readonly string[], read: CalendarReader) =>
  [...calendarAfter(files, read).values()].map(({ start, end }) => [start, end]).sort();

async function feed(about: string): Promise<() => Promise<string>> {
  const made = await coordinator.post('/calendar/feeds', { about });
  const address = /\/calendars\/[\w-]{43}\.ics/.exec(made.text)![0];
  return async () => (await new Client(app.url).get(address)).text;
}

// python3-icalendar comes with the operating system; without it its tests are reported as skipped, by name.
const families = [
  ['ical.js', byIcalJs, describe],
  ['python3-icalendar', byPython, pythonIsHere ? describe : describe.skip],
] as const;

for (const [family, read, describeFamily] of families)
  describeFamily(`a calendar that is read by ${family}`, () => {
    let person: TestProfessional;
    let session: string;

    beforeEach(async () => {
      person = await createProfessional(app.database, region, 'Almere');
      session = await sessionOfParts();
    });

    test('has every part of an invitation at its instant, on both sides of a change of the clock and over it', async () => {
      await enrol(app, region, person, session);
      const files = await filesTo(person);
      expect(files.map((file) => read(file).method)).toEqual(['REQUEST']);
      expect(instants(files, read)).toEqual(planned);
    });

    test('follows a part that moves over a change of the clock, and keeps the others', async () => {
      await enrol(app, region, person, session);
      await app.work();
      await moveLastPart(session);
      const files = await filesTo(person);
      expect(files.map((file) => read(file).method)).toEqual(['REQUEST', 'REQUEST']);
      expect(instants(files, read)).toEqual(moved);
    });

    test('loses every part when the person cancels, also after a move', async () => {
      const enrolment = await enrol(app, region, person, session);
      await app.work();
      await moveLastPart(session);
      await cancelEnrolment(app, region, person, enrolment);
      const files = await filesTo(person);
      expect(read(files.at(-1)!)).toMatchObject({ method: 'CANCEL' });
      expect(read(files.at(-1)!).events.map(({ status }) => status)).toEqual(PARTS.map(() => 'CANCELLED'));
      expect(instants(files, read)).toEqual([]);
    });

    test('shows in a feed what is planned, then where it moved to, and nothing that is called off', async () => {
      const { rows } = await app.database.owner.query<{ id: string }>(
        'select room_id id from session_part where session_id = $1 and ordinal = 1',
        [session],
      );
      const now = await feed(`room:${rows[0]!.id}`);
      expect(read(await now()).method).toBe('PUBLISH');
      expect(instants([await now()], read)).toEqual(planned);
      await moveLastPart(session);
      expect(instants([await now()], read)).toEqual(moved);
      await app.database.owner.query("update session set status = 'cancelled' where id = $1", [session]);
      expect(instants([await now()], read)).toEqual([]);
    });
  });
