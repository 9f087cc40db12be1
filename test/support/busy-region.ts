import { createLedgerDownload } from './ledger-downloads.js';
import { askDirectly, commentOn } from './evaluation.js';
import { hashToken } from '../../src/access/tokens.rules.js';
import { SignInService } from '../../src/access/sign-in.service.js';
import { drawNumber } from '../../src/certificates/certificate.rules.js';
import { OpenBadges } from '../../src/certificates/open-badge/open-badge.service.js';
import { ImportService } from '../../src/imports/import.service.js';
import { DecisionLinks } from '../../src/enrolment/decision-links.service.js';
import { OnlineEnrolment } from '../../src/online-enrolment/online-enrolment.service.js';
import { Database } from '../../src/platform/database/database.js';
import { CalendarFeedService } from '../../src/sessions/calendar-feed.service.js';
import { systemActor } from '../../src/shared/actor.js';
import { newId, newToken } from '../../src/shared/ids.js';
import type { TestApp } from './app.js';
import { apiClient, type ApiClient } from './client.js';
import { REPORTED } from './sample-requests.js';
import { importExample } from './imports.js';
import { enrolmentLinks } from './online-enrolment.js';
import { storeFile } from './stored-files.js';
import { smallLogo } from './pictures.js';

/** What stands in the region of the example when one of everything that can happen has happened: ids, by what they are. */
export interface BusyRegion {
  readonly regionId: string;
  readonly course: string;
  /** The one price of the course. */
  readonly price: string;
  readonly provider: string;
  readonly reminderRule: string;
  readonly almere: string;
  readonly venue: string;
  readonly room: string;
  readonly trainer: string;
  /** Of the trainer, long after everything else. */
  readonly absence: string;
  readonly organisation: string;
  readonly professionalFunction: string;
  /** The names of the fields of the curriculum's form. */
  readonly functionFields: readonly string[];
  /** Scheduled and not open yet. */
  readonly draft: string;
  /** Open, with Daan in it; Noor is not. */
  readonly open: string;
  /** Of Daan, for the basic level. */
  readonly recognition: string;
  /** Comes to the open session without being in the register. */
  readonly guest: string;
  /** Open, of the same course, with nobody in it. */
  readonly otherRun: string;
  /** Confirmed and given this morning, with Daan in it; nobody is marked. */
  readonly given: string;
  readonly givenPart: string;
  readonly closedPart: string;
  /** Open, of the follow-up course; one campaign invites to it. */
  readonly followUpDay: string;
  /** Has invited Noor. */
  readonly evaluationToken: string;
  readonly comment: string;
  readonly campaign: string;
  readonly campaignToken: string;
  readonly noor: string;
  readonly enrolment: string;
  readonly givenEnrolment: string;
  /** Of the session that was given this morning. */
  readonly signedSheet: string;
  /** A shift of the grant of this year, with a letter. */
  readonly grantDecision: string;
  readonly receivedInvoice: string;
  readonly reconciliation: string;
  readonly ledgerDownload: string;
  readonly decisionDocument: string;
  /** The code of Daan, in the session that was given this morning. */
  readonly entryCode: string;
  /** Of Noor, in a closed session of two parts. */
  readonly closedEnrolment: string;
  /** Open, to every organisation of Almere; nobody answered. */
  readonly poll: string;
  /** The token of a link in one of its letters. */
  readonly pollToken: string;
  /** The names of the fields of its form. */
  readonly pollFields: readonly string[];
  /** Of Noor, in the course of the follow-up days. */
  readonly interest: string;
  /** Of the open session: Daan, who was in it already. */
  readonly group: string;
  /** Each of someone to whom a seat is offered. */
  readonly offered: string;
  readonly decisionToken: string;
  /** Of someone of the youth work who is not in the register yet, for the open session. */
  readonly enrolmentToken: string;
  readonly youthWork: string;
  /** Of Noor, of a session that is closed. */
  /** Of Noor. */
  readonly certificate: string;
  /** Of Daan, who had a badge made of it. */
  readonly badgedCertificate: string;
  readonly badgeKey: string;
  /** Of the closed session; no invoice yet. */
  readonly commitment: string;
  readonly order: string;
  /** An application that is drawn up, with a line. */
  readonly application: string;
  readonly applicationLine: string;
  /** One that waits for its decision. */
  readonly submittedApplication: string;
  readonly submittedLine: string;
  readonly grant: string;
  /** That of the basic trainings of 2026. */
  readonly grantLine: string;
  /** What that line is of. */
  readonly activity: string;
  /** An invoice on that line for Almere, of which nothing was credited. */
  readonly realisation: string;
  /** A file that waits to be applied. */
  readonly importFile: string;
  readonly mail: string;
  /** The token of a link to sign in with, as the mail has it. */
  readonly link: string;
  /** Of the contact of Dronten. */
  readonly account: string;
  readonly apiKey: string;
  /** Of the coordinator. */
  readonly feed: string;
  /** The version of the open session, as its forms send it. */
  readonly openVersion: string;
}

