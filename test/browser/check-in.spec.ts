import { rm } from 'node:fs/promises';
import type { BrowserContext, Page } from 'playwright-core';
import { signInCookie } from '../../src/access/sign-in-cookie.js';
import { freePort } from '../../src/platform/database/embedded-programs.js';
import { hashToken } from '../../src/access/tokens.rules.js';
import { newId, newToken } from '../../src/shared/ids.js';
import { AttendanceService } from '../../src/attendance/attendance.service.js';
import { EntryService } from '../../src/attendance/check-in/entry.service.js';
import { systemActor, type Actor } from '../../src/shared/actor.js';
import { startApp, type TestApp } from '../support/app.js';
import {
  createTaughtSession,
  marksOf,
  createTrainer,
  seat,
  type SeatedProfessional,
  type TaughtSession,
} from '../support/attendance.js';
import { startBrowser, type TestBrowser } from '../support/browser.js';
import { filmOf } from '../support/film.js';
import { createAccount, createRegion, type TestRegion } from '../support/region.js';

// A trainer stands at the door with a phone, and the network comes and goes.

const DOORS_OPEN = '2026-11-12T08:10:00Z';

let app: TestApp;
let region: TestRegion;
let chromium: TestBrowser;
let accountId: string;
let session: TaughtSession;
let noor: SeatedProfessional;
let sem: SeatedProfessional;
let device: BrowserContext;
let page: Page;
let isCut = false;

beforeAll(async () => {
  chromium = await startBrowser();
  const port = await freePort();
  app = await startApp({
    at: DOORS_OPEN,
    env: { PORT: String(port), PUBLIC_URL: `http://127.0.0.1:${port}` },
  });
  server().on('connection', (socket) => {
    if (isCut) socket.destroy();
  });
  region = await createRegion(app.database);
  accountId = (await createAccount(app.database, region, 'trainer', { trainerId: region.trainerId })).id;
}, 120_000);
afterAll(async () => {
  await app.stop();
  await chromium.stop();
});

const server = () => app.app.getHttpServer();

beforeEach(async () => {
  isCut = false;
  app.clock.set(DOORS_OPEN);
  await app.database.owner.query('delete from session_part_trainer');
  session = await createTaughtSession(app.database, region, {
    starts: ['2026-11-12 09:30', '2026-11-12 13:30'],
    trainerId: region.trainerId,
  });
  noor = await seat(app.database, region, session.id, 'Almere', 'Noor Voorbeeld');
  sem = await seat(app.database, region, session.id, 'Dronten', 'Sem Voorbeeld');
  device = await newDevice();
  page = await device.newPage();
  await page.goto('/check-in');
  await expectText('#count', '0 van 2 ingecheckt');
  await page.waitForFunction(async () => (await navigator.serviceWorker.ready).active?.state === 'activated');
});
afterEach(() => device.close());

async function newDevice({ browser } = chromium): Promise<BrowserContext> {
  const context = await browser.newContext({
    baseURL: app.url,
    locale: 'nl-NL',
    viewport: { width: 360, height: 740 },
  });
  context.setDefaultTimeout(20_000);
  await context.clock.setSystemTime(DOORS_OPEN);
  await signInOn(context);
  return context;
}

async function signInOn(context: BrowserContext, as = accountId): Promise<void> {
  const token = newToken();
  await app.database.owner.query(
    "insert into sign_in (id, account_id, token_hash, created_at, expires_at) values ($1, $2, $3, $4, '2099-01-01')",
    [newId(), as, hashToken(token), app.clock.now()],
  );
  await context.addCookies([{ name: signInCookie(app.config), value: token, url: app.url }]);
}

async function expectText(selector: string, text: string, on: Page = page): Promise<void> {
  await on.locator(selector, { hasText: text }).first().waitFor();
}

