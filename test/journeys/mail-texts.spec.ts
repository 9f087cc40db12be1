import { mailKinds } from '../../src/wording/mail-kinds.rules.js';
import { startApp, type TestApp } from '../support/app.js';
import { apiClient, signIn, type ApiClient, type Client } from '../support/client.js';
import { enrol, mailsTo } from '../support/enrolment.js';
import {
  createAccount,
  createProfessional,
  createRegion,
  createSession,
  type MunicipalityName,
  type TestProfessional,
  type TestRegion,
} from '../support/region.js';

const CONFIRMED = 'enrolment-confirmed-nl';
const STANDARD_OPENING = 'U hebt een plaats in de training ‘{{course}}’. De training begint op {{date}}.';
const nothingOwn = { subject: null, opening: null, practical: null, closing: null };

let app: TestApp;
let region: TestRegion;
let coordinator: { id: string; email: string };
let api: ApiClient;
let screen: Client | null;
let almereApi: ApiClient;
let almereEmail: string;

beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.stop());
beforeEach(async () => {
  app.clock.set('2026-09-01T08:00:00Z');
  region = await createRegion(app.database, `Regio ${Math.random()}`);
  coordinator = await createAccount(app.database, region, 'coordinator');
  api = await apiClient(app, region.id, coordinator.id);
  const contact = await contactOf('Almere');
  almereEmail = contact.email;
  almereApi = await apiClient(app, region.id, contact.id);
  screen = null;
});

/** The contact of Almere on the screen; who signs in too often in a minute is asked to wait. */
const almere = async () => (screen ??= await signIn(app, almereEmail));

const contactOf = (town: MunicipalityName) =>
  createAccount(app.database, region, 'contact', { municipalityId: region.municipalities[town] });

const run = (sql: string, ...values: unknown[]) => app.database.owner.query(sql, values);

/** Changes a text through the API; gives the status of the answer. */
async function write(as: ApiClient, texts: object, id = CONFIRMED): Promise<number> {
  const found = await as.get(`/mail-texts/${id}`);
  const told = { ...(found.json()['own'] as object), ...texts };
  return (await as.put(`/mail-texts/${id}`, told, { 'if-match': found.headers.get('etag')! })).status;
}

const form = (texts: object, version = '0') => ({
  ...{ subject: 'Tot ziens op {{date}}', opening: 'U bent erbij.', practical: '', closing: '', version },
  ...texts,
});

/** Someone of that town enrols; gives the last mail. */
async function confirm(town: MunicipalityName, name = 'Noor Voorbeeld', sessionId?: string) {
  const who = await createProfessional(app.database, region, town, name);
  return mailAbout(who, sessionId ?? (await createSession(app.database, region)));
}

async function mailAbout(who: TestProfessional, sessionId: string) {
  await enrol(app, region, who, sessionId);
  await app.work();
  const { rows } = await run(
    `select id, subject, text_body, html_body, region_wording_version, municipality_wording_version
     from message where to_address = $1 and template = 'enrolment-confirmed'`,
    who.email,
  );
  return rows[0] as {
    id: string;
    subject: string;
    text_body: string;
    html_body: string;
    region_wording_version: number | null;
    municipality_wording_version: number | null;
  };
}

