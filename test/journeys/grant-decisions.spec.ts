import fc from 'fast-check';
import { startApp, type TestApp } from '../support/app.js';
import { apiClient, signIn, type ApiClient, type Client } from '../support/client.js';
import { createGrant, type TestGrant } from '../support/grants.js';
import { sendFile, uploadFile } from '../support/upload.js';
import { createAccount, createRegion, createSession, type TestRegion } from '../support/region.js';

let app: TestApp;
let region: TestRegion;
let grant: TestGrant;
let elsewhere: TestGrant;
let finance: Client;
let coordinator: Client;
let api: ApiClient;
let coordinatorApi: ApiClient;

beforeAll(async () => {
  app = await startApp();
  region = await createRegion(app.database);
  elsewhere = await createGrant(app.database, await createRegion(app.database, 'Elders'), {
    basic: { Almere: 100_000 },
  });
  const money = await createAccount(app.database, region, 'finance');
  const lead = await createAccount(app.database, region, 'coordinator');
  finance = await signIn(app, money.email);
  coordinator = await signIn(app, lead.email);
  api = await apiClient(app, region.id, money.id);
  coordinatorApi = await apiClient(app, region.id, lead.id);
});
afterAll(() => app.stop());

let decisions = 0;
beforeEach(async () => {
  // Each story has the only grant of 2026.
  for (const change of ['grant_award set first_year', 'grant_line set year', 'allotment set year'])
    await app.database.owner.query(`update ${change} = 2025 where region_id = $1`, [region.id]);
  grant = await createGrant(app.database, region, {
    decision: `B-${++decisions}`,
    basic: { Almere: 1_000_000, Dronten: 500_000 },
    trainings: { Almere: 4, Dronten: 2 },
  });
});

const decided = {
  reference: 'Overleg 12 mei',
  decidedOn: '2026-05-12',
  reason: 'Dronten doet een training minder.',
};
const at = (town: 'Almere' | 'Dronten' | 'Urk', line: keyof TestGrant['lines'] = 'basic') => ({
  grantLineId: grant.lines[line],
  municipalityId: region.municipalities[town],
});
const form = (from: ReturnType<typeof at> | null, to: ReturnType<typeof at> | null, more: object = {}) => ({
  ...{ fromLine: from?.grantLineId ?? 'undivided', fromMunicipality: from?.municipalityId ?? '' },
  ...{ toLine: to?.grantLineId ?? 'undivided', toMunicipality: to?.municipalityId ?? '' },
  ...{ amountCents: '', courseId: '', trainings: '' },
  ...decided,
  ...more,
});
const shift = (...sent: Parameters<typeof form>) => finance.post(`/grants/${grant.id}/shifts`, form(...sent));

/** Amounts and trainings by plain SQL: 'line town cents' and 'town trainings'. */
async function standing(): Promise<string[]> {
  const { rows } = await app.database.owner.query<{ line: string }>(
    `select l.code || ' ' || m.name || ' ' || b.amount_cents line from grant_line_budget b
     join grant_line l on l.id = b.grant_line_id join municipality m on m.id = b.municipality_id
     where l.grant_id = $1
     union all select m.name || ' ' || a.trainings from allotment a join municipality m on m.id = a.municipality_id
     where a.grant_id = $1 order by 1`,
    [grant.id],
  );
  return rows.map(({ line }) => line);
}

const confirmed = async (payer: 'Almere' | 'Dronten') => {
  const session = await createSession(app.database, region, { payer });
  return coordinator.post(`/sessions/${session}/confirmation`);
};

