import { askDirectly, commentOn } from './evaluation.js';
import { createHash, randomBytes } from 'node:crypto';
import { EntryService } from '../../src/attendance/check-in/entry.service.js';
import { wallCode } from '../../src/attendance/check-in/wall-code.rules.js';
import { entryKeys } from '../../src/enrolment/entry-keys.js';
import { Database } from '../../src/platform/database/database.js';
import { roles, systemActor, type Role } from '../../src/shared/actor.js';
import { drawNumber } from '../../src/certificates/certificate.rules.js';
import { newId } from '../../src/shared/ids.js';
import { addToDate, instantOf } from '../../src/shared/local-date.js';
import type { TestApp } from './app.js';
import { createTrainer } from './attendance.js';
import { issueCertificate } from './certificates.js';
import { badgeKeyOf, putBadge } from './open-badges/badge.js';
import { REPORTED } from './sample-requests.js';
import { createGrant, type TestGrant } from './grants.js';
import { smallLogo } from './pictures.js';
import { storeFile } from './stored-files.js';
import { createLedgerDownload } from './ledger-downloads.js';
import {
  createAccount,
  createProfessional,
  createRegion,
  createSession,
  type MunicipalityName,
  type TestProfessional,
  type TestRegion,
} from './region.js';

/**
 * Whose row it is, seen from who asks: one's own (for a municipality, Almere), one of a colleague in the same
 * municipality, one of Dronten, or one of another region.
 */
export const places = ['own', 'colleague', 'other', 'abroad'] as const;
export type Place = (typeof places)[number];

const towns = {
  own: 'Almere',
  colleague: 'Almere',
  other: 'Dronten',
  abroad: 'Almere',
} as const satisfies Record<Place, MunicipalityName>;

/** Texts that give away what they stand for, wherever they turn up. */
export const marks = {
  own: 'Eigen Voorbeeld',
  colleague: 'Collega Voorbeeld',
  other: 'Anders Voorbeeld',
  abroad: 'Buiten Voorbeeld',
  /** Budgets and prices of Almere and of Dronten, as pages and as the API write them. */
  ownAmounts: ['6.543,21', '654321', '4.444,01', '444401'],
  otherAmounts: ['1.234,56', '123456', '7.777,01', '777701'],
} as const;

const cents = {
  own: { budget: 654321, price: 444401 },
  colleague: { budget: 654321, price: 444401 },
  other: { budget: 123456, price: 777701 },
  abroad: { budget: 123456, price: 777701 },
} as const;

/** How someone of a role asks: a page with a cookie, the API with a key. */
export type Credentials = Readonly<Record<Role, { readonly page: string; readonly api: string }>>;

/** Two regions with people in two municipalities, and new rows of every kind on demand. */
export class MatrixWorld {
  private applicationLine = '';
  private created = 0;

  private constructor(
    private readonly app: TestApp,
    private readonly regions: Readonly<Record<'here' | 'abroad', TestRegion>>,
    private readonly grants: Readonly<Record<'here' | 'abroad', TestGrant>>,
    readonly people: Readonly<Record<Place, TestProfessional>>,
    private readonly accounts: Readonly<Record<Role, string>>,
    /** An open session of the region, to which people can change. */
    readonly laterRun: string,
  ) {}

  static async make(app: TestApp): Promise<MatrixWorld> {
    const { database } = app;
    const here = await createRegion(database);
    const abroad = await createRegion(database, 'Elders');
    const person = (place: Place) =>
      createProfessional(database, place === 'abroad' ? abroad : here, towns[place], marks[place]);
    const people = {
      own: await person('own'),
      colleague: await person('colleague'),
      other: await person('other'),
      abroad: await person('abroad'),
    };
    const budgets = { Almere: cents.own.budget, Dronten: cents.other.budget };
    const grants = {
      here: await createGrant(database, here, { basic: budgets, trainings: { Almere: 6, Dronten: 4 } }),
      abroad: await createGrant(database, abroad, {
        decision: 'B-elders',
        basic: { Almere: cents.abroad.budget },
        trainings: { Almere: 2 },
      }),
    };
    // Sessions here are of any year; what the grant pays is not what is asked.
    await database.owner.query("update grant_activity set last_day = '2099-12-31'");
    const account = async (role: Role) =>
      (
        await createAccount(database, here, role, {
          ...(role === 'contact' ? { municipalityId: here.municipalities.Almere } : {}),
          ...(role === 'trainer' ? { trainerId: here.trainerId } : {}),
        })
      ).id;
    const accounts = { professional: people.own.accountId } as Record<Role, string>;
    for (const role of roles) accounts[role] ??= await account(role);
    const laterRun = await createSession(database, here, { date: '2027-12-01' });
    return new MatrixWorld(app, { here, abroad }, grants, people, accounts, laterRun);
  }

