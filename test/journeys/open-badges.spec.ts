import { startApp, type TestApp } from '../support/app.js';
import { createTaughtSession, seat, type SeatedProfessional } from '../support/attendance.js';
import { Client, signIn } from '../support/client.js';
import { schemaFaults, Verifier, type Badge } from '../support/open-badges/verifier.js';
import { createAccount, createRegion, type MunicipalityName, type TestRegion } from '../support/region.js';

const AFTERWARDS = '2025-11-12T15:30:00Z';

let app: TestApp;
let region: TestRegion;
let coordinator: Client;
let verifier: Verifier;

beforeAll(async () => {
  app = await startApp({ at: AFTERWARDS });
  region = await createRegion(app.database);
  coordinator = await signIn(app, (await createAccount(app.database, region, 'coordinator')).email);
  verifier = new Verifier(app, new Date('2025-11-20T12:00:00Z'));
});
afterAll(() => app.stop());

interface Certified extends SeatedProfessional {
  readonly client: Client;
  readonly number: string;
  /** Of the badge. */
  readonly address: string;
}

/** Someone with a certificate of a session of their own, signed in. */
async function certified(name: string, town: MunicipalityName = 'Almere'): Promise<Certified> {
  await app.database.owner.query('delete from session_part_trainer');
  const plan = { starts: ['2025-11-12 09:30'], trainerId: region.trainerId };
  const { id } = await createTaughtSession(app.database, region, plan);
  const person = await seat(app.database, region, id, town, name);
  await coordinator.post(`/sessions/${id}/attendance?part=1`, { rest: 'present' });
  await coordinator.post(`/sessions/${id}/closure`);
  await app.work();
  const { rows } = await app.database.owner.query<{ number: string }>(
    'select number from certificate where professional_id = $1 and revoked_at is null',
    [person.id],
  );
  const number = rows[0]!.number;
  const address = `/certificates/${number}/open-badge`;
  return { ...person, client: await signIn(app, person.email), number, address };
}

async function badgeOf({ client, address }: Certified): Promise<Badge> {
  return (await client.get(`${address}/json`)).json() as unknown as Badge;
}

describe('a badge', () => {
  let noor: Certified;
  let badge: Badge;

  beforeAll(async () => {
    noor = await certified('Noor Voorbeeld-Yıldız');
    expect(await noor.client.post(noor.address)).toMatchObject({ status: 303, location: noor.address });
    badge = await badgeOf(noor);
  });

  test('is what the schema of 1EdTech asks', () => {
    expect(schemaFaults(badge)).toEqual([]);
  });

  test('is verified by a stranger from what is published', async () => {
    expect(await verifier.badge(badge)).toEqual({ verified: true, reasons: [] });
  });
});