describe('a shift', () => {
  test('moves money and a training from one municipality to another, and says who, why and when', async () => {
    const answer = await shift(at('Dronten'), at('Almere'), {
      ...{ amountCents: '2.500,00', courseId: region.courses.basic, trainings: '1' },
    });
    const page = await finance.follow(answer);
    expect(page.text).toContain('Het besluit is vastgelegd.');
    expect(page.text).toContain('Dronten doet een training minder.');
    expect(page.text).toContain('Vastgelegd door Voorbeeld finance');
    expect(await standing()).toEqual(['10 Almere 1250000', '10 Dronten 250000', 'Almere 5', 'Dronten 1']);
    const list = await coordinator.get(`/grants/${grant.id}/decisions`);
    expect(list.text).toContain('Overleg 12 mei');
    expect(list.text).toContain('Nog zonder stuk');
    expect(list.text).not.toContain('/shifts/new');
  });

  test('to a line on which the municipality had nothing opens a budget there', async () => {
    await shift(at('Almere'), at('Urk', 'network'), { amountCents: '100' });
    expect(await standing()).toContain('30 Urk 10000');
  });

  test('divides what is not divided yet, and takes it back', async () => {
    await shift(null, at('Almere'), { amountCents: '10', courseId: region.courses.basic, trainings: '2' });
    expect(await standing()).toEqual(['10 Almere 1001000', '10 Dronten 500000', 'Almere 6', 'Dronten 2']);
    await shift(at('Almere'), null, { amountCents: '20' });
    expect(await standing()).toContain('10 Almere 999000');
  });

  test('takes nothing that is committed', async () => {
    await confirmed('Dronten');
    const refused = await shift(at('Dronten'), at('Almere'), { amountCents: '2500,01' });
    expect(refused.status).toBe(400);
    expect(refused.text).toContain('Daar is nog € 2.500,00 vrij.'.replace('€ ', '€\u00a0'));
    expect(await standing()).toContain('10 Dronten 500000');
    await shift(at('Dronten'), at('Almere'), { amountCents: '2500' });
    expect(await standing()).toContain('10 Dronten 250000');
  });

  test('takes no training that a session used', async () => {
    await confirmed('Dronten');
    const two = { courseId: region.courses.basic, trainings: '2' };
    const refused = await shift(at('Dronten'), at('Almere'), two);
    expect(refused.text).toContain('Van deze training heeft die gemeente er nog 1 over.');
    expect(await standing()).toContain('Dronten 2');
  });

  test.each<[string, object, string]>([
    ['of an amount of 31 digits', { amountCents: '1'.repeat(31) }, 'Bedrag'],
    ['of less than nothing', { amountCents: '-5' }, 'Bedrag'],
    ['of nothing', {}, 'Vul een bedrag in, of een training met het aantal.'],
    ['of trainings of no course', { trainings: '1' }, 'Training'],
    [
      'decided tomorrow',
      { amountCents: '1', decidedOn: '2030-01-01' },
      'Leg een besluit vast als het genomen is.',
    ],
    ['without a reason', { amountCents: '1', reason: ' ' }, 'Waarom'],
    ['to a line without a municipality', { amountCents: '1', toMunicipality: '' }, 'Naar gemeente'],
  ])('%s is refused with what to do, filled in as it was', async (_what, changed, told) => {
    const before = await standing();
    const refused = await shift(at('Almere'), at('Dronten'), changed);
    expect(refused.status).toBe(400);
    expect(refused.text).toContain(told);
    expect(refused.text).toContain('Overleg 12 mei');
    expect(await standing()).toEqual(before);
  });

  test('of trainings to another line of the same municipality is refused, money and all', async () => {
    const before = await standing();
    const more = { amountCents: '10', courseId: region.courses.basic, trainings: '1' };
    const refused = await shift(at('Almere'), at('Almere', 'network'), more);
    expect(refused.text).toContain('Laat de training leeg, of kies een andere gemeente.');
    expect(await standing()).toEqual(before);
  });

  test('to or from another region is not found', async () => {
    const foreign = { ...at('Almere'), grantLineId: elsewhere.lines.basic };
    expect((await shift(foreign, at('Almere'), { amountCents: '1' })).status).toBe(404);
    expect((await shift(at('Almere'), foreign, { amountCents: '1' })).status).toBe(404);
    expect((await finance.get(`/grants/${elsewhere.id}/decisions`)).status).toBe(404);
    expect(
      (await finance.post(`/grants/${elsewhere.id}/amendments`, { ...decided, amountCents: '1' })).status,
    ).toBe(404);
  });
});

