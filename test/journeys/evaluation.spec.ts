import { EvaluationJobs } from '../../src/evaluation/evaluation.jobs.js';
import { startApp, type TestApp } from '../support/app.js';
import { createTrainer } from '../support/attendance.js';
import { apiClient, Client, signIn, type ApiClient } from '../support/client.js';
import { cancelEnrolment } from '../support/enrolment.js';
import {
  answer,
  closeSession,
  evaluationLinks,
  evaluationMails,
  filledIn,
  givenSession,
  type GivenSession,
} from '../support/evaluation.js';
import { createAccount, createRegion, type MunicipalityName, type TestRegion } from '../support/region.js';

let app: TestApp;
let region: TestRegion;
let coordinator: Client;

beforeEach(async () => {
  app = await startApp({ at: '2026-09-01T08:00:00Z' });
  region = await createRegion(app.database);
  coordinator = await signIn(app, (await createAccount(app.database, region, 'coordinator')).email);
});
afterEach(() => app.stop());

const takeStandard = () => coordinator.post(`/courses/${region.courses.basic}/questionnaires`);
const towns = (town: MunicipalityName, times: number): MunicipalityName[] =>
  Array.from({ length: times }, () => town);

/** A session with people of these towns that was closed, so that they are asked what they thought of it. */
async function given(all: readonly MunicipalityName[], start = '2026-09-02 09:30'): Promise<GivenSession> {
  const session = await givenSession(app, region, start, all);
  app.clock.set(`${start.slice(0, 10)}T16:00:00Z`);
  await freshSignIn();
  await closeSession(app, coordinator, session);
  return session;
}

/** Signing in lasts twelve hours of the clock. */
async function freshSignIn(): Promise<void> {
  coordinator = await signIn(app, (await createAccount(app.database, region, 'coordinator')).email);
}

async function answerAll({ people }: GivenSession, scale = 4, comment = ''): Promise<void> {
  for (const person of people) {
    const { status, text } = await answer(app, person, scale, comment);
    if (status !== 303) throw new Error(`Not answered: ${status} ${text}`);
  }
}

