import { importExample, importTexts } from '../support/imports.js';
import { startApp, type TestApp } from '../support/app.js';
import { apiClient, signIn, type ApiClient, type Client } from '../support/client.js';
import { systemActor } from '../../src/shared/actor.js';

let app: TestApp;
let coordinator: Client;
let professional: Client;
let api: ApiClient;

beforeAll(async () => {
  app = await startApp();
  await importExample(app);
  coordinator = await signIn(app, 'coordinator@flevoland.example');
  professional = await signIn(
    app,
    await one("select email found from account where role = 'professional' limit 1"),
  );
  const account = await one("select id found from account where role = 'coordinator'");
  api = await apiClient(app, await one('select id found from region'), account);
});
afterAll(() => app.stop());

async function one(sql: string, ...params: unknown[]): Promise<string> {
  const { rows } = await app.database.owner.query<{ found: string }>(sql, params);
  return rows[0]!.found;
}
const courseId = (code: string) => one('select id found from course where code = $1', code);
const versionOf = (code: string) => one('select version::text found from course where code = $1', code);
const titleOf = (code: string) => one('select title found from course where code = $1', code);

/** What a browser would send of a form as the page shows it. */
function formIn(page: string): URLSearchParams {
  const sent = new URLSearchParams();
  const [, form = ''] = /<form class="ll-form"[^>]*>([\s\S]*?)<\/form>/.exec(page) ?? [];
  for (const [input] of form.matchAll(/<input [^>]*>/g)) {
    const attribute = (name: string) => new RegExp(` ${name}="([^"]*)"`).exec(input)?.[1] ?? '';
    if (/type="(checkbox|radio)"/.test(input) && !input.includes(' checked')) continue;
    sent.append(attribute('name'), attribute('value'));
  }
  for (const [, name = '', options = ''] of form.matchAll(
    /<select [^>]*name="([^"]*)"[^>]*>([\s\S]*?)<\/select>/g,
  ))
    sent.append(name, /value="([^"]*)" selected/.exec(options)?.[1] ?? '');
  return sent;
}

async function editForm(code: string): Promise<{ path: string; form: URLSearchParams }> {
  const path = `/courses/${await courseId(code)}`;
  const page = await coordinator.get(`${path}/edit`);
  expect(page.status).toBe(200);
  return { path, form: formIn(page.text) };
}