describe('an amendment', () => {
  const amend = (amountCents: string, reference = 'Brief 2026-17') =>
    finance.post(`/grants/${grant.id}/amendments`, { ...decided, reference, amountCents });
  const award = async () => {
    const { rows } = await app.database.owner.query<{ cents: string }>(
      'select amount_cents cents from grant_award where id = $1',
      [grant.id],
    );
    return rows[0]!.cents;
  };

  test('gives the award another amount; what is more is not divided yet', async () => {
    const page = await finance.follow(await amend('120.000'));
    expect(page.text).toContain('Toegekend bedrag');
    expect(await award()).toBe('12000000');
    expect((await finance.get(`/grants/${grant.id}/shifts/new`)).text).toMatch(/105\.000,00/);
  });

  test('below what is divided is refused with the amount', async () => {
    const refused = await amend('14.999,99');
    expect(refused.text).toMatch(/15\.000,00 verdeeld/);
    expect(await award()).toBe('10000000');
    expect((await amend('15000')).status).toBe(303);
  });

  test('with a reference that was recorded before is refused', async () => {
    await amend('120.000');
    const again = await amend('130.000', 'brief 2026-17');
    expect(again.text).toContain('Een wijziging van deze subsidie met dit kenmerk staat er al.');
    expect(await award()).toBe('12000000');
  });
});

describe('the documents of a decision', () => {
  const PDF = Buffer.from('%PDF-1.7\nbesluit');
  let address: string;
  const upload = (content: Buffer, name = 'brief.pdf') =>
    uploadFile(finance, `${address}/documents`, name, content);

  beforeEach(async () => {
    address = (await shift(at('Almere'), at('Dronten'), { amountCents: '1' })).location!;
  });

  test('are kept as they are', async () => {
    const page = await finance.follow(await upload(PDF));
    const href = /\/decision-documents\/[\w-]+\/file/.exec(page.text)![0];
    expect((await finance.get(href)).bytes).toEqual(PDF);
    expect((await coordinator.get(`/grants/${grant.id}/decisions`)).text).not.toContain('Nog zonder stuk');
  });

  test('are no programs, whatever their names say', async () => {
    const refused = await upload(Buffer.from('MZ\x90\x00'));
    expect(refused.status).toBe(400);
    expect(refused.text).toContain('Kies een PDF, JPG of PNG.');
  });

  test('are kept once', async () => {
    await upload(PDF);
    expect((await upload(PDF)).text).toContain('Precies dit bestand is al bij dit besluit bewaard.');
  });
});

describe('the database', () => {
  const { query } = { query: (sql: string, values: unknown[] = []) => app.database.owner.query(sql, values) };

  test('changes nothing of a decision once it is recorded', async () => {
    await shift(at('Almere'), at('Dronten'), {
      amountCents: '1',
      courseId: region.courses.basic,
      trainings: '1',
    });
    for (const table of ['grant_decision', 'budget_change', 'allotment_change']) {
      await expect(query(`delete from ${table}`)).rejects.toThrow();
      await expect(query(`update ${table} set region_id = region_id`)).rejects.toThrow();
    }
  });

  test('changes no amount without a decision once something rests on it', async () => {
    await query('update grant_line_budget set amount_cents = 1000001 where grant_line_id = $1', [
      grant.lines.basic,
    ]);
    await confirmed('Almere');
    await shift(at('Dronten'), null, { amountCents: '1' });
    const edit =
      'update grant_line_budget set amount_cents = 5 where municipality_id = $1 and grant_line_id = $2';
    for (const town of ['Almere', 'Dronten'] as const)
      await expect(query(edit, [region.municipalities[town], grant.lines.basic])).rejects.toThrow(
        'by a decision',
      );
    await expect(query('update allotment set trainings = 9 where grant_id = $1', [grant.id])).rejects.toThrow(
      'by a decision',
    );
    await expect(query('update grant_award set amount_cents = 1 where id = $1', [grant.id])).rejects.toThrow(
      'by a decision',
    );
  });
});

test('a list that would change what was decided is refused as a whole, and says what', async () => {
  await shift(at('Almere'), at('Dronten'), { amountCents: '1' });
  const list = `beschikking,post,gemeente,bedrag,voorbeeld,bron\nB-${decisions},10,Almere,"1,00",ja,test\n`;
  const refused = await sendFile(coordinatorApi, '/imports', 'begroting.csv', list);
  expect(refused.status).toBe(409);
  expect(refused.text).toContain('Basistrainingen, Almere');
});

test('systems record and read decisions too', async () => {
  const sent = { ...decided, from: at('Dronten'), to: at('Almere'), amountCents: 100 };
  const made = await api.post(`/grants/${grant.id}/shifts`, sent);
  expect(made.status).toBe(201);
  const list = await coordinatorApi.get(`/grants/${grant.id}/decisions`);
  expect(list.json()['items']).toMatchObject([
    {
      ...{ id: made.json()['id'], kind: 'shift', documents: 0, allotments: [] },
      budgets: [
        { line: 'Basistrainingen', municipality: 'Dronten', amountCents: -100 },
        { line: 'Basistrainingen', municipality: 'Almere', amountCents: 100 },
      ],
    },
  ]);
  expect((await coordinatorApi.post(`/grants/${grant.id}/shifts`, sent)).status).toBe(403);
});