describe('right after a training', () => {
  test('whoever came gets thanks with a link that works once, and five answers show', async () => {
    await takeStandard();
    const session = await given(towns('Almere', 6));
    const [first] = session.people;
    expect(await evaluationMails(app, first!)).toEqual(['evaluation-after']);
    for (const person of session.people.slice(0, 4)) await answer(app, person, 4);
    expect((await coordinator.get('/evaluations')).text).toContain('te weinig antwoorden (minder dan vijf)');
    expect((await coordinator.get('/evaluations')).text).not.toContain('gemiddeld 4,0');
    await answer(app, session.people[4]!, 4);
    expect((await coordinator.get('/evaluations')).text).toContain('5 antwoorden, gemiddeld 4,0');
    const again = await new Client(app.url).get((await evaluationLinks(app, first!))[0]!);
    expect([again.status, again.text.includes('Deze vragen zijn gesloten')]).toEqual([410, true]);
  });

  test('who did not come is not asked', async () => {
    await takeStandard();
    const session = await givenSession(app, region, '2026-09-02 09:30', ['Almere', 'Urk', 'Dronten']);
    app.clock.set('2026-09-02T16:00:00Z');
    await freshSignIn();
    const [came, absent, excused] = session.people;
    await closeSession(app, coordinator, session, {
      [absent!.enrolmentId]: 'absent',
      [excused!.enrolmentId]: 'excused',
    });
    const mails = await Promise.all([came!, absent!, excused!].map((each) => evaluationMails(app, each)));
    expect(mails).toEqual([['evaluation-after'], [], []]);
  });

  test('who forgets something finds back what was filled in', async () => {
    await takeStandard();
    const { people } = await given(['Almere']);
    const [link] = await evaluationLinks(app, people[0]!);
    const visitor = new Client(app.url);
    const form = filledIn((await visitor.get(link!)).text, 3, 'De koffie was goed.');
    const [forgotten, kept] = Object.keys(form);
    delete form[forgotten!];
    const again = await visitor.post(link!, form);
    expect(again.status).toBe(400);
    expect(again.text).toContain('De koffie was goed.');
    expect(again.text).toContain(`name="${kept!}" value="3" checked`);
    expect((await visitor.post(link!, { ...form, [forgotten!]: '3' })).location).toBe(
      '/evaluation-answers/thanks',
    );
  });

  test('two presses at once count once', async () => {
    await takeStandard();
    const { people } = await given(['Almere']);
    const [link] = await evaluationLinks(app, people[0]!);
    const visitor = new Client(app.url);
    const form = filledIn((await visitor.get(link!)).text, 3);
    const presses = await Promise.all([1, 2, 3, 4].map(() => visitor.post(link!, form)));
    expect(presses.map(({ status }) => status).sort()).toEqual([303, 410, 410, 410]);
    const { rows } = await app.database.owner.query(
      'select answered, waiting, (select max(answers)::int from evaluation_count) most from evaluation_box',
    );
    expect(rows).toEqual([{ answered: 1, waiting: 1, most: 1 }]);
  });

  test('a reminder comes once, to who did not answer, and both links work until one is used', async () => {
    await takeStandard();
    const { people } = await given(['Almere', 'Almere']);
    const [quick, slow] = people;
    await answer(app, quick!, 4);
    for (const day of ['2026-09-08', '2026-09-10', '2026-09-20']) {
      app.clock.set(`${day}T16:00:00Z`);
      await app.recur('evaluation.ask-due');
    }
    expect(await evaluationMails(app, quick!)).toEqual(['evaluation-after']);
    expect(await evaluationMails(app, slow!)).toEqual(['evaluation-after', 'evaluation-reminder']);
    const [first, second] = await evaluationLinks(app, slow!);
    const visitor = new Client(app.url);
    const form = filledIn((await visitor.get(second!)).text, 3);
    expect((await visitor.post(first!, form)).status).toBe(303);
    expect((await visitor.post(second!, form)).status).toBe(410);
  });

  test('after thirty days the questions are closed', async () => {
    await takeStandard();
    const { people } = await given(['Almere']);
    const [link] = await evaluationLinks(app, people[0]!);
    app.clock.set('2026-10-02T15:59:00Z');
    expect((await new Client(app.url).get(link!)).status).toBe(200);
    app.clock.set('2026-10-02T16:01:00Z');
    expect((await new Client(app.url).get(link!)).status).toBe(410);
  });

  test('two workers at once, and a job that runs again, ask everyone once and count them once', async () => {
    await takeStandard();
    const session = await givenSession(app, region, '2026-09-02 09:30', towns('Almere', 60));
    app.clock.set('2026-09-02T16:00:00Z');
    await freshSignIn();
    await coordinator.post(`/sessions/${session.id}/attendance?part=1`, { rest: 'present' });
    await coordinator.post(`/sessions/${session.id}/closure`);
    const jobs = app.app.get(EvaluationJobs, { strict: false });
    const fact = { sessionId: session.id };
    await Promise.all([jobs.askAfter(fact), jobs.askAfter(fact), jobs.askAfter(fact)]);
    await app.work();
    const { rows } = await app.database.owner.query(
      `select (select asked from evaluation_box) asked, (select count(*)::int from evaluation_link) links,
         (select count(distinct to_address)::int from message where template = 'evaluation-after') people,
         (select count(*)::int from message where template = 'evaluation-after') mails`,
    );
    expect(rows).toEqual([{ asked: 60, links: 60, people: 60, mails: 60 }]);
  });

  test('sixty who answer at once are all counted, twelve times five', async () => {
    await takeStandard();
    const session = await given(towns('Almere', 60));
    const answered = await Promise.all(session.people.map((person) => answer(app, person, 3)));
    expect(answered.filter(({ status }) => status !== 303)).toEqual([]);
    const { rows } = await app.database.owner.query(
      `select answered, waiting, (select sum(answers)::int from evaluation_count
         where breakdown = 'all' and value = '3' and period is not null)
         / (select count(distinct question_key)::int from evaluation_count) counted from evaluation_box`,
    );
    expect(rows).toEqual([{ answered: 60, waiting: 0, counted: 60 }]);
  });

  test('takes the place of a form of the region’s own', async () => {
    const { owner } = app.database;
    await owner.query("update course set evaluation_url = 'https://enquete.example.nl/a' where id = $1", [
      region.courses.basic,
    ]);
    const { id, people } = await given(['Almere']);
    const page = async () => (await (await signIn(app, people[0]!.email)).get(`/sessions/${id}`)).text;
    expect(await page()).toContain('https://enquete.example.nl/a');
    await takeStandard();
    expect(await page()).not.toContain('https://enquete.example.nl/a');
  });
});

