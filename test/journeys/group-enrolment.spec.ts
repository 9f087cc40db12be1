import ExcelJS from 'exceljs';
import { newId } from '../../src/shared/ids.js';
import { startApp, type TestApp } from '../support/app.js';
import { apiClient, signIn, type Answer, type ApiClient, type Client } from '../support/client.js';
import { enrol, mailsTo } from '../support/enrolment.js';
import {
  createAccount,
  createProfessional,
  createRegion,
  createSession,
  type MunicipalityName,
  type TestProfessional,
  type TestRegion,
  type TestSession,
} from '../support/region.js';
import { uploadFile } from '../support/upload.js';

const TUESDAY = '2026-09-01T07:00:00Z';

let app: TestApp;
let region: TestRegion;
let coordinator: Client;
let contact: Client;
let coordinatorApi: ApiClient;
let contactApi: ApiClient;

beforeAll(async () => {
  app = await startApp({ at: TUESDAY });
  region = await createRegion(app.database);
  const boss = await createAccount(app.database, region, 'coordinator');
  const own = await createAccount(app.database, region, 'contact', {
    municipalityId: region.municipalities.Almere,
  });
  coordinator = await signIn(app, boss.email);
  contact = await signIn(app, own.email);
  coordinatorApi = await apiClient(app, region.id, boss.id);
  contactApi = await apiClient(app, region.id, own.id);
});
afterAll(() => app.stop());
beforeEach(() => app.clock.set(TUESDAY));

const person = (name: string, town: MunicipalityName = 'Almere') =>
  createProfessional(app.database, region, town, name);
const people = async (...names: string[]) => {
  const made: TestProfessional[] = [];
  for (const name of names) made.push(await person(name));
  return made;
};
const session = (plan: TestSession) =>
  createSession(app.database, region, { releaseOn: '2026-10-01', ...plan });
const group = (sessionId: string) => `/sessions/${sessionId}/participants/group`;
const emails = (...list: readonly TestProfessional[]) => list.map(({ email }) => email).join('\n');

/** What a page says in its table, row by row, without the marks around it. */
function rowsOf({ text }: Answer): string[] {
  const body = /<tbody.*?<\/tbody>/s.exec(text)?.[0] ?? '';
  return [...body.matchAll(/<tr.*?<\/tr>/gs)].map(([row]) =>
    row
      .replaceAll(/<[^>]+>/g, ' ')
      .replaceAll(/\s+/g, ' ')
      .trim(),
  );
}

/** The form of a page with what would happen, as a browser sends it when nothing was changed. */
function formOf({ text }: Answer): { action: string; fields: Record<string, string> } {
  const form = /<form [^>]*action="([^"]+\/group\/[^"]+)".*?<\/form>/s.exec(text);
  if (!form) throw new Error(`No group to enrol in ${text.slice(0, 2_000)}`);
  const shown = /name="shown" value="([^"]*)"/.exec(form[0])![1]!;
  const ticked = [...form[0].matchAll(/name="(people\.p[0-9a-f]+)" value="on" checked/g)];
  return {
    action: form[1]!,
    fields: { shown, ...textOf(form[0]), ...Object.fromEntries(ticked.map(([, name]) => [name!, 'on'])) },
  };
}

const MARKS = { '&quot;': '"', '&#x3D;': '=', '&lt;': '<', '&gt;': '>' };
const unescaped = (text: string) =>
  Object.entries(MARKS).reduce((rest, [written, mark]) => rest.replaceAll(written, mark), text);

/** The list that goes along with the form; none for people who were ticked in the register. */
function textOf(form: string): { text?: string } {
  const text = /name="text" value="([^"]*)"/.exec(form)?.[1];
  return text === undefined ? {} : { text: unescaped(text) };
}

const preview = (client: Client, sessionId: string, pasted: string) =>
  client.post(group(sessionId), { pasted });

async function enrolAll(
  client: Client,
  page: Answer,
  together: 'yes' | 'no',
  without: TestProfessional[] = [],
) {
  const { action, fields } = formOf(page);
  for (const { id } of without) delete fields[`people.p${id.replaceAll('-', '')}`];
  return client.post(action, { ...fields, together });
}