test('who shifts and who confirms at once never take the same euro or training twice', async () => {
  for (let round = 0; round < 5; round++) {
    const payer = { payer: 'Dronten' } as const;
    const sessions = await Promise.all([1, 2].map(() => createSession(app.database, region, payer)));
    const one = { courseId: region.courses.basic, trainings: '1' };
    const answers = await Promise.all([
      ...sessions.map((session) => coordinator.post(`/sessions/${session}/confirmation`)),
      ...[1, 2].map(() => shift(at('Dronten'), at('Almere'), { amountCents: '2.500' })),
      ...[1, 2].map(() => shift(at('Dronten'), at('Almere', 'network'), one)),
    ]);
    expect(answers.map(({ status }) => status).filter((status) => ![303, 400, 409].includes(status))).toEqual(
      [],
    );
    const { rows } = await app.database.owner.query(
      `select b.amount_cents::int - (select coalesce(sum(amount_cents), 0)::int from ledger_entry e
           where e.grant_line_id = b.grant_line_id and e.municipality_id = b.municipality_id) free,
         (select a.trainings - (select count(*)::int from allotment_use u where u.allotment_id = a.id)
           from allotment a where a.grant_id = $1 and a.municipality_id = b.municipality_id) "left"
       from grant_line_budget b where b.grant_line_id = $2 and b.municipality_id = $3`,
      [grant.id, grant.lines.basic, region.municipalities.Dronten],
    );
    expect(rows).toEqual([{ free: 0, left: 0 }]);
    await shift(null, at('Dronten'), { amountCents: '5.000', courseId: one.courseId, trainings: '2' });
  }
});

test('after hundreds of decisions every amount is its first division and its changes, and nothing got lost', async () => {
  const towns = ['Almere', 'Dronten', 'Urk'] as const;
  const somewhere = fc.option(
    fc.record({ town: fc.constantFrom(...towns), line: fc.constantFrom('basic', 'network') }),
  );
  const step = fc.oneof(
    fc.record({
      from: somewhere,
      to: somewhere,
      cents: fc.integer({ min: 1, max: 400_000 }),
      trainings: fc.nat(2),
    }),
    fc.record({ award: fc.integer({ min: 1_000_000, max: 20_000_000 }) }),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 20, maxLength: 40 }), async (steps) => {
      for (const [index, each] of steps.entries()) {
        const told = { ...decided, reference: `Besluit ${index}-${decisions++}` };
        if ('award' in each)
          await api.post(`/grants/${grant.id}/amendments`, { ...told, amountCents: each.award });
        else {
          const [from, to] = [each.from, each.to].map((where) => where && at(where.town, where.line));
          const trainings = { courseId: region.courses.basic, trainings: each.trainings };
          await api.post(`/grants/${grant.id}/shifts`, {
            ...told,
            from,
            to,
            amountCents: each.cents,
            ...trainings,
          });
        }
      }
      const { rows } = await app.database.owner.query(
        `select (select sum(b.amount_cents) from grant_line_budget b join grant_line l on l.id = b.grant_line_id
             where l.grant_id = g.id)::bigint divided,
           (1500000 + coalesce((select sum(c.amount_cents) from budget_change c join grant_decision d on d.id = c.decision_id
             where d.grant_id = g.id), 0))::bigint added,
           g.amount_cents award, (10000000 + coalesce((select sum(award_change_cents) from grant_decision
             where grant_id = g.id), 0))::bigint amended,
           (select sum(trainings) from allotment where grant_id = g.id)::int allotted,
           (6 + coalesce((select sum(c.trainings) from allotment_change c join grant_decision d on d.id = c.decision_id
             where d.grant_id = g.id), 0))::int moved
         from grant_award g where g.id = $1`,
        [grant.id],
      );
      const { divided, added, award, amended, allotted, moved } = rows[0] as Record<string, string>;
      expect(divided).toBe(added);
      expect(award).toBe(amended);
      expect(allotted).toBe(moved);
      expect(BigInt(divided!) <= BigInt(award!)).toBe(true);
    }),
    { numRuns: 8 },
  );
});