/** The time at which the region is as busy as it gets. */
const BUSY_AT = '2026-10-29T11:45:00Z';

/** Imports the example and takes it to the middle of its year, by what coordinators do through the API. */
export async function makeBusy(app: TestApp): Promise<BusyRegion> {
  await importExample(app);
  const one = async (sql: string, ...params: unknown[]): Promise<string> => {
    const { rows } = await app.database.owner.query<{ found: string }>(sql, params);
    return rows[0]!.found;
  };
  const regionId = await one('select id found from region');
  const coordinator = await apiClient(
    app,
    regionId,
    await one("select id found from account where role = 'coordinator'"),
  );
  const places = {
    almere: await one("select id found from municipality where name = 'Almere'"),
    venue: await one("select venue_id found from room where name = 'Voorbeeldzaal Stadhuis'"),
    room: await one("select id found from room where name = 'Voorbeeldzaal Stadhuis'"),
    trainer: await one("select id found from trainer where email like 'tess.%'"),
  };
  const courseId = (code: string) => one('select id found from course where code = $1', code);
  const course = await courseId('basis-1d');
  const provider = await one("select id found from provider where name = 'ROR'");
  const followUpCourse = await courseId('terugkomdag');
  const person = (email: string) => one('select id found from professional where email like $1', email);
  const noor = await person('noor.%');
  const daan = await person('daan.%');
  const schedule = (date: string, ofCourse = course) =>
    idIn(coordinator, '/sessions', {
      ...{ courseId: ofCourse, payerMunicipalityId: places.almere, capacity: 10, minimum: 1 },
      ...{ priceCents: 275000, releaseOn: '2026-10-06' },
      parts: [
        { date, startTime: '09:30', endTime: '11:00', roomId: places.room, trainerIds: [places.trainer] },
        { date, startTime: '11:15', endTime: '12:30', roomId: places.room, trainerIds: [places.trainer] },
      ],
    });
  const open = async (date: string, ofCourse = course) => {
    const id = await schedule(date, ofCourse);
    await done(coordinator, `/sessions/${id}/opening`);
    return id;
  };
  const enrol = (session: string, professionalId: string) =>
    idIn(coordinator, `/sessions/${session}/enrolments`, { professionalId });

  const closed = await open('2026-10-28');
  const closedEnrolment = await enrol(closed, noor);
  const given = await open('2026-10-29');
  const givenEnrolment = await enrol(given, daan);
  const later = await open('2026-11-12');
  const enrolment = await enrol(later, daan);
  const recognition = await idIn(coordinator, '/recognitions', {
    ...{ professionalId: daan, level: 'basic', basis: 'Opleiding elders' },
  });
  const guest = await idIn(coordinator, `/sessions/${later}/guests`, {
    ...{ name: 'Gast Voorbeeld', organisation: 'Sprekersbureau' },
  });
  const otherRun = await open('2026-12-08');
  const followUpDay = await open('2026-12-10', followUpCourse);
  for (const id of [closed, given]) await done(coordinator, `/sessions/${id}/confirmation`);
  for (const id of [later, followUpDay])
    await coordinator.put(`/sessions/${id}/asked-wishes`, { asksDietary: true, asksAccessibility: true });
  app.clock.set(BUSY_AT);
  const offers = await offerSeats(app, coordinator, {
    sessionId: await open('2026-12-03'),
    leaves: [await person('fatima.%'), await person('mila.%')],
    waits: [daan, await person('ozgur.%')],
  });
  const parts = (await coordinator.get(`/sessions/${closed}/parts`)).json()['items'] as { id: string }[];
  const marks = parts.map(({ id }) => ({ enrolmentId: closedEnrolment, partId: id, mark: 'present' }));
  await done(coordinator, '/attendance-marks', { sessionId: closed, marks });
  await done(coordinator, `/sessions/${closed}/closure`);
  await app.work();
  const finance = await apiClient(
    app,
    regionId,
    await one("select id found from account where role = 'finance'"),
  );
  const grantLine = await one(
    "select l.id found from grant_line l join grant_award g on g.id = l.grant_id where l.year = 2026 and l.course_level = 'basic'",
  );
  const grant = await one('select id found from grant_award where first_year = 2026');
  const realisation = await idIn(finance, '/realisations', {
    ...{ grantLineId: grantLine, municipalityId: places.almere, supplier: 'Voorbeeldleverancier' },
    ...{ invoiceNumber: 'V-0', invoiceDate: '2026-10-20', costDate: '2026-10-20' },
    ...{ amountCents: 5000, vatTreatment: 'standard-21' },
  });
  const order = await idIn(finance, '/commitments/orders', {
    ...{ grantLineId: grantLine, municipalityId: places.almere, supplier: 'Voorbeeldregie' },
    ...{ description: 'Netwerkregisseur', costDate: '2026-12-31', amountCents: 5000 },
  });
  const letter = await storeFile(app, regionId, '\x89');
  const grantDecision = await idIn(finance, `/grants/${grant}/shifts`, {
    ...{ reference: 'Overleg 12 oktober', decidedOn: '2026-10-12', reason: 'Zo besloten.', amountCents: 100 },
    ...{ from: { grantLineId: grantLine, municipalityId: places.almere }, to: null },
  });
  await done(coordinator, `/council-reports/${REPORTED}/region/versions`);
  const applications = await applyTwice(finance, { municipalityId: places.almere, courseId: course });
  await closeFirstYear(finance, await one('select id found from grant_award where first_year = 2017'));
  const reminderRule = await idIn(coordinator, '/reminder-rules', {
    ...{ dayKind: 'working', daysBefore: 3, localTime: '09:00', isOn: true },
  });
  const interest = await idIn(coordinator, '/interests', { courseId: followUpCourse, professionalId: noor });
  const certificate = await one('select number found from certificate where source is null');
  const badgedCertificate = await certificateWithBadge(
    app,
    { regionId, professionalId: daan },
    givenEnrolment,
  );
  const look = { accent: '#0b5c4b', logo: smallLogo };
  await coordinator.put(`/certificate-looks/${places.almere}`, look, { 'if-match': '"0"' });
  const invited = await inviteNoor(app, coordinator, { followUpDay, noor, course });
  return {
    ...offers,
    ...applications,
    ...{ activity: await one('select activity_id found from grant_line where id = $1', grantLine) },
    ...{ grantLine, order, realisation, grant, grantDecision, interest, ...invited },
    evaluationToken: await askDirectly(app, closedEnrolment),
    comment: await commentOn(app, course),
    ...(await askNeeds(app, coordinator, { courseIds: [course], municipalityIds: [places.almere] })),
    ...{
      regionId,
      course,
      price: await one('select id found from course_price where course_id = $1', course),
      provider,
      reminderRule,
      ...places,
      noor,
      given,
      followUpDay,
      enrolment,
      givenEnrolment,
      closedEnrolment,
      open: later,
      recognition,
      guest,
      otherRun,
    },
    organisation: await one('select id found from organisation where municipality_id = $1', places.almere),
    professionalFunction: await one('select id found from professional_function'),
    functionFields: await functionFields(app),
    absence: await idIn(coordinator, `/trainers/${places.trainer}/absences`, {
      ...{ firstDate: '2028-01-03', lastDate: '2028-01-04' },
    }),
    signedSheet: await one(
      `insert into signed_sheet (id, region_id, session_id, file_name, media_type, content, sha256, uploaded_at, uploaded_by)
       select gen_random_uuid(), region_id, id, 'scan.png', 'image/png', '\\\\x89', 'x', now(), (select id from account limit 1)
       from session where id = $1 returning id found`,
      given,
    ),
    decisionDocument: await one(
      `insert into decision_document (id, region_id, decision_id, file_name, media_type, size, sha256, uploaded_at, uploaded_by)
       select $2, region_id, id, 'brief.png', 'image/png', 1, $3, now(), recorded_by
       from grant_decision where id = $1 returning id found`,
      ...[grantDecision, letter.id, letter.sha256],
    ),
    ledgerDownload: await createLedgerDownload(
      app.database,
      regionId,
      await one("select id found from account where role = 'finance' limit 1"),
    ),
    reconciliation: await one(
      `insert into reconciliation (id, region_id, year, file_name, content, sha256, mapping, uploaded_at, uploaded_by)
       select gen_random_uuid(), region_id, 2026, 'lijst.csv', E'nummer;bedrag;kenmerk\\nF-1;1;x', 'x', '{}', now(), id
       from account where role = 'finance' limit 1 returning id found`,
    ),
    receivedInvoice: await one(
      `with file as (
         insert into received_file (id, region_id, file_name, media_type, content, sha256, received_at, received_by)
         select gen_random_uuid(), region_id, 'factuur.xml', 'application/xml', '<', 'x', now(), id
         from account where role = 'finance' limit 1 returning id, region_id)
       insert into received_invoice (id, region_id, file_id, kind, supplier, invoice_number, invoice_date, amount_cents, about)
       select gen_random_uuid(), region_id, id, 'invoice', 'ROR', 'V-9', '2026-10-28', 1000, '' from file returning id found`,
    ),
    entryCode: await entryCodeOf(coordinator, givenEnrolment),
    draft: await schedule('2026-11-13'),
    closedPart: await one('select id found from session_part where session_id = $1 and ordinal = 1', closed),
    givenPart: await one('select id found from session_part where session_id = $1 and ordinal = 1', given),
    ...{ certificate, badgedCertificate },
    badgeKey: await one('select id found from badge_key'),
    commitment: await one('select id found from commitment where session_id = $1', closed),
    importFile: await waitingFile(app, regionId),
    mail: await one(
      "select id found from message where template = 'enrolment-confirmed' and status = 'sent' limit 1",
    ),
    link: await linkOf(app),
    enrolmentToken: await enrolmentTokenOf(app, later),
    youthWork: await one(
      "select id found from organisation where email_domain = 'jongerenwerk-almere.example'",
    ),
    account: await one("select id found from account where email like 'contact.dronten@%'"),
    apiKey: await one('select id found from api_key'),
    feed: await feedOf(app, regionId, places.almere),
    group: await idIn(coordinator, `/sessions/${later}/group-enrolments`, { professionalIds: [daan] }),
    openVersion: await one('select version::text found from session where id = $1', later),
  };
}