/** Takes the network away. The switch of the browser alone is late for a page that loads again, which then sent what waits. */
async function cutOff(...devices: BrowserContext[]): Promise<void> {
  isCut = true;
  server().closeAllConnections();
  await Promise.all(devices.map((each) => each.setOffline(true)));
}

async function connect(...devices: BrowserContext[]): Promise<void> {
  isCut = false;
  await Promise.all(devices.map((each) => each.setOffline(false)));
}

const marks = () => marksOf(app.database, session.id);

const row = (name: string, on: Page = page) => on.locator('.ll-door-row', { hasText: name });
const tap = (name: string, on: Page = page) =>
  row(name, on)
    .getByRole('button', { name: /^Inchecken/ })
    .click();

test('a tap is on the device first, and saved when the server says so', async () => {
  await tap('Noor');
  await expectText('#announcement', 'Noor Voorbeeld is ingecheckt op dit toestel.');
  await expectText('#state', 'Alles is opgeslagen');
  await expectText('.ll-door-row', 'Aanwezig');
  expect(await marks()).toEqual(['1 Noor Voorbeeld present']);
});

test('what is scanned without network survives a reload, and is there once when the network is back', async () => {
  const [code] = await codesOf(sem);
  await cutOff(device);
  await tap('Noor');
  await page.getByLabel('Of vul een toegangscode in').fill(`${app.url}/entry/${code}`);
  await page.getByRole('button', { name: 'Inchecken met code' }).click();
  await expectText('#announcement', 'Sem Voorbeeld is ingecheckt op dit toestel.');
  await expectText('#state', '2 nog niet opgeslagen');
  await page.reload();
  await expectText('#count', '2 van 2 ingecheckt');
  await expectText('#state', '2 nog niet opgeslagen');
  expect(await marks()).toEqual([]);
  await connect(device);
  await expectText('#state', 'Alles is opgeslagen');
  expect(await marks()).toEqual(['1 Noor Voorbeeld present', '1 Sem Voorbeeld present']);
  const { rows } = await app.database.owner.query('select from attendance_observation where part_id = $1', [
    session.partIds[0],
  ]);
  expect(rows).toHaveLength(2);
});

test('a check-in that is undone without network never was', async () => {
  await cutOff(device);
  await tap('Noor');
  await tap('Sem');
  await row('Noor')
    .getByRole('button', { name: /^Ongedaan maken/ })
    .click();
  await expectText('#announcement', 'Het inchecken van Noor Voorbeeld is ongedaan gemaakt op dit toestel.');
  await connect(device);
  await expectText('#state', 'Alles is opgeslagen');
  expect(await marks()).toEqual(['1 Sem Voorbeeld present']);
});

test('two devices without network check in the same person, and a list said absent meanwhile', async () => {
  const other = await newDevice();
  const second = await other.newPage();
  await second.goto('/check-in');
  await expectText('#count', '0 van 2 ingecheckt', second);
  await cutOff(device, other);
  await tap('Noor');
  await tap('Noor', second);
  app.clock.set('2026-11-12T08:40:00Z');
  await chooseOnList('absent');
  expect(await marks()).toEqual(['1 Noor Voorbeeld absent', '1 Sem Voorbeeld absent']);
  await connect(device, other);
  await expectText('#state', 'Alles is opgeslagen');
  await expectText('#state', 'Alles is opgeslagen', second);
  expect(await marks()).toEqual(['1 Noor Voorbeeld present', '1 Sem Voorbeeld absent']);
  await other.close();
});

/** What the trainer's list says of both, by someone who has not seen the devices. */
async function chooseOnList(mark: 'absent' | 'late'): Promise<void> {
  const part = session.partIds[0]!;
  const wishes = [noor, sem].map(({ enrolmentId }) => ({ enrolmentId, partId: part, mark, minutes: null }));
  const request = { wishes, restPresentIn: null, seenAt: app.clock.now() };
  await app.app.get(AttendanceService, { strict: false }).mark(trainer(), session.id, request);
}

