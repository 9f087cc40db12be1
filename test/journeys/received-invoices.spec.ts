import { startApp, type TestApp } from '../support/app.js';
import { apiClient, signIn, type ApiClient, type Client } from '../support/client.js';
import { createGrant, standingOf, type TestGrant } from '../support/grants.js';
import { createAccount, createRegion, createSession, type TestRegion } from '../support/region.js';
import { ubl, type SampleUbl } from '../support/ubl.js';
import { sendFile, uploadFile } from '../support/upload.js';

let app: TestApp;
let region: TestRegion;
let grant: TestGrant;
let coordinator: ApiClient;
let finance: Client;

beforeAll(async () => {
  app = await startApp({ at: '2026-11-20T10:00:00Z' });
  region = await createRegion(app.database);
  grant = await createGrant(app.database, region, { basic: { Almere: 10_000_000 } });
  coordinator = await apiClient(
    app,
    region.id,
    (await createAccount(app.database, region, 'coordinator')).id,
  );
  finance = await signIn(app, (await createAccount(app.database, region, 'finance')).email);
});
afterAll(() => app.stop());

let numbers = 0;
const nextNumber = () => `F-${++numbers}`;

/** A confirmed session of € 2.500,00 on this day, and its commitment. */
async function commitment(date: string): Promise<string> {
  const session = await createSession(app.database, region, { payer: 'Almere', date });
  return String((await coordinator.post(`/sessions/${session}/confirmation`)).json()['commitmentId']);
}

const upload = (content: string | Uint8Array, name = 'factuur.xml') =>
  uploadFile(finance, '/received-invoices', name, content);

/** Reads an e-invoice in. @returns the address of its page */
async function receive(sample: SampleUbl = {}): Promise<string> {
  const answer = await upload(ubl({ number: nextNumber(), ...sample }));
  expect(answer.status).toBe(303);
  return answer.headers.get('location')!;
}

const standing = () => standingOf(app.database, grant.lines.basic, region.municipalities.Almere);
async function count(table: string): Promise<number> {
  return (await app.database.owner.query(`select from ${table}`)).rowCount ?? 0;
}
const kept = async () => [await count('received_file'), await count('received_invoice')];
const onIt = (proposed: string) => ({ proposed, vatTreatment: 'exempt', isFinal: 'on' });

describe('an e-invoice', () => {
  test('is booked on the commitment that it names, which is proposed first', async () => {
    const [, mine] = [await commitment('2026-10-05'), await commitment('2026-10-12')];
    const before = await standing();
    const number = nextNumber();
    const answer = await upload(ubl({ number, item: 'Basistraining van 12 oktober 2026' }));
    const page = await finance.follow(answer);
    expect(page.text).toContain('De factuur is ingelezen.');
    expect(page.text).toMatch(new RegExp(`value="${mine}" checked`));
    expect(page.text).toContain('zelfde leverancier, zelfde bedrag, de datum staat in de factuur');
    const done = await finance.post(`${answer.headers.get('location')}/commitment`, onIt(mine));
    expect((await finance.follow(done)).text).toContain('De factuur is geboekt.');
    expect(await standing()).toMatchObject({
      committed: before.committed - 250_000,
      realised: before.realised + 250_000,
    });
    const { rows } = await app.database.owner.query(
      'select id, commitment_id from realisation where invoice_number = $1',
      [number],
    );
    expect(rows).toMatchObject([{ commitment_id: mine }]);
    const again = await finance.post(`${answer.headers.get('location')}/commitment`, onIt(mine));
    expect([again.status, again.text]).toEqual([409, expect.stringContaining('is al iets gedaan')]);
    const booked = await finance.get(`/realisations/${rows[0].id}`);
    expect(booked.text).toContain(answer.headers.get('location')!);
  });

  test('comes back from its page as the very bytes that came in', async () => {
    const content = ubl({ number: nextNumber(), item: 'Ünïcødé € &amp; &lt;b&gt;' });
    const answer = await upload(content);
    const address = answer.headers.get('location')!;
    expect((await finance.get(`${address}/file`)).text).toBe(content);
    expect((await finance.get(address)).text).toContain('Ünïcødé € &amp; &lt;b&gt;');
  });

  test('without a commitment is booked as a cost on a line', async () => {
    const address = await receive({ supplier: 'Regisseur Voorbeeld', delivered: '2026-09-30' });
    const before = await standing();
    const page = await finance.get(`${address}/cost`);
    expect(page.text).toContain('value="2026-09-30"');
    const told = { costDate: '30-09-2026', vatTreatment: 'standard-21' };
    const budget = { grantLineId: grant.lines.basic, municipalityId: region.municipalities.Almere };
    expect((await finance.post(`${address}/cost`, { ...budget, ...told })).status).toBe(303);
    expect((await standing()).realised).toBe(before.realised + 250_000);
    expect((await finance.get(`${address}/cost`)).text).toContain('Met deze factuur is al iets gedaan.');
  });

  test('that is refused on its commitment shows the page again, and still waits', async () => {
    const address = await receive();
    const refused = await finance.post(`${address}/commitment`, { vatTreatment: 'exempt' });
    expect(refused.status).toBe(400);
    expect(refused.text).toContain('Kies waar dit stuk bij hoort.');
    const two = { proposed: await commitment('2026-10-20'), other: await commitment('2026-10-21') };
    const both = await finance.post(`${address}/commitment`, { ...two, vatTreatment: 'exempt' });
    expect(both.text).toContain('U hebt er nu twee gekozen.');
    expect((await finance.get(address)).text).toContain('Te boeken');
  });
});