async function functionFields(app: TestApp): Promise<string[]> {
  const { rows } = await app.database.owner.query<{ name: string }>(
    `select 'f' || replace(id::text, '-', '') "name" from professional_function`,
  );
  return rows.map(({ name }) => name);
}

/** Closes the year of the example's first grant, on which nothing was booked. */
async function closeFirstYear(finance: ApiClient, grant: string): Promise<void> {
  await finance.post(`/statements/2017/grants/${grant}/final`, { isFinal: true });
  await done(finance, '/statements/2017/closure');
}

/** Fills a session of two seats that asks first, and lets both leave: who waited is now asked. */
async function offerSeats(
  app: TestApp,
  coordinator: ApiClient,
  { sessionId, leaves, waits }: { sessionId: string; leaves: string[]; waits: string[] },
): Promise<Pick<BusyRegion, 'offered' | 'decisionToken'>> {
  const { version } = (await coordinator.get(`/sessions/${sessionId}/seats`)).json();
  await coordinator.put(`/sessions/${sessionId}/seats`, {
    ...{ version, capacity: 2, minimum: 1, overbookingPercentage: 0, releaseOn: '2026-10-06' },
    ...{ waitingListMode: 'offer', offerHours: 80, quotas: [] },
  });
  const enrol = (professionalId: string) =>
    idIn(coordinator, `/sessions/${sessionId}/enrolments`, { professionalId });
  const seated = [await enrol(leaves[0]!), await enrol(leaves[1]!)];
  const [offered, other] = [await enrol(waits[0]!), await enrol(waits[1]!)];
  for (const id of seated) await done(coordinator, `/enrolments/${id}/cancellation`);
  const links = app.app.get(DecisionLinks, { strict: false });
  const url = await app.app
    .get(Database, { strict: false })
    .transaction(systemActor, (tx) => links.make(tx, other, null));
  return { offered, decisionToken: url.split('/').at(-1)! };
}