describe('the words of a mail', () => {
  test('that a municipality wrote reach its own people, in both parts of the mail, and nobody else', async () => {
    const saved = await (
      await almere()
    ).post(
      `/mail-texts/${CONFIRMED}`,
      form({
        opening: 'Fijn dat u komt, {{name}}.\nU begint op {{date}} om {{time}}.',
        practical: 'Parkeren kan achter het stadhuis.',
        closing: 'Tot dan!',
      }),
    );
    expect((await (await almere()).follow(saved)).text).toContain('is opgeslagen en geldt vanaf nu');
    const own = await confirm('Almere');
    expect(own.subject).toBe('Tot ziens op donderdag 12 november 2026');
    for (const part of [own.text_body, own.html_body]) {
      expect(part).toContain('Fijn dat u komt, Noor Voorbeeld.');
      expect(part).toContain('U begint op donderdag 12 november 2026 om 09:30–17:00.');
      expect(part).toContain('Parkeren kan achter het stadhuis.');
      expect(part).toContain('Tot dan!');
      expect(part).toContain('Met het bestand bij deze mail zet u de training in uw agenda.');
      expect(part).not.toContain('U hebt een plaats in de training');
    }
    const other = await confirm('Dronten');
    expect(other.subject).toContain('U bent ingeschreven');
    expect(other.text_body).not.toContain('stadhuis.');
    expect(other).toMatchObject({ region_wording_version: null, municipality_wording_version: null });
  });

  test('of the region hold for everyone but who has words of their own, block by block', async () => {
    await write(api, { opening: 'De regio heet u welkom.', closing: 'Groet van de regio.' });
    await write(almereApi, { opening: 'Almere heet u welkom.' });
    const [own, other] = [await confirm('Almere'), await confirm('Urk')];
    expect(own.text_body).toContain('Almere heet u welkom.');
    expect(own.text_body).toContain('Groet van de regio.');
    expect(own).toMatchObject({ region_wording_version: 1, municipality_wording_version: 1 });
    expect(other.text_body).toContain('De regio heet u welkom.');
    expect(other).toMatchObject({ region_wording_version: 1, municipality_wording_version: null });
  });

  test('are of one language: who reads English gets the English ones', async () => {
    await write(almereApi, { opening: 'Welkom in Almere.' });
    await write(almereApi, { opening: 'Welcome to Almere.' }, 'enrolment-confirmed-en');
    const reader = await createProfessional(app.database, region, 'Almere');
    await run("update account set locale = 'en' where professional_id = $1", reader.id);
    const session = await createSession(app.database, region);
    const english = await mailAbout(reader, session);
    expect(english.text_body).toContain('Welcome to Almere.');
    expect(english.html_body).toContain('<html lang="en"');
    expect((await confirm('Almere', 'Sam Voorbeeld', session)).text_body).toContain('Welkom in Almere.');
  });

  test('and what is filled in are text, never HTML', async () => {
    await write(almereApi, {
      subject: '<b>Hoi</b>',
      opening: '<script>alert(1)</script> {{name}} {{course}}',
    });
    await run("update course set title = '<img src=x> & {{name}}' where id = $1", region.courses.basic);
    const mail = await confirm('Almere', 'Noor <script>alert(2)</script>');
    expect(mail.html_body).not.toMatch(/<script|<img|<b>/);
    expect(mail.html_body).toContain('&lt;script&gt;alert(1)&lt;/script&gt; Noor &lt;script&gt;');
    expect(mail.text_body).toContain(
      '<script>alert(1)</script> Noor <script>alert(2)</script> <img src=x> & {{name}}',
    );
    expect(mail.subject).toBe('<b>Hoi</b>');
  });

  test('leave out a paragraph that names what this mail lacks', async () => {
    await write(almereApi, { practical: 'Uw trainer is {{trainers}}.\nEr is lunch.' });
    const mail = await confirm('Almere');
    expect(mail.text_body).toContain('Er is lunch.');
    expect(mail.text_body).not.toContain('Uw trainer is');
  });

  test('hold for mail that is written from then on; a mail keeps its words and tells whose they are', async () => {
    const before = await confirm('Almere');
    await write(almereApi, { closing: 'Versie een.' });
    await write(almereApi, { closing: 'Versie twee.' });
    const after = await confirm('Almere', 'Sam Voorbeeld');
    expect(after.text_body).toContain('Versie twee.');
    const page = await (await almere()).get(`/messages/${after.id}`);
    expect(page.text).toContain('Tekst van de gemeente, versie 2');
    const old = await (await almere()).get(`/messages/${before.id}`);
    expect(old.text).toContain('Standaardtekst');
    expect(old.text).toContain('Kunt u niet komen?');
    expect((await api.get(`/messages/${after.id}`)).json()['municipalityWordingVersion']).toBe(2);
    await api.post(`/messages/${after.id}/resending`, { seen: 0 });
    const { rows } = await run(
      'select municipality_wording_version v from message where repeats_message_id = $1',
      after.id,
    );
    expect(rows).toEqual([{ v: 2 }]);
  });

  test('go back to the standard text for a block that is set back, whatever stands in its field', async () => {
    await write(almereApi, { opening: 'Eigen begin.', closing: 'Eigen slot.' });
    const page = await (await almere()).get(`/mail-texts/${CONFIRMED}`);
    expect(page.text).toContain('Eigen begin.');
    expect(page.text).toContain('name="openingIsStandard"');
    expect(page.text).not.toContain('name="practicalIsStandard"');
    const sent = form({ opening: '{{onzin', openingIsStandard: 'on', closing: 'Eigen slot.' }, '1');
    expect((await (await almere()).post(`/mail-texts/${CONFIRMED}`, sent)).status).toBe(303);
    const { own } = (await almereApi.get(`/mail-texts/${CONFIRMED}`)).json();
    expect(own).toEqual({ ...nothingOwn, subject: 'Tot ziens op {{date}}', closing: 'Eigen slot.' });
    expect((await confirm('Almere')).text_body).toContain('U hebt een plaats in de training');
  });
});

