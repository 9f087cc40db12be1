import { startApp, type TestApp } from '../support/app.js';
import { apiClient, signIn, type ApiClient, type Client } from '../support/client.js';
import { importTexts } from '../support/imports.js';
import { systemActor } from '../../src/shared/actor.js';
import { createAccount, createRegion, type TestRegion } from '../support/region.js';
import { oneDayForm } from '../support/sessions.js';

let app: TestApp;
let region: TestRegion;
let coordinator: Client;
let api: ApiClient;

beforeAll(async () => {
  app = await startApp();
  region = await createRegion(app.database);
  const account = await createAccount(app.database, region, 'coordinator');
  coordinator = await signIn(app, account.email);
  api = await apiClient(app, region.id, account.id);
});
afterAll(() => app.stop());

async function rowsOf<Row extends object>(sql: string, params: unknown[] = []): Promise<Row[]> {
  return (await app.database.owner.query<Row>(sql, params)).rows;
}
const hall = (name: string) => ({
  ...{ name, municipalityId: region.municipalities.Urk },
  ...{ address: 'Kade 1', route: 'Met bus 141.\r\nParkeren kan achter.' },
});
const chamber = (changes: Record<string, string> = {}) => ({
  ...{ name: 'Kajuit', capacity: '20', accessibility: 'Niet met een rolstoel' },
  ...changes,
});

test('a venue and its room are added on screen, and a session can be planned there', async () => {
  const added = await coordinator.post('/venues', hall('Haven'));
  expect((await coordinator.follow(added)).text).toContain('Haven is toegevoegd. Voeg nu een zaal toe.');
  const [venue] = await rowsOf<{ id: string }>("select id from venue where name = 'Haven'");
  expect((await coordinator.post(`/venues/${venue!.id}/rooms`, chamber())).status).toBe(303);
  const list = await coordinator.get('/venues?q=urk');
  expect(list.text).toContain('Kade 1, Urk');
  expect(list.text).toContain('plaats voor 20 mensen. Niet met een rolstoel');
  const form = await coordinator.get(`/sessions/new?course=${region.courses.basic}`);
  expect(form.text).toContain('Haven, Kajuit, Urk (plaats voor 20)');
});

test('names must differ, and the form comes back filled in', async () => {
  await coordinator.post('/venues', hall('Vuurtoren'));
  const answer = await coordinator.post('/venues', hall('Vuurtoren'));
  expect(answer.status).toBe(400);
  expect(answer.text).toContain('is al een locatie die Vuurtoren heet');
  expect(answer.text).toContain('Met bus 141.');
  const [venue] = await rowsOf<{ id: string }>("select id from venue where name = 'Vuurtoren'");
  await coordinator.post(`/venues/${venue!.id}/rooms`, chamber());
  const again = await coordinator.post(`/venues/${venue!.id}/rooms`, chamber());
  expect(again.text).toContain('al een zaal die Kajuit heet');
});

test('what another one changed meanwhile is not undone', async () => {
  await coordinator.post('/venues', hall('Sluis'));
  const [venue] = await rowsOf<{ id: string }>("select id from venue where name = 'Sluis'");
  const path = `/venues/${venue!.id}`;
  await coordinator.post(path, { ...hall('Sluis'), address: 'Sluisweg 1', version: '1' });
  expect((await coordinator.post(path, { ...hall('Sluis'), version: '1' })).status).toBe(409);
  expect(await rowsOf('select address, version from venue where id = $1', [venue!.id])).toEqual([
    { address: 'Sluisweg 1', version: 2 },
  ]);
});

describe('the capacity of a room', () => {
  const smaller = (capacity: string) =>
    coordinator.post(`/rooms/${region.roomId}`, {
      ...{ name: 'Voorbeeldzaal', accessibility: 'Drempelvrij', version: '1', capacity },
    });

  test('is not lowered under what is planned, and the refusal names it', async () => {
    const planned = await coordinator.post('/sessions/new', oneDayForm(region));
    const answer = await smaller('15');
    expect(answer.status).toBe(400);
    expect(answer.text.replace(/<[^>]+>/g, ' ')).toContain('“Basistraining” (12-11-2026, 16)');
    expect(await rowsOf('select capacity from room where id = $1', [region.roomId])).toEqual([
      { capacity: 40 },
    ]);
    const file =
      'locatie;gemeente;adres;plaatsen;toegankelijkheid\nVoorbeeldzaal;Almere;Voorbeeldplein 1;15;Drempelvrij\n';
    await expect(
      importTexts(app, { ...systemActor, regionId: region.id }, { 'locaties.csv': file }),
    ).rejects.toMatchObject({ code: 'room-too-small' });
    await coordinator.post(`${planned.location}/cancellation`);
    expect((await smaller('15')).status).toBe(303);
  });
});

test('the API adds and changes venues and rooms by their versions', async () => {
  const venue = (await api.post('/venues', hall('Kazerne'))).json();
  const room = await api.post(`/venues/${String(venue['id'])}/rooms`, { ...chamber(), capacity: 30 });
  const path = `/rooms/${String(room.json()['id'])}`;
  const larger = { ...chamber(), capacity: 35 };
  const changed = await api.put(path, larger, { 'if-match': room.headers.get('etag')! });
  expect(changed.json()).toMatchObject({ capacity: 35, venueId: venue['id'] });
  expect((await api.put(path, larger, { 'if-match': room.headers.get('etag')! })).status).toBe(412);
  expect((await api.get(`/venues/${String(venue['id'])}`)).json()).toMatchObject({
    rooms: [{ name: 'Kajuit', capacity: 35 }],
  });
  const unknown = await api.post('/venues', { ...hall('Elders'), municipalityId: region.roomId });
  expect(unknown.json()).toMatchObject({ title: 'Deze gemeente is er niet' });
});
