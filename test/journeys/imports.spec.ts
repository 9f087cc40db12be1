import { startApp, type TestApp } from '../support/app.js';
import { faultsOf, importExample, importTexts } from '../support/imports.js';
import { ImportService } from '../../src/imports/import.service.js';
import { systemActor, type Actor } from '../../src/shared/actor.js';

let app: TestApp;
let actor: Actor;

beforeAll(async () => {
  app = await startApp();
  expect(faultsOf(await importExample(app))).toEqual([]);
  const { rows } = await app.database.owner.query<{ id: string }>('select id from region');
  actor = { ...systemActor, regionId: rows[0]!.id };
});
afterAll(() => app.stop());

async function count(table: string): Promise<number> {
  const { rows } = await app.database.owner.query<{ n: number }>(`select count(*)::int n from ${table}`);
  return rows[0]!.n;
}

test('the Flevoland example holds the whole register', async () => {
  const counted = await Promise.all(
    ['municipality', 'organisation', 'professional', 'course', 'trainer', 'venue', 'room', 'grant_award'].map(
      count,
    ),
  );
  expect(counted).toEqual([6, 15, 60, 11, 4, 7, 8, 4]);
});

test('what the sources tell is in the register as they tell it, and is no demo figure', async () => {
  const { rows } = await app.database.owner.query(
    `select 'award' what, first_year "year", null course, amount_cents::text figure, is_demo from grant_award where not is_demo
     union all select 'allotment', a.year, c.code, a.trainings::text, a.is_demo
       from allotment a join grant_award g on g.id = a.grant_id join course c on c.id = a.course_id where not a.is_demo
     union all select 'trained', year, null, professionals_trained::text, false from training_history
     order by 1, 2, 3`,
  );
  expect(rows.map((row: Record<string, unknown>) => [row.what, row.year, row.course, row.figure])).toEqual([
    ['award', 2017, null, '17304300'],
    ['award', 2019, null, '22783000'],
    ['trained', 2015, null, '220'],
    ['trained', 2016, null, '160'],
  ]);
});

test('the budgets of each grant add up to its award', async () => {
  const { rows } = await app.database.owner.query(
    `select g.decision_number from grant_award g join grant_line l on l.grant_id = g.id
     join grant_line_budget b on b.grant_line_id = l.id
     group by g.id having sum(b.amount_cents) <> g.amount_cents`,
  );
  expect(rows).toEqual([]);
});

test('the same folder twice changes nothing', async () => {
  const before = await count('audit_entry');
  const results = await importExample(app);
  expect(results.map(({ counts }) => [counts!.added, counts!.changed])).toEqual(results.map(() => [0, 0]));
  expect(await count('audit_entry')).toBe(before);
});

test('everyone in the register can sign in, in their own role', async () => {
  const { rows } = await app.database.owner.query(
    'select role, count(*)::int n from account group by role order by role',
  );
  expect(rows).toEqual([
    { role: 'administrator', n: 1 },
    { role: 'contact', n: 6 },
    { role: 'coordinator', n: 1 },
    { role: 'finance', n: 1 },
    { role: 'professional', n: 60 },
    { role: 'trainer', n: 4 },
  ]);
});

test('every faulty value is named with line, column, value and reason, and nothing is saved', async () => {
  const before = await count('professional');
  const results = await importTexts(app, actor, {
    'nieuw.csv': [
      'naam;email;gemeente;organisatie;functie',
      'Goed Voorbeeld;goed@voorbeeld.example;Urk;Gemeente Urk;BOA',
      ';geen adres;Urk;Gemeente Urk;BOA',
      'Dubbel Voorbeeld;GOED@voorbeeld.example;GM0184;Gemeente Urk;boa',
      'Waar Voorbeeld;waar@voorbeeld.example;Atlantis;Gemeente Urk;BOA',
      'Wie Voorbeeld;wie@voorbeeld.example;Urk;Gemeente Almere;astronaut',
    ].join('\r\n'),
  });
  expect(faultsOf(results)).toEqual([
    'nieuw.csv | regel 3, kolom naam |  | Vul dit in.',
    'nieuw.csv | regel 3, kolom email | geen adres | Vul een e-mailadres in, bijvoorbeeld naam@example.nl.',
    'nieuw.csv | regel 4 | Dubbel Voorbeeld · GOED@voorbeeld.example · GM0184 · Gemeente Urk · boa | Dit staat er al: zie regel 2.',
    'nieuw.csv | regel 5, kolom gemeente | Atlantis | Deze gemeente kennen we niet in deze regio.',
    'nieuw.csv | regel 6, kolom organisatie | Gemeente Almere | Deze organisatie kennen we niet in deze gemeente.',
    'nieuw.csv | regel 6, kolom functie | astronaut | Deze functie kennen we niet.',
  ]);
  expect(await count('professional')).toBe(before);
});

test('a fault in one file of a folder keeps the others out too', async () => {
  const before = await count('municipality');
  const results = await importTexts(app, actor, {
    'gemeenten.csv': 'cbs_code,gemeente\nGM9999,Voorbeeldstad\n',
    'historie.csv': 'gemeente,jaar,aantal_getraind,bron\nVoorbeeldstad,1789,12,een bron\n',
  });
  expect(faultsOf(results)).toEqual([
    'historie.csv | regel 2, kolom jaar | 1789 | Vul 2000 of een hoger getal in.',
  ]);
  expect(await count('municipality')).toBe(before);
});