describe('a text that cannot be used', () => {
  test.each([
    [
      'an unknown value',
      'Hallo.\nBeste {{naam}}',
      'Op regel 2 staat {{naam}}. Dat gegeven is er niet. U kunt kiezen uit: {{name}}, {{course}}',
    ],
    ['a value of another mail', 'Nummer {{number}}', 'Op regel 1 staat {{number}}.'],
    ['a condition', '{{#if name}}x{{/if}}', 'Op regel 1 kan tussen dubbele accolades alleen de naam'],
    ['raw HTML', '{{{name}}}', 'Op regel 1 kan tussen dubbele accolades alleen de naam'],
    ['nothing', ' ', 'Vul dit in'],
    ['too much', 'x'.repeat(2001), '2000'],
  ])(
    'because of %s is refused with what to do; nothing is saved and what was typed stays',
    async (_what, opening, told) => {
      const sent = form({ opening, closing: 'Mijn eigen slot.' });
      const answer = await (await almere()).post(`/mail-texts/${CONFIRMED}`, sent);
      expect(answer.status).toBe(400);
      const page = answer.text.replaceAll('&#x27;', "'").replaceAll('&#x3D;', '=');
      expect(page).toContain(told);
      expect(page).toContain('Mijn eigen slot.');
      expect(page).toContain(opening.trim());
      const found = await almereApi.get(`/mail-texts/${CONFIRMED}`);
      expect(found.json()['own']).toEqual(nothingOwn);
      expect(found.headers.get('etag')).toBe('"0"');
    },
  );

  test('is told to another system with every field at once', async () => {
    const told = { subject: '{{onbekend}}', opening: null, practical: '{{#each x}}', closing: null };
    const answer = await almereApi.put(`/mail-texts/${CONFIRMED}`, told, { 'if-match': '"0"' });
    expect(answer.status).toBe(400);
    const faults = answer.json()['errors'] as { path: string }[];
    expect(faults.map(({ path }) => path)).toEqual(['subject', 'practical']);
  });

  test.each(['reminder', 'reminder-fr', 'onzin-nl', '__proto__', 'reminder-nl-nl'])(
    'because there is no mail %s is not found',
    async (id) => {
      expect((await almereApi.get(`/mail-texts/${id}`)).status).toBe(404);
    },
  );
});

describe('two who write at once', () => {
  test('do not overwrite each other: the second is told, keeps what was typed, sees what is saved and may go on', async () => {
    const other = await signIn(app, (await contactOf('Almere')).email);
    await other.post(`/mail-texts/${CONFIRMED}`, form({ opening: 'Van de eerste.' }));
    const second = await (
      await almere()
    ).post(`/mail-texts/${CONFIRMED}`, form({ opening: 'Van de tweede.' }));
    expect(second.status).toBe(409);
    expect(second.text).toContain('Iemand anders heeft deze tekst intussen gewijzigd.');
    expect(second.text).toContain('Van de tweede.');
    expect(second.text).toContain('Van de eerste.');
    expect(second.text).toContain('name="version" value="1"');
    const again = await (
      await almere()
    ).post(`/mail-texts/${CONFIRMED}`, form({ opening: 'Van beiden.' }, '1'));
    expect(again.status).toBe(303);
  });

  test('at the very same moment get one yes between them', async () => {
    const told = (n: number) => ({ ...nothingOwn, opening: `Van nummer ${n}.` });
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, n) =>
        almereApi.put(`/mail-texts/${CONFIRMED}`, told(n), { 'if-match': '"0"' }),
      ),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array<number>(7).fill(412)]);
    const { rows } = await run('select version from wording where region_id = $1', region.id);
    expect(rows).toEqual([{ version: 1 }]);
  });

  test('of whom one writes for the region: the other sees those words before leaving them as they are', async () => {
    await write(api, { opening: 'De regio heet u welkom.' });
    const sent = form({ opening: STANDARD_OPENING, closing: 'Mijn slot.' });
    const late = await (await almere()).post(`/mail-texts/${CONFIRMED}`, sent);
    expect(late.status).toBe(409);
    expect(late.text).toContain('De regio heet u welkom.');
    expect(late.text).toContain('Mijn slot.');
  });

  test('of whom one changes nothing make no new version', async () => {
    await write(almereApi, { opening: 'Eigen begin.' });
    await write(almereApi, { opening: 'Eigen begin.' });
    expect((await almereApi.get(`/mail-texts/${CONFIRMED}`)).headers.get('etag')).toBe('"1"');
  });

  test('say which version they change', async () => {
    expect((await almereApi.put(`/mail-texts/${CONFIRMED}`, nothingOwn)).status).toBe(428);
  });
});

