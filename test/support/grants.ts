import { newId } from '../../src/shared/ids.js';
import type { TestDatabase } from './database.js';
import type { MunicipalityName, TestRegion } from './region.js';

export interface TestGrant {
  readonly id: string;
  readonly lines: { readonly basic: string; readonly advanced: string; readonly network: string };
}

/** A grant with three lines (one without trainings), put into the database directly; budgets in cents. */
export async function createGrant(
  database: TestDatabase,
  region: TestRegion,
  plan: {
    readonly year?: number;
    readonly decision?: string;
    readonly basic?: Partial<Record<MunicipalityName, number>>;
    readonly advanced?: Partial<Record<MunicipalityName, number>>;
    readonly network?: Partial<Record<MunicipalityName, number>>;
    /** Trainings of the basic course. */
    readonly trainings?: Partial<Record<MunicipalityName, number>>;
  } = {},
): Promise<TestGrant> {
  const { owner } = database;
  const id = newId();
  const year = plan.year ?? 2026;
  await owner.query(
    `insert into grant_award (id, region_id, decision_number, title, lead_municipality_id, first_year, last_year, amount_cents, is_demo, source)
     values ($1, $2, $3, 'Versterkingsgelden', $4, $5, $5, 10000000, true, 'test')`,
    [id, region.id, plan.decision ?? `B-${year}`, region.municipalities.Almere, year],
  );
  const line = async (
    code: string,
    title: string,
    level: string | null,
    budgets: Partial<Record<MunicipalityName, number>>,
  ) => {
    const [lineId, activityId] = [newId(), newId()];
    await owner.query(
      `insert into grant_activity (id, region_id, grant_id, code, title, first_day, last_day, is_assumed)
       values ($1, $2, $3, $4, $5, make_date($6, 1, 1), make_date($6, 12, 31), false)`,
      [activityId, region.id, id, code, title, year],
    );
    await owner.query(
      'insert into grant_line (id, grant_id, region_id, year, code, title, course_level, activity_id) values ($1, $2, $3, $4, $5, $6, $7, $8)',
      [lineId, id, region.id, year, code, title, level, activityId],
    );
    for (const [town, cents] of Object.entries(budgets))
      await owner.query(
        "insert into grant_line_budget (grant_line_id, municipality_id, region_id, amount_cents, is_demo, source) values ($1, $2, $3, $4, true, 'test')",
        [lineId, region.municipalities[town as MunicipalityName], region.id, cents],
      );
    return lineId;
  };
  const lines = {
    basic: await line('10', 'Basistrainingen', 'basic', plan.basic ?? {}),
    advanced: await line('20', 'Verdiepingstrainingen', 'advanced', plan.advanced ?? {}),
    network: await line('30', 'Netwerkregisseur', null, plan.network ?? {}),
  };
  for (const [town, trainings] of Object.entries(plan.trainings ?? {}))
    await owner.query(
      "insert into allotment (id, region_id, grant_id, year, municipality_id, course_id, trainings, is_demo, source) values ($1, $2, $3, $4, $5, $6, $7, true, 'test')",
      [
        newId(),
        region.id,
        id,
        year,
        region.municipalities[town as MunicipalityName],
        region.courses.basic,
        trainings,
      ],
    );
  return { id, lines };
}

/** What stands against a budget, added up by plain SQL and not by the product. */
export async function standingOf(
  database: TestDatabase,
  lineId: string,
  municipalityId: string,
): Promise<{ committed: number; realised: number; used: number }> {
  const { rows } = await database.owner.query<{ committed: string; realised: string; used: number }>(
    `select coalesce(sum(amount_cents) filter (where kind = 'commitment'), 0) committed,
       coalesce(sum(amount_cents) filter (where kind = 'realisation'), 0) realised,
       (select count(*)::int from allotment_use where municipality_id = $2) used
     from ledger_entry where grant_line_id = $1 and municipality_id = $2`,
    [lineId, municipalityId],
  );
  const { committed, realised, used } = rows[0]!;
  return { committed: Number(committed), realised: Number(realised), used };
}