/** Sends a poll, and makes a link of which the token is known: those in letters are kept as hashes. */
async function askNeeds(
  app: TestApp,
  coordinator: ApiClient,
  about: { courseIds: string[]; municipalityIds: string[] },
): Promise<Pick<BusyRegion, 'poll' | 'pollToken' | 'pollFields'>> {
  const poll = await idIn(coordinator, '/needs-polls', {
    title: 'Peiling',
    closesOn: '2026-12-31',
    ...about,
  });
  const pollToken = newToken();
  await app.database.owner.query(
    'insert into needs_poll_link select $1, poll_id, organisation_id, now() from needs_poll_organisation where poll_id = $2 limit 1',
    [hashToken(pollToken), poll],
  );
  const { rows } = await app.database.owner.query<{ name: string }>(
    `select 'c' || replace(c.id::text, '-', '') || '.f' || replace(f.id::text, '-', '') "name"
     from course c join professional_function f on f.region_id = c.region_id
     where c.id = $1 and (not exists (select from course_function where course_id = c.id)
       or exists (select from course_function where course_id = c.id and function_id = f.id))`,
    [about.courseIds[0]],
  );
  return { poll, pollToken, pollFields: rows.map(({ name }) => name) };
}

/** Launches a campaign for Noor, and makes a link of which the token is known: those in mails are kept as hashes. */
async function inviteNoor(
  app: TestApp,
  coordinator: ApiClient,
  { followUpDay, noor, course }: Pick<BusyRegion, 'followUpDay' | 'noor' | 'course'>,
): Promise<Pick<BusyRegion, 'campaign' | 'campaignToken'>> {
  const campaign = await idIn(coordinator, '/follow-up-campaigns', {
    ...{ title: 'Terugkomdagen najaar', sessionIds: [followUpDay], courseIds: [course] },
  });
  await app.work();
  const campaignToken = newToken();
  await app.database.owner.query('insert into follow_up_link values ($1, $2, $3, now())', [
    ...[hashToken(campaignToken), campaign, noor],
  ]);
  return { campaign, campaignToken };
}

