import decodeQR from 'qr/decode.js';
import { startApp, type TestApp } from '../support/app.js';
import {
  createTaughtSession,
  createTrainer,
  marksOf,
  seat,
  type SeatedProfessional,
  type TaughtSession,
} from '../support/attendance.js';
import { Client, signIn } from '../support/client.js';
import { createAccount, createRegion, type TestRegion } from '../support/region.js';

const COMING_IN = '2026-11-12T08:20:05Z';

let app: TestApp;
let region: TestRegion;
let trainer: Client;
let stranger: Client;
let session: TaughtSession;
let noor: SeatedProfessional;

beforeAll(async () => {
  app = await startApp({ at: COMING_IN });
  region = await createRegion(app.database);
  const account = await createAccount(app.database, region, 'trainer', { trainerId: region.trainerId });
  const trainerId = await createTrainer(app.database, region);
  const other = await createAccount(app.database, region, 'trainer', { trainerId });
  trainer = await signIn(app, account.email);
  stranger = await signIn(app, other.email);
});
afterAll(() => app.stop());

beforeEach(async () => {
  app.clock.set(COMING_IN);
  await app.database.owner.query('delete from session_part_trainer');
  session = await createTaughtSession(app.database, region, {
    starts: ['2026-11-12 09:30', '2026-11-12 13:30'],
    trainerId: region.trainerId,
  });
  noor = await seat(app.database, region, session.id, 'Almere', 'Noor Voorbeeld');
});

const wall = (client = trainer) => client.get(`/sessions/${session.id}/wall-code`);
const marks = () => marksOf(app.database, session.id);

/** The address in the QR code on the wall, read as a camera does. */
async function scanned(): Promise<string> {
  return new URL(readQrOn((await wall()).text)).pathname;
}

/** A QR code drawn on a page, as text. */
function readQrOn(html: string): string {
  const [, side, path] = /class="ll-qr" viewBox="0 0 (\d+) \1"[^>]*><path d="([^"]+)"/.exec(html)!;
  const SCALE = 4;
  const width = Number(side) * SCALE;
  const data = new Uint8Array(width * width * 4).fill(255);
  for (const [, x, y] of path!.matchAll(/M(\d+) (\d+)h1/g))
    for (let dy = 0; dy < SCALE; dy++)
      for (let dx = 0; dx < SCALE; dx++)
        data.set([0, 0, 0, 255], 4 * ((Number(y) * SCALE + dy) * width + Number(x) * SCALE + dx));
  return decodeQR({ width, height: width, data });
}

test('a participant scans the wall, presses, and is checked in for the part of the moment', async () => {
  const phone = await signIn(app, noor.email);
  const address = await scanned();
  const page = await phone.get(address);
  expect(page.text).toContain('dagdeel 1, 09:30–12:30');
  const after = await phone.follow(await phone.post(address, {}));
  expect(after.text).toContain('Opgeslagen: u bent ingecheckt voor dagdeel 1');
  expect(await marks()).toEqual(['1 Noor Voorbeeld present']);
  expect((await wall()).text).toContain('1 van 1 ingecheckt');
  expect((await phone.get(address)).text).toContain('U bent al ingecheckt');
  app.clock.set('2026-11-12T11:45:00Z');
  await phone.post(await scanned(), {});
  expect(await marks()).toEqual(['1 Noor Voorbeeld present', '2 Noor Voorbeeld present']);
});

test('the wall shows another code when half a minute is over, without script', async () => {
  const first = await wall();
  expect(first.headers.get('refresh')).toBe('25');
  expect(first.text).toContain('0 van 1 ingecheckt');
  expect(first.text).not.toContain('Noor');
  app.clock.set('2026-11-12T08:20:29Z');
  expect(readQrOn((await wall()).text)).toBe(readQrOn(first.text));
  app.clock.set('2026-11-12T08:20:30Z');
  expect(readQrOn((await wall()).text)).not.toBe(readQrOn(first.text));
});