async function statusOf(sessionId: string, ...list: readonly TestProfessional[]): Promise<(string | null)[]> {
  const { rows } = await app.database.owner.query<{ id: string; status: string }>(
    'select professional_id id, status from enrolment where session_id = $1',
    [sessionId],
  );
  return list.map(({ id }) => rows.find((row) => row.id === id)?.status ?? null);
}

describe('on screen', () => {
  test('a contact pastes a list with a heading, sees what happens per row, and enrols as far as there are seats', async () => {
    const sessionId = await session({ capacity: 2 });
    const [anna, bram, cees] = await people('Anna Groep', 'Bram Groep', 'Cees Groep');
    const list = `Naam\tOrganisatie\tE-mail\nAnna\t\t${anna!.email.toUpperCase()}\nbram  groep\tJongerenwerk Almere\t\nCees\t\t ${cees!.email} `;
    const page = await preview(contact, sessionId, list);
    expect(page.status).toBe(200);
    expect(rowsOf(page)).toEqual([
      expect.stringMatching(/^Anna Groep .* Krijgt een plaats 2$/),
      expect.stringMatching(/^Bram Groep .* Krijgt een plaats 3$/),
      expect.stringMatching(/^Cees Groep .* Op de wachtlijst Nummer 1 op de wachtlijst\. 4$/),
    ]);
    expect(page.text).toContain('er 1 plaats te weinig');
    expect(await statusOf(sessionId, anna!, bram!, cees!)).toEqual([null, null, null]);

    const done = await contact.follow(await enrolAll(contact, page, 'no'));
    expect(rowsOf(done)).toEqual([
      expect.stringMatching(/^Anna Groep .* Ingeschreven$/),
      expect.stringMatching(/^Bram Groep .* Ingeschreven$/),
      expect.stringMatching(/^Cees Groep .* Op de wachtlijst Nummer 1/),
    ]);
    expect(await statusOf(sessionId, anna!, bram!, cees!)).toEqual(['confirmed', 'confirmed', 'waitlisted']);
    await app.work();
    expect((await mailsTo(app, anna!)).map(({ template }) => template)).toEqual(['enrolment-confirmed']);
    expect((await mailsTo(app, cees!)).map(({ template }) => template)).toEqual(['enrolment-waitlisted']);
  });

  test('the seats are those that single enrolments would get, in the order of the list', async () => {
    const sessionId = await session({ capacity: 3, quotas: { Dronten: 1 } });
    const [almere1, almere2, almere3] = await people('Eva Een', 'Eva Twee', 'Eva Drie');
    const dronten = await person('Dirk Dronten', 'Dronten');
    const page = await preview(coordinator, sessionId, emails(almere1!, almere2!, almere3!, dronten));
    expect(rowsOf(page).map((row) => /Krijgt een plaats|Op de wachtlijst/.exec(row)![0])).toEqual([
      ...['Krijgt een plaats', 'Krijgt een plaats', 'Op de wachtlijst', 'Krijgt een plaats'],
    ]);
  });

  test('a whole group together is enrolled when there are seats and otherwise nobody is, saying how many are missing', async () => {
    const sessionId = await session({ capacity: 2 });
    const [fleur, gijs, hans] = await people('Fleur Samen', 'Gijs Samen', 'Hans Samen');
    const page = await preview(contact, sessionId, emails(fleur!, gijs!, hans!));
    const refused = await enrolAll(contact, page, 'yes');
    expect(refused.status).toBe(409);
    expect(refused.text).toContain('Niemand is ingeschreven: voor de hele groep is er 1 plaats te weinig.');
    expect(await statusOf(sessionId, fleur!, gijs!, hans!)).toEqual([null, null, null]);

    const done = await enrolAll(contact, refused, 'yes', [gijs!]);
    expect(done.status).toBe(200);
    expect(rowsOf(done)).toEqual([
      expect.stringMatching(/^Gijs Samen .* Niet ingeschreven Was niet aangevinkt/),
    ]);
    expect(await statusOf(sessionId, fleur!, gijs!, hans!)).toEqual(['confirmed', null, 'confirmed']);
    await app.work();
    expect(await mailsTo(app, gijs!)).toEqual([]);
  });

  test('after a refusal the list is still whole, in the other language too: unknown lines, ticks and the text to correct', async () => {
    const sessionId = await session({ capacity: 1 });
    const [tess, ugo] = await people('Tess Heel', 'Ugo Heel');
    const list = `Naam\tE-mail\n\nTess\t${tess!.email}\nUgo\t${ugo!.email}\nOnbekend "O."\tweg@example.nl`;
    const page = await preview(contact, sessionId, list);
    const refused = await enrolAll(contact, page, 'yes');
    expect(refused.status).toBe(409);
    expect(rowsOf(refused)).toEqual([
      expect.stringMatching(/^Tess Heel .* Krijgt een plaats 3$/),
      expect.stringMatching(/^Ugo Heel .* Op de wachtlijst .* 4$/),
      expect.stringMatching(/^Onbekend .*weg@example\.nl Onbekend Dit e-mailadres staat niet .* 5$/),
    ]);
    expect(refused.text).toMatch(/<textarea[^>]*>[^<]*weg@example\.nl/);
    expect(refused.text).toMatch(
      /Op deze regels wordt niemand ingeschreven[^<]*<a [^>]*href="#row-3">5<\/a>\./,
    );
    expect(refused.text).toContain('<tr class="utrecht-table__row" id="row-3">');
    expect(page.text).toContain('er 1 plaats te weinig');

    const { action, fields } = formOf(refused);
    delete fields[`people.p${ugo!.id.replaceAll('-', '')}`];
    const switched = await contact.post('/language?resend=yes', {
      ...fields,
      returnTo: action,
      language: 'en',
    });
    expect([switched.status, switched.location]).toEqual([307, action]);
    const english = await contact.post(action, { ...fields, returnTo: action, language: 'en' });
    await contact.post('/language', { language: 'nl' });
    expect(english.status).toBe(200);
    expect(english.text).toContain('<html lang="en"');
    expect(english.text).not.toContain('too few');
    expect(rowsOf(english)).toHaveLength(3);
    expect(formOf(english)).toEqual({ action, fields });
    expect(await statusOf(sessionId, tess!, ugo!)).toEqual([null, null]);
  });

  test('someone unknown is added to the register beside the list, and then found and ticked when it is looked at again', async () => {
    const sessionId = await session({ capacity: 5 });
    const [vera] = await people('Vera Bekend');
    const email = 'nieuw.iemand@example.nl';
    const page = await preview(contact, sessionId, `${vera!.email}\n${email}`);
    expect(page.text).toContain(
      `href="/professionals/new?email=${encodeURIComponent(email)}" target="_blank"`
        .replaceAll('=', '&#x3D;')
        .replace('href&#x3D;', 'href=')
        .replace('target&#x3D;', 'target='),
    );
    const form = await contact.get(`/professionals/new?email=${encodeURIComponent(email)}`);
    expect(form.text).toContain(`value="${email}"`);
    const { rows } = await app.database.owner.query<{ organisation: string; function: string }>(
      'select organisation_id organisation, function_id function from professional where id = $1',
      [vera!.id],
    );
    await contact.post('/professionals', {
      ...{ name: 'Nieuw Iemand', email },
      ...{ organisationId: rows[0]!.organisation, functionId: rows[0]!.function },
    });
    const { action, fields } = formOf(page);
    const again = await contact.post(action, fields);
    expect(rowsOf(again)[1]).toMatch(/^Nieuw Iemand .* Krijgt een plaats 2$/);
    const done = await contact.follow(await enrolAll(contact, again, 'yes'));
    expect(rowsOf(done)).toHaveLength(2);
  });

  test('whoever of a list is not enrolled stands above the group with the reason, and can be looked at again', async () => {
    const sessionId = await session({ capacity: 9, date: '2026-11-19' });
    const elsewhere = await session({ capacity: 9, date: '2026-11-19' });
    const [anke, busy, unticked] = await people('Anke Binnen', 'Bert Bezet', 'Carla Later');
    await enrol(app, region, busy!, elsewhere);
    const list = ['Naam\tE-mail', ...[anke!, busy!, unticked!, anke!].map(({ email }) => `x\t${email}`)];
    const page = await preview(contact, sessionId, [...list, 'Nog Niemand\tniemand@example.nl'].join('\n'));
    const done = await enrolAll(contact, page, 'no', [unticked!]);
    expect(done.status).toBe(200);
    expect(done.text).toContain('De groep is ingeschreven');
    const leftOut = [
      expect.stringMatching(/^Bert Bezet .* Niet ingeschreven Heeft op 19-11-2026, .* 3$/),
      expect.stringMatching(/^Carla Later .* Niet ingeschreven Was niet aangevinkt, .* 4$/),
      expect.stringMatching(/Staat er twee keer in Zie regel 2\. 5$/),
      expect.stringMatching(/^Nog Niemand · niemand@example\.nl Onbekend Dit e-mailadres staat niet .* 6$/),
    ];
    expect(rowsOf(done)).toEqual(leftOut);
    expect(done.text).toContain('1 van 9 plaatsen bezet');
    expect(done.text).toMatch(/Anke Binnen.*Ingeschreven/s);
    expect(await statusOf(sessionId, anke!, busy!, unticked!)).toEqual(['confirmed', null, null]);

    // Sent once more, as a browser does when the page is loaded again.
    expect(rowsOf(await enrolAll(contact, page, 'no', [unticked!]))).toEqual(leftOut);
    const pasted = unescaped(/name="pasted" value="([^"]*)"/.exec(done.text)![1]!);
    const again = await preview(contact, sessionId, pasted);
    expect(rowsOf(again)[0]).toMatch(/^Anke Binnen .* Al ingeschreven/);
    expect(rowsOf(again)[4]).toMatch(/^Nog Niemand · niemand@example\.nl Onbekend/);
    await app.work();
    expect(await mailsTo(app, anke!)).toHaveLength(1);
  });

  test('the recipients of a mail, pasted as one line, are each someone on the list', async () => {
    const sessionId = await session({ capacity: 9 });
    const [dora, emil] = await people('Dora Outlook', 'Emil Outlook');
    const line = `"Outlook, Dora" <${dora!.email}>; Emil Outlook <${emil!.email}>; Weg <weg@example.nl>`;
    const page = await preview(contact, sessionId, line);
    expect(rowsOf(page)).toEqual([
      expect.stringMatching(/^Dora Outlook .* Krijgt een plaats 1$/),
      expect.stringMatching(/^Emil Outlook .* Krijgt een plaats 1$/),
      expect.stringMatching(/^Weg &lt;weg@example\.nl&gt; Onbekend Dit e-mailadres .* 1$/),
    ]);
    expect(page.text).toContain('href="#row-3">1<');
    const done = await enrolAll(contact, page, 'no');
    expect(rowsOf(done)).toEqual([expect.stringMatching(/^Weg .* Onbekend/)]);
    expect(await statusOf(sessionId, dora!, emil!)).toEqual(['confirmed', 'confirmed']);
  });

  test('pressing twice enrols and mails once, and the answer can be read again', async () => {
    const sessionId = await session({ capacity: 5 });
    const [iris] = await people('Iris Dubbel');
    const page = await preview(contact, sessionId, emails(iris!));
    const [first, second] = await Promise.all([enrolAll(contact, page, 'no'), enrolAll(contact, page, 'no')]);
    expect([first.status, second.status]).toEqual([303, 303]);
    expect(first.location).toBe(second.location);
    const third = await enrolAll(contact, page, 'no');
    for (const answer of [await contact.follow(first), await contact.follow(third)])
      expect(rowsOf(answer)).toEqual([expect.stringMatching(/^Iris Dubbel .* Ingeschreven$/)]);
    await app.work();
    expect(await mailsTo(app, iris!)).toHaveLength(1);
  });

  test('everyone on a list who cannot be enrolled stands there with the reason', async () => {
    const sessionId = await session({ capacity: 9, date: '2026-11-12' });
    const elsewhere = await session({ capacity: 9, date: '2026-11-12' });
    const [seated, busy, fine] = await people('Jan Al', 'Karin Elders', 'Lars Kan');
    const stranger = await person('Mia Dronten', 'Dronten');
    await enrol(app, region, seated!, sessionId);
    await enrol(app, region, busy!, elsewhere);
    const list = [emails(seated!, busy!, stranger, fine!, fine!), 'weg@example.nl', 'Alleen een naam'].join(
      '\n',
    );
    const page = await preview(contact, sessionId, list);
    expect(rowsOf(page)).toEqual([
      expect.stringMatching(/^Jan Al .* Al ingeschreven Heeft al een plaats\. 1$/),
      expect.stringMatching(
        /^Karin Elders .* Kan niet Heeft op 12-11-2026, .*, al een plaats in ‘Basistraining’\./,
      ),
      expect.stringMatching(
        /^.* Onbekend Dit e-mailadres staat niet in het register\. Misschien .* Toevoegen/,
      ),
      expect.stringMatching(/^Lars Kan .* Krijgt een plaats 4$/),
      expect.stringMatching(/^.* Staat er twee keer in Zie regel 4\. 5$/),
      expect.stringMatching(/^weg@example\.nl Onbekend/),
      expect.stringMatching(/^Alleen een naam Onbekend Er staat geen e-mailadres/),
    ]);
    expect(Object.keys(formOf(page).fields)).toEqual(['shown', 'text', expect.stringMatching(/^people/)]);
    const boss = await preview(coordinator, sessionId, list);
    expect(rowsOf(boss)[2]).toMatch(/^Mia Dronten .* Krijgt een plaats 3$/);
  });

  test('what changed between looking and enrolling is said per row', async () => {
    const sessionId = await session({ capacity: 1 });
    const [nora, other] = await people('Nora Later', 'Otto Ertussen');
    const page = await preview(contact, sessionId, emails(nora!));
    await enrol(app, region, other!, sessionId);
    const done = await contact.follow(await enrolAll(contact, page, 'no'));
    expect(rowsOf(done)).toEqual([
      expect.stringMatching(
        /Op de wachtlijst Nummer 1 .* Dit is anders dan u zag: toen was er een plaats\.$/,
      ),
    ]);
  });

  test('people of the register can be ticked', async () => {
    const sessionId = await session({ capacity: 5 });
    const [pia, quin] = await people('Pia Vinkje', 'Quin Vinkje');
    const start = await contact.get(`${group(sessionId)}?q=Vinkje`);
    const boxes = [...start.text.matchAll(/name="(people\.p[0-9a-f]{32})"/g)].map(([, name]) => name!);
    expect(boxes).toHaveLength(2);
    const page = await contact.post(group(sessionId), Object.fromEntries(boxes.map((name) => [name, 'on'])));
    await enrolAll(contact, page, 'yes');
    expect(await statusOf(sessionId, pia!, quin!)).toEqual(['confirmed', 'confirmed']);
  });

  test('an Excel file and a CSV file are read, and one that cannot be read says why', async () => {
    const sessionId = await session({ capacity: 5 });
    const [rosa] = await people('Rosa Bestand');
    const workbook = new ExcelJS.Workbook();
    workbook.addWorksheet('Deelnemers').addRows([
      ['naam', 'e-mail'],
      ['Rosa', rosa!.email],
    ]);
    const xlsx = Buffer.from(await workbook.xlsx.writeBuffer());
    const fromExcel = await uploadFile(contact, group(sessionId), 'groep.xlsx', xlsx);
    expect(rowsOf(fromExcel)).toEqual([expect.stringMatching(/^Rosa Bestand .* Krijgt een plaats 2$/)]);
    expect(fromExcel.text).toContain('het blad ‘Deelnemers’');
    const fromCsv = await uploadFile(
      contact,
      group(sessionId),
      'groep.csv',
      `\ufeffe-mail\r\n${rosa!.email}\r\n`,
    );
    expect(rowsOf(fromCsv)).toEqual([expect.stringMatching(/^Rosa Bestand .* Krijgt een plaats 2$/)]);
    const old = await uploadFile(
      contact,
      group(sessionId),
      'oud.xls',
      Buffer.from('d0cf11e0a1b11ae1', 'hex'),
    );
    expect([old.status, old.text.includes('Dit is een oud Excel-bestand')]).toEqual([400, true]);
    const none = await uploadFile(contact, group(sessionId), '', '');
    expect([none.status, none.text.includes('Kies een bestand.')]).toEqual([400, true]);
  });

  test('an empty form, nobody ticked and a list that is too long come back with what to do', async () => {
    const sessionId = await session({ capacity: 5 });
    const [sam] = await people('Sam Leeg');
    const empty = await contact.post(group(sessionId), { pasted: ' ' });
    expect([empty.status, empty.text.includes('Plak een lijst of vink mensen aan.')]).toEqual([400, true]);
    const page = await preview(contact, sessionId, emails(sam!));
    const nobody = await enrolAll(contact, page, 'no', [sam!]);
    expect([nobody.status, nobody.text.includes('Vink ten minste één persoon aan.')]).toEqual([400, true]);
    const long = await preview(
      contact,
      sessionId,
      Array.from({ length: 501 }, (_, n) => `p${n}@example.nl`).join('\n'),
    );
    expect([long.status, long.text.includes('meer dan 500 mensen')]).toEqual([400, true]);
  });

  test('a group of another municipality stays unseen by a contact', async () => {
    const sessionId = await session({ capacity: 5 });
    const [tom] = await people('Tom Gezien');
    const done = await enrolAll(coordinator, await preview(coordinator, sessionId, emails(tom!)), 'no');
    expect((await coordinator.follow(done)).status).toBe(200);
    expect((await contact.follow(done)).status).toBe(404);
  });

  test('ids that a contact may not know are passed over', async () => {
    const sessionId = await session({ capacity: 5 });
    const [vik] = await people('Vik Eigen');
    const stranger = await person('Wim Dronten', 'Dronten');
    const ids = [stranger.id, newId(), vik!.id];
    const done = await contact.post(`${group(sessionId)}/${newId()}`, {
      ...{ shown: ids.map((id, index) => `${index + 1}/${id}/confirmed`).join(' '), together: 'yes' },
      ...Object.fromEntries(ids.map((id) => [`people.p${id.replaceAll('-', '')}`, 'on'])),
    });
    expect(rowsOf(await contact.follow(done))).toEqual([
      expect.stringMatching(/^Vik Eigen .* Ingeschreven$/),
    ]);
    expect(await statusOf(sessionId, vik!, stranger)).toEqual(['confirmed', null]);
  });

  test('someone without the entry level is not in the group; a coordinator can enrol that person apart', async () => {
    const sessionId = await session({ capacity: 5 });
    const [xan] = await people('Xan Instap');
    const entryLevel = (level: string | null) =>
      app.database.owner.query('update course set entry_level = $2 where id = $1', [
        region.courses.basic,
        level,
      ]);
    await entryLevel('awareness');
    try {
      const [mine, boss] = [
        await preview(contact, sessionId, emails(xan!)),
        await preview(coordinator, sessionId, emails(xan!)),
      ];
      expect(rowsOf(mine)).toEqual([
        expect.stringMatching(/Kan niet Heeft het instapniveau nog niet\. Een coördinator .* 1$/),
      ]);
      expect(rowsOf(boss)).toEqual([expect.stringMatching(/Apart inschrijven : Xan Instap 1$/)]);
    } finally {
      await entryLevel(null);
    }
  });

  test('once enrolment has ended no group comes in', async () => {
    const sessionId = await session({ capacity: 5, date: '2026-09-01', releaseOn: '2026-09-01' });
    const [uma] = await people('Uma Laat');
    const page = await preview(contact, sessionId, emails(uma!));
    app.clock.set('2026-09-01T08:00:00Z');
    expect((await contact.get(group(sessionId))).status).toBe(409);
    const done = await contact.follow(await enrolAll(contact, page, 'no'));
    expect(rowsOf(done)).toEqual([expect.stringMatching(/Niet ingeschreven Inschrijven kan niet meer/)]);
    expect(await statusOf(sessionId, uma!)).toEqual([null]);
  });
});