async function done(client: ApiClient, path: string, body: object = {}): Promise<Record<string, unknown>> {
  const answer = await client.post(path, body);
  if (answer.status >= 300) throw new Error(`POST ${path} gave ${answer.status}: ${answer.text}`);
  return answer.json();
}

async function linkOf(app: TestApp): Promise<string> {
  const signIns = app.app.get(SignInService, { strict: false });
  return (await signIns.linkFor('coordinator@flevoland.example')).split('/').at(-1)!;
}

async function enrolmentTokenOf(app: TestApp, sessionId: string): Promise<string> {
  const email = 'nieuw@jongerenwerk-almere.example';
  await app.app.get(OnlineEnrolment, { strict: false }).askLink(sessionId, email, 'nl');
  const [link] = await enrolmentLinks(app, email);
  return link!.split('/').at(-1)!;
}

async function feedOf(app: TestApp, regionId: string, municipalityId: string): Promise<string> {
  const { owner } = app.database;
  const { rows } = await owner.query<{ id: string }>("select id from account where role = 'coordinator'");
  const coordinator = { ...systemActor, role: 'coordinator', accountId: rows[0]!.id, regionId } as const;
  await app.app.get(CalendarFeedService, { strict: false }).make(coordinator, { municipalityId });
  return (await owner.query<{ id: string }>('select id from calendar_feed')).rows[0]!.id;
}