describe('a credit note', () => {
  test('is booked on the invoice that it names', async () => {
    const number = nextNumber();
    const invoice = await upload(ubl({ number, withoutVat: '2400.00', withVat: '2400.00' }));
    const id = await commitment('2026-10-22');
    await finance.post(`${invoice.headers.get('location')}/commitment`, onIt(id));
    const before = await standing();
    const sample = { kind: 'CreditNote', credits: number, withoutVat: '400.00', withVat: '400.00' } as const;
    const address = await receive(sample);
    const { rows } = await app.database.owner.query('select id from realisation where invoice_number = $1', [
      number,
    ]);
    const realisation = String(rows[0].id);
    expect((await finance.get(address)).text).toContain(`value="${realisation}"`);
    const told = { proposed: realisation, reason: 'amount-wrong' };
    expect((await finance.post(`${address}/credited-invoice`, told)).status).toBe(303);
    expect((await standing()).realised).toBe(before.realised - 40_000);
  });

  test('that takes back what was booked in the wrong place lets the invoice be booked again', async () => {
    const number = nextNumber();
    const address = (await upload(ubl({ number }))).headers.get('location')!;
    const [wrong, right] = [await commitment('2026-10-29'), await commitment('2026-10-30')];
    await finance.post(`${address}/commitment`, onIt(wrong));
    const before = await standing();
    const booked = await app.database.owner.query('select id from realisation where invoice_number = $1', [
      number,
    ]);
    const credit = (amountCents: string, reason: string) =>
      finance.post(`/realisations/${booked.rows[0].id}/credit-note`, {
        ...{ invoiceNumber: nextNumber(), invoiceDate: '2026-11-20', amountCents, reason },
      });
    await credit('2.499,99', 'booked-wrongly');
    expect((await finance.post(`${address}/commitment`, onIt(right))).status).toBe(409);
    await credit('0,01', 'booked-wrongly');
    expect((await finance.get('/received-invoices')).text).toContain(address);
    const answers = await Promise.all([1, 2].map(() => finance.post(`${address}/commitment`, onIt(right))));
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 409]);
    expect((await standing()).realised).toBe(before.realised);
    expect((await finance.get(address)).text).toContain('Bekijk de boeking');
  });

  test('is not booked as an invoice, nor an invoice as a credit note', async () => {
    const id = await commitment('2026-10-23');
    const note = await receive({ kind: 'CreditNote' });
    expect((await finance.post(`${note}/commitment`, onIt(id))).status).toBe(409);
    const told = { proposed: id, reason: 'amount-wrong' };
    expect((await finance.post(`${await receive()}/credited-invoice`, told)).status).toBe(409);
  });
});