test('a picture of the wall that is sent home opens nothing after a minute', async () => {
  const phone = await signIn(app, noor.email);
  const address = await scanned();
  app.clock.set('2026-11-12T08:21:29Z');
  expect((await phone.get(address)).text).toContain('Ik ben er');
  app.clock.set('2026-11-12T08:21:30Z');
  const tooLate = await phone.get(address);
  expect(tooLate.status).toBe(410);
  expect(tooLate.text).toContain('Scan de code die nu op het scherm in de zaal staat.');
  const pressed = await phone.post(address, {});
  expect(pressed.status).toBe(409);
  expect(pressed.text).toContain('Scan de code die nu op het scherm in de zaal staat.');
  expect(await marks()).toEqual([]);
});

test('who is not signed in is asked to do so and to scan again', async () => {
  const visitor = new Client(app.url);
  const page = await visitor.get(await scanned());
  expect(page.text).toContain('Meld u eerst aan met uw werkadres. Scan daarna de code opnieuw.');
  expect(page.text).not.toContain('Ik ben er');
});

test('who has no seat checks in nobody, and does not learn who is there', async () => {
  const elsewhere = await createTaughtSession(app.database, region, {
    starts: ['2026-11-19 09:30'],
    trainerId: await createTrainer(app.database, region),
  });
  const sem = await seat(app.database, region, elsewhere.id, 'Dronten', 'Sem Voorbeeld');
  const phone = await signIn(app, sem.email);
  const address = await scanned();
  expect((await phone.get(address)).text).toContain('U hebt geen plaats in deze training.');
  expect((await phone.post(address, {})).status).toBe(404);
  expect(await marks()).toEqual([]);
});

test('a trainer who scans the wall is sent to the list instead', async () => {
  expect((await trainer.get(await scanned())).text).toContain(
    'Met deze code checken deelnemers zichzelf in.',
  );
});

test('two presses at once check in one person once, and a withdrawn seat is not checked in', async () => {
  const phone = await signIn(app, noor.email);
  const address = await scanned();
  await Promise.all([phone.post(address, {}), phone.post(address, {})]);
  expect(await marks()).toEqual(['1 Noor Voorbeeld present']);
  await app.database.owner.query(
    "update enrolment set status = 'cancelled', cancelled_at = now(), end_reason = 'cancelled' where id = $1",
    [noor.enrolmentId],
  );
  expect((await phone.post(address, {})).status).toBe(404);
});

test('the trainer who saw that someone was not there has the last word', async () => {
  const phone = await signIn(app, noor.email);
  await phone.post(await scanned(), {});
  app.clock.set('2026-11-12T08:40:00Z');
  await trainer.post(`/sessions/${session.id}/attendance?part=1`, {
    ...{ [noor.enrolmentId]: 'absent', seen: '2026-11-12T08:39:00Z' },
  });
  expect(await marks()).toEqual(['1 Noor Voorbeeld absent']);
});

test('there is a code only on the day, and only for who gives the training', async () => {
  expect((await wall(stranger)).status).toBe(404);
  app.clock.set('2026-11-12T15:30:00Z');
  const over = await wall();
  expect(over.headers.get('refresh')).toBeNull();
  expect(over.text).toContain('Er is nu geen dagdeel waarvoor mensen kunnen inchecken.');
});

test.each(['A'.repeat(42), 'x', '%00', 'LL-2026-22222-22222-22222'])('%j is no code', async (code) => {
  expect((await new Client(app.url).get(`/self-check-in/${code}`)).status).toBe(404);
});

test('a code that only looks like one opens nothing', async () => {
  const phone = await signIn(app, noor.email);
  expect((await phone.get(`/self-check-in/${'A'.repeat(43)}`)).status).toBe(410);
  expect((await phone.post(`/self-check-in/${'A'.repeat(43)}`, {})).status).toBe(409);
});