  /** Signs everyone in afresh. */
  async signEveryoneIn(): Promise<Credentials> {
    const { owner } = this.app.database;
    const now = this.app.clock.now();
    const found = {} as Record<Role, { page: string; api: string }>;
    for (const role of roles) {
      const [page, api] = [randomBytes(32).toString('base64url'), randomBytes(32).toString('base64url')];
      await owner.query(
        "insert into sign_in (id, account_id, token_hash, created_at, expires_at) values ($1, $2, $3, $4, '2099-01-01')",
        [newId(), this.accounts[role], hashOf(page), now],
      );
      await owner.query(
        "insert into api_key (id, region_id, account_id, name, token_hash, created_at, expires_at) values ($1, $2, $3, 'test', $4, $5, '2099-01-01')",
        [newId(), this.regions.here.id, this.accounts[role], hashOf(api), now],
      );
      found[role] = { page, api };
    }
    return found;
  }

  /** A new row of this place for a parameter of a path: what stands before the parameter says of which kind. */
  async subject(collection: string, place: Place): Promise<string> {
    switch (collection) {
      case 'sessions':
      case 'open-sessions':
        return this.session(place);
      case 'enrolments':
        return this.enrolment(place);
      case 'signed-sheets':
        return this.signedSheet(place);
      case 'entry':
        return this.entryCode(place);
      case 'self-check-in':
        return this.codeOnTheWall(place);
      case 'guests':
        return this.guest(place);
      case 'recognitions':
        return this.recognition(place);
      case 'interests':
        return this.interest(place);
      case 'needs-polls':
        return this.needsPoll(place);
      case 'organisations':
        return this.organisation(place);
      case 'poll-answers':
        return this.pollLink(place);
      case 'follow-up':
      case 'follow-up-campaigns':
        return this.campaign(place);
      case 'questionnaires':
        return 'after';
      case 'evaluation-answers':
        return askDirectly(this.app, await this.enrolment(place));
      case 'comments':
        return commentOn(this.app, this.regionOf(place).courses.basic);
      case 'follow-up-answers':
        return this.campaignLink(place);
      case 'people':
      case 'invitations':
        return this.people[place].id;
      case 'certificates':
      case 'check':
        return this.certificate(place);
      case 'issuers':
        return this.regionOf(place).id;
      case 'badge-keys':
      case 'keys':
        return badgeKeyOf(this.app.database, this.regionOf(place).id);
      case 'status-lists':
        return '0';
      case 'commitments':
        return this.commitment(place);
      case 'orders':
        return this.order(place);
      case 'realisations':
        return this.realisation(place);
      case 'grant-applications':
        return this.application(place);
      case 'lines':
        return this.applicationLine;
      case 'grant-activities':
        return this.activity(place);
      case 'grant-lines':
        return this.grants[place === 'abroad' ? 'abroad' : 'here'].lines.basic;
      case 'grant-decisions':
        return this.decision(place);
      case 'decision-documents':
        return this.decisionDocument(place);
      case 'received-invoices':
        return this.receivedInvoice(place);
      case 'ledger-downloads':
        return createLedgerDownload(this.app.database, this.regionOf(place).id, this.accounts.finance);
      case 'reconciliations':
        return this.reconciliation(place);
      case 'grants':
        return this.grants[place === 'abroad' ? 'abroad' : 'here'].id;
      case 'accountability':
      case 'statements':
        return String(await this.accountingYear(place));
      case 'versions':
        return '1';
      case 'files':
        return 'pdf';
      case 'council-reports':
        return REPORTED;
      case REPORTED:
        return this.councilReport(place);
      case 'texts':
        return 'reach';
      case 'certificate-looks':
        return this.dressed(place);
      case 'curriculum':
      case 'curricula':
        return this.regionOf(place).municipalities[towns[place]];
      case 'courses':
        return this.regionOf(place).courses.advanced;
      case 'prices':
        return this.price(place);
      case 'venues':
        return this.regionOf(place).venueId;
      case 'rooms':
        return this.regionOf(place).roomId;
      case 'trainers':
        return this.trainer(place);
      case 'trainer-absences':
        return this.absence(place);
      case 'reminder-rules':
        return this.reminderRule(place);
      case 'mail-texts':
        return 'enrolment-confirmed-nl';
      case 'providers':
        return this.regionOf(place).providerId;
      case 'accounts':
        return (await createAccount(this.app.database, this.regionOf(place), 'finance')).id;
      case 'api-keys':
        return this.apiKey(place);
      case 'imports':
        return this.importFile(place);
      case 'links':
        return this.link();
      case 'enrolment-links':
        return this.enrolmentLink(place);
      case 'decisions':
        return this.offer(place);
      case 'mailbox':
      case 'messages':
        return this.message(place);
      case 'addresses':
        return this.deadAddress(place);
      case 'jobs':
        return this.failedJob();
      case 'feeds':
        return (await this.feed(place)).id;
      case 'calendars':
        return `${(await this.feed(place)).token}.ics`;
      case 'parts':
        return '1';
      case 'group':
      case 'group-enrolments':
        return this.group(place);
      default:
        throw new Error(`Nothing is known about ${collection}`);
    }
  }

