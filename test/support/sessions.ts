import { randomUUID } from 'node:crypto';
import { newId } from '../../src/shared/ids.js';
import { addToDate } from '../../src/shared/local-date.js';
import type { TestApp } from './app.js';
import type { ApiClient } from './client.js';
import type { TestDatabase } from './database.js';
import { createProfessional, type MunicipalityName, type TestRegion } from './region.js';

/** The fields of the form of a new session, as a browser sends them. */
export type SentForm = Record<string, string>;

/** A basic one-day session: two parts on one day, with a trainer. */
export function oneDayForm(region: TestRegion, changes: SentForm = {}): SentForm {
  return {
    courseId: region.courses.basic,
    payerMunicipalityId: region.municipalities.Almere,
    ...{ capacity: '16', minimum: '8', releaseOn: '', decideOn: '', priceCents: '', then: 'schedule' },
    ...partFields(region, 0, '2026-11-12', '09:30', '12:30'),
    ...partFields(region, 1, '2026-11-12', '13:30', '16:30'),
    ...changes,
  };
}

/** The fields of one part in the region's room, given by the region's trainer. */
export function partFields(
  region: TestRegion,
  index: number,
  date: string,
  startTime: string,
  endTime: string,
): SentForm {
  const at = `parts.${index}`;
  return {
    [`${at}.date`]: date,
    [`${at}.startTime`]: startTime,
    [`${at}.endTime`]: endTime,
    [`${at}.roomId`]: region.roomId,
    [`${at}.trainerIds.0`]: region.trainerId,
  };
}

/** The fields that reserve seats for municipalities. */
export function quotaFields(
  region: TestRegion,
  seats: Partial<Record<MunicipalityName, number | string>>,
): SentForm {
  return Object.fromEntries(
    Object.entries(region.municipalities).flatMap(([town, id], index) => [
      [`quotas.${index}.municipalityId`, id],
      [`quotas.${index}.seats`, String(seats[town as MunicipalityName] ?? '')],
    ]),
  );
}

/** An allotment of trainings in a grant of one year, put into the database directly. */
export async function allot(
  database: TestDatabase,
  region: TestRegion,
  allotment: { town: MunicipalityName; courseId: string; year: number; trainings: number; isDemo?: boolean },
): Promise<void> {
  const { owner } = database;
  const municipalityId = region.municipalities[allotment.town];
  const grant = await owner.query<{ id: string }>(
    `insert into grant_award (id, region_id, decision_number, title, lead_municipality_id, first_year, last_year, amount_cents, is_demo, source)
     values ($1, $2, $3, 'Voorbeeldbesluit', $4, $5, $5, 100000000, true, 'test') returning id`,
    [newId(), region.id, randomUUID(), municipalityId, allotment.year],
  );
  await owner.query(
    `insert into allotment (id, region_id, grant_id, year, municipality_id, course_id, trainings, is_demo, source)
     values ($1, $2, $3, $4, $5, $6, $7, $8, 'test')`,
    [
      newId(),
      region.id,
      grant.rows[0]!.id,
      allotment.year,
      municipalityId,
      allotment.courseId,
      allotment.trainings,
      allotment.isDemo ?? false,
    ],
  );
}

/** Gives a session terms that are not the usual ones, with days that lie so many days before its first. */
export async function giveUnusualTerms(
  app: TestApp,
  region: TestRegion,
  api: ApiClient,
  sessionId: string,
): Promise<void> {
  const { id } = await createProfessional(app.database, region, 'Almere');
  const ofPerson = await app.database.owner.query<{ organisationId: string }>(
    'select organisation_id "organisationId" from professional where id = $1',
    [id],
  );
  const { organisationId } = ofPerson.rows[0]!;
  const seats = (await api.get(`/sessions/${sessionId}/seats`)).json();
  const { rows } = await app.database.owner.query<{ first: string }>(
    'select min(local_date)::text first from session_part where session_id = $1',
    [sessionId],
  );
  const before = (days: number) => addToDate(rows[0]!.first, { days: -days });
  const answers = [
    await api.put(`/sessions/${sessionId}/seats`, {
      ...seats,
      ...{
        overbookingPercentage: 10,
        waitingListMode: 'offer',
        offerHours: 8,
        chargesLateCancellation: false,
      },
      ...{ enrolUntil: before(6), cancelUntil: before(10), releaseOn: before(20) },
      functionQuotas: [{ functionId: region.functionId, seats: 1 }],
      organisationQuotas: [{ organisationId, seats: 2 }],
    }),
    await api.put(`/sessions/${sessionId}/asked-wishes`, { asksDietary: true, asksAccessibility: true }),
  ];
  expect(answers.map(({ status }) => status)).toEqual([200, 200]);
}

/** The terms of a session as they stand in the database; days as how many there are until its first. */
export async function termsOf(app: TestApp, sessionId: string): Promise<object> {
  const { rows } = await app.database.owner.query<object>(
    `select overbooking_percentage overbooking, waiting_list_mode "mode", offer_hours hours,
       charges_late_cancellation charges, asks_dietary dietary, asks_accessibility accessibility,
       f.first - enrol_until enrol, f.first - cancel_until cancel, f.first - release_on release, f.first - decide_on decide,
       (select json_agg(json_build_array(municipality_id, function_id, organisation_id, seats)
          order by municipality_id, function_id, organisation_id) from seat_quota where session_id = s.id) held
     from session s, lateral (select min(local_date) first from session_part where session_id = s.id) f
     where s.id = $1`,
    [sessionId],
  );
  return rows[0]!;
}
