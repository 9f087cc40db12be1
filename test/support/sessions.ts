import { randomUUID } from 'node:crypto';
import { newId } from '../../src/shared/ids.js';
import type { TestDatabase } from './database.js';
import type { MunicipalityName, TestRegion } from './region.js';

/** The fields of the form of a new session, as a browser sends them. */
export type SentForm = Record<string, string>;

/** A basic one-day session: two parts on one day, with a trainer. */
export function oneDayForm(region: TestRegion, changes: SentForm = {}): SentForm {
  return {
    courseId: region.courses.basic,
    payerMunicipalityId: region.municipalities.Almere,
    ...{ capacity: '16', minimum: '8', releaseOn: '', decideOn: '', price: '2500,00', then: 'schedule' },
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
    `insert into grant_award (id, region_id, decision_number, title, lead_municipality_id, year, amount_cents, is_demo, source)
     values ($1, $2, $3, 'Voorbeeldbesluit', $4, $5, 100000000, true, 'test') returning id`,
    [newId(), region.id, randomUUID(), municipalityId, allotment.year],
  );
  await owner.query(
    `insert into allotment (id, region_id, grant_id, municipality_id, course_id, trainings, is_demo, source)
     values ($1, $2, $3, $4, $5, $6, $7, 'test')`,
    [
      newId(),
      region.id,
      grant.rows[0]!.id,
      municipalityId,
      allotment.courseId,
      allotment.trainings,
      allotment.isDemo ?? false,
    ],
  );
}