  /** A day on which no price begins yet. */
  freshDate(): string {
    return addToDate('2028-01-01', { days: ++this.created });
  }

  private async price(place: Place): Promise<string> {
    const { id, courses } = this.regionOf(place);
    const { rows } = await this.app.database.owner.query<{ id: string }>(
      `insert into course_price (course_id, region_id, valid_from, price_cents, is_demo, source)
       values ($1, $2, $3, 1, true, 'test') returning id`,
      [courses.advanced, id, this.freshDate()],
    );
    return rows[0]!.id;
  }

  /** A municipality of which the certificates have a look of their own. */
  private async dressed(place: Place): Promise<string> {
    const { id, municipalities } = this.regionOf(place);
    const municipality = municipalities[towns[place]];
    await this.app.database.owner.query(
      `insert into certificate_look values ($1, $2, $3, 1, null, decode($4, 'base64'), now())
       on conflict do nothing`,
      [newId(), id, municipality, smallLogo],
    );
    return municipality;
  }

  /** The trainer who asks, or another one. */
  private async trainer(place: Place): Promise<string> {
    const region = this.regionOf(place);
    return place === 'own' ? region.trainerId : createTrainer(this.app.database, region);
  }

  private async absence(place: Place): Promise<string> {
    const id = newId();
    const date = addToDate('2040-01-01', { days: this.created++ });
    await this.app.database.owner.query(
      `insert into trainer_absence (id, region_id, trainer_id, first_date, last_date, during)
       values ($1, $2, $3, $4, $4, tstzrange($5, $6))`,
      [
        ...[id, this.regionOf(place).id, await this.trainer(place), date],
        ...[instantOf(date, '00:00'), instantOf(addToDate(date, { days: 1 }), '00:00')],
      ],
    );
    return id;
  }

  get municipalityId(): string {
    return this.regions.here.municipalities.Almere;
  }

  /** An open session that the municipality of this place pays; the trainer gives only the ones of the place 'own'. */
  async session(place: Place): Promise<string> {
    const region = this.regionOf(place);
    const date = addToDate('2026-10-01', { days: this.created++ });
    const id = await createSession(this.app.database, region, { date, payer: towns[place] });
    const { owner } = this.app.database;
    await owner.query('update session_price set price_cents = $2 where session_id = $1', [
      id,
      cents[place].price,
    ]);
    if (place === 'own')
      await owner.query(
        `insert into session_part_trainer (part_id, trainer_id, during)
         select id, $2, tstzrange($3, $4) from session_part where session_id = $1`,
        [id, region.trainerId, instantOf(date, '09:30'), instantOf(date, '17:00')],
      );
    return id;
  }

