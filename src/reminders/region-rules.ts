import { insertRows } from '../platform/database/insert-rows.js';
import type { Tx } from '../platform/database/database.js';
import { newId } from '../shared/ids.js';
import { defaultReminderRules } from './reminder.rules.js';

/** The columns of a rule as RegionRule names them. */
export const RULE = `rule.id, rule.region_id "regionId", rule.day_kind "dayKind", rule.days_before "daysBefore",
  left(rule.local_time::text, 5) "localTime", rule.is_on "isOn", rule.active_from "activeFrom", rule.version`;

/** Gives a region that has no rules yet the defaults, which hold for everyone. */
export async function giveDefaultRules(tx: Tx, regionId: string, now: Date): Promise<void> {
  const found = await tx.query<unknown[]>('select id from reminder_rule where region_id = $1 limit 1', [
    regionId,
  ]);
  if (found.length > 0) return;
  const rows = defaultReminderRules.map(({ dayKind, daysBefore, localTime }) => ({
    ...{ id: newId(now), region_id: regionId, day_kind: dayKind, days_before: daysBefore },
    ...{ local_time: localTime, active_from: new Date(0), is_on: true, version: 1 },
  }));
  const already = 'on conflict (region_id, day_kind, days_before, local_time) do nothing';
  await insertRows(tx, 'reminder_rule', rows, already);
}
