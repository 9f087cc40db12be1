import { startApp, type TestApp } from '../support/app.js';
import { apiClient, signIn, type ApiClient, type Client } from '../support/client.js';
import { issueCertificate } from '../support/certificates.js';
import { answerInvitation, followUpDay, followUpMailsTo, launch, standings } from '../support/follow-up.js';
import {
  createAccount,
  createProfessional,
  createRegion,
  type MunicipalityName,
  type TestProfessional,
  type TestRegion,
} from '../support/region.js';

let app: TestApp;
let region: TestRegion;
let api: ApiClient;
let screen: Client;
let contact: ApiClient;
let contactScreen: Client;
let session: string;
let campaign: string;
let ad: TestProfessional;

beforeAll(async () => {
  app = await startApp();
  region = await createRegion(app.database);
  const coordinator = await createAccount(app.database, region, 'coordinator');
  api = await apiClient(app, region.id, coordinator.id);
  screen = await signIn(app, coordinator.email);
  const other = await createAccount(app.database, region, 'contact', {
    municipalityId: region.municipalities.Almere,
  });
  contact = await apiClient(app, region.id, other.id);
  contactScreen = await signIn(app, other.email);
});
afterAll(() => app.stop());
beforeEach(async () => {
  app.clock.set('2026-09-01T08:00:00Z');
  await app.database.owner.query('truncate follow_up_campaign, certificate, message, enrolment cascade');
  ad = await trained('Almere', 'Ad');
  await trained('Dronten', 'Daan');
  session = await followUpDay(app, region);
  campaign = await launch(app, api, [session]);
});

async function trained(town: MunicipalityName, name: string): Promise<TestProfessional> {
  const professional = await createProfessional(app.database, region, town, `${name} Voorbeeld`);
  await issueCertificate(app.database, region, professional, '2026-01-10');
  return professional;
}

const pathOf = (person: TestProfessional) => `/follow-up/${campaign}/people/${person.id}/hand-over`;