  /** A group that the contact of this place enrolled in the session that was made last. */
  private async group(place: Place): Promise<string> {
    const id = newId();
    const { owner } = this.app.database;
    await owner.query(
      `insert into group_enrolment (id, region_id, session_id, municipality_id, together, enrolled_at)
       select $1, region_id, id, $2, false, now() from session order by id desc limit 1`,
      [id, this.regionOf(place).municipalities[towns[place]]],
    );
    await owner.query(
      `insert into group_enrolment_member (group_enrolment_id, place, professional_id, outcome, refusal)
       values ($1, 1, $2, 'refused', '{"code": "already-enrolled", "params": {}}')`,
      [id, this.people[place].id],
    );
    return id;
  }

  private async recognition(place: Place): Promise<string> {
    const id = newId();
    await this.app.database.owner.query(
      `insert into recognition (id, region_id, municipality_id, professional_id, level, basis, recorded_at, recorded_by)
       select $1, p.region_id, p.municipality_id, p.id, 'basic', 'Opleiding elders', now(), $3 from professional p where p.id = $2`,
      [id, this.people[place].id, this.accounts.coordinator],
    );
    return id;
  }

  private async guest(place: Place): Promise<string> {
    const id = newId();
    const session = await this.session(place);
    await this.app.database.owner.query(
      `insert into session_guest (id, region_id, session_id, name, organisation, above_capacity, added_at)
       select $1, region_id, id, 'Gast Voorbeeld', 'Sprekersbureau', false, now() from session where id = $2`,
      [id, session],
    );
    await this.app.database.owner.query('update session set seats_taken = 1 where id = $1', [session]);
    return id;
  }

  async enrolment(place: Place): Promise<string> {
    const id = newId();
    const session = await this.session(place);
    await this.app.database.owner.query(
      `insert into enrolment (id, region_id, session_id, professional_id, municipality_id, status, enrolled_at, confirmed_at)
       select $1, region_id, $2, id, municipality_id, 'confirmed', $4, $4 from professional where id = $3`,
      [id, session, this.people[place].id, this.app.clock.now()],
    );
    await this.app.database.owner.query('update session set seats_taken = 1 where id = $1', [session]);
    return id;
  }

  /** A draft with a line, which is the last one made. */
  private async application(place: Place): Promise<string> {
    const [id, line] = [newId(), newId()];
    const { owner } = this.app.database;
    const region = this.regionOf(place);
    const municipality = region.municipalities[towns[place]];
    await owner.query(
      `insert into grant_application (id, region_id, reference, title, lead_municipality_id, first_year, last_year, version)
       values ($1::uuid, $2, $1::text, 'x', $3, 2026, 2026, 1)`,
      [id, region.id, municipality],
    );
    await owner.query(
      `insert into application_line (id, application_id, region_id, year, title, paid_by, is_demo)
       values ($1, $2, $3, 2026, 'x', 'grant', false)`,
      [line, id, region.id],
    );
    await owner.query('insert into application_share values ($1, $2, $3, null, 100, false)', [
      ...[line, municipality, region.id],
    ]);
    this.applicationLine = line;
    return id;
  }

  private async activity(place: Place): Promise<string> {
    const id = newId();
    await this.app.database.owner.query(
      `insert into grant_activity (id, region_id, grant_id, code, title, first_day, last_day, is_assumed)
       values ($1::uuid, $2, $3, $1::text, 'x', '2026-01-01', '2099-12-31', false)`,
      [id, this.regionOf(place).id, await this.subject('grants', place)],
    );
    return id;
  }

  private async decision(place: Place): Promise<string> {
    const id = newId();
    await this.app.database.owner.query(
      `insert into grant_decision (id, region_id, grant_id, kind, reference, decided_on, reason, award_change_cents, recorded_at, recorded_by)
       values ($1, $2, $3, 'shift', 'x', '2026-05-12', 'x', 0, now(), $4)`,
      [id, this.regionOf(place).id, await this.subject('grants', place), this.accounts.finance],
    );
    return id;
  }

  private async decisionDocument(place: Place): Promise<string> {
    const { id, regionId, sha256 } = await storeFile(this.app, this.regionOf(place).id, '\x89');
    await this.app.database.owner.query(
      `insert into decision_document (id, region_id, decision_id, file_name, media_type, size, sha256, uploaded_at, uploaded_by)
       values ($1, $2, $3, 'brief.png', 'image/png', 1, $4, now(), $5)`,
      [id, regionId, await this.decision(place), sha256, this.accounts.finance],
    );
    return id;
  }

