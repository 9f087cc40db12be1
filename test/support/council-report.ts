import type { HalfYear } from '../../src/council-report/half-year.rules.js';
import { newId } from '../../src/shared/ids.js';
import type { TestDatabase } from './database.js';
import { createProfessional, createSession, type MunicipalityName, type TestRegion } from './region.js';

/** A region of which so many people work in a municipality and function, and took courses on days. */
export class CouncilWorld {
  private constructor(
    private readonly database: TestDatabase,
    readonly region: TestRegion,
    readonly functions: Readonly<Record<string, string>>,
  ) {}

  static async make(database: TestDatabase, region: TestRegion): Promise<CouncilWorld> {
    const functions: Record<string, string> = { jongerenwerker: region.functionId };
    for (const name of ['BOA', 'docent', 'wijkagent']) {
      functions[name] = newId();
      await database.owner.query('insert into professional_function values ($1, $2, $3, $3, $3)', [
        ...[functions[name], region.id, name],
      ]);
    }
    return new CouncilWorld(database, region, functions);
  }

  /** So many people of a town and function; gives their ids. */
  async people(town: MunicipalityName, functionName: string, count: number): Promise<string[]> {
    const ids: string[] = [];
    for (let index = 0; index < count; index++) {
      const { id } = await createProfessional(this.database, this.region, town, `Voorbeeld ${index}`);
      await this.database.owner.query('update professional set function_id = $2 where id = $1', [
        ...[id, this.functions[functionName]],
      ]);
      ids.push(id);
    }
    return ids;
  }

  /** Certificates of a level on a day. */
  async train(ids: readonly string[], level: string, on: string): Promise<void> {
    await this.database.owner.query(
      `insert into certificate (id, region_id, municipality_id, professional_id, number, professional_name, course_title, level,
         municipality_name, region_name, dates, locale, issued_at, issued_on, source)
       select gen_random_uuid(), region_id, municipality_id, id, 'E-' || gen_random_uuid(), name, 'Elders', $2, 'x', 'x', '{}', 'nl',
         $3::date, $3::date, 'lijst' from professional where id = any($1)`,
      [ids, level, on],
    );
  }

  /** Replaces the certificate of someone by one of another day, as a renewal does. */
  async renew(id: string, on: string): Promise<void> {
    const { owner } = this.database;
    const { rows } = await owner.query<{ id: string }>(
      `update certificate set revoked_at = now(), revocation_reason = 'replaced' where professional_id = $1 and revoked_at is null
       returning id`,
      [id],
    );
    await owner.query(
      `insert into certificate (id, region_id, municipality_id, professional_id, number, professional_name, course_title, level,
         municipality_name, region_name, dates, locale, issued_at, issued_on, replaces_id, document, sha256)
       select gen_random_uuid(), region_id, municipality_id, professional_id, 'R-' || gen_random_uuid(), professional_name, course_title,
         level, 'x', 'x', '{}', 'nl', $2::date, $2::date, id, '{}', repeat('0', 64) from certificate where id = $1`,
      [rows[0]!.id, on],
    );
  }

  /** Follow-up days of which the last is on a day, with who was invited and who of them came. */
  async followUp(on: string, invited: readonly string[], came: readonly string[]): Promise<void> {
    const { owner } = this.database;
    const sessionId = await createSession(this.database, this.region, { date: on, status: 'confirmed' });
    const campaignId = newId();
    await owner.query(
      `insert into follow_up_campaign (id, region_id, title, trained_from, trained_until, launched_at)
       values ($1, $2, 'Terugkomdagen', '2020-01-01', '2026-01-01', $3)`,
      [campaignId, this.region.id, `${on}T08:00:00Z`],
    );
    await owner.query('insert into follow_up_day values ($1, $2)', [campaignId, sessionId]);
    await owner.query(
      `insert into follow_up_invitation (campaign_id, professional_id, municipality_id, region_id, invited_at)
       select $1, id, municipality_id, region_id, $3 from professional where id = any($2)`,
      [campaignId, invited, `${on}T08:00:00Z`],
    );
    await owner.query(
      `with seated as (
         insert into enrolment (id, region_id, session_id, professional_id, municipality_id, status, enrolled_at, confirmed_at)
         select gen_random_uuid(), region_id, $1, id, municipality_id, 'confirmed', $3, $3 from professional where id = any($2)
         returning id)
       insert into attendance_mark (enrolment_id, part_id, mark, marked_at, marked_by)
       select seated.id, part.id, 'present', $3, (select id from account limit 1)
       from seated, session_part part where part.session_id = $1`,
      [sessionId, came, `${on}T08:00:00Z`],
    );
  }

  /** Asks a level of a function in every municipality. */
  async ask(functionName: string, level: string): Promise<void> {
    const { owner } = this.database;
    await owner.query(
      'insert into curriculum select id, region_id, 1 from municipality where region_id = $1 on conflict do nothing',
      [this.region.id],
    );
    await owner.query(
      'insert into curriculum_requirement select id, $2, region_id, $3, null from municipality where region_id = $1',
      [this.region.id, this.functions[functionName], level],
    );
  }

  /** A booking on a budget on a day, in cents. */
  async book(lineId: string, town: MunicipalityName, kind: string, cents: number, on: string): Promise<void> {
    await this.database.owner.query(
      `insert into ledger_entry (region_id, grant_line_id, municipality_id, kind, amount_cents, booked_on, year, recorded_at, source_type, source_id, description)
       values ($1, $2, $3, $4, $5, $6::date, extract(year from $6::date), now(), 'invoice', $1, 'x')`,
      [this.region.id, lineId, this.region.municipalities[town], kind, cents, on],
    );
  }

  /** Answers of participants that were counted in a half-year, by value: of everyone and of one municipality. */
  async answers(
    moment: 'before' | 'after',
    halfYear: HalfYear,
    town: MunicipalityName,
    counts: Readonly<Record<string, number>>,
  ): Promise<void> {
    const { owner } = this.database;
    const key = `q${'1'.repeat(24)}`;
    await owner.query(
      `insert into evaluation_question values ($1, $2, 'scale', 'Ik herken signalen.', 'I recognise signs.', '[]') on conflict do nothing`,
      [this.region.id, key],
    );
    for (const [value, answers] of Object.entries(counts))
      for (const [breakdown, cell] of [
        ['all', ''],
        ['municipality', this.region.municipalities[town]],
      ])
        await owner.query('insert into evaluation_count values ($1, $2, $3, $4, $5, $6, $7, $8, $9)', [
          ...[
            this.region.id,
            this.region.courses.basic,
            moment,
            key,
            breakdown,
            cell,
            value,
            halfYear,
            answers,
          ],
        ]);
  }
}
