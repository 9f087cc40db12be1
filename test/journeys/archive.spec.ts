import { systemActor } from '../../src/shared/actor.js';
import { startApp, type TestApp } from '../support/app.js';
import { apiClient, signIn, type ApiClient, type Client } from '../support/client.js';
import { importTexts } from '../support/imports.js';
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
beforeEach(async () => {
  await app.database.owner.query(
    'truncate session_part_trainer, session_part, seat_quota, session_price, session cascade',
  );
  for (const table of ['trainer', 'venue', 'room'])
    await app.database.owner.query(`update ${table} set archived_at = null`);
});

const readable = (html: string) =>
  html
    .replace(/^[\s\S]*<main/, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ');
const plan = () => coordinator.post('/sessions/new', oneDayForm(region));
const paths = () => ({
  trainer: `/trainers/${region.trainerId}`,
  venue: `/venues/${region.venueId}`,
  room: `/rooms/${region.roomId}`,
});
const kinds = ['trainer', 'venue', 'room'] as const;
const nameOf = { trainer: 'Tess Trainervoorbeeld', venue: 'Voorbeeldzaal', room: 'Voorbeeldzaal' } as const;
const choices = async () =>
  readable((await coordinator.get(`/sessions/new?course=${region.courses.basic}`)).text);

describe.each(kinds)('a %s that is archived', (kind) => {
  test('is no choice any more, cannot be booked, and is so again when it is taken back into use', async () => {
    const offered = kind === 'trainer' ? nameOf[kind] : 'Voorbeeldzaal, Almere';
    expect(await choices()).toContain(offered);
    const answer = await coordinator.follow(await coordinator.post(`${paths()[kind]}/archive`));
    expect(readable(answer.text)).toContain(
      `${nameOf[kind]} is gearchiveerd en kan niet meer gepland worden.`,
    );
    expect(readable(answer.text)).toContain('(gearchiveerd)');
    expect(await choices()).not.toContain(offered);
    expect((await plan()).status).toBe(400);
    await coordinator.post(`${paths()[kind]}/restoration`);
    expect(await choices()).toContain(offered);
    expect((await plan()).status).toBe(303);
  });

  test('is refused while something is planned, which is named, and not for what is over or called off', async () => {
    const { location } = await plan();
    const refused = await coordinator.post(`${paths()[kind]}/archive`);
    expect(refused.status).toBe(409);
    expect(readable(refused.text)).toContain('“Basistraining” (12-11-2026, 09:30–12:30)');
    expect((await api.post(`${paths()[kind]}/archive`)).status).toBe(409);
    await coordinator.post(`${location}/cancellation`);
    expect((await api.post(`${paths()[kind]}/archive`)).status).toBe(204);
    expect(readable((await coordinator.get(location!)).text)).toContain(nameOf[kind]);
  });

  test('is told by the API, with its versions, and in the audit trail once', async () => {
    const trail = 'select id, action from audit_entry where subject_type = $1 order by id desc limit 2';
    const before = await app.database.owner.query<{ id: string }>(trail, [kind]);
    await api.post(`${paths()[kind]}/archive`);
    await api.post(`${paths()[kind]}/archive`);
    expect((await api.get(paths()[kind])).json()).toMatchObject({ isArchived: true });
    await api.post(`${paths()[kind]}/restoration`);
    expect((await api.get(paths()[kind])).json()).toMatchObject({ isArchived: false });
    const { rows } = await app.database.owner.query<{ id: string; action: string }>(trail, [kind]);
    expect(rows.map(({ action }) => action)).toEqual(['restore', 'archive']);
    expect(Number(rows[1]!.id)).toBeGreaterThan(Number(before.rows[0]?.id ?? 0));
  });

  test('stays archived and keeps its version when a file tells nothing new of it', async () => {
    await api.post(`${paths()[kind]}/archive`);
    const version = async () =>
      (
        await app.database.owner.query<{ version: number; archived: boolean }>(
          `select version, archived_at is not null archived from ${kind} where id = $1`,
          [paths()[kind].split('/').at(-1)],
        )
      ).rows[0];
    const before = await version();
    const file =
      kind === 'trainer'
        ? `trainer;email;aanbieder\nTess Trainervoorbeeld;trainer-${region.trainerId}@example.nl;ROR\n`
        : 'locatie;gemeente;adres;plaatsen;toegankelijkheid\nVoorbeeldzaal;Almere;Voorbeeldplein 1;40;Drempelvrij\n';
    await importTexts(app, { ...systemActor, regionId: region.id }, { 'lijst.csv': file });
    expect(await version()).toEqual(before);
  });

  test('is archived or booked, never both, when both are asked for at once', async () => {
    for (let round = 0; round < 4; round++) {
      const answers = await Promise.all([plan(), coordinator.post(`${paths()[kind]}/archive`)]);
      expect(answers.map(({ status }) => status)).toEqual(
        answers[0].status === 303 ? [303, 409] : [400, 303],
      );
      await app.database.owner.query('truncate session_part_trainer, session_part, session cascade');
      await app.database.owner.query(`update ${kind} set archived_at = null`);
    }
  });

  test('cannot be booked in the database either', async () => {
    await plan();
    await app.database.owner.query(`update ${kind} set archived_at = now()`);
    const again =
      kind === 'trainer'
        ? "update session_part_trainer set during = tstzrange(lower(during), upper(during) + interval '1 minute')"
        : "update session_part set ends_at = ends_at + interval '1 minute'";
    await expect(app.database.owner.query(again)).rejects.toMatchObject({ constraint: 'booked_in_use' });
  });
});
