import { startApp, type TestApp } from '../support/app.js';
import { apiClient, signIn, type ApiClient, type Answer, type Client } from '../support/client.js';
import { cancelEnrolment, enrol } from '../support/enrolment.js';
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
let api: ApiClient;
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
  const account = await createAccount(app.database, region, 'coordinator');
  coordinator = await signIn(app, account.email);
  api = await apiClient(app, region.id, account.id);
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
      `insert into message select (jsonb_populate_record(m, jsonb_build_object('id', gen_random_uuid(), 'return_token', gen_random_uuid(), 'key', 'withdrawn',
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
      `insert into message select (jsonb_populate_record(m, jsonb_build_object('id', gen_random_uuid(), 'return_token', gen_random_uuid(), 'key', gen_random_uuid(),
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

/** Someone new with a seat, and the mail that told so. */
async function seated() {
  const who = await createProfessional(app.database, region, 'Almere', 'Bo Voorbeeld');
  const enrolmentId = await enrol(app, region, who, await createSession(app.database, region));
  await app.work();
  const { rows } = await app.database.owner.query<{ id: string }>(
    "select id from message where to_address = $1 and reason = 'enrolment.confirmed'",
    [who.email],
  );
  return { who, enrolmentId, id: rows[0]!.id };
}

const press = (who: Client, id: string, seen = 0): Promise<Answer> =>
  who.post(`/messages/${id}/resending`, { seen: String(seen) });
const sentTo = ({ email }: { email: string }) => mail.accepted.filter(({ to }) => to === email);

describe('sending a mail again', () => {
  test('tells first where it will go, and then sends the same text and appointment once more', async () => {
    const { who, id } = await seated();
    const page = await almere.get(`/messages/${id}`);
    expect(page.text).toContain(`nog een keer naar Bo Voorbeeld, ${who.email}.`);
    const done = await almere.follow(await press(almere, id));
    expect(done.text).toContain('De mail wordt opnieuw verstuurd.');
    expect(done.text).toContain('Plaats bevestigd (opnieuw verstuurd)');
    await app.work();
    const [first, second] = sentTo(who);
    expect(second!.messageId).not.toBe(first!.messageId);
    const { rows } = await app.database.owner.query(
      `select m.status, m.text_body = o.text_body and m.html_body = o.html_body and m.calendar_file = o.calendar_file same
       from message m join message o on o.id = m.repeats_message_id where o.id = $1`,
      [id],
    );
    expect(rows).toEqual([{ status: 'sent', same: true }]);
    expect((await almere.get(`/messages/${id}`)).text).toContain('Eerder opnieuw verstuurd');
  });

  test('leaves a line in the audit trail that says who did it and names both mails', async () => {
    const { id } = await seated();
    const location = (await press(coordinator, id)).location!;
    const { rows } = await app.database.owner.query(
      "select role, action, subject_type, after from audit_entry where subject_id = $1 and action = 'resend'",
      [id],
    );
    expect(rows).toEqual([
      {
        ...{ role: 'coordinator', action: 'resend', subject_type: 'mail' },
        after: { repeatedBy: location.split('/').at(-1) },
      },
    ]);
  });

  test('by two people at once, and by each twice, sends one mail', async () => {
    const { who, id } = await seated();
    const answers = await Promise.all(
      [coordinator, almere, coordinator, almere].map((one) => press(one, id)),
    );
    expect(new Set(answers.map(({ status, location }) => `${status} ${location}`)).size).toBe(1);
    await app.work();
    await press(coordinator, id);
    await app.work();
    expect(sentTo(who)).toHaveLength(2);
  });

  test('can be done once more when one has seen that it was sent again', async () => {
    const { who, id } = await seated();
    for (const seen of [0, 1]) {
      expect((await press(almere, id, seen)).status).toBe(303);
      await app.work();
    }
    expect(sentTo(who)).toHaveLength(3);
    expect((await press(almere, id, 9)).status).toBe(409);
  });

  test('goes to the address that someone has now, and says so', async () => {
    const { who, id } = await seated();
    const email = `nieuw-${who.email}`;
    await app.database.owner.query('update professional set email = $2 where id = $1', [who.id, email]);
    expect((await almere.get(`/messages/${id}`)).text).toContain(
      `${email}. Dat is het adres dat nu in het register staat.`,
    );
    await press(almere, id);
    await app.work();
    expect([sentTo(who).length, sentTo({ email }).length]).toEqual([1, 1]);
  });

  test('is for the contact of the own municipality only', async () => {
    const { who, id } = await seated();
    expect((await press(dronten, id)).status).toBe(404);
    await app.work();
    expect(sentTo(who)).toHaveLength(1);
  });

  /** The page says why not, without a button, and the press is refused with the same words. */
  async function expectRefused(id: string, words: string): Promise<string> {
    const page = await almere.get(`/messages/${id}`);
    expect(page.text).toContain(words);
    expect(page.text).not.toContain('Verstuur opnieuw');
    const answer = await press(almere, id);
    expect([answer.status, answer.text]).toEqual([409, expect.stringContaining(words)]);
    return page.text;
  }
  const change = (id: string, set: string) =>
    app.database.owner.query(`update message set ${set} where id = $1`, [id]);

  test('is refused for a link that signs someone in or decides something', async () => {
    const { id } = await seated();
    await change(id, 'holds_secret = true');
    await expectRefused(id, 'link sturen wij één keer');
  });

  test('is refused while the mail, or its repeat, still waits', async () => {
    mail.refuses = () => Object.assign(new Error('4.3.2 Later'), { responseCode: 421 });
    const { id } = await seated();
    await expectRefused(id, 'is nog niet weg');
    mail.refuses = () => null;
    app.clock.advance({ minutes: 30 });
    await app.recur('mail.send-due');
    const repeat = (await press(almere, id)).location!;
    expect((await almere.get(`/messages/${id}`)).text).toContain('is nog niet weg');
    expect((await press(almere, id, 1)).status).toBe(409);
    await app.work();
    expect((await almere.get(repeat)).text).toContain('Verstuur opnieuw');
  });

  test('is refused for a mail that was withdrawn because it was no longer right', async () => {
    mail.refuses = () => Object.assign(new Error('4.3.2 Later'), { responseCode: 421 });
    const { id, who, enrolmentId } = await seated();
    await cancelEnrolment(app, region, who, enrolmentId);
    await app.work();
    mail.refuses = () => null;
    await expectRefused(id, 'klopte niet meer voordat die weg kon');
  });

  test('is refused when newer news overtook it, with the way to that news', async () => {
    const { id, who, enrolmentId } = await seated();
    app.clock.advance({ minutes: 1 });
    await cancelEnrolment(app, region, who, enrolmentId);
    await app.work();
    const newer = await idOf(who, 'enrolment-cancelled');
    const page = await expectRefused(id, 'Na deze mail is geschreven:');
    expect(page).toContain(`href="/messages/${newer}"`);
    expect((await press(almere, newer)).status).toBe(303);
  });

  test('is refused to an address that does not exist, until someone has another', async () => {
    mail.refuses = () => Object.assign(new Error('5.1.1 Mailbox bestaat niet'), { responseCode: 550 });
    const { id, who } = await seated();
    await enrol(app, region, who, await createSession(app.database, region, { date: '2026-11-19' }));
    await app.work();
    mail.refuses = () => null;
    await expectRefused(id, 'Vraag de beheerder om het weer aan te zetten.');
    const email = `werkt-${who.email}`;
    await app.database.owner.query('update professional set email = $2 where id = $1', [who.id, email]);
    const { rows } = await app.database.owner.query<{ id: string; status: string }>(
      'select id, status from message where to_address = $1 order by status',
      [who.email],
    );
    expect(rows.map(({ status }) => status)).toEqual(['failed', 'withdrawn']);
    for (const one of rows) expect((await press(almere, one.id)).status).toBe(303);
    await app.work();
    expect(sentTo({ email })).toHaveLength(2);
  });
});

describe('another system', () => {
  test('finds mail by status, session, person and text', async () => {
    const { who, id } = await seated();
    const found = await api.get(`/messages?professional=${who.id}&status=sent&q=bo%20voor`);
    expect(found.json()).toMatchObject({
      total: 1,
      items: [{ id, reason: 'enrolment.confirmed', toAddress: who.email, status: 'sent', attempts: 1 }],
    });
    expect((await api.get(`/messages?session=${sessionId}&status=failed`)).json()).toMatchObject({
      total: 0,
    });
  });

  test('reads a mail with where it would go, and sends it again once, however often it asks at once', async () => {
    const { who, id } = await seated();
    expect((await api.get(`/messages/${id}`)).json()).toMatchObject({
      ...{ id, text: expect.stringContaining('Beste Bo'), repeats: [], repeatsMessageId: null },
      resending: { toAddress: who.email, hindrance: null, overtakenBy: null },
    });
    const answers = await Promise.all([1, 2, 3].map(() => api.post(`/messages/${id}/resending`)));
    const made = answers.filter(({ status }) => status === 201).map((answer) => answer.json()['id']);
    expect(new Set(made).size).toBe(1);
    await app.work();
    expect(sentTo(who)).toHaveLength(2);
    expect((await api.get(`/messages/${id}`)).json()).toMatchObject({ repeats: [made[0]] });
  });

  test('is told why not', async () => {
    const { id } = await seated();
    await app.database.owner.query('update message set holds_secret = true where id = $1', [id]);
    expect((await api.get(`/messages/${id}`)).json()).toMatchObject({
      ...{ text: null, html: null },
      resending: { hindrance: 'message-holds-secret' },
    });
    const refused = await api.post(`/messages/${id}/resending`);
    expect([refused.status, refused.type]).toEqual([409, 'application/problem+json; charset=utf-8']);
  });

  test('of a contact finds nothing of another municipality', async () => {
    const municipalityId = region.municipalities.Dronten;
    const account = await createAccount(app.database, region, 'contact', { municipalityId });
    const other = await apiClient(app, region.id, account.id);
    const { who, id } = await seated();
    expect((await other.get(`/messages?professional=${who.id}`)).json()).toMatchObject({ total: 0 });
    expect((await other.get(`/messages/${id}`)).status).toBe(404);
    expect((await other.post(`/messages/${id}/resending`)).status).toBe(404);
  });
});