describe('someone who left', () => {
  test('gets nothing any more, and a colleague of the register is invited instead', async () => {
    const nel = await createProfessional(app.database, region, 'Almere', 'Nel Voorbeeld');
    const answer = await contactScreen.post(pathOf(ad), { successorEmail: nel.email, successorName: '' });
    expect([answer.status, answer.location]).toEqual([303, `/follow-up/${campaign}/people`]);
    await app.recur('follow-up.send-due');
    expect(await followUpMailsTo(app, nel)).toHaveLength(1);
    const list = await contactScreen.get(`/follow-up/${campaign}/people`);
    expect(list.text).toContain('Opvolger: Nel Voorbeeld');
    expect(list.text).toContain('In plaats van Ad Voorbeeld');
    app.clock.set('2026-10-01T08:00:00Z');
    await app.recur('follow-up.send-due');
    expect(await followUpMailsTo(app, ad, 'reminder')).toEqual([]);
    expect(await followUpMailsTo(app, nel, 'reminder')).toHaveLength(1);
  });

  test('can have a successor who is new: they come into the register with the same organisation and function', async () => {
    const form = { successorEmail: 'nieuw@example.nl', successorName: '' };
    const asked = await contactScreen.post(pathOf(ad), form);
    expect([asked.status, asked.text.includes('Vul ook de naam in')]).toEqual([400, true]);
    await contactScreen.post(pathOf(ad), { ...form, successorName: 'Nieuw Voorbeeld' });
    await app.recur('follow-up.send-due');
    const { rows } = await app.database.owner.query<{ same: boolean; mails: number }>(
      `select n.organisation_id = a.organisation_id and n.function_id = a.function_id same,
         (select count(*)::int from message where professional_id = n.id and template = 'follow-up-invitation') mails
       from professional n, professional a where n.email = 'nieuw@example.nl' and a.id = $1`,
      [ad.id],
    );
    expect(rows).toEqual([{ same: true, mails: 1 }]);
  });

  test('need not have a successor, who can be named later', async () => {
    await contact.post(`/follow-up-campaigns/${campaign}/invitations/${ad.id}/hand-over`, {
      successorEmail: null,
    });
    expect(await standings(contact, campaign)).toEqual({ 'Ad Voorbeeld': 'left' });
    const { text } = await contactScreen.get(`/follow-up/${campaign}`);
    expect(text).toContain('1 persoon werkt er niet meer en heeft nog geen opvolger');
    const nel = await createProfessional(app.database, region, 'Almere', 'Nel Voorbeeld');
    const later = await contact.post(`/follow-up-campaigns/${campaign}/invitations/${ad.id}/hand-over`, {
      successorEmail: nel.email,
    });
    expect(later.json()).toEqual({ result: 'invited' });
  });

  test('has one successor, also when two are named at once', async () => {
    const people = await Promise.all(
      ['Nel', 'Els'].map((name) => createProfessional(app.database, region, 'Almere', `${name} Voorbeeld`)),
    );
    const answers = await Promise.all(
      people.map(({ email }) =>
        contact.post(`/follow-up-campaigns/${campaign}/invitations/${ad.id}/hand-over`, {
          successorEmail: email,
        }),
      ),
    );
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    await app.recur('follow-up.send-due');
    const mails = await Promise.all(people.map(async (person) => followUpMailsTo(app, person)));
    expect(mails.flat()).toHaveLength(1);
  });

  test('is no longer asked for someone who was invited already: they get no second mail', async () => {
    const nel = await trained('Almere', 'Nel');
    const other = await launch(app, api, [await followUpDay(app, region, { date: '2026-12-10' })]);
    expect(Object.keys(await standings(api, other))).toEqual(['Nel Voorbeeld']);
    await contact.post(`/follow-up-campaigns/${campaign}/invitations/${ad.id}/hand-over`, {
      successorEmail: nel.email,
    });
    const again = await api.get(`/follow-up-campaigns/${campaign}/invitations?q=nel`);
    expect(again.json()).toMatchObject({ items: [{ name: 'Nel Voorbeeld', insteadOf: 'Ad Voorbeeld' }] });
  });

  test('cannot be succeeded by themself, by someone of another municipality, or when they have a place', async () => {
    const answers = [];
    const daan = await createProfessional(app.database, region, 'Dronten', 'Daan Elders');
    for (const successorEmail of [ad.email, daan.email])
      answers.push((await contactScreen.post(pathOf(ad), { successorEmail, successorName: 'X' })).status);
    await answerInvitation(app, ad, session);
    answers.push((await contactScreen.post(pathOf(ad), { successorEmail: '', successorName: '' })).status);
    expect(answers).toEqual([400, 409, 409]);
  });

  test('of another municipality is unknown to a contact', async () => {
    const { items } = (await api.get(`/follow-up-campaigns/${campaign}/invitations?q=daan`)).json() as {
      items: { professionalId: string }[];
    };
    const answer = await contact.post(
      `/follow-up-campaigns/${campaign}/invitations/${items[0]!.professionalId}/hand-over`,
      { successorEmail: null },
    );
    expect(answer.status).toBe(404);
  });

  test('is written in the audit trail, with who came instead', async () => {
    const nel = await createProfessional(app.database, region, 'Almere', 'Nel Voorbeeld');
    await contactScreen.post(pathOf(ad), { successorEmail: nel.email, successorName: '' });
    const { rows } = await app.database.owner.query(
      "select role, before, after from audit_entry where action = 'handOverInvitation' order by id desc limit 1",
    );
    expect(rows).toEqual([
      {
        role: 'contact',
        before: { professionalId: ad.id, answer: null },
        after: { professionalId: ad.id, answer: 'left', successorId: nel.id },
      },
    ]);
  });
});