  private async receivedInvoice(place: Place): Promise<string> {
    const [file, id] = [newId(), newId()];
    await this.app.database.owner.query(
      `insert into received_file (id, region_id, file_name, media_type, content, sha256, received_at, received_by)
       values ($1::uuid, $2, 'factuur.xml', 'application/xml', '<', $1::uuid::text, now(), $3)`,
      [file, this.regionOf(place).id, this.accounts.finance],
    );
    await this.app.database.owner.query(
      `insert into received_invoice (id, region_id, file_id, kind, supplier, invoice_number, invoice_date, amount_cents, about)
       values ($1::uuid, $2, $3, 'invoice', 'ROR', $1::uuid::text, '2026-10-28', 1000, '')`,
      [id, this.regionOf(place).id, file],
    );
    return id;
  }

  private async reconciliation(place: Place): Promise<string> {
    const id = newId();
    await this.app.database.owner.query(
      `insert into reconciliation (id, region_id, year, file_name, content, sha256, mapping, uploaded_at, uploaded_by)
       values ($1, $2, 2026, 'lijst.csv', E'nummer;bedrag;kenmerk\\nF-1;1;x', 'x', '{}', now(), $3)`,
      [id, this.regionOf(place).id, this.accounts.finance],
    );
    return id;
  }

  private async signedSheet(place: Place): Promise<string> {
    const id = newId();
    await this.app.database.owner.query(
      `insert into signed_sheet (id, region_id, session_id, file_name, media_type, content, sha256, uploaded_at, uploaded_by)
       values ($1, $2, $3, 'scan.png', 'image/png', '\\x89', 'x', now(), $4)`,
      [id, this.regionOf(place).id, await this.session(place), this.accounts.coordinator],
    );
    return id;
  }

  /** The code of a seat of this place. */
  private async entryCode(place: Place): Promise<string> {
    const entries = this.app.app.get(EntryService, { strict: false });
    const { codes } = await entries.codesOf(systemActor, await this.enrolment(place));
    return codes[0]!.code;
  }

  /** The code on the wall of a session in which someone of this place has a seat. */
  private async codeOnTheWall(place: Place): Promise<string> {
    const { rows } = await this.app.database.owner.query<{ sessionId: string }>(
      'select session_id "sessionId" from enrolment where id = $1',
      [await this.enrolment(place)],
    );
    const { sessionId } = rows[0]!;
    const database = this.app.app.get(Database, { strict: false });
    const keys = await database.transaction(systemActor, (tx) => entryKeys(tx, [sessionId]));
    return wallCode(sessionId, this.app.clock.now(), keys.get(sessionId)!);
  }

  /** The course of which everyone may ask to hear a date. */
  course(): string {
    return this.regions.here.courses.followUp;
  }

  /** Of the professional of this place, who has no other for this course. */
  private async interest(place: Place): Promise<string> {
    const id = newId();
    const { id: regionId, courses } = this.regionOf(place);
    const { owner } = this.app.database;
    const now = this.app.clock.now();
    await owner.query(
      "update interest set ended_at = $2, end_reason = 'withdrawn' where professional_id = $1 and ended_at is null",
      [this.people[place].id, now],
    );
    await owner.query(
      `insert into interest (id, region_id, course_id, professional_id, municipality_id, recorded_at)
       select $1, $2, $3, id, municipality_id, $5 from professional where id = $4`,
      [id, regionId, courses.advanced, this.people[place].id, now],
    );
    return id;
  }

  /** A poll that asked the organisations of this place's municipality about the advanced course; nobody answered yet. */
  private async needsPoll(place: Place): Promise<string> {
    const id = newId();
    const { id: regionId, courses, municipalities } = this.regionOf(place);
    const { owner } = this.app.database;
    await owner.query(
      "insert into needs_poll (id, region_id, title, closes_on, counts_until, sent_at) values ($1, $2, $3, '2099-01-01', '2099-01-01', $4)",
      [id, regionId, `Peiling ${place}`, this.app.clock.now()],
    );
    await owner.query('insert into needs_poll_course values ($1, $2)', [id, courses.advanced]);
    await owner.query(
      `insert into needs_poll_organisation (poll_id, organisation_id, region_id, municipality_id)
       select $1, id, region_id, municipality_id from organisation where municipality_id = $2`,
      [id, municipalities[towns[place]]],
    );
    return id;
  }

