import { startApp, type TestApp } from '../support/app.js';
import { apiClient, type ApiClient, type Answer } from '../support/client.js';
import { importExample } from '../support/imports.js';

// The same main job, done by other systems: each with the key of one account.
let app: TestApp;
let regionId: string;
let coordinator: ApiClient;
let basic: string;
let noorsEnrolment: string;

interface Item extends Record<string, unknown> {
  readonly id: string;
}

beforeAll(async () => {
  app = await startApp({ at: '2026-10-05T08:00:00Z' });
  await importExample(app);
  ({ id: regionId } = await one<{ id: string }>('select id from region'));
  coordinator = await as('coordinator@flevoland.example');
}, 120_000);
afterAll(() => app.stop());

async function one<Row extends object>(sql: string, params: unknown[] = []): Promise<Row> {
  return (await app.database.owner.query<Row>(sql, params)).rows[0]!;
}

async function as(email: string): Promise<ApiClient> {
  const { id } = await one<{ id: string }>('select id from account where email = $1', [email]);
  return apiClient(app, regionId, id);
}

function body<T = Item>(answer: Answer, status: number): T {
  if (answer.status !== status) throw new Error(`Expected ${status}, got ${answer.status}: ${answer.text}`);
  return answer.json() as T;
}

/** The first item of a list that has these values. */
async function find(client: ApiClient, path: string, wanted: Record<string, unknown>): Promise<Item> {
  const { items } = body<{ items: Item[] }>(await client.get(path), 200);
  const found = items.find((item) => Object.entries(wanted).every(([key, value]) => item[key] === value));
  if (!found)
    throw new Error(`${path} has no ${JSON.stringify(wanted)}: ${JSON.stringify(items.slice(0, 3))}`);
  return found;
}

async function schedule(course: string, days: readonly string[], more: object): Promise<string> {
  const venue = await find(coordinator, '/venues?pageSize=100', { name: 'Voorbeeldzaal Stadhuis' });
  const trainer = await find(coordinator, '/trainers?pageSize=100', { name: 'Tess Trainervoorbeeld' });
  const [room] = venue['rooms'] as { id: string }[];
  const where = { roomId: room!.id, trainerIds: [trainer.id] };
  const parts = days.flatMap((date) => [
    { date, startTime: '09:30', endTime: '12:30', ...where },
    { date, startTime: '13:30', endTime: '16:30', ...where },
  ]);
  const { id } = body(
    await coordinator.post('/sessions', {
      courseId: (await find(coordinator, '/courses?pageSize=100', { code: course })).id,
      payerMunicipalityId: (await find(coordinator, '/municipalities', { name: 'Almere' })).id,
      parts,
      ...more,
    }),
    201,
  );
  body(await coordinator.post(`/sessions/${id}/opening`), 200);
  return id;
}

async function enrol(email: string): Promise<Item> {
  const { professional_id } = await one<{ professional_id: string }>(
    'select professional_id from account where email = $1',
    [email],
  );
  return body(
    await (await as(email)).post(`/sessions/${basic}/enrolments`, { professionalId: professional_id }),
    201,
  );
}

test('1. the allotments can be read, and a session scheduled with its reserved seats and opened', async () => {
  const grant = await find(coordinator, '/grants?pageSize=100', { firstYear: 2026 });
  const { items } = body<{ items: Item[] }>(
    await coordinator.get(`/grants/${grant.id}/allotments?pageSize=100`),
    200,
  );
  expect(items.length).toBeGreaterThan(10);
  const dronten = await find(coordinator, '/municipalities', { name: 'Dronten' });
  basic = await schedule('basis-1d', ['2026-10-29'], {
    ...{ capacity: 2, minimum: 1, releaseOn: '2026-10-29', priceCents: 275_000 },
    quotas: [{ municipalityId: dronten.id, seats: 1 }],
  });
  expect(body(await coordinator.get(`/sessions/${basic}`), 200)).toMatchObject({
    status: 'open',
    startsAt: '2026-10-29T08:30:00.000Z',
  });
});