describe('how a campaign stands', () => {
  /** Says of everyone with a seat that they were there. */
  async function everyoneCame(): Promise<void> {
    await app.database.owner.query(
      `insert into attendance_mark (enrolment_id, part_id, mark, marked_at, marked_by)
       select e.id, p.id, 'present', now(), (select id from account where role = 'coordinator' limit 1)
       from enrolment e join session_part p on p.session_id = e.session_id where e.session_id = $1 and e.status = 'confirmed'`,
      [session],
    );
  }

  test('is counted per municipality: invited, answered, enrolled and attended', async () => {
    await answerInvitation(app, ad, session);
    const counts = async () =>
      (
        (await api.get(`/follow-up-campaigns/${campaign}`)).json() as {
          municipalities: Record<string, unknown>[];
        }
      ).municipalities.map(({ municipality, invited, answered, enrolled, attended }) => [
        ...[municipality, invited, answered, enrolled, attended],
      ]);
    expect(await counts()).toEqual([
      ['Almere', 1, 1, 1, 0],
      ['Dronten', 1, 0, 0, 0],
    ]);
    await everyoneCame();
    expect((await counts())[0]).toEqual(['Almere', 1, 1, 1, 1]);
    expect(await standings(api, campaign)).toEqual({
      'Ad Voorbeeld': 'attended',
      'Daan Voorbeeld': 'invited',
    });
  });

  test('is shown to a contact for the own municipality only', async () => {
    const page = await contactScreen.get(`/follow-up/${campaign}`);
    const people = await contactScreen.get(`/follow-up/${campaign}/people`);
    const list = await contactScreen.get('/follow-up');
    expect([page, people, list].map(({ text }) => text.includes('Dronten'))).toEqual([false, false, false]);
    expect(list.text).toContain('1 van 1 persoon uitgenodigd');
    expect((await contact.get(`/follow-up-campaigns/${campaign}`)).json()).toMatchObject({
      people: 1,
      municipalities: [{ municipality: 'Almere' }],
    });
  });

  test('can be searched by state, municipality and name, and downloaded as it is shown', async () => {
    await answerInvitation(app, ad, 'declined');
    const names = async (query: string) =>
      [
        ...(await screen.get(`/follow-up/${campaign}/people?${query}`)).text.matchAll(/>(\w+) Voorbeeld</g),
      ].map(([, name]) => name);
    expect(await names('')).toEqual(['Ad', 'Daan']);
    expect(await names('state=declined')).toEqual(['Ad']);
    expect(await names(`municipality=${region.municipalities.Dronten}`)).toEqual(['Daan']);
    expect(await names('q=daan')).toEqual(['Daan']);
    const csv = await screen.get(`/follow-up/${campaign}/people.csv?state=declined`);
    expect(csv.text).toContain('Ad Voorbeeld;Jongerenwerk Almere;Almere;wil niet;1;');
    expect(csv.text).not.toContain('Daan');
  });

  test('says how many seats are free on each day', async () => {
    await answerInvitation(app, ad, session);
    expect((await screen.get(`/follow-up/${campaign}`)).text).toContain('11 plaatsen vrij');
  });

  test('a contact launches and stops nothing', async () => {
    const answers = [
      await contactScreen.get('/follow-up/new'),
      await contactScreen.post(`/follow-up/${campaign}/stop`),
      await contact.post(`/follow-up-campaigns/${campaign}/closure`),
    ];
    expect(answers.map(({ status }) => status)).toEqual([403, 403, 403]);
  });

  test('says before stopping what will not be sent any more', async () => {
    const { text } = await screen.get(`/follow-up/${campaign}/stop`);
    expect(text).toContain('2 mensen die nog niet antwoordden, krijgen geen herinnering meer.');
    await screen.post(`/follow-up/${campaign}/stop`);
    expect((await screen.get(`/follow-up/${campaign}`)).text).toContain('gestopt');
  });
});