describe('before a training', () => {
  const seatedOn = (person: { enrolmentId: string }, at: string) =>
    app.database.owner.query('update enrolment set confirmed_at = $2 where id = $1', [
      person.enrolmentId,
      at,
    ]);

  test('comes from seven days beforehand until it begins, once, however often the job runs', async () => {
    await takeStandard();
    const { people } = await givenSession(app, region, '2026-09-20 09:30', ['Almere']);
    const [person] = people;
    await seatedOn(person!, '2026-09-01T09:00:00Z');
    const mailsBy = async (at: string) => {
      app.clock.set(at);
      await app.recur('evaluation.ask-due');
      return evaluationMails(app, person!);
    };
    expect(await mailsBy('2026-09-13T07:29:00Z')).toEqual([]);
    expect(await mailsBy('2026-09-13T07:31:00Z')).toEqual(['evaluation-before']);
    expect(await mailsBy('2026-09-16T19:29:00Z')).toEqual(['evaluation-before']);
    const [link] = await evaluationLinks(app, person!);
    expect((await new Client(app.url).get(link!)).status).toBe(200);
    app.clock.set('2026-09-20T07:30:00Z');
    expect((await new Client(app.url).get(link!)).status).toBe(410);
  });

  test('is reminded halfway to the training, once, of who has a seat and did not answer', async () => {
    await takeStandard();
    const { id, people } = await givenSession(app, region, '2026-09-20 09:30', towns('Almere', 60));
    const { id: moved, people: others } = await givenSession(app, region, '2026-09-20 13:30', ['Urk']);
    const [slow, quick, dead] = people;
    app.clock.set('2026-09-13T12:30:00Z');
    await app.recur('evaluation.ask-due');
    const [link] = await evaluationLinks(app, quick!);
    const visitor = new Client(app.url);
    await visitor.post(link!, filledIn((await visitor.get(link!)).text, 3));
    await app.database.owner.query(
      `insert into dead_address (region_id, name, address, message_id, answer, died_at)
       select region_id, 'x', lower(to_address), id, 'x', now() from message where to_address = $1 limit 1`,
      [dead!.email],
    );
    await app.database.owner.query("update session set status = 'cancelled' where id = $1", [moved]);
    app.clock.set('2026-09-17T08:00:00Z');
    await Promise.all([1, 2, 3].map(() => app.app.get(EvaluationJobs, { strict: false }).askDue()));
    await app.work();
    app.clock.set('2026-09-19T08:00:00Z');
    await app.recur('evaluation.ask-due');
    expect(await evaluationMails(app, slow!)).toEqual(['evaluation-before', 'evaluation-before-reminder']);
    for (const person of [quick!, dead!, others[0]!])
      expect(await evaluationMails(app, person)).toEqual(['evaluation-before']);
    const { rows } = await app.database.owner.query(
      "select count(*)::int mails from message where template = 'evaluation-before-reminder' and session_id = $1",
      [id],
    );
    expect(rows).toEqual([{ mails: 58 }]);
    const [first, second] = await evaluationLinks(app, slow!);
    expect((await visitor.post(second!, filledIn((await visitor.get(second!)).text, 3))).status).toBe(303);
    expect((await visitor.get(first!)).status).toBe(410);
  });

  test('is not asked about a moment that was over when the questionnaire came, but of who comes in later', async () => {
    const { people } = await givenSession(app, region, '2026-09-05 09:30', ['Almere', 'Urk']);
    const [early, late] = people;
    await seatedOn(early!, '2026-08-01T08:00:00Z');
    await seatedOn(late!, '2026-09-02T08:00:00Z');
    await takeStandard();
    app.clock.set('2026-09-02T09:00:00Z');
    await app.recur('evaluation.ask-due');
    expect([await evaluationMails(app, early!), await evaluationMails(app, late!)]).toEqual([
      [],
      ['evaluation-before'],
    ]);
  });

  test('is not asked of who cancelled or cannot be reached, and closes for who cancels', async () => {
    await takeStandard();
    const { people } = await givenSession(app, region, '2026-09-05 09:30', ['Almere', 'Urk', 'Dronten']);
    const [cancelled, dead, asked] = people;
    const { owner } = app.database;
    const accountOf = async ({ id }: { id: string }) =>
      (await owner.query<{ id: string }>('select id from account where professional_id = $1', [id])).rows[0]!
        .id;
    const cancel = async (person: (typeof people)[number]) =>
      cancelEnrolment(app, region, { ...person, accountId: await accountOf(person) }, person.enrolmentId);
    await cancel(cancelled!);
    await owner.query(
      `insert into message (id, region_id, key, reason, template, locale, to_name, to_address, subject, text_body, html_body,
         holds_secret, status, next_attempt_at, created_at)
       values ($1, $2, 'x', 'reminder.due', 'reminder', 'nl', 'x', $3, 'x', 'x', 'x', false, 'failed', now(), now())`,
      [dead!.id, region.id, dead!.email],
    );
    await owner.query(
      `insert into dead_address (region_id, name, address, message_id, answer, died_at) values ($1, 'x', $2, $3, 'x', now())`,
      [region.id, dead!.email, dead!.id],
    );
    await app.recur('evaluation.ask-due');
    expect(await evaluationMails(app, cancelled!)).toEqual([]);
    expect(await evaluationMails(app, dead!)).toEqual([]);
    const [link] = await evaluationLinks(app, asked!);
    expect((await new Client(app.url).get(link!)).status).toBe(200);
    await cancel(asked!);
    expect((await new Client(app.url).get(link!)).status).toBe(410);
  });
});