  /** A provider of the region that everyone but the one abroad is in. */
  get providerId(): string {
    return this.regions.here.providerId;
  }

  /** A rule for reminders of this place's region. */
  private async reminderRule(place: Place): Promise<string> {
    const id = newId();
    await this.app.database.owner.query(
      `insert into reminder_rule (id, region_id, day_kind, days_before, local_time, active_from)
       select $1, $2, 'calendar', 100 + count(*), '08:00', now() from reminder_rule`,
      [id, this.regionOf(place).id],
    );
    return id;
  }

  /** An organisation of this place's municipality. */
  async organisation(place: Place): Promise<string> {
    const { rows } = await this.app.database.owner.query<{ id: string }>(
      'select id from organisation where municipality_id = $1 limit 1',
      [this.regionOf(place).municipalities[towns[place]]],
    );
    return rows[0]!.id;
  }

  private async pollLink(place: Place): Promise<string> {
    const token = randomBytes(32).toString('base64url');
    await this.app.database.owner.query(
      'insert into needs_poll_link select $1, poll_id, organisation_id, now() from needs_poll_organisation where poll_id = $2 limit 1',
      [hashOf(token), await this.needsPoll(place)],
    );
    return token;
  }

  /** A campaign that has invited the person of this place, and nobody else. */
  private async campaign(place: Place): Promise<string> {
    const id = newId();
    const { owner } = this.app.database;
    const now = this.app.clock.now();
    await owner.query(
      `insert into follow_up_campaign (id, region_id, title, trained_from, trained_until, launched_at)
       values ($1, $2, $3, '2025-01-01', '2026-01-01', $4)`,
      [id, this.regionOf(place).id, `Campagne ${place}`, now],
    );
    await owner.query('insert into follow_up_day values ($1, $2)', [id, await this.session(place)]);
    await owner.query('insert into follow_up_wave values ($1, 1, $2)', [id, now]);
    await owner.query(
      `insert into follow_up_invitation (campaign_id, professional_id, region_id, municipality_id, wave, invited_at)
       select $1, id, region_id, municipality_id, 1, $3 from professional where id = $2`,
      [id, this.people[place].id, now],
    );
    return id;
  }

  private async campaignLink(place: Place): Promise<string> {
    const token = randomBytes(32).toString('base64url');
    await this.app.database.owner.query('insert into follow_up_link values ($1, $2, $3, now())', [
      ...[hashOf(token), await this.campaign(place), this.people[place].id],
    ]);
    return token;
  }

  async commitment(place: Place): Promise<string> {
    const id = newId();
    const region = this.regionOf(place);
    await this.app.database.owner.query(
      `insert into commitment (id, region_id, session_id, grant_line_id, municipality_id, amount_cents, is_demo, committed_at)
       values ($1, $2, $3, $4, $5, $6, true, $7)`,
      [
        id,
        region.id,
        await this.session(place),
        this.grants[place === 'abroad' ? 'abroad' : 'here'].lines.basic,
        region.municipalities[towns[place]],
        cents[place].price,
        this.app.clock.now(),
      ],
    );
    await this.app.database.owner.query(
      `insert into commitment_part (commitment_id, number, region_id, kind, description, amount_cents, vat_treatment, recorded_at)
       select id, 1, region_id, 'price', 'test', amount_cents, 'exempt', committed_at from commitment where id = $1`,
      [id],
    );
    return id;
  }

  private async order(place: Place): Promise<string> {
    const id = newId();
    const region = this.regionOf(place);
    await this.app.database.owner.query(
      `insert into commitment (id, region_id, supplier, description, cost_date, grant_line_id, municipality_id, amount_cents, is_demo, committed_at)
       values ($1, $2, 'Voorbeeldregie', 'Netwerkregisseur', '2026-12-31', $3, $4, $5, false, $6)`,
      [
        ...[id, region.id, this.grants[place === 'abroad' ? 'abroad' : 'here'].lines.basic],
        ...[region.municipalities[towns[place]], cents[place].price, this.app.clock.now()],
      ],
    );
    return id;
  }

