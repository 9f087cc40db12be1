import type { TestApp } from './app.js';
import type { MunicipalityName, TestRegion } from './region.js';

/** What municipalities bear of a session, in cents, added up by plain SQL: 'Almere reserved 100 spent 0'. */
export async function burdensOf({ database }: TestApp, sessionId: string): Promise<string[]> {
  const { rows } = await database.owner.query<{ line: string }>(
    `select m.name || ' reserved ' || coalesce(sum(e.amount_cents) filter (where e.kind = 'commitment'), 0)
       || ' spent ' || coalesce(sum(e.amount_cents) filter (where e.kind = 'realisation'), 0) line
     from ledger_entry e join municipality m on m.id = e.municipality_id
     where e.session_id = $1 group by m.name having bool_or(true) and (
       sum(e.amount_cents) filter (where e.kind = 'commitment') <> 0 or sum(e.amount_cents) filter (where e.kind = 'realisation') <> 0)
     order by m.name`,
    [sessionId],
  );
  return rows.map(({ line }) => line);
}

/** What is free on the budget of a municipality on a line, added up by plain SQL. */
export async function freeOn(
  { database }: TestApp,
  region: TestRegion,
  lineId: string,
  town: MunicipalityName,
): Promise<number> {
  const { rows } = await database.owner.query<{ free: string }>(
    `select b.amount_cents - coalesce((select sum(e.amount_cents) from ledger_entry e
       where e.grant_line_id = b.grant_line_id and e.municipality_id = b.municipality_id), 0) free
     from grant_line_budget b where b.grant_line_id = $1 and b.municipality_id = $2`,
    [lineId, region.municipalities[town]],
  );
  return Number(rows[0]!.free);
}
