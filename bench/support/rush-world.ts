import { createHash, randomBytes } from 'node:crypto';
import { newId } from '../../src/shared/ids.js';
import { addToDate } from '../../src/shared/local-date.js';
import {
  createProfessional,
  createRegion,
  createSession,
  type MunicipalityName,
  type TestRegion,
} from '../../test/support/region.js';
import type { BenchDatabase } from './postgres.js';

export const SEATS = { capacity: 600, quotas: { Dronten: 60, Urk: 40 } } as const;
const TOWNS = ['Almere', 'Dronten', 'Lelystad', 'Urk'] as const satisfies MunicipalityName[];

export interface Person {
  readonly id: string;
  readonly accountId: string;
  readonly town: MunicipalityName;
  readonly municipalityId: string;
  /** The API key with which this person asks. */
  readonly key: string;
}

/** A region with people who each have a key of their own, and as many sessions as are asked for. */
export class RushWorld {
  private days = 0;

  private constructor(
    private readonly database: BenchDatabase,
    readonly region: TestRegion,
    readonly people: readonly Person[],
  ) {}

  static async create(database: BenchDatabase, count: number): Promise<RushWorld> {
    const region = await createRegion(database);
    const people: Person[] = [];
    for (let made = 0; made < count; made += TOWNS.length)
      people.push(...(await Promise.all(TOWNS.map((town) => createPerson(database, region, town)))));
    await database.owner.query('vacuum analyze');
    return new RushWorld(database, region, people);
  }

  /** A session that is open, on a day of its own: nobody can be in two places at once. */
  openSession(): Promise<string> {
    return createSession(this.database, this.region, {
      ...SEATS,
      date: addToDate('2030-01-01', { days: ++this.days }),
    });
  }
}

async function createPerson(
  database: BenchDatabase,
  region: TestRegion,
  town: MunicipalityName,
): Promise<Person> {
  const { id, accountId } = await createProfessional(database, region, town);
  const key = randomBytes(32).toString('base64url');
  await database.owner.query(
    "insert into api_key (id, region_id, account_id, name, token_hash, created_at, expires_at) values ($1, $2, $3, 'bench', $4, now(), '2099-01-01')",
    [newId(), region.id, accountId, createHash('sha256').update(key).digest('base64url')],
  );
  return { id, accountId, town, municipalityId: region.municipalities[town], key };
}
