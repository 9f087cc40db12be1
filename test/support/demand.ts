import { newId } from '../../src/shared/ids.js';
import type { TestApp } from './app.js';
import type { ApiClient } from './client.js';
import {
  createProfessional,
  type MunicipalityName,
  type TestProfessional,
  type TestRegion,
} from './region.js';

/** One line of the demand, as far as tests look at it. */
export interface DemandLine {
  readonly municipality: string;
  readonly waiting: number;
  readonly interested: number;
  readonly polled: number;
  readonly demand: number;
  readonly allotmentLeft: number | null;
}

/** A professional who wants to hear of a date for the basic course, put into the database directly. */
export async function createInterested(
  app: TestApp,
  region: TestRegion,
  town: MunicipalityName,
  name?: string,
): Promise<TestProfessional> {
  const professional = await createProfessional(app.database, region, town, name);
  await app.database.owner.query(
    `insert into interest (id, region_id, course_id, professional_id, municipality_id, recorded_at)
     values ($1, $2, $3, $4, $5, $6)`,
    [
      ...[newId(), region.id, region.courses.basic, professional.id],
      ...[region.municipalities[town], app.clock.now()],
    ],
  );
  return professional;
}

/** The demand for the basic course, as the API tells it. */
export async function demandFor(
  client: ApiClient,
  region: TestRegion,
  more = '',
): Promise<readonly DemandLine[]> {
  const answer = await client.get(`/demand?course=${region.courses.basic}${more}`);
  if (answer.status !== 200) throw new Error(`No demand: ${answer.status} ${answer.text}`);
  return answer.json()['items'] as DemandLine[];
}

/** The same without what is not a number. */
export const numbersOf = (lines: readonly DemandLine[]) =>
  lines.map(({ municipality, waiting, interested, polled, demand }) => ({
    ...{ municipality, waiting, interested, polled, demand },
  }));