describe('who may write', () => {
  test('a contact changes only the words of the own municipality, a coordinator those of the region', async () => {
    const elsewhere = await createRegion(app.database, `Elders ${Math.random()}`);
    const stranger = await apiClient(
      ...([app, elsewhere.id, (await createAccount(app.database, elsewhere, 'coordinator')).id] as const),
    );
    const dronten = await apiClient(app, region.id, (await contactOf('Dronten')).id);
    await write(almereApi, { opening: 'Almere heet u welkom.' });
    for (const someone of [api, dronten, stranger]) {
      const found = (await someone.get(`/mail-texts/${CONFIRMED}`)).json();
      expect(found['own']).toEqual(nothingOwn);
      expect((found['otherwise'] as { opening: string }).opening).toBe(STANDARD_OPENING);
    }
    await write(api, { opening: 'De regio heet u welkom.' });
    const seen = (await dronten.get(`/mail-texts/${CONFIRMED}`)).json();
    expect((seen['otherwise'] as { opening: string }).opening).toBe('De regio heet u welkom.');
    expect((await stranger.get(`/mail-texts/${CONFIRMED}`)).text).not.toContain('De regio');
  });

  test('the list tells a coordinator which municipalities have words of their own, and a contact only of theirs', async () => {
    await write(almereApi, { opening: 'Almere heet u welkom.' });
    await write(api, { opening: 'Reminder of the region.' }, 'reminder-en');
    const screen = await signIn(app, coordinator.email);
    const list = (await screen.get('/mail-texts')).text;
    expect(list).toContain('Eigen tekst: Almere');
    expect(list).toContain('Tekst van de regio');
    const dronten = await signIn(app, (await contactOf('Dronten')).email);
    expect((await dronten.get('/mail-texts')).text).not.toContain('Almere');
    expect((await (await almere()).get('/mail-texts')).text).toContain('Tekst van uw gemeente');
    const found = (await almereApi.get('/mail-texts?q=enrolment-confirmed')).json();
    expect(found['items']).toEqual([
      { id: CONFIRMED, kind: 'enrolment-confirmed', locale: 'nl', hasOwnText: true },
      { id: 'enrolment-confirmed-en', kind: 'enrolment-confirmed', locale: 'en', hasOwnText: false },
    ]);
  });

  test('the audit trail tells who changed what, before and after', async () => {
    await write(almereApi, { opening: 'Eigen begin.' });
    await write(almereApi, { opening: null, closing: '' });
    const { rows } = await run(
      "select role, before, after from audit_entry where subject_type = 'wording' and region_id = $1 order by at, id",
      region.id,
    );
    const mail = { kind: 'enrolment-confirmed', locale: 'nl' };
    const first = { ...mail, ...nothingOwn, opening: 'Eigen begin.', version: 1 };
    expect(rows).toEqual([
      { role: 'contact', before: { ...mail, ...nothingOwn, version: 0 }, after: first },
      { role: 'contact', before: first, after: { ...mail, ...nothingOwn, closing: '', version: 2 } },
    ]);
  });
});