test('a code of another day, of another training or of nothing checks in nobody, and says so', async () => {
  const elsewhere = await createTaughtSession(app.database, region, {
    starts: ['2026-11-12 14:00', '2026-11-13 09:30'],
    trainerId: await createTrainer(app.database, region),
  });
  const ali = await seat(app.database, region, elsewhere.id, 'Urk', 'Ali Voorbeeld');
  const [today, tomorrow] = await codesOf(ali);
  await enterCode(tomorrow!);
  await expectText('#announcement', 'Niet ingecheckt: deze code is voor een andere dag.');
  await enterCode('https://www.example.nl/anything');
  await expectText('#announcement', 'Niet ingecheckt: dit is geen toegangscode van Leerlijn.');
  // The device does not know this one; the server does, and says that it is of another session.
  await enterCode(today!);
  await expectText('#problem-list', 'Niet opgeslagen: deze code hoort niet bij deze training.');
  await expectText('#state', 'Alles is opgeslagen');
  await page.getByRole('button', { name: 'Gezien' }).click();
  await page.locator('#problems').waitFor({ state: 'hidden' });
  expect(await marks()).toEqual([]);
});

test('someone who enrolled after the list was fetched comes in by code as soon as there is network', async () => {
  await cutOff(device);
  const mila = await seat(app.database, region, session.id, 'Urk', 'Mila Voorbeeld');
  await enterCode((await codesOf(mila))[0]!);
  await expectText('#announcement', 'De code is bewaard en wordt nagekeken zodra er netwerk is.');
  expect(await marks()).toEqual([]);
  await connect(device);
  await expectText('#state', 'Alles is opgeslagen');
  await expectText('.ll-door-row', 'Mila Voorbeeld');
  expect(await marks()).toEqual(['1 Mila Voorbeeld present']);
});

test('one code checks in the colleagues who are there', async () => {
  const lotte = await seat(app.database, region, session.id, 'Almere', 'Lotte Voorbeeld');
  await page.reload();
  await expectText('#count', '0 van 3 ingecheckt');
  await enterCode(await groupCodeOf('Jongerenwerk Almere'));
  await expectText('#group-name', 'Jongerenwerk Almere');
  await page.getByLabel('Lotte Voorbeeld').uncheck();
  await page.getByRole('button', { name: 'Aangevinkte mensen inchecken' }).click();
  await expectText('#announcement', 'Noor Voorbeeld is ingecheckt op dit toestel.');
  await expectText('#state', 'Alles is opgeslagen');
  expect(await marks()).toEqual(['1 Noor Voorbeeld present']);
  expect(lotte.name).toBe('Lotte Voorbeeld');
});

test('whoever is signed out keeps what is not saved, and saves it after signing in', async () => {
  await cutOff(device);
  await tap('Noor');
  await app.database.owner.query('delete from sign_in');
  await connect(device);
  await expectText('#connection', 'Log in om op te slaan.');
  expect(await marks()).toEqual([]);
  await signInOn(device);
  await expectText('#state', 'Alles is opgeslagen');
  expect(await marks()).toEqual(['1 Noor Voorbeeld present']);
});

test('what another trainer checked in stays on the device until someone may save it', async () => {
  await cutOff(device);
  await tap('Noor');
  const stranger = await createAccount(app.database, region, 'trainer', {
    trainerId: await createTrainer(app.database, region),
  });
  await signInOn(device, stranger.id);
  await connect(device);
  await expectText('#connection', 'Laat die trainer of een coördinator hier inloggen.');
  await expectText('#state', '1 nog niet opgeslagen');
  expect(await marks()).toEqual([]);
  await signInOn(device);
  await expectText('#state', 'Alles is opgeslagen');
  expect(await marks()).toEqual(['1 Noor Voorbeeld present']);
});