describe('some months later', () => {
  test('comes three months after the last day, to who came, and not for what is longer ago', async () => {
    await takeStandard();
    const { people } = await given(['Almere']);
    const mailsBy = async (at: string) => {
      app.clock.set(at);
      await app.recur('evaluation.ask-due');
      return evaluationMails(app, people[0]!);
    };
    expect((await mailsBy('2026-12-02T07:59:00Z')).includes('evaluation-later')).toBe(false);
    expect(
      (await mailsBy('2026-12-02T08:01:00Z')).filter((kind) => kind === 'evaluation-later'),
    ).toHaveLength(1);
    expect(
      (await mailsBy('2027-02-02T08:01:00Z')).filter((kind) => kind === 'evaluation-later'),
    ).toHaveLength(1);
  });

  test('is not asked when the questionnaire came after its moment', async () => {
    const { people } = await given(['Almere']);
    app.clock.set('2026-12-05T08:00:00Z');
    await freshSignIn();
    await takeStandard();
    await app.recur('evaluation.ask-due');
    expect(await evaluationMails(app, people[0]!)).toEqual([]);
  });
});

describe('results', () => {
  test('show a group from five on, and hide a larger one of which a small one could be told', async () => {
    await takeStandard();
    const session = await given([...towns('Almere', 6), ...towns('Urk', 4)]);
    await answerAll(session);
    const per = () => coordinator.get('/evaluations?per=municipality').then(({ text }) => text);
    expect(await per()).toContain('Geen enkele groep heeft vijf antwoorden of meer.');
    expect(await per()).not.toContain('Urk');
    await answerAll(await given(towns('Dronten', 5), '2026-09-03 09:30'));
    const text = await per();
    expect([text.includes('Almere'), text.includes('Dronten'), text.includes('Urk')]).toEqual([
      true,
      false,
      false,
    ]);
    const csv = await coordinator.get('/evaluations.csv');
    expect(csv.text).toContain(';Gemeente;Almere;6;');
    expect(csv.text).not.toMatch(/Urk|Dronten/);
  });

  test('tell a contact of the own municipality and a trainer of the own sessions, without comments', async () => {
    await takeStandard();
    const { municipalities } = region;
    const other = await createTrainer(app.database, region);
    await answerAll(await given([...towns('Almere', 5), ...towns('Urk', 5)]), 4, 'De koffie was goed.');
    const bo = await givenSession(app, region, '2026-09-02 09:30', towns('Almere', 10), other);
    await closeSession(app, coordinator, bo);
    await answerAll(bo, 2);
    const as = async (role: 'contact' | 'trainer', more: object) =>
      signIn(app, (await createAccount(app.database, region, role, more)).email);
    const almere = await as('contact', { municipalityId: municipalities.Almere });
    const urk = await as('contact', { municipalityId: municipalities.Urk });
    const dronten = await as('contact', { municipalityId: municipalities.Dronten });
    const tess = await as('trainer', { trainerId: region.trainerId });
    const seen = async (client: Client) => {
      const { text } = await client.get('/evaluations');
      return /(\d+) antwoorden, gemiddeld (\d,\d)/.exec(text)?.slice(1) ?? null;
    };
    expect(await seen(coordinator)).toEqual(['20', '3,0']);
    expect(await seen(almere)).toEqual(['15', '2,7']);
    expect(await seen(urk)).toEqual(['5', '4,0']);
    expect(await seen(dronten)).toBeNull();
    expect(await seen(tess)).toEqual(['10', '4,0']);
    expect((await urk.get('/evaluations.csv')).text).not.toContain('Almere');
    expect((await coordinator.get('/evaluations/comments')).text).toContain('De koffie was goed.');
    for (const client of [almere, tess]) expect((await client.get('/evaluations/comments')).status).toBe(403);
  });

  test('tell what the training changed, and how sure that is', async () => {
    await takeStandard();
    const session = await givenSession(app, region, '2026-09-05 09:30', towns('Almere', 10));
    await app.recur('evaluation.ask-due');
    for (const [index, person] of session.people.entries()) await answer(app, person, 1 + (index % 3));
    app.clock.set('2026-09-05T16:00:00Z');
    await freshSignIn();
    await closeSession(app, coordinator, session);
    for (const [index, person] of session.people.entries()) await answer(app, person, 4 + (index % 2));
    const { text } = await coordinator.get('/evaluations');
    // Means 1.9 and 4.5, variances 0.767 and 0.278, 14.8 degrees of freedom.
    expect(text).toContain('+2,6 (tussen +1,9 en +3,3): vrijwel zeker hoger');
  });

  test('tell how many answered, of how many that were asked', async () => {
    await takeStandard();
    const { people } = await given(towns('Almere', 8));
    for (const person of people.slice(0, 6)) await answer(app, person, 4);
    const { text } = await coordinator.get('/evaluations');
    expect(text).toMatch(/Na afloop<\/th>\s*<td[^>]*>8<\/td>\s*<td[^>]*>6 \(75%\)<\/td>\s*<td[^>]*>5<\/td>/);
  });
});

