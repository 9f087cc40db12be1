import { startApp, type TestApp } from '../support/app.js';
import { signIn, type Client } from '../support/client.js';
import { enrol } from '../support/enrolment.js';
import {
  createAccount,
  createProfessional,
  createRegion,
  createSession,
  type TestProfessional,
  type TestRegion,
} from '../support/region.js';
import { startMailServer, type MailServer } from '../support/smtp.js';

let app: TestApp;
let mail: MailServer;
let region: TestRegion;
let noor: TestProfessional;
let sessionId: string;
let coordinator: Client;
/** The contacts of Almere, where Noor works, and of Dronten. */
let almere: Client;
let dronten: Client;

beforeAll(async () => {
  mail = await startMailServer();
  app = await startApp({ env: { SMTP_URL: mail.url } });
  region = await createRegion(app.database);
  noor = await createProfessional(app.database, region, 'Almere', 'Noor Voorbeeld');
  sessionId = await createSession(app.database, region);
  await enrol(app, region, noor, sessionId);
  await app.work();
  coordinator = await signIn(app, (await createAccount(app.database, region, 'coordinator')).email);
  const contactOf = async (town: 'Almere' | 'Dronten') => {
    const municipalityId = region.municipalities[town];
    return signIn(app, (await createAccount(app.database, region, 'contact', { municipalityId })).email);
  };
  almere = await contactOf('Almere');
  dronten = await contactOf('Dronten');
});
afterAll(async () => {
  await app.stop();
  await mail.stop();
});

async function idOf(who: { email: string }, template: string): Promise<string> {
  const { rows } = await app.database.owner.query<{ id: string }>(
    'select id from message where to_address = $1 and template = $2 order by created_at desc limit 1',
    [who.email, template],
  );
  return rows[0]!.id;
}
const confirmation = () => idOf(noor, 'enrolment-confirmed');

describe('the list of messages', () => {
  test('is reached from the page of a session and tells what was sent about it', async () => {
    const page = await coordinator.get(`/sessions/${sessionId}`);
    expect(page.text).toContain(`href="/messages?session&#x3D;${sessionId}"`);
    const list = await coordinator.get(`/messages?session=${sessionId}`);
    expect(list.text).toContain('Alleen over de uitvoering Basistraining van 12 november 2026.');
    expect(list.text).toContain('Plaats bevestigd');
    expect(list.text).toContain(noor.email);
  });

  test('is reached from the register of people and tells what someone got', async () => {
    const register = await almere.get('/professionals?q=Noor');
    expect(register.text).toContain(`href="/messages?professional&#x3D;${noor.id}"`);
    const list = await almere.get(`/messages?professional=${noor.id}`);
    expect(list.text).toContain('Alleen aan Noor Voorbeeld.');
    expect(list.text).toContain(`/messages/${await confirmation()}`);
  });

  test.each([
    ['part of the name', '?q=noor%20voor', true],
    ['part of the address', `?q=prof-`, true],
    ['the status it has', '?status=sent', true],
    ['another status', '?status=failed', false],
    ['a name that nobody has', '?q=Zeewier', false],
    ['a wildcard', '?q=%25', false],
  ])('searched for %s', async (_what, query, isThere) => {
    const list = await coordinator.get(`/messages${query}`);
    expect(list.text.includes(`/messages/${await confirmation()}`)).toBe(isThere);
  });

  test('says what to do when nothing is found', async () => {
    expect((await coordinator.get('/messages?q=Zeewier')).text).toContain('Geen berichten gevonden');
  });

  test('shows a contact no mail of another municipality', async () => {
    for (const query of ['', `?session=${sessionId}`, `?professional=${noor.id}`]) {
      const list = await dronten.get(`/messages${query}`);
      expect(list.status).toBe(200);
      expect(list.text).not.toContain('Noor Voorbeeld');
    }
  });
});