test('2. people enrol for themselves, the next one waits, and moves up when a place is given up', async () => {
  const daan = 'daan.voorbeeld@jongerenwerk-almere.example';
  const first = await enrol(daan);
  expect(first).toMatchObject({ status: 'confirmed', waitingPosition: null });
  const second = await enrol('noor.voorbeeld@jongerenwerk-almere.example');
  expect(second).toMatchObject({ status: 'waitlisted', waitingPosition: 1 });
  noorsEnrolment = second.id;
  expect(body(await (await as(daan)).post(`/enrolments/${first.id}/cancellation`), 200)).toMatchObject({
    status: 'cancelled',
  });
  const moved = await find(coordinator, `/sessions/${basic}/enrolments`, { id: noorsEnrolment });
  expect(moved).toMatchObject({ status: 'confirmed' });
});

test('3. the reminders that are planned can be read', async () => {
  await app.work();
  const { items } = body<{ items: Item[] }>(await coordinator.get('/reminders?pageSize=100'), 200);
  expect(
    items
      .filter(({ enrolmentId, status }) => enrolmentId === noorsEnrolment && status === 'planned')
      .map(({ dueAt }) => dueAt),
  ).toEqual(['2026-10-22T07:00:00.000Z', '2026-10-28T08:00:00.000Z']);
});

test('5. confirming commits the price, and the invoice realises it', async () => {
  body(await coordinator.post(`/sessions/${basic}/confirmation`), 200);
  const finance = await as('financien@flevoland.example');
  const commitment = await find(finance, '/commitments', { sessionId: basic });
  const invoice = {
    ...{ commitmentId: commitment.id, supplier: 'ROR', invoiceNumber: 'V-1', invoiceDate: '2026-10-05' },
    ...{ amountCents: 271_234, vatTreatment: 'exempt' },
  };
  body(await finance.post('/realisations', invoice), 201);
  const { items } = body<{ items: (Item & { amountCents: number; kind: string })[] }>(
    await finance.get('/ledger-entries?year=2026'),
    200,
  );
  const sum = (kind: string) =>
    items.filter((entry) => entry.kind === kind).reduce((total, { amountCents }) => total + amountCents, 0);
  expect([sum('commitment'), sum('realisation')]).toEqual([0, 271_234]);
});

test('4. the trainer sends the marks and closes, and the certificate can be read', async () => {
  app.clock.set('2026-10-29T15:31:00Z');
  const trainer = await as('tess.trainervoorbeeld@ror.example');
  const { items: parts } = body<{ items: Item[] }>(await trainer.get(`/sessions/${basic}/parts`), 200);
  const marks = parts.map(({ id }) => ({ enrolmentId: noorsEnrolment, partId: id, mark: 'present' }));
  expect((await trainer.post('/attendance-marks', { sessionId: basic, marks })).status).toBeLessThan(300);
  body(await trainer.post(`/sessions/${basic}/closure`), 200);
  await app.work();
  const noor = await as('noor.voorbeeld@jongerenwerk-almere.example');
  const { items } = body<{ items: Item[] }>(await noor.get('/certificates'), 200);
  expect(items).toMatchObject([
    { professionalName: 'Noor Voorbeeld', courseTitle: 'Eendaagse basistraining radicalisering' },
  ]);
});

test('6. a follow-up campaign invites who has a certificate, and a second one finds nobody', async () => {
  const sessionId = await schedule('terugkomdag', ['2026-12-10'], {
    capacity: 40,
    minimum: 20,
    priceCents: 350_000,
  });
  const campaign = { title: 'Terugkomdagen', sessionIds: [sessionId] };
  // Noor, and who brought a certificate from elsewhere.
  expect(body(await coordinator.post('/follow-up-campaigns', campaign), 201)).toMatchObject({ people: 2 });
  const again = await coordinator.post('/follow-up-campaigns', campaign);
  expect([again.status, again.type]).toEqual([409, 'application/problem+json; charset=utf-8']);
});