  /** A course as another system sends it. */
  courseDocument(): object {
    return {
      ...{
        code: 'verdieping',
        title: 'Verdiepingstraining',
        level: 'advanced',
        dayParts: 4,
        audience: 'public',
      },
      ...{
        approval: 'none',
        oncePerCourse: false,
        minParticipants: 1,
        maxParticipants: 20,
        decideDays: 14,
        functionIds: [],
      },
      ...{ requiredAttendancePercentage: 100, providerId: this.regions.here.providerId, isDemo: true },
      source: 'voorbeeld',
    };
  }

  /** An invoice straight on the budget of the municipality of this place. */
  private async realisation(place: Place): Promise<string> {
    const id = newId();
    const region = this.regionOf(place);
    await this.app.database.owner.query(
      `insert into realisation (id, region_id, grant_line_id, municipality_id, supplier, invoice_number, invoice_date, cost_date, amount_cents, vat_treatment, recorded_at)
       values ($1, $2, $3, $4, 'ROR', $5, '2026-08-31', '2026-08-31', $6, 'exempt', $7)`,
      [
        ...[id, region.id, this.grants[place === 'abroad' ? 'abroad' : 'here'].lines.basic],
        ...[region.municipalities[towns[place]], id, cents[place].price, this.app.clock.now()],
      ],
    );
    return id;
  }

  /** The year of the region's grant, with a statement that was kept; abroad one in which the region here has nothing. */
  private async accountingYear(place: Place): Promise<number> {
    const region = this.regionOf(place);
    const year = place === 'abroad' ? 2031 : 2026;
    const { owner } = this.app.database;
    await owner.query(
      'insert into accounting_year (region_id, year) values ($1, $2) on conflict do nothing',
      [region.id, year],
    );
    await owner.query(
      `insert into statement_version (region_id, year, version, made_at, made_by, statement, csv, xlsx, pdf)
       values ($1, $2, 1, $3, $4, '{}', 'x', 'x', 'x') on conflict do nothing`,
      [region.id, year, this.app.clock.now(), this.accounts.finance],
    );
    return year;
  }

  /** The code of the municipality, of which a report was made final. */
  private async councilReport(place: Place): Promise<string> {
    const { owner } = this.app.database;
    const region = this.regionOf(place);
    const municipality = region.municipalities[towns[place]];
    const report = {
      figures: { halfYear: REPORTED, place: 'x', countedOn: '2026-07-01', tables: [] },
      texts: {},
    };
    await owner.query(
      `insert into council_report_version (id, region_id, municipality_id, half_year, version, made_at, made_by, report, pdf)
       values ($1, $2, $3, $4, 1, $5, $6, $7, 'x') on conflict do nothing`,
      [newId(), region.id, municipality, REPORTED, this.app.clock.now(), this.accounts.coordinator, report],
    );
    await owner.query(
      `insert into council_report_text (id, region_id, municipality_id, half_year, chapter, text, version, changed_at, changed_by)
       values ($1, $2, $3, $4, 'reach', 'x', 1, $5, $6) on conflict do nothing`,
      [newId(), region.id, municipality, REPORTED, this.app.clock.now(), this.accounts.coordinator],
    );
    const { rows } = await owner.query<{ code: string }>(
      'select cbs_code code from municipality where id = $1',
      [municipality],
    );
    return rows[0]!.code;
  }

  private async certificate(place: Place): Promise<string> {
    const { database } = this.app;
    const issuedOn = addToDate('2025-03-03', { days: this.created++ });
    const made = await issueCertificate(database, this.regionOf(place), this.people[place], issuedOn);
    const number = drawNumber(2026);
    const line = 'voorbeeld';
    const labels = {
      title: line,
      statement: line,
      number: line,
      issuedOn: line,
      validUntil: line,
      check: line,
    };
    const document = {
      ...{ number, labels, locale: 'nl', validUntil: null, checkUrl: 'https://leerlijn.example' },
      ...{ professionalName: marks[place], courseTitle: line, levelLabel: line, municipalityName: line },
      ...{ regionName: line, partsLine: line, issuedOn: line },
    };
    await database.owner.query('update certificate set number = $2, document = $3 where number = $1', [
      made,
      number,
      document,
    ]);
    await putBadge(database, number);
    return number;
  }

  private regionOf(place: Place): TestRegion {
    return this.regions[place === 'abroad' ? 'abroad' : 'here'];
  }