describe('in the API', () => {
  test('a preview saves nothing and says the same as enrolling does', async () => {
    const sessionId = await session({ capacity: 1 });
    const [vera, wout] = await people('Vera Api', 'Wout Api');
    const body = { emails: [vera!.email.toUpperCase(), 'weg@example.nl', wout!.email, vera!.email] };
    const looked = (await contactApi.post(`/sessions/${sessionId}/group-enrolment-previews`, body)).json();
    expect(looked).toMatchObject({
      ...{ fitsTogether: false, seatsMissing: 1 },
      counts: { confirmed: 1, waitlisted: 1, requested: 0, notEnrolled: 2 },
      rows: [
        { row: 1, outcome: 'confirmed', name: 'Vera Api', enrolmentId: null },
        { row: 2, outcome: 'unknown', email: 'weg@example.nl', professionalId: null },
        { row: 3, outcome: 'waitlisted', waitingPosition: 1 },
        { row: 4, outcome: 'twice' },
      ],
    });
    expect(await statusOf(sessionId, vera!, wout!)).toEqual([null, null]);

    const enrolled = await contactApi.post(`/sessions/${sessionId}/group-enrolments`, body);
    expect(enrolled.status).toBe(201);
    const { id, counts } = enrolled.json();
    expect(counts).toEqual(looked['counts']);
    const again = (await contactApi.get(`/sessions/${sessionId}/group-enrolments/${id as string}`)).json();
    expect(again['rows']).toMatchObject([
      { outcome: 'confirmed', enrolmentId: expect.any(String) },
      { outcome: 'waitlisted', waitingPosition: 1 },
    ]);
    expect(await statusOf(sessionId, vera!, wout!)).toEqual(['confirmed', 'waitlisted']);
  });

  test('a group that has to fit and does not is refused with who has no seat', async () => {
    const sessionId = await session({ capacity: 1 });
    const [xena, yara] = await people('Xena Api', 'Yara Api');
    const answer = await contactApi.post(`/sessions/${sessionId}/group-enrolments`, {
      ...{ professionalIds: [xena!.id, yara!.id, newId()], together: true },
    });
    expect(answer.status).toBe(409);
    const { type, errors } = answer.json() as { type: string; errors: { path: string }[] };
    expect(type).toMatch(/group-does-not-fit$/);
    expect(errors.map(({ path }) => path)).toEqual(['rows.2', 'rows.3']);
    expect(await statusOf(sessionId, xena!, yara!)).toEqual([null, null]);
  });

  test('who cannot be enrolled has the code of the refusal, and the same request again enrols nobody twice', async () => {
    const sessionId = await session({ capacity: 5 });
    const [zoe] = await people('Zoë Api');
    const body = { professionalIds: [zoe!.id], together: true };
    const key = { 'idempotency-key': `groep-${sessionId}` };
    const [first, replayed] = [
      await coordinatorApi.post(`/sessions/${sessionId}/group-enrolments`, body, key),
      await coordinatorApi.post(`/sessions/${sessionId}/group-enrolments`, body, key),
    ];
    expect(replayed.json()).toEqual(first.json());
    const again = (await coordinatorApi.post(`/sessions/${sessionId}/group-enrolments`, body)).json();
    expect(again['rows']).toMatchObject([
      { outcome: 'refused', code: 'already-enrolled', enrolmentId: null },
    ]);
  });

  test('people come as ids or as addresses, never both', async () => {
    const sessionId = await session({ capacity: 5 });
    const path = `/sessions/${sessionId}/group-enrolments`;
    expect((await contactApi.post(path, {})).status).toBe(400);
    expect(
      (await contactApi.post(path, { emails: ['a@example.nl'], professionalIds: [newId()] })).status,
    ).toBe(400);
  });

  test('the trail has one deed for the group and one for everyone in it', async () => {
    const sessionId = await session({ capacity: 5 });
    const [ali, bo] = await people('Ali Spoor', 'Bo Spoor');
    await coordinatorApi.post(`/sessions/${sessionId}/group-enrolments`, {
      professionalIds: [ali!.id, bo!.id],
    });
    const { rows } = await app.database.owner.query<{ action: string; after: Record<string, unknown> }>(
      "select action, after from audit_entry where subject_id = $1 or after ->> 'sessionId' = $1::text order by action",
      [sessionId],
    );
    expect(rows.map(({ action }) => action)).toEqual(['enrol', 'enrol', 'enrolGroup']);
    expect(rows[2]!.after).toMatchObject({ count: 2, together: false });
  });
});