/** A file that a coordinator uploaded and has not confirmed. */
async function waitingFile(app: TestApp, regionId: string): Promise<string> {
  const content = Buffer.from('gemeente;jaar;aantal_getraind;bron\nAlmere;2014;12;voorbeeld\n');
  const imports = app.app.get(ImportService, { strict: false });
  const { id, result } = await imports.upload(
    { ...systemActor, regionId },
    { fileName: 'nieuw.csv', content },
  );
  if (id === null) throw new Error(`Not kept: ${JSON.stringify(result.faults)}`);
  return id;
}

const idIn = async (client: ApiClient, path: string, body: object): Promise<string> =>
  (await done(client, path, body))['id'] as string;

async function entryCodeOf(coordinator: ApiClient, enrolment: string): Promise<string> {
  const { codes } = (await coordinator.get(`/enrolments/${enrolment}/entry-codes`)).json() as {
    codes: { code: string }[];
  };
  return codes[0]!.code;
}

/** A certificate as Noor has one, of a seat of someone else, who had a badge made of it. */
async function certificateWithBadge(
  app: TestApp,
  owner: { readonly regionId: string; readonly professionalId: string },
  enrolmentId: string,
): Promise<string> {
  const number = drawNumber(2026);
  await app.database.owner.query(
    `insert into certificate (id, region_id, municipality_id, professional_id, enrolment_id, course_id, number, professional_name,
       course_title, level, municipality_name, region_name, dates, locale, issued_at, issued_on, valid_until, document, sha256, pdf)
     select $1, region_id, municipality_id, $2, $3, course_id, $4, professional_name,
       course_title, level, municipality_name, region_name, dates, locale, issued_at, issued_on, valid_until, document, sha256, pdf
     from certificate where source is null`,
    [newId(), owner.professionalId, enrolmentId, number],
  );
  const actor = { ...systemActor, role: 'professional', ...owner } as const;
  await app.app.get(OpenBadges, { strict: false }).make(actor, number, { withName: true });
  return number;
}

/** Draws up two applications, and submits the second. */
async function applyTwice(
  finance: ApiClient,
  { municipalityId, courseId }: { readonly municipalityId: string; readonly courseId: string },
): Promise<Pick<BusyRegion, 'application' | 'applicationLine' | 'submittedApplication' | 'submittedLine'>> {
  const apply = async (reference: string) => {
    const id = await idIn(finance, '/grant-applications', {
      ...{ reference, title: 'Versterkingsgelden', leadMunicipalityId: municipalityId },
      ...{ firstYear: 2027, lastYear: 2027 },
    });
    const answer = await finance.post(
      `/grant-applications/${id}/lines`,
      {
        ...{ year: 2027, course: { id: courseId, priceCents: 1000 } },
        shares: [{ municipalityId, asked: 2 }],
      },
      { 'if-match': '"1"' },
    );
    return { id, line: (answer.json() as { lines: { id: string }[] }).lines[0]!.id };
  };
  const draft = await apply('2027-001');
  const waiting = await apply('2027-000');
  await finance.post(
    `/grant-applications/${waiting.id}/submission`,
    { submittedOn: '2026-01-28' },
    { 'if-match': '"2"' },
  );
  return {
    ...{ application: draft.id, applicationLine: draft.line },
    ...{ submittedApplication: waiting.id, submittedLine: waiting.line },
  };
}