describe('comments', () => {
  test('can be read from five answers on, and removed with a reason but without their words in the trail', async () => {
    await takeStandard();
    const session = await given(towns('Almere', 5));
    await answer(app, session.people[0]!, 4, 'Jan is hier ook bekend.');
    const comments = async () => (await coordinator.get('/evaluations/comments')).text;
    expect(await comments()).not.toContain('Jan');
    for (const person of session.people.slice(1)) await answer(app, person, 4);
    expect(await comments()).toContain('Jan is hier ook bekend.');
    const [removal] = /\/evaluations\/comments\/[0-9a-f-]{36}\/removal/.exec(await comments())!;
    expect((await coordinator.post(removal, {})).status).toBe(400);
    expect((await coordinator.post(removal, { reason: 'person' })).status).toBe(303);
    expect(await comments()).not.toContain('Jan');
    const { rows } = await app.database.owner.query(
      "select after, before, subject_type from audit_entry where action = 'removeComment'",
    );
    expect(rows).toEqual([
      { after: { moment: 'after', reason: 'person' }, before: null, subject_type: 'course' },
    ]);
  });
});

describe('a questionnaire', () => {
  const put = (api: ApiClient, text: string, headers: Record<string, string> = {}) =>
    api.put(
      `/courses/${region.courses.basic}/questionnaires/after`,
      { questions: [{ kind: 'scale', text: { nl: text, en: null } }] },
      headers,
    );

  test('with other words asks another question, and answers stay with the one they were given to', async () => {
    const api = await apiClient(
      app,
      region.id,
      (await createAccount(app.database, region, 'coordinator')).id,
    );
    expect((await put(api, 'Ik leerde iets.')).status).toBe(200);
    await answerAll(await given(towns('Almere', 5)), 5);
    expect((await put(api, 'Ik leerde veel.')).status).toBe(428);
    expect((await put(api, 'Ik leerde veel.', { 'if-match': '"7"' })).status).toBe(412);
    expect((await put(api, 'Ik leerde veel.', { 'if-match': '"1"' })).status).toBe(200);
    await answerAll(await given(towns('Almere', 5), '2026-09-03 09:30'), 1);
    const { items } = (await api.get('/evaluations')).json() as {
      items: { question: string; answers: number; mean: number; group: object | null }[];
    };
    const everyone = items.filter(({ group }) => group === null);
    expect(everyone.map(({ question, answers, mean }) => [question, answers, mean]).sort()).toEqual([
      ['Ik leerde iets.', 5, 5],
      ['Ik leerde veel.', 5, 1],
    ]);
  });

  test('that changed while answers waited shows no question of which fewer than five came in', async () => {
    const api = await apiClient(
      app,
      region.id,
      (await createAccount(app.database, region, 'coordinator')).id,
    );
    const shown = async () => {
      const { items } = (await api.get('/evaluations')).json() as {
        items: { question: string; answers: number; group: object | null }[];
      };
      const everyone = items.filter(({ group }) => group === null);
      return everyone.map(({ question, answers }) => [question, answers]).sort();
    };
    await put(api, 'Ik leerde iets.');
    await answerAll(await given(towns('Almere', 8)), 5);
    expect(await shown()).toEqual([['Ik leerde iets.', 5]]);
    await put(api, 'Ik leerde veel.', { 'if-match': '"1"' });
    await answerAll(await given(towns('Almere', 2), '2026-09-03 09:30'), 1);
    expect(await shown()).toEqual([['Ik leerde iets.', 5]]);
    await answerAll(await given(towns('Almere', 5), '2026-09-04 09:30'), 1);
    expect(await shown()).toEqual([
      ['Ik leerde iets.', 5],
      ['Ik leerde veel.', 7],
    ]);
  });

  test('that changed while two filled it in is not written over', async () => {
    await takeStandard();
    const path = `/courses/${region.courses.basic}/questionnaires/after`;
    const form = {
      version: '1',
      isAsked: 'on',
      'questions.0.nl': 'Ik leerde iets.',
      'questions.0.kind': 'scale',
    };
    expect((await coordinator.post(path, form)).status).toBe(303);
    const late = await coordinator.post(path, { ...form, 'questions.0.nl': 'Van een ander.' });
    expect([late.status, late.text.includes('Van een ander.')]).toEqual([409, true]);
  });

  test('that is stopped is asked no more, and its links are closed', async () => {
    await takeStandard();
    const first = await given(['Almere']);
    const path = `/courses/${region.courses.basic}/questionnaires/after`;
    const form = { version: '1', 'questions.0.nl': 'Ik leerde iets.', 'questions.0.kind': 'scale' };
    expect((await coordinator.post(path, form)).status).toBe(303);
    const [link] = await evaluationLinks(app, first.people[0]!);
    expect((await new Client(app.url).get(link!)).status).toBe(410);
    const second = await given(['Urk'], '2026-09-03 09:30');
    expect(await evaluationMails(app, second.people[0]!)).toEqual([]);
  });
});