describe('what is done with an invoice', () => {
  test('is done once, also when two people press at the same moment', async () => {
    const id = await commitment('2026-10-26');
    const address = await receive();
    const before = await count('realisation');
    const presses = [
      finance.post(`${address}/commitment`, onIt(id)),
      finance.post(`${address}/set-aside`, { setAside: 'disputed' }),
      finance.post(`${address}/commitment`, onIt(id)),
    ];
    const done = (await Promise.all(presses)).filter(({ status }) => status === 303);
    expect(done).toHaveLength(1);
    const aside = await app.database.owner.query(
      'select from received_invoice where id = $1 and set_aside_at is not null',
      [address.split('/').at(-1)],
    );
    expect((await count('realisation')) - before + (aside.rowCount ?? 0)).toBe(1);
  });

  test('can be to set it aside with a reason, and to take it up again', async () => {
    const address = await receive();
    const home = await finance.get('/');
    expect(home.text).toMatch(/\d+ ontvangen facturen te boeken/);
    await finance.post(`${address}/set-aside`, { setAside: 'disputed' });
    expect((await finance.get('/received-invoices?state=set-aside')).text).toContain(address);
    const page = await finance.get(address);
    expect(page.text).toContain('Wij zijn het er niet mee eens');
    expect(page.text).not.toContain('Boeken op een verplichting');
    await finance.post(`${address}/take-up`, {});
    expect((await finance.get(address)).text).toContain('Boeken op een verplichting');
  });
});

describe('a list of invoices', () => {
  const header = 'leverancier;factuurnummer;factuurdatum;bedrag;btw;creditnota_op';
  const list = (name: string, ...lines: string[]) => upload([header, ...lines].join('\r\n'), name);

  test('lets each of them wait', async () => {
    const lines = [1, 2].map(() => `ROR;${nextNumber()};18-11-2026;1.234,50;vrijgesteld;`);
    const answer = await list(
      'drie.csv',
      ...lines,
      `ROR;${nextNumber()};18-11-2026;10,00;;${lines[0]!.split(';')[1]}`,
    );
    expect((await finance.follow(answer)).text).toContain('3 facturen zijn ingelezen');
    const { rows } = await app.database.owner.query(
      'select kind, amount_cents::int cents, vat_treatment vat from received_invoice where file_id = (select id from received_file where file_name = $1) order by cents desc',
      ['drie.csv'],
    );
    expect(rows).toEqual([
      { kind: 'invoice', cents: 123_450, vat: 'exempt' },
      { kind: 'invoice', cents: 123_450, vat: 'exempt' },
      { kind: 'credit-note', cents: 1_000, vat: null },
    ]);
  });

  test('with faults is refused whole, and says on which lines', async () => {
    const before = await kept();
    const answer = await list(
      'fout.csv',
      `ROR;${nextNumber()};18-11-2026;10,00;;`,
      `ROR;${nextNumber()};31-02-2026;${'9'.repeat(31)};half;`,
      `ROR;${nextNumber()};18-11-2026;-10,00;;`,
      'ROR;F-dubbel;18-11-2026;10,00;;',
      'ror;f-DUBBEL;18-11-2026;10,00;;',
    );
    expect(answer.status).toBe(400);
    for (const place of ['Regel 3, kolom factuurdatum', 'Regel 3, kolom bedrag', 'Regel 3, kolom btw'])
      expect(answer.text).toContain(place);
    expect(answer.text).toContain('Regel 4, kolom bedrag: Het bedrag moet hoger zijn dan 0.');
    expect(answer.text).toContain('Regel 6: Dezelfde factuur staat ook op regel 5.');
    expect(await kept()).toEqual(before);
  });

  test.each([
    ['without a column that it needs', 'leverancier;bedrag\nROR;10', 'Deze kolommen ontbreken'],
    ['with a column that is not known', `${header};kleur\n;;;;;;`, 'Gebruik alleen deze kolommen'],
    ['of nothing', header, 'Er staan geen facturen in.'],
    [
      'of too many',
      `${header}\n${'ROR;1;18-11-2026;1;;\n'.repeat(1_001)}`,
      'Lees hoogstens 1000 facturen tegelijk in.',
    ],
  ])('%s is refused', async (_name, content, advice) => {
    const before = await kept();
    const answer = await upload(content, 'lijst.csv');
    expect([answer.status, answer.text]).toEqual([400, expect.stringContaining(advice)]);
    expect(await kept()).toEqual(before);
  });
});