  private async apiKey(place: Place): Promise<string> {
    const id = newId();
    const region = this.regionOf(place);
    const account = await createAccount(this.app.database, region, 'finance');
    await this.app.database.owner.query(
      "insert into api_key (id, region_id, account_id, name, token_hash, created_at, expires_at) values ($1, $2, $3, 'test', $4, now(), '2099-01-01')",
      [id, region.id, account.id, id],
    );
    return id;
  }

  private async importFile(place: Place): Promise<string> {
    const id = newId();
    await this.app.database.owner.query(
      "insert into import_file (id, region_id, kind, file_name, content, sha256, uploaded_at) values ($1, $2, 'history', 'a.csv', 'gemeente;jaar;aantal_getraind;bron', $3, now())",
      [id, this.regionOf(place).id, id],
    );
    return id;
  }

  private async link(): Promise<string> {
    const token = randomBytes(32).toString('base64url');
    await this.app.database.owner.query(
      "insert into sign_in_link (id, account_id, token_hash, created_at, expires_at) values ($1, $2, $3, now(), '2099-01-01')",
      [newId(), this.accounts.finance, hashOf(token)],
    );
    return token;
  }

  /** The token of a link with which someone who is in no register yet enrols. */
  private async enrolmentLink(place: Place): Promise<string> {
    const token = randomBytes(32).toString('base64url');
    await this.app.database.owner.query(
      `insert into enrolment_link (id, session_id, email, token_hash, created_at, expires_at)
       values ($1, $2, 'nieuw@voorbeeld.example', $3, now(), '2099-01-01')`,
      [newId(), await this.session(place), hashOf(token)],
    );
    return token;
  }

  /** The token of a link with which someone answers whether they want a seat. */
  private async offer(place: Place): Promise<string> {
    const token = randomBytes(32).toString('base64url');
    const { owner } = this.app.database;
    const enrolmentId = await this.enrolment(place);
    await owner.query(
      "update enrolment set status = 'offered', waiting_number = $2, offer_expires_at = '2099-01-01' where id = $1",
      [enrolmentId, (this.created += 1) + 10_000],
    );
    await owner.query(
      'insert into decision_link (id, enrolment_id, token_hash, created_at) values ($1, $2, $3, now())',
      [newId(), enrolmentId, hashOf(token)],
    );
    return token;
  }

  /** Of the professional of this place. */
  private async feed(place: Place): Promise<{ id: string; token: string }> {
    const [id, token] = [newId(), randomBytes(32).toString('base64url')];
    const { accountId, id: professionalId } = this.people[place];
    await this.app.database.owner.query(
      `insert into calendar_feed (id, region_id, account_id, professional_id, token_hash, created_at)
       values ($1, $2, $3, $4, $5, now())`,
      [id, this.regionOf(place).id, accountId, professionalId, hashOf(token)],
    );
    return { id, token };
  }

  private async message(place: Place): Promise<string> {
    const id = newId();
    await this.app.database.owner.query(
      `insert into message (id, region_id, municipality_id, professional_id, key, reason, template, locale, to_name, to_address,
         subject, text_body, html_body, holds_secret, calendar_method, calendar_file, status, next_attempt_at, created_at)
       select $1, region_id, municipality_id, id, $3, 'r', 't', 'nl', name, email, 's', '', '', false, 'REQUEST',
         'BEGIN:VCALENDAR', 'queued', now(), now() from professional where id = $2`,
      [id, this.people[place].id, id],
    );
    return id;
  }

  private async deadAddress(place: Place): Promise<string> {
    const message = await this.message(place);
    await this.app.database.owner.query(
      `insert into dead_address (region_id, name, address, message_id, answer, died_at)
       select region_id, to_name, id || '@example.nl', id, '550', now() from message where id = $1`,
      [message],
    );
    return message;
  }

  private async failedJob(): Promise<string> {
    const id = `${this.created++}_mail.send-due`;
    await this.app.database.owner.query(
      "insert into job (id, name, payload, status, attempts, run_at, created_at) values ($1, 'mail.send-due', '{}', 'failed', 30, now(), now())",
      [id],
    );
    return id;
  }
}

const hashOf = (token: string): string => createHash('sha256').update(token).digest('base64url');