describe('the preview', () => {
  test('shows the typed text on the newest enrolment that one may see, saves nothing and sends nothing', async () => {
    await confirm('Dronten', 'Daan van Dronten');
    await confirm('Almere', 'Noor van Almere');
    const sent = form({ opening: 'Voorproef voor {{name}}: {{course}}.' });
    const shown = await (await almere()).post(`/mail-texts/${CONFIRMED}/preview`, sent);
    expect(shown.headers.get('content-security-policy')).toContain('sandbox');
    expect(shown.text).toContain('Voorproef voor Noor van Almere: Basistraining.');
    const text = await (await almere()).post(`/mail-texts/${CONFIRMED}/preview`, { ...sent, part: 'text' });
    expect(text.type).toContain('text/plain');
    expect(text.text).toMatch(/^Tot ziens op donderdag 12 november 2026\n\nBeste Noor van Almere,/);
    expect((await almereApi.get(`/mail-texts/${CONFIRMED}`)).headers.get('etag')).toBe('"0"');
    expect(await mailsTo(app, { email: almereEmail })).toEqual([]);
    const dronten = await signIn(app, (await contactOf('Dronten')).email);
    expect((await dronten.get(`/mail-texts/${CONFIRMED}/preview`)).text).toContain('Daan van Dronten');
  });

  test('uses invented data that says so where there is nothing to see yet', async () => {
    const shown = await (await almere()).get('/mail-texts/certificate-issued-en/preview');
    expect(shown.text).toContain('Example Participant');
    expect((await (await almere()).get(`/mail-texts/${CONFIRMED}/preview`)).text).toContain(
      'Voorbeeldtraining',
    );
  });

  test('of a text that cannot be used tells what to change', async () => {
    const shown = await (
      await almere()
    ).post(`/mail-texts/${CONFIRMED}/preview`, form({ opening: '{{naam}}' }));
    expect(shown.status).toBe(400);
    expect(shown.headers.get('content-security-policy')).toContain('sandbox');
    expect(shown.text).toContain('Begin van de mail: Op regel 1 staat {{naam}}.');
  });

  test('is there for every mail, in both languages', async () => {
    await confirm('Almere');
    const list = (await api.get('/mail-texts?pageSize=100')).json()['items'] as { id: string }[];
    expect(list).toHaveLength(2 * mailKinds.length);
    for (const { id } of list) {
      const answer = await api.post(`/mail-texts/${id}/preview`, { ...nothingOwn, practical: `Over ${id}.` });
      expect(answer.status).toBe(200);
      const { subject, html, text } = answer.json() as Record<string, string>;
      for (const part of [html, text]) expect(part).toContain(`Over ${id}.`);
      expect(`${subject}${text}`).not.toContain('{{');
    }
  });
});

describe('a test mail', () => {
  test('goes to one’s own address only, says in its subject and first words that it is a test, and is nobody’s mail', async () => {
    const seen = await confirm('Almere', 'Noor van Almere');
    const sent = form({ opening: 'Proef voor {{name}}.' });
    const page = await (await almere()).post(`/mail-texts/${CONFIRMED}/test-mail`, sent);
    await app.work();
    expect(page.status).toBe(200);
    expect(page.text).toContain('De proefmail is op weg naar uw eigen adres.');
    expect(page.text).toContain('Proef voor {{name}}.');
    expect(page.text).toContain('name="version" value="0"');
    const [mail, ...more] = await mailsTo(app, { email: almereEmail });
    expect(more).toEqual([]);
    expect(mail!.subject).toBe('[Proef] Tot ziens op donderdag 12 november 2026');
    expect(mail!.text_body).toContain('Dit is een proefmail die u zelf hebt aangevraagd.');
    expect(mail!.text_body).toContain('Proef voor Noor van Almere.');
    expect(mail!.calendar_file).toBeNull();
    const { rows } = await run(
      `select reason, professional_id, session_id, enrolment_id, municipality_wording_version from message where to_address = $1 and template = 'mail-text-test'`,
      almereEmail,
    );
    expect(rows).toEqual([
      {
        ...{ reason: 'mail-text.tested', professional_id: null, session_id: null, enrolment_id: null },
        municipality_wording_version: null,
      },
    ]);
    const { rows: own } = await run('select professional_id from message where id = $1', seen.id);
    const list = await (await almere()).get(`/messages?professional=${own[0].professional_id as string}`);
    expect(list.text).not.toContain('[Proef]');
  });

  test('of a text that cannot be used is not sent', async () => {
    const page = await (
      await almere()
    ).post(`/mail-texts/${CONFIRMED}/test-mail`, form({ opening: '{{naam}}' }));
    expect(page.status).toBe(400);
    await app.work();
    expect(await mailsTo(app, { email: almereEmail })).toEqual([]);
  });
});