test('a region says how long a trainer travels and wishes are kept, and keeps it when a file does not', async () => {
  const file = (header: string, row: string) => ({
    'regio.csv': `regio;hoofdaanvrager_code;hoofdaanvrager;voorbeeld${header}\nFlevoland;GM0034;Almere;ja${row}\n`,
  });
  const settings = async () =>
    (await app.database.owner.query('select travel_minutes, wishes_kept_days from region')).rows[0] as object;
  expect(await settings()).toEqual({ travel_minutes: 30, wishes_kept_days: 7 });
  await importTexts(app, systemActor, file(';reistijd_minuten;wensen_bewaren_dagen', ';45;14'));
  const [again] = await importTexts(app, systemActor, file('', ''));
  expect([again!.counts, await settings()]).toEqual([
    { added: 0, changed: 0, same: 1 },
    { travel_minutes: 45, wishes_kept_days: 14 },
  ]);
});

test('a venue is in the file with a line per room, or with one line when it has no more than one', async () => {
  const header = 'locatie,zaal,gemeente,adres,route,plaatsen,toegankelijkheid\n';
  const [first] = await importTexts(app, actor, {
    'zalen.csv': `${header}Proefhuis,Boven,Urk,Proefpad 1,,10,Trap\nProefhuis,Beneden,Urk,Proefpad 1,,20,Drempelvrij\n`,
    'zaal.csv': 'locatie,gemeente,adres,plaatsen,toegankelijkheid\nProefzaal,Urk,Proefpad 2,30,Drempelvrij\n',
  });
  expect(first!.counts).toEqual({ added: 2, changed: 0, same: 0 });
  const [again] = await importTexts(app, actor, {
    'zalen.csv': `${header}Proefhuis,Boven,Urk,Proefpad 1,Bij de haven,10,Trap\n`,
  });
  expect(again!.counts).toEqual({ added: 0, changed: 1, same: 0 });
  const { rows } = await app.database.owner.query(
    `select v.name venue, v.route, r.name room, r.capacity from room r join venue v on v.id = r.venue_id
     where v.name like 'Proef%' order by 1, 3`,
  );
  expect(rows).toEqual([
    { venue: 'Proefhuis', route: 'Bij de haven', room: 'Beneden', capacity: 20 },
    { venue: 'Proefhuis', route: 'Bij de haven', room: 'Boven', capacity: 10 },
    { venue: 'Proefzaal', route: null, room: 'Proefzaal', capacity: 30 },
  ]);
});

test('the lines of one venue must give it the same address', async () => {
  const results = await importTexts(app, actor, {
    'zalen.csv':
      'locatie,zaal,gemeente,adres,plaatsen,toegankelijkheid\nDwaalhuis,A,Urk,Pad 1,10,x\nDwaalhuis,B,Urk,Pad 2,10,x\n',
  });
  expect(faultsOf(results)).toEqual([
    'zalen.csv | regel 3 | Dwaalhuis · B · Urk · Pad 2 ·  · 10 · x | Regel 2 zegt iets anders over deze locatie. Vul overal hetzelfde adres en dezelfde route in.',
  ]);
});

test('a professional who moves keeps the account, which follows', async () => {
  const header = 'naam,email,gemeente,organisatie,functie\n';
  await importTexts(app, actor, {
    'een.csv': `${header}Eerst Voorbeeld,verhuist@voorbeeld.example,Urk,Gemeente Urk,BOA\n`,
  });
  const [result] = await importTexts(app, actor, {
    'twee.csv': `${header}Later Voorbeeld,verhuist@voorbeeld.example,Dronten,Gemeente Dronten,BOA\n`,
  });
  expect(result!.counts).toEqual({ added: 0, changed: 1, same: 0 });
  const { rows } = await app.database.owner.query(
    `select a.name, m.name municipality from account a join municipality m on m.id = a.municipality_id where a.email = 'verhuist@voorbeeld.example'`,
  );
  expect(rows).toEqual([{ name: 'Later Voorbeeld', municipality: 'Dronten' }]);
});

test('the trail of an import names what changed but keeps no name and no address', async () => {
  const { rows } = await app.database.owner.query<{ text: string }>(
    "select concat(before, after) text from audit_entry where subject_type in ('professional', 'trainer', 'organisation')",
  );
  expect(rows.filter(({ text }) => /@|Noor Voor|Eerst|Later|Trainervoorbeeld/.test(text))).toEqual([]);
});

test('Windows-1252 from an older Excel keeps its accents', async () => {
  const text = 'functiecode;functie_nl;functie_en\r\nproef;coördinator ‘jeugd’;youth coördinator\r\n';
  const bytes = Buffer.from(text.replace('‘', '\u0091').replace('’', '\u0092'), 'latin1');
  await app.app
    .get(ImportService, { strict: false })
    .importFiles(actor, [{ fileName: 'functies.csv', content: bytes }]);
  const { rows } = await app.database.owner.query(
    "select name_nl from professional_function where code = 'proef'",
  );
  expect(rows).toEqual([{ name_nl: 'coördinator ‘jeugd’' }]);
});