test('what is refused the day after is still told', async () => {
  await cutOff(device);
  await tap('Noor');
  await expectText('#announcement', 'Noor Voorbeeld is ingecheckt op dit toestel.');
  await app.database.owner.query(
    "update enrolment set status = 'cancelled', cancelled_at = now(), end_reason = 'cancelled' where id = $1",
    [noor.enrolmentId],
  );
  app.clock.set('2026-11-13T08:10:00Z');
  await device.clock.setSystemTime('2026-11-13T08:10:00Z');
  await page.reload();
  await expectText('#state', '1 nog niet opgeslagen');
  await connect(device);
  await expectText('#problem-list', 'deze persoon heeft geen plaats in deze training');
  await expectText('#state', 'Alles is opgeslagen');
  await page.reload();
  await expectText('#problem-list', 'deze persoon heeft geen plaats in deze training');
});

test('whoever is signed out with nothing left to save finds no names on the device', async () => {
  await app.database.owner.query('delete from sign_in');
  await page.reload();
  await expectText('#connection', 'Log in om op te slaan.');
  await cutOff(device);
  await page.reload();
  await page.locator('#nothing').waitFor();
  expect(await page.locator('.ll-door-row').count()).toBe(0);
});

test('nothing of a person stands readable in what the device keeps', async () => {
  await cutOff(device);
  await tap('Noor');
  const kept = await page.evaluate(async () => {
    const open = indexedDB.open('leerlijn-check-in');
    const database = await new Promise<IDBDatabase>((resolve) => {
      open.onsuccess = () => resolve(open.result);
    });
    const all = database.transaction('items').objectStore('items').getAll();
    const items = await new Promise<{ content: ArrayBuffer }[]>((resolve) => {
      all.onsuccess = () => resolve(all.result as { content: ArrayBuffer }[]);
    });
    const cached: string[] = [];
    for (const name of await caches.keys())
      for (const request of await (await caches.open(name)).keys())
        cached.push(await (await caches.match(request))!.text());
    return [...items.map(({ content }) => new TextDecoder('latin1').decode(content)), ...cached];
  });
  expect(kept.length).toBeGreaterThan(2);
  expect(kept.filter((text) => /Noor|Sem|Jongerenwerk/.test(text))).toEqual([]);
});

test('the camera reads a code from a screen that is held before it', async () => {
  const film = await filmOf(`${app.url}/entry/${(await codesOf(noor))[0]!}`);
  const filming = await startBrowser([
    '--use-fake-ui-for-media-stream',
    '--use-fake-device-for-media-stream',
    `--use-file-for-fake-video-capture=${film}`,
  ]);
  const context = await newDevice(filming);
  const withCamera = await context.newPage();
  await withCamera.goto('/check-in');
  await withCamera.getByRole('button', { name: 'Scannen met de camera' }).click();
  await expectText('#announcement', 'Noor Voorbeeld is ingecheckt op dit toestel.', withCamera);
  await expectText('#state', 'Alles is opgeslagen', withCamera);
  expect(await marks()).toEqual(['1 Noor Voorbeeld present']);
  await context.close();
  await filming.stop();
  await rm(film);
}, 120_000);

async function enterCode(code: string): Promise<void> {
  await page.getByLabel('Of vul een toegangscode in').fill(code);
  await page.getByRole('button', { name: 'Inchecken met code' }).click();
}

const trainer = (): Actor => ({
  ...{ ...systemActor, role: 'trainer', accountId, regionId: region.id, trainerId: region.trainerId },
});

const entries = () => app.app.get(EntryService, { strict: false });

async function codesOf({ enrolmentId }: SeatedProfessional): Promise<string[]> {
  const { codes } = await entries().codesOf(systemActor, enrolmentId);
  return codes.map(({ code }) => code);
}

async function groupCodeOf(organisation: string): Promise<string> {
  const groups = await entries().groupCodesOf(systemActor, session.id, ['2026-11-12']);
  return groups.find((group) => group.organisation === organisation)!.codes[0]!.code;
}