describe('a file that cannot be read in', () => {
  const zip = Buffer.from([0x50, 0x4b, 3, 4, ...Array<number>(200).fill(0)]);
  test.each<[string, string | Uint8Array, string]>([
    ['a ZIP file, whatever it unpacks to', zip, 'een zip-bestand kan hier niet worden gelezen'],
    ['a PDF', '%PDF-1.7 x', 'Een PDF, een Excel-bestand'],
    ['XML that is no invoice', '<a/>', 'Kies een e-factuur'],
    [
      'external entities',
      ubl({ before: '<!DOCTYPE Invoice [<!ENTITY x SYSTEM "file:///etc/passwd">]>', item: '&x;' }),
      'Er staat een documenttype (DOCTYPE) in.',
    ],
    [
      'entities that grow without end',
      ubl({ before: '<!DOCTYPE Invoice [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>', item: '&b;' }),
      'Er staat een documenttype (DOCTYPE) in.',
    ],
    ['a negative amount', ubl({ withoutVat: '-1.00', withVat: '-1.00' }), 'staat op een creditnota'],
    ['sums that are wrong', ubl({ vat: '1.00' }), 'Het bedrag in het veld TaxInclusiveAmount'],
  ])('says so of %s, and keeps nothing', async (_name, content, advice) => {
    const before = await kept();
    const answer = await upload(content);
    expect([answer.status, answer.text]).toEqual([400, expect.stringContaining(advice)]);
    expect(await kept()).toEqual(before);
  });

  test('says so of what is there already: the same file, or the same invoice in another one', async () => {
    const number = nextNumber();
    await upload(ubl({ number }));
    expect((await upload(ubl({ number }))).text).toContain('Precies hetzelfde bestand is er al.');
    const again = await upload(ubl({ number: number.toLowerCase(), supplier: 'ror', item: 'Anders' }));
    expect(again.text).toContain('Van deze leverancier is al een factuur met dit nummer ingelezen.');
    expect((await finance.post('/received-invoices', {})).status).toBe(415);
  });
});

test('the database books what was received as it says, and changes nothing of it', async () => {
  const address = await receive();
  const id = address.split('/').at(-1);
  const { owner } = app.database;
  await expect(
    owner.query('update received_invoice set amount_cents = 1 where id = $1', [id]),
  ).rejects.toThrow('What was received stays as it came.');
  await expect(owner.query('delete from received_file')).rejects.toThrow();
  await expect(
    owner.query(
      `insert into realisation (id, region_id, grant_line_id, municipality_id, supplier, invoice_number, invoice_date,
         cost_date, amount_cents, vat_treatment, recorded_at, received_invoice_id)
       select gen_random_uuid(), region_id, $2, $3, supplier, invoice_number, invoice_date, invoice_date, 1, 'exempt', now(), id
       from received_invoice where id = $1`,
      [id, grant.lines.basic, region.municipalities.Almere],
    ),
  ).rejects.toThrow('What is booked is not what was received.');
  await finance.post(`${address}/commitment`, onIt(await commitment('2026-10-27')));
  await expect(
    owner.query(
      `update received_invoice set set_aside_at = now(), set_aside_reason = 'disputed',
         set_aside_by = (select received_by from received_file limit 1) where id = $1`,
      [id],
    ),
  ).rejects.toThrow('The invoice was booked.');
});

test('another system reads an invoice in, books it, and sees that it is booked', async () => {
  const account = await createAccount(app.database, region, 'finance');
  const api = await apiClient(app, region.id, account.id);
  const number = nextNumber();
  const sent = await sendFile(api, '/received-invoices', 'factuur.xml', ubl({ number }));
  expect(sent.status).toBe(201);
  const [id] = sent.json()['ids'] as string[];
  const told = { on: 'commitment', commitmentId: await commitment('2026-10-28'), vatTreatment: 'exempt' };
  expect((await api.post(`/received-invoices/${id}/booking`, told)).status).toBe(400);
  const booked = await api.post(`/received-invoices/${id}/booking`, { ...told, isFinal: true });
  expect(booked.status).toBe(201);
  const { items } = (await api.get('/received-invoices?state=booked')).json() as { items: { id: string }[] };
  expect(items.find((item) => item.id === id)).toMatchObject({
    ...{ invoiceNumber: number, amountCents: 250_000, realisationId: booked.json()['id'] },
  });
  const faulty = await sendFile(api, '/received-invoices', 'lijst.csv', 'leverancier;bedrag\nROR;10');
  expect(faulty.json()).toMatchObject({ status: 400, errors: [{ path: 'file' }] });
});