describe('the page of a message', () => {
  test('tells to whom it went, why, when, and what the mail server said', async () => {
    const page = await almere.get(`/messages/${await confirmation()}`);
    for (const told of [
      `Noor Voorbeeld &lt;${noor.email}&gt;`,
      'Plaats bevestigd',
      'Basistraining van 12 november 2026',
      '1 september 2026 om 10:00',
      '250 ',
      'Beste Noor Voorbeeld',
    ])
      expect(page.text).toContain(told);
  });

  test('shows the mail in a frame in which nothing runs, loads or leads away', async () => {
    const id = await confirmation();
    expect((await almere.get(`/messages/${id}`)).text).toMatch(
      new RegExp(`<iframe [^>]*src="/messages/${id}/preview"[^>]* sandbox>`),
    );
    const preview = await almere.get(`/messages/${id}/preview`);
    expect(preview.text).toContain('Beste Noor Voorbeeld');
    expect(preview.headers.get('content-security-policy')).toBe(
      "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'; sandbox",
    );
    expect(preview.headers.get('cache-control')).toBe('no-store');
  });

  test('has the appointment to download for a coordinator', async () => {
    const file = await coordinator.get(`/messages/${await confirmation()}/calendar.ics`);
    expect(file.type).toContain('text/calendar');
    expect(file.text).toContain('METHOD:REQUEST');
  });

  test('is not there for a contact of another municipality', async () => {
    const id = await confirmation();
    for (const path of [`/messages/${id}`, `/messages/${id}/preview`])
      expect((await dronten.get(path)).status).toBe(404);
  });

  test('says in words why a mail was withdrawn', async () => {
    await app.database.owner.query(
      `insert into message select (jsonb_populate_record(m, jsonb_build_object('id', gen_random_uuid(), 'key', 'withdrawn',
         'status', 'withdrawn', 'withdrawn_reason', 'moved', 'sent_at', null, 'template', 'withdrawn'))).* from message m where id = $1`,
      [await confirmation()],
    );
    const page = await coordinator.get(`/messages/${await idOf(noor, 'withdrawn')}`);
    expect(page.text).toContain('De uitvoering was opnieuw gewijzigd voordat deze mail weg kon.');
  });

  test('keeps a joining link from a contact, who does not come, and shows it to a coordinator', async () => {
    const link = 'https://overleg.example.nl/geheim?kamer=1';
    const id = await confirmation();
    await app.database.owner.query(
      'update message set text_body = text_body || $2, html_body = html_body || $3 where id = $1',
      [id, link, `<p>${link}</p>`],
    );
    const [page, preview] = [`/messages/${id}`, `/messages/${id}/preview`];
    for (const path of [page, preview]) {
      expect((await coordinator.get(path)).text).toContain('overleg.example.nl');
      expect((await almere.get(path)).text).not.toContain('overleg.example.nl');
    }
    expect((await almere.get(page)).text).toContain('zijn alleen voor wie de mail kreeg');
    expect((await almere.get(`/messages/${id}/calendar.ics`)).status).toBe(403);
  });
});

describe('a mail with a link that signs someone in or decides something', () => {
  const secret = 'https://leerlijn.example/sign-in/links/geheim';

  async function withText(text: string): Promise<string> {
    const { rows } = await app.database.owner.query<{ id: string }>(
      `insert into message select (jsonb_populate_record(m, jsonb_build_object('id', gen_random_uuid(), 'key', gen_random_uuid(),
         'holds_secret', true, 'text_body', $2::text, 'html_body', $2::text))).* from message m where id = $1 returning id`,
      [await confirmation(), text],
    );
    return rows[0]!.id;
  }

  test('shows its text to nobody, also while it is still kept', async () => {
    const id = await withText(secret);
    for (const who of [coordinator, almere]) {
      const page = await who.get(`/messages/${id}`);
      expect(page.text).not.toContain('geheim');
      expect(page.text).toContain('Daarom ziet niemand hier de tekst.');
      expect((await who.get(`/messages/${id}/preview`)).status).toBe(404);
    }
  });

  test('says that its text was not kept once it has left', async () => {
    expect((await almere.get(`/messages/${await withText('')}`)).text).toContain(
      'Daarom is de tekst niet bewaard.',
    );
  });
});