const send = (path: string, form: URLSearchParams) =>
  coordinator.send(path, {
    method: 'POST',
    body: form.toString(),
    headers: { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' },
  });

async function newForm(code: string): Promise<URLSearchParams> {
  const form = formIn((await coordinator.get('/courses/new')).text);
  const filledIn = {
    ...{ code, title: `Training ${code}`, level: 'advanced', dayParts: '2', entryLevel: 'basic' },
    ...{ minParticipants: '6', maxParticipants: '12', validityMonths: '24', source: 'Aanvraag 2027' },
    ...{ providerId: await one("select id found from provider where name = 'ROR'"), oncePerCourse: 'on' },
    ...{ approval: 'contact', audience: 'by-invitation' },
  };
  for (const [name, value] of Object.entries(filledIn)) form.set(name, value);
  for (const code of ['docent', 'boa'])
    form.append('functionIds', await one('select id found from professional_function where code = $1', code));
  return form;
}

describe('a new course', () => {
  test('is in the catalogue as the coordinator told it', async () => {
    const page = await coordinator.follow(await send('/courses', await newForm('nieuw')));
    expect(page.text.replaceAll('&nbsp;', ' ')).toMatch(/Training nieuw[\s\S]*BOA en docent/);
    for (const text of ['op uitnodiging', 'op niveau basis of hoger', '6 tot en met 12', 'niet bekend'])
      expect(page.text).toContain(text);
  });

  test('has an evaluation form only on an address of https', async () => {
    const form = await newForm('gevraagd');
    form.set('evaluationUrl', 'http://enquete.example.nl');
    const refused = await send('/courses', form);
    expect([refused.status, formIn(refused.text).get('evaluationUrl')]).toEqual([
      400,
      'http://enquete.example.nl',
    ]);
    expect(refused.text).toContain('Vul een adres in dat begint met https://');
    form.set('evaluationUrl', 'https://enquete.example.nl/gevraagd');
    const page = await coordinator.follow(await send('/courses', form));
    expect(page.text).toContain('https://enquete.example.nl/gevraagd');
    const { path, form: again } = await editForm('gevraagd');
    again.set('evaluationUrl', '');
    await send(path, again);
    expect(
      await one(
        "select coalesce(before ->> 'evaluationUrl', '') found from audit_entry where action = 'change' and subject_id = $1",
        await courseId('gevraagd'),
      ),
    ).toBe('https://enquete.example.nl/gevraagd');
  });

  test('can be chosen to schedule a session of', async () => {
    await send('/courses', await newForm('te-plannen'));
    expect((await coordinator.get('/sessions/new')).text).toContain('Training te-plannen');
  });

  test('with a code that is in use comes back filled in, and nothing is saved', async () => {
    const page = await send('/courses', await newForm('basis-1d'));
    expect([page.status, formIn(page.text).get('title')]).toEqual([400, 'Training basis-1d']);
    expect(page.text).toContain('Er is al een training met de code basis-1d');
    expect(formIn(page.text).getAll('functionIds')).toHaveLength(2);
  });

  test('names everything that is not right at once', async () => {
    const form = await newForm('fout');
    form.set('title', ' ');
    form.set('maxParticipants', '5');
    const [one, both] = [
      await send('/courses', form),
      (form.set('title', 'Goed'), await send('/courses', form)),
    ];
    expect([one.status, both.status]).toEqual([400, 400]);
    expect(one.text).toContain('href="#field-title"');
    expect(both.text).toContain('niet lager is dan het kleinste aantal deelnemers');
  });
});

describe('changing a course', () => {
  test('with nothing changed leaves its version as it is', async () => {
    const { path, form } = await editForm('omgaan-met');
    const before = await versionOf('omgaan-met');
    expect((await send(path, form)).status).toBe(303);
    expect(await versionOf('omgaan-met')).toBe(before);
  });

  test('of only its functions counts as a change too', async () => {
    const { path, form } = await editForm('moeilijke-gesprekken');
    form.delete('functionIds');
    const before = await versionOf('moeilijke-gesprekken');
    await send(path, form);
    expect(Number(await versionOf('moeilijke-gesprekken'))).toBe(Number(before) + 1);
  });

  test('by two people saves the first and shows the second what is different now', async () => {
    const first = await editForm('driedaags');
    const second = await editForm('driedaags');
    first.form.set('title', 'Van de eerste');
    second.form.set('title', 'Van de tweede');
    await send(first.path, first.form);
    const page = await send(second.path, second.form);
    expect([page.status, await titleOf('driedaags')]).toEqual([409, 'Van de eerste']);
    expect(page.text).toContain('anders dan wat u invulde: Titel.');
    const again = await send(second.path, formIn(page.text));
    expect([again.status, await titleOf('driedaags')]).toEqual([303, 'Van de tweede']);
  });

  test('leaves before and after in the audit trail', async () => {
    const { path, form } = await editForm('basis-dagdeel');
    form.set('entryLevel', 'awareness');
    await send(path, form);
    const { rows } = await app.database.owner.query(
      "select before, after from audit_entry where subject_type = 'course' and subject_id = $1 and action = 'change'",
      [await courseId('basis-dagdeel')],
    );
    expect(rows).toEqual([{ before: { entryLevel: null }, after: { entryLevel: 'awareness' } }]);
  });
});

describe('stopping with a course', () => {
  test('says beforehand what happens, and then nobody can schedule it', async () => {
    const path = `/courses/${await courseId('voorlichting-sz')}`;
    const question = await coordinator.get(`${path}/withdrawal`);
    expect(question.text).toMatch(/geen uitvoeringen gepland|gaat gewoon door|gaan gewoon door/);
    await coordinator.post(`${path}/withdrawal`);
    const title = 'Voorlichting voor medewerkers van Sociale Zaken';
    expect((await coordinator.get('/sessions/new')).text).not.toContain(title);
    expect((await coordinator.get('/courses')).text).toContain('wordt niet meer gegeven');
    expect((await professional.get('/courses')).text).not.toContain(title);
  });

  test('can be undone', async () => {
    const path = `/courses/${await courseId('in-company')}`;
    await coordinator.post(`${path}/withdrawal`);
    await coordinator.post(`${path}/return`);
    expect((await coordinator.get('/sessions/new')).text).toContain('Training op maat bij een organisatie');
  });

  test('refuses a session of it through the API too', async () => {
    const course = await courseId('dbk');
    const roomId = await one('select id found from room limit 1');
    const plan = {
      ...{ courseId: course, payerMunicipalityId: await one('select id found from municipality limit 1') },
      ...{ capacity: 1, minimum: 1, priceCents: 1 },
      parts: [{ date: '2027-11-26', startTime: '09:30', endTime: '11:00', roomId }],
    };
    await api.post(`/courses/${course}/withdrawal`);
    const refused = await api.post('/sessions', plan);
    expect([
      refused.status,
      (refused.json()['errors'] as { path: string }[]).map(({ path }) => path),
    ]).toEqual([400, ['courseId']]);
    await api.post(`/courses/${course}/return`);
    expect((await api.post('/sessions', plan)).status).toBe(201);
  });
});

describe('a professional', () => {
  test('reads for whom a course is, what it asks and that it is by invitation, but no price', async () => {
    const page = await professional.get(`/courses/${await courseId('dbk')}`);
    for (const text of [
      'aandachtsfunctionaris en beleidsmedewerker',
      'politie, gemeente, OM en Reclassering',
      'op uitnodiging',
    ])
      expect(page.text).toContain(text);
    expect(page.text).not.toMatch(/4\.500|€|\/edit/);
    const followUp = await professional.get(`/courses/${await courseId('terugkomdag')}`);
    expect(followUp.text).toContain('een geldig certificaat op niveau basis of hoger');
  });
});

describe('the API', () => {
  /** A course as the API tells it; what it does not take is left unread when it is sent back. */
  const document = async (code: string) => {
    const rest = (await api.get(`/courses/${await courseId(code)}`)).json();
    return { id: rest['id'] as string, rest };
  };

  test('changes the version that was asked for, and answers the next', async () => {
    const { id, rest } = await document('verdieping-2d');
    const etag = (await api.get(`/courses/${id}`)).headers.get('etag')!;
    const put = (ifMatch: Record<string, string>, body: object) =>
      api.send(`/courses/${id}`, {
        method: 'PUT',
        body: JSON.stringify(body),
        headers: { 'content-type': 'application/json', ...ifMatch },
      });
    const changed = await put({ 'if-match': etag }, { ...rest, title: 'Via de API' });
    expect([changed.status, changed.json()['title']]).toEqual([200, 'Via de API']);
    expect(changed.headers.get('etag')).not.toBe(etag);
    const late = await put({ 'if-match': etag }, { ...rest, title: 'Te laat' });
    expect([late.status, await titleOf('verdieping-2d')]).toEqual([412, 'Via de API']);
    expect((await put({}, rest)).status).toBe(428);
  });

  test('adds a course, and refuses one that does not add up with every reason', async () => {
    const { rest } = await document('basis-1d');
    const added = await api.post('/courses', { ...rest, code: 'via-api' });
    expect([added.status, added.headers.get('etag'), added.json()['vatTreatment']]).toEqual([
      201,
      '"1"',
      'exempt',
    ]);
    const refused = await api.post('/courses', {
      ...rest,
      code: 'x',
      minParticipants: 20,
      maxParticipants: 2,
    });
    expect(refused.status).toBe(400);
    expect((refused.json()['errors'] as { path: string }[]).map(({ path }) => path)).toEqual([
      'maxParticipants',
    ]);
    expect((await api.post('/courses', { ...rest, code: 'via-api' })).status).toBe(409);
  });

  test('makes VAT follow from the provider', async () => {
    const added = (
      await api.post('/providers', { name: 'Bureau Voorbeeld', crkbo: false, source: 'register' })
    ).json();
    const { rest } = await document('basis-1d');
    const course = await api.post('/courses', { ...rest, code: 'btw', providerId: added['id'] });
    expect(course.json()['vatTreatment']).toBe('standard-21');
    const change = await api.send(`/providers/${added['id'] as string}`, {
      method: 'PUT',
      body: JSON.stringify({ name: 'Bureau Voorbeeld', crkbo: true, source: 'register, later' }),
      headers: { 'content-type': 'application/json', 'if-match': '"1"' },
    });
    expect(change.status).toBe(200);
    expect((await api.get(`/courses/${course.json()['id'] as string}`)).json()['vatTreatment']).toBe(
      'exempt',
    );
  });
});

describe('a provider', () => {
  test('is added and changed on the screen, each name once', async () => {
    const added = await coordinator.post('/providers', { name: 'Nieuw Bureau', source: 'website' });
    expect((await coordinator.follow(added)).text).toContain('Nieuw Bureau is toegevoegd');
    const twice = await coordinator.post('/providers', { name: 'nieuw BUREAU', source: 'website' });
    expect([twice.status, twice.text.includes('Er is al een aanbieder die nieuw BUREAU heet')]).toEqual([
      400,
      true,
    ]);
    const path = `/providers/${await one("select id found from provider where name = 'Nieuw Bureau'")}`;
    await coordinator.post(path, { name: 'Nieuw Bureau', crkbo: 'on', source: 'register', version: '1' });
    expect(await one("select crkbo::text found from provider where name = 'Nieuw Bureau'")).toBe('true');
    const late = await coordinator.post(path, { name: 'Te laat', source: 'x', version: '1' });
    expect(late.status).toBe(409);
  });
});

describe('a file with courses', () => {
  const header = 'trainingscode;titel;niveau;dagdelen;minimum;maximum;aanbieder;voorbeeld;bron';
  const line = 'uit-bestand;Uit een bestand;basis;2;6;12;ror;nee;bron';
  const bringIn = async (...lines: string[]) => {
    const actor = { ...systemActor, regionId: await one('select id found from region') };
    const [result] = await importTexts(app, actor, { 'trainingen.csv': lines.join('\n') });
    return result!;
  };

  test('may leave out who can take part, and then leaves that as it is on the screen', async () => {
    await bringIn(header, line);
    const { path, form } = await editForm('uit-bestand');
    for (const [name, value] of Object.entries({
      approval: 'contact',
      entryLevel: 'basic',
      audience: 'in-company',
    }))
      form.set(name, value);
    await send(path, form);
    expect((await bringIn(header, line)).counts).toEqual({ added: 0, changed: 0, same: 1 });
    expect(
      await one(
        "select concat(approval, ' ', entry_level, ' ', audience) found from course where code = 'uit-bestand'",
      ),
    ).toBe('contact basic in-company');
  });

  test('tells who can take part in the words of the screen', async () => {
    const told = `${header};instapniveau;goedkeuring;toegang;alleen_voor;een_keer_per_training;evaluatieformulier`;
    await bringIn(
      told,
      `${line.replace('uit-bestand', 'verteld')};verdieping;contactpersoon;op uitnodiging;Politie;ja;https://enquete.example.nl/politie`,
    );
    const { rows } = await app.database.owner.query(
      "select entry_level, approval, audience, restricted_audience, once_per_course, evaluation_url from course where code = 'verteld'",
    );
    expect(rows).toEqual([
      {
        ...{ entry_level: 'advanced', approval: 'contact', audience: 'by-invitation' },
        ...{ restricted_audience: 'Politie', once_per_course: true },
        evaluation_url: 'https://enquete.example.nl/politie',
      },
    ]);
    await bringIn(told, `${line.replace('uit-bestand', 'verteld')};geen;;;;;`);
    expect(
      await one("select concat(entry_level, '/', approval) found from course where code = 'verteld'"),
    ).toBe('/contact');
  });

  test('names a provider that is not known', async () => {
    const { faults } = await bringIn(header, line.replace(';ror;', ';Niemand;'));
    expect(faults).toHaveLength(1);
  });
});
